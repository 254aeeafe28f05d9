"""What an earlier version put on the day before is found when the same file is imported again, and put right."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.clock import fixed_clock
from carelog.domain.routines.routine import Dose, Routine
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import Moment
from carelog.exchange.files.source import read_source
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.intake import apply_import, preview_import
from carelog.exchange.readers.any_table import read_any_table
from carelog.exchange.readers.formats import format_named, format_of
from carelog.exchange.serializers.full_copy_json import read_full_copy, write_full_copy
from carelog.journal import Journal
from carelog.journal.collections.ticks import content_of
from carelog.journal.storage.rows import TICKS
from carelog.paths import Paths
from carelog.wording.files.import_days import noted_anew
from support.command import Command
from support.daylio import context, written
from support.journals import SetClock, written_and_read
from support.source import SAMPLES

DAYS = SAMPLES / "days"
DAYLIO, TABLE, BEARABLE = (
    DAYS / name for name in ("daylio_after_midnight.csv", "table_at_midnight.csv", "bearable_after_midnight.csv")
)
NOW = "2026-11-22T21:30:00+01:00"
EARLIER = "An earlier version of carelog put what was noted after midnight on the day before."
FOUR = time(4)

pytestmark = pytest.mark.usefixtures("home", "now")


def read(file: Path, journal: Journal) -> ImportBatch:
    content = read_source(file)
    return (format_named("csv") if file == TABLE else format_of(content)).read(content, ImportContext.of(journal, {}))


def as_before(batch: ImportBatch, starts_at: time = FOUR) -> ImportBatch:
    """What the version of 27 November 2026 made of the same file: midnight was a time, and days began late."""

    def shifted(thing: Any) -> Any:
        at = Moment(thing.at.instant - timedelta(hours=12), thing.at.offset) if file_has_days else thing.at
        return replace(thing, at=at, day=at.day(starts_at))

    file_has_days = any("midnight" in each.message for each in batch.remarks)
    entries, ticks = (tuple(map(shifted, things)) for things in (batch.entries, batch.ticks))
    return replace(batch, entries=entries, ticks=ticks, routines=tuple(_begun(each, ticks) for each in batch.routines))


def _begun(routine: Routine, ticks: tuple[Any, ...]) -> Routine:
    first = min(tick.day for tick in ticks if tick.routine_id == routine.id)
    return replace(routine, started=first, doses=tuple(Dose(first, each.text) for each in routine.doses))


@contextmanager
def journal_at(home: Path) -> Iterator[Journal]:
    with Journal.open(Paths.inside(home), fixed_clock(NOW)) as journal:
        yield journal


@pytest.fixture
def imported_before(home: Path) -> Callable[[Path], None]:
    """Imports a file as the version of 27 November 2026 did."""

    def take_in(file: Path) -> None:
        with journal_at(home) as journal:
            apply_import(as_before(read(file, journal)), journal)

    return take_in


def changed(journal: Journal, tick: Tick) -> None:
    """Write a tick as another version of its file had it, and count it as no longer untouched."""
    store = journal._store
    with store.change(journal.ticks._now() + 60_000) as change:
        change.put(TICKS, tick.id, content_of(tick))


def days(carelog: Command) -> list[str]:
    return [each["day"] for each in carelog("log", "--json").json["data"]["entries"]]


def test_the_same_file_again_says_how_many_entries_lie_a_day_early_and_changes_nothing(
    carelog: Command, imported_before: Callable[[Path], None]
) -> None:
    imported_before(DAYLIO)
    assert days(carelog) == ["2025-03-08", "2025-03-08", "2025-03-09"]
    shown = carelog("import", str(DAYLIO))
    assert (
        "2 entries are a day early. An earlier version of carelog put what was noted after midnight on "
        "the day before. Add --apply to move them to the day in the file.\n\nNothing was written.\n"
    ) in shown.stdout
    assert days(carelog) == ["2025-03-08", "2025-03-08", "2025-03-09"]


def test_apply_puts_them_right_and_undo_takes_that_back_in_one_go(
    carelog: Command, imported_before: Callable[[Path], None], home: Path
) -> None:
    imported_before(DAYLIO)
    applied = carelog("import", str(DAYLIO), "--apply")
    assert applied.exit_code == 0
    assert (
        "2 entries were a day early and are now on the day in the file. To take that back: carelog undo\n"
    ) in applied.stdout
    assert f"Before that your journal was copied to {home / 'backups'}" in applied.stdout
    assert days(carelog) == ["2025-03-08", "2025-03-09", "2025-03-10"]
    assert EARLIER not in carelog("import", str(DAYLIO), "--apply").stdout
    assert carelog("undo").stdout == "Changed back: 2 entries.\n"
    assert days(carelog) == ["2025-03-08", "2025-03-08", "2025-03-09"]
    assert carelog("import", str(DAYLIO), "--apply", "--json").json["data"]["early"]["kinds"] == {"entries": 2}
    assert days(carelog) == ["2025-03-08", "2025-03-09", "2025-03-10"]
    assert carelog("verify").exit_code == 0


def test_an_edited_entry_is_named_and_left_and_a_deleted_one_stays_deleted(
    carelog: Command, imported_before: Callable[[Path], None]
) -> None:
    imported_before(DAYLIO)
    _, sunday, monday = carelog("log", "--json").json["data"]["entries"]
    carelog("edit", monday["handle"], "my own words")
    carelog("delete", sunday["handle"], "--yes")
    data = carelog("import", str(DAYLIO), "--json").json["data"]["early"]
    assert data == {
        "kinds": {},
        "edited": [{"kind": "entries", "handle": monday["handle"], "day": "2025-03-10"}],
    }
    said = (
        "1 entry stays a day early, because it is no longer what the file says: "
        f"{monday['handle']} (10 March 2025 in the file). To move it, give it a time of that day: "
        f'carelog edit {monday["handle"]} --at "2025-03-10 12:00"\n'
    )
    applied = carelog("import", str(DAYLIO), "--apply").stdout
    assert said in applied
    assert "Everything in this file was in your journal already. Nothing was changed." in applied
    assert days(carelog) == ["2025-03-08", "2025-03-09"]
    assert carelog("edit", monday["handle"], "--at", "2025-03-10 12:00").exit_code == 0
    assert days(carelog) == ["2025-03-08", "2025-03-10"]
    assert EARLIER not in carelog("import", str(DAYLIO)).stdout


def test_an_edit_that_was_undone_leaves_what_the_import_wrote(
    carelog: Command, imported_before: Callable[[Path], None]
) -> None:
    imported_before(DAYLIO)
    carelog("edit", carelog("log", "--json").json["data"]["entries"][2]["handle"], "my own words")
    carelog("undo")
    assert carelog("import", str(DAYLIO), "--apply", "--json").json["data"]["early"] == {
        "kinds": {"entries": 2},
        "edited": [],
    }
    assert days(carelog) == ["2025-03-08", "2025-03-09", "2025-03-10"]


def test_a_date_that_was_taken_for_a_midnight_becomes_a_day_without_a_time(
    carelog: Command, imported_before: Callable[[Path], None]
) -> None:
    imported_before(TABLE)
    assert days(carelog) == ["2025-03-07", "2025-03-08"]
    carelog("import", "csv", str(TABLE), "--apply")
    entries = carelog("log", "--json").json["data"]["entries"]
    assert [(each["day"], each["at"]) for each in entries] == [
        ("2025-03-08", "2025-03-08T12:00:00+01:00"),
        ("2025-03-09", "2025-03-09T12:00:00+01:00"),
    ]


def test_ticks_of_a_medicine_and_its_beginning_are_put_right_too(
    carelog: Command, imported_before: Callable[[Path], None], home: Path
) -> None:
    imported_before(BEARABLE)
    shown = carelog("import", str(BEARABLE)).stdout
    assert "1 entry, 1 tick are a day early." in shown
    carelog("import", str(BEARABLE), "--apply")
    with journal_at(home) as journal:
        [medicine], ticks = list(journal.routines), list(journal.ticks)
        assert {each.day for each in (*journal.entries, *ticks)} == {date(2025, 3, 9)}
        assert medicine.started == date(2025, 3, 9)
        assert medicine.doses == (Dose(date(2025, 3, 9), "10mg"),)
    carelog("undo")
    with journal_at(home) as journal:
        assert [each.started for each in journal.routines] == [date(2025, 3, 8)]


def test_a_tick_that_the_file_now_says_otherwise_is_named_with_commands_that_move_it(
    carelog: Command, imported_before: Callable[[Path], None], home: Path
) -> None:
    imported_before(BEARABLE)
    with journal_at(home) as journal:
        [tick], [medicine] = list(journal.ticks), list(journal.routines)
        changed(journal, replace(tick, note="with water", amount=2.0))
    said = carelog("import", str(BEARABLE)).stdout
    note_anew = f"carelog done {medicine.name} --at '2025-03-09 12:00' --amount 2 --note 'with water'"
    delete = f"carelog delete {tick.handle}"
    assert (
        f"1 tick stays a day early, because it is no longer what the file says: {tick.handle} (9 March "
        f"2025 in the file). To move {tick.handle}, note it again on that day: {note_anew}; then delete "
        f"it: {delete}\n"
    ) in said
    assert carelog(*shlex.split(note_anew)[1:]).exit_code == 0
    assert carelog(*shlex.split(delete)[1:], "--yes").exit_code == 0
    with journal_at(home) as journal:
        assert [(each.day, each.amount, each.note) for each in journal.ticks] == [(date(2025, 3, 9), 2, "with water")]
    assert carelog("import", str(BEARABLE), "--json").json["data"]["early"] == {"kinds": {"entries": 1}, "edited": []}


@pytest.mark.parametrize(
    ("state", "command"),
    [
        (TickState.DONE, "carelog done Walk --at '2025-03-09 12:00' --amount 2.5 --note rain"),
        (TickState.SMALL, "carelog done Walk --at '2025-03-09 12:00' --small --amount 2.5 --note rain"),
        (TickState.SKIPPED, "carelog skip Walk --at '2025-03-09 12:00' --why rain"),
    ],
)
def test_a_tick_is_noted_anew_as_what_it_was(state: TickState, command: str, carelog: Command) -> None:
    assert noted_anew("Walk", state, date(2025, 3, 9), 2.5, "rain") == command
    carelog("routine", "add", "Walk", "--target", "20", "--unit", "min")
    assert carelog(*shlex.split(command)[1:]).exit_code == 0


def test_a_tick_of_an_archived_routine_is_named_without_a_command_that_could_not_work(
    carelog: Command, imported_before: Callable[[Path], None], home: Path
) -> None:
    imported_before(BEARABLE)
    with journal_at(home) as journal:
        [tick], [medicine] = list(journal.ticks), list(journal.routines)
        changed(journal, replace(tick, note="with water"))
        journal.routines.edit(replace(medicine, archived=date(2026, 11, 1)))
    said = carelog("import", str(BEARABLE)).stdout
    assert (
        f"1 tick stays a day early, because it is no longer what the file says: "
        f"{tick.handle} (9 March 2025 in the file).\n"
    ) in said


def test_an_import_that_was_put_right_can_be_taken_back_whole(
    carelog: Command, imported_before: Callable[[Path], None]
) -> None:
    imported_before(DAYLIO)
    imported_before(BEARABLE)
    for file in (DAYLIO, BEARABLE):
        carelog("import", str(file), "--apply")
    for _ in range(2):
        data = carelog("import-undo", "last", "--yes", "--json").json["data"]
        assert data["kept"] == 0
    assert days(carelog) == []
    assert carelog("import", str(DAYLIO), "--apply", "--json").json["data"]["new"] == 3
    assert days(carelog) == ["2025-03-08", "2025-03-09", "2025-03-10"]


def test_what_was_edited_after_it_was_put_right_stays_when_the_import_is_taken_back(
    carelog: Command, imported_before: Callable[[Path], None]
) -> None:
    imported_before(DAYLIO)
    carelog("import", str(DAYLIO), "--apply")
    carelog("edit", carelog("log", "--json").json["data"]["entries"][2]["handle"], "my own words")
    assert days(carelog) == ["2025-03-08", "2025-03-09", "2025-03-10"]
    data = carelog("import-undo", "last", "--yes", "--json").json["data"]
    assert (data["removed"], data["kept"]) == ({"entries": 2}, 1)


def test_a_newer_export_adds_what_is_new_beside_what_it_puts_right(
    carelog: Command, imported_before: Callable[[Path], None], tmp_path: Path
) -> None:
    imported_before(DAYLIO)
    head, *rows = DAYLIO.read_text().splitlines(keepends=True)
    newer = tmp_path / "newer.csv"
    newer.write_text("".join([head, '2025-03-12,March 12,Wednesday,01:00 AM,good,,"",new\n', *rows]))
    applied = carelog("import", str(newer), "--apply").stdout
    assert "Taken in: 1 entry." in applied
    assert days(carelog) == ["2025-03-08", "2025-03-09", "2025-03-10", "2025-03-12"]
    assert carelog("undo").stdout == "Changed back: 2 entries.\n"
    assert days(carelog) == ["2025-03-08", "2025-03-08", "2025-03-09", "2025-03-12"]


def test_what_was_noted_after_midnight_by_hand_stays_on_the_day_before(
    carelog: Command, imported_before: Callable[[Path], None]
) -> None:
    carelog("mood", "3", "by hand", "--at", "2025-03-10 00:40")
    imported_before(DAYLIO)
    carelog("import", str(DAYLIO), "--apply")
    by_hand = [each["day"] for each in carelog("log", "--json").json["data"]["entries"] if each["note"] == "by hand"]
    assert by_hand == ["2025-03-09"]
    assert "Sunday 9 March 2025\n" in carelog("log").stdout
    assert carelog("log").stdout.count("9 March 2025") == 1


@pytest.mark.parametrize(
    "words", [["new words"], ["--mood", "1"], ["--tag", "late"], ["--feel", "calm"], ["--private"]]
)
def test_an_edit_of_anything_but_the_time_keeps_the_day(words: list[str], carelog: Command) -> None:
    carelog("import", str(DAYLIO), "--apply")
    handle = carelog("log", "--json").json["data"]["entries"][2]["handle"]
    edited = carelog("edit", handle, *words, "--json").json["data"]["entry"]
    assert (edited["day"], edited["at"]) == ("2025-03-10", "2025-03-10T00:40:00+01:00")
    carelog("undo")
    assert days(carelog) == ["2025-03-08", "2025-03-09", "2025-03-10"]
    carelog("edit", handle, "--at", "2025-03-11 00:40")
    assert days(carelog)[-1] == "2025-03-10", "the time is now the person's own, and days begin at four"


def test_a_row_that_was_put_right_wins_over_the_other_machine_unless_that_one_edited_it(
    tmp_path: Path, journal: Journal
) -> None:
    apply_import(as_before(read(DAYLIO, journal)), journal)
    untouched = read_full_copy(write_full_copy(journal, private=True))
    later = SetClock()
    later.move(minutes=1)
    with Journal.open(Paths.inside(tmp_path / "other"), later) as other:
        other.merge(untouched)
        edited = next(each for each in other.entries if each.note == "late on Monday")
        other.entries.edit(replace(edited, note="my own words"))
        apply_import(read(DAYLIO, journal), journal)
        other.merge(read_full_copy(write_full_copy(journal, private=True)))
        assert [(f"{each.day}", each.note) for each in other.entries] == [
            ("2025-03-08", "Saturday evening"),
            ("2025-03-09", "late on Sunday"),
            ("2025-03-09", "my own words"),
        ]
    journal.merge(untouched)
    assert [f"{each.day}" for each in journal.entries] == ["2025-03-08", "2025-03-09", "2025-03-10"]


@settings(max_examples=40)
@given(
    st.lists(
        st.datetimes(datetime.fromisoformat("2020-01-01"), datetime.fromisoformat("2025-12-31")).map(
            lambda at: at.replace(second=0, microsecond=0, hour=at.hour % 6)
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from([time(0), time(3), FOUR, time(12)]),
)
def test_however_late_nights_were_all_are_right_after_one_import_more(walls: list[datetime], starts_at: time) -> None:
    rows = [
        {"full_date": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M}", "note": f"{number}"} for number, at in enumerate(walls)
    ]
    batch = format_named("daylio").read(written(rows), context())
    early = sum(at.time() < starts_at for at in walls)

    def take_in_twice(journal: Journal) -> None:
        apply_import(as_before(batch, starts_at), journal)
        assert sum(preview_import(batch, journal).early.counts.values()) == early
        result = apply_import(batch, journal)
        assert (result.new, sum(result.early.counts.values())) == (0, early)
        assert not preview_import(batch, journal).early.moved

    with written_and_read(take_in_twice) as journal:
        assert {each.id: each.day for each in journal.entries} == {each.id: each.day for each in batch.entries}


def test_a_journal_that_was_put_right_is_sound_and_survives_a_whole_copy(journal: Journal, tmp_path: Path) -> None:
    for file in (DAYLIO, TABLE, BEARABLE):
        apply_import(as_before(read(file, journal)), journal)
        apply_import(read(file, journal), journal)
    kept = sorted((each.id, each.day) for each in (*journal.entries, *journal.ticks))
    with Journal.open(Paths.inside(tmp_path / "copy"), SetClock()) as copy:
        copy.merge(read_full_copy(write_full_copy(journal, private=True)))
        assert sorted((each.id, each.day) for each in (*copy.entries, *copy.ticks)) == kept


def test_a_table_exported_by_carelog_comes_back_on_its_days() -> None:
    rows = "day,time,mood,note\n2025-03-09,00:40,4,noted by hand at night\n2025-03-09,21:00,3,evening\n"
    batch = read_any_table(rows.encode(), context(columns={"date": "day", "time": "time", "mood": "mood"}))
    assert [each.day for each in batch.entries] == [date(2025, 3, 9)] * 2
