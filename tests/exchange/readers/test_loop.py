"""Loop Habit Tracker: every kind of export is read, and the imported checks give Loop's own scores."""

import csv
import io
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.entry import Entry
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.due import RoutineHistory
from carelog.domain.routines.routine import Routine, counts_of
from carelog.domain.routines.strength import strength
from carelog.domain.routines.tick import TickState
from carelog.domain.time.days import Period
from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.intake import apply_import
from carelog.exchange.readers.formats import format_of
from carelog.exchange.readers.loop.export import read_loop
from carelog.journal import Journal
from support import databases
from support.daylio import context
from support.loop import database, day, habit, midnight
from support.sentences import whole
from support.source import SAMPLES
from support.zips import unzipped, zipped

LOOP = SAMPLES / "loop"
[DATABASE] = LOOP.glob("*.db")
NEW, OLD = (
    LOOP / "Loop Habits CSV 2025-09-01 (v2.3.1).zip",
    LOOP / "Loop Habits CSV 2025-09-01 (v2.2.0 and older).zip",
)
HABITBULL = LOOP / "HabitBull.csv"


def read(content: bytes) -> ImportBatch:
    return read_loop(content, context())


def scores() -> Iterator[tuple[str, date, float]]:
    """The scores in Loop's own export: habit, day, score."""
    for name, content in unzipped(NEW).items():
        if name.endswith("/Scores.csv"):
            for row in csv.DictReader(io.StringIO(content.decode())):
                yield name[:3], date.fromisoformat(row["Date"]), float(row["Score"])


@pytest.mark.parametrize("export", [DATABASE, NEW], ids=["backup", "csv"])
def test_strength_after_an_import_is_loops_own_score_for_every_habit_and_day(export: Path, journal: Journal) -> None:
    batch = read_loop(export.read_bytes(), ImportContext.of(journal, {}))
    apply_import(batch, journal)
    routines = {f"{number:03}": routine for number, routine in enumerate(batch.routines, start=1)}
    compared = 0
    for position, of_day, score in scores():
        assert f"{strength_on(journal, routines[position], of_day):.4f}" == f"{score:.4f}", (position, of_day)
        compared += 1
    assert compared == 85


def strength_on(journal: Journal, routine: Routine, day: date) -> float:
    period = Period(min(routine.started, day), day)
    noted = journal.ticks.noted(period).get(routine.id, {})
    return strength(RoutineHistory(routine, noted, journal.today).shares(period)).value


@pytest.mark.parametrize("export", [DATABASE, NEW], ids=["backup", "csv"])
def test_habits_and_their_days_come_in_as_routines_and_ticks(export: Path) -> None:
    batch = read(export.read_bytes())
    medicine, exercise, sleep = batch.routines
    assert [each.name for each in batch.routines] == ["Take medication", "Exercise, any kind", "Sleep"]
    assert [each.cadence.text for each in batch.routines] == ["daily", "3/week", "daily"]
    assert (sleep.target, sleep.unit) == (7, "hours")
    assert medicine.why == "Did you take your meds?\nSertraline 50 mg, with breakfast"
    states = [tick.state for tick in batch.ticks if tick.routine_id == exercise.id]
    assert states.count(TickState.SKIPPED) == 1
    [skip] = [tick for tick in batch.ticks if tick.routine_id == medicine.id and tick.state is TickState.SKIPPED]
    assert (skip.day, skip.note) == (date(2025, 8, 11), "Pharmacy closed, nothing to take")
    amounts = {tick.day: tick.amount for tick in batch.ticks if tick.routine_id == sleep.id}
    assert (amounts[date(2025, 8, 26)], amounts[date(2025, 8, 18)]) == (5.5, None)
    assert not batch.problems


def test_a_note_on_a_day_without_a_tick_is_kept_as_an_entry() -> None:
    [entry] = read(DATABASE.read_bytes()).entries
    assert (entry.day, entry.note) == (date(2025, 8, 10), "Take medication: forgot, travelling")


@pytest.mark.parametrize("export", [DATABASE, NEW, OLD, HABITBULL], ids=lambda path: path.name)
def test_each_export_is_recognised_by_what_it_holds(export: Path) -> None:
    assert format_of(export.read_bytes()).name == "loop"


@pytest.mark.parametrize("first", [DATABASE, NEW, OLD])
@pytest.mark.parametrize("second", [DATABASE, NEW])
def test_one_habit_is_one_routine_whichever_export_it_came_from(first: Path, second: Path, journal: Journal) -> None:
    apply_import(read_loop(first.read_bytes(), ImportContext.of(journal, {})), journal)
    before = {routine.id for routine in journal.routines}, len(journal.ticks)
    again = apply_import(read_loop(second.read_bytes(), ImportContext.of(journal, {})), journal)
    assert {routine.id for routine in journal.routines} == before[0]
    assert again.new_by_kind.get("ticks", 0) == 0


