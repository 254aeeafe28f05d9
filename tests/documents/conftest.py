"""A packet for tests of renderers, made without a journal."""

from datetime import date
from typing import Any

import pytest

from carelog.domain.time.days import Period
from carelog.review.days.mood_counts import MoodCounts
from carelog.review.days.moods import MoodDay
from carelog.review.packet.doses import TakenDose
from carelog.review.packet.mood import (
    DaysPart,
    FeelingPart,
    Level,
    MoodPart,
    MoodSummary,
    RatedDay,
    Summary,
    TrackerPart,
)
from carelog.review.packet.notes import NotePart, NotesOfDay
from carelog.review.packet.packet import Packet
from carelog.review.packet.routines import Counts, DoseChange, MedicinePart, RoutinePart

WORDS = ("awful", "bad", "okay", "good", "great")
WEEKS = [Period(date(2026, 11, 9), date(2026, 11, 15)), Period(date(2026, 11, 16), date(2026, 11, 22))]
FIRST, LAST = WEEKS[0].first, WEEKS[1].last


def a_packet(**changes: Any) -> Packet:
    """A packet of two weeks, with these fields replaced."""
    parts: dict[str, Any] = {
        "audience": "therapist",
        "name": "Alex M.",
        "first": FIRST,
        "last": LAST,
        "days": 14,
        "days_with_entries": 9,
        "paused": 2,
        "resting": 2,
        "sections": ("name", "mood", "medicines", "routines"),
        "is_chosen": True,
        "left_out": ("notes",),
        "mood": a_mood(),
        "trackers": (
            TrackerPart("sleep", "h", 0, 24, Summary(FIRST, LAST, 8, 14, 6.25, 3.5, 8), SLEEP, SLEEP),
            TrackerPart("coffee", "", None, None, Summary(FIRST, LAST, 1, 14), COFFEE, COFFEE),
        ),
        "medicines": (
            MedicinePart("sertraline", "75 mg", "every day", Counts(14, 12, 0, 1, 1, 0), None, None, (DOSE,)),
            MedicinePart("antihistamine", "", "as needed", Counts(0, 0, 0, 0, 0, 2), DOSES[0].day, None, (), DOSES),
        ),
        "routines": (
            RoutinePart("walk", "3 times a week", Counts(6, 5, 2, 1, 0, 1), None, None),
            RoutinePart("choir", "Thu", Counts(2, 1, 0, 1, 0, 0), None, date(2026, 11, 20), "too loud for me"),
        ),
        "rated_days": DaysPart(
            (RatedDay(date(2026, 11, 10), 1, "awful", ("tired", "ashamed"), ("sleep 3.5 h",), ("Stayed in bed.",)),),
            (RatedDay(date(2026, 11, 21), 4, "good"), RatedDay(date(2026, 11, 18), 4, "good")),
            0,
            2,
            "okay",
        ),
        "feelings": (FeelingPart("tired", 4), FeelingPart("hopeful", 1)),
        "notes": None,
    }
    return Packet(**(parts | changes))


def counts(levels: tuple[int, ...], low_entries: int, high_entries: int) -> MoodCounts:
    """Days on the levels 1 to 5, and those with a low and with a high entry."""
    low, high = sum(levels[:2]), sum(levels[3:])
    return MoodCounts(levels, low=low, high=high, low_entries=low_entries, high_entries=high_entries)


def a_mood(**changes: Any) -> MoodPart:
    """The mood section of these two weeks, with these fields replaced."""
    parts: dict[str, Any] = {
        "two_sided": False,
        "words": WORDS,
        "whole": MoodSummary(Summary(FIRST, LAST, 9, 14, 3, 1, 4), "okay", counts((1, 2, 3, 3, 0), 4, 5)),
        "weeks": MOODS,
        "spans": MOODS,
        "levels": tuple(
            Level(score, word, days) for score, word, days in zip(range(1, 6), WORDS, (1, 2, 3, 3, 0), strict=True)
        ),
        "days": tuple(
            MoodDay(date(2026, 11, 9 + day), mood, 1 if day == 4 else mood, mood)
            for day, mood in enumerate((3, 1, 2, 2, 3, 4, 4, 3, 4))
        ),
    }
    return MoodPart(**(parts | changes))


def some_notes(*texts: str) -> tuple[NotesOfDay, ...]:
    """A day with these notes."""
    return (NotesOfDay(LAST, tuple(NotePart("20:10", 2, "bad", ("tired",), text) for text in texts)),)


DOSES = (TakenDose(date(2026, 11, 12), "21:40", 2, ""), TakenDose(date(2026, 11, 15), "", None, ""))
DOSE = DoseChange(date(2026, 11, 16), "50 mg", "75 mg")


def _weeks(*values: Any) -> tuple[Summary, ...]:
    return tuple(
        Summary(week.first, week.last, each[0], 7, *each[1:]) for week, each in zip(WEEKS, values, strict=True)
    )


BETWEEN = "between bad and okay"
SLEEP, COFFEE = _weeks((6, 6.25, 3.5, 8), (2,)), _weeks((1,), (0,))
MOODS = tuple(
    MoodSummary(week, word, found)
    for week, word, found in zip(
        _weeks((6, 2.5, 1, 4), (3,)),
        (BETWEEN, ""),
        (counts((1, 2, 2, 1, 0), 4, 2), counts((0, 0, 1, 2, 0), 0, 3)),
        strict=True,
    )
)


@pytest.fixture(name="a_packet", scope="session")
def _a_packet() -> Any:
    return a_packet


@pytest.fixture(name="a_mood", scope="session")
def _a_mood() -> Any:
    return a_mood


@pytest.fixture(name="some_notes", scope="session")
def _some_notes() -> Any:
    return some_notes
