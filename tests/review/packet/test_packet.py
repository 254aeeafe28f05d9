"""What goes to a therapist: the right numbers, and nothing that was to stay."""

import dataclasses
import json
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.clock import fixed_clock
from carelog.documents.packet.document import document
from carelog.documents.packet.formats import Format, render_packet
from carelog.documents.packet.json import as_json
from carelog.documents.packet.preview import preview
from carelog.documents.plain_text import plain_text
from carelog.domain.audience import ALLY, AUDIENCES, THERAPIST, Audience, Section
from carelog.domain.entry import Entry
from carelog.domain.ids import new_id
from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.contact import Way, WayKind
from carelog.domain.people.plan import Section as PlanSection
from carelog.domain.people.topic import Topic
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.tick import TickState
from carelog.domain.time.days import ONE_DAY, Moment, Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.days.mood_counts import MoodCounts
from carelog.review.packet.mood import MoodPart, MoodSummary, RatedDay, Summary
from carelog.review.packet.packet import Packet, StaysHere, packet, stays_here
from carelog.review.packet.routines import Counts, DoseChange
from carelog.review.pages.streaks import streaks
from carelog.settings import Settings
from carelog.wording.files.packet import HOW_SUMMED_UP, MOODS_ARE_STEPS, UNKNOWN
from carelog.wording.files.packet_routines import how_often
from support.printed import all_of
from support.scenes import closed_in_time

TODAY = date(2026, 11, 22)
PERIOD = Period.ending(TODAY, 28)
CLOCK = fixed_clock("2026-11-22T21:30:00+01:00")
SETTINGS = Settings(name="Alex M.")

PRIVATE, NOTE, TAG, FRIEND, NUMBER = "Wolkenbruch", "Kaleidoskop", "Morgentau", "Zelda Quux", "7700900123"

moods = st.none() | st.integers(1, 5)
noted = st.lists(
    st.tuples(st.dates(PERIOD.first, TODAY), st.integers(5, 23), moods, st.booleans(), st.booleans()), max_size=12
)
"""Entries as day, hour, mood, whether they are private, and whether they have a note."""

Noted = Sequence[tuple[date, int, int | None, bool, bool]]


@pytest.fixture
def journal(home: Path) -> Iterator[Journal]:
    with Journal.open(Paths.inside(home), CLOCK, SETTINGS) as journal:
        yield journal


# --- what stays


@settings(max_examples=25)
@given(
    entries=noted,
    include_notes=st.booleans(),
    leave_out=st.sets(st.sampled_from(Section), max_size=3),
    audience=st.sampled_from(list(AUDIENCES.values())),
)
def test_nothing_private_and_no_contact_id_or_device_leaves_in_any_format_nor_in_the_preview(
    entries: Noted, include_notes: bool, leave_out: set[Section], audience: Audience
) -> None:
    may_have_notes = Section.NOTES in audience.sections | audience.on_request
    include_notes = may_have_notes and (include_notes or Section.NOTES in audience.sections)
    with Life(entries) as (journal, shared):
        page = packet(journal, PERIOD, audience, include=[Section.NOTES] if include_notes else [], leave_out=leave_out)
        written = everything_written(journal, page)
        for word in [PRIVATE, TAG, FRIEND, NUMBER, *secrets_of(journal)]:
            assert word.casefold() not in written, word
        contents = audience.contents([Section.NOTES] if include_notes else [], leave_out)
        if Section.NOTES in contents:
            assert (NOTE.casefold() in written) == any(has_note for *_, has_note in shared)
        elif Section.WORDS not in contents:
            assert NOTE.casefold() not in written


@settings(max_examples=25)
@given(entries=noted)
def test_the_page_is_the_same_as_if_private_entries_had_never_been_written(
    entries: Noted,
) -> None:
    with Life(entries) as (full, shared), Life(shared) as (without, _):
        for form in Format:
            pages = [render_packet(packet(each, PERIOD, include=[Section.NOTES]), form) for each in (full, without)]
            assert pages[0] == pages[1]


SAYS = {
    Section.NAME: "Alex M.",
    Section.TOPICS: "the nights",
    Section.SAFETY: "There is a plan for hard days, not read through since it was written.",
    Section.SCORES: "PHQ-4",
    Section.MOOD: "awful",
    Section.DAYS: "Lowest and highest days",
    Section.FEELINGS: "wistful",
    Section.TRACKERS: "slumber",
    Section.MEDICINES: "lithium",
    Section.ROUTINES: "gardening",
    Section.BELONGING: "Time with people noted on 1 of 28 days.",
    Section.WORDS: "In my own words",
}
"""A word that each section of the page below has and no other."""


