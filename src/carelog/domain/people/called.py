"""What people are called: as the person says, else the words before a comma or a bracket of their name; and titles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact

_BEHIND_A_NAME = re.compile(r"[,;(\[{\uff0c\u3001\u060c\uff08\uff3b]")
"""What begins a remark behind a name, also in the forms of Arabic, Chinese and Japanese."""

_TITLES = frozenset(
    (
        *(
            "dr",
            "doctor",
            "miss",
            "mr",
            "mrs",
            "ms",
            "mx",
            "prof",
            "professor",
            "sir",
            "rev",
            "revd",
            "pastor",
            "rabbi",
        ),
        *("imam", "nurse", "coach", "herr", "frau", "tante", "onkel", "oma", "opa"),
        *("aunt", "auntie", "aunty", "uncle", "cousin", "sister", "brother", "father", "mother"),
        *("gran", "granny", "grandma", "grandpa", "grandad", "granddad", "nan", "nana"),
    )
)


def called(contact: Contact) -> str:
    """What somebody is called in sentences and drafts: what the person calls them, else their name without remarks."""
    return contact.called or name_alone(contact.name)


def typed_for(contact: Contact) -> str:
    """What a hint says to type for somebody: what the person calls them, else their whole name."""
    return contact.called or contact.name


def short_name(contact: Contact) -> str:
    """What a card that others may read shows of a name: what the person calls them, else the first name."""
    return contact.called or first_name(contact.name)


def name_alone(name: str) -> str:
    """A name without remarks: of “Jonas (brother)” it is “Jonas”, of “Ines Moreau, therapist” “Ines Moreau”.

    A name that begins with a bracket stays as it is.
    """
    return _BEHIND_A_NAME.split(name, maxsplit=1)[0].strip() or name


def first_name(name: str) -> str:
    """The first name in a full name, with titles and words for kin: “Auntie Bea”, “Dr Ashgrove”, and “Bryony”."""
    words = name_alone(name).split()
    kept = 1
    while kept < len(words) and is_title(words[kept - 1]):
        kept += 1
    return " ".join(words[:kept])


def is_title(word: str) -> bool:
    """Whether a word is a title or a word for kin: many people have it, and it says little without the name behind."""
    return word.strip(".").casefold() in _TITLES