def test_an_old_export_says_that_it_knows_no_targets() -> None:
    batch = read(OLD.read_bytes())
    assert [each.cadence.text for each in batch.routines] == ["daily", "3/week", "daily"]
    assert any("target" in remark.message for remark in batch.remarks)
    assert {tick.amount for tick in batch.ticks if tick.routine_id == batch.routines[2].id} >= {7.0, 5.5}


def test_habitbull_is_read_as_loop_reads_it() -> None:
    batch = read(HABITBULL.read_bytes())
    assert [(each.name, each.why) for each in batch.routines] == [
        ("Take medication", "with breakfast\nHealth"),
        ("Water", "glasses\nHealth"),
    ]
    assert [(tick.day.day, tick.amount) for tick in batch.ticks] == [(30, None), (31, 6)]
    assert [entry.note for entry in batch.entries] == ["Take medication: forgot, travelling"]


def of_habitbull(*dates: str) -> bytes:
    head = "HabitName,HabitDescription,HabitCategory,CalendarDate,Value,CommentText"
    return "\r\n".join([head, *(f"Walk,,Health,{each},1," for each in dates)]).encode()


MONTH_READ_FIRST = "In dates such as 3/13/25 the month was read first. No other order fits all of them."
DAY_READ_FIRST = "In dates such as 13/3/25 the day was read first. No other order fits all of them."
OPEN_ORDER = (
    "It is open which number of dates such as 3/9/2025 is the day. If the day comes first, run this; write mdy in "
    "place of dmy for the month, ymd for the year: carelog import loop FILE --column date:dmy=CalendarDate"
)


@pytest.mark.parametrize(
    ("dates", "days", "remarks"),
    [
        (["6/9/2025", "6/15/2025"], [date(2025, 6, 9), date(2025, 6, 15)], [MONTH_READ_FIRST]),
        (["9/6/2025", "15/6/2025"], [date(2025, 6, 9), date(2025, 6, 15)], [DAY_READ_FIRST]),
        (["2025-06-09"], [date(2025, 6, 9)], []),
        (["11/5/2020", "4/13/2019"], [date(2019, 4, 13), date(2020, 11, 5)], [MONTH_READ_FIRST]),
    ],
)
def test_dates_of_habitbull_are_read_in_the_only_order_that_fits(
    dates: list[str], days: list[date], remarks: list[str]
) -> None:
    batch = read(of_habitbull(*dates))
    assert sorted(tick.day for tick in batch.ticks) == days
    assert ([each.message for each in batch.remarks], batch.problems) == (remarks, ())


def test_dates_of_habitbull_that_leave_the_order_open_are_refused_with_what_to_do() -> None:
    with pytest.raises(RefusedFile, match=whole(OPEN_ORDER)):
        read(of_habitbull("11/5/2020", "6/8/2019"))


@pytest.mark.parametrize(("order", "day"), [("dmy", date(2020, 5, 11)), ("mdy", date(2020, 11, 5))])
def test_the_order_of_habitbulls_dates_can_be_said(order: str, day: date) -> None:
    said = context(columns={f"date:{order}": "CalendarDate"})
    assert [tick.day for tick in read_loop(of_habitbull("11/5/2020"), said).ticks] == [day]


WITHOUT_NOTES = (
    "A habit in the list has no folder of its own in the file. Its days come from the table of all habits, which has "
    "no notes."
)
NO_DAYS = "A habit in the list has no table of days in the file, so no days of it come in."


def wide(heading: str, *rows: str, **folders: str) -> bytes:
    listed = 'Position,Name,NumRepetitions,Interval\n001,Walk,1,1\n002,"Tea, green",1,1\n'
    members = {"Habits.csv": listed, "Checkmarks.csv": "\n".join([heading, *rows, ""])} | folders
    return zipped(*members.items())


@pytest.mark.parametrize(
    "row",
    [
        "2025-01-25,YES_MANUAL,SKIP,",
        "2025-01-25,2,3,",
        "2025-01-25,Entry(timestamp=2025-01-25, value=2),Entry(timestamp=2025-01-25, value=3),",
    ],
)
def test_days_come_from_the_table_of_all_habits_where_their_folders_are_missing(row: str) -> None:
    batch = read(wide("Date,Walk,Tea, green,", row, "2025-01-24,-1,UNKNOWN,"))
    states = {each.name: [t.state.value for t in batch.ticks if t.routine_id == each.id] for each in batch.routines}
    assert states == {"Walk": ["done"], "Tea, green": ["skipped"]}
    assert ([each.message for each in batch.remarks], batch.problems) == ([WITHOUT_NOTES], ())


