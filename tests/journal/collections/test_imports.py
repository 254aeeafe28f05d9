"""Imports from other apps: each can be undone, and the same file can be imported again afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.routines.routine import Routine
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import Moment
from carelog.domain.tracker import Tracker
from carelog.journal import Journal
from carelog.journal.collections.imports import ImportContent
from support.journals import DAY, SetClock, written_and_read

SHA = "0" * 64
NOON = SetClock().now()
WALK = Routine(steady_id("app", "walk"), "Walk", DAY)


def entry(number: int, note: str = "theirs", **fields: object) -> Entry:
    return Entry(steady_id("app", str(number)), NOON, DAY, 3, note, source="app", **fields)  # type: ignore[arg-type]


def tick(number: int, state: TickState = TickState.DONE) -> Tick:
    return Tick(steady_id("app", "tick", str(number)), WALK.id, NOON, DAY, state, source="app")


def some_content(numbers: Sequence[int] = (1, 2, 3)) -> ImportContent:
    scale = Tracker(steady_id("tracker", "steps"), "Steps")
    entries = [entry(number, readings={"Steps": 10}) for number in numbers]
    return ImportContent(entries, [scale], [WALK], [tick(number) for number in numbers])


def live(journal: Journal) -> dict[str, int]:
    names = ("entries", "trackers", "routines", "ticks")
    return {name: len(getattr(journal, name)) for name in names}


def test_an_import_adds_everything_and_counts_it(journal: Journal) -> None:
    run = journal.imports.apply("app", SHA, some_content())
    assert live(journal) == {"entries": 3, "trackers": 1, "routines": 1, "ticks": 3} == dict(run.counts)
    assert list(journal.imports) == [run]
    assert run.period is not None
    assert run.period.first == run.period.last == DAY


def test_a_second_import_finds_nothing_new_and_a_longer_file_only_what_is_new(journal: Journal) -> None:
    journal.imports.apply("app", SHA, some_content())
    missing = journal.imports.missing(some_content((1, 2, 3, 4)))
    assert [each.id for each in missing.entries] == [entry(4).id]
    assert [each.id for each in missing.ticks] == [tick(4).id]
    assert not missing.routines
    assert not missing.trackers


def test_an_undone_import_leaves_nothing_and_can_be_repeated_any_number_of_times(journal: Journal) -> None:
    for _ in range(3):
        run = journal.imports.apply("app", SHA, some_content())
        assert live(journal) == {"entries": 3, "trackers": 1, "routines": 1, "ticks": 3}
        undone = journal.imports.undo(run)
        assert (dict(undone.removed), undone.kept) == ({"ticks": 3, "entries": 3, "routines": 1, "trackers": 1}, 0)
        assert not any(live(journal).values())
        assert not list(journal.imports)


def test_what_was_edited_since_stays_and_what_the_person_deleted_stays_deleted(journal: Journal) -> None:
    run = journal.imports.apply("app", SHA, some_content())
    journal.entries.edit(replace(journal.entries.get(entry(1).id), note="mine now"))
    journal.entries.remove(entry(2).id)
    undone = journal.imports.undo(run)
    assert undone.removed["entries"] == 1
    assert [each.note for each in journal.entries] == ["mine now"]
    assert undone.kept == 2, "the edited entry, and the tracker of its reading"
    again = journal.imports.apply("app", SHA, some_content())
    assert again.counts["entries"] == 1
    assert sorted(each.note for each in journal.entries) == ["mine now", "theirs"]


def test_a_repeated_import_can_be_undone_again_though_the_clock_stepped_back(journal: Journal, clock: SetClock) -> None:
    journal.imports.undo(journal.imports.apply("app", SHA, some_content()))
    clock.move(hours=-5)
    undone = journal.imports.undo(journal.imports.apply("app", SHA, some_content()))
    assert undone.kept == 0
    assert not any(live(journal).values())


def test_undoing_an_import_keeps_a_routine_with_a_tick_that_was_added_by_hand(journal: Journal) -> None:
    run = journal.imports.apply("app", SHA, some_content())
    mine = journal.ticks.add([journal.routines.get(WALK.id)])
    undone = journal.imports.undo(run)
    assert undone.kept == 1
    assert list(journal.ticks) == mine
    assert [each.name for each in journal.routines] == ["Walk"]


def test_what_imports_of_an_app_brought_is_known_with_what_became_of_it(journal: Journal, clock: SetClock) -> None:
    run = journal.imports.apply("app", SHA, some_content())
    journal.imports.apply("other", SHA, ImportContent([replace(entry(9), source="other")]))
    clock.move(minutes=1)
    journal.entries.edit(replace(journal.entries.get(entry(2).id), note="mine"))
    journal.entries.remove(entry(3).id)
    assert {
        each.id: (each.at, each.mood, each.note, dict(each.readings), each.is_deleted, each.is_changed)
        for each in journal.imports.earlier_entries("app")
    } == {
        entry(1).id: (NOON.milliseconds, 3, "theirs", {"Steps": 10}, False, False),
        entry(2).id: (NOON.milliseconds, 3, "mine", {"Steps": 10}, False, True),
        entry(3).id: (NOON.milliseconds, None, "", {}, True, True),
    }
    journal.imports.undo(run)
    left = {each.id for each in journal.imports.earlier_entries("app")}
    assert left == {entry(2).id, entry(3).id}, "without what was taken back"


def test_routines_are_listed_in_the_order_of_the_file(journal: Journal) -> None:
    names = [f"Habit {number}" for number in range(20)]
    for _ in range(2):
        run = journal.imports.apply("app", SHA, ImportContent(routines=[Routine(steady_id(n), n, DAY) for n in names]))
        assert [each.name for each in journal.routines] == names
        journal.imports.undo(run)


def test_ticks_of_a_routine_that_the_person_deleted_are_not_imported_again(journal: Journal) -> None:
    journal.imports.apply("app", SHA, some_content())
    journal.routines.remove(WALK.id)
    missing = journal.imports.missing(some_content((1, 2, 3, 4)))
    assert not missing.routines
    assert not missing.ticks


def test_undoing_an_edit_leaves_the_row_with_its_import(journal: Journal) -> None:
    run = journal.imports.apply("app", SHA, some_content())
    journal.entries.edit(replace(journal.entries.get(entry(1).id), note="mine"))
    journal.undo()
    journal.imports.undo(run)
    assert len(journal.entries) <= 1, "it may stay as edited, and is never doubled"
    assert journal.imports.missing(some_content()).entries


def test_undoing_one_import_leaves_the_other(journal: Journal, clock: SetClock) -> None:
    first = journal.imports.apply("app", SHA, some_content((1,)))
    clock.move(minutes=1)
    second = journal.imports.apply("app", SHA, some_content((1, 2)))
    assert dict(second.counts) == {"entries": 1, "ticks": 1}
    journal.imports.undo(first)
    assert [each.id for each in journal.entries] == [entry(2).id]
    assert [each.name for each in journal.routines] == ["Walk"], "the second import's tick refers to it"


EDITS: dict[str, Callable[[Journal, Entry], object]] = {
    "edit": lambda journal, each: journal.entries.edit(replace(each, note="mine")),
    "delete": lambda journal, each: journal.entries.remove(each.id),
    "nothing": lambda _journal, _each: None,
}


@settings(max_examples=25)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=8))
def test_whatever_the_person_did_nothing_of_theirs_is_lost_or_comes_back(done: list[str]) -> None:
    start = date(2026, 1, 1)
    content = ImportContent(
        [
            Entry(steady_id("app", str(n)), Moment(NOON.instant - timedelta(days=n)), start, 3, "theirs")
            for n in range(len(done))
        ]
    )

    def import_edit_and_undo(journal: Journal) -> None:
        run = journal.imports.apply("app", SHA, content)
        for what, each in zip(done, content.entries, strict=True):
            EDITS[what](journal, each)
        undone = journal.imports.undo(run)
        assert undone.kept == done.count("edit")
        assert dict(undone.removed).get("entries", 0) == done.count("nothing")
        journal.imports.apply("app", SHA, content)

    with written_and_read(import_edit_and_undo) as journal:
        assert sorted(each.note for each in journal.entries) == ["mine"] * done.count("edit") + ["theirs"] * done.count(
            "nothing"
        )
