"""Questions of commands on a real terminal."""

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest

from carelog.cli.prompts.ask import ask_text, ask_yes_or_no
from support.command import Terminal

Say = Callable[..., Any]
Start = Callable[..., Terminal]


def test_mood_alone_asks_for_score_feelings_and_words(terminal: Start, data: Say) -> None:
    person = terminal("mood")
    person.expect("How is it right now, 1 to 5 (awful, bad, okay, good, great)?")
    person.type("7")
    person.expect("Moods go from 1 to 5, so 7 cannot be kept. Pick the closest one; it need not be exact.")
    person.expect("How is it right now, 1 to 5 (awful, bad, okay, good, great)?")
    person.type("fine I think")
    person.expect("A mood begins with a number from 1 to 5 or its word, such as: carelog mood 4 a few words")
    person.expect("How is it right now, 1 to 5 (awful, bad, okay, good, great)?")
    person.type("bad")
    person.expect("Feelings (tired, lonely, proud …), Enter skips:")
    person.type("tired, flat")
    person.expect("A note, Enter skips:")
    person.type("slept -2 hours [/bold] :skull:")
    code, screen = person.finish()
    assert (code, "Noted 2 bad, 21:30" in screen) == (0, True)
    [entry] = data("log")["entries"]
    assert (entry["mood"], entry["feelings"]) == (2, ["tired", "flat"])
    assert entry["note"] == "slept -2 hours [/bold] :skull:"


def test_enter_skips_what_may_be_left_out_and_words_that_are_there_are_kept(terminal: Start, data: Say) -> None:
    person = terminal("mood", "good", "morning", "walk")
    person.expect("How is it right now, 1 to 5 (awful, bad, okay, good, great)?")
    person.type("4")
    person.expect("Feelings (tired, lonely, proud …), Enter skips:")
    person.type("")
    assert person.finish()[0] == 0
    [entry] = data("log")["entries"]
    assert (entry["mood"], entry["feelings"], entry["note"]) == (4, [], "good morning walk")


@pytest.mark.parametrize(
    ("words", "question", "key"),
    [
        (["mood"], "?", "\x03"),
        (["mood"], "?", "\x04"),
        (["contact", "add"], ":", "\x03"),
        (["routine", "add"], ":", "\x04"),
        (["delete", "last"], "[y/N]:", "\x03"),
    ],
)
def test_ctrl_c_or_d_ends_the_questions_and_saves_nothing(
    terminal: Start, say: Say, data: Say, words: list[str], question: str, key: str
) -> None:
    say("tracker", "add", "sleep")
    say("note", "kept")
    person = terminal(*words)
    person.expect(question)
    code, screen = person.leave(key)
    assert code == 130
    assert screen.splitlines()[-1] == "Stopped. What was saved before stays."
    assert "Traceback" not in screen
    assert len(data("log")["entries"]) == 1
    assert not data("contact")["contacts"] + data("routine")["routines"]


def test_track_alone_asks_for_each_scale(terminal: Start, say: Say, data: Say) -> None:
    say("tracker", "add", "sleep", "--unit", "h")
    say("tracker", "add", "pain")
    person = terminal("track")
    person.expect("pain: ")
    person.type("")
    person.expect("sleep (h): ")
    person.type("6,5")
    assert person.finish()[0] == 0
    assert data("show", "last")["entry"]["readings"] == {"sleep": 6.5}


def test_a_slip_of_the_finger_is_asked_again_and_costs_no_other_answer(terminal: Start, say: Say, data: Say) -> None:
    say("tracker", "add", "sleep", "--min", "0", "--max", "24")
    person = terminal("track")
    person.expect("sleep: ")
    person.type("seven")
    person.expect("\n“sleep” takes a number such as 5 or 7.5; carelog cannot read “seven” as one.")
    person.expect("sleep: ")
    person.type("70")
    person.expect("\n“sleep” goes from 0 up to 24; 70 is outside.")
    person.expect("sleep: ")
    person.type("7")
    assert person.finish()[0] == 0
    assert data("show", "last")["entry"]["readings"] == {"sleep": 7}


