"""What each column of a journal may hold: whatever a page would stumble over is none of it.

Words, lists and rules are read by the same functions as when a page reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from carelog.domain.entry import feelings_of, tags_of
from carelog.domain.goal import CLOSEST
from carelog.domain.numbers import LARGEST
from carelog.domain.people import appointment, contact
from carelog.domain.people.activity import RATINGS, ActivityKind, ActivityState
from carelog.domain.people.contact import LAST_PLACE, GoodFor, Role, Way, WayKind
from carelog.domain.people.outreach import Helped
from carelog.domain.people.plan import Section
from carelog.domain.questionnaires.questionnaire import MOST_OPTIONS
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import RoutineKind
from carelog.domain.routines.tick import TickState
from carelog.domain.row_fault import Fault
from carelog.domain.score import HIGHEST, LOWEST
from carelog.domain.sign import Hold
from carelog.domain.text import checked_sha256
from carelog.domain.tracker import About, Better
from carelog.journal.backup.column_kinds import (
    CLOCK,
    DAY,
    ID_PATTERN,
    MOMENT,
    NAME,
    OFFSET,
    POINTER,
    ROW_ID,
    TEXT,
    USUAL_READINGS,
    YES_OR_NO,
    Kind,
    json_of,
    matching,
    number,
    or_null,
    whole,
    word,
)
from carelog.journal.collections.routines import doses_of, stock_of, terms_of, times_of


def _are_readings(readings: Mapping[str, Any]) -> bool:
    return all(ID_PATTERN.fullmatch(tracker) and _is_number(value) for tracker, value in readings.items())


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -LARGEST <= value <= LARGEST


def _read_ways(ways: Iterable[Any]) -> None:
    for kind, value, label in ways:
        Way(WayKind(kind), value, label)


def _are_counts(counts: Mapping[str, Any]) -> bool:
    return all(type(count) is int and count >= 0 for count in counts.values())


def _are_answers(answers: Iterable[Any]) -> bool:
    return all(answer is None or (type(answer) is int and answer >= 0) for answer in answers)


def _are_texts(texts: Iterable[Any]) -> bool:
    return all(isinstance(text, str) for text in texts)


_RATING = whole(RATINGS[0], RATINGS[-1])
_SHA256 = Kind(Fault.NOT_USABLE_TEXT, checked_sha256)
_WHEN = {"at": MOMENT, "utc_offset": OFFSET, "day": DAY}
_ORIGIN = {"import_id": or_null(POINTER)}
_AWAY = {"away_with": or_null(POINTER)}

STAMP: Mapping[str, Kind] = {
    "id": ROW_ID,
    "created_at": MOMENT,
    "updated_at": MOMENT,
    "updated_by": matching(r"[0-9a-f]{1,64}"),
    "deleted_at": or_null(MOMENT),
}
"""The columns of every table; the checksum is looked at by itself."""

KINDS: Mapping[str, Mapping[str, Kind]] = {
    "imports": {
        **_WHEN,
        "source": NAME,
        "sha256": _SHA256,
        "counts": json_of(_are_counts, dict),
        "first": or_null(DAY),
        "last": or_null(DAY),
    },
    "trackers": {
        "name": NAME,
        "unit": TEXT,
        "minimum": or_null(number()),
        "maximum": or_null(number()),
        "better": word(Better),
        "archived": or_null(DAY),
        "about": or_null(word(About)),
        "cover": or_null(NAME),
        **_ORIGIN,
    },
    "entries": {
        **_WHEN,
        "mood": or_null(whole(LOWEST, HIGHEST)),
        "note": TEXT,
        "feelings": json_of(feelings_of),
        "tags": json_of(tags_of),
        "readings": json_of(_are_readings, dict, USUAL_READINGS),
        "private": YES_OR_NO,
        "source": TEXT,
        **_ORIGIN,
    },
    "contacts": {
        "name": NAME,
        "role": word(Role),
        "ways": json_of(_read_ways),
        "good_for": json_of(lambda words: list(map(GoodFor, words))),
        "hours": TEXT,
        "crisis_order": or_null(whole(1, LAST_PLACE)),
        "say": TEXT,
        "note": TEXT,
        "zone": or_null(TEXT),
        "agreed_on": or_null(DAY),
        "agreed_to": or_null(TEXT),
        "meets": or_null(TEXT),
        "keep_in_touch": or_null(whole(1, contact.LONGEST_INTERVAL)),
        "snoozed": or_null(DAY),
        "cover": or_null(NAME),
        "called": or_null(NAME),
        "not_on_card": or_null(YES_OR_NO),
        "away": or_null(DAY),
    },
    "routines": {
        "name": NAME,
        "kind": word(RoutineKind),
        "cadence": Kind(Fault.UNKNOWN_WORD, read_cadence),
        "times": Kind(Fault.NOT_ITS_JSON, times_of),
        "target": or_null(number(0)),
        "unit": TEXT,
        "small": TEXT,
        "why": TEXT,
        "contact_id": or_null(POINTER),
        "doses": Kind(Fault.NOT_ITS_JSON, doses_of),
        "stock": or_null(Kind(Fault.NOT_ITS_JSON, stock_of)),
        "started": DAY,
        "archived": or_null(DAY),
        "terms": or_null(Kind(Fault.NOT_ITS_JSON, terms_of)),
        "cover": or_null(NAME),
        **_ORIGIN,
    },
    "ticks": {
        **_WHEN,
        "routine_id": POINTER,
        "state": word(TickState),
        "amount": or_null(number(0)),
        "note": TEXT,
        "source": TEXT,
        "planned": or_null(CLOCK),
        "again": or_null(YES_OR_NO),
        **_ORIGIN,
    },
    "pauses": {"first": DAY, "last": or_null(DAY)},
    "plan_steps": {
        "section": word(Section),
        "position": whole(0, int(LARGEST)),
        "text": NAME,
        "contact_id": or_null(POINTER),
        "not_on_card": or_null(YES_OR_NO),
        **_AWAY,
    },
    "plan_reviews": {"day": DAY},
    "kind_words": {"day": DAY, "text": NAME, "from_whom": TEXT, **_AWAY},
    "reached": {**_WHEN, "contact_id": or_null(POINTER), "helped": or_null(word(Helped)), "note": TEXT},
    "activities": {
        "text": NAME,
        "kind": word(ActivityKind),
        "planned_day": or_null(DAY),
        "planned_at": or_null(CLOCK),
        "contact_id": or_null(POINTER),
        "expected": or_null(_RATING),
        "state": word(ActivityState),
        **{column: or_null(kind) for column, kind in _WHEN.items()},
        "pleasure": or_null(_RATING),
        "mastery": or_null(_RATING),
        "closeness": or_null(_RATING),
        "note": TEXT,
        **_AWAY,
    },
    "signs": {
        "text": NAME,
        "rule": NAME,
        "step": NAME,
        "snoozed": or_null(DAY),
        "spoken": or_null(DAY),
        "holds": or_null(json_of(lambda words: list(map(Hold, words)))),
        "cover": or_null(NAME),
        **_AWAY,
    },
    "helpline_marks": {
        "country": matching(r"[A-Z]{2}"),
        "name": NAME,
        "hidden": YES_OR_NO,
        "checked_on": or_null(DAY),
    },
    "appointments": {
        "day": DAY,
        "time": or_null(CLOCK),
        "every": or_null(whole(1, appointment.LONGEST_INTERVAL)),
        "until": or_null(DAY),
        "contact_id": or_null(POINTER),
    },
    "agreements": {
        "day": DAY,
        "text": NAME,
        "appointment_id": or_null(POINTER),
        "routine_id": or_null(POINTER),
    },
    "topics": {"day": DAY, "text": NAME, "entry_id": or_null(POINTER), "done": or_null(DAY)},
    "answered": {
        **_WHEN,
        "questionnaire": NAME,
        "answers": json_of(_are_answers),
        "difficulty": or_null(whole(0, MOST_OPTIONS - 1)),
        "language": or_null(NAME),
    },
    "shares": {
        **_WHEN,
        "audience": NAME,
        "whom": TEXT,
        "form": NAME,
        "first": DAY,
        "last": DAY,
        "sections": json_of(_are_texts),
        "sha256": _SHA256,
    },
    "goals": {"text": NAME, "day": DAY, "let_go": or_null(DAY)},
    "goal_ratings": {**_WHEN, "goal_id": POINTER, "value": or_null(whole(0, CLOSEST))},
}
"""The kinds of the columns of each table beside its stamp."""
