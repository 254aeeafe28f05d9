"""How pages are read and run: a fault on a page is found, so that the tests of the pages can fail."""

import configparser
from collections.abc import Callable
from pathlib import Path
from sqlite3 import OperationalError

import pytest

from carelog.errors import RefusedFile, SettingsError
from support.page_blocks import wrong_in
from support.page_commands import filled_in, is_whole, refusal_of
from support.page_shell import Shell, commands_in, lines_of, looks_as_shown, words_of
from support.pages import Block, Home, is_command, read_page

PAGE = """
# Page

Type `carelog mood 4`, or `settings set KEY VALUE`; `mood` and `note a thing` are words.

<!-- home: empty
carelog mood 3
-->
<!-- typed: y, Enter -->

```console
$ carelog log
1 entry
```

| a | b |
|---|---|
| a | `carelog log [WHEN\\|WORDS]` |

<!-- home: demo -->

```toml
plain = true
```
"""


@pytest.fixture
def shell(home: Path, isolated: Path, monkeypatch: pytest.MonkeyPatch, now: Callable[[str], None]) -> Shell:
    """Somebody in an empty home."""
    assert now
    return Shell(home, isolated / "somewhere", monkeypatch)


def test_a_page_has_a_home_blocks_and_the_commands_of_its_text() -> None:
    page = read_page(PAGE, "page.md")
    assert page.home == Home("empty", ("carelog mood 3",))
    first, second = page.blocks
    assert (first.language, first.typed, first.begins) == ("console", "y\n\n", page.home)
    assert (second.language, second.typed, second.begins) == ("toml", "", Home("demo"))
    assert first.where == "page.md:11"
    assert [each.typed for each in page.inline] == [
        "carelog mood 4",
        "carelog settings set KEY VALUE",
        "carelog log [WHEN|WORDS]",
    ]


def test_a_home_of_another_kind_is_refused() -> None:
    with pytest.raises(AssertionError, match="a home is someone, empty or demo, not nobody"):
        read_page("<!-- home: nobody -->\n", "page.md")


@pytest.mark.parametrize("code", ["carelog", "CARELOG_HOME=x carelog today", "python -m carelog", "done --small"])
def test_code_that_is_typed_is_a_command(code: str) -> None:
    assert is_command(code)


@pytest.mark.parametrize("code", ["carelog-keys", "carelog.domain", "mood", "done", "note a thing", "src/carelog"])
def test_other_code_is_none(code: str) -> None:
    assert not is_command(code)


@pytest.mark.parametrize(
    "typed",
    [
        "carelog mood --feeling tired",
        "carelog contact ad Sam",
        "carelog questionnaire take phq8 --answr 1",
        "carelog tracker add sleep --better more",
        "carelog activity plan swim --expect 11",
        "carelog crisis --qqr",
        "carelog frobnicate",
        "carelog undo last",
        "carelog mood 4 && carelog today --colour",
    ],
)
@pytest.mark.usefixtures("shell")
def test_a_command_that_carelog_does_not_take_is_found(typed: str) -> None:
    assert refusal_of(typed)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("carelog log [WHEN|WORDS]… [OPTIONS]", "carelog log yesterday"),
        ("carelog delete REF…", "carelog delete words"),
        ("carelog track [NAME=NUMBER]…", "carelog track words=7"),
        ("carelog import daylio … --apply", "carelog import daylio words --apply"),
        ("carelog settings set country GB,IE", "carelog settings set country GB,IE"),
        ("CARELOG_HOME=DIR carelog today", "CARELOG_HOME=words carelog today"),
        ("carelog insights PHQ-8", "carelog insights PHQ-8"),
    ],
)
@pytest.mark.usefixtures("shell")
def test_placeholders_are_filled_in_and_then_the_command_is_taken_and_not_run(typed: str, read: str) -> None:
    assert filled_in(typed) == read
    assert not refusal_of(typed)
    assert is_whole(typed) == (typed == read)


@pytest.mark.usefixtures("shell")
def test_a_command_that_needs_more_is_taken_and_is_not_whole() -> None:
    for typed in ("carelog done", "carelog mood --feel", "carelog settings preset"):
        assert not refusal_of(typed)
        assert not is_whole(typed)


