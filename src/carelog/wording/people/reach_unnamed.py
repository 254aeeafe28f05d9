"""Messages to copy that name nobody, for a screen that others can see."""

from __future__ import annotations

from carelog.domain.people.contact import GoodFor
from carelog.language import gettext as _

ASK_FOR_AGREEMENT = _(
    "Hi, may I call you when it is bad? When would be all right, and for what? It is fine to say no to any of it."
)

_ASKING = {
    GoodFor.LISTENING: _("Hi, I am having a hard time. Do you have a moment to talk?"),
    GoodFor.COMPANY: _("Hi, would you spend some time with me? It would do me good."),
    GoodFor.PRACTICAL: _("Hi, could you help me with something practical?"),
    GoodFor.DISTRACTION: _("Hi, could we talk about anything else for a while?"),
    GoodFor.EMERGENCY: _("Hi, it is bad right now. Can you call me, or come over?"),
}


def message(good_for: GoodFor | None, wish: str) -> str:
    """A message to copy: short, honest, and easy to decline."""
    if wish:
        return _("Hi, could you help me with this: {wish}? It is fine if not.").format(wish=wish)
    return _ASKING[good_for or GoodFor.LISTENING]
