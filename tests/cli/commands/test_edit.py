"""edit, delete and undo."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.journal.storage.rows import TABLES
from support.command import Command, Terminal
from support.source import ROOT

NOTHING_TO_UNDO = "There is nothing to undo. Undo reaches the last add, edit or tick."
Say = Callable[..., Any]


@pytest.fixture
def entry(data: Say, say: Say) -> dict[str, Any]:
    """An entry with every field filled."""
    say("tracker", "add", "sleep")
    options = ["--feel", "tired", "--tag", "work", "--track", "sleep=5", "--at", "20:00"]
    made: dict[str, Any] = data("mood", "2", "an old note", *options)["entry"]
    return made


@pytest.mark.parametrize(
    ("options", "changed"),
    [
        (["a", "new", "note"], {"note": "a new note"}),
        (["--mood", "4"], {"mood": 4}),
        (["--mood", "Great"], {"mood": 5}),
        (["--mood", "none"], {"mood": None}),
        (["--feel", "calm,flat"], {"feelings": ["calm", "flat"]}),
        (["--feel", ""], {"feelings": []}),
        (["--tag", "home"], {"tags": ["home"]}),
        (["--tag", ""], {"tags": []}),
        (["--track", "sleep=6,5"], {"readings": {"sleep": 6.5}}),
        (["--at", "yesterday 10:00"], {"at": "2026-11-21T10:00:00+01:00", "day": "2026-11-21"}),
        (["--at", "02:00"], {"at": "2026-11-22T02:00:00+01:00", "day": "2026-11-21"}),
        (["--private"], {"private": True}),
        (["--not-private"], {}),
        (["-5 degrees"], {"note": "-5 degrees"}),
        (["--", "--private"], {"note": "--private"}),
        ([""], {"note": ""}),
    ],
)
def test_what_is_given_replaces_what_was_there_and_nothing_else_changes(
    data: Say, entry: dict[str, Any], options: list[str], changed: dict[str, Any]
) -> None:
    assert data("edit", "last", *options)["entry"] == entry | changed
    assert data("show", entry["handle"])["entry"] == entry | changed


@pytest.mark.parametrize(
    ("number", "options"),
    [
        (2, ["--mood", "6"]),
        (2, ["--mood", "4 and more"]),
        (2, ["--at", "tomorrow"]),
        (2, ["--track", "sleep=x"]),
        (3, ["--track", "slep=3"]),
        (2, ["--tag", "x" * 61]),
        (2, ["--prviate"]),
        (2, []),
    ],
)
def test_an_invalid_edit_changes_nothing(
    data: Say, refusal: Say, entry: dict[str, Any], number: int, options: list[str]
) -> None:
    refusal(number, "edit", entry["handle"], *options)
    assert data("show", "last")["entry"] == entry


def test_the_last_thing_an_entry_stands_on_cannot_be_taken_away(data: Say, refusal: Say) -> None:
    data("mood", "2")
    empty = "One number from 1 to 5 is enough for an entry: carelog mood 3"
    assert refusal(2, "edit", "last", "--mood", "none") == empty


def test_words_for_an_edit_can_come_from_standard_input(data: Say) -> None:
    data("note", "before")
    assert data("edit", "last", "-", stdin="after\n")["entry"]["note"] == "after"


@pytest.mark.usefixtures("entry")
@pytest.mark.parametrize("option", [["--edit"], []])
def test_an_edit_of_a_score_alone_needs_no_editor(data: Say, refusal: Say, option: list[str]) -> None:
    assert data("edit", "last", "--mood", "2")["entry"]["mood"] == 2
    assert "Write the words behind the command, or - to have them read from standard input." in refusal(
        2, "edit", "last", *option
    )


def test_a_delete_asks_and_no_is_the_answer_of_enter(terminal: Callable[..., Terminal], data: Say) -> None:
    handle = data("note", "a word to keep")["entry"]["handle"]
    person = terminal("delete", "last")
    person.expect(
        f"Delete [{handle}] for good? It cannot be undone. Backups keep the words until “carelog forget”. [y/N]:"
    )
    person.type("maybe")
    person.expect("[y/N]:")
    person.type("")
    assert person.finish() == (0, person.screen)
    assert "Nothing was deleted." in person.screen
    assert data("log")["entries"]


def test_a_delete_is_final_and_its_words_leave_the_file(
    terminal: Callable[..., Terminal], data: Say, refusal: Say, home: Path
) -> None:
    data("note", "zebra", "--tag", "giraffe")
    person = terminal("delete", "last")
    person.expect("[y/N]:")
    person.type("y")
    assert person.finish()[0] == 0
    assert data("log")["entries"] == []
    assert not re.search(b"zebra|giraffe", (home / "journal.db").read_bytes())
    assert refusal(3, "undo") == NOTHING_TO_UNDO


def test_several_go_at_once_or_not_at_all(data: Say, refusal: Say, say: Say) -> None:
    handles = [data("note", str(number))["entry"]["handle"] for number in range(3)]
    assert "abcdef" in refusal(3, "delete", handles[0], "abcdef", "--yes")
    assert len(data("log")["entries"]) == 3
    answer = say("delete", handles[0], handles[1], handles[0], "--yes").stdout
    assert answer.startswith("Deleted 2. Backups made before still hold the words; “carelog forget” takes them out.")
    assert [entry["handle"] for entry in data("log")["entries"]] == handles[2:]


def test_a_tick_can_be_deleted_by_its_handle(data: Say, say: Say) -> None:
    say("routine", "add", "walk")
    [tick] = data("done", "walk")["ticks"]
    assert data("delete", tick["handle"], "--yes")["ids"] == [tick["id"]]
    assert data("last", "walk")["tick"] is None


def test_programs_learn_of_undo_whether_a_row_remains_and_every_kind_that_there_is(say: Say, data: Say) -> None:
    for steps, remains in (([["mood", "3", "old"]], False), ([["mood", "3", "old"], ["edit", "last", "new"]], True)):
        for step in steps:
            say(*step)
        assert [(each["kind"], each["remains"]) for each in data("undo")["changes"]] == [("entries", remains)]
    schema = json.loads((ROOT / "docs/schemas/undo.json").read_text("utf-8"))
    kind = schema["properties"]["data"]["properties"]["changes"]["items"]["properties"]["kind"]
    assert set(kind["enum"]) == {table.name for table in TABLES}


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ([["mood", "3"]], "Taken back: an entry."),
        ([["tracker", "add", "sleep"]], "Taken back: a tracker."),
        ([["contact", "add", "Sam", "--crisis", "1"]], "Taken back: a contact."),
        ([["routine", "add", "walk"]], "Taken back: a routine."),
        ([["routine", "add", "walk"], ["done", "walk"]], "Taken back: a tick."),
        ([["routine", "add", "walk"], ["routine", "archive", "walk"]], "Changed back: a routine."),
        ([["contact", "add", "Sam"], ["contact", "edit", "Sam", "--name", "Ada"]], "Changed back: a contact."),
        ([["mood", "3", "old"], ["edit", "last", "new"]], "Changed back: an entry."),
        ([["pause", "2w"]], "Taken back: a pause."),
    ],
)
def test_undo_takes_back_the_last_step_and_that_alone(
    say: Say, data: Say, refusal: Say, steps: list[list[str]], said: str
) -> None:
    def everything() -> list[Any]:
        return [data(*words) for words in (["log"], ["tracker"], ["contact"], ["routine"], ["due"], ["today"])]

    for step in steps[:-1]:
        say(*step)
    before = everything()
    say(*steps[-1])
    assert everything() != before
    assert say("undo").stdout == f"{said}\n"
    assert everything() == before
    assert refusal(3, "undo") == NOTHING_TO_UNDO


def test_what_was_noted_together_is_taken_back_together(say: Say, data: Say) -> None:
    for name in ("walk", "tablets"):
        say("routine", "add", name)
    say("done", "walk", "tablets")
    assert len(data("undo")["changes"]) == 2
    assert all(each["state"] == "open" for each in data("today")["routines"])


def test_an_undone_contact_leaves_the_card(say: Say) -> None:
    say("contact", "add", "Samantha", "--phone", "020 7946 0018", "--crisis", "1")
    assert "Samantha" in say("crisis").stdout
    say("undo")
    assert "Samantha" not in say("crisis").stdout


def test_where_something_was_imported_undo_says_how_that_is_taken_back(carelog: Command, refusal: Say) -> None:
    Path("moods.csv").write_text("date,mood\n2026-11-03,4\n")
    assert carelog("import", "csv", "moods.csv", "--apply").exit_code == 0
    assert refusal(3, "undo") == (
        "There is nothing to undo. Undo reaches the last add, edit or tick; an import is taken back with: carelog "
        "import undo last"
    )


@pytest.mark.parametrize(
    ("words", "score", "note"),
    [
        (["3"], 3, "an old note"),
        (["good"], 4, "an old note"),
        (["Great"], 5, "an old note"),
        (["3", "a new note"], 3, "a new note"),
        (["good:", "a new note"], 4, "a new note"),
        (["good", "morning walk"], 2, "good morning walk"),
        (["20", "minutes of sun"], 2, "20 minutes of sun"),
        (["--mood", "4", "3 people came"], 4, "3 people came"),
    ],
)
def test_a_score_is_read_in_the_words_of_an_edit_as_in_those_of_a_mood(
    data: Say, entry: dict[str, Any], words: list[str], score: int, note: str
) -> None:
    assert data("edit", "last", *words)["entry"] == entry | {"mood": score, "note": note}


@pytest.mark.parametrize("words", [["0"], ["6"], ["12"], ["-1"]])
def test_a_number_alone_that_is_no_score_replaces_no_note(
    data: Say, refusal: Say, entry: dict[str, Any], words: list[str]
) -> None:
    assert (
        refusal(2, "edit", "last", *words)
        == f"Moods go from 1 to 5, so {words[0]} cannot be kept. Pick the closest one; it need not be exact."
    )
    assert data("show", "last")["entry"] == entry


def test_every_change_shows_the_entry_and_what_words_it_replaced(say: Say, entry: dict[str, Any]) -> None:
    handle = entry["handle"]
    changed = f"Changed [{handle}]. “carelog undo” takes it back.\n"
    rest = f"tired; #work; sleep 5; handle {handle}.\n"
    assert say("edit", "last", "3").stdout == f"{changed}Now: 20:00: mood 3, okay; an old note; {rest}"
    assert say("edit", "last", "a", "new", "one").stdout == (
        f"{changed}Before: 20:00: mood 3, okay; an old note; {rest}Now: 20:00: mood 3, okay; a new one; {rest}"
    )
    assert say("edit", "last", "--feel", "").stdout.count("tired") == 1
    assert say("edit", "last", "--at", "yesterday 10:00").stdout.endswith(
        f"Before: Sunday 22 November 2026. 20:00: mood 3, okay; a new one; #work; sleep 5; handle {handle}.\n"
        f"Now: Saturday 21 November 2026. 10:00: mood 3, okay; a new one; #work; sleep 5; handle {handle}.\n"
    )


def test_where_others_see_the_screen_a_change_shows_no_words(say: Say, entry: dict[str, Any]) -> None:
    assert say("edit", entry["handle"], "a new one", "--discreet").stdout == "Done.\n"


def test_last_is_one_entry_for_show_edit_and_delete_whenever_it_happened(data: Say) -> None:
    data("mood", "4", "now")
    earlier = data("mood", "3", "yesterday", "--at", "yesterday 10:00")["entry"]
    assert data("show", "last")["entry"] == earlier
    assert data("edit", "last", "2")["entry"] == earlier | {"mood": 2}
    assert data("show", "last")["entry"]["id"] == earlier["id"]
    assert data("delete", "last", "--yes")["ids"] == [earlier["id"]]
    assert data("show", "last")["entry"]["note"] == "now"


@pytest.mark.parametrize(
    "words", [["3"], ["it's", "fine"], ["--mood", "3"], ["--feel", "calm", "--track", "sleep=4"], ["--edit"]]
)
def test_a_score_meant_for_the_entry_before_a_reading_changes_neither(
    data: Say, refusal: Say, words: list[str]
) -> None:
    data("tracker", "add", "sleep")
    mood = data("mood", "4")["entry"]
    reading = data("track", "sleep=5")["entry"]
    said = refusal(2, "edit", "last", *words)
    assert said == (
        f"The last entry [{reading['handle']}] holds readings alone; the last one with a mood or words is "
        f"[{mood['handle']}]. Nothing was changed. Write the one that you mean: "
        f"{shlex.join(['carelog', 'edit', mood['handle'], *words])}"
    )
    assert [data("show", each["handle"])["entry"] for each in (mood, reading)] == [mood, reading]
    assert data("edit", "last", "--track", "sleep=6")["entry"]["readings"] == {"sleep": 6}


def test_a_reading_that_is_the_only_entry_gets_the_score(data: Say) -> None:
    data("tracker", "add", "sleep")
    data("track", "sleep=5")
    assert data("edit", "last", "3")["entry"]["mood"] == 3


@pytest.mark.parametrize("words", ["5 days since", "5%", "1 more day", "2 weeks, still", "3rd visit"])
def test_a_number_that_counts_is_a_part_of_the_note_and_no_score(data: Say, words: str) -> None:
    data("mood", "4", "walked")
    changed = data("edit", "last", *words.split())["entry"]
    assert (changed["mood"], changed["note"]) == (4, words)
