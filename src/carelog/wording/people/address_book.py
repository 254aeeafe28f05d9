"""Importing contacts from an address book, and exporting them to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.counts import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_CARDS = "There is no vCard in this file. Export contacts as vCard (.vcf) from the phone or address book."
TOO_LONG = "This file has more lines than an address book. Export fewer contacts and import the parts one by one."
NOT_ENDED = "This card has no end. What was read of it is kept."
NO_NAME = "This card has no name, so it is left out."
NOBODY = "Nobody was added."
AN_ADDRESS_BOOK = "An address book is not a support network: choose those you could turn to."
ASK_WHOM = "Whom to add: names or numbers from the list, with commas between them (Enter adds nobody)"
CHOOSE = "To add some of them: --only NAME, as often as you like; or --all."
NO_CONTACTS = "There is nobody to export yet. Add someone you trust: carelog contact add"


def too_deep(line: int) -> str:
    """Cards are nested too deeply."""
    return f"Line {line}: cards stand within one another too deeply, so this is no address book that a program wrote."


def nobody(line: int) -> str:
    """The file has cards, but no card has a name."""
    return (
        f"Nobody in this file has a name that can be used; the first card begins at line {line}. Please export again."
    )


def found(people: int) -> str:
    """How many people the file has."""
    return f"{counted(people, 'person', 'people')} found. {AN_ADDRESS_BOOK}"


def problem(line: int, message: str) -> str:
    """Something in the file could not be read."""
    return f"Line {line}: {message}"


def more_problems(count: int) -> str:
    """The list of problems was cut short."""
    return f"and {count} more of that kind."


def ask_all(people: int) -> str:
    """A question before everybody is added."""
    return f"Add all {counted(people, 'person', 'people')}? {AN_ADDRESS_BOOK}"


def added(names: Sequence[str]) -> str:
    """People were added."""
    return f"Added {', '.join(names)}. Their place on your card: carelog contact edit NAME --crisis 1"


def already(names: Sequence[str]) -> str:
    """Contacts of the same name exist and were not changed."""
    return f"Here already, left as they are: {', '.join(names)}."


def exported(people: int, place: str) -> str:
    """Contacts were written to a file."""
    return (
        f"Wrote {counted(people, 'person', 'people')} to {place}. It holds names and numbers: choose where it lies, "
        "and delete it when it is no longer needed."
    )


def several(name: str, count: int) -> str:
    """A name matches several people in the file."""
    return f"“{name}” fits {count} of them; use the whole name."


def nobody_called(name: str) -> str:
    """Nobody in the file has that name."""
    return f"Nobody in the file is called “{name}”. Without --only it lists who is in it."
