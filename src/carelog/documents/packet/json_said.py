"""What of a packet's JSON the page of the packet says. All else is null or empty, and so is a key that is added later.

A page for somebody else is agreed to as it stands in its preview. So every part names the keys whose values are said
there, and what decides on the page whether and how much is said decides here too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from carelog.documents.packet.activities import MOST_ACTIVITIES, stand_in_lines
from carelog.documents.packet.document import MOST_FEELINGS
from carelog.documents.packet.goals import MOST_RATINGS
from carelog.documents.packet.json_said_mood import said_mood, said_trackers
from carelog.documents.packet.only import blank, none_of, only
from carelog.documents.packet.routines import MOST_DOSES, is_told
from carelog.documents.packet.scores import is_drawn
from carelog.domain.questionnaires.questionnaire import Change

if TYPE_CHECKING:
    from carelog.review.packet.packet import Packet
    from carelog.review.packet.routines import MedicinePart
    from carelog.review.packet.scores import ScorePart

Data = dict[str, Any]

_SAID_AS_IT_IS = frozenset(
    {
        *("carelog", "document", "audience", "about", "name", "period", "days_with_entries", "days_paused"),
        *("left_out", "topics", "words", "notes", "method"),
    }
)


def only_said(data: Data, packet: Packet) -> Data:
    """The JSON of a packet, without what its page does not say."""
    said = {key: value if key in _SAID_AS_IT_IS or value is None else blank(value) for key, value in data.items()}
    said |= {key: each(data[key]) for key, each in _BY_ITSELF.items() if data[key] is not None}
    return said | {key: each(data[key], packet) for key, each in _IN_ITS_PACKET.items() if data[key] is not None}


def _resting(days: int, packet: Packet) -> int | None:
    return days if packet.routines else None


def _remark(remark: str, packet: Packet) -> str | None:
    """Where the page names what was left out, it does not say besides that something was."""
    return None if packet.left_out else remark


def _safety(safety: Data) -> Data:
    """How often was asked is said where nothing was answered; a day before the period has its answer alone."""
    said = only(safety, "answers", "has_plan", "asked_earlier", *([] if safety["answers"] else ["asked"]))
    said["earlier"] = [only(each, "day", "questionnaire", "answer") for each in safety["earlier"]]
    said["plan_reviewed"] = safety["plan_reviewed"] if safety["has_plan"] else None
    return said


def _scores(scores: list[Data], packet: Packet) -> list[Data]:
    return [_score(each, part) for each, part in zip(scores, packet.scores or (), strict=True)]


def _score(score: Data, part: ScorePart) -> Data:
    """A questionnaire: what is published of it as far as the chart has it, and its totals."""
    shown = ("bands",) if part.bands else ("cutpoints",)
    said = only(score, "name", "min", "max", "higher_is", "scores", *(shown if is_drawn(part) else ()))
    said["earlier"] = [each for each in score["earlier"] if each["total"] is not None]
    compared = {(each.beside.value, each.earlier.day.isoformat()) for each in part.beside_others}
    said["compared"] = [each for each in score["compared"] if (each["beside"], each["day"]) in compared]
    lines = [*score["earlier"], *score["scores"]]
    for key in ("first", "last"):
        course = score[key]
        said[key] = course if course is None or course in lines else only(course, "day", "total")
    if part.course and part.reliable_change:
        said["change"] = score["change"]
    changes = [said["change"], *(each["change"] for each in said["compared"])]
    if any(change not in (None, Change.ABOUT_THE_SAME.value) for change in changes):
        said["reliable_change"] = score["reliable_change"]
    return said


def _goals(goals: list[Data]) -> list[Data]:
    return [each | {"ratings": each["ratings"][-MOST_RATINGS:]} for each in goals]


def _medicines(medicines: list[Data], packet: Packet) -> list[Data]:
    return [_medicine(each, part) for each, part in zip(medicines, packet.medicines or (), strict=True)]


def _medicine(medicine: Data, part: MedicinePart) -> Data:
    said = only(medicine, "name", "dose", "how_often", "began", "ended")
    said["counts"] = _counts(medicine["counts"], "days_not_used")
    told = zip(medicine["dose_changes"], part.changes, strict=True)
    said["dose_changes"] = [each for each, change in told if is_told(change, part)]
    doses = medicine["taken_as_needed"][-MOST_DOSES:]
    said["taken_as_needed"] = [each if each["amount"] is not None else each | {"unit": None} for each in doses]
    return said


def _routines(routines: list[Data]) -> list[Data]:
    """The routines. Among what changed stand the weeks in which they began and ended, and not the days."""
    return [
        only(each, "name", "how_often", "last_obstacle", "agreed_on") | {"counts": _counts(each["counts"], "small")}
        for each in routines
    ]


def _counts(counts: Data, *also: str) -> Data:
    """The counts; of what was never due only how often it was done."""
    asked = ("due", "kept", "skipped", "nothing_noted") if counts["due"] else ()
    return only(counts, *asked, "extra", *(key for key in also if asked or key == "days_not_used"))


def _together(together: Data, packet: Packet) -> Data | None:
    """What stands out, as it is told to somebody else; where nothing does, nothing of it is on the page."""
    part = packet.together
    if part is None or not part.sentences:
        return None
    said = only(together, "period", "days_with_a_mood", "compared", "caution")
    return said | {"found": [*part.on_a_page, *part.feelings_on_a_page]}


def _people(people: Data, packet: Packet) -> Data:
    """The counts; how activities were rated is counted where not all of them stand on the page."""
    if not (packet.belonging and packet.belonging.has_any):
        return none_of(people)
    said = only(people, "days_with_people", "days_with_purpose", "reached")
    rated = () if stand_in_lines(packet.activities or ()) else tuple(people["activities"])
    said["activities"] = only(people["activities"], "done", "partly", "skipped", *rated)
    return said


def _activities(activities: list[Data], packet: Packet) -> list[Data]:
    is_on_page = packet.belonging is not None and packet.belonging.has_any
    return activities[-MOST_ACTIVITIES:] if is_on_page else []


def _rated_days(rated: Data, packet: Packet) -> Data:
    """The hardest and best days, which a page without a mood does not have."""
    if packet.has_moods:
        return rated
    return none_of(rated)


def _feelings(feelings: list[Data]) -> list[Data]:
    return feelings[:MOST_FEELINGS]


_BY_ITSELF: dict[str, Callable[[Any], Any]] = {
    "safety": _safety,
    "goals": _goals,
    "routines": _routines,
    "feelings": _feelings,
}
_IN_ITS_PACKET: dict[str, Callable[[Any, Packet], Any]] = {
    "days_resting": _resting,
    "remark": _remark,
    "scores": _scores,
    "mood": said_mood,
    "trackers": said_trackers,
    "medicines": _medicines,
    "together": _together,
    "people": _people,
    "activities": _activities,
    "rated_days": _rated_days,
}