@pytest.mark.parametrize("section", SAYS)
def test_what_is_left_out_is_in_no_format(section: Section, journal: Journal) -> None:
    journal.trackers.add("slumber", unit="h")
    entry = journal.entries.add(1, NOTE, feelings=["wistful"], readings={"slumber": 5})
    journal.entries.add(5, NOTE, at=on(TODAY - timedelta(days=1)))
    tick(journal, add(journal, "gardening", "daily"), TODAY)
    tick(journal, add(journal, "lithium", "daily", doses=["1 tablet"]), TODAY)
    journal.topics.insert(Topic(journal.topics.new_id(), TODAY, "the nights", entry.id))
    journal.plan.add(PlanSection.ALONE, "a step")
    journal.answered.insert(Answered(journal.answered.new_id(), "phq4", journal.clock.now(), TODAY, (1, 1, 0, 0)))
    did = ActivityState.DONE
    journal.activities.insert(
        Activity(journal.activities.new_id(), "tea", ActivityKind.CONNECTION, did, at=on(TODAY), day=TODAY)
    )
    whole = packet(journal, PERIOD, include=[Section.NOTES])
    page = packet(journal, PERIOD, include=[Section.NOTES], leave_out=[section])
    assert SAYS[section] in render_packet(whole, Format.MARKDOWN).decode()
    assert all(SAYS[section] not in all_of(page, form) for form in Format)
    assert section.value not in page.sections


def test_a_packet_holds_text_numbers_and_days_and_no_other_kind_of_thing(journal: Journal) -> None:
    fill(journal)
    kinds = {type(leaf) for leaf in leaves(packet(journal, PERIOD, include=[Section.NOTES]))}
    assert kinds <= {str, int, float, bool, date, type(None)}


def test_the_person_sees_what_stays(journal: Journal) -> None:
    fill(journal)
    plain, full = packet(journal, PERIOD), packet(journal, PERIOD, include=[Section.NOTES])
    assert dataclasses.astuple(stays_here(journal, plain)) == (1, 1, 1, 0)
    assert dataclasses.astuple(stays_here(journal, full)) == (0, 1, 1, 0)


def test_a_note_that_is_quoted_does_not_stay(journal: Journal) -> None:
    journal.entries.add(1, "a hard day")
    plain = journal.entries.add(3, "a day", at=on(PERIOD.first))
    kept = journal.entries.add(3, "a topic", at=on(PERIOD.first + ONE_DAY))
    journal.topics.insert(Topic(journal.topics.new_id(), TODAY, "the nights", kept.id))
    without_words, quoted = packet(journal, PERIOD), packet(journal, PERIOD, include=[Section.WORDS])
    assert stays_here(journal, without_words).notes == 3
    assert stays_here(journal, quoted).notes == 1
    assert stays_here(journal, quoted, (plain.id, plain.id)) == StaysHere(0, 0, 0, struck=1)


def test_a_note_and_a_topic_of_after_the_period_are_on_no_page_of_it(journal: Journal) -> None:
    later = journal.entries.add(4, "quillwort", at=on(TODAY))
    journal.topics.insert(Topic(journal.topics.new_id(), TODAY, "speedwell", later.id))
    before = Period.ending(TODAY - ONE_DAY, 28)
    page = packet(journal, before, include=[Section.WORDS, Section.NOTES])
    assert all(word not in all_of(page, form) for form in Format for word in ("quillwort", "speedwell"))
    assert "quillwort" in all_of(packet(journal, PERIOD, include=[Section.WORDS]), Format.MARKDOWN)


# --- mood and readings


def test_a_week_is_summed_up_by_the_median_of_its_days_and_the_range_of_its_moods(journal: Journal) -> None:
    noted_moods(journal, [(0, 1), (0, 5), (1, 2), (2, 2), (3, 4)])
    week = mood_of(journal).weeks[0]
    assert week.numbers == Summary(PERIOD.first, PERIOD.first + timedelta(days=6), 4, 7, 2.5, 1, 5)
    counts = MoodCounts((0, 2, 1, 1, 0), low=2, high=1, low_entries=3, high_entries=2)
    assert week == MoodSummary(week.numbers, "between bad and okay", counts)


def test_fewer_than_half_of_the_days_speak_for_themselves_alone(journal: Journal) -> None:
    noted_moods(journal, [(0, 1), (1, 2), (2, 2)])
    mood = mood_of(journal)
    week, whole = mood.weeks[0].numbers, mood.whole.numbers
    assert [week.days, week.median, week.lowest, week.highest, mood.weeks[0].word] == [3, None, None, None, ""]
    assert [whole.days, whole.of, whole.median] == [3, 28, None]
    assert (mood.weeks[0].counts.low, mood.whole.counts.high) == (3, 0)
    assert [(level.score, level.days) for level in mood.levels] == [(1, 1), (2, 2), (3, 0), (4, 0), (5, 0)]