def test_a_scale_that_is_not_there_can_be_made_on_the_way(terminal: Start, data: Say) -> None:
    person = terminal("mood", "3", "--track", "sleep=6")
    person.expect("There is no tracker “sleep” yet. Make it?")
    person.type("y")
    person.expect("Its unit, such as h (Enter skips)")
    person.type("h")
    assert person.finish()[0] == 0
    assert data("tracker")["trackers"][0]["unit"] == "h"
    assert data("show", "last")["entry"]["readings"] == {"sleep": 6}


@pytest.mark.parametrize("answer", ["n", "", "\x03", "\x04"], ids=["no", "Enter", "Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize("words", [["mood", "3", "a walk"], ["note", "a walk"], ["edit", "last", "a walk"]])
def test_a_scale_that_is_not_made_never_costs_the_entry(
    terminal: Start, data: Say, words: list[str], answer: str
) -> None:
    data("mood", "2")
    person = terminal(*words, "--track", "slep=6")
    person.expect("Your entry is kept. There is no tracker “slep” yet. Make it? [y/N]:")
    code, screen = person.leave(answer) if answer == "\x03" else person.answer(answer, enter=answer != "\x04")
    assert code == 0
    entry = data("show", "last")["entry"]
    assert (entry["note"], entry["readings"]) == ("a walk", {})
    added = f"carelog tracker add slep and carelog edit {entry['handle']} --track slep=6"
    assert f"The reading “slep” is not kept. With a tracker it can be added: {added}" in " ".join(screen.split())
    assert data("tracker")["trackers"] == []


def test_a_reading_alone_whose_scale_is_not_made_leaves_nothing_to_note(terminal: Start, data: Say) -> None:
    person = terminal("track", "slep=6")
    person.expect("There is no tracker “slep” yet. Make it?")
    person.type("n")
    code, screen = person.finish()
    assert (code, "Nothing was saved, and that is fine." in screen) == (2, True)
    assert data("log")["entries"] == data("tracker")["trackers"] == []


def test_a_note_without_words_asks_for_them_where_no_editor_is_set(terminal: Start, data: Say) -> None:
    person = terminal("note", env={"EDITOR": "", "VISUAL": ""})
    person.expect("A note:")
    person.type("called Sam")
    assert person.finish()[0] == 0
    assert data("show", "last")["entry"]["note"] == "called Sam"


def test_a_contact_is_asked_for_field_by_field(terminal: Start, data: Say, say: Say) -> None:
    person = terminal("contact", "add")
    person.expect("[Germany]:")
    person.type("")
    person.expect("Their name")
    person.type("Sam")
    person.expect("A number to call (Enter skips)")
    person.type("ask Mum")
    person.expect("“ask Mum” has no digits, so it cannot be a number to call or text.")
    person.type("020 7946 0018")
    person.expect("When can they be reached (Enter skips)")
    person.type("")
    person.expect("Where on your crisis card: 1 is first, 0 is not on it")
    person.type("first")
    person.expect("The place is a number from 1; 0 leaves them off the card.")
    person.type("")
    person.expect("What could you say when you call (Enter skips)")
    person.type("Can you stay on the phone with me?")
    assert person.finish()[0] == 0
    [contact] = data("contact")["contacts"]
    assert (contact["name"], contact["crisis_order"]) == ("Sam", 1)
    assert [way["value"] for way in contact["ways"]] == ["020 7946 0018"]
    assert "020 7946 0018" in say("crisis").stdout


def test_a_name_that_is_taken_is_said_before_the_other_questions(terminal: Start, say: Say, data: Say) -> None:
    say("contact", "add", "Sam")
    person = terminal("contact", "add")
    person.expect("[Germany]:")
    person.type("")
    person.expect("Their name")
    person.type("sam")
    person.expect("There is a contact “sam” already.")
    person.expect("Their name")
    person.type("Mum")
    for question in (
        "A number to call (Enter skips)",
        "When can they be reached (Enter skips)",
        "What could you say when you call (Enter skips)",
    ):
        person.expect(question)
        person.type("")
    person.expect("Added Mum. With a number they can be on your crisis card:")
    assert person.finish()[0] == 0
    assert {each["name"] for each in data("contact")["contacts"]} == {"Sam", "Mum"}


def test_a_routine_is_asked_for_field_by_field(terminal: Start, data: Say) -> None:
    person = terminal("routine", "add")
    person.expect("What is it called")
    person.type("walk")
    person.expect("How often")
    person.type("now and then")
    person.expect("“now and then” is not a way to repeat that carelog knows.")
    person.type("3/week")
    person.expect("At which time of day, such as 08:00 (Enter skips)")
    person.type("noon")
    person.expect("“noon” is not a time of day such as 21:30.")
    person.type("08:00, 20:00")
    person.expect("The smallest version that counts on a hard day (Enter skips)")
    person.type("around the block")
    person.expect("What it is for (Enter skips)")
    person.type("")
    assert person.finish()[0] == 0
    [routine] = data("routine")["routines"]
    assert (routine["every"], routine["at"], routine["small"]) == ("3/week", ["08:00", "20:00"], "around the block")


def test_a_scale_is_asked_for_field_by_field(terminal: Start, data: Say) -> None:
    person = terminal("tracker", "add")
    person.expect("What do you want to watch, such as sleep?")
    person.type("a=b")
    person.expect("A tracker's name cannot hold “=”, because readings are written name=number.")
    person.type("sleep")
    person.expect("Its unit, such as h (Enter skips)")
    person.type("h")
    person.expect("The lowest possible number (Enter skips)")
    person.type("none")
    person.expect("A number here is written like 5 or 7.5; carelog cannot read “none” as one.")
    person.type("0")
    person.expect("The highest possible number (Enter skips)")
    person.type("-1")
    person.expect("The lowest reading of a tracker cannot be above its highest.")
    person.type("")
    assert person.finish()[0] == 0
    [tracker] = data("tracker")["trackers"]
    assert (tracker["name"], tracker["unit"], tracker["min"], tracker["max"]) == ("sleep", "h", 0, None)


def test_words_on_the_command_line_bring_the_remark_on_histories_once(terminal: Start, say: Say) -> None:
    remark = "These words may stay in your shell's history."
    assert remark in terminal("mood", "4", "hello").finish()[1]
    assert remark not in terminal("mood", "4", "hello").finish()[1]
    say("settings", "set", "shared_computer", "on")
    assert remark in terminal("mood", "4", "hello").finish()[1]
    assert remark not in terminal("mood", "4").finish()[1]


def test_answers_for_programs_ask_nothing_on_a_terminal_either(terminal: Start) -> None:
    code, screen = terminal("mood", "--json").finish()
    assert code == 2
    assert '"code": "usage"' in screen


@pytest.mark.parametrize(
    ("question", "default", "shown"),
    [
        ("Whom could you tell that it is bad?", "", "Whom could you tell that it is bad?"),
        ("ما اسمك؟", "", "ما اسمك؟"),
        ("A few words (Enter skips)", "", "A few words (Enter skips):"),
        ("Its name?", "walk", "Its name? [walk]:"),
    ],
)
def test_no_colon_follows_a_question_mark(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], question: str, default: str, shown: str
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO("fine\n"))
    assert ask_text(question, default) == "fine"
    assert capsys.readouterr().err == shown


@pytest.mark.parametrize(("typed", "agreed"), [("Yes", True), ("n", False), ("", True)])
def test_what_is_neither_yes_nor_no_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, agreed: bool
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"perhaps\n{typed}\n"))
    assert ask_yes_or_no("Keep it?", default=True) is agreed
    assert capsys.readouterr().err == "Keep it? [Y/n]:y or n, please.\nKeep it? [Y/n]:"