def test_a_folder_of_a_habit_counts_before_the_table_of_all_habits() -> None:
    folder = {"001 Walk/Checkmarks.csv": "Date,Value,Notes\n2025-01-20,YES_MANUAL,by the lake\n"}
    batch = read(wide("Date,Walk,Tea, green,", "2025-01-25,2,2,", **folder))
    assert [(tick.day.day, tick.note) for tick in batch.ticks] == [(20, "by the lake"), (25, "")]


@pytest.mark.parametrize("heading", ["Date,Tea, green,Walk,", "Date,Walk,", "2025-01-26,2,2,", ""])
def test_a_table_of_all_habits_with_other_names_is_not_read(heading: str) -> None:
    batch = read(wide(heading, "2025-01-25,2,2,"))
    assert (batch.ticks, [each.message for each in batch.remarks]) == ((), [NO_DAYS])


def test_a_row_with_more_cells_than_habits_is_left_out_with_its_line() -> None:
    batch = read(wide("Date,Walk,Tea, green,", "2025-01-25,2,2,2,"))
    assert (batch.ticks, [each.line for each in batch.problems]) == ((), [2, 2])


def test_a_backup_from_before_questions_notes_and_amounts_is_read() -> None:
    batch = read(database([habit(description="Did you run?", archived=0)], [day()], version=9))
    [routine] = batch.routines
    assert (routine.why, routine.started, routine.cadence.text) == ("Did you run?", date(2026, 11, 20), "daily")
    assert [tick.day for tick in batch.ticks] == [date(2026, 11, 20)]


def test_a_day_in_a_backup_from_before_values_is_a_day_that_was_done() -> None:
    days = [{"habit": 1, "timestamp": midnight(f"2016-03-0{number}")} for number in (1, 2, 4)]
    batch = read(database([habit()], days, version=12))
    assert [(tick.day.day, tick.state) for tick in batch.ticks] == [(number, TickState.DONE) for number in (1, 2, 4)]
    assert batch.problems == ()


@pytest.mark.parametrize(
    ("times", "days", "text"),
    [
        (1, 1, "daily"), (5, 5, "daily"), (9, 7, "daily"), (3, 7, "3/week"), (1, 7, "1/week"), (1, 3, "every 3 days"),
        (2, 3, "2/3d"), (10, 30, "10/30d"), (1, 30, "1/30d"), (10, 31, "10/31d"), (1, 400, "1/366d"),
        (60, 90, "50/75d"), (0, 7, "daily"), (1, 0, "daily"),
    ],
)  # fmt: skip
def test_any_frequency_has_a_cadence(times: int, days: int, text: str) -> None:
    [routine] = read(database([habit(freq_num=times, freq_den=days)], [day()])).routines
    assert routine.cadence == read_cadence(text)


def test_a_day_that_is_covered_by_the_frequency_is_no_check() -> None:
    batch = read(database([habit()], [day(value=1), day("2026-11-19", -1), day("2026-11-18", 2)]))
    assert [tick.day.day for tick in batch.ticks] == [18]


def test_an_archived_habit_is_put_away_after_its_last_day_and_leaves_its_name_free() -> None:
    batch = read(database([habit(archived=1), habit(Id=2, position=1)], [day()]))
    old, new = batch.routines
    assert (old.name, old.archived) == ("Run", date(2026, 11, 21))
    assert (new.name, new.archived) == ("Run", None)
    assert old.id != new.id


def test_two_habits_of_one_name_and_a_routine_of_the_persons_stay_apart() -> None:
    mine = Routine("01930000-0000-7000-8000-000000000000", "run", date(2026, 1, 1))
    batch = read_loop(database([habit(), habit(Id=2)], [day()]), context(routines=(mine,)))
    assert [each.name for each in batch.routines] == ["Run (loop)", "Run (2)"]


def test_a_habit_renamed_in_loop_is_the_same_when_it_has_its_key(journal: Journal) -> None:
    for name in ("Run", "Jog"):
        content = database([habit(name=name, uuid="abc")], [day()])
        apply_import(read_loop(content, ImportContext.of(journal, {})), journal)
    assert [routine.name for routine in journal.routines] == ["Run"]
    assert len(journal.ticks) == 1


def test_a_limit_becomes_a_scale_with_readings(journal: Journal) -> None:
    limit = habit(name="Coffee", type=1, target_type=1, target_value=2.0, unit="cups")
    batch = read_loop(database([limit], [day(value=3000, notes="late"), day("2026-11-19", 0)]), context())
    assert not batch.routines
    assert [(entry.readings, entry.note) for entry in batch.entries] == [({"Coffee": 0}, ""), ({"Coffee": 3}, "late")]
    assert [tracker.unit for tracker in batch.trackers] == ["cups"]
    assert apply_import(batch, journal).new == 2


