"""Whether somebody said yes at any hour: by the words they agreed in, or by hours that never close."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelog.domain.people.hours import read_hours

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact

_AT_ANY_HOUR = re.compile(
    r"\b(?:any|all|every) ?(?:hours?|times?)\b|\banytime\b|\bday (?:or|and) night\b|\bnight (?:or|and) day\b"
    r"|\b24 ?/ ?7\b|\bround[ -]the[ -]clock\b|\bmiddle of the night\b|\bwhenever\b|\balways\b"
)
_WITH_A_LIMIT = re.compile(
    r"\b(?:not|never|n['\u2019]t)\s+(?:at|on|in|after|before|during|from|when|while|past|any|all|every|always|the)\b"
    r"|\b(?:except|unless|only|before|after|until|till|between|outside|apart from)\b"
    r"|\b(?:weekends?|weekdays?|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?)\b"
    r"|\b(?:mornings?|afternoons?|evenings?|daytime|today|tonight|tomorrow|this week)\b"
)
"""Words that take hours away. Where there is one, nobody is woken on the strength of the others."""
_CALLING = re.compile(r"\b(?:call|calls|calling|ring|phone|telephone)\b")


def said_any_hour(contact: Contact) -> bool:
    """Whether the words in which they agreed say any hour, and take none of them away."""
    return _says_any_hour(contact.agreed_to)


def said_a_call(contact: Contact) -> bool:
    """Whether they agreed to a call, so that a message may say so."""
    return bool(_CALLING.search(contact.agreed_to.casefold()))


def is_there_at_any_hour(contact: Contact) -> bool:
    """Whether they agreed to any hour, or their hours never close; hours that cannot be read may say so in words."""
    hours = read_hours(contact.hours)
    return said_any_hour(contact) or (hours.never_close if hours else _says_any_hour(contact.hours))


def _says_any_hour(words: str) -> bool:
    said = " ".join(words.casefold().split())
    return bool(_AT_ANY_HOUR.search(said)) and not _WITH_A_LIMIT.search(said)
