"""The start: a minute of questions, each of which can be skipped, and the quiet line on what they left open."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Terminal
from support.locks import SCRIPT, forget, lock_home

Say = Callable[..., Any]
Start = Callable[..., Terminal]

SCREEN_READER = "Do you use a screen reader? [y/N]:"
COUNTRY = "Your country, for the lines on your crisis card (name or code; several: UK, Ireland) [Germany]:"
PERSON = "One person you could call on a hard day (or: nobody yet):"
NUMBER = "A number to call (Enter skips):"
SCALE = "For some people very high times are hard too. Should 5 mean “very high” instead of “great”? [y/N]:"
OTHERS = "Could someone else look at what you do on this computer? [y/N]:"
HIDE = "Hide names and notes on every page? [Y/n]:"
CARD = "Would you like to see your crisis card now? [Y/n]:"
QUESTIONS = ("screen-reader", "country", "person", "scale", "others")


def answer(person: Terminal, *answers: tuple[str, str]) -> None:
    for question, typed in answers:
        person.expect(question)
        person.type(typed)


def test_a_new_home_is_asked_everything_and_each_answer_is_kept(terminal: Start, data: Say, say: Say) -> None:
    person = terminal()
    person.expect("Welcome. carelog keeps a journal on this computer and nowhere else.")
    answer(person, (SCREEN_READER, ""), (COUNTRY, "Irland"))
    person.expect("carelog knows no country “Irland”. Did you mean Ireland (IE)")
    answer(person, (COUNTRY, "ireland"))
    person.expect("Your card has the lines of: Ireland")
    answer(person, (PERSON, "Sam"), (NUMBER, "ask Mum"))
    person.expect("“ask Mum” has no digits, so it cannot be a number to call or text.")
    answer(person, (NUMBER, "+44 20 7946 0018"))
    person.expect("Sam is on your crisis card.")
    answer(person, (SCALE, "y"), (OTHERS, "y"))
    person.expect("Words after a command stay in the shell's history; “carelog mood” alone asks instead.")
    answer(person, (HIDE, ""))
    person.expect(
        "If someone checks on you, carelog can hide words but not that it is here. A device they cannot reach is safer."
    )
    person.expect("To lock it: carelog lock on")
    answer(person, (CARD, ""))
    for shown in ("In danger now: call 112", "Sam", "+44 20 7946 0018"):
        person.expect(shown)
    code, screen = person.finish()
    assert (code, screen.endswith("That is all. Note a moment with: carelog mood 4 a few words\n")) == (0, True)
    settings = data("settings")["settings"]
    assert (settings["country"], settings["mood.scale"], settings["plain"]) == (["IE"], "two-sided", False)
    assert (settings["shared_computer"], settings["discreet"], settings["lock.card"]) == (True, True, ["nothing"])
    assert [each["crisis_order"] for each in data("contact", "--no-discreet")["contacts"]] == [1]
    assert data("start") == {"start": {"asked": [*QUESTIONS], "left": []}}
    assert "Sam" in say("crisis").stdout


def test_whoever_uses_a_screen_reader_has_plain_pages_before_the_next_question(terminal: Start, data: Say) -> None:
    person = terminal()
    answer(person, (SCREEN_READER, "y"))
    person.expect(COUNTRY)
    assert data("settings", "get", "plain") == {"plain": True}
    assert person.leave("\x03")[0] == 130


def test_every_question_can_be_skipped_and_nothing_is_named_or_asked_again(terminal: Start, data: Say) -> None:
    person = terminal()
    answer(person, *((each, "") for each in (SCREEN_READER, COUNTRY, PERSON, SCALE, OTHERS)), (CARD, "n"))
    assert person.finish()[0] == 0
    assert data("contact")["contacts"] == []
    assert data("settings")["settings"]["shared_computer"] is False
    assert data("start")["start"]["left"] == []
    code, screen = terminal(env={"TERM": "dumb"}).leave("q")
    assert (code, "Sunday 22 November 2026" in screen) == (0, True)
    assert ("Welcome" in screen, "Not set yet:" in screen) == (False, False)


def test_pages_can_keep_names_where_others_could_look(terminal: Start, data: Say) -> None:
    person = terminal("start")
    answer(person, (SCREEN_READER, ""), (COUNTRY, ""), (PERSON, ""), (SCALE, ""), (OTHERS, "y"), (HIDE, "n"))
    answer(person, (CARD, "n"))
    assert person.finish()[0] == 0
    settings = data("settings")["settings"]
    assert (settings["shared_computer"], settings["discreet"], settings["lock.cache"]) == (True, False, 0)
    assert data("start")["start"]["left"] == []


@pytest.mark.parametrize(
    ("before", "broken_off_at", "left"),
    [
        ([], SCREEN_READER, [*QUESTIONS]),
        ([(SCREEN_READER, "")], COUNTRY, ["country", "person", "scale", "others"]),
        ([(SCREEN_READER, ""), (COUNTRY, "uk")], PERSON, ["person", "scale", "others"]),
        ([(SCREEN_READER, ""), (COUNTRY, "uk"), (PERSON, "Sam")], NUMBER, ["person", "scale", "others"]),
        ([(SCREEN_READER, ""), (COUNTRY, "uk"), (PERSON, ""), (SCALE, "")], OTHERS, ["others"]),
        ([(SCREEN_READER, ""), (COUNTRY, "uk"), (PERSON, ""), (SCALE, ""), (OTHERS, "y")], HIDE, ["others"]),
    ],
)
def test_ctrl_c_keeps_what_was_answered_and_the_start_goes_on_there(
    terminal: Start, data: Say, before: list[tuple[str, str]], broken_off_at: str, left: list[str]
) -> None:
    person = terminal()
    answer(person, *before)
    person.expect(broken_off_at)
    code, screen = person.leave("\x03")
    assert (code, "Traceback" in screen) == (130, False)
    assert data("start")["start"]["left"] == left
    typed = dict(before)
    assert data("settings")["settings"]["country"] == (["GB"] if COUNTRY in typed else [])
    assert [each["name"] for each in data("contact")["contacts"]] == [name for name in [typed.get(PERSON)] if name]


def test_a_name_that_was_kept_without_a_number_gets_it_the_next_time(terminal: Start, data: Say) -> None:
    person = terminal()
    answer(person, (SCREEN_READER, ""), (COUNTRY, "uk"), (PERSON, "Sam"))
    person.expect(NUMBER)
    person.leave("\x03")
    person = terminal("start")
    answer(person, (PERSON, "sam"), (NUMBER, "020 7946 0018"))
    person.expect("Sam is on your crisis card.")
    person.expect(SCALE)
    person.leave("\x03")
    (sam,) = data("contact")["contacts"]
    assert (sam["name"], sam["crisis_order"], sam["ways"][0]["value"]) == ("Sam", 1, "020 7946 0018")


def test_a_person_without_a_number_is_kept_and_said_not_to_be_on_the_card(terminal: Start, data: Say) -> None:
    person = terminal("start")
    answer(person, (SCREEN_READER, ""), (COUNTRY, ""), (PERSON, "Sam"), (NUMBER, ""))
    person.expect(
        "Sam is not on your card yet, because a number is missing. To add one: carelog contact edit "
        "Sam --phone NUMBER --crisis 1"
    )
    person.expect(SCALE)
    person.leave("\x03")
    assert "person" in data("start")["start"]["asked"]
    assert [each["crisis_order"] for each in data("contact")["contacts"]] == [None]


def test_enter_takes_the_country_in_brackets_though_others_have_its_name_too(terminal: Start, data: Say) -> None:
    person = terminal("start", env={"TZ": "Africa/Conakry"})
    answer(person, (SCREEN_READER, ""), ("[Guinea]:", "guinea"))
    person.expect("“guinea” can be Guinea (GN) or Equatorial Guinea (GQ) or Guinea-Bissau (GW).")
    answer(person, ("[Guinea]:", ""))
    person.expect("Your card has the lines of: Guinea")
    person.expect(PERSON)
    person.leave("\x03")
    assert data("settings", "get", "country") == {"country": ["GN"]}


def test_a_number_that_no_plan_allows_is_spoken_of_before_the_next_question(terminal: Start) -> None:
    person = terminal("start", columns=160)
    answer(person, (SCREEN_READER, ""), (COUNTRY, "uk"), (PERSON, "Sam"), (NUMBER, "1234567"))
    remark = "“1234567” is kept as you gave it. carelog does not know numbers of this form: please look at it once."
    person.expect(remark)
    answer(person, (SCALE, ""), (OTHERS, ""), (CARD, "n"))
    code, screen = person.finish()
    assert (code, screen.count(remark)) == (0, 1)


@pytest.mark.parametrize("nobody", ["nobody yet", "Nobody", "no one yet"])
def test_whoever_has_nobody_yet_is_not_asked_again_and_is_shown_lines(
    terminal: Start, say: Say, data: Say, nobody: str
) -> None:
    person = terminal()
    answer(person, (SCREEN_READER, ""), (COUNTRY, ""), (PERSON, nobody))
    person.expect("Lines that listen: carelog helplines")
    answer(person, (SCALE, ""), (OTHERS, ""), (CARD, "n"))
    assert person.finish()[0] == 0
    assert data("contact")["contacts"] == []
    assert say("today").stdout.endswith("\n\nLines that listen: carelog helplines\n")
    say("contact", "add", "Sam", "--phone", "+44 20 7946 0018")
    assert "Lines that listen: carelog helplines" not in say("today").stdout


def test_a_command_before_the_start_loses_nothing_and_one_line_says_what_is_not_set(say: Say, data: Say) -> None:
    line = "Not set yet: your country, one person to call. carelog start\n"
    say("mood", "4", "hello")
    for words in ([], ["today"], ["--plain"], ["today", "--plain"]):
        shown = say(*words).stdout
        assert (shown.endswith(line), shown.count("Not set yet:")) == (True, 1)
    say("contact", "add", "Sam", "--phone", "+44 20 7946 0018")
    assert say().stdout.endswith("\n\nNot set yet: your country. carelog start\n")
    say("settings", "set", "country", "Holland")
    assert "Not set yet:" not in say().stdout
    assert data("start")["start"]["left"] == ["screen-reader", "scale", "others"]


def test_a_start_that_was_broken_off_names_all_that_it_had_left(terminal: Start, say: Say) -> None:
    person = terminal()
    answer(person, (SCREEN_READER, ""), (COUNTRY, ""), (PERSON, ""))
    person.expect(SCALE)
    person.leave("\x03")
    assert say().stdout.endswith("\nNot set yet: what 5 means, privacy on this computer. carelog start\n")


def test_a_page_for_others_and_an_answer_for_programs_say_nothing_of_it(say: Say) -> None:
    say("mood", "4", "hello")
    assert "Not set yet:" not in say("today", "--discreet").stdout
    assert "Not set yet:" not in say("today", "--json").stdout
    say("settings", "set", "shared_computer", "on")
    assert say("today").stdout.count("Not set yet:") == 1


def test_settings_and_contacts_answer_for_the_start(say: Say, data: Say) -> None:
    for key, value in (("plain", "off"), ("country", "gb"), ("mood.scale", "one-sided"), ("shared_computer", "off")):
        say("settings", "set", key, value)
    say("contact", "add", "Sam", "--text", "+44 20 7946 0018")
    assert data("start")["start"] == {"asked": [*QUESTIONS], "left": []}
    assert say("start").stdout == (
        "Everything here is set. To change something:\n"
        "  For a screen reader: carelog settings set plain on\n"
        "  Your country: carelog settings set country Ireland\n"
        "  One person to call: carelog contact add Sam --phone NUMBER --crisis 1\n"
        "  5 as “very high”, not “great”: carelog settings set mood.scale two-sided\n"
        "  Where others could look: carelog settings preset shared-computer\n"
        "To be asked again: carelog start --again\n"
    )


def test_all_asks_again_and_enter_keeps_what_was_set(terminal: Start, say: Say, data: Say) -> None:
    for key, value in (("plain", "on"), ("country", "gb"), ("mood.scale", "two-sided"), ("discreet", "on")):
        say("settings", "set", key, value)
    before = data("settings")
    person = terminal("start", "--all")
    answer(person, ("screen reader? [Y/n]:", ""), ("[United Kingdom]:", ""), (PERSON, ""))
    answer(person, ("instead of “great”? [Y/n]:", ""), (OTHERS, ""), (CARD, "n"))
    assert person.finish()[0] == 0
    assert data("settings") == before


def test_moods_from_before_are_spoken_of_and_own_words_are_left_alone(terminal: Start, say: Say) -> None:
    say("mood", "5")
    person = terminal("start")
    answer(person, (SCREEN_READER, ""), (COUNTRY, ""), (PERSON, ""))
    person.expect("What you noted keeps its numbers; pages call them by the words you choose here.")
    person.expect(SCALE)
    person.leave("\x03")
    say("settings", "set", "mood.words", "a,b,c,d,e")
    person = terminal("start")
    answer(person, (OTHERS, ""), (CARD, "n"))
    assert person.finish()[0] == 0


def test_without_a_terminal_it_says_what_is_left_and_makes_nothing(say: Say, home: Path) -> None:
    assert say().stdout == "Nothing is noted yet. Begin with: carelog mood 4 a few words\nIn a crisis: carelog crisis\n"
    assert say("start").stdout == (
        "Not set yet:\n"
        "  For a screen reader: carelog settings set plain on\n"
        "  Your country: carelog settings set country Ireland\n"
        "  One person to call: carelog contact add Sam --phone NUMBER --crisis 1\n"
        "  5 as “very high”, not “great”: carelog settings set mood.scale two-sided\n"
        "  Where others could look: carelog settings preset shared-computer\n"
    )
    assert not home.exists()


@pytest.mark.usefixtures("empty_keyring")
def test_a_locked_journal_is_opened_for_its_people(home: Path, say: Say, data: Say, carelog: Command) -> None:
    say("contact", "add", "Sam", "--phone", "+44 20 7946 0018")
    lock_home(home)
    forget(home)
    assert carelog("start", "--json").exit_code != 0
    assert data("start", env=SCRIPT)["start"]["left"] == ["screen-reader", "country", "scale", "others"]


def test_later_the_name_alone_shows_today(say: Say) -> None:
    say("mood", "4", "hello")
    assert say().stdout == say("today").stdout
    assert say("--plain").stdout == say("today", "--plain").stdout != say().stdout


def test_after_the_lowest_mood_somebody_is_named_above_everything_else(say: Say) -> None:
    say("routine", "add", "walk")
    say("mood", "2")
    assert "carelog reach" not in say().stdout
    say("mood", "1")
    say("mood", "1")
    for words in ([], ["today"]):
        shown = say(*words).stdout
        assert shown.startswith("Sunday 22 November 2026\nSomeone now: carelog reach\n")
        assert shown.count("carelog reach") == 1
    assert say("--plain").stdout.startswith("Sunday 22 November 2026.\nSomeone now: carelog reach\n")


def test_after_weeks_away_the_day_is_said_and_not_the_gap(say: Say) -> None:
    say("routine", "add", "walk", env={"CARELOG_NOW": "2026-06-01T10:00:00+02:00"})
    say("mood", "1", env={"CARELOG_NOW": "2026-06-01T10:00:00+02:00"})
    shown = say().stdout
    assert shown.startswith("Sunday 22 November 2026\nWelcome back.\n")
    assert not any(word in shown for word in ("June", "174", "weeks", "since", "carelog reach"))


def test_a_person_who_is_hidden_on_pages_is_not_asked_for_again(say: Say, data: Say) -> None:
    say("contact", "add", "Sam", "--phone", "07700 900142")
    assert "person" in data("start")["start"]["asked"]
    say("settings", "set", "discreet", "on")
    assert "person" in data("start")["start"]["asked"]
