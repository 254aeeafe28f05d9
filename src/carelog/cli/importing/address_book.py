"""Choose the people of an address book who become contacts: by name or place, all of them, or on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, confirm
from carelog.cli.runtime.streams import say_on_stderr
from carelog.domain.letters import meant_by, plain_letters
from carelog.domain.text import clean_line, fold
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.wording.lists import listed_with_or
from carelog.wording.people import address_book as address_book_words
from carelog.wording.people import contacts as contacts_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.people.contact import Contact

_LONGEST_PLACE = 6


def choose_people(
    context: Context, people: Sequence[Contact], only: Sequence[str] | None, *, everybody: bool, yes: bool
) -> list[Contact] | None:
    """The people to add, each once; None where nobody was named and nobody can be asked.

    Raises NotFound for a name that fits nobody, AmbiguousName for one that fits people of different names.
    """
    if only:
        return _once(person for name in only for person in _people_called(people, name))
    if everybody:
        return list(people) if confirm(context, address_book_words.ask_all(len(people)), yes=yes) else []
    if not context.can_ask:
        if not context.as_json:
            context.remarks.append(address_book_words.CHOOSE)
        return None
    say_on_stderr(address_book_words.found(len(people)))
    for number, shown in enumerate(_listed(people), 1):
        say_on_stderr(f"{number:>4}  {shown}")
    return ask(address_book_words.ASK_WHOM, lambda typed: _read_choice(people, typed))


def _listed(people: Sequence[Contact]) -> Iterator[str]:
    """The people in the list: each by name, and how they are reached where others have that name too."""
    names = [fold(each.name) for each in people]
    of_name = Counter(names)
    for name, each in zip(names, people, strict=True):
        yield each.name if of_name[name] == 1 else f"{each.name}  {contacts_words.ways(each.ways)}"


def _people_called(people: Sequence[Contact], name: str) -> list[Contact]:
    """Everybody of exactly that name, else the one at that place of the list, else whose name begins so or has it.

    A part of a name may fit several people where all of them have one name.
    """
    wanted = fold(clean_line(name))
    same = [each for each in people if fold(each.name) == wanted]
    here = same or [each for number, each in enumerate(people, 1) if number == _place(name)]
    plain = plain_letters(clean_line(name))
    begun = here or meant_by(clean_line(name), people, lambda each: each.name)
    within = begun or [each for each in people if plain and plain in plain_letters(each.name)]
    if not within:
        raise NotFound("address_book.person-unknown", name=name)
    if len({fold(each.name) for each in within}) > 1:
        places = listed_with_or(str(people.index(each) + 1) for each in within)
        raise AmbiguousName("address_book.several", name=name, count=len(within), places=places)
    return within


def _read_choice(people: Sequence[Contact], typed: str) -> list[Contact]:
    """The people whose numbers or names were typed, with commas between them."""
    try:
        return _once(each for word in typed.split(",") if word.strip() for each in _people_called(people, word.strip()))
    except (NotFound, AmbiguousName) as refusal:
        raise InvalidValue(refusal.key, **refusal.values) from None


def _once(people: Iterable[Contact]) -> list[Contact]:
    return list({each.id: each for each in people}.values())


def _place(word: str) -> int:
    """The place in the list that a word is; 0 where it is none."""
    return int(word) if word.isdecimal() and word.isascii() and len(word) <= _LONGEST_PLACE else 0
