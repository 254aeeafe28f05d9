import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from carelog.documents.packet.json import as_json
from carelog.domain.audience import AUDIENCES
from carelog.domain.people.activity import ActivityState
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.time.days import Moment, Period
from carelog.journal import Journal
from carelog.review.packet.packet import Packet, packet
from support.journals import DAY, fill, written_and_read
from support.source import ROOT

Make = Callable[..., Packet]

SCHEMA = json.loads((ROOT / "docs" / "schemas" / "packet.json").read_text("utf-8"))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_key_is_described_by_the_schema(a_packet: Make, some_notes: Callable[..., object]) -> None:
    check(as_json(a_packet(notes=some_notes("a note", "another"))))


def test_every_key_of_a_journal_with_something_everywhere_is_described() -> None:
    def whole(journal: Journal) -> None:
        fill(journal)
        goal = next(iter(journal.goals))
        journal.goals.edit(replace(goal, let_go=DAY))
        (activity,) = journal.activities
        at = journal.clock.now()
        rated = replace(activity, state=ActivityState.DONE, at=at, day=DAY, expected=3, pleasure=6)
        journal.activities.edit(rated)
        (routine, *_) = (each for each in journal.routines if each.is_medicine)
        journal.routines.edit(replace(routine, cadence=read_cadence("as-needed")))
        journal.ticks.add([routine], amount=2)
        for back in (1, 100):
            day = DAY - timedelta(days=back)
            when = Moment(at.instant - timedelta(days=back))
            journal.answered.insert(Answered(journal.answered.new_id(), "phq9", when, day, (1,) * 9))

    with written_and_read(whole) as journal:
        for audience in AUDIENCES.values():
            data = check(as_json(packet(journal, Period.ending(DAY, 28), audience, include=audience.on_request)))
            assert data["period"]["days"] == 28
        assert data["goals"][0]["put_down"] == DAY.isoformat()
        assert data["activities"][0]["pleasure"] == 6
        assert data["safety"]["earlier"]
        assert any(each["taken_as_needed"] for each in data["medicines"])
        assert any(each["first"] for each in data["scores"])


def test_a_part_that_was_left_out_is_null(a_packet: Make) -> None:
    parts = ["mood", "trackers", "medicines", "routines", "rated_days", "feelings", "notes"]
    data = check(as_json(a_packet(name="", **dict.fromkeys(parts))))
    assert all(data[part] is None for part in [*parts, "name"])


def test_a_part_without_anything_in_it_is_empty_and_not_null(a_packet: Make) -> None:
    data = check(as_json(a_packet(trackers=(), medicines=(), routines=(), feelings=(), notes=())))
    assert all(data[part] == [] for part in ["trackers", "medicines", "routines", "feelings", "notes"])


@given(note=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_note_comes_out_as_it_was_typed(note: str, a_packet: Make, some_notes: Callable[..., object]) -> None:
    written = as_json(a_packet(notes=some_notes(note))).encode()
    assert json.loads(written)["notes"][0]["notes"][0]["text"] == note


def check(text: str) -> Any:
    data = json.loads(text)
    Draft202012Validator(closed(SCHEMA), format_checker=FormatChecker()).validate(data)
    return data


def closed(schema: Any) -> Any:
    """The schema for this version alone: other programs accept keys to come, this test wants none undescribed."""
    match schema:
        case {"properties": _}:
            return {key: closed(value) for key, value in schema.items()} | {"additionalProperties": False}
        case dict():
            return {key: closed(value) for key, value in schema.items()}
        case list():
            return [closed(each) for each in schema]
    return schema
