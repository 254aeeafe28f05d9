"""Verbs: each thing can be shown, changed, put away, brought back and removed, by other words for it too."""

from collections.abc import Callable
from typing import Any

import pytest

from support.command import Command

Say = Callable[..., Any]
NO_KIND_WORDS = (
    "Kind words can be kept here for a hard day. One will do, also an old one: carelog keep their words --with Sam"
)
NO_SIGNS = (
    "A sign is how you notice that it is starting, such as short nights. To be told when your entries show it: "
    "carelog sign add"
)
GONE = "Removed. Backups made before still hold the words; “carelog forget” takes them out.\n"


@pytest.fixture
def filled(say: Say) -> None:
    say("contact", "add", "Sam")
    say("plan", "add", "alone", "tea")
    say("keep", "You came back.")
    say("tracker", "add", "sleep")
    say("sign", "add", "short", "--when", "sleep below 5 on 3 of 5 days", "--then", "call")
    say("routine", "add", "walk")
    say("activity", "plan", "visit", "the", "library")
    say("goal", "add", "rest")
    say("appointment", "add", "friday", "15:00")
    say("bring", "the nights")
    say("questionnaire", "take", "gad2", "--answer", "1", "--answer", "1")


THINGS = {
    "contact": "Sam",
    "plan": "last",
    "keep": "last",
    "tracker": "sleep",
    "sign": "short",
    "routine": "walk",
    "activity": "visit",
    "goal": "rest",
    "appointment": "last",
    "bring": "last",
    "questionnaire": "last",
}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("verb", ["rm", "delete", "remove"])
@pytest.mark.parametrize("group", THINGS)
def test_a_thing_is_removed_by_every_word_for_it(carelog: Command, group: str, verb: str) -> None:
    removed = carelog(group, verb, THINGS[group], "--yes")
    assert (removed.exit_code, removed.stdout.startswith("Removed."), removed.stderr) == (0, True, "")
    again = carelog(group, verb, THINGS[group], "--json")
    assert (again.exit_code, again.json["command"]) == (3, f"{group} remove")


@pytest.mark.parametrize("verb", ["rm", "delete", "remove"])
def test_an_entry_is_deleted_by_every_word_for_it(say: Say, data: Say, verb: str) -> None:
    say("note", "one")
    say("note", "two")
    assert len(data(verb, "last", "--yes")["ids"]) == 1
    assert [entry["note"] for entry in data("log")["entries"]] == ["one"]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("line", ["rm last", "keep delete last", "contact rm Sam"])
def test_another_word_for_it_asks_as_the_verb_of_help_does(carelog: Command, say: Say, line: str) -> None:
    say("note", "one")
    refused = carelog(*line.split())
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--yes" in refused.stderr


@pytest.mark.parametrize("words", ["delete what you think of yourself", "rm was what she typed", "-- delete this"])
def test_words_that_begin_with_such_a_verb_are_kept_as_they_were_said(data: Say, words: str) -> None:
    line = words.split()
    data("keep", *line)
    assert data("keep", "list")["kind_words"][0]["text"] == words.removeprefix("-- ")


@pytest.mark.parametrize(
    "group", ["contact", "routine", "tracker", "activity", "keep", "bring", "goal", "sign", "plan", "appointment"]
)
def test_no_help_shows_another_word_for_it(carelog: Command, group: str) -> None:
    shown = carelog(group, "--help", "--plain").stdout
    assert "remove" in shown
    assert " rm " not in shown
    assert "delete" not in shown.lower().replace("deleted", "")
    page = carelog(group, "remove", "--help", "--plain").stdout
    for typed in ([group, "rm", "--help"], ["help", group, "rm"], ["help", group, "delete"], ["-h", group, "rm"]):
        assert carelog(*typed, "--plain").stdout == page


