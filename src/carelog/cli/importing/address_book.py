"""Choose the people of an address book who become contacts: by name, all of them, or on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, confirm
from carelog.cli.runtime.streams import say_on_stderr
from carelog.domain.letters import meant_by, plain_letters
from carelog.domain.text import clean_line, fold
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.wording.people import address_book as address_book_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.people.contact import Contact
    from carelog.journal.collections.contacts import Contacts


def choose_people(
    context: Context, people: Sequence[Contact], only: Sequence[str] | None, *, everybody: bool, yes: bool
) -> list[Contact] | None:
    """The people to add; None where nobody was named and nobody can be asked.

    Raises NotFound for a name that fits nobody, AmbiguousName for one that fits several people.
    """
    if only:
        return [_person_called(people, name) for name in only]
    if everybody:
        return list(people) if confirm(context, address_book_words.ask_all(len(people)), yes=yes) else []
    if not context.can_ask:
        if not context.as_json:
            context.remarks.append(address_book_words.CHOOSE)
        return None
    say_on_stderr(address_book_words.found(len(people)))
    for number, each in enumerate(people, 1):
        say_on_stderr(f"{number:>4}  {each.name}")
    return ask(address_book_words.ASK_WHOM, lambda typed: _read_choice(people, typed))


def split_known(contacts: Contacts, people: Sequence[Contact]) -> tuple[list[Contact], list[Contact]]:
    """The people whose name a contact has already, and those who are new: of several with one name, the first."""
    taken = {fold(each.name) for each in contacts}
    known: list[Contact] = []
    new: list[Contact] = []
    for each in people:
        (known if fold(each.name) in taken else new).append(each)
        taken.add(fold(each.name))
    return known, new


def _person_called(people: Sequence[Contact], name: str) -> Contact:
    """The person of that name, else the only one whose name begins with it or contains it."""
    wanted = plain_letters(clean_line(name))
    begun = meant_by(clean_line(name), people, lambda each: each.name)
    within = begun or [each for each in people if wanted and wanted in plain_letters(each.name)]
    if len(within) == 1:
        return within[0]
    if within:
        raise AmbiguousName("address_book.several", name=name, count=len(within))
    raise NotFound("address_book.person-unknown", name=name)


def _read_choice(people: Sequence[Contact], typed: str) -> list[Contact]:
    """The people whose numbers or names were typed, with commas between them."""
    found = []
    for word in filter(None, (each.strip() for each in typed.split(","))):
        try:
            number = _number(word)
            found.append(people[number - 1] if 0 < number <= len(people) else _person_called(people, word))
        except (NotFound, AmbiguousName) as refusal:
            raise InvalidValue(refusal.key, **refusal.values) from None
    return found


def _number(word: str) -> int:
    """The number that a word is; 0 where it is not one."""
    return int(word) if word.isdecimal() and word.isascii() and len(word) < 7 else 0