def test_half_of_the_days_are_enough_for_a_median(journal: Journal) -> None:
    noted_moods(journal, [(day, 4) for day in range(14)])
    assert mood_of(journal).whole.numbers.median == 4


def test_a_median_between_two_half_steps_is_the_one_below(journal: Journal) -> None:
    noted_moods(journal, [(0, 3), (1, 3), (2, 3), (2, 4), (3, 3), (3, 4)])
    week = mood_of(journal).weeks[0]
    assert (week.numbers.median, week.word) == (3, "okay")


def test_the_ends_are_the_days_beyond_the_middle_and_the_latest_of_equals(journal: Journal) -> None:
    noted_moods(journal, [(0, 1), (1, 2), (2, 3), (3, 3), (4, 3), (5, 4), (6, 5)])
    ends = packet(journal, PERIOD).rated_days
    assert ends is not None
    days = [[((each.day - PERIOD.first).days, each.score) for each in side] for side in (ends.lowest, ends.highest)]
    assert days == [[(0, 1), (1, 2)], [(6, 5), (5, 4)]]
    noted_moods(journal, [(7, 5), (8, 5), (9, 5), (10, 1)])
    more = packet(journal, PERIOD).rated_days
    assert more is not None
    days = [[((each.day - PERIOD.first).days, each.score) for each in side] for side in (more.lowest, more.highest)]
    assert days == [[(10, 1), (0, 1), (1, 2)], [(9, 5), (8, 5), (7, 5)]]
    assert (more.more_lowest, more.more_highest) == (0, 1)


def test_a_day_between_two_moods_is_counted_between_them(journal: Journal) -> None:
    noted_moods(journal, [(0, 3), (0, 4), (1, 4)])
    mood = mood_of(journal)
    assert (3.5, 1) in [(level.score, level.days) for level in mood.levels]
    assert (mood.whole.counts.low, mood.whole.counts.high) == (0, 1)


@given(scores=st.lists(st.tuples(st.integers(0, 27), st.integers(1, 5)), min_size=1, max_size=20))
@settings(max_examples=25)
def test_the_levels_count_every_day_once_and_medians_are_steps_of_the_ladder(scores: list[tuple[int, int]]) -> None:
    with opened() as journal:
        noted_moods(journal, scores)
        mood = mood_of(journal)
        assert sum(level.days for level in mood.levels) == mood.whole.numbers.days == len({day for day, _ in scores})
        assert sum(week.numbers.days for week in mood.weeks) == mood.whole.numbers.days
        for each in (mood.whole.numbers, *(week.numbers for week in mood.weeks)):
            assert (each.median is None) == (2 * each.days < each.of)
            if each.median is not None and each.lowest is not None and each.highest is not None:
                assert each.lowest <= each.median <= each.highest
                assert each.median * 2 % 1 == 0


@given(scores=st.lists(st.tuples(st.integers(0, 27), st.integers(1, 5)), max_size=30))
@settings(max_examples=25)
def test_the_ends_go_by_the_lowest_and_the_highest_entry_and_none_is_in_the_middle(
    scores: list[tuple[int, int]],
) -> None:
    with opened() as journal:
        noted_moods(journal, scores)
        ends = packet(journal, PERIOD).rated_days
    assert ends is not None
    assert max(len(ends.lowest), len(ends.highest)) <= 3
    by_day = {number: [score for day, score in scores if day == number] for number, _ in scores}
    lowest = sorted(min(each) for each in by_day.values() if min(each) < 3)
    highest = sorted((max(each) for each in by_day.values() if max(each) > 3), reverse=True)
    assert [each.score for each in ends.lowest] == lowest[:3]
    assert [each.score for each in ends.highest] == highest[:3]
    assert ends.more_lowest == lowest[3:].count(lowest[2] if len(lowest) > 2 else 0)
    assert ends.more_highest == highest[3:].count(highest[2] if len(highest) > 2 else 0)


@given(scores=st.lists(st.tuples(st.integers(0, 27), st.integers(1, 5)), max_size=30))
@settings(max_examples=25)
def test_the_scale_turned_round_exchanges_the_ends(scores: list[tuple[int, int]]) -> None:
    pages = []
    for each in (scores, [(day, 6 - score) for day, score in scores]):
        with opened() as journal:
            noted_moods(journal, each)
            pages.append(packet(journal, PERIOD))
    (page, turned), days = pages, []
    for each in (page, turned):
        assert each.rated_days is not None
        days.append([[rated.day for rated in side] for side in (each.rated_days.lowest, each.rated_days.highest)])
    assert days[0] == days[1][::-1]
    assert page.mood is not None
    assert turned.mood is not None
    counts, other = page.mood.whole.counts, turned.mood.whole.counts
    assert (counts.low, counts.low_entries) == (other.high, other.high_entries)
    assert counts.by_level == other.by_level[::-1]


