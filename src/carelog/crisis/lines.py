"""Emergency numbers and helplines, read from the text files that `scripts/make_helplines.py` writes.

Numbers are strings, shown exactly as their source prints them.
"""

from __future__ import annotations

import os

from carelog.crisis.place import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.crisis.opening import Now, Opening

_FOR_A_TOPIC = "topic"
_FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "helplines")

ALWAYS = "24/7"
"""The hours of a line that is open all the time."""


class Line:
    """A helpline; `facts` are its values by key (phone, sms, hours, checked, …), in the order of the file.

    `within_hours` and `opens` are what `put_open_first` finds: whether a line that is not open all the time is within
    its hours, and when it opens if it is not. None is not known.
    """

    __slots__ = ("facts", "opens", "within_hours")

    def __init__(self) -> None:
        self.facts: dict[str, list[str]] = {}
        self.within_hours: bool | None = None
        self.opens: Opening | None = None

    def all(self, key: str) -> list[str]:
        """Every value of a key."""
        return self.facts.get(key, [])

    def get(self, key: str) -> str:
        """The first value of a key, or an empty string."""
        return next(iter(self.all(key)), "")

    @property
    def open_now(self) -> bool | None:
        """Whether the line is open now; None where that is not known."""
        return True if self.get("open") == ALWAYS else self.within_hours


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
    found.lines = list(filter(_can_be_reached, found.lines))
    found.for_topics = [line for line in found.lines if line.get("audience") == _FOR_A_TOPIC]
    if found.for_topics:
        found.lines = [line for line in found.lines if line not in found.for_topics]
    return found


def everybody_leads(lines: list[Line]) -> list[Line]:
    """Lines with those that the person chose behind the first of the others, so that one for everybody always leads."""
    chosen = [line for line in lines if line.get("chosen")]
    others = [line for line in lines if line not in chosen]
    return others[:1] + chosen + others[1:]


def put_open_first(country: Country, now: Now | None = None) -> None:
    """Put the lines of a country that are closed now behind the others, and note when they open.

    A line whose hours are not known may be open. Among themselves the lines stay in the order of `doubts` and `mark`,
    with one for everybody before those that were chosen. Lines for young people that nobody chose stay behind all.
    `now` is a moment, or None for what the clock shows; nothing moves where that cannot be read, or is before the day
    of the newest source.
    """
    with_hours = [line for line in country.lines if "zone" in line.facts]
    if not with_hours:
        return
    try:
        from carelog.crisis.opening import clock, is_before, opening

        moment = now or clock()
        if is_before(moment, max(line.get("checked") for line in country.lines)):
            return
        found = [opening(line.get("open"), line.get("zone"), moment) for line in with_hours]
    except (ArithmeticError, ImportError, LookupError, OSError, ValueError):
        return
    for line, state in zip(with_hours, found, strict=True):
        line.within_hours, line.opens = state
    kinds = [(others, closed) for others in (False, True) for closed in (False, True)]
    groups = [[line for line in country.lines if _kind(line) == kind] for kind in kinds]
    country.lines = [line for group in groups for line in everybody_leads(group)]


def code(text: str) -> str:
    """The ISO 3166 code in upper case ("gb", "UK" → "GB"), or an empty string for anything else."""
    text = text.strip()
    if len(text) != 2 or not (text.isascii() and text.isalpha()):
        return ""
    return "GB" if text.upper() == "UK" else text.upper()


def find(table: str, key: str) -> str:
    """The value of a key in the table "zones" or "countries", or an empty string."""
    _, _, rest = f"\n{_text(table)}".partition(f"\n{key}\t")
    return rest.partition("\n")[0]


def rows_of(table: str) -> list[list[str]]:
    """The rows of the table "countries" or "names", each as its values."""
    return [row.split("\t") for row in _text(table).splitlines()]


def _text(name: str) -> str:
    """The text of a file up to its last line feed: what stands behind was cut, perhaps within a number."""
    try:
        return read(os.path.join(_FOLDER, f"{name}.txt")).decode("utf-8", "replace").rpartition("\n")[0]
    except OSError:
        return ""


def _can_be_reached(line: Line) -> bool:
    """Whether a line has a name and a way to reach it, which a file that was cut may lack."""
    return "name" in line.facts and any(way in line.facts for way in ("phone", "sms", "whatsapp", "chat"))


def _kind(line: Line) -> tuple[bool, bool]:
    """Whether a line is for young people alone and was not chosen, and whether it is closed."""
    return line.get("audience") == "youth" and not line.get("chosen"), line.within_hours is False
