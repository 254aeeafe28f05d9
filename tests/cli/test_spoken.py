"""What is typed without the name of a command: a mood, a word for help before a colon, help."""

import shlex
from collections.abc import Callable
from typing import Any

import pytest

from carelog.cli.synonyms import NEVER_SUGGESTED, SYNONYMS
from carelog.cli.table import COMMANDS, TOPICS
from carelog.wording.people.pleas import ANSWERS
from carelog.wording.topics import TOPICS as TEXTS
from support.command import Command, Terminal

Say = Callable[..., Any]
Start = Callable[..., Terminal]


@pytest.mark.parametrize(
    "typed",
    [
        "4 walked", "4", "4: walked", "good: walked", "Good", "great:", "'good: a long walk'", "'4 walked'",
        "4 -2 degrees outside", "bad --feel tired --tag work", "3 home --at 'yesterday 21:00'", "5 --private",
        "4 walked --track sleep=7", "2 -- --not-an-option", "4 1 more day", "4: 2 days by the sea",
    ],
)  # fmt: skip
def test_a_mood_without_its_command_is_noted_as_mood_notes_it(carelog: Command, data: Say, typed: str) -> None:
    data("tracker", "add", "sleep")
    words = shlex.split(typed)
    place = words.index("--") if "--" in words else len(words)
    for command in (["mood"], []):
        answer = carelog(*command, *words[:place], "--json", *words[place:])
        assert (answer.exit_code, answer.json["command"]) == (0, "mood")
    first, second = (
        data("log")["entries"][-2:] if "--at" not in typed else data("log", "--from", "yesterday")["entries"]
    )
    keys = set(first) - {"id", "handle"}
    assert {key: first[key] for key in keys} == {key: second[key] for key in keys}


def test_renamed_and_two_sided_words_are_moods_too(say: Say) -> None:
    say("settings", "set", "mood.words", "storm,rain,cloud,sun,bright day")
    assert say("Bright", "day:", "swam").stdout.startswith("Noted 5 bright day, 21:30")
    assert say("rain").stdout.startswith("Noted 2 rain, 21:30")
    say("settings", "set", "mood.words", "")
    say("settings", "set", "mood.scale", "two-sided")
    assert say("very", "high").stdout.startswith("Noted 5 very high, 21:30")
    assert say("very", "low:", "slept", "badly").stdout.startswith("Noted. That sounds hard.")


def test_a_mood_word_with_words_behind_it_says_where_the_colon_belongs(refusal: Say, data: Say) -> None:
    assert refusal(2, "good", "day", "at", "home") == (
        "“good” is not a command here. Did you mean “mood”? To note it, put a colon behind the word: carelog good: a "
        "few words\n"
        "In a crisis: carelog crisis"
    )
    assert data("log")["entries"] == []


@pytest.mark.parametrize("typed", ["mood", "today", "panic", "crisis"])
def test_a_command_and_a_word_for_help_come_before_a_mood_word_of_the_same_name(
    carelog: Command, data: Say, typed: str
) -> None:
    data("settings", "set", "mood.words", f"{typed},b,c,d,e")
    carelog(typed)
    assert data("log")["entries"] == []
    assert data("mood", typed)["entry"]["mood"] == 1


@pytest.mark.parametrize(
    "typed", ["5 days since", "1 more day", "5 % better", "5% better", "2h of sleep", "1st night home", "3 of us went"]
)
def test_a_number_that_may_count_is_refused_in_words_where_nobody_can_be_asked(
    refusal: Say, data: Say, typed: str
) -> None:
    assert refusal(2, *typed.split()) == (
        f"“{typed}” may begin with a count and not with a mood. With a mood: carelog mood 3 {typed}\n"
        f"Without one: carelog note {typed}"
    )
    assert data("log")["entries"] == []
    assert data("mood", "3", *typed.split())["entry"]["note"] == typed
    assert data("note", *typed.split())["entry"]["note"] == typed


def test_a_number_that_may_count_is_asked_about_on_a_terminal_and_every_word_is_kept(
    terminal: Start, data: Say
) -> None:
    person = terminal("5", "days", "since", "--tag", "clear")
    person.expect("Your words are kept: “5 days since”")
    person.expect("How is it right now, 1 to 5 (awful, bad, okay, good, great)?")
    person.type("good")
    person.expect("Noted 4 good")
    assert person.finish()[0] == 0
    (entry,) = data("log")["entries"]
    assert (entry["mood"], entry["note"], entry["tags"]) == (4, "5 days since", ["clear"])


