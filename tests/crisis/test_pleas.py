"""Words for help: what somebody types who knows no command shows the card, whatever else is broken or set."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import carelog
from carelog.cli.synonyms import SYNONYMS
from carelog.cli.table import COMMANDS
from carelog.crisis import pleas
from carelog.crisis.card import Card, Person
from carelog.crisis.lines import country
from carelog.crisis.page import page
from carelog.crisis.pleas import CARD, COUNTED, HELP, NOTE, STEP_FIRST, WORDS, plea
from carelog.domain.mood import MoodScale, MoodWords
from support.command import Command
from support.source import HELPLINES

Data = Callable[..., object]
GERMANY = "In danger now: call 112 (Germany)"
SHOW_THE_CARD = sorted(word for word, answer in WORDS.items() if answer in {CARD, STEP_FIRST})
KINDS = {"emergency", "also", "ambulance", "police", "text_for_deaf", "phone", "sms", "whatsapp"}
FACES = ("{}", "{}!", "{}.", "{}…", "  {} ", "“{}”")
AS_CASES = (str.lower, str.upper, str.title, str.swapcase)


def numbers() -> list[str]:
    """Every number that carelog ships, as its source prints it."""
    rows = [row.split("\t") for path in HELPLINES.glob("??.txt") for row in path.read_text("utf-8").splitlines()]
    return sorted({value for kind, value in rows if kind in KINDS})


def bare(number: str) -> str:
    """A printed number without the words beside it."""
    return re.sub(r"\([^)]*[a-z][^)]*\)| ext .*", "", number).strip()


@pytest.mark.parametrize("word", SHOW_THE_CARD)
@pytest.mark.usefixtures("card_file")
def test_a_word_for_help_shows_the_card_and_nothing_else(word: str, carelog: Command) -> None:
    answer = carelog(word)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout.startswith(GERMANY)
    assert "Sam" in answer.stdout
    if WORDS[word] == CARD:
        assert answer == carelog("crisis")


@given(st.sampled_from(sorted(WORDS)), st.sampled_from(AS_CASES), st.sampled_from(FACES))
def test_case_signs_and_blanks_around_a_word_change_nothing(word: str, case: Callable[[str], str], face: str) -> None:
    assert plea([face.format(case(word))]) == WORDS[word]


@given(st.sampled_from(sorted(WORDS)), st.data())
def test_accents_and_dashes_in_a_word_change_nothing(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 1))
    for sign in ("\u0301", "-", "_", "\u200b"):
        assert plea([word[:place] + sign + word[place:]]) == WORDS[word]


@pytest.mark.parametrize(
    "typed",
    [
        "self-harm", "self harm", "Self Harm again", "crisis line", "hot-line", "help line", "over dose", "s o s",
        "S.O.S.", "o.d.", "help me", "HELP ME NOW", "help please", "'help me'", "help!", "help helplines now",
        "help keep me safe", "help contact samaritans", "help 4", "i want to die", "I need help", '"i\'m scared"',
        '"I’m not ok"', "im not ok", "want to die", "kill myself", "KILL", "die", "suicide hotline", "crisis!",
        "hurt myself", "danger here", "--plain suicide", "suicide --no-such-option", "-- overdose", "help --json me",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("card_file")
def test_what_people_type_in_need_shows_the_card(typed: str, carelog: Command) -> None:
    answer = carelog(*shlex.split(typed.replace("--json ", "")))
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout.startswith(GERMANY)


@pytest.mark.parametrize("number", numbers())
def test_every_number_that_ships_shows_the_card_however_it_is_written(number: str) -> None:
    number = bare(number)
    digits = "".join(filter(str.isdecimal, number))
    parts = [*map("".join, zip(*[iter(digits)] * 2, strict=False)), *([digits[-1]] if len(digits) % 2 else [])]
    assert plea([digits]) == CARD
    assert plea([number]) == CARD
    assert plea(number.split()) == CARD
    assert plea([number, "--json"]) == CARD
    assert plea([f"+{digits}"]) == CARD
    if len(digits) > 2:
        assert plea([number, "please"]) == CARD
        assert plea(["-".join(parts)]) == CARD
        assert plea([*digits]) == CARD


@pytest.mark.parametrize("typed", ["0800-1111", "116 123", "116-123", "800 799 7233", "(0800) 1111", "９９９", "٩٩٩"])
def test_blanks_dashes_brackets_and_other_digits_are_those_of_a_number(typed: str) -> None:
    assert plea([typed]) == plea(typed.split()) == CARD


@pytest.mark.parametrize(
    "typed",
    [
        "mood 1", "4", "4 walked", "5", "1 15", "1 1", "5 112", "1 18 hours of sleep", "2", "42", "15 minutes on foot",
        "100 days sober", "112 days", "2026-11-22", "11:20", "9", "", "--help", "help", "HELP", "--plain help",
        "killer", "dies", "die-hard", "sosa", "hotlines24", "scare", "panics", "i", "island", "in danger", "ill",
        "id card lost", "hurtful", "used-up", "helper", "urgent", "samaritan", "crisys", "good: panic", "work: suicide",
    ],
)  # fmt: skip
def test_what_only_resembles_a_plea_is_none(typed: str) -> None:
    assert plea(typed.split()) in {"", HELP} - ({HELP} if typed != "help" else set())


@given(st.sampled_from(numbers()), st.sampled_from(sorted(COUNTED)))
def test_a_count_of_something_is_no_number_to_call(number: str, unit: str) -> None:
    digits = "".join(filter(str.isdecimal, bare(number)))
    assert plea([digits, unit, "of", "it"]) == ""


@given(st.sampled_from(sorted(WORDS)), st.sampled_from((": at work", " : at work", ":at work", "： at work")))
def test_a_word_before_a_colon_is_a_note_and_before_a_lone_one_is_not(word: str, rest: str) -> None:
    assert plea(f"{word}{rest}".split()) == NOTE
    assert plea([f"{word}{rest}"]) == NOTE
    assert plea([f"{word}:"]) == WORDS[word]


@given(st.lists(st.text(max_size=8), max_size=4))
def test_anything_that_can_be_typed_is_read(words: list[str]) -> None:
    assert plea(words) in {"", HELP, NOTE, *WORDS.values()}


def test_every_word_has_one_answer_and_hides_no_command() -> None:
    listed = Counter(" ".join(pleas._ANSWERS.values()).split())
    assert max(listed.values()) == 1
    assert not set(WORDS) & (set(COMMANDS) - {"crisis", "sos"})
    assert not set(WORDS) & set(SYNONYMS)
    assert not set(WORDS) & {word for scale in MoodScale for word in MoodWords(scale).words}
    assert all(re.fullmatch("[a-z]+", word) for word in WORDS)


def test_the_table_of_numbers_says_in_which_countries_each_is_one() -> None:
    table = dict(row.split("\t") for row in (HELPLINES / "numbers.txt").read_text("utf-8").splitlines())
    for number, code in (("999", "GB"), ("116123", "GB"), ("18007997233", "US"), ("8007997233", "US"), ("119", "JP")):
        assert code in table[number].split(",")
    assert all(digits.isdecimal() and len(digits) > 1 for digits in table)


@pytest.mark.usefixtures("card_file")
def test_a_word_for_help_answers_programs_as_the_card_does(carelog: Command) -> None:
    for words in (["suicide"], ["help", "me"], ["988"], ["panic"]):
        assert carelog(*words, "--json") == carelog("crisis", "--json")
        assert carelog(*words, "--country", "GB").stdout.startswith("In danger now: call 999 (United Kingdom)\n")


@pytest.mark.usefixtures("card_file")
def test_the_first_step_stands_right_below_the_number_for_somebody_in_a_panic(carelog: Command) -> None:
    usual = carelog("crisis").stdout
    for word in ("panic", "Anxious", "scared of tonight", "panic-attack"):
        first, step, rest = carelog(*word.split()).stdout.split("\n", 2)
        assert (first, step) == (GERMANY, "First: make tea, then shower")
        assert f"{first}\n{rest}" == usual


@pytest.mark.parametrize("rows", [12, 15, 23])
def test_on_a_small_screen_the_step_is_said_once_and_takes_no_number_away(card: Card, rows: int) -> None:
    calm = page(card, [(country("DE"), "settings")], 40, rows, step_first=True).splitlines()
    assert calm[0] == calm[-1] == GERMANY
    assert calm[1] == "First: make tea, then shower"
    assert calm.count(calm[1]) == 1
    assert len(calm) <= rows


def test_without_a_plan_somebody_in_a_panic_sees_the_card_as_it_is() -> None:
    places = [(country("GB"), "settings")]
    for card in (None, Card(people=[Person("Sam", [("phone", "1", "")])])):
        assert page(card, places, 40, 23, step_first=True) == page(card, places, 40, 23)


@pytest.fixture
def broken(isolated: Path) -> Callable[[str, str], Callable[..., subprocess.CompletedProcess[str]]]:
    """`broken("cli/table.py", "x(")` is a copy of carelog with that in one of its files, and runs command lines."""
    copy = isolated / "site" / "carelog"
    shutil.copytree(Path(carelog.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__", "fonts"))

    def damage(file: str, content: str) -> Callable[..., subprocess.CompletedProcess[str]]:
        path = copy / file
        if path.is_dir():
            shutil.rmtree(path)
        elif content:
            path.write_text(content)
        else:
            path.unlink()

        def run(*words: str) -> subprocess.CompletedProcess[str]:
            return subprocess.run(
                [sys.executable, "-m", "carelog", *words],
                env={**os.environ, "PYTHONPATH": str(copy.parent)},
                capture_output=True,
                text=True,
                check=False,
            )

        return run

    return damage


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("cli", ""),
        ("cli/table.py", ""),
        ("cli/table.py", "COMMANDS = {"),
        ("cli/table.py", "COMMANDS = nothing"),
        ("cli/app.py", "import no_such_module"),
        ("wording", ""),
        ("language.py", ""),
        ("settings.py", "import ("),
    ],
)
@pytest.mark.usefixtures("card_file")
def test_words_for_help_need_nothing_of_the_command_line(
    file: str, content: str, broken: Callable[..., Callable[..., subprocess.CompletedProcess[str]]]
) -> None:
    run = broken(file, content)
    for words in (
        ["suicide"],
        ["help", "me"],
        ["i", "want", "to", "die"],
        ["116", "123"],
        ["help", "keep", "me", "safe"],
    ):
        answer = run(*words)
        assert (answer.returncode, answer.stderr) == (0, ""), words
        assert answer.stdout.startswith(GERMANY), words


@pytest.mark.usefixtures("card_file")
def test_without_the_table_of_words_the_card_and_every_command_still_answer(
    broken: Callable[..., Callable[..., subprocess.CompletedProcess[str]]],
) -> None:
    run = broken("crisis/pleas.py", "WORDS = {")
    assert run("sos").stdout.startswith(GERMANY)
    assert run("mood", "4").stdout.startswith("Noted 4 good")


def test_a_word_for_help_loads_the_card_and_one_table(card_file: Path) -> None:
    assert card_file.exists()
    listing = "import sys; from carelog.__main__ import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    loaded = {
        word: set(
            subprocess.run(
                [sys.executable, "-c", listing, word], capture_output=True, text=True, check=True
            ).stderr.split()
        )
        for word in ("crisis", "suicide", "988")
    }
    for word in ("suicide", "988"):
        assert loaded[word] - loaded["crisis"] == {"carelog.cli", "carelog.cli.table", "carelog.crisis.pleas"}


@pytest.mark.parametrize(
    "typed",
    ["please help", "please help me", "need help", "my emergency", "call 999", "text 741741", "tel:988", "Call: 112"],
)
def test_words_that_people_write_before_a_plea_change_nothing(typed: str) -> None:
    assert plea(typed.split()) == plea([typed]) == CARD


@pytest.mark.parametrize("before", ["please", "need", "my", "call", "text"])
def test_a_word_before_a_plea_asks_for_nothing_by_itself(before: str) -> None:
    for behind in ("", "Maya", "4", "a walk", "5 days off", "relapse", "panic: at work"):
        assert plea(f"{before} {behind}".split()) == ""


@given(st.sampled_from(numbers()), st.sampled_from("!?,;"))
def test_a_sign_behind_a_number_changes_nothing(number: str, sign: str) -> None:
    typed = bare(number)
    assert plea([f"{typed}{sign}"]) == plea([typed])
