"""Parse the notes of Nomie: #tracked(values), @people and +surroundings.

A value in brackets is a number with or without a unit, or a time; anything else is not calculated and is no reading.
Values of one tracker in the same note are added up, or averaged where the tracker says so. Source: docs/importing.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carelog.domain.text import fold
from carelog.exchange.files.json_file import table_of, text_of, words_of
from carelog.exchange.pipeline.scales import Reading

_TRACKED = re.compile(r"(?<!\S)#([^\s#@+()]+)(?:\(([^)\n]{1,40})\))?")
_TAGGED = re.compile(r"(?<!\S)[@+]([^\s#@+()]+)")
_ENDING_BACKWARDS = re.compile(r"(?:s['’]|[,.!?:;'’])*+")
"""What may follow a name in a sentence and does not belong to it, from its last letter to the first."""
_NUMBER = re.compile(r"(-?\d{1,9}(?:\.\d{1,6})?)\s*([A-Za-z/%$]{0,20})")
_TIMER = re.compile(r"(\d{1,4}):([0-5]\d):([0-5]\d)")
_NO_UNIT = {"", "num", "timer"}
_SECONDS_OF_AN_HOUR = 3600
_HOUR = "h"


@dataclass(frozen=True, slots=True)
class ValueFormat:
    """How a tracker stores its values: in a unit, or in seconds if `is_timer`; averaged if `is_mean`, else added up."""

    unit: str = ""
    is_timer: bool = False
    is_mean: bool = False


def value_formats(trackers: Any) -> dict[str, ValueFormat]:
    """The value format of each tracker of a backup, by its folded tag."""
    return {fold(tag): _value_format(table_of(each)) for tag, each in table_of(trackers).items()}


def readings_in(note: str, trackers: Mapping[str, ValueFormat]) -> list[Reading]:
    """A reading for each thing that a note tracks with a number; a tag without a value counts as 1."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for tag, value in _TRACKED.findall(note):
        name = _without_ending(tag)
        reading = _reading(name, value.strip(), trackers.get(fold(name), ValueFormat())) if name else None
        if reading:
            found[fold(name)].append(reading)
    return [_combined(each, trackers.get(name, ValueFormat())) for name, each in found.items()]


def tags_in(note: str) -> list[str]:
    """The people and surroundings in a note."""
    return [_without_ending(each) for each in _TAGGED.findall(note)]


def _without_ending(name: str) -> str:
    ending = _ENDING_BACKWARDS.match(name[::-1])
    return name[: -ending.end()] if ending and ending.end() else name


def _value_format(tracker: Mapping[str, Any]) -> ValueFormat:
    unit = words_of(tracker.get("uom"))
    is_timer = text_of(tracker.get("type")) == "timer"
    return ValueFormat("" if unit in _NO_UNIT else unit, is_timer, text_of(tracker.get("math")) == "mean")


def _reading(name: str, value: str, value_format: ValueFormat) -> Reading | None:
    if timer := _TIMER.fullmatch(value):
        hours, minutes, seconds = (int(each) for each in timer.groups())
        return Reading(name, round(hours + minutes / 60 + seconds / _SECONDS_OF_AN_HOUR, 6), _HOUR)
    number = _NUMBER.fullmatch(value or "1")
    if not number:
        return None
    if value_format.is_timer:
        return Reading(name, round(float(number[1]) / _SECONDS_OF_AN_HOUR, 6), _HOUR) if value else None
    return Reading(name, float(number[1]), number[2] or value_format.unit)


def _combined(readings: list[Reading], value_format: ValueFormat) -> Reading:
    total = sum(each.number for each in readings)
    number = total / len(readings) if value_format.is_mean else total
    return Reading(readings[0].name, round(number, 6), readings[0].unit)