def test_an_awful_morning_is_among_the_hardest_days_whatever_the_rest_of_the_day_was(journal: Journal) -> None:
    noted_moods(journal, [(0, 1), (0, 4), (0, 4), (1, 2), (2, 4)])
    ends = packet(journal, PERIOD).rated_days
    assert ends is not None
    assert [((each.day - PERIOD.first).days, each.score) for each in ends.lowest] == [(0, 1), (1, 2)]
    assert [((each.day - PERIOD.first).days, each.score) for each in ends.highest] == [(2, 4), (0, 4)]


def test_no_day_at_or_above_okay_is_called_hard(journal: Journal) -> None:
    noted_moods(journal, [(0, 3), (1, 4), (2, 5)])
    page = packet(journal, PERIOD)
    assert page.rated_days is not None
    assert page.rated_days.lowest == ()
    assert "None below okay." in render_packet(page, Format.MARKDOWN).decode()
    noted_moods(journal, [(3, 1)])
    assert "None below okay." not in render_packet(packet(journal, PERIOD), Format.MARKDOWN).decode()


def test_days_at_both_ends_of_a_two_sided_scale_are_not_level(home: Path) -> None:
    with Journal.open(Paths.inside(home), CLOCK, Settings(mood=MoodWords(MoodScale.TWO_SIDED))) as journal:
        noted_moods(journal, [(day, score) for day in range(20) for score in (1, 5)])
        noted_moods(journal, [(day, 3) for day in range(20, 28)])
        page = packet(journal, PERIOD)
        ally = packet(journal, PERIOD, ALLY, include=[Section.MOOD])
    mood = page.mood
    assert mood is not None
    assert (mood.whole.counts.level, mood.whole.counts.both, sum(each.days for each in mood.levels)) == (8, 20, 8)
    assert all("level on 8 of 28 days, both low and high on 20" in all_of(each, Format.TEXT) for each in (page, ally))
    assert (mood.days[0].low, mood.days[0].median, mood.days[0].high) == (1, 3, 5)


def test_the_table_of_levels_counts_days_as_the_sentence_and_the_calendar_do(journal: Journal) -> None:
    noted_moods(journal, [(day, score) for day in range(-30, 0) for score in (2, 3)])
    noted_moods(journal, [(day, 3) for day in range(28)])
    said = all_of(packet(journal, Period.ending(TODAY, 60)), Format.TEXT)
    assert "Days: 1 awful 0; 2 bad 0; 3 okay 58; 4 good 0; 5 great 0" in said
    assert "at 3 on 58" in said


def test_four_weeks_are_compared_with_the_four_before_and_a_quarter_of_a_year_with_itself(journal: Journal) -> None:
    noted_moods(journal, [(day, 2 if day < 0 else 4) for day in range(-62, 28)])
    four_weeks, ninety_days = (packet(journal, Period.ending(TODAY, days)) for days in (28, 90))
    for page, days in ((four_weeks, 28), (ninety_days, 45)):
        assert page.mood is not None
        halves = page.mood.halves
        assert halves is not None
        assert (halves.found.after.days, halves.found.before.days) == (days, days)
    assert four_weeks.mood is not None
    assert four_weeks.mood.whole.numbers.days == 28
    said = "All of the last 28 days were at 4 (good), all of the 28 before at 2 (bad), as far as noted."
    assert said in all_of(four_weeks, Format.TEXT)
    assert "The last 45 days beside the 45 before: 0.62, where 0 is no difference and 1" in all_of(
        ninety_days, Format.TEXT
    )


@pytest.mark.parametrize(
    ("noted", "left_out", "said"),
    [
        ({"mood": 3}, [], f"{MOODS_ARE_STEPS} {HOW_SUMMED_UP} {UNKNOWN}"),
        ({"mood": 3, "readings": {"sleep": 7}}, [Section.MOOD], f"{HOW_SUMMED_UP} {UNKNOWN}"),
        ({"mood": 3}, [Section.MOOD], UNKNOWN),
        ({"note": "a word"}, [], UNKNOWN),
    ],
)
def test_the_small_print_is_about_numbers_that_the_page_has(
    noted: dict[str, Any], left_out: list[Section], said: str, journal: Journal
) -> None:
    journal.trackers.add("sleep")
    journal.entries.add(**noted)
    made = packet(journal, PERIOD, leave_out=left_out)
    assert f"\n{said}\n" in plain_text(document(made))
    assert json.loads(as_json(made))["method"][0] == said


def test_moods_that_were_always_the_same_are_told_as_that(journal: Journal) -> None:
    for day in Period.ending(TODAY, 14):
        journal.entries.add(3, at=on(day))
    said = plain_text(document(packet(journal, Period.ending(TODAY, 14))))
    assert "Noted on 14 of 14 days, always 3 okay. Days at 2 or below: 0, between: 14, at 4 or above: 0." in said


