"""Any text: it is stored cleaned and shown literally, and never ends in a traceback."""

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from carelog.cli.table import COMMANDS
from carelog.domain.text import clean, clean_line
from support.command import Command, Result
from support.strategies import characters

EXPECTED = {0, 2, 3, 4, 5, 6, 10}
NASTY = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x9b2Jgone",
    "\u202egnp.exe\u202c",
    "[/bold]",
    "[red]not red[/red]",
    "[/]",
    ":skull: :warning:",
    "-2 degrees",
    "a\\[b",
    "{curly} %s %(x)s {0} $HOME `id`",
    "'; DROP TABLE entries; --",
    "שלום שבת 5 مرحبا",
    "👨‍👩‍👧‍👦 e\u0301 ﬁ İ ß",
    "zero\u200bwidth\ufeff",
    "line\u2028separator\r\nand\rreturns\x0b\x0c",
    "\ud83d\ude00 half: \ud83d",
    "\x01\x7f",
)
passed = characters.filter(lambda character: character != "\0" and not "\udc80" <= character <= "\udcff")
"""The characters of arguments: no system passes on a NUL; what stands for bytes is in `test_outside_text.py`."""
texts = st.one_of(
    st.text(passed, max_size=40), st.sampled_from(NASTY), st.lists(st.sampled_from(NASTY), max_size=4).map(" ".join)
)
lines = texts.filter(lambda text: 0 < len(clean_line(text)) <= 60 and "=" not in text)
few = settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which each example gets a new home."""
    return tmp_path_factory.mktemp("homes")


def calm(result: Result) -> Result:
    """Return the result, after checking that it has no traceback, no bug and no control characters."""
    said = result.stdout + result.stderr
    assert result.exit_code in EXPECTED, result
    assert "Traceback" not in said
    assert "That is a mistake in carelog, not yours." not in said
    assert clean(unisolated(said)) == unisolated(said)
    return result


def new_home(homes: Path) -> Mapping[str, str]:
    return {"CARELOG_HOME": tempfile.mkdtemp(dir=homes)}


@few
@given(note=texts, feeling=lines, tag=lines)
def test_any_text_is_noted_cleaned_and_shown_literally(
    carelog: Command, homes: Path, note: str, feeling: str, tag: str
) -> None:
    home = new_home(homes)
    words = ["mood", "4", f"--feel={feeling}", f"--tag={tag}", "--json", "--", f"x{note}x"]
    entry = calm(carelog(*words, env=home)).json["data"]["entry"]
    assert entry["note"] == clean(f"x{note}x").strip()
    assert entry["feelings"] == [part for part in map(clean_line, dict.fromkeys(feeling.split(","))) if part] or feeling
    shown = calm(carelog("log", env={**home, "COLUMNS": "500"})).stdout
    plain = calm(carelog("show", "last", "--plain", env=home)).stdout
    for word in clean(note).split():
        assert word in unisolated(shown) or not word.isascii()
        assert word in unisolated(plain) or not word.isascii()
    assert calm(carelog("log", "--json", env=home)).json["data"]["entries"] == [entry]
    calm(carelog("today", env={**home, "COLUMNS": "20"}))
    calm(carelog("week", "--plain", env=home))


@few
@given(name=lines, words=texts)
def test_any_text_can_be_a_name_or_stand_in_any_option(carelog: Command, homes: Path, name: str, words: str) -> None:
    home = new_home(homes)
    options = [f"--hours={words}", f"--say={words}", f"--note={words}", "--crisis=1", "--json", "--", name]
    contact = calm(carelog("contact", "add", *options, env=home)).json["data"]["contact"]
    assert contact["name"] == clean_line(name)
    assert contact["hours"] == contact["say"] == (clean_line(words) or None)
    assert calm(carelog("contact", "show", "--json", "--", name, env=home)).json["data"]["contact"] == contact
    routine = ["routine", "add", f"--why={words}", f"--small={words}", f"--unit={words[:30]}", f"--with-whom={name}"]
    assert calm(carelog(*routine, "--json", "--", name, env=home)).json["data"]["routine"]["name"] == clean_line(name)
    calm(carelog("tracker", "add", f"--unit={words}", "--", name, env=home))
    calm(carelog("done", f"--note={words}", "--", name, env=home))
    for shown in (
        ["contact"],
        ["contact", "show", "--", name],
        ["routine"],
        ["routine", "show", "--", name],
        ["tracker"],
    ):
        assert calm(carelog(*shown, env=home)).exit_code == 0
        calm(carelog(*shown[:2], "--plain", *shown[2:], env={**home, "COLUMNS": "20"}))
    assert calm(carelog("last", "--", name, env=home)).exit_code == 0
    calm(carelog("crisis", env=home))


@few
@given(text=texts)
@pytest.mark.parametrize(
    "words",
    [
        ["mood", "3", "--at={}"],
        ["mood", "3", "--track={}"],
        ["track", "--", "{}"],
        ["log", "--from={}", "--to={}", "--search={}"],
        ["log", "--tag={}", "--feel={}"],
        ["show", "--", "{}"],
        ["edit", "--mood={}", "--", "{}"],
        ["delete", "--yes", "--", "{}"],
        ["done", "--amount={}", "--", "{}"],
        ["routine", "add", "--every={}", "--at={}", "--target={}", "--", "x"],
        ["settings", "set", "--", "{}", "{}"],
        ["settings", "set", "--", "name", "{}"],
        ["settings", "set", "--", "mood.words", "{}"],
        ["pause", "--", "{}"],
        ["week", "--", "{}"],
        ["import", "--", "{}"],
        ["restore", "--yes", "--", "{}"],
        ["export", "--yes", "--for={}", "--format={}"],
        ["{}"],
    ],
    ids=" ".join,
)
def test_any_text_where_something_else_is_expected_is_answered_in_words(
    carelog: Command, homes: Path, words: list[str], text: str
) -> None:
    if words == ["{}"] and (text in COMMANDS or text.startswith("-")):
        text = f"x{text}"
    home = new_home(homes)
    calm(carelog(*(word.format(text) for word in words), env=home))
    at = words.index("--") if "--" in words else len(words)
    calm(carelog(*(word.format(text) for word in [*words[:at], "--json", *words[at:]]), env=home))


FURTHER = ["add", "list", "show", "edit", "get", "set", "last", "4", "x", "-", "--", "-5"]
OPTIONS = [
    "--json",
    "--plain",
    "--yes",
    "--at",
    "--tag",
    "--edit",
    "--private",
    "--all",
    "-n",
    "--help",
    "--nope",
    "-o",
]
WORDS = [*sorted(set(COMMANDS) - {"demo"}), *FURTHER, *OPTIONS]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(st.sampled_from(WORDS), max_size=6))
def test_any_order_of_words_is_answered_in_words(carelog: Command, homes: Path, words: list[str]) -> None:
    home = new_home(homes)
    with tempfile.TemporaryDirectory(dir=homes) as desk:
        before = Path.cwd()
        os.chdir(desk)
        result = calm(carelog(*words, env=home))
        os.chdir(before)
    options = words[: words.index("--")] if "--" in words else words
    if result.stdout and "--json" in options and not {"--help", "--all"} & set(options) and "crisis" not in words:
        answer: dict[str, Any] = json.loads(result.stdout)
        assert bool(answer["errors"]) == (result.exit_code in EXPECTED - {0, 10})


MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
words_of_bytes = st.binary(min_size=1, max_size=30).filter(
    lambda word: b"\0" not in word and not word.startswith(MARKS_OF_UTF_16)
)


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow])
@given(words=st.lists(words_of_bytes, min_size=1, max_size=3))
@example(words=["größer".encode("latin-1"), "größer".encode()])
def test_any_bytes_as_arguments_of_a_process(carelog_process: Command, homes: Path, words: list[bytes]) -> None:
    home = {**new_home(homes), "LC_ALL": "C"}
    arguments = [os.fsdecode(word) for word in words]
    result = carelog_process("mood", "3", "--json", "--", "x", *arguments, "x", env=home)
    letters = [letters_of(word) for word in words]
    if None in letters:
        assert (result.exit_code, result.json["errors"][0]["key"]) == (2, "text.not-text")
    else:
        assert result.exit_code == 0
        assert result.json["data"]["entry"]["note"] == clean(" ".join(["x", *map(str, letters), "x"]))
    calm(carelog_process(*arguments, env=home))


def letters_of(word: bytes) -> str | None:
    """A word in UTF-8, else in Windows-1252; None where it is text in neither. A line end begins anew."""
    try:
        return word.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if min(set(word) - set(b"\t\r\n\f\x1a"), default=32) < 32:
        return None
    try:
        lines = word.removeprefix(b"\xef\xbb\xbf").split(b"\n")
        return "\n".join(each.decode("utf-8" if is_utf_8(each) else "cp1252") for each in lines)
    except UnicodeDecodeError:
        return None


def is_utf_8(word: bytes) -> bool:
    try:
        word.decode()
    except UnicodeDecodeError:
        return False
    return True


def unisolated(text: str) -> str:
    """The text without the isolates around right-to-left words."""
    return text.replace("\u2068", "").replace("\u2069", "")
