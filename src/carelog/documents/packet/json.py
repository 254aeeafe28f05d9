"""The packet as JSON, key by key, so that renaming a field in the code never renames a key.

`docs/schemas/packet.json` is its schema. Keys may be added, and are never renamed or removed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from carelog.documents.packet.json_digest import digest_data
from carelog.documents.packet.json_mood import mood, tracker
from carelog.documents.packet.json_people import activity, belonging, goal
from carelog.documents.packet.json_said import only_said
from carelog.documents.packet.method import method
from carelog.domain.audience import ALLY, SELF
from carelog.domain.time.days import Period
from carelog.review.packet.digest import digest_of
from carelog.wording.files import packet as words

if TYPE_CHECKING:
    from datetime import date

    from carelog.review.packet.mood import DaysPart, FeelingPart, RatedDay
    from carelog.review.packet.notes import NotesOfDay
    from carelog.review.packet.packet import Packet
    from carelog.review.packet.routines import Counts, MedicinePart, RoutinePart
    from carelog.review.packet.scores import SafetyAnswer, SafetyPart, ScoreLine, ScorePart
    from carelog.review.packet.together import TogetherPart

Data = dict[str, Any]


def as_json(packet: Packet) -> str:
    """The packet as indented JSON; for somebody else with what the page says, and nothing besides.

    Where the page names what was left out, such a section is null and one without content is empty. Else both are null,
    because a difference would name it.
    """
    return json.dumps(_data(packet), ensure_ascii=False, indent=2) + "\n"


def _data(packet: Packet) -> Data:
    if packet.audience == ALLY.key:
        return _head(packet) | digest_data(digest_of(packet))
    whole = _head(packet) | _whole(packet)
    if packet.audience == SELF.key:
        return _without_what_is_empty(whole, packet)
    return _without_what_is_empty(only_said(whole, packet), packet)


def _head(packet: Packet) -> Data:
    return {
        "carelog": 1,
        "document": "packet",
        "audience": packet.audience,
        "about": words.NOT_AN_ASSESSMENT,
        "name": packet.name or None,
        "period": {"from": _day(packet.first), "to": _day(packet.last), "days": len(Period(packet.first, packet.last))},
    }


def _whole(packet: Packet) -> Data:
    return {
        "days_with_entries": packet.days_with_entries,
        "days_paused": packet.paused,
        "days_resting": packet.resting,
        "left_out": list(packet.left_out or ()),
        "remark": words.NOT_EVERYTHING if packet.is_chosen else None,
        **_parts(packet),
        "asks_for": packet.ask or None,
        "method": list(method(packet)),
    }


def _parts(packet: Packet) -> Data:
    return {
        "topics": None if packet.topics is None else list(packet.topics),
        "safety": None if packet.safety is None else _safety(packet.safety),
        "scores": None if packet.scores is None else [_score(each) for each in packet.scores],
        "goals": None if packet.goals is None else [goal(each) for each in packet.goals],
        "mood": None if packet.mood is None else mood(packet.mood),
        "trackers": None if packet.trackers is None else [tracker(each) for each in packet.trackers],
        "medicines": None if packet.medicines is None else [_medicine(each) for each in packet.medicines],
        "routines": None if packet.routines is None else [_routine(each) for each in packet.routines],
        "together": None if packet.together is None else _together(packet.together),
        "people": None if packet.belonging is None else belonging(packet.belonging),
        "activities": None if packet.activities is None else [activity(each) for each in packet.activities],
        "rated_days": None if packet.rated_days is None else _rated_days(packet.rated_days),
        "feelings": None if packet.feelings is None else [_feeling(each) for each in packet.feelings],
        "words": None if packet.marked is None else _notes(packet.marked),
        "notes": None if packet.notes is None else _notes(packet.notes),
    }


def _without_what_is_empty(data: Data, packet: Packet) -> Data:
    """The same with null for a part that holds nothing, unless the page names what was left out."""
    if packet.left_out is not None:
        return data
    empty = {key for key in _parts(packet) if data[key] == []} | set(_nothing_noted_in(packet))
    return {key: None if key in empty else part for key, part in data.items()}


def _nothing_noted_in(packet: Packet) -> Iterator[str]:
    """The parts with a frame of their own that hold nothing that was noted."""
    if packet.mood and not packet.has_moods:
        yield "mood"
    if packet.together and not packet.together.compared:
        yield "together"
    if packet.belonging and not packet.belonging.has_any:
        yield "people"
    if packet.rated_days and not (packet.rated_days.lowest or packet.rated_days.highest):
        yield "rated_days"


def _safety(safety: SafetyPart) -> Data:
    return {
        "answers": list(map(_safety_answer, safety.answers)),
        "asked": safety.asked,
        "earlier": list(map(_safety_answer, safety.earlier)),
        "asked_earlier": safety.asked_earlier,
        "has_plan": safety.has_plan,
        "plan_reviewed": _day(safety.plan_reviewed),
    }


def _safety_answer(answer: SafetyAnswer) -> Data:
    return {
        "day": _day(answer.day),
        "questionnaire": answer.questionnaire,
        "number": answer.number,
        "item": answer.item,
        "answer": answer.answer,
    }


def _score(score: ScorePart) -> Data:
    return {
        "name": score.name,
        "title": score.title,
        "min": score.minimum,
        "max": score.maximum,
        "higher_is": score.higher_is.value,
        "bands": [{"from": first, "to": last, "text": text} for first, last, text in score.bands],
        "scores": [_score_line(each) for each in score.lines],
        "reliable_change": score.reliable_change,
        "change": score.change.value if score.change else None,
        "attribution": score.attribution,
        "earlier": [_score_line(each) for each in score.earlier],
        "compared": [
            {
                "beside": each.beside.value,
                "day": _day(each.earlier.day),
                "total": each.earlier.total,
                "change": each.change.value if each.change else None,
            }
            for each in score.compared
        ],
        "cutpoints": [{"from": first, "text": text or None} for first, text in score.cutpoints],
        "first": _score_line(score.course[0]) if score.course else None,
        "last": _score_line(score.course[1]) if score.course else None,
    }


def _score_line(line: ScoreLine) -> Data:
    return {"day": _day(line.day), "total": line.total, "band": line.band or None}


def _together(together: TogetherPart) -> Data:
    return {
        "period": {"from": _day(together.first), "to": _day(together.last)},
        "days_with_a_mood": together.days,
        "compared": together.compared,
        "found": list(together.sentences),
        "caution": together.caution or None,
    }


def _medicine(medicine: MedicinePart) -> Data:
    return {
        "name": medicine.name,
        "dose": medicine.dose or None,
        "how_often": medicine.how_often,
        "counts": _counts(medicine.counts),
        "began": _day(medicine.began),
        "ended": _day(medicine.ended),
        "dose_changes": [
            {"day": _day(change.day), "before": change.before or None, "after": change.after}
            for change in medicine.changes
        ],
        "taken_as_needed": [
            {"day": _day(dose.day), "time": dose.clock or None, "amount": dose.amount, "unit": dose.unit or None}
            for dose in medicine.taken
        ],
    }


def _routine(routine: RoutinePart) -> Data:
    return {
        "name": routine.name,
        "how_often": routine.how_often,
        "counts": _counts(routine.counts),
        "began": _day(routine.began),
        "ended": _day(routine.ended),
        "last_obstacle": routine.obstacle or None,
        "agreed_on": routine.is_homework,
    }


def _counts(counts: Counts) -> Data:
    return {
        "due": counts.due,
        "kept": counts.kept,
        "small": counts.small,
        "skipped": counts.skipped,
        "nothing_noted": counts.unnoted,
        "extra": counts.extra,
        "days_not_used": counts.unknown,
    }


def _rated_days(days: DaysPart) -> Data:
    return {
        "lowest": [_rated_day(each) for each in days.lowest],
        "highest": [_rated_day(each) for each in days.highest],
        "more_like_the_last_lowest": days.more_lowest,
        "more_like_the_last_highest": days.more_highest,
    }


def _rated_day(rated: RatedDay) -> Data:
    return {
        "day": _day(rated.day),
        "score": rated.score,
        "word": rated.word,
        "feelings": list(rated.feelings),
        "readings": list(rated.readings),
        "quotes": list(rated.quotes),
    }


def _feeling(feeling: FeelingPart) -> Data:
    return {"word": feeling.word, "days": feeling.days}


def _notes(days: Sequence[NotesOfDay]) -> list[Data]:
    return [
        {
            "day": _day(each.day),
            "notes": [
                {
                    "time": note.time,
                    "score": note.score,
                    "word": note.word or None,
                    "feelings": list(note.feelings),
                    "text": note.text,
                }
                for note in each.notes
            ],
        }
        for each in days
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