def test_a_lowest_day_comes_with_what_was_noted_on_it_and_with_its_words_only_when_asked(journal: Journal) -> None:
    journal.trackers.add("sleep", unit="h")
    journal.entries.add(1, "a hard day", feelings=["tired", "low"], readings={"sleep": 3.5})
    journal.entries.add(4, at=on(PERIOD.first))
    shown = RatedDay(TODAY, 1, "awful", ("tired", "low"), ("sleep 3.5 h",))
    plain, full = packet(journal, PERIOD).rated_days, packet(journal, PERIOD, include=[Section.NOTES]).rated_days
    assert plain is not None
    assert full is not None
    assert plain.lowest == (shown,)
    assert full.lowest == (dataclasses.replace(shown, notes=("a hard day",)),)


def test_a_long_note_is_quoted_up_to_a_whole_word_and_stands_in_full_below(journal: Journal) -> None:
    note = "Went there,\n" + "and back again, " * 30
    journal.entries.add(1, note)
    journal.entries.add(4, at=on(PERIOD.first))
    page = packet(journal, PERIOD, include=[Section.NOTES])
    assert page.rated_days is not None
    assert page.notes is not None
    (quote,) = page.rated_days.lowest[0].quotes
    assert quote.startswith("Went there, and back again, and back")
    assert quote.endswith(" …")
    assert len(quote) <= 202
    assert page.notes[0].notes[0].text == note.strip()


def test_the_words_are_the_persons_own_and_those_of_their_scale(home: Path) -> None:
    own = Settings(mood=MoodWords(MoodScale.TWO_SIDED))
    with Journal.open(Paths.inside(home), CLOCK, own) as journal:
        journal.entries.add(1)
        mood = mood_of(journal)
    assert mood.two_sided
    assert mood.words == ("very low", "low", "level", "high", "very high")


def test_readings_of_a_week_are_the_median_of_its_days(journal: Journal) -> None:
    journal.trackers.add("sleep", unit="h", minimum=0, maximum=24)
    journal.trackers.add("unused")
    for day, hours in [(0, 4), (0, 6), (1, 7), (2, 8), (3, 9)]:
        journal.entries.add(readings={"Sleep": hours}, at=on(PERIOD.first + timedelta(days=day)))
    trackers = packet(journal, PERIOD).trackers
    assert trackers is not None
    assert [each.name for each in trackers] == ["sleep"]
    assert [trackers[0].weeks[0].median, trackers[0].weeks[0].lowest, trackers[0].weeks[0].highest] == [7.5, 4, 9]
    assert trackers[0].whole.median is None


def test_feelings_are_counted_by_day_whatever_their_case(journal: Journal) -> None:
    for day, hour, words in [(0, 8, ["Tired"]), (0, 9, ["tired", "calm"]), (1, 8, ["TIRED"])]:
        journal.entries.add(feelings=words, at=on(PERIOD.first + timedelta(days=day), hour))
    feelings = packet(journal, PERIOD).feelings
    assert feelings is not None
    assert [(each.word, each.days) for each in feelings] == [("Tired", 2), ("calm", 1)]


def test_notes_stand_day_by_day_with_their_time(journal: Journal) -> None:
    journal.entries.add(4, "second", at=on(TODAY, 21))
    journal.entries.add(None, "first", at=on(TODAY, 9))
    journal.entries.add(2, "", at=on(TODAY, 10))
    journal.entries.add(2, "before", at=on(TODAY - timedelta(days=1)))
    notes = packet(journal, PERIOD, include=[Section.NOTES]).notes
    assert notes is not None
    said = [[(note.time, note.score, note.text) for note in each.notes] for each in notes]
    assert said == [[("20:00", 2, "before")], [("09:00", None, "first"), ("21:00", 4, "second")]]


# --- routines and medicines


def test_what_is_due_at_fixed_days_is_counted_in_times(journal: Journal) -> None:
    in_use(journal)
    breathing = add(journal, "breathing", "2/day")
    weekend = add(journal, "choir", "sat,sun")
    for day in list(PERIOD)[:10]:
        tick(journal, breathing, day)
    tick(journal, breathing, PERIOD.first, TickState.SMALL)
    for _ in range(2):
        tick(journal, breathing, PERIOD.first)
    tick(journal, weekend, TODAY - timedelta(days=1), TickState.SKIPPED)
    counts = counts_of(journal)
    assert counts["breathing"] == Counts(due=54, kept=11, small=1, skipped=0, unnoted=43, extra=2)
    assert counts["choir"] == Counts(due=7, kept=0, small=0, skipped=1, unnoted=6, extra=0)