@pytest.mark.parametrize(("typed", "meant"), [("rm", "delete"), ("remove", "delete"), ("goal edit", "goal change")])
def test_help_behind_another_verb_is_that_of_the_command(carelog: Command, typed: str, meant: str) -> None:
    page = carelog(*meant.split(), "--help", "--plain").stdout
    assert carelog("help", *typed.split(), "--plain").stdout == page


@pytest.mark.parametrize("typed", ["archive", "contact archive", "log rm", "rm last", "import rm"])
def test_behind_help_a_verb_of_no_command_stays_a_plea(carelog: Command, typed: str) -> None:
    assert carelog("help", *typed.split()).stdout.startswith("In danger")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("away", "said", "back", "shown"),
    [
        (
            "routine archive walk",
            "“walk” is put away. What was noted stays. To have it back: carelog routine unarchive walk\n",
            "“walk” is back on your list. The time in between has no gaps.\n",
            "routine",
        ),
        (
            "tracker archive sleep",
            "“sleep” is put away. What was noted stays. To have it back: carelog tracker unarchive sleep\n",
            "“sleep” is back, with all that was noted.\n",
            "tracker",
        ),
        (
            "goal let-go rest",
            "Put down. Goals may change. To take it up again: carelog goal take-up rest\n",
            "Kept: “rest”. To say how close you are, when you like: carelog goal rate\n",
            "goal",
        ),
    ],
)
def test_what_is_put_away_says_its_way_back_which_can_be_typed(
    say: Say, data: Say, away: str, said: str, back: str, shown: str
) -> None:
    before = data(shown)
    answer = say(*away.split()).stdout
    assert answer == said
    assert data(shown) != before
    assert say(*answer.partition(": carelog ")[2].split()).stdout == back
    assert data(shown) == before


def test_a_routine_has_no_gap_for_the_time_in_which_it_was_put_away(
    say: Say, data: Say, now: Callable[[str], None]
) -> None:
    say("routine", "add", "walk", "--every", "daily", "--target", "20", "--at", "08:00")
    say("done", "walk")
    now("2026-11-23T21:30:00+01:00")
    say("done", "walk")
    say("routine", "archive", "walk")
    now("2026-11-30T21:30:00+01:00")
    say("mood", "3")
    routine = data("routine", "unarchive", "walk")["routine"]
    assert (routine["every"], routine["archived"]) == ("daily", None)
    say("done", "walk")
    [walk] = data("streaks")["routines"]
    assert (walk["due"], walk["kept"], walk["missed"]) == (2, 2, 0)


def test_a_routine_of_a_name_that_is_in_use_stays_away(say: Say, refusal: Say, data: Say) -> None:
    for _ in range(2):
        say("routine", "add", "walk")
        say("routine", "archive", "walk")
    say("routine", "add", "walk")
    assert "fits 2 of them" in refusal(2, "routine", "unarchive", "walk")
    handles = [each["handle"] for each in data("routine", "list", "--all")["routines"] if each["archived"]]
    assert all(handle in say("routine", "list", "--all").stdout for handle in handles)
    assert "walk" in refusal(2, "routine", "unarchive", handles[0])
    say("routine", "edit", "walk", "evening walk")
    assert data("routine", "unarchive", handles[0])["routine"]["name"] == "walk"


@pytest.mark.parametrize(("times", "counted"), [(1, "its 1 tick"), (3, "its 3 ticks")])
def test_removing_a_routine_asks_with_the_number_of_what_was_noted(
    terminal: Say, say: Say, data: Say, times: int, counted: str
) -> None:
    say("routine", "add", "walk")
    for _ in range(times):
        say("done", "walk", "--again")
    person = terminal("routine", "remove", "walk", columns=200)
    person.expect(
        f"Remove “walk” and {counted} for good? It cannot be undone. To put it away and keep the "
        f"{counted.rsplit(maxsplit=1)[-1]}: carelog routine archive walk [y/N]"
    )
    person.type("n")
    assert person.finish()[0] == 0
    assert data("last", "walk")["tick"] is not None
    assert say("routine", "remove", "walk", "--yes").stdout == GONE
    assert data("routine", "list", "--all")["routines"] == []


