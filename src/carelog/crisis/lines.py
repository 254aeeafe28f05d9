"""Emergency numbers and helplines, read from the text files that `scripts/make_helplines.py` writes.

Numbers are strings, shown exactly as their source prints them.
"""

from __future__ import annotations

import os

from carelog.crisis.place import read

_FOR_A_TOPIC = "topic"
_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "helplines")


class Line:
    """A helpline; `facts` are its values by key (phone, sms, hours, checked, …), in the order of the file."""

    __slots__ = ("facts",)

    def __init__(self) -> None:
        self.facts: dict[str, list[str]] = {}

    def all(self, key: str) -> list[str]:
        """Every value of a key."""
        return self.facts.get(key, [])

    def get(self, key: str) -> str:
        """The first value of a key, or an empty string."""
        return next(iter(self.all(key)), "")


class Country:
    """A country: ISO code, English name, numbers by kind ("emergency", …), and helplines in the order of the card.

    `for_topics` are the helplines that are about one topic alone: they are nobody's unless the topic was chosen.
    """

    __slots__ = ("code", "for_topics", "lines", "name", "numbers")

    def __init__(self, code: str) -> None:
        self.code, self.name = code, find("countries", code) or code
        self.numbers: dict[str, str] = {}
        self.lines: list[Line] = []
        self.for_topics: list[Line] = []

    @property
    def emergency(self) -> str:
        """The number to call in danger, or an empty string when none is confirmed."""
        return self.numbers.get("emergency", "")

    @property
    def police_only(self) -> str:
        """The number of the police where the sources agree on no other; it stands below the helplines, or empty."""
        return "" if self.emergency else self.numbers.get("police", "")

    @property
    def service(self) -> str:
        """What the sources agree on: "all", "ambulance" or "police", which is no emergency number; empty for none."""
        if self.emergency:
            return self.numbers.get("service", "all")
        return "police" if self.police_only else ""


def country(code: str) -> Country:
    """The country of an ISO code; without a file it has no numbers and no helplines."""
    found = Country(code)
    for row in _text(code).splitlines():
        key, _, value = row.partition("\t")
        if key == "line":
            found.lines.append(Line())
        if found.lines:
            found.lines[-1].facts.setdefault(key, []).append(value)
        else:
            found.numbers[key] = value
    found.for_topics = [line for line in found.lines if line.get("audience") == _FOR_A_TOPIC]
    if found.for_topics:
        found.lines = [line for line in found.lines if line not in found.for_topics]
    return found


def find(table: str, key: str) -> str:
    """The value of a key in the table "zones" or "countries", or an empty string."""
    _, _, rest = f"\n{_text(table)}".partition(f"\n{key}\t")
    return rest.partition("\n")[0]


def _text(name: str) -> str:
    try:
        return read(os.path.join(_FOLDER, f"{name}.txt")).decode("utf-8", "replace")
    except OSError:
        return ""
