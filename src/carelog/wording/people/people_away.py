"""People who are put away: where they stand, what is asked, and how they come back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import pgettext, plural
from carelog.wording.edit import REMOVED
from carelog.wording.lists import listed
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelog.domain.people.put_away import PutAway

NOTHING_BY_ITSELF = _("Nothing will bring this name up by itself.")
LEFT_WITH_NAME = _("What you left as it is still has the name.")
NOBODY_AWAY = _("Nobody is put away.")
LOOK = frozenset({"l", "look", pgettext("answer", "look")})
"""What can be typed to see what a question is about, in lower case."""
YES_NO_OR_LOOK = _("y, n or look, please.")
COLUMNS = (_("what"), _("words"), _("handle"))

PLACES = {
    "plan_steps": _("your plan ({count})"),
    "kind_words": _("kind words ({count})"),
    "signs": _("signs ({count})"),
    "activities": _("planned activities ({count})"),
}
"""Where somebody may stand, by table."""
KINDS = {
    "contacts": _("contact"),
    "plan_steps": _("your plan"),
    "kind_words": _("kind words"),
    "signs": _("sign"),
    "activities": _("activity"),
}
"""What is away, by table, in a list."""


def ask(name: str, things: Sequence[PutAway]) -> str:
    """Whether what somebody stands in is to be put away too; Enter means yes."""
    counts = Counter(each.table for each in things)
    places = listed(PLACES[table].format(count=count) for table, count in counts.items())
    return plural(
        len(things),
        "{name} also stands in: {places}. Put that away too? [Y/n/look]",
        "{name} also stands in: {places}. Put those away too? [Y/n/look]",
        name=name,
        places=places,
    )


def seen(things: Iterable[PutAway]) -> str:
    """What the question is about, a line each."""
    return "\n".join(_("{what}: {words}").format(what=KINDS[each.table], words=each.text) for each in things)


def put_away(name: str, *, all_of_it: bool) -> str:
    """Somebody was put away, with all that has their name (`all_of_it`) or without some of it."""
    then = NOTHING_BY_ITSELF if all_of_it else LEFT_WITH_NAME
    return _("Put away: {name}. {then} To have it back: carelog contact back {typed}").format(
        name=name, then=then, typed=typed(name)
    )


def removed(*, nothing_left: bool) -> str:
    """A contact was removed, and what had the name put away (`nothing_left`) or left."""
    return f"{REMOVED}\n{NOTHING_BY_ITSELF if nothing_left else LEFT_WITH_NAME}"


def brought_back(name: str, things: Sequence[PutAway]) -> str:
    """Somebody was brought back, and what was put away with them."""
    if not things:
        return _("{name} is back.").format(name=name)
    counts = Counter(each.table for each in things)
    places = listed(PLACES[table].format(count=count) for table, count in counts.items())
    return _("{name} is back, and with the name: {places}.").format(name=name, places=places)


def not_taken_in(names: Sequence[str]) -> str:
    """People of an address book who were put away here, and so were not added."""
    return _("Put away here, and so not added: {names}. To have someone back: carelog contact back").format(
        names=listed(names)
    )