@pytest.mark.parametrize(
    ("every", "due"), [("3/week", 11), ("2/3d", 17), ("every 3 days", 9), ("1/week", 3), ("every 28 days", 1)]
)
def test_what_has_no_day_of_its_own_is_due_by_its_weeks_or_days_and_not_missed_while_today_can_hold_it(
    every: str, due: int, journal: Journal
) -> None:
    in_use(journal)
    routine = add(journal, "walk", every)
    tick(journal, routine, PERIOD.first + timedelta(days=6))
    assert counts_of(journal)["walk"] == Counts(due, 1, 0, 0, due - 1, 0)


def test_keeping_more_than_was_due_in_a_week_hides_no_other_week_and_is_not_lost(journal: Journal) -> None:
    in_use(journal)
    walk = add(journal, "walk", "1/week")
    for day in list(PERIOD)[:7]:
        tick(journal, walk, day)
    assert counts_of(journal)["walk"] == Counts(due=3, kept=1, small=0, skipped=0, unnoted=2, extra=6)


def test_today_is_open_until_it_is_over(journal: Journal) -> None:
    stretching = add(journal, "stretching", "daily", started=TODAY)
    assert packet(journal, PERIOD).routines is not None
    assert counts_of(journal)["stretching"] == Counts(0, 0, 0, 0, 0, 0)
    tick(journal, stretching, TODAY)
    assert counts_of(journal)["stretching"] == Counts(1, 1, 0, 0, 0, 0)


def test_part_of_an_amount_counts_as_kept_in_part(journal: Journal) -> None:
    reading = add(journal, "reading", "daily", started=TODAY, target=20)
    journal.ticks.add([reading], amount=5, at=on(TODAY))
    assert counts_of(journal)["reading"] == Counts(1, 1, 1, 0, 0, 0)


def test_a_pause_asks_for_nothing_but_medicine(journal: Journal) -> None:
    add(journal, "walk", "daily")
    add(journal, "swim", "3/week")
    add(journal, "lithium", "daily", doses=["1 tablet"])
    in_use(journal)
    journal.pauses.add(PERIOD.first, PERIOD.first + timedelta(days=13))
    page = packet(journal, PERIOD)
    assert page.medicines is not None
    assert (page.paused, page.resting) == (14, 14)
    assert counts_of(journal)["walk"].due == 13
    assert counts_of(journal)["swim"].due == 5
    assert page.medicines[0].counts.due == 27


def test_days_of_an_announced_pause_are_no_gap_in_what_a_median_needs(journal: Journal) -> None:
    journal.trackers.add("energy")
    journal.pauses.add(PERIOD.first, PERIOD.first + timedelta(days=3))
    for day in (4, 5):
        journal.entries.add(3, at=on(PERIOD.first + timedelta(days=day)), readings={"energy": 6})
    page = packet(journal, PERIOD)
    assert page.mood is not None
    assert page.trackers is not None
    assert (page.mood.weeks[0].numbers.median, page.trackers[0].weeks[0].median) == (3, 6)
    assert (page.mood.whole.numbers.median, page.trackers[0].whole.median) == (None, None)


@pytest.mark.parametrize("back", [TODAY, None])
def test_two_weeks_without_use_ask_for_nothing_also_at_the_edges_of_the_period(
    back: date | None, journal: Journal
) -> None:
    add(journal, "walk", "daily")
    journal.entries.add(3, at=on(PERIOD.first - timedelta(days=3)))
    if back:
        journal.entries.add(3, at=on(back))
    page = packet(journal, PERIOD)
    assert page.paused == 0
    assert page.resting == 27
    assert counts_of(journal) == {}


def test_a_page_about_earlier_weeks_knows_a_quiet_stretch_that_went_on(journal: Journal) -> None:
    add(journal, "walk", "daily", started=date(2026, 6, 1))
    for day in (1, 10):
        journal.entries.add(3, at=on(date(2026, 6, day)))
    page = packet(journal, Period(date(2026, 6, 1), date(2026, 6, 14)))
    assert page.resting == 4


@pytest.mark.parametrize(
    ("every", "times", "expected"),
    [
        ("3/week", 12, Counts(due=11, kept=6, small=0, skipped=0, unnoted=5, extra=6)),
        ("every 3 days", 10, Counts(due=9, kept=4, small=0, skipped=0, unnoted=5, extra=6)),
    ],
)
def test_many_times_in_a_row_make_up_for_no_week_after_them(
    every: str, times: int, expected: Counts, journal: Journal
) -> None:
    in_use(journal)
    gym = add(journal, "gym", every, started=PERIOD.first)
    for day in list(PERIOD)[:times]:
        tick(journal, gym, day)
    assert counts_of(journal)["gym"] == expected
    [streak] = streaks(journal, TODAY, on(TODAY)).routines
    assert (streak.due, streak.kept, streak.missed, streak.times) == (
        expected.due,
        expected.kept,
        expected.unnoted,
        times,
    )


