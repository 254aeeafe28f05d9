"""Importing contacts from an address book, and exporting them to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_CARDS = _("There is no vCard in this file. Export contacts as vCard (.vcf) from the phone or address book.")
TOO_LONG = _("This file has more lines than an address book. Export fewer contacts and import the parts one by one.")
NOT_ENDED = _("This card has no end. What was read of it is kept.")
NO_NAME = _("This card has no name, so it is left out.")
NOBODY = _("Nobody was added.")
ASK_WHOM = _("Whom to add: names or numbers from the list, with commas between them (Enter adds nobody)")
CHOOSE = _("To add some of them: --only NAME, as often as you like; or --all.")
NO_CONTACTS = _("There is nobody to export yet. Add someone you trust: carelog contact add")


def too_deep(line: int) -> str:
    """Cards are nested too deeply."""
    return _(
        "Line {line}: cards stand within one another too deeply, so this is no address book that a program wrote."
    ).format(line=line)


def nobody(line: int) -> str:
    """The file has cards, but no card has a name."""
    return _(
        "Nobody in this file has a name that can be used; the first card begins at line {line}. Please export again."
    ).format(line=line)


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


def several(name: str, count: int) -> str:
    """A name matches several people in the file."""
    return _("“{name}” fits {count} of them; use the whole name.").format(name=name, count=count)


def nobody_called(name: str) -> str:
    """Nobody in the file has that name."""
    return _("Nobody in the file is called “{name}”. Without --only it lists who is in it.").format(name=name)