@pytest.mark.parametrize(
    ("typed", "score", "rest"),
    [
        ("great day at the sea", "5", "great day at the sea"),
        ("4, good day", "4", "good day"),
        ("it's been long", "3", '"it\'s" been long'),
        ("panic at work", "3", "panic at work"),
        ("so " * 60 + "long", "3", "a few words"),
    ],
)
def test_words_without_a_score_are_refused_with_what_to_write(
    refusal: Say, data: Say, typed: str, score: str, rest: str
) -> None:
    words = typed.split()
    rest = shlex.join(shlex.split(rest))
    assert refusal(2, "mood", *words) == (
        f"A mood begins with a number from 1 to 5 or its word and a colon. With one: carelog mood {score} {rest}\n"
        f"Without one: carelog note {rest}"
    )
    assert data("log")["entries"] == []


def test_words_without_a_score_are_kept_while_it_is_asked_for(terminal: Start, data: Say) -> None:
    person = terminal("mood", "great", "day", "at", "the", "sea")
    person.expect("Your words are kept: “great day at the sea”")
    person.expect("How is it right now, 1 to 5 (awful, bad, okay, good, great)?")
    person.type("5")
    person.expect("Feelings (tired, lonely, proud …), Enter skips:")
    person.type("")
    assert person.finish()[0] == 0
    (entry,) = data("log")["entries"]
    assert (entry["mood"], entry["note"]) == (5, "great day at the sea")


def test_a_word_for_help_before_a_colon_is_a_note_with_a_line_below_it(
    carelog: Command, refusal: Say, data: Say, terminal: Start
) -> None:
    assert refusal(2, "panic:", "at", "work").endswith(
        "Without one: carelog note panic: at work\nSomeone now: carelog crisis"
    )
    person = terminal("panic:", "at", "work")
    person.expect("Your words are kept: “panic: at work”")
    person.expect("How is it right now, 1 to 5 (awful, bad, okay, good, great)?")
    person.type("2")
    person.expect("Feelings (tired, lonely, proud …), Enter skips:")
    person.type("")
    code, screen = person.finish()
    assert (code, screen.endswith("\nSomeone now: carelog crisis\n")) == (0, True)
    assert [entry["note"] for entry in data("log")["entries"]] == ["panic: at work"]
    data("settings", "set", "mood.words", "panic,b,c,d,e")
    noted = carelog("panic:", "in", "the", "shop")
    assert noted.exit_code == 0
    assert noted.stdout.startswith("Noted. That sounds hard.")
    assert noted.stderr == "Someone now: carelog crisis\n"
    assert carelog("panic:", "again", "--json").stderr == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("relapse slip slipped drank drunk used", ANSWERS["slip"]),
        ("urge craving cravings drink alcohol", ANSWERS["urge"]),
        ("abuse violence unsafe", ANSWERS["unsafe"]),
    ],
)
def test_other_words_of_need_are_answered_with_where_to_turn_and_are_no_mistake(
    say: Say, data: Say, words: str, said: str
) -> None:
    for word in words.split():
        assert say(word).stdout == say(word.upper(), "again").stdout == f"{said}\n"
        assert data(word) == {"text": said}


def test_what_they_are_told_to_type_is_there(say: Say) -> None:
    for said in ANSWERS.values():
        for line in said.splitlines():
            command, *_ = line.partition("carelog ")[2].split()
            assert say(command, "--help").stdout
    assert say("helplines", "--for", "abuse").stdout


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("meds", "“routine”, “done”"), ("friend", "“contact”"), ("sleep", "“track”"), ("people", "“contact”"),
        ("therapist", "“contact”, “appointment”"), ("diary", "“note”, “log”"), ("journal", "“note”, “log”"),
        ("habits", "“routine”"), ("stats", "“trends”"), ("graph", "“trends”"), ("Meds", "“routine”, “done”"),
        ("trash", "“edit”, “undo”"), ("moood", "“mood”"), ("calender", "“calendar”"),
        ("text", "“reach”"), ("ring", "“reach”"), ("dial", "“reach”"), ("message", "“reach”"),
    ],
)  # fmt: skip
def test_what_people_call_things_is_looked_up_before_what_is_spelled_alike(
    refusal: Say, typed: str, meant: str
) -> None:
    assert refusal(2, typed) == (
        f"“{typed}” is not a command here. Did you mean {meant}? All commands: carelog help --all\n"
        "In a crisis: carelog crisis"
    )


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("hotlin sucide suicde emergncy overdos samaritan anxous Helplin panicc pannic dyingg", "crisis"),
        ("relaps slippd cravng abusiv drunkk abus", "reach"),
    ],
)
def test_what_is_spelled_almost_like_a_word_for_help_names_whom_to_turn_to(
    refusal: Say, words: str, meant: str
) -> None:
    for typed in words.split():
        assert refusal(2, typed) == (
            f"“{typed}” is not a command here. Did you mean “{meant}”? All commands: carelog help --all\n"
            "In a crisis: carelog crisis"
        )