def test_what_was_kept_so_far_of_a_week_that_is_not_over_is_all_that_was_due(journal: Journal) -> None:
    in_use(journal)
    gym = add(journal, "gym", "3/week", started=date(2026, 11, 2))
    for day in (2, 4, 6, 9, 11, 13, 16, 18):
        tick(journal, gym, date(2026, 11, day))
    page = packet(journal, Period(date(2026, 11, 13), TODAY))
    assert [each.counts for each in page.routines or ()] == [Counts(3, 3, 0, 0, 0, 0)]


def test_of_weeks_without_any_use_nothing_is_known_of_a_medicine_either_and_the_page_says_of_how_many_days(
    journal: Journal,
) -> None:
    lithium = add(journal, "lithium", "daily", doses=["1 tablet"], started=PERIOD.first)
    for day in list(PERIOD)[:11]:
        tick(journal, lithium, day)
    page = packet(journal, PERIOD)
    assert [each.counts for each in page.medicines or ()] == [Counts(11, 11, 0, 0, 0, 0, unknown=16)]
    said = "lithium, 1 tablet, every day: taken 11 of 11, on 16 further days carelog was not used"
    assert said in all_of(page, Format.MARKDOWN)
    [streak] = streaks(journal, TODAY, on(TODAY)).medicines
    assert (streak.due, streak.kept, streak.missed, streak.unknown) == (11, 11, 0, 16)


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (PERIOD, "every day; from 4 November 3 times a week"),
        (Period(date(2026, 11, 4), TODAY), "3 times a week"),
        (Period(date(2026, 10, 1), date(2026, 11, 3)), "every day"),
        (Period(date(2025, 12, 1), TODAY), "every day; from 4 November 2026 3 times a week"),
    ],
)
def test_a_page_says_from_when_something_was_due_otherwise(period: Period, said: str, journal: Journal) -> None:
    in_use(journal)
    walk = add(journal, "walk", "daily", started=date(2025, 1, 1))
    journal.routines.edit(walk.with_terms(date(2026, 11, 4), {"cadence": read_cadence("3/week")}))
    assert [each.how_often for each in packet(journal, period).routines or ()] == [said]


def test_a_dose_and_its_changes_are_listed_with_their_days(journal: Journal) -> None:
    changed = PERIOD.first + timedelta(days=14)
    doses = [Dose(date(2026, 1, 1), "50 mg"), Dose(changed, "75 mg"), Dose(changed + timedelta(days=1), "75 mg")]
    tick(journal, add(journal, "sertraline", "daily", doses=doses), TODAY)
    add(journal, "painkiller", "as-needed", doses=[Dose(TODAY, "1 tablet")], started=TODAY)
    medicines = packet(journal, PERIOD).medicines
    assert medicines is not None
    assert {each.name: (each.dose, each.began, each.changes) for each in medicines} == {
        "sertraline": ("75 mg", None, (DoseChange(changed, "50 mg", "75 mg"),)),
        "painkiller": ("1 tablet", TODAY, (DoseChange(TODAY, "", "1 tablet"),)),
    }


def test_an_archived_routine_is_listed_until_then_and_not_in_later_pages(journal: Journal) -> None:
    away = PERIOD.first + timedelta(days=7)
    journal.routines.archive(add(journal, "walk", "daily"), away)
    in_use(journal)
    routines = packet(journal, PERIOD).routines
    assert routines is not None
    assert [(each.ended, each.counts.due) for each in routines] == [(away, 7)]
    assert packet(journal, Period(away, TODAY)).routines == ()


def test_the_last_words_about_skipping_come_along_unless_they_are_left_out(journal: Journal) -> None:
    walk = add(journal, "walk", "daily")
    for day, words in [(0, "rain"), (1, "too tired"), (2, "")]:
        journal.ticks.add([walk], TickState.SKIPPED, note=words, at=on(PERIOD.first + timedelta(days=day)))
    journal.ticks.add([walk], TickState.DONE, at=on(PERIOD.first + timedelta(days=4)))
    for audience, leave_out, said in [
        (THERAPIST, [], "too tired"),
        (THERAPIST, [Section.OBSTACLES], ""),
        (ALLY, [], ""),
    ]:
        routines = packet(journal, PERIOD, audience, leave_out=leave_out).routines
        assert routines is not None
        assert [each.obstacle for each in routines] == [said]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("daily", "every day"),
        ("2/day", "twice a day"),
        ("mon,wed", "Mon, Wed"),
        ("3/week", "3 times a week"),
        ("2/3d", "twice in 3 days"),
        ("every 2 days", "every 2 days"),
        ("every 1 days", "every day"),
        ("as-needed", "as needed"),
    ],
)
def test_how_often_is_said_in_words(typed: str, said: str) -> None:
    assert how_often(read_cadence(typed)) == said