def test_a_block_has_lines_with_what_they_write() -> None:
    lines = lines_of("$ carelog log\none\n\ntwo\n$ carelog mood 4 && carelog today\n")
    assert [(line.text, line.shown) for line in lines] == [
        ("carelog log", ["one", "", "two"]),
        ("carelog mood 4 && carelog today", []),
    ]


def test_a_block_without_prompts_is_lines_that_are_typed() -> None:
    lines = lines_of("carelog log\n\ncarelog mood 4 &&\n  carelog today\ncarelog \\\n    week\n")
    assert [line.text for line in lines] == ["carelog log", "carelog mood 4 && carelog today", "carelog week"]


def test_a_line_has_commands_and_a_command_words() -> None:
    assert commands_in('carelog keep "a && b; c" && carelog keep  # d; e') == [
        'carelog keep "a && b; c"',
        "carelog keep",
    ]
    assert words_of("carelog crisis > card") == ["carelog", "crisis", ">", "card"]


@pytest.mark.parametrize(
    ("written", "shown", "fits"),
    [
        ("one two\nthree\n", ["one two three"], True),
        ("one two three\n", ["one", "two three"], True),
        ("one two three\n", ["one two"], False),
        ("one two three\n", ["one …"], True),
        ("one two three\n", ["… three"], True),
        ("one two three\n", ["one … four"], False),
        ("a.b\n", ["axb"], False),
    ],
)
def test_what_is_written_is_as_shown_in_lines_of_any_width(written: str, shown: list[str], *, fits: bool) -> None:
    assert looks_as_shown(written, shown) == fits


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("sh", "carelog mood 9\n", "ends with 2"),
        ("sh", "carelog mood 4\ncarelog show nothing\n", "ends with 2"),
        ("console", "$ carelog log\nNo entry.\n", "writes\nNo entries here"),
        ("python", "print(1)\n#> 2\n", "it prints 1"),
        ("toml", "plian = true\n", "carelog knows no setting plian"),
        ("json", '{"carelog": 1, "command": "moood"}', "no schema is called moood.json"),
        (
            "json",
            '{"carelog": 1, "command": "feelings", "data": {}, "errors": []}',
            "'feelings' is a required property",
        ),
        ("po", 'msgid "Not said"\nmsgstr ""\n', "the catalogue has no Not said"),
        ("tsv", "DANGER\tanrufen\n", "the card cannot use DANGER"),
    ],
)
def test_a_block_with_a_fault_is_found(shell: Shell, language: str, text: str, said: str) -> None:
    [found] = wrong_in(Block("page.md:1", language, text), shell)
    assert found.startswith("page.md:1: ")
    assert said in found


@pytest.mark.parametrize(
    ("language", "text", "error"),
    [
        ("toml", "plain = 'perhaps'\n", SettingsError),
        ("toml", "[[measure]]\nid = 'x'\n", RefusedFile),
        ("json", "{", ValueError),
        ("python", "raise LookupError\n", LookupError),
        ("sql", "SELECT nothing FROM entries;\n", OperationalError),
        ("ini", "no section = 1\n", configparser.Error),
        ("cobol", "DISPLAY 1.\n", AssertionError),
        ("sh", "frobnicate\n", AssertionError),
    ],
)
def test_a_block_that_cannot_be_read_is_an_error(
    shell: Shell, language: str, text: str, error: type[Exception]
) -> None:
    shell.line("carelog mood 4")
    with pytest.raises(error):
        list(wrong_in(Block("page.md:1", language, text), shell))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sh", "carelog mood 4 walked && carelog today\n"),
        ("console", "$ carelog keep list\n…\n"),
        ("python", "from carelog.journal import Journal\nprint(1 + 1)\n#> 2\n"),
        ("toml", "plain = true\n"),
        ("json", '{"mood": 4}'),
        ("sql", "SELECT count(*) FROM entries;\n"),
        ("ini", "[a]\nb = 1\n"),
    ],
)
def test_a_block_without_a_fault_is_none(shell: Shell, language: str, text: str) -> None:
    shell.line("carelog mood 4")
    assert list(wrong_in(Block("page.md:1", language, text), shell)) == []
