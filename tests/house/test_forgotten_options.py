"""Every command and every option stands in the reference; what is missing says which row of it to touch."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from carelog.cli.earlier_words import with_one_name
from support.program import EVERYWHERE, OPTIONS, OWN_OPTIONS, meant_by
from support.source import ROOT

REFERENCE = (ROOT / "docs" / "commands.md").read_text("utf-8")
ROWS = [line for line in REFERENCE.splitlines() if line.startswith("| `carelog ")]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
HELP = ("--help", "-h")
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*|-[a-z]\b)")
NAME = re.compile(r"(?:carelog )?((?:[a-z][a-z-]*(?: |$))+)")


def test_every_command_and_every_option_stands_in_the_reference() -> None:
    rows = {name: row for row in ROWS for name in names_in(row)}
    missing = [
        f"docs/commands.md: name `carelog {name}` in the first cell of a row" for name in OPTIONS.keys() - rows.keys()
    ]
    missing += [
        f"docs/commands.md: add {option} to the row of `carelog {name}`"
        for name in OPTIONS.keys() & rows.keys()
        for option in OPTIONS[name]
        if option not in {*options_said(rows[name]), *OPTION.findall(everywhere() + pages_behind(rows[name]))}
    ]
    assert not missing, "\n".join(sorted(missing))


def test_the_reference_names_no_command_and_no_option_that_is_not_there() -> None:
    taken = {row: taken_by(names_in(row)) for row in ROWS}
    gone = [f"there is no `carelog {name}`" for row in ROWS for name in names_in(row) if name not in OPTIONS]
    gone += [
        f"`carelog {names_in(row)[0]}` and the others in its row have no {option}"
        for row in ROWS
        for option in options_said(row)
        if option not in taken[row]
    ]
    gone += [f"no command has {each}" for each in OPTION.findall(everywhere()) if each not in taken_by(OPTIONS)]
    assert not gone, "\n".join(f"docs/commands.md: {each}" for each in gone)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_command_line_on_a_page_names_a_command_and_options_that_it_has(page: Path) -> None:
    gone = []
    where = page.relative_to(ROOT)
    for line in command_lines(page.read_text("utf-8")):
        names = meant_by(line.split())
        if not names and not line.startswith("-"):
            gone.append(f"{where}: there is no command `carelog {line}`")
        taken = taken_by(names) if names else OWN_OPTIONS
        gone += [f"{where}: `carelog {line}` has no {each}" for each in OPTION.findall(line) if each not in taken]
    assert not gone, "\n".join(gone)


def names_in(row: str) -> list[str]:
    """The whole names of the commands that the first cell of a row is about."""
    names, group = list[str](), ""
    for span in code(re.split(r"(?<!\\)\|", row)[1]):
        found = NAME.match(span)
        words = found[1].split() if found else [span]
        group = words[0] if span.startswith("carelog ") else group
        whole = words if words[0] == group else [group, *words]
        names += (len(whole) == 1 and meant_by(whole)) or [" ".join(with_one_name(whole))]
    return names


def options_said(row: str) -> list[str]:
    """The options that a row names, but for those in command lines of other commands."""
    names = {*names_in(row)}
    spans = (
        span for span in code(row) if not (span.startswith("carelog ") and names.isdisjoint(meant_by(span.split()[1:])))
    )
    return OPTION.findall(" ".join(spans))


def taken_by(names: Iterable[str]) -> set[str]:
    """The options that can be typed with some of these commands."""
    return {*EVERYWHERE, *HELP, *(option for name in names for option in OPTIONS.get(name, ()))}


def everywhere() -> str:
    """The section of the reference about what every command takes."""
    return REFERENCE.partition("\n## Everywhere\n")[2].partition("\n## ")[0]


def pages_behind(row: str) -> str:
    """The text of the pages that a row links to."""
    return "".join((ROOT / "docs" / page).read_text("utf-8") for page in re.findall(r"\]\(([\w-]+\.md)", row))


def code(text: str) -> list[str]:
    """What stands between backticks in a line."""
    return re.findall(r"`([^`]+)`", text)


def command_lines(text: str) -> Iterator[str]:
    """What is typed after `carelog`, in blocks of code and between backticks."""
    for number, part in enumerate(re.split(r"^```", text, flags=re.MULTILINE)):
        in_a_block = number % 2
        found = r"^(?:\$ )?carelog ([^#\n]+)" if in_a_block else r"`carelog\s([^`]+)`"
        yield from (line.strip() for line in re.findall(found, part, re.MULTILINE))
