"""What Nomie reads out of a note: #tracked(values), @people and +surroundings.

Nothing is calculated in brackets: what is there is a number, with a unit or without, a time, or stays words. A thing
that is tracked more than once in a note is added up, or averaged where its tracker says so. Source: docs/importing.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carelog.domain.text import fold
from carelog.exchange.files.json_file import table_of, text_of
from carelog.exchange.pipeline.scales import Reading

_TRACKED = re.compile(r"(?<!\S)#([^\s#@+()]+)(?:\(([^)\n]{1,40})\))?")
_TAGGED = re.compile(r"(?<!\S)[@+]([^\s#@+()]+)")
_ENDING = re.compile(r"(?:['’]s|[,.!?:;'’])+$")
"""What may follow a word in a sentence and belongs to no name."""
_NUMBER = re.compile(r"(-?\d{1,9}(?:\.\d{1,6})?)\s*([A-Za-z/%$]{0,20})")
_TIMER = re.compile(r"(\d{1,4}):([0-5]\d):([0-5]\d)")
_NO_UNIT = {"", "num", "timer"}
_SECONDS_OF_AN_HOUR = 3600
_HOUR = "h"


@dataclass(frozen=True, slots=True)
class Kept:
    """How a tracker keeps its values: in a unit, in seconds where it is a timer, and averaged or added up."""

    unit: str = ""
    is_timer: bool = False
    is_mean: bool = False


def kept_by(trackers: Any) -> dict[str, Kept]:
    """How each tracker of a backup keeps its values, by its folded tag."""
    return {fold(tag): _kept(table_of(each)) for tag, each in table_of(trackers).items()}


def readings_in(note: str, trackers: Mapping[str, Kept]) -> list[Reading]:
    """A reading for each thing that is tracked in a note with a number, or with nothing, which is 1."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for tag, value in _TRACKED.findall(note):
        name = _ENDING.sub("", tag)
        reading = _reading(name, value.strip(), trackers.get(fold(name), Kept())) if name else None
        if reading:
            found[fold(name)].append(reading)
    return [_together(each, trackers.get(name, Kept())) for name, each in found.items()]


def tags_in(note: str) -> list[str]:
    """The people and the surroundings of a note."""
    return [_ENDING.sub("", each) for each in _TAGGED.findall(note)]


def _kept(tracker: Mapping[str, Any]) -> Kept:
    unit = text_of(tracker.get("uom")).strip()
    is_timer = text_of(tracker.get("type")) == "timer"
    return Kept("" if unit in _NO_UNIT else unit, is_timer, text_of(tracker.get("math")) == "mean")


def _reading(name: str, value: str, kept: Kept) -> Reading | None:
    if timer := _TIMER.fullmatch(value):
        hours, minutes, seconds = (int(each) for each in timer.groups())
        return Reading(name, round(hours + minutes / 60 + seconds / _SECONDS_OF_AN_HOUR, 6), _HOUR)
    number = _NUMBER.fullmatch(value or "1")
    if not number:
        return None
    if kept.is_timer:
        return Reading(name, round(float(number[1]) / _SECONDS_OF_AN_HOUR, 6), _HOUR) if value else None
    return Reading(name, float(number[1]), number[2] or kept.unit)


def _together(readings: list[Reading], kept: Kept) -> Reading:
    total = sum(each.number for each in readings)
    number = total / len(readings) if kept.is_mean else total
    return Reading(readings[0].name, round(number, 6), readings[0].unit)