def test_removing_a_scale_takes_its_readings_and_leaves_every_other_word(terminal: Say, say: Say, data: Say) -> None:
    say("tracker", "add", "sleep")
    say("tracker", "add", "pain")
    say("track", "sleep=7", "--at", "07:00")
    say("track", "sleep=6", "pain=2", "--at", "08:00")
    say("mood", "3", "a note", "--track", "sleep=5")
    person = terminal("tracker", "remove", "sleep", columns=200)
    person.expect(
        "Remove “sleep” and its 3 readings for good? It cannot be undone. To put it away and keep the readings: "
        "carelog tracker archive sleep [y/N]"
    )
    person.type("y")
    assert person.finish()[0] == 0
    assert [(entry["note"], entry["mood"], entry["readings"]) for entry in data("log")["entries"]] == [
        ("", None, {"pain": 2.0}),
        ("a note", 3, {}),
    ]
    assert [each["name"] for each in data("tracker", "list", "--all")["trackers"]] == ["pain"]


def test_a_scale_is_shown_with_its_newest_readings(say: Say, data: Say) -> None:
    say("tracker", "add", "sleep", "--unit", "h", "--min", "0", "--max", "24", "--better", "higher")
    for hour, number in ((7, "5"), (8, "6,5"), (9, "8")):
        say("track", f"sleep={number}", "--at", f"{hour}:00")
    assert [each["value"] for each in data("tracker", "show", "sleep")["readings"]] == [5, 6.5, 8]
    assert [each["value"] for each in data("tracker", "show", "sleep", "-n", "2")["readings"]] == [6.5, 8]
    assert [line.split() for line in say("tracker", "show", "sleep", "-n", "1").stdout.splitlines()] == [
        ["name", "sleep"],
        ["unit", "h"],
        ["range", "0", "to", "24"],
        ["better", "higher"],
        ["about", "the", "night"],
        ["22", "Nov", "2026", "09:00,", "8", "h"],
    ]


def test_a_scale_is_renamed_and_keeps_its_readings(say: Say, data: Say, refusal: Say) -> None:
    say("tracker", "add", "uni")
    say("tracker", "add", "pain")
    say("track", "uni=3")
    assert data("tracker", "edit", "uni", "university")["tracker"]["name"] == "university"
    assert data("log")["entries"][0]["readings"] == {"university": 3.0}
    assert refusal(2, "tracker", "edit", "university", "Pain") == "There is a tracker “Pain” already."


def test_an_activity_is_shown_and_changed_before_and_after_it_was_done(say: Say, data: Say, refusal: Say) -> None:
    say("activity", "plan", "visit", "the", "library", "--when", "friday 15:00", "--expect", "3")
    assert "It is planned still." in refusal(2, "activity", "edit", "visit", "--at", "yesterday")
    edited = data("activity", "edit", "visit", "see", "the", "museum", "--when", "off", "--kind", "purpose")["activity"]
    assert (edited["text"], edited["kind"], edited["planned_day"]) == ("see the museum", "purpose", None)
    say("activity", "done", "see")
    say("contact", "add", "Sam")
    ratings = ["--pleasure", "7", "--mastery", "4", "--closeness", "0"]
    edited = data("activity", "edit", "see", *ratings, "--note", "calm", "--at", "yesterday 12:00")["activity"]
    assert [edited[key] for key in ("pleasure", "mastery", "closeness", "note", "day")] == [
        7,
        4,
        0,
        "calm",
        "2026-11-21",
    ]
    assert data("activity", "edit", "see", "--with", "Sam")["activity"]["with_whom"]
    assert data("activity", "edit", "see", "--with", "")["activity"]["with_whom"] is None
    assert [line.split()[0] for line in say("activity", "show", "see").stdout.splitlines()] == [
        *("what", "kind", "expected", "so", "when", "rated", "note", "handle"),
    ]
    handle = edited["handle"]
    assert refusal(2, "activity", "done", "see", "--pleasure", "6") == (
        f"It is noted already. To change what was noted: carelog activity edit {handle}"
    )
    assert refusal(2, "activity", "skip", "see").startswith("It is noted already.")


