"""Tickmate: tracks are routines that are done as needed, and each tick is one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from carelog.clock import fixed_clock
from carelog.domain.routines.routine import Routine
from carelog.errors import RefusedFile
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.intake import apply_import
from carelog.exchange.readers.formats import format_named, format_of
from carelog.journal import Journal
from carelog.paths import Paths
from support.databases import database, retyped
from support.imports import BERLIN, a_context, read_file, said
from support.source import SAMPLES

SAMPLE = SAMPLES / "tickmate" / "tickmate-backup.db"


VERSION_9 = (
    "CREATE TABLE tracks(_id INTEGER, name TEXT, description TEXT, icon TEXT, enabled INTEGER)",
    "CREATE TABLE ticks(_id INTEGER, _track_id INTEGER, year INTEGER, month INTEGER, day INTEGER)",
)


def ticks(batch: ImportBatch) -> list[tuple[str, str]]:
    names = {each.id: each.name for each in batch.routines}
    return [(names[each.routine_id], f"{each.at.local:%Y-%m-%d %H:%M}") for each in batch.ticks]


def test_tracks_are_routines_in_their_order_and_ticks_have_their_times() -> None:
    batch = read_file(SAMPLE)
    assert [(each.name, each.cadence.text, each.why, each.started, each.archived) for each in batch.routines] == [
        ("Tea", "as-needed", "Had a cup of tea", date(2025, 3, 9), None),
        ("Walk", "as-needed", "Walked outside", date(2025, 3, 7), None),
        ("Piano", "as-needed", "", date(2024, 12, 31), date(2025, 1, 1)),
    ]
    assert ticks(batch) == [
        ("Tea", "2025-03-09 08:10"),
        ("Tea", "2025-03-09 08:10"),
        ("Tea", "2025-03-09 16:30"),
        ("Walk", "2025-03-07 18:05"),
        ("Walk", "2025-03-09 12:00"),
        ("Piano", "2024-12-31 12:00"),
    ]
    assert len({each.id for each in batch.ticks}) == 6
    assert said(batch) == [
        "1 tick is left, because its track was deleted in the other app.",
        "Groups (1 in the file) cannot be taken along. They stay in the other app.",
    ]


def test_a_second_import_adds_nothing_and_a_later_one_only_what_is_new(tmp_path: Path) -> None:
    tracks = "INSERT INTO tracks VALUES (1, 'Walk', '', '', 1)"
    first = database(*VERSION_9, tracks, "INSERT INTO ticks VALUES (1, 1, 2025, 2, 9)")
    later = database(
        *VERSION_9,
        tracks.replace("(1,", "(7,"),
        "INSERT INTO ticks VALUES (1, 7, 2025, 2, 10)",
        "INSERT INTO ticks VALUES (2, 7, 2025, 2, 9)",
    )
    with Journal.open(Paths.inside(tmp_path), BERLIN) as journal:
        added = []
        for content in (first, first, later):
            batch = format_of(content).read(content, ImportContext.of(journal, {}))
            added.append(dict(apply_import(batch, journal).new_by_kind))
        assert added == [{"routines": 1, "ticks": 1}, {}, {"ticks": 1}]


def test_tracks_of_one_name_are_two_routines_and_a_routine_of_yours_is_left_alone() -> None:
    two = database(
        *VERSION_9,
        "INSERT INTO tracks VALUES (1, 'Walk', '', '', 1), (2, 'walk ', '', '', 1), (3, '', '', '', 1)",
        "INSERT INTO ticks VALUES (1, 1, 2025, 2, 9), (2, 2, 2025, 2, 9)",
    )
    assert [each.name for each in read_file(two).routines] == ["Walk", "walk (tickmate)", "Track without a name"]
    assert len({each.id for each in read_file(two).ticks}) == 2
    yours = replace(a_context(), routines=(Routine("1", "Walk", date(2025, 1, 1)),))
    names = [each.name for each in format_of(two).read(two, yours).routines]
    assert names == ["Walk (tickmate)", "walk (2)", "Track without a name"]


def test_a_track_without_ticks_begins_on_the_day_that_the_journal_has_at_night() -> None:
    night = fixed_clock("2026-11-26T01:30:00+01:00")
    empty = database(*VERSION_9, "INSERT INTO tracks VALUES (1, 'Walk', '', '', 1)")
    [routine] = format_of(empty).read(empty, a_context(night)).routines
    assert routine.started == date(2026, 11, 25)


def test_a_tick_at_midnight_sharp_is_one_of_that_day_without_a_time() -> None:
    columns = "_track_id INTEGER, year INTEGER, month INTEGER, day INTEGER, hour, minute, second, has_time_info"
    batch = read_file(
        database(
            VERSION_9[0],
            f"CREATE TABLE ticks({columns})",
            "INSERT INTO tracks VALUES (1, 'Walk', '', '', 1)",
            "INSERT INTO ticks VALUES (1, 2014, 1, 14, 0, 0, 0, 1)",
        )
    )
    assert ticks(batch) == [("Walk", "2014-02-14 12:00")]
    assert [each.day for each in batch.ticks] == [date(2014, 2, 14)]


def test_a_tick_that_is_no_day_is_left_out_and_named() -> None:
    batch = read_file(
        database(
            *VERSION_9,
            "INSERT INTO tracks VALUES (1, 'Walk', '', '', 1)",
            "INSERT INTO ticks VALUES (1, 1, 2025, 12, 9), (2, 1, 2025, 'x', 9), (3, 1, 2025, 1, 28)",
        )
    )
    assert ticks(batch) == [("Walk", "2025-02-28 12:00")]
    assert [(each.line, each.message) for each in batch.problems] == [
        (1, "The date or time cannot be read, or no calendar has it."),
        (2, "The date or time cannot be read, or no calendar has it."),
    ]


@pytest.mark.parametrize(
    "content",
    [b"words", database("CREATE TABLE tracks(a)"), database("CREATE TABLE tracks(a)", "CREATE TABLE ticks(a)")],
)
def test_another_database_is_none_of_tickmate(content: bytes) -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_named("tickmate").read(content, a_context())
    assert refusal.value.message == (
        "This is no database of Tickmate, which has tracks and ticks. Export the database in Tickmate and import that "
        "file."
    )


@pytest.mark.parametrize("kind", ["TEXT", "REAL", "NUMERIC", "BLOB"])
def test_a_backup_that_was_written_again_with_other_types_says_the_same(kind: str) -> None:
    again = read_file(retyped(SAMPLE.read_bytes(), {"tracks": kind, "ticks": kind}))
    sample = read_file(SAMPLE)
    assert (again.routines, again.ticks) == (sample.routines, sample.ticks)
