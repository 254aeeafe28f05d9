"""Importing contacts from an address book, and exporting them to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.counts import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_ENDED = "This card has no end. What was read of it is kept."
NOBODY = "Nobody was added."
AN_ADDRESS_BOOK = "An address book is not a support network: choose those you could turn to."
ASK_WHOM = "Whom to add: names or numbers from the list, with commas between them (Enter adds nobody)"
CHOOSE = "To add some of them: --only NAME, as often as you like; or --all."


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
