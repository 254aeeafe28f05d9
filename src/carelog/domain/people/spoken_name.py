"""Where somebody is spoken of: the forms of a name that people write, and whether a text has one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from carelog.domain.letters import has_no_blanks, plain_letters
from carelog.domain.people.called import is_title, name_alone
from carelog.domain.people.contact import Role

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact

SHORTEST = 3
"""The fewest letters of a part of a name that is looked for by itself; a whole name may be shorter."""

_NOT_PERSONS = (Role.GROUP, Role.SERVICE)


def spoken_names(contact: Contact, others: Iterable[Contact] = ()) -> frozenset[str]:
    """The names of a contact in plain letters: without remarks, of a person the first word, and what they are called.

    A title such as “Dr” is no first word. One that is the first word of somebody among the `others` too is left out,
    because it may mean them.
    """
    first = _first(contact)
    taken = {name for each in others if each.id != contact.id for name in (*_own(each), _first(each))}
    return frozenset(name for name in (*_own(contact), first if first not in taken else "") if name)


def speaks_of(text: str, names: Iterable[str]) -> bool:
    """Whether a text has one of these names as a whole word, in any case and with or without accents."""
    plain = plain_letters(text)
    return any(_pattern(name).search(plain) for name in names)


def with_covers(text: str, contacts: Iterable[Contact]) -> str:
    """A text in which those of these contacts who have a cover are called by it.

    Where a name is still in it, because it is spelled otherwise, the cover stands for all of the text.
    """
    for contact in contacts:
        names = spoken_names(contact) if contact.cover else frozenset()
        for name in sorted(names, key=len, reverse=True):
            text = _pattern(name).sub(_literal(contact.cover), text)
        if contact.cover and speaks_of(_pattern(plain_letters(contact.cover)).sub("", plain_letters(text)), names):
            text = contact.cover
    return text


def _own(contact: Contact) -> tuple[str, str]:
    """The name without remarks, and what the person calls them, empty where that is nothing else."""
    return plain_letters(name_alone(contact.name)), plain_letters(contact.called)


def _first(contact: Contact) -> str:
    if contact.role in _NOT_PERSONS:
        return ""
    words = [word.strip(".") for word in plain_letters(name_alone(contact.name)).split()]
    first = next((word for word in words if not is_title(word)), "")
    return first if len(first) >= SHORTEST or has_no_blanks(first) else ""


def _literal(text: str) -> str:
    """A text as the replacement of a pattern, in which a backslash means something."""
    return text.replace("\\", r"\\")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    escaped = re.escape(name)
    whole = escaped if has_no_blanks(name) else rf"(?<!\w){escaped}(?=(?:['’]?s)?(?!\w))"
    return re.compile(whole, re.IGNORECASE)
