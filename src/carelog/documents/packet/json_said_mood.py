"""What a page says of moods and readings, of all that a packet's JSON has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.documents.packet.mood import noted_often, page_unit, shown_median, stand_beside_mood
from carelog.documents.packet.only import blank, only
from carelog.domain.numbers import to_hundredths
from carelog.domain.score import LOWEST
from carelog.review.days.moods import half_step
from carelog.review.packet.spans import Unit

if TYPE_CHECKING:
    from carelog.domain.statistics.halves import Halves
    from carelog.review.packet.mood import MoodPart, Summary, TrackerPart
    from carelog.review.packet.packet import Packet

Data = dict[str, Any]

_DAYS = ("days_at_2_or_below", "days_at_4_or_above", "days_with_an_entry_at_2_or_below")
_DAYS_OF_TWO_ENDS = "days_with_an_entry_at_4_or_above"


def said_mood(mood: Data, packet: Packet) -> Data:
    """The mood: its days, the whole, weeks where the table is by week, and levels as the page counts them."""
    part = packet.mood
    if part is None or not part.whole.numbers.days:
        none = {"days": 0, "of": None}
        return only(mood, "scale") | {"whole": only(mood["whole"], "from", "to") | {"coverage": none}}
    said = only(mood, "scale", "words", "days")
    ends = (_DAYS_OF_TWO_ENDS,) if part.two_sided else ()
    said["whole"] = _stretch(mood["whole"], *_DAYS, *ends, "days_level", "days_both_low_and_high")
    if page_unit(packet) is Unit.WEEK:
        said["weeks"] = [_stretch(each, *_DAYS, *ends) for each in mood["weeks"]]
    said["levels"] = _levels(part)
    said["halves"] = _halves(mood["halves"], part)
    return said


def said_trackers(trackers: list[Data], packet: Packet) -> list[Data]:
    """The readings. One that is noted seldom has the days on which it is, and no more."""
    often = noted_often(packet.trackers or ())
    return [
        _in_a_table(each, part, packet) if part in often else _seldom(each)
        for each, part in zip(trackers, packet.trackers or (), strict=True)
    ]


def _stretch(stretch: Data, *days: str) -> Data:
    """Some days of a mood. The median has its word where it is a step, and no day was both low and high."""
    median = stretch["median"]
    is_a_step = median is not None and not median % 1 and not stretch["days_both_low_and_high"]
    word = ("word",) if is_a_step else ()
    return only(stretch, "from", "to", "coverage", "median", "lowest", "highest", *word, *days)


def _levels(part: MoodPart) -> list[Data]:
    """The days by level as the calendar counts them: a half step is the level nearer to the middle."""
    levels = part.whole.counts.levels.items()
    return [{"score": score, "word": part.words[score - LOWEST], "days": days} for score, days in levels]


def _halves(halves: Data | None, part: MoodPart) -> Data | None:
    """The difference, and the days before; those of the page are counted above."""
    if halves is None or part.halves is None:
        return None
    found = part.halves.found
    both = part.halves.before.both or part.halves.after.both
    said = only(halves, "verdict")
    if found.all_alike and not both:
        return said | {"before": _alike(halves["before"]), "after": _alike(halves["after"])}
    said["before"] = halves["before"] | {"median": half_step(halves["before"]["median"])}
    said["after"] = only(halves["after"], "from", "to")
    return said if found.all_alike else said | _difference(found)


def _alike(half: Data) -> Data:
    return only(half, "from", "to") | {"median": half_step(half["median"])}


def _difference(found: Halves) -> Data:
    """The difference as the page says it, to two decimals."""
    if found.low is None or found.high is None:
        return {"delta": to_hundredths(found.delta)}
    return {name: to_hundredths(getattr(found, name)) for name in ("delta", "low", "high")}


def _in_a_table(tracker: Data, part: TrackerPart, packet: Packet) -> Data:
    """A reading in a table; beside the mood there is no row for all days."""
    has_scale = part.minimum is not None and part.maximum is not None
    said = only(tracker, "name", "unit", *(("minimum", "maximum") if has_scale else ()))
    said["whole"] = only(tracker["whole"], "from", "to")
    if not stand_beside_mood(packet):
        said["whole"] = _reading(tracker["whole"], part.whole)
    if page_unit(packet) is Unit.WEEK:
        said["weeks"] = [_reading(each, week) for each, week in zip(tracker["weeks"], part.weeks, strict=True)]
    return said


def _seldom(tracker: Data) -> Data:
    whole = only(tracker["whole"], "from", "to") | {"coverage": only(tracker["whole"]["coverage"], "days")}
    return only(tracker, "name") | {"whole": whole}


def _reading(reading: Data, stretch: Summary) -> Data:
    """The median and the range of some days, or the number of those that are too few for them."""
    if stretch.median is None:
        return only(reading, "from", "to") | {"coverage": only(reading["coverage"], "days")}
    said = only(reading, "from", "to", "lowest", "highest")
    return said | {"median": shown_median(stretch.median), "coverage": blank(reading["coverage"])}
