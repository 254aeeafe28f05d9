"""Whether a file is JSON, and the keys in its beginning by the place where they stand, to tell whose file it is.

A file that was cut off shows them too, so that it can be recognised and refused as what it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

ITEM = "[]"
"""The part of a place that stands for any item of a list."""

_BEGINNING = 200_000
"""The most bytes that are looked at: the first entries of every app are in them."""
_DEEPEST = 6
"""The most parts of a place. What lies deeper is counted to the place above it, so that no file can make it long."""
_JSON = re.compile(
    rb"""
    (?:\xef\xbb\xbf)? \s*+ (?: \{ | (?:\[\s*+)++ (?: \{
        | (?: -?[0-9]+ (?:\.[0-9]+)? (?:[eE][-+]?[0-9]+)? | true | false | null | "(?:[^"\\]|\\.)*+" ) \s*+
          (?: , | (?:\]\s*+)++ (?:,|\Z) | \Z )
        | (?:\]\s*+)*+ (?:,|\Z)
        | "(?:[^"\\]|\\.)*+ \\?\Z
    ))
    """,
    re.DOTALL | re.VERBOSE,
)
"""Behind the brackets at the beginning stands a table, or a value with a comma, a bracket and no more, or the end."""
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*+)(?:"(\s*+:)?|\\?\Z)|[{}\[\]]', re.DOTALL)
"""A text that is cut off goes to the end, so that no quotation mark is looked at twice."""


def is_json(content: bytes) -> bool:
    """Whether a file begins as JSON and not as the text of a diary, whose first line can begin with a bracket too."""
    return _JSON.match(content) is not None


def keys_in(content: bytes) -> dict[tuple[str, ...], set[str]]:
    """The keys of the tables at each place, such as `("entries", ITEM)`; the place of the whole file is empty.

    A place without a table has no keys; nor has a file that is no JSON.
    """
    scan = _Scan()
    text = content[:_BEGINNING].decode("utf-8-sig", "replace")
    for token in _TOKEN.finditer(text) if is_json(content) else ():
        scan.see(token)
    return scan.keys


@dataclass(slots=True)
class _Scan:
    """The lists and tables that are open, each by its place, and the keys that were seen."""

    keys: dict[tuple[str, ...], set[str]] = field(default_factory=lambda: defaultdict(set))
    _open: list[tuple[str, ...]] = field(default_factory=list)
    _tables: list[bool] = field(default_factory=list)
    _key: str = ""

    def see(self, token: re.Match[str]) -> None:
        """Take the next key, bracket or brace in."""
        if token[2] and self._tables and self._tables[-1]:
            self._key = token[1]
            self.keys[self._open[-1]].add(token[1])
        elif token[0] in ("{", "["):
            place = (*self._open[-1], self._key) if self._tables and self._tables[-1] else (self._open or [()])[-1]
            self._open.append((place if token[0] == "{" else (*place, ITEM))[:_DEEPEST])
            self._tables.append(token[0] == "{")
        elif token[0] in ("}", "]") and self._open:
            self._open.pop()
            self._tables.pop()
