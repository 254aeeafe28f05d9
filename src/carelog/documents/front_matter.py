"""Properties before a Markdown text, as YAML: what Obsidian and other note apps sort and search by.

Only what needs no reader's opinion is written: numbers, dates, and words in double quotes with everything escaped that
is no plain sign (YAML 1.2, 7.3.1), so that no word can become a property, a date or a truth. A name of plain letters
stands without quotes, unless it is one of those that YAML 1.1 takes for a truth or for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from carelog.domain.numbers import show_number

_PLAIN = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z ]*(?<! )", re.IGNORECASE)

Fact = str | float | date | Sequence[str]


def front_matter(facts: Mapping[str, Fact]) -> str:
    """The properties between their two rules; lists that hold nothing are left out."""
    lines = (_property(name, fact) for name, fact in facts.items() if fact not in ((), []))
    return "".join(["---\n", *lines, "---\n"])


def _property(name: str, fact: Fact) -> str:
    key = name if _PLAIN.fullmatch(name) else _quoted(name)
    if isinstance(fact, str):
        return f"{key}: {_quoted(fact)}\n"
    if isinstance(fact, date):
        return f"{key}: {fact.isoformat()}\n"
    if isinstance(fact, Sequence):
        return f"{key}:\n" + "".join(f"  - {_quoted(each)}\n" for each in fact)
    return f"{key}: {show_number(fact)}\n"


def _quoted(text: str) -> str:
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(sign: str) -> str:
    if sign in '"\\':
        return f"\\{sign}"
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
