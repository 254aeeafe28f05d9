"""Contacts: people and places to turn to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.people.contact import GoodFor, Role, Way, WayKind
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import short_day
from carelog.wording.lists import listed
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from carelog.domain.time.days import Moment

ASK_CONTACT = _("Their name")
ASK_PHONE = _("A number to call (Enter skips)")
ASK_HOURS = _("When can they be reached (Enter skips)")
ASK_ON_CARD = _("Where on your crisis card: 1 is first, 0 is not on it")
ASK_SAY = _("What could you say when you call (Enter skips)")
NOBODY_ADDED = _("Nothing was added.")
NO_CONTACTS = _("To add someone you trust, when you like: carelog contact add. Lines that listen: carelog helplines")

COLUMNS = (_("card"), _("name"), _("role"), _("reach"), _("now"), _("hours"), _("good for"))
NAME = _("name")
CALLED = _("called")
COVER = _("what others may read")
ROLE = _("role")
GOOD_FOR = _("good for")
HOURS = _("hours")
TIME_ZONE = _("time zone")
NOW = _("now")
MEETS = _("meets")
CRISIS_CARD = _("crisis card")
WHAT_TO_SAY = _("what to say")
SAID_YES_TO = _("said yes to")
KEEP_IN_TOUCH = _("keep in touch")
NOTE = _("note")

ROLES = {
    Role.FAMILY: _("family"),
    Role.FRIEND: _("friend"),
    Role.PEER: _("peer"),
    Role.GROUP: _("group"),
    Role.PROFESSIONAL: _("professional"),
    Role.SERVICE: _("service"),
}
WAY_KINDS = {
    WayKind.PHONE: _("phone"),
    WayKind.TEXT: _("text"),
    WayKind.EMAIL: _("email"),
    WayKind.WEB: _("web"),
    WayKind.ADDRESS: _("address"),
}
_GOOD_FOR = {
    GoodFor.LISTENING: _("listening"),
    GoodFor.COMPANY: _("company"),
    GoodFor.PRACTICAL: _("practical"),
    GoodFor.DISTRACTION: _("distraction"),
    GoodFor.EMERGENCY: _("emergency"),
}


def nobody_as(role: Role) -> str:
    """Nobody among the contacts has this role."""
    return _("Nobody is noted here as: {role}.").format(role=ROLES[role])


def contact_added(name: str, *, on_card: bool, can_be_reached: bool) -> str:
    """A contact was added."""
    if on_card:
        return _("Added {name}. They are on your crisis card: carelog crisis").format(name=name)
    if not can_be_reached:
        return _(
            "Added {name}. With a number they can be on your crisis card: carelog contact edit {typed} --phone "
            "NUMBER --crisis 1"
        ).format(name=name, typed=typed(name))
    return _("Added {name}. To have them on your crisis card: carelog contact edit {typed} --crisis 1").format(
        name=name, typed=typed(name)
    )


def number_not_known(number: str) -> str:
    """A telephone number was kept that no numbering plan allows."""
    return _(
        "“{number}” is kept as you gave it. carelog does not know numbers of this form: please look at it once."
    ).format(number=number)


def contact_changed(name: str) -> str:
    """A contact was changed."""
    return _("Changed {name}. “carelog undo” takes it back.").format(name=name)


def way(way: Way) -> str:
    """A way to reach someone, such as text +44 7700 900371 (mobile)."""
    shown = _("text {number}").format(number=way.value) if way.kind is WayKind.TEXT else way.value
    return _("{way} ({label})").format(way=shown, label=way.label) if way.label else shown


def ways(ways: Iterable[Way]) -> str:
    """All ways to reach someone."""
    return listed(map(way, ways))


def good_for(kinds: Iterable[GoodFor]) -> str:
    """What someone can help with."""
    return listed(_GOOD_FOR[kind] for kind in kinds)


def reachable(now: bool | None, opens: Moment | None) -> str:
    """Whether someone can be reached now, or from when; empty where it is not known."""
    if now is None:
        return ""
    if now or opens is None:
        return _("reachable")
    return _("from {day} {clock}").format(day=short_day(opens.local.date()), clock=opens.clock)


def place_on_card(place: int | None, *, off: bool) -> str:
    """Somebody's place on the crisis card; empty without one."""
    if off:
        return _("not on it")
    return str(place or "")


def agreement(agreed_to: str, on: date | None) -> str:
    """What someone agreed to, and on which day."""
    if not (agreed_to and on):
        return agreed_to
    return _("{agreed_to} ({day} {year})").format(agreed_to=agreed_to, day=short_day(on), year=on.year)


def every(days: int | None) -> str:
    """After how many days without contact the person wants a reminder; empty for never."""
    return plural(days, "after {count} day", "after {count} days") if days else ""


def not_understood(text: str, examples: str) -> str:
    """Hours or meeting times could not be parsed and are kept as text."""
    return _(
        "“{text}” is kept as you wrote it, but carelog cannot tell the times in it. It understands: {examples}."
    ).format(text=text, examples=examples)