@pytest.mark.parametrize(
    ("made", "line", "shown", "key", "text"),
    [
        ("keep You came", "keep edit last You stayed.", "keep list", "kind_words", "You stayed."),
        ("keep You came", "keep edit last --text Yes.", "keep list", "kind_words", "Yes."),
        ("bring nights", "bring edit last the days", "bring", "topics", "the days"),
        ("bring nights", "bring edit last --text days", "bring", "topics", "days"),
        ("goal add rest", "goal change rest rest more", "goal", "goals", "rest more"),
        ("goal add rest", "goal edit rest rest more", "goal", "goals", "rest more"),
        ("goal add rest", "goal change rest --text more", "goal", "goals", "more"),
        ("activity plan tea", "activity edit tea tea with Sam", "activity", "activities", "tea with Sam"),
        ("activity plan tea", "activity edit last --text coffee", "activity", "activities", "coffee"),
    ],
)
def test_new_words_stand_behind_a_thing(
    say: Say, data: Say, made: str, line: str, shown: str, key: str, text: str
) -> None:
    say(*made.split())
    say(*line.split())
    said = "name" if key == "goals" else "text"
    assert [each[said] for each in data(*shown.split())[key]] == [text]
    say("undo")
    assert [each[said] for each in data(*shown.split())[key]] != [text]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("contact edit Sam Samira", {"Samira", "Ana Maria"}),
        ("contact edit Sam --name Samira", {"Samira", "Ana Maria"}),
        ("contact edit Ana Maria Ana", {"Sam", "Ana"}),
        ("contact edit ana maria Ana Sofia", {"Sam", "Ana Sofia"}),
        ("contact edit Ana --say hello", {"Sam", "Ana Maria"}),
        ("contact edit Ana Maria --say hello", {"Sam", "Ana Maria"}),
    ],
)
def test_a_new_name_stands_behind_a_whole_name(say: Say, data: Say, line: str, names: set[str]) -> None:
    say("contact", "add", "Sam")
    say("contact", "add", "Ana Maria")
    say(*line.split())
    assert {each["name"] for each in data("contact")["contacts"]} == names


@pytest.mark.parametrize(
    "line", ["contact edit Ana Mario --say hi", "contact edit An Maria", "contact edit Nobody here"]
)
def test_a_slip_in_a_name_is_no_new_name(say: Say, refusal: Say, data: Say, line: str) -> None:
    say("contact", "add", "Ana Maria")
    typed = line.removeprefix("contact edit ").partition(" --")[0]
    assert refusal(3, *line.split()) == (
        f"There is no contact called “{typed}”. “carelog contact list” shows what there is."
    )
    assert [each["name"] for each in data("contact")["contacts"]] == ["Ana Maria"]


def test_new_words_in_two_places_are_refused(say: Say, refusal: Say) -> None:
    say("contact", "add", "Sam")
    assert refusal(2, "contact", "edit", "Sam", "Samira", "--name", "Ana") == (
        "“Samira” stands behind it, and an option has new words too. One of them is enough."
    )


@pytest.mark.parametrize("when", [["friday", "15:00"], ["--when", "friday 15:00"], ["--when", "friday", "15:00"]])
def test_an_appointment_is_moved_by_the_time_behind_it(say: Say, data: Say, when: list[str]) -> None:
    say("appointment", "add", "tuesday", "14:30")
    moved = data("appointment", "edit", "last", *when)["appointment"]
    assert (moved["day"], moved["at"]) == ("2026-11-27", "15:00")


