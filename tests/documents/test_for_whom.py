"""What an ally and a therapist get as JSON, by name, and that a page for oneself is what it was."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from carelog.documents.packet.formats import Format, render_packet
from carelog.documents.packet.json import as_json
from carelog.documents.packet.tables import tables
from carelog.domain.audience import ALLY, SELF, THERAPIST, Section
from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.routines.routine import Dose, RoutineKind
from carelog.domain.routines.tick import TickState
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.packet.packet import Packet, packet
from carelog.review.packet.together import TogetherPart
from carelog.settings import Settings
from support.command import Command
from support.journals import DAY, SetClock, add_routine
from support.lives import at

Make = Callable[..., Packet]
WEEK, FOUR_WEEKS, YEAR = (Period.ending(DAY, days) for days in (7, 28, 365))
NOTHING = {"small": None, "skipped": None, "nothing_noted": None, "extra": None, "days_not_used": None}


@pytest.fixture
def journal(home: Path) -> Iterator[Journal]:
    """A week with a walk that was kept, made smaller and skipped, a routine of no day, and a rated activity."""
    with Journal.open(Paths.inside(home), SetClock(), Settings(name="Robin Miller")) as journal:
        for back in range(6):
            journal.entries.add(back % 4 + 1, feelings=[f"word{back}", "calm"], at=at(DAY - timedelta(days=back), 9))
            journal.entries.add(3, at=at(DAY - timedelta(days=back), 18))
        walk = replace(add_routine(journal), started=DAY - timedelta(days=60))
        journal.routines.edit(walk)
        states = (TickState.DONE, TickState.SMALL, TickState.SKIPPED)
        for back, state in enumerate(states):
            journal.ticks.add([walk], state, note="too tired", at=at(DAY - timedelta(days=back), 12))
        add_routine(journal, "choir")
        outing = Activity(journal.activities.new_id(), "tea", ActivityKind.CONNECTION, expected=2, pleasure=6)
        journal.activities.insert(replace(outing, state=ActivityState.DONE, at=at(DAY, 15), day=DAY))
        journal.pauses.add(DAY - timedelta(days=5), DAY - timedelta(days=4))
        yield journal


def data_of(page: Packet) -> Any:
    return json.loads(as_json(page))


def test_an_ally_gets_what_was_kept_of_what_was_due_and_nothing_else_of_a_routine(journal: Journal) -> None:
    data = data_of(packet(journal, WEEK, ALLY, ask="a walk on Saturday"))
    (walk,) = data["routines"]
    assert walk["counts"] == {"due": 4, "kept": 2} | NOTHING
    assert {key for key, value in walk.items() if value is not None} == {"name", "counts"}
    assert (data["name"], data["asks_for"]) == ("R. M.", "a walk on Saturday")
    assert data["about"] == "Written with carelog. What is not noted is unknown, not undone."


def test_an_ally_gets_no_day_of_a_pause_no_activity_and_no_day_with_an_entry(journal: Journal) -> None:
    data = data_of(packet(journal, WEEK, ALLY))
    assert (data["days_with_entries"], data["days_paused"], data["days_resting"]) == (None, None, None)
    assert set(data["people"]["activities"].values()) == {None}
    assert data["people"]["days_with_people"] == 1
    assert data["method"] == []
    assert not [word for word in ("choir", "tea", "tired") if word in json.dumps(data)]


@pytest.mark.parametrize(("scale", "said"), [(MoodScale.ONE_SIDED, "word"), (MoodScale.TWO_SIDED, "days_level")])
def test_an_ally_who_is_told_the_mood_gets_what_the_line_says(scale: MoodScale, said: str, journal: Journal) -> None:
    journal.settings = Settings(mood=MoodWords(scale))
    mood = data_of(packet(journal, WEEK, ALLY, include=[Section.MOOD]))["mood"]
    assert mood["whole"][said] is not None
    assert (mood["words"], mood["weeks"], mood["days"], mood["levels"], mood["halves"]) == ([], [], [], [], None)
    assert [mood["whole"][key] for key in ("median", "lowest", "highest", "days_at_2_or_below")] == [None] * 4


def test_the_mood_of_each_day_is_drawn_said_and_in_the_data_of_a_page_for_a_therapist(journal: Journal) -> None:
    page = packet(journal, FOUR_WEEKS, THERAPIST)
    said = render_packet(page, Format.TEXT).decode()
    assert (
        "Day by day, in steps of 1 awful, 2 bad, 3 okay, 4 good, 5 great: 17 Nov 2.5 (2 to 3), 18 Nov 2 (1 to 3), "
        "19 Nov 3.5 (3 to 4), 20 Nov 3, 21 Nov 2.5 (2 to 3), 22 Nov 2 (1 to 3).\n" in said
    )
    assert data_of(page)["mood"]["days"][0] == {"day": "2026-11-17", "mood": 2.5, "low": 2, "high": 3}
    own = render_packet(packet(journal, FOUR_WEEKS, SELF), Format.TEXT).decode()
    assert "Day by day, in steps of 1 awful, 2 bad, 3 okay, 4 good, 5 great:" not in own


def test_a_page_by_month_has_no_weeks_in_its_data(journal: Journal) -> None:
    assert len(data_of(packet(journal, FOUR_WEEKS, THERAPIST))["mood"]["weeks"]) == 4
    assert data_of(packet(journal, YEAR, THERAPIST))["mood"]["weeks"] == []


def test_a_therapist_gets_as_many_feelings_and_doses_as_the_page_has(journal: Journal) -> None:
    doses = (Dose(date(2026, 11, 1), "1 tablet"),)
    drops = add_routine(journal, "drops", kind=RoutineKind.MEDICINE, doses=doses)
    journal.routines.edit(replace(drops, started=date(2026, 11, 1)))
    data = data_of(packet(journal, FOUR_WEEKS, THERAPIST, ask="not for a therapist"))
    assert [each["word"] for each in data["feelings"]] == ["calm", "word0", "word1", "word2", "word3"]
    assert data["asks_for"] is None
    (medicine,) = data["medicines"]
    assert medicine["counts"]["small"] is None
    assert medicine["dose_changes"] == []


def test_where_routines_are_left_out_their_days_of_rest_are_too(journal: Journal) -> None:
    page = packet(journal, FOUR_WEEKS, THERAPIST)
    assert data_of(page)["days_resting"] == 24
    assert "On 24 days nothing was due" in render_packet(page, Format.TEXT).decode()
    assert data_of(packet(journal, FOUR_WEEKS, THERAPIST, leave_out=[Section.ROUTINES]))["days_resting"] is None


def test_an_answer_before_the_page_has_its_day_and_its_words_alone(journal: Journal) -> None:
    for back in (40, 100):
        day = DAY - timedelta(days=back)
        journal.answered.insert(Answered(journal.answered.new_id(), "phq9", at(day, 9), day, (1,) * 9))
    data = data_of(packet(journal, FOUR_WEEKS, THERAPIST))
    assert [each["answer"] for each in data["safety"]["earlier"]] == ["several days"] * 2
    assert {each["item"] for each in data["safety"]["earlier"]} == {None}
    assert [each["total"] for each in data["scores"][0]["earlier"]] == [9, 9]


def test_what_went_together_is_told_as_on_the_page(a_packet: Make) -> None:
    part = TogetherPart(WEEK.first, WEEK.last, 7, 2, ("In your entries, x.",), ("X.",), ("Y.",))
    assert data_of(a_packet(together=part, left_out=None))["together"]["found"] == ["X.", "Y."]
    assert data_of(a_packet(together=replace(part, sentences=()), left_out=None))["together"] is None


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_page_for_oneself_is_byte_for_byte_what_it_was(
    form: str, a_packet: Make, some_notes: Callable[..., object]
) -> None:
    page = a_packet(audience="self", notes=some_notes("a note"))
    if form == "json":
        assert as_json(page) == Path(__file__).with_name("page_for_oneself.json").read_text("utf-8")
    else:
        known = json.loads(Path(__file__).with_name("tables_for_oneself.json").read_text("utf-8"))
        assert {name: [list(row) for row in rows] for name, rows in tables(page)} == known


def test_the_commands_for_an_ally_say_the_same_in_every_format(carelog: Command, home: Path) -> None:
    assert not home.exists()
    carelog("routine", "add", "walk")
    carelog("routine", "add", "choir")
    carelog("done", "walk")
    carelog("mood", "2", "a private thought")
    written = {
        form: carelog("export", "--yes", "--for", "ally", "-o", "-", "--format", form).stdout
        for form in ("txt", "md", "html", "json")
    }
    assert all("walk" in said for said in written.values())
    assert not [form for form, said in written.items() if "choir" in said or "private thought" in said]
