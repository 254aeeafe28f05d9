"""The digest for an ally as JSON: the keys of every page, and of their values those that the digest has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.review.packet.digest import LevelDays
from carelog.wording.files import packet as words

if TYPE_CHECKING:
    from carelog.review.packet.digest import Digest, KeptRoutine, MiddleMood, TimeWith

Data = dict[str, Any]

_COUNTS = ("due", "kept", "small", "skipped", "nothing_noted", "extra", "days_not_used")
_ACTIVITIES = ("done", "partly", "skipped", "better_than_expected", "as_expected", "worse_than_expected")
_NOT_FOR_ALLIES = (
    *("topics", "safety", "scores", "goals", "trackers", "medicines"),
    *("together", "activities", "rated_days", "feelings", "words", "notes"),
)


def digest_data(digest: Digest) -> Data:
    """The parts of a page for an ally, by key; what an ally does not get is null or empty."""
    return {
        "about": words.FROM_CARELOG,
        "days_with_entries": None,
        "days_paused": None,
        "days_resting": None,
        "left_out": [],
        "remark": None,
        **dict.fromkeys(_NOT_FOR_ALLIES),
        "mood": _mood(digest) if digest.mood else None,
        "routines": list(map(_routine, digest.kept)) or None,
        "people": _people(digest.time_with) if digest.time_with else None,
        "asks_for": digest.ask or None,
        "method": [],
    }


def _routine(routine: KeptRoutine) -> Data:
    return {
        "name": routine.name,
        "how_often": None,
        "counts": dict.fromkeys(_COUNTS) | {"due": routine.due, "kept": routine.kept},
        "began": None,
        "ended": None,
        "last_obstacle": None,
        "agreed_on": None,
    }


def _people(part: TimeWith) -> Data:
    return {
        "days_with_people": part.with_people,
        "days_with_purpose": part.with_purpose,
        "reached": part.reached,
        "activities": dict.fromkeys(_ACTIVITIES),
    }


def _mood(digest: Digest) -> Data:
    return {
        "scale": "two-sided" if isinstance(digest.mood, LevelDays) else "one-sided",
        "words": [],
        "whole": {"from": digest.first.isoformat(), "to": digest.last.isoformat()} | _in_short(digest.mood),
        "weeks": [],
        "days": [],
        "levels": [],
        "halves": None,
    }


def _in_short(mood: MiddleMood | LevelDays | None) -> Data:
    level = mood if isinstance(mood, LevelDays) else None
    return {
        "coverage": {"days": level.days if level else None, "of": None},
        "median": None,
        "lowest": None,
        "highest": None,
        "word": mood.word if mood and not level else None,
        "days_at_2_or_below": None,
        "days_at_4_or_above": None,
        "days_with_an_entry_at_2_or_below": None,
        "days_with_an_entry_at_4_or_above": None,
        "days_level": level.level if level else None,
        "days_both_low_and_high": level.both if level else None,
    }
