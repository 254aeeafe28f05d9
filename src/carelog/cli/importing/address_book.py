"""Who of an address book is to be added: named, everybody, or asked for on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, confirm
from carelog.cli.runtime.streams import say_beside
from carelog.domain.text import clean_line, fold
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.wording.people import address_book as address_book_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.people.contact import Contact
    from carelog.journal.collections.contacts import Contacts


def chosen(
    context: Context, people: Sequence[Contact], only: Sequence[str] | None, *, everybody: bool, yes: bool
) -> list[Contact] | None:
    """Those who are to be added, or None where nobody chose.

    Raises NotFound or AmbiguousName for a name that is nobody's, or several people's.
    """
    if only:
        return [_named(people, name) for name in only]
    if everybody:
        return list(people) if confirm(context, address_book_words.ask_all(len(people)), yes=yes) else []
    if not context.can_ask:
        if not context.as_json:
            context.remarks.append(address_book_words.CHOOSE)
        return None
    say_beside(address_book_words.found(len(people)))
    for number, each in enumerate(people, 1):
        say_beside(f"{number:>4}  {each.name}")
    return ask(address_book_words.ASK_WHOM, lambda typed: _typed(people, typed))


def here_already(contacts: Contacts, people: Sequence[Contact]) -> tuple[list[Contact], list[Contact]]:
    """Those whose name a contact has already, and the others, each name once."""
    taken = {fold(each.name) for each in contacts}
    old: list[Contact] = []
    new: list[Contact] = []
    for each in people:
        (old if fold(each.name) in taken else new).append(each)
        taken.add(fold(each.name))
    return old, new


def _typed(people: Sequence[Contact], typed: str) -> list[Contact]:
    found = []
    for word in filter(None, (each.strip() for each in typed.split(","))):
        try:
            found.append(people[int(word) - 1] if 0 < _number(word) <= len(people) else _named(people, word))
        except (NotFound, AmbiguousName) as refusal:
            raise InvalidValue(refusal.message) from None
    return found


def _number(word: str) -> int:
    return int(word) if word.isdecimal() and word.isascii() and len(word) < 7 else 0


def _named(people: Sequence[Contact], name: str) -> Contact:
    """The one who is called so, else the only one whose name begins so or has the word in it."""
    wanted = fold(clean_line(name))
    same = [each for each in people if fold(each.name) == wanted]
    begun = same or [each for each in people if wanted and fold(each.name).startswith(wanted)]
    within = begun or [each for each in people if wanted and wanted in fold(each.name)]
    if len(within) == 1:
        return within[0]
    if within:
        raise AmbiguousName(address_book_words.several(name, len(within)))
    raise NotFound(address_book_words.nobody_called(name))
