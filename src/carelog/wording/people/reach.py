"""Turning to someone: whom, with which message, and noting it; and the kind words that people said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.people.contact import GoodFor
from carelog.language import gettext as _
from carelog.language import pgettext, plural
from carelog.wording.days import short_day
from carelog.wording.program import typed

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.time.days import Moment

MESSAGE_TO_COPY = _("A message to copy:")
NOBODY_YET = _("Nobody with a number or address is here yet. Add someone you trust: carelog contact add")
NOBODY_NOW = _("Nobody you noted hours for can be reached right now.")
LINES_OPEN = _("Lines that are open now:")
LINES_TO_TRY = _("Lines that are open now or may be:")
IN_DANGER = _("In danger: carelog crisis")
HOURS_NOT_KNOWN = _("Their hours are not noted, so they may or may not be there.")
KIND_WORD_KEPT = _("Kept. “carelog keep” shows it again on a day when it is needed.")
NO_KIND_WORDS = _(
    "Nothing is kept yet. When someone says something that helps: carelog keep their words --from-whom Sam"
)

_ASKING = {
    GoodFor.LISTENING: _("Hi {name}, I am having a hard time. Do you have a moment to talk?"),
    GoodFor.COMPANY: _("Hi {name}, would you spend some time with me? It would do me good."),
    GoodFor.PRACTICAL: _("Hi {name}, could you help me with something practical?"),
    GoodFor.DISTRACTION: _("Hi {name}, could we talk about anything else for a while?"),
    GoodFor.EMERGENCY: _("Hi {name}, it is bad right now. Can you call me, or come over?"),
}
KIND_WORD_COLUMNS = (_("said"), _("by"), pgettext("a day", "kept"), _("handle"))


def message(name: str, good_for: GoodFor | None, wish: str) -> str:
    """A message to copy: short, honest, and easy to decline."""
    if wish:
        return _("Hi {name}, could you help me with this: {wish}? It is fine if not.").format(name=name, wish=wish)
    return _ASKING[good_for or GoodFor.LISTENING].format(name=name)


def ask_for_agreement(name: str) -> str:
    """A message that asks someone whether they may be called on a bad day."""
    return _(
        "Hi {name}, may I call you when it is bad? When would be all right, and for what? It is fine to say no to any "
        "of it."
    ).format(name=name)


def answer_with(name: str) -> str:
    """How to note what they answered."""
    return _(
        'When they have answered: carelog contact ask {typed} --agreed today --yes-to "a call in the evening"'
    ).format(typed=typed(name))


def agreed(name: str) -> str:
    """What someone agreed to was noted."""
    return _("Noted what {name} said yes to. “carelog contact show {typed}” has it.").format(
        name=name, typed=typed(name)
    )


def next_up(name: str, opens: Moment) -> str:
    """Who can be reached next, and from when."""
    return _("Next: {name}, from {day} {clock}.").format(
        name=name, day=short_day(opens.local.date()), clock=opens.clock
    )


def note_it(name: str) -> str:
    """How to note that someone was reached."""
    return _("When you have talked: carelog reached {typed}").format(typed=typed(name))


def noted(name: str) -> str:
    """Contact with someone was noted."""
    return _("Noted that you reached {name}.").format(name=name)


def out_of_touch(name: str, days: int) -> str:
    """No contact with someone for longer than the person had asked to be reminded after."""
    return plural(
        days,
        "{count} day since you noted contact with {name}. Later: carelog contact snooze {typed}",
        "{count} days since you noted contact with {name}. Later: carelog contact snooze {typed}",
        name=name,
        typed=typed(name),
    )


def snoozed(name: str, until: date) -> str:
    """Reminders of someone are snoozed."""
    return _("{name} is not brought up again before {day}.").format(name=name, day=short_day(until))


def saying(words: str) -> str:
    """What to say."""
    return _("Say: {words}").format(words=words)


def text_to(way: str) -> str:
    """How to text a helpline; empty when it cannot be texted."""
    return _("text {number}").format(number=way) if way else ""


def kind_word(text: str, from_whom: str) -> str:
    """A kind word, and who said it where that is known."""
    if not from_whom:
        return _("“{words}”").format(words=text)
    return _("“{words}” {from_whom}").format(words=text, from_whom=from_whom)