@given(st.lists(st.none() | st.integers(0, 20), min_size=1, max_size=60), st.sampled_from([7, 30]))
def test_an_amount_of_a_week_or_a_month_has_loops_score_too(amounts: list[int | None], days: int) -> None:
    """Loop's own rule: the sum of the last days over the target, at most 1; a skipped day keeps the score."""
    start, target = date(2026, 6, 1), 10
    rows = [
        day(f"{start + timedelta(number)}", 3 if amount is None else amount * 1000)
        for number, amount in enumerate(amounts)
    ]
    habits = [habit(type=1, freq_den=days, target_value=float(target), unit="km")]
    batch = read(database(habits, rows))
    [routine] = batch.routines
    score = 0.0
    multiplier = 0.5 ** ((1 / days) ** 0.5 / 13)
    for number, amount in enumerate(amounts):
        if amount is not None:
            reached = sum(each or 0 for each in amounts[max(number - days + 1, 0) : number + 1])
            score = score * multiplier + min(reached / target, 1) * (1 - multiplier)
    noted = {tick.day: counts_of([tick]) for tick in batch.ticks}
    last = start + timedelta(len(amounts) - 1)
    history = RoutineHistory(routine, noted, last + timedelta(1))
    assert strength(history.shares(Period(start, last))).value == pytest.approx(score, abs=1e-9)


def test_reminders_and_order_come_along() -> None:
    batch = read(
        database([habit(position=2, reminder_hour=8, reminder_min=30), habit(Id=2, name="Tea", position=1)], [])
    )
    assert [(each.name, each.at) for each in batch.routines] == [("Tea", ()), ("Run", (time(8, 30),))]


def test_days_that_cannot_be_are_problems_and_the_rest_is_taken() -> None:
    rows = [day(), day("2027-11-20"), day(value=2) | {"timestamp": "soon"}, day(value=2) | {"timestamp": 10**17}]
    batch = read(database([habit()], rows))
    assert len(batch.ticks) == 1
    assert sorted(problem.line for problem in batch.problems) == [2, 3, 4] or len(batch.problems) == 3


def test_a_habit_that_was_noted_twice_on_a_day_has_the_later_and_says_so() -> None:
    rows = [day(value=2), day(value=3, notes="ill"), day("2026-11-21"), day("2026-11-21")]
    batch = read(database([habit()], rows))
    assert [(tick.state, tick.note) for tick in batch.ticks] == [(TickState.SKIPPED, "ill"), (TickState.DONE, "")]
    assert [problem.line for problem in batch.problems] == [1]


def test_a_backup_left_in_write_ahead_mode_is_read() -> None:
    content = bytearray(DATABASE.read_bytes())
    content[18:20] = b"\x02\x02"
    assert len(read(bytes(content)).routines) == 3


@pytest.mark.parametrize("kind", ["TEXT", "REAL", "NUMERIC", "BLOB"])
@pytest.mark.parametrize("names", [{"Habits", "Repetitions"}, {"Habits"}, {"Repetitions"}])
def test_a_backup_that_was_written_again_with_other_types_says_the_same(kind: str, names: set[str]) -> None:
    tables = {"Habits": "", "Repetitions": ""} | dict.fromkeys(names, kind)
    again = databases.retyped(DATABASE.read_bytes(), tables, kept="uuid")
    assert read(again) == read(DATABASE.read_bytes()), "a key has letters in it, whatever its column"


@pytest.mark.parametrize("value", ["", "soon", "1e400", "NaN", "9" * 30, "2.5", "²"])
def test_a_text_that_is_no_number_is_no_day_and_no_value(value: str) -> None:
    batch = read(database([habit(freq_num=value)], [day(value=2), day("2026-11-19") | {"value": value}]))
    assert [tick.day for tick in batch.ticks] == [date(2026, 11, 20)]
    assert [problem.line for problem in batch.problems] == [2]
    assert [routine.cadence.text for routine in batch.routines] == ["daily"]


def test_a_view_that_never_ends_is_left() -> None:
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, x AS name FROM c"
    content = databases.database(f"CREATE VIEW Habits AS {endless}", "CREATE TABLE Repetitions (id)")
    with pytest.raises(RefusedFile):
        read(content)


def test_a_zip_that_was_packed_again_in_a_folder_is_read() -> None:
    again = zipped(*((f"Loop/{name}", content) for name, content in unzipped(NEW).items()))
    assert len(read(again).ticks) == len(read(NEW.read_bytes()).ticks)


def test_entries_of_the_journal_know_where_they_came_from(journal: Journal) -> None:
    apply_import(read_loop(DATABASE.read_bytes(), ImportContext.of(journal, {})), journal)
    assert {entry.source for entry in journal.entries} == {"loop"} == {tick.source for tick in journal.ticks}
    assert all(isinstance(entry, Entry) for entry in journal.entries)
