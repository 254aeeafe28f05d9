"""Importing contacts from an address book, and exporting them to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_ENDED = _("This card has no end. What was read of it is kept.")
NOBODY = _("Nobody was added.")
ASK_WHOM = _("Whom to add: names or numbers from the list, with commas between them (Enter adds nobody)")
CHOOSE = _("To add some of them: --only NAME, as often as you like; or --all.")
COLUMNS = ("", _("name"), _("reach"))


def found(people: int) -> str:
    """How many people the file has."""
    return plural(
        people,
        "{count} person found. An address book is not a support network: choose those you could turn to.",
        "{count} people found. An address book is not a support network: choose those you could turn to.",
    )


def problem(line: int, message: str) -> str:
    """Something in the file could not be read."""
    return _("Line {line}: {message}").format(line=line, message=message)


def more_problems(count: int) -> str:
    """The list of problems was cut short."""
    return _("and {count} more of that kind.").format(count=count)


def ask_all(people: int) -> str:
    """A question before everybody is added."""
    return plural(
        people,
        "Add all {count} person? An address book is not a support network: choose those you could turn to.",
        "Add all {count} people? An address book is not a support network: choose those you could turn to.",
    )


def added(names: Sequence[str]) -> str:
    """People were added."""
    return _("Added {names}. Their place on your card: carelog contact edit NAME --crisis 1").format(
        names=listed(names)
    )


def already(names: Sequence[str]) -> str:
    """Contacts of the same name exist and were not changed."""
    return _("Here already, left as they are: {names}.").format(names=listed(names))


def exported(people: int, place: str) -> str:
    """Contacts were written to a file."""
    return plural(
        people,
        "Wrote {count} person to {place}. It holds names and numbers: choose where it lies, and delete it when it is "
        "no longer needed.",
        "Wrote {count} people to {place}. It holds names and numbers: choose where it lies, and delete it when it is "
        "no longer needed.",
        place=place,
    )