# --- making journals


def opened() -> Any:
    """A journal of its own for one example."""
    return closed_in_time(Journal.open(Paths.inside(tempfile.mkdtemp()), CLOCK, SETTINGS))


class Life:
    """A journal with these entries and something to hide in every place; also yields those that may be shown."""

    def __init__(self, entries: Noted) -> None:
        self._entries = entries

    def __enter__(self) -> tuple[Journal, Noted]:
        self._journal = opened()
        fill_around(self._journal)
        self._journal.entries.add_imported([an_entry(*each) for each in self._entries])
        return self._journal, [each for each in self._entries if not each[3]]

    def __exit__(self, *_: object) -> None:
        self._journal.close()


def an_entry(day: date, hour: int, mood: int | None, private: bool, has_note: bool) -> Entry:
    at = on(day, hour)
    feelings, readings = ((PRIVATE,), {"sleep": 1.0}) if private else (("tired",), {"sleep": 7.0})
    words = PRIVATE if private else NOTE if has_note else ""
    return Entry(new_id(at.milliseconds), at, day, mood, words, feelings, (TAG,), readings, private)


def fill_around(journal: Journal) -> None:
    friend = journal.contacts.add(FRIEND, ways=[Way(WayKind.PHONE, NUMBER)], say=FRIEND, note=FRIEND)
    journal.trackers.add("sleep")
    walk = add(journal, "walk", "3/week")
    journal.routines.edit(dataclasses.replace(walk, contact_id=friend.id, why=TAG))
    journal.ticks.add([walk], note=TAG, at=on(PERIOD.first))
    journal.ticks.add([walk], at=on(TODAY))


def fill(journal: Journal) -> None:
    """One of everything."""
    fill_around(journal)
    journal.entries.add(4, NOTE, feelings=["calm"], tags=[TAG], readings={"sleep": 7})
    journal.entries.add(2, feelings=["tired"], at=on(TODAY - timedelta(days=1)))
    journal.entries.add(1, PRIVATE, private=True)
    tick(journal, add(journal, "lithium", "daily", doses=["1 tablet"]), TODAY)


def add(
    journal: Journal,
    name: str,
    every: str,
    *,
    started: date = date(2026, 1, 1),
    doses: Sequence[str | Dose] = (),
    target: float | None = None,
) -> Routine:
    kept = tuple(dose if isinstance(dose, Dose) else Dose(date(2026, 1, 1), dose) for dose in doses)
    return journal.routines.insert(
        Routine(
            journal.routines.new_id(),
            name,
            started,
            read_cadence(every),
            RoutineKind.MEDICINE if doses else RoutineKind.HABIT,
            doses=kept,
            target=target,
        )
    )


def in_use(journal: Journal) -> None:
    """An entry on every day, so that no stretch is quiet."""
    journal.entries.add_imported([Entry(new_id(0), on(day), day, 3) for day in PERIOD])


def tick(journal: Journal, routine: Routine, day: date, state: TickState = TickState.DONE) -> None:
    journal.ticks.add([routine], state, at=on(day))


def noted_moods(journal: Journal, scores: Sequence[tuple[int, int]]) -> None:
    """Moods by the number of the day within the period."""
    days = [PERIOD.first + timedelta(days=number) for number, _ in scores]
    journal.entries.add_imported(
        [Entry(new_id(0), on(day), day, score) for day, (_, score) in zip(days, scores, strict=True)]
    )


def on(day: date, hour: int = 20) -> Moment:
    return Moment.of(datetime.combine(day, time(hour), timezone(timedelta(hours=1))))


def mood_of(journal: Journal) -> MoodPart:
    mood = packet(journal, PERIOD, THERAPIST).mood
    assert mood is not None
    return mood


def counts_of(journal: Journal) -> dict[str, Counts]:
    routines = packet(journal, PERIOD).routines
    assert routines is not None
    return {each.name: each.counts for each in routines}


def everything_written(journal: Journal, page: Packet) -> str:
    texts = [all_of(page, form) for form in Format]
    return "\n".join([*texts, preview(page, stays_here(journal, page))]).casefold()


def secrets_of(journal: Journal) -> Iterator[str]:
    """Every id and handle there is, and the device."""
    yield journal._store.device
    for collection in (journal.entries, journal.contacts, journal.routines, journal.ticks, journal.trackers):
        for each in collection:
            yield each.id
            yield each.id[-8:]


def leaves(value: object) -> Iterator[object]:
    if dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from leaves(getattr(value, each.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from leaves(each)
    else:
        yield value
