"""mood, note and track, as people type them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command

Say = Callable[..., Any]


@pytest.mark.parametrize(
    ("typed", "mood", "note"),
    [
        ("4", 4, ""),
        ("4 first walk in a week", 4, "first walk in a week"),
        ("4: first walk", 4, "first walk"),
        ("bad", 2, ""),
        ("Bad", 2, ""),
        ("bad: slept badly", 2, "slept badly"),
        ("great:", 5, ""),
        ("3 good morning", 3, "good morning"),
        ("4 -2 degrees outside", 4, "-2 degrees outside"),
        ("4 -- --private is a word here", 4, "--private is a word here"),
        ("4 -- -x", 4, "-x"),
        ("4 50% better, #1 & more; $HOME", 4, "50% better, #1 & more; $HOME"),
        ("4 it was 3 of 5", 4, "it was 3 of 5"),
        ("٤ مشيت قليلا", 4, "مشيت قليلا"),
        ("2 спала мало", 2, "спала мало"),
        ("2 眠れなかった", 2, "眠れなかった"),
    ],
)
def test_a_mood_is_a_number_or_its_word_and_the_rest_is_the_note(data: Say, typed: str, mood: int, note: str) -> None:
    entry = data("mood", *typed.split(" "))["entry"]
    assert (entry["mood"], entry["note"]) == (mood, note)
    assert data("show", entry["handle"])["entry"] == entry


@pytest.mark.parametrize(
    ("typed", "score"), [("good morning walk", 4), ("badly slept", 3), ("well", 3), ("4th day", 3)]
)
def test_words_that_only_begin_like_a_mood_are_no_score(refusal: Say, data: Say, typed: str, score: int) -> None:
    assert refusal(2, "mood", *typed.split()) == (
        "A mood begins with a number from 1 to 5 or its word and a colon. With one: "
        f"carelog mood {score} {typed}\nWithout one: carelog note {typed}"
    )
    assert data("log")["entries"] == []


@pytest.mark.parametrize("score", ["0", "6", "-1", "55", "9" * 400])
def test_a_number_outside_the_five_is_refused_and_nothing_is_saved(refusal: Say, data: Say, score: str) -> None:
    sentence = refusal(2, "mood", score, "hidden", "words")
    assert (
        sentence == f"Moods go from 1 to 5, so {score[:20]} cannot be kept. Pick the closest one; it need not be exact."
    )
    assert "hidden" not in sentence
    assert data("log")["entries"] == []


def test_renamed_moods_are_understood_and_answered(say: Say) -> None:
    say("settings", "set", "mood.words", "storm,rain,cloud,sun,bright day")
    assert say("mood", "Bright", "day:", "swam").stdout.startswith("Noted 5 bright day, 21:30")
    say("settings", "set", "mood.words", "")
    say("settings", "set", "mood.scale", "two-sided")
    assert say("mood", "very", "high").stdout.startswith("Noted 5 very high")
    assert say("mood", "level").stdout.startswith("Noted 3 level")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["4"], "Noted 4 good, 21:30 ["),
        (["3", "--private"], "It is in no export. Anyone who opens this journal can read it."),
        (["3", "--at", "02:15"], "It is noted for Saturday: your day begins at 04:00."),
        (["3", "--at", "yesterday 21:00"], "It is noted for Saturday 21 November 2026."),
    ],
)
def test_the_answer_says_what_was_noted_and_where_it_went_but_never_the_words(
    say: Say, options: list[str], said: str
) -> None:
    answer = say("mood", *options, "--", "zebra").stdout
    assert said in answer
    assert "zebra" not in answer
    assert answer.count("Noted") == 1
    assert re.search(r"\[[0-9a-f]{6}\]", answer)


def test_the_lowest_mood_at_night_is_answered_with_its_day_and_somebody_and_in_full_once_a_day(
    say: Say, now: Callable[[str], None]
) -> None:
    now("2026-11-22T03:12:00+01:00")
    full, again = (
        "Noted for Saturday. That sounds hard. Someone now: carelog reach\n",
        "Noted for Saturday. Someone now: ",
    )
    assert say("mood", "1").stdout == full
    assert [say("mood", "1").stdout for _ in range(3)] == [f"{again}carelog reach\n"] * 3
    now("2026-11-22T09:00:00+01:00")
    assert say("mood", "1").stdout == "Noted. That sounds hard. Someone now: carelog reach\n"
    assert say("mood", "4").stdout.startswith("Noted 4 good, 09:00")
    assert say("mood", "1").stdout == "Noted. Someone now: carelog reach\n"


def test_the_lowest_mood_of_another_day_names_the_day(say: Say) -> None:
    assert say("mood", "1", "--at", "2026-11-18 12:00").stdout.startswith("Noted for Wednesday. That sounds hard.")
    assert say("mood", "1", "--at", "2026-03-03 12:00").stdout.startswith(
        "Noted for Tuesday 3 March 2026. That sounds hard."
    )
    private = "It is in no export. Anyone who opens this journal can read it.\n"
    assert say("mood", "1", "--private").stdout == f"Noted. That sounds hard. Someone now: carelog reach\n{private}"


def test_the_lower_end_of_a_two_sided_scale_is_answered_like_the_lowest_mood_and_the_higher_one_is_noted(
    say: Say,
) -> None:
    say("settings", "set", "mood.scale", "two-sided")
    assert say("mood", "very", "low").stdout == "Noted. That sounds hard. Someone now: carelog reach\n"
    assert say("mood", "very", "high").stdout.startswith("Noted 5 very high, 21:30 [")


@pytest.mark.parametrize(
    ("at", "noted", "day"),
    [
        ("now", "2026-11-22T21:30:00+01:00", "2026-11-22"),
        ("today", "2026-11-22T21:30:00+01:00", "2026-11-22"),
        ("08:05", "2026-11-22T08:05:00+01:00", "2026-11-22"),
        ("9pm", "2026-11-22T21:00:00+01:00", "2026-11-22"),
        ("22:00", "2026-11-21T22:00:00+01:00", "2026-11-21"),
        ("yesterday", "2026-11-21T12:00:00+01:00", "2026-11-21"),
        ("yesterday 21:00", "2026-11-21T21:00:00+01:00", "2026-11-21"),
        ("Yesterday, at 9 pm", "2026-11-21T21:00:00+01:00", "2026-11-21"),
        ("monday", "2026-11-16T12:00:00+01:00", "2026-11-16"),
        ("-2h", "2026-11-22T19:30:00+01:00", "2026-11-22"),
        ("90 min ago", "2026-11-22T20:00:00+01:00", "2026-11-22"),
        ("3 days ago", "2026-11-19T12:00:00+01:00", "2026-11-19"),
        ("2026-11-01", "2026-11-01T12:00:00+01:00", "2026-11-01"),
        ("2026-11-01 23:30", "2026-11-01T23:30:00+01:00", "2026-11-01"),
        ("2026-11-01T03:59", "2026-11-01T03:59:00+01:00", "2026-10-31"),
        ("2026-11-01T04:00", "2026-11-01T04:00:00+01:00", "2026-11-01"),
        ("2026-07-01T12:00:00-07:00", "2026-07-01T12:00:00-07:00", "2026-07-01"),
    ],
)
def test_a_time_can_be_said_in_many_ways(data: Say, at: str, noted: str, day: str) -> None:
    entry = data("mood", "3", "--at", at)["entry"]
    assert (entry["at"], entry["day"]) == (noted, day)


@pytest.mark.parametrize(
    ("typed", "at", "note"),
    [
        ("mood 3 --at yesterday 21:00 walked home", "2026-11-21T21:00:00+01:00", "walked home"),
        ("mood 3 walked --at monday 9 pm home", "2026-11-16T21:00:00+01:00", "walked home"),
        ("note walked home --at 2026-11-02 23:30", "2026-11-02T23:30:00+01:00", "walked home"),
        ("mood 3 --at -2h 21:00 was the last bus", "2026-11-22T19:30:00+01:00", "21:00 was the last bus"),
        ("mood 3 --at 08:00 20:00 comes later", "2026-11-22T08:00:00+01:00", "20:00 comes later"),
        ("mood 3 --at yesterday 5 km on foot", "2026-11-21T12:00:00+01:00", "5 km on foot"),
        ("mood 3 -- --at yesterday 21:00", "2026-11-22T21:30:00+01:00", "--at yesterday 21:00"),
    ],
)
def test_quotes_forgotten_around_a_day_and_its_time_do_not_move_the_time_into_the_note(
    data: Say, typed: str, at: str, note: str
) -> None:
    entry = data(*typed.split())["entry"]
    assert (entry["at"], entry["note"]) == (at, note)


@pytest.mark.parametrize("at", ["tomorrow", "21:32 today", "2027-01-01", "in 2 hours", "2026-11-22T21:32:00+01:00"])
def test_the_future_cannot_be_noted(carelog: Command, data: Say, at: str) -> None:
    result = carelog("mood", "3", "--at", at)
    assert (result.exit_code, result.stdout) == (2, "")
    assert data("log")["entries"] == []


@pytest.mark.parametrize("at", ["", "soon", "25:00", "32 nov", "2026-13-01", "x" * 5000, "0001-01-01", "99999999999d"])
def test_a_time_that_is_not_understood_is_refused_with_examples_or_the_years_that_fit(refusal: Say, at: str) -> None:
    assert re.search(r"Examples: |keeps the years", refusal(2, "mood", "3", "--at", at))


def test_clocks_that_jump_are_spoken_of(carelog: Command) -> None:
    gap = carelog("mood", "3", "--at", "2025-03-30 02:30", "--json", env={"CARELOG_NOW": None})
    assert gap.json["data"]["entry"]["at"] == "2025-03-30T03:30:00+02:00"
    assert gap.stderr == "The clocks went forward over 02:30 that day, so it is noted as 03:30.\n"
    fold = carelog("mood", "3", "--at", "2025-10-26 02:30", "--json", env={"CARELOG_NOW": None})
    assert fold.json["data"]["entry"]["at"] == "2025-10-26T02:30:00+02:00"
    assert fold.stderr == "The clocks went back that day, so 02:30 came twice; it is noted as the first.\n"


def test_feelings_and_tags_come_one_by_one_or_with_commas_and_each_once(data: Say) -> None:
    feelings, tags = ["--feel", "tired, flat", "--feel", "Tired"], ["--tag", "#work", "--tag", "work,home"]
    entry = data("mood", "2", *feelings, *tags)["entry"]
    assert entry["feelings"] == ["tired", "flat"]
    assert entry["tags"] == ["work", "home"]


@pytest.mark.parametrize("number", ["7,5", "7.5", "+7.5", " 7.50 "])
def test_readings_take_a_decimal_comma(say: Say, data: Say, number: str) -> None:
    say("tracker", "add", "sleep", "--unit", "h", "--min", "0", "--max", "24,5")
    assert data("track", f"sleep={number}")["entry"]["readings"] == {"sleep": 7.5}
    assert data("mood", "3", "--track", f"Sleep ={number}")["entry"]["readings"] == {"sleep": 7.5}


def test_several_readings_make_one_entry_without_a_mood(say: Say, data: Say) -> None:
    for name in ("sleep", "irritability"):
        say("tracker", "add", name)
    entry = data("track", "sleep=5,5", "irritability=2", "--at", "08:00")["entry"]
    assert entry["readings"] == {"sleep": 5.5, "irritability": 2}
    assert (entry["mood"], entry["at"]) == (None, "2026-11-22T08:00:00+01:00")


def test_a_private_reading_is_kept_out_of_lists(say: Say, data: Say) -> None:
    say("tracker", "add", "irritability")
    assert data("track", "irritability=2", "--private")["entry"]["private"] is True
    assert "irritability" not in say("log").stdout


@pytest.mark.parametrize(
    ("reading", "number", "said"),
    [
        ("sleep", 2, "name=number"),
        ("=5", 2, "name=number"),
        ("sleep=", 2, "“sleep” takes a number such as 5 or 7.5; carelog cannot read “” as one."),
        ("sleep=much", 2, "“sleep” takes a number such as 5 or 7.5; carelog cannot read “much” as one."),
        ("sleep=nan", 2, "“sleep” takes a number such as 5 or 7.5; carelog cannot read “nan” as one."),
        ("sleep=1e400", 2, "“sleep” takes a number such as 5 or 7.5; carelog cannot read “1e400” as one."),
        ("sleep=25", 2, "“sleep” goes from 0 up to 24; 25 is outside."),
    ],
)
def test_an_invalid_reading_is_refused_and_nothing_is_saved(
    say: Say, refusal: Say, data: Say, reading: str, number: int, said: str
) -> None:
    say("tracker", "add", "sleep", "--min", "0", "--max", "24")
    assert said in refusal(number, "track", reading)
    assert said in refusal(number, "mood", "3", "--track", reading)
    assert data("log")["entries"] == []


def test_a_reading_alone_of_a_scale_that_is_not_there_is_refused(refusal: Say, data: Say) -> None:
    told = "There is no tracker “slep” yet. Make it with: carelog tracker add slep"
    for words in (["track", "slep=5"], ["note", "--track", "slep=5"]):
        assert refusal(3, *words) == told
    assert data("log")["entries"] == []


@pytest.mark.parametrize("as_json", [[], ["--json"]], ids=["text", "json"])
@pytest.mark.parametrize("words", [["mood", "3", "a walk"], ["note", "a walk"], ["edit", "last", "a walk"]])
def test_a_script_keeps_its_entry_and_learns_which_reading_is_not_kept(
    carelog: Command, say: Say, data: Say, words: list[str], as_json: list[str]
) -> None:
    say("tracker", "add", "sleep")
    say("mood", "2")
    told = carelog(*words, "--track", "slep=5,5", "--track", "sleep=7", *as_json)
    entry = data("show", "last")["entry"]
    assert (entry["note"], entry["readings"]) == ("a walk", {"sleep": 7})
    adds = ["tracker add slep", f"edit {entry['handle']} --track slep=5.5"]
    both = " and ".join(f"carelog {line}" for line in adds)
    assert told.exit_code == 3
    assert told.stderr == f"The reading “slep” is not kept. With a tracker it can be added: {both}\n"
    assert entry["handle"] in told.stdout
    for line in adds:
        say(*line.split())
    assert data("show", "last")["entry"]["readings"] == {"sleep": 7, "slep": 5.5}


def test_a_scale_is_made_listed_put_away_and_brought_back(say: Say, refusal: Say, data: Say, empty: Say) -> None:
    assert "To watch something such as sleep: carelog tracker add sleep --unit h" in empty("tracker")
    made = data("tracker", "add", "sleep", "--unit", "h", "--min", "0", "--max", "24", "--better", "higher")["tracker"]
    assert (made["unit"], made["min"], made["max"], made["better"]) == ("h", 0, 24, "higher")
    assert re.search(r"sleep +h +0 to 24 +higher", say("tracker").stdout)
    assert "already" in refusal(2, "tracker", "add", "Sleep")
    entry = data("track", "sleep=7")["entry"]
    assert "What was noted stays." in say("tracker", "archive", "sleep").stdout
    assert data("tracker")["trackers"] == []
    assert data("show", entry["handle"])["entry"]["readings"] == {"sleep": 7}
    assert data("tracker", "add", "sleep")["tracker"]["archived"] is None
    assert "There is no tracker called “weight”. “carelog tracker list” shows what there is." in refusal(
        3, "tracker", "archive", "weight"
    )


@pytest.mark.parametrize(
    "options", [["--min", "x"], ["--min", "5", "--max", "1"], ["--better", "sideways"], ["--min", "nan"]]
)
def test_an_invalid_scale_is_not_made(refusal: Say, data: Say, options: list[str]) -> None:
    refusal(2, "tracker", "add", "sleep", *options)
    refusal(2, "tracker", "add", "a=b")
    refusal(2, "tracker", "add", " ")
    assert data("tracker")["trackers"] == []


@pytest.mark.parametrize("command", ["note", "mood"])
def test_a_dash_reads_the_words_from_standard_input(data: Say, command: str) -> None:
    score = ["3"] if command == "mood" else []
    entry = data(command, *score, "so:", "-", stdin="two lines\r\nof a poem\n\n")["entry"]
    assert entry["note"] == "so: two lines\nof a poem"


def test_a_dash_in_the_middle_is_a_dash(data: Say) -> None:
    assert data("note", "home", "-", "work", stdin="never read")["entry"]["note"] == "home - work"


def test_an_empty_pipe_notes_nothing(refusal: Say, data: Say) -> None:
    assert refusal(2, "note", "-", stdin="") == "Nothing was saved, and that is fine."
    assert data("log")["entries"] == []


def test_more_than_a_million_characters_are_refused_whole(refusal: Say, data: Say) -> None:
    assert "1,000,000" in refusal(2, "note", "-", stdin="a" * 1_000_001)
    assert data("note", "-", stdin="𝒶" * 1_000_000)["entry"]["note"] == "𝒶" * 1_000_000
    assert len(data("log")["entries"]) == 1


@pytest.mark.parametrize("words", [["mood"], ["mood", "--feel", "tired"]])
def test_a_mood_without_anything_says_without_a_terminal_what_is_missing(refusal: Say, words: list[str]) -> None:
    assert refusal(2, *words) == ("Write how it is, 1 to 5 or its word, and what you like: carelog mood 4 a few words")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (
            ["note"],
            "Write the words behind the command, or - to have them read from standard input.",
        ),
        (
            ["note", "--edit"],
            "Write the words behind the command, or - to have them read from standard input.",
        ),
        (
            ["mood", "3", "--edit"],
            "Write the words behind the command, or - to have them read from standard input.",
        ),
        (["track"], "name=number"),
        (
            ["contact", "add"],
            "Write the name behind the command: carelog contact add Sam",
        ),
        (
            ["routine", "add"],
            "Write the name behind the command: carelog routine add walk",
        ),
        (
            ["tracker", "add"],
            "Write the name behind the command: carelog tracker add sleep",
        ),
        (["delete", "last"], "To do this without being asked, add --yes."),
        (
            ["settings", "edit"],
            (
                "Write a setting and its value: carelog settings set plain on. "
                "Where the file itself is: carelog settings path"
            ),
        ),
    ],
)
def test_what_asks_on_a_terminal_says_without_one_what_to_do_instead(
    say: Say, refusal: Say, words: list[str], hint: str
) -> None:
    say("note", "something")
    sentence = refusal(2, *words)
    assert "This asks" not in sentence
    assert hint in sentence


@pytest.mark.parametrize("word", ["--prviate", "-x", "--edit=1", "---", "-_-"])
def test_a_mistyped_option_is_not_taken_for_words(carelog: Command, data: Say, word: str) -> None:
    result = carelog("mood", "4", word, "secret")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "secret" not in result.stderr
    assert data("log")["entries"] == []


def test_an_entry_of_feelings_alone_is_an_entry(data: Say) -> None:
    assert data("note", "--feel", "calm")["entry"]["feelings"] == ["calm"]
    assert data("note", "--tag", "rain", "--private")["entry"]["private"] is True


def test_the_first_write_of_a_day_takes_a_backup_and_everything_is_private(say: Say, home: Path) -> None:
    say("mood", "4", "hi")
    assert len(list((home / "backups").glob("journal-*.db"))) == 1
    say("mood", "5")
    assert len(list((home / "backups").glob("journal-*.db"))) == 1
    for path in [home, *home.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.parametrize(
    ("words", "at", "note"),
    [
        (["felt", "low", "--at", "last", "night"], "2026-11-21T22:00", "felt low"),
        (["--at", "last", "monday", "walked"], "2026-11-16T12:00", "walked"),
        (["--at", "last", "monday", "21:00", "walked"], "2026-11-16T21:00", "walked"),
        (["--at", "monday", "at", "9", "pm", "walked"], "2026-11-16T21:00", "walked"),
        (["--at", "16", "may", "2025", "walked"], "2025-05-16T12:00", "walked"),
        (["--at", "16", "may", "3 walks"], "2026-05-16T12:00", "3 walks"),
        (["--at", "this", "morning"], "2026-11-22T09:00", ""),
        (["low", "--at", "yesterday", "evening"], "2026-11-21T20:00", "low"),
        (["--at", "noon", "walked"], "2026-11-22T12:00", "walked"),
        (["--at", "3", "days", "ago", "--tag", "x"], "2026-11-19T12:00", ""),
        (["--at", "8pm"], "2026-11-22T20:00", ""),
    ],
)
def test_a_time_of_several_words_needs_no_quotes(data: Say, words: list[str], at: str, note: str) -> None:
    entry = data("mood", "3", *words)["entry"]
    assert (entry["at"][:16], entry["note"]) == (at, note)


def test_a_word_that_may_belong_to_the_time_or_to_the_note_is_not_guessed(refusal: Say, notes: Say) -> None:
    asked = refusal(2, "mood", "3", "--at", "yesterday", "evening", "was", "calm")
    assert asked == "Put the time in quotes, so that it does not run into the other words: --at 'yesterday evening'"
    assert notes() == []


def test_a_morning_is_not_before_a_day_that_begins_late(data: Say) -> None:
    data("settings", "set", "day_starts_at", "10:00")
    assert data("mood", "3", "--at", "monday morning")["entry"]["day"] == "2026-11-16"