def test_every_synonym_means_commands_and_is_none() -> None:
    assert not set(SYNONYMS) & set(COMMANDS)
    assert {name for meant in SYNONYMS.values() for name in meant} <= set(COMMANDS) - NEVER_SUGGESTED


@pytest.mark.parametrize(
    "typed",
    [
        "eras", "erasse", "earse", "forgt", "forge", "delet", "delette", "del", "restor", "restore1", "leave", "slipp",
        "relaps", "contact remov", "contact delete", "lock of", "lock offf", "settings remov", "plan remve",
        "keep rmove",
        "activity removed", "goal remov", "bring remov",
    ],
)  # fmt: skip
def test_nobody_who_mistypes_is_sent_to_what_takes_something_away(carelog: Command, typed: str) -> None:
    meant = carelog(*typed.split()).stderr.partition("Did you mean")[2]
    assert not [name for name in NEVER_SUGGESTED if f"“{name}”" in meant]


@pytest.mark.parametrize(
    "words", [["show"], ["mood", "9"], ["contact", "lst"], ["log", "--form", "x"], ["--jsn"], ["4", "--fel", "x"]]
)
def test_a_crisis_is_spoken_of_under_unknown_commands_alone(carelog: Command, words: list[str]) -> None:
    answer = carelog(*words)
    assert answer.exit_code == 2
    assert "In a crisis: carelog crisis" not in answer.stderr


@pytest.mark.parametrize(
    "word", [" ", "'", ":", ": good", "\u200b", "-", "\udcff", "0", "6", "4.5", "½", "²", "good" * 99]
)
def test_what_is_neither_a_word_nor_a_mood_is_refused_as_any_unknown_command(refusal: Say, word: str) -> None:
    assert refusal(2, word)
    assert refusal(2, word, "--tag", "walk")


@pytest.mark.parametrize("words", [[], ["contact"], ["contact", "add"], ["mood"], ["bring"], ["lock", "on"]])
def test_help_and_its_short_forms_show_the_same_page(say: Say, words: list[str]) -> None:
    page = say(*words, "--help").stdout
    assert say(*words, "-h").stdout == say("help", *words).stdout == say("HELP", *words).stdout == page
    assert say(*words, "-h", "--plain").stdout == say("--plain", "help", *words).stdout


@pytest.mark.usefixtures("home")
def test_help_on_the_card_is_the_cards_own(say: Say) -> None:
    for name in ("crisis", "sos"):
        assert say("help", name).stdout == say("crisis", "--help").stdout


def test_a_topic_is_told_to_people_and_to_programs(say: Say, data: Say) -> None:
    assert set(TOPICS) == set(TEXTS)
    for name, told in TEXTS.items():
        assert say("help", name).stdout == f"{told['text']}\n"
        assert data("help", name) == told


def test_a_letter_behind_a_dash_within_words_asks_for_no_help(data: Say) -> None:
    assert data("mood", "4", "-2h", "by", "train")["entry"]["note"] == "-2h by train"
    assert data("mood", "4", "--", "-h")["entry"]["note"] == "-h"


def test_the_first_mood_without_words_says_what_a_shell_leaves_out_and_no_later_one(terminal: Start) -> None:
    hint = (
        "Most shells leave out a word that begins with #, and all behind it: carelog cannot see them. "
        "For a tag: --tag walk"
    )
    code, screen = terminal("mood", "4").finish()
    assert (code, hint in " ".join(screen.split())) == (0, True)
    assert hint not in " ".join(terminal("mood", "4").finish()[1].split())


def test_completion_and_help_name_no_word_for_help(carelog_process: Command, say: Say) -> None:
    from carelog.crisis.pleas import WORDS

    hidden = set(WORDS) - {"crisis", "sos"}
    asked = {"_CARELOG_COMPLETE": "complete_bash", "COMP_WORDS": "carelog ", "COMP_CWORD": "1"}
    assert not hidden & set(carelog_process(env=asked).stdout.split())
    assert not hidden & {line.split()[0] for line in say("--plain", "--help").stdout.splitlines() if line.split()}


def test_help_discreet_names_a_cover_and_the_way_there_and_back_and_no_number_for_people(say: Say) -> None:
    text = say("help", "discreet").stdout
    assert "People, routines, scales and signs are called by their cover." in text
    assert "Those without one are left out." in text
    for line in ("carelog contact edit Sam --cover TEXT", "carelog today --discreet", "carelog today --no-discreet"):
        assert f": {line}\n" in text
    assert not any(each in text for each in ("person 2", "routine 1"))
