"""Text from outside: letters that are not UTF-8 are read as Windows-1252, which is said; none becomes � in silence."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Result, Terminal
from support.file_names import NOT_UTF_8, for_names_of_any_bytes
from support.program import OPTIONS, TAKES_WORDS

Say = Callable[..., Any]
GUESSED = "The text is not UTF-8. It was read as Windows-1252; look at letters such as é in it.\n"
BROKEN = "Some characters in the text cannot be shown safely; “�” is shown instead.\n"
NO_TEXT = "Some of this cannot be read as letters, so nothing of it was kept. Save it as UTF-8 text and try again."
LATIN_1 = b"caf\xe9 au lait, sch\xf6n"
TYPED = os.fsdecode(LATIN_1)
"""The same words as Python gets them from the command line: a lone surrogate for each byte that is not UTF-8."""
NOT_TEXT = (b"a\0b", b"\xff\xd8\xff\xe0\x00\x10JFIF", b"Shift-JIS \x82\xb1\x81\x40", b"\xff\xfea", b"\x1b[1m\xe9")
NEEDS_NO_NOTE = frozenset({"crisis", "sos", "demo", "erase", "lock on", "lock off", "lock now"})


def note_of(carelog: Command) -> str:
    note: str = carelog("show", "last", "--json").json["data"]["entry"]["note"]
    return note


# --- standard input


@pytest.mark.parametrize(
    ("content", "note", "said"),
    [
        (LATIN_1, "café au lait, schön", GUESSED),
        ("café au lait, schön".encode(), "café au lait, schön", ""),
        ("“naïve” – 5 €".encode("cp1252"), "“naïve” – 5 €", GUESSED),
        ("«Au café…»".encode("cp1252"), "«Au café…»", GUESSED),
        ("größer\n".encode() + "größer\n".encode("cp1252"), "größer\ngrößer", GUESSED),
        ("größer".encode("utf-8-sig"), "größer", ""),
        ("größer 小明 😀".encode("utf-16"), "größer 小明 😀", ""),
        (b"\xfe\xff" + "größer".encode("utf-16-be"), "größer", ""),
        ("größer".encode("utf-32"), "größer", ""),
        (b"plain\r\nwindows\r\n", "plain\nwindows", ""),
        (b"\x1b[31mred", "�[31mred", BROKEN),
        ("soft\u00adhyphen".encode(), "soft�hyphen", BROKEN),
        ("a � that was there".encode(), "a � that was there", ""),
        (b"\xe9\x0csch\xf6n", "é�schön", GUESSED + BROKEN),
    ],
)
def test_a_note_from_standard_input_keeps_every_letter(carelog: Command, content: bytes, note: str, said: str) -> None:
    answer = carelog("note", "-", stdin=content)
    assert (answer.exit_code, answer.stderr) == (0, said)
    assert note_of(carelog) == note


@pytest.mark.parametrize("content", NOT_TEXT)
def test_what_is_no_text_is_not_noted(carelog: Command, data: Say, content: bytes) -> None:
    for words in (["note", "-"], ["mood", "4", "-"], ["keep", "add", "-"], ["bring", "-"]):
        answer = carelog(*words, stdin=content)
        assert (answer.exit_code, answer.stdout, answer.stderr) == (2, "", f"{NO_TEXT}\n")
    assert data("log")["entries"] == data("keep", "list")["kind_words"] == data("bring", "list")["topics"] == []


READ_STANDARD_INPUT = (["note", "-"], ["mood", "4", "-"], ["edit", "last", "-"], ["keep", "add", "-"], ["bring", "-"])


@pytest.mark.parametrize("words", READ_STANDARD_INPUT, ids=" ".join)
def test_whatever_reads_standard_input_reads_it_alike(carelog: Command, whole: Say, words: list[str]) -> None:
    carelog("note", "before")
    assert carelog(*words, stdin=LATIN_1).stderr == GUESSED
    assert "café au lait, schön" in whole()


def test_a_program_hears_it_too_and_its_answer_stays_json(carelog: Command) -> None:
    answer = carelog("note", "-", "--json", stdin=LATIN_1)
    assert answer.json["data"]["entry"]["note"] == "café au lait, schön"
    assert answer.stderr == GUESSED


# --- the command line

WORDS = (
    ["note", "{}", "--feel", "{}", "--tag", "{}"],
    ["mood", "3", "{}"],
    ["edit", "last", "{}"],
    ["contact", "add", "{} Sam", "--phone", "020 7946 0018 ({})", "--say", "{}", "--note", "{}", "--address", "{}"],
    ["contact", "edit", "{} Sam", "--name", "{}", "--hours", "Mon-Fri 09:00-17:00"],
    ["contact", "ask", "{}", "--agreed", "today", "--yes-to", "{}"],
    ["reached", "{}", "--note", "{}"],
    ["plan", "add", "reasons", "{}"],
    ["plan", "edit", "last", "more", "{}"],
    ["keep", "add", "{}", "--from-whom", "{}"],
    ["goal", "add", "{}"],
    ["routine", "add", "{}", "--why", "{}", "--small", "{}", "--unit", "{}"],
    ["done", "{}", "--note", "{}"],
    ["skip", "{}", "--why", "{}"],
    ["activity", "plan", "{}", "--when", "tomorrow"],
    ["activity", "did", "{}", "--note", "{}"],
    ["sign", "add", "{}", "--when", "walk not done for 3 days", "--then", "{}"],
    ["bring", "add", "{}"],
    ["appointment", "add", "tomorrow 10:00", "--with-whom", "{}"],
    ["tracker", "add", "{}", "--unit", "{}"],
    ["settings", "set", "name", "{}"],
)


@pytest.mark.parametrize("words", WORDS, ids=" ".join)
def test_words_that_are_typed_keep_every_letter(carelog: Command, whole: Say, words: list[str]) -> None:
    carelog("note", "before")
    carelog("routine", "add", "walk")
    for earlier in WORDS[: WORDS.index(words)]:
        if earlier[0] == words[0]:
            carelog(*(word.format(TYPED) for word in earlier))
    if words[0] in {"done", "skip"}:
        carelog("routine", "add", "café au lait, schön")
    if words[0] in {"reached", "appointment"}:
        carelog("contact", "add", "café au lait, schön")
    answer = carelog(*(word.format(TYPED) for word in words))
    assert (answer.exit_code, answer.stderr) == (0, GUESSED), answer
    assert "�" not in answer.stdout
    assert "café au lait, schön" in whole()


def test_no_command_shows_or_keeps_a_broken_letter(carelog: Command, whole: Say, isolated: Path) -> None:
    """Every command, with letters that are not UTF-8 in each option and behind it."""
    for name in sorted(TAKES_WORDS - NEEDS_NO_NOTE):
        for option in ("", *(each for each in OPTIONS[name] if each.startswith("--"))):
            answer = carelog(*name.split(), *([f"{option}={TYPED}"] if option else []), TYPED)
            said = answer.stdout + answer.stderr
            assert "�" not in said, (name, option, answer)
            assert "\\udc" not in said, (name, option, answer)
            assert "That is a mistake in carelog, not yours." not in said, (name, option, answer)
    assert "�" not in whole()
    assert not [path for path in isolated.rglob("*") if "�" in path.name]


def test_what_is_typed_and_is_no_text_is_refused(refusal: Say, notes: Say) -> None:
    for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"):
        assert refusal(2, "note", "fine", os.fsdecode(byte)) == NO_TEXT
    assert notes() == []


def test_what_can_be_shown_nowhere_is_said_of_words_that_are_typed(carelog: Command) -> None:
    assert carelog("note", "soft\u00adhyphen").stderr == BROKEN
    assert carelog("note", "half an emoji \ud83d").stderr == BROKEN
    assert carelog("note", "two\nlines").stderr == ""


# --- questions and the editor


def test_what_is_typed_at_a_question_keeps_every_letter(terminal: Callable[..., Terminal], data: Say) -> None:
    person = terminal("mood")
    person.expect("How is it right now")
    person.type("4")
    person.expect("Feelings (tired, lonely, proud …), Enter skips:")
    person.type("")
    person.expect("A note, Enter skips:")
    person.type(LATIN_1)
    code, screen = person.finish()
    assert (code, GUESSED.strip() in " ".join(screen.split())) == (0, True)
    assert data("show", "last")["entry"]["note"] == "café au lait, schön"


def test_a_question_asks_again_where_what_is_typed_is_no_text(terminal: Callable[..., Terminal], data: Say) -> None:
    person = terminal("mood")
    person.expect("How is it right now")
    person.type("4")
    person.expect("Feelings (tired, lonely, proud …), Enter skips:")
    person.type("")
    person.expect("A note, Enter skips:")
    person.type(b"x\x81")
    person.expect(NO_TEXT)
    person.type("fine")
    assert person.finish()[0] == 0
    assert data("show", "last")["entry"]["note"] == "fine"


@pytest.fixture
def written(terminal: Callable[..., Terminal], isolated: Path) -> Callable[..., tuple[int, str]]:
    """`written(b"…", "note")`: the exit number and the screen where the editor leaves these bytes."""

    def run(content: bytes, *words: str) -> tuple[int, str]:
        program = isolated / "editor"
        program.write_text(f"#!{sys.executable}\nimport sys\nopen(sys.argv[-1], 'wb').write({content!r})\n")
        program.chmod(0o700)
        return terminal(*words, env={"EDITOR": str(program)}).finish()

    return run


@pytest.mark.parametrize(
    ("content", "said"),
    [(LATIN_1, True), ("café au lait, schön".encode("utf-16"), False), ("café au lait, schön".encode(), False)],
)
def test_what_the_editor_saved_keeps_every_letter(written: Say, notes: Say, content: bytes, said: bool) -> None:
    code, screen = written(content, "note")
    assert (code, GUESSED.strip() in " ".join(screen.split())) == (0, said)
    assert notes() == ["café au lait, schön"]


@pytest.mark.parametrize("content", NOT_TEXT)
def test_a_draft_that_is_no_text_is_kept_and_it_is_said(
    written: Say, notes: Say, isolated: Path, content: bytes
) -> None:
    code, screen = written(content, "note")
    [draft] = isolated.rglob("draft.txt")
    assert code == 2
    said = " ".join(screen.split())
    assert NO_TEXT in said
    assert f"What you wrote is kept in {draft}" in said
    assert draft.read_bytes() == content
    assert notes() == []


def test_settings_from_an_editor_keep_every_letter(written: Say, data: Say) -> None:
    code, screen = written('name = "Zoë"\n'.encode("cp1252"), "settings", "edit")
    assert (code, GUESSED.strip() in " ".join(screen.split())) == (0, True)
    assert data("settings", "get", "name")["name"] == "Zoë"


def test_settings_that_windows_marked_are_read(home: Path, data: Say, say: Say) -> None:
    home.mkdir()
    (home / "settings.toml").write_bytes('name = "Zoë"\n'.encode("utf-8-sig"))
    assert data("settings", "get", "name")["name"] == "Zoë"
    say("settings", "set", "country", "FR")
    assert data("settings", "get", "name")["name"] == "Zoë"


# --- names of files


@for_names_of_any_bytes
def test_a_file_whose_name_is_not_utf_8_is_read_and_written_under_that_name(carelog: Command, say: Say) -> None:
    say("mood", "4")
    table = f"{NOT_UTF_8}.csv"
    Path(table).write_text("date,mood,note\n2026-01-01,4,hi\n")
    assert "1 entry" in say("import", "csv", table, "--column", "date=date", "--column", "mood=mood").stdout
    for words, written in (
        (["contact", "export", f"{NOT_UTF_8}.vcf"], f"{NOT_UTF_8}.vcf"),
        (["export", "--for", "self", "--yes", "-o", f"{NOT_UTF_8}.md"], f"{NOT_UTF_8}.md"),
        (["plan", "print", f"{NOT_UTF_8}.html"], f"{NOT_UTF_8}.html"),
        (["backup", NOT_UTF_8], NOT_UTF_8),
        (["demo", f"{NOT_UTF_8}-demo", "--years", "1", "--a-day", "1"], f"{NOT_UTF_8}-demo"),
    ):
        say("contact", "add", words[0])
        answer = carelog(*words)
        assert (answer.exit_code, answer.stderr) == (0, ""), answer
        assert "café" in answer.stdout
        assert Path(written).exists()
        again = carelog(*words, "--json")
        assert "café" in again.stdout
        assert "�" not in again.stdout + again.stderr


@for_names_of_any_bytes
@pytest.mark.parametrize("words", [["note", "x"], ["traces"], ["traces", "--plain"], ["settings", "path"], ["backup"]])
def test_a_home_whose_name_is_not_utf_8_works_and_is_shown(carelog: Command, isolated: Path, words: list[str]) -> None:
    home = {"CARELOG_HOME": f"{isolated}/{NOT_UTF_8}-home"}
    assert carelog("note", "before", env=home).exit_code == 0
    answer = carelog(*words, env=home)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert "�" not in answer.stdout
    assert words[0] == "note" or "café-home" in answer.stdout


def test_an_unknown_name_is_repeated_in_letters(refusal: Say) -> None:
    assert refusal(2, NOT_UTF_8).startswith("“café” is not a command here.")


@for_names_of_any_bytes
def test_a_file_that_is_not_there_is_named_in_letters(refusal: Say) -> None:
    said = "There is no file {}.csv. Check the name, or the folder you are in."
    assert refusal(6, "import", f"{NOT_UTF_8}.csv") == said.format("café")
    assert refusal(6, "import", os.fsdecode(b"\x81.csv")) == said.format("\\x81")


@pytest.fixture
def whole(carelog: Command, home: Path) -> Callable[[], str]:
    """Everything in the journal and the settings, as one text."""

    def read() -> str:
        copy: Result = carelog("export", "--for", "self", "--format", "json", "--yes", "-o", "-")
        assert copy.exit_code == 0, copy
        settings = home / "settings.toml"
        return copy.stdout + (settings.read_text("utf-8") if settings.exists() else "")

    return read


def test_a_path_with_half_a_character_is_no_text_and_no_mistake_of_carelog(carelog: Command) -> None:
    said = carelog("restore", "--yes", "--", "half \ud83d")
    assert (said.exit_code, said.stderr.strip()) == (2, NO_TEXT)
