"""What is said to a terminal is broken between words, at any width, and never a command or a telephone number."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement

from carelog.cli.table import COMMANDS
from carelog.terminal.page import measure
from carelog.terminal.user_text import paragraph
from carelog.terminal.word_wrap import lines_of, with_whole_commands
from support.source import ROOT

WIDTHS = st.integers(40, 120)
TELEPHONE = re.compile(r"[+(]*\d[\d()]*(?: [\d()]*\d)+")
COMMAND = re.compile(r"(?<=: )carelog [^“”]+?(?=[.,;](?:\s|$)|\s·\s|$)|(?<=“)carelog [^“”]+(?=”)")
FIRST_WORD = re.compile(r"carelog ([a-z-]+)")


class Said:
    """A page of one paragraph."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from paragraph(self._text, console, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def sentences(self) -> Iterator[str]:
        yield self._text


def sentences(*pages: Path) -> list[str]:
    """The sentences of the pages for reading aloud: those that are said, those that would be better, and rarer ones."""
    lines = [line for page in pages for line in page.read_text("utf-8").splitlines()]
    found = [line.lstrip("* ").removeprefix("**better:** ") for line in lines if line.lstrip().startswith("* ")]
    return [part for line in found for part in re.split(r" / | · [`*]", line.replace("\\", "")) if part.strip()]


SENTENCES = sentences(ROOT / "docs" / "sentences.md", ROOT / "docs" / "sentences-rest.md")


def check(sentence: str, columns: int) -> None:
    lines = lines_of(sentence, columns)
    words = sentence.split()
    assert [word for line in lines for word in line.split()] == words
    widest = max(map(cell_len, words), default=0)
    assert all(cell_len(line) <= max(columns, widest) for line in lines), lines
    commands = [each for each in COMMAND.findall(sentence) if is_command(each)]
    for kept in [*commands, *TELEPHONE.findall(sentence)]:
        with_signs = next(part for part in re.findall(rf"\S*{re.escape(kept)}\S*", sentence))
        assert cell_len(with_signs) > columns or any(kept in line for line in lines), (kept, lines)


def is_command(text: str) -> bool:
    """Whether the name of the program is followed by a command, and not by what the program does."""
    first = FIRST_WORD.match(text)
    return first is None or first[1] in COMMANDS


def is_typed(text: str) -> bool:
    """Whether what follows is typed all the same: the manual, or an option."""
    return text.startswith(("carelog help ", "carelog -"))


@pytest.mark.parametrize("columns", [40, 41, 53, 64, 80, 99, 120])
def test_no_word_of_any_sentence_is_cut_and_no_line_is_wider_than_the_window(columns: int) -> None:
    assert len(SENTENCES) > 2_000
    for sentence in SENTENCES:
        check(sentence, columns)


@given(st.sampled_from(SENTENCES), WIDTHS)
def test_that_holds_at_every_width(sentence: str, columns: int) -> None:
    check(sentence, columns)


def test_what_carelog_does_is_broken_like_any_words_though_it_stands_where_a_command_may() -> None:
    behind_colons = {part for sentence in SENTENCES for part in COMMAND.findall(sentence)}
    doing = {part for part in behind_colons if not is_command(part) and not is_typed(part)}
    assert len(doing) > 3
    held_together = {part for part in doing if "_" in with_whole_commands(f": {part}", 500, "_").split(" ", 2)[-1]}
    assert not held_together, "word_wrap: name the word behind “carelog”"


@given(st.lists(st.sampled_from(["walk", "😀", "日", "本", "é", "👩‍👧", "a-b", "07700 900142"]), min_size=1), WIDTHS)
def test_wide_letters_and_emoji_are_counted_as_they_are_drawn(words: list[str], columns: int) -> None:
    check(" ".join(words), columns)


@given(st.text("日本語で書いた。「」、！a", min_size=1), WIDTHS)
def test_letters_without_blanks_between_them_are_broken_where_they_may_be(text: str, columns: int) -> None:
    lines = lines_of(text, columns)
    assert "".join(lines) == text
    assert not any(line[0] in "。、」！" for line in lines[1:] if "a" not in text and "「」" not in text)


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        (
            "Your pages are like those of any program now, so to have them vanish: carelog settings set own_screen on",
            [
                "Your pages are like those of any program",
                "now, so to have them vanish:",
                "carelog settings set own_screen on",
            ],
        ),
        (
            "Jo said yes to: a call at any hour, and to messages. 07700 900142",
            ["Jo said yes to: a call at any hour, and", "to messages. 07700 900142"],
        ),
        (
            "Noted. You can call them at home now on 07700 900142",
            ["Noted. You can call them at home now on", "07700 900142"],
        ),
        (
            "  - Walk with a friend along the river, twenty minutes",
            ["  - Walk with a friend along the river,", "    twenty minutes"],
        ),
        (
            "2cf567  Walk with a friend along the river, twenty minutes",
            ["2cf567  Walk with a friend along the", "        river, twenty minutes"],
        ),
        (
            "Written to /home/robin/Documents/a/folder/whose/name/is/long/page.html.",
            ["Written to", "/home/robin/Documents/a/folder/whose/name/is/long/page.html."],
        ),
        (
            "今日は海へ行きました。とても良い一日でした。明日も。",
            ["今日は海へ行きました。とても良い一日でし", "た。明日も。"],
        ),
    ],
    ids=["command", "number", "number-whole", "bullet", "column", "path", "Japanese"],
)
def test_a_line_is_broken_where_a_person_would_break_it(sentence: str, lines: list[str]) -> None:
    assert lines_of(sentence, 40) == lines


def test_behind_a_question_there_is_room_for_an_answer() -> None:
    assert lines_of("Could someone else look at this? [y/N]:", 40, room=8) == [
        "Could someone else look at this?",
        "[y/N]:",
    ]


def test_on_a_drawn_page_a_command_stays_whole_too(draw: Callable[..., str]) -> None:
    command = "carelog reached 'Jonas (brother)'"
    assert f"\n{command}" in draw(Said(f"When you have talked: {command}"), 40)
