"""Importing contacts from an address book, and exporting them to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.lists import listed
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_ENDED = _("The last contact in the file is cut off. What could be read of it is kept.")
NOBODY = _("Nothing was added.")
ASK_WHOM = _("Whom to add: names or numbers from the list, with commas between them (Enter adds nobody)")
CHOOSE = _("To add some of them: --only NAME, or a number of the list, as often as you like; or --all.")
COLUMNS = ("", _("name"), _("reach"))


def found(people: int) -> str:
    """How many people the file has."""
    return plural(
        people,
        "{count} person found. Add them if you could turn to them.",
        "{count} people found. Choose those you could turn to; one is enough.",
    )


def guessed(cards: int) -> str:
    """The letters of cards are in no known character set; said at the first of them."""
    return plural(
        cards,
        "the letters of this contact are not UTF-8. They were read as Windows-1252; look at letters such as é in it.",
        "the letters of {count} contacts, this one first, are not UTF-8. They were read as Windows-1252; look at "
        "letters such as é in them.",
    )


def not_shown_safely(cards: int) -> str:
    """Cards hold control characters; said at the first of them."""
    return plural(
        cards,
        "some characters in this contact cannot be shown safely; “�” is shown instead.",
        "some characters in {count} contacts, this one first, cannot be shown safely; “�” is shown instead.",
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
        "Add this person?",
        "Add all {count} people? You can also choose some: --only NAME",
    )


def added(names: Sequence[str]) -> str:
    """People were added."""
    return _("Added {names}. A place on your card: carelog contact edit {typed} --crisis 1").format(
        names=listed(names), typed=typed(names[0])
    )


def already(names: Sequence[str]) -> str:
    """Contacts of the same name exist and were not changed."""
    return _("Here already, left as they are: {names}.").format(names=listed(names))


def changed(names: Sequence[str]) -> str:
    """Contacts of the same name got what the file has beside it."""
    return _("Added to those who are here: {names}.").format(names=listed(names))


def told_apart(name: str, called: str) -> str:
    """Somebody was added beside a contact of the same name who is reached in other ways."""
    template = _(
        "There is another “{name}”, so this one is called “{called}”. To change that: carelog contact edit {typed} "
        "--name NAME"
    )
    return template.format(name=name, called=called, typed=typed(called))


def not_taken(name: str, ways: str) -> str:
    """A contact was left as it is, though the file has further ways to reach them."""
    return _("The file has more for “{name}”, which was not taken over: {ways}.").format(name=name, ways=ways)


def ask_same(name: str, here: str, further: str) -> str:
    """A question about somebody who has the name of a contact and nothing else in common."""
    return _("There is a “{name}” with {here}. Is {further} for the same person?").format(
        name=name, here=here, further=further
    )


def ask_further(name: str, further: str) -> str:
    """A question about further ways to reach somebody who is a contact already."""
    return _("“{name}” is here already. Add {further}?").format(name=name, further=further)


def exported(people: int, place: str) -> str:
    """Contacts were written to a file."""
    return plural(
        people,
        "Wrote {count} person to {place}. It holds names and numbers. Keep it where only you can reach it, and delete "
        "it when you no longer need it.",
        "Wrote {count} people to {place}. It holds names and numbers. Keep it where only you can reach it, and delete "
        "it when you no longer need it.",
        place=place,
    )