def test_of_several_routines_those_noted_already_are_said_and_the_others_noted(carelog: Command, say: Say) -> None:
    for name in ("walk", "swim", "read"):
        say("routine", "add", name)
    say("done", "swim")
    both = carelog("done", "walk", "swim")
    assert (both.exit_code, both.stdout) == (2, "Noted walk, 21:30.\n")
    assert both.stderr == "Already noted 21:30: swim. If it happened a second time: carelog done swim --again\n"
    for_programs = carelog("done", "walk", "read", "--json")
    assert (for_programs.exit_code, for_programs.stderr) == (2, "")
    assert len(for_programs.json["data"]["ticks"]) == 1
    assert [error["key"] for error in for_programs.json["errors"]] == ["routine.noted-already-again-alone"]
    assert say("done", "swim", "--again").stdout == "Noted swim, 21:30.\n"
    none = carelog("done", "walk", "read")
    assert (none.exit_code, none.stdout, none.stderr.count("Already noted")) == (2, "", 2)


def test_on_a_terminal_one_that_is_noted_already_can_stay_so_while_the_others_are_noted(
    terminal: Say, say: Say, data: Say
) -> None:
    for name in ("walk", "swim"):
        say("routine", "add", name)
    say("done", "swim")
    person = terminal("done", "walk", "swim")
    person.expect("y notes that too. [y/N]")
    person.type("n")
    code, screen = person.finish()
    assert code == 2
    assert "Already noted 21:30: swim. It stays as it is." in " ".join(screen.split())
    assert data("last", "walk")["tick"]["state"] == "done"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("log", "No entries here."),
        ("log --tag x", "No entries here."),
        ("on-this-day", "No entries here."),
        ("show today", "No entries here."),
        (
            "contact",
            "To add someone you trust, when you like: carelog contact add. Lines that listen: carelog helplines",
        ),
        ("routine", "No routines yet. Something small to begin with: carelog routine add walk"),
        ("tracker list --all", "To watch something such as sleep: carelog tracker add sleep --unit h"),
        (
            "sign",
            NO_SIGNS,
        ),
        ("bring", "Nothing to bring yet. What you want to talk about: carelog bring the nights"),
        (
            "keep",
            NO_KIND_WORDS,
        ),
        (
            "keep list",
            NO_KIND_WORDS,
        ),
        ("goal", "No goals here now. To add one: carelog goal add"),
        ("activity", "To plan something small, for today or any day: carelog activity plan"),
        (
            "activity list --back",
            "Nothing to show here yet. It compares what you expected (--expect) with how it was (--pleasure).",
        ),
        ("appointment", "No appointments yet. Add the next one: carelog appointment add tuesday 14:30"),
        (
            "appointment agreed",
            "No agreements yet. What you agree on next time: carelog appointment note a walk every second day",
        ),
        ("imports", "Nothing was imported yet. Try: carelog import FILE"),
        ("shares", "No page was made yet. The first: carelog export --for therapist"),
        ("contact back", "Nobody is put away."),
        ("restore", "There are no backups yet. Make one with: carelog backup"),
        ("due", "Nothing is due."),
    ],
)
@pytest.mark.parametrize("plain", [[], ["--plain"]])
def test_a_program_that_reads_the_rows_of_an_empty_list_reads_none(
    carelog: Command, line: str, said: str, plain: list[str]
) -> None:
    piped = carelog(*line.split(), *plain)
    assert (piped.exit_code, piped.stdout) == (0, "")
    assert piped.stderr == f"{said}\n"


def test_a_person_reads_on_the_terminal_that_a_list_is_empty(terminal: Say) -> None:
    code, screen = terminal("log").finish()
    assert (code, screen.strip()) == (0, "No entries here.")


def test_pages_are_prose_and_stay_on_standard_output(say: Say) -> None:
    for page in ("today", "week", "plan", "trends", "streaks"):
        assert say(page).stdout
