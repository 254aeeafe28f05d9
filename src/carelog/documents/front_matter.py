"""YAML front matter of a Markdown file, which Obsidian and other note apps sort and search by.

Only unambiguous YAML is written: numbers, dates, and strings in double quotes with every unprintable character escaped
(YAML 1.2, 7.3.1), so that no text can become another property, a date or a boolean. A key of plain letters is not
quoted, unless YAML 1.1 would read it as a boolean or null.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from carelog.domain.numbers import show_number

_PLAIN_KEY = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z ]*(?<! )", re.IGNORECASE)

Fact = str | float | date | Sequence[str]


def front_matter(facts: Mapping[str, Fact]) -> str:
    """The properties between two lines of dashes; empty lists are left out."""
    lines = (_property(name, fact) for name, fact in facts.items() if fact not in ((), []))
    return "".join(["---\n", *lines, "---\n"])


def _property(name: str, fact: Fact) -> str:
    key = name if _PLAIN_KEY.fullmatch(name) else _quoted(name)
    if isinstance(fact, str):
        return f"{key}: {_quoted(fact)}\n"
    if isinstance(fact, date):
        return f"{key}: {fact.isoformat()}\n"
    if isinstance(fact, Sequence):
        return f"{key}:\n" + "".join(f"  - {_quoted(each)}\n" for each in fact)
    return f"{key}: {show_number(fact)}\n"


def _quoted(text: str) -> str:
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"
