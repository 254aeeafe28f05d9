"""The readings in a file of another app, and the trackers that can hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from carelog.domain.ids import steady_id
from carelog.domain.numbers import show_number
from carelog.domain.text import clean_line, fold
from carelog.domain.tracker import Tracker
from carelog.domain.tracker_about import about_named
from carelog.errors import InvalidValue

MOST_NEW = 100
"""The most trackers that one file may add; further readings stay in the notes."""

_NUMBER = r"-?[0-9]{1,9}(?:[.,][0-9]{1,6})?"
_UNIT = r"(?:\s*(?P<unit>[^\W\d_][^\d\s:/|]{0,19}))?"
_SCALE = re.compile(
    r"(?P<name>\S.*?)\s*:\s+(?:"
    r"(?P<hours>[0-9]{1,4})(?::(?P<minutes>[0-5][0-9])|\s*h(?:rs?|ours?)?\s*(?P<left>[0-5]?[0-9])\s*m(?:in)?(?:s|utes?)?)"
    rf"|(?P<number>{_NUMBER})(?:\s*/\s*(?P<maximum>[0-9]{{1,6}}))?{_UNIT}"
    r")",
    re.DOTALL,
)
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}[.,][0-9]{3}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number on a named scale; where the scale has a `maximum`, it begins at 0."""

    name: str
    number: float
    unit: str = ""
    maximum: float | None = None

    @property
    def qualifier(self) -> str:
        """The end of the scale or its unit, which distinguishes it from another scale of the same name."""
        return f"of {show_number(self.maximum)}" if self.maximum is not None else self.unit or "number"

    def fits(self, tracker: Tracker) -> bool:
        """Whether the numbers of a tracker mean the same: the same maximum and the same unit."""
        same_end = self.maximum is None or self.maximum == tracker.maximum
        return same_end and fold(self.unit) == fold(tracker.unit)


def read_scale(text: str) -> Reading | None:
    """Parse a reading such as `Sleep Quality: 7/10 points`, `Steps: 6200`, or, in hours, `Sleep: 7:45` and `7h 45m`.

    None for anything else, for a number beyond its scale, and for an ambiguous one such as 6,200, which may be six or
    six thousand.
    """
    found = _SCALE.fullmatch(clean_line(text))
    if not found:
        return None
    if found["hours"]:
        return Reading(found["name"], (int(found["hours"]) * 60 + int(found["minutes"] or found["left"])) / 60, "h")
    if _GROUPED.fullmatch(found["number"]):
        return None
    number, unit = float(found["number"].replace(",", ".")), found["unit"] or ""
    if not found["maximum"]:
        return Reading(found["name"], number, unit)
    maximum = float(found["maximum"])
    return Reading(found["name"], number, unit or "points", maximum) if 0 <= number <= maximum else None


class Scales:
    """Finds the tracker for each reading in a file, and collects the trackers that have to be added.

    A tracker of the same name whose numbers mean something else is left alone: the reading gets another tracker with
    the scale in its name, such as “Sleep Quality (of 5)”.
    """

    def __init__(self, trackers: Iterable[Tracker]) -> None:
        self._by_name = {fold(tracker.name): tracker for tracker in trackers}
        self._new_trackers: list[Tracker] = []

    @property
    def new_trackers(self) -> tuple[Tracker, ...]:
        """The trackers that have to be added."""
        return tuple(self._new_trackers)

    def read_all(self, given: Iterable[str | Reading]) -> tuple[dict[str, float], list[str]]:
        """The numbers of these readings by the name of their tracker, and as texts those that no tracker can hold."""
        readings: dict[str, float] = {}
        unread: list[str] = []
        for each in given:
            text = clean_line(each) if isinstance(each, str) else f"{each.name}: {show_number(each.number)} {each.unit}"
            reading = read_scale(text) if isinstance(each, str) else each
            tracker = self.tracker_name(reading) if reading else None
            if reading and tracker and tracker not in readings:
                readings[tracker] = reading.number
            elif text.strip():
                unread.append(text.strip())
        return readings, unread

    def tracker_name(self, reading: Reading) -> str | None:
        """The name of the tracker that can hold a reading, an added one if necessary; None where no tracker can."""
        tracker = self._tracker_for(reading)
        return tracker.name if tracker and _holds(tracker, reading.number) else None

    def _tracker_for(self, reading: Reading) -> Tracker | None:
        for name in (reading.name, f"{reading.name} ({reading.qualifier})"):
            tracker = self._by_name.get(fold(name))
            if tracker is None:
                return self._make(name, reading)
            if reading.fits(tracker):
                return tracker
        return None

    def _make(self, name: str, reading: Reading) -> Tracker | None:
        if len(self._new_trackers) >= MOST_NEW:
            return None
        lowest = None if reading.maximum is None else 0.0
        try:
            about = about_named(name)
            tracker = Tracker(
                steady_id("tracker", fold(name)), name, reading.unit, lowest, reading.maximum, about=about
            )
        except InvalidValue:
            return None
        self._by_name[fold(tracker.name)] = tracker
        self._new_trackers.append(tracker)
        return tracker


def _holds(tracker: Tracker, number: float) -> bool:
    try:
        tracker.checked(number)
    except InvalidValue:
        return False
    return True
