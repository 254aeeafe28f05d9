"""No sentence and no page names an option that the command it names has not, or that help does not show."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.program import EVERYWHERE, OPTIONS, OWN_OPTIONS, meant_by
from support.source import ROOT

MADE = runpy.run_path(str(ROOT / "scripts" / "make_catalogue.py"))
COMMAND = re.compile(r"\bcarelog (?P<line>(?:(?!carelog)[^“”\n])*)")
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*|-[a-z]\b)")
HELP = {"--help", "-h"}
IN_TEXT = re.compile(r"`(carelog [^`]+)`")
README = ROOT / "README.md"
PAGES = [each for each in sorted((ROOT / "docs").glob("*.md")) if not each.name.startswith("sentences")]


def said() -> list[str]:
    """Every sentence of the program, as translators are given it."""
    return [text for each in MADE["sentences"]() for text in (each.one, each.other)]


def advised(sentence: str) -> Iterator[tuple[str, str]]:
    """The command lines that a sentence names, and each option in them that their commands have not."""
    for found in COMMAND.finditer(sentence):
        line = re.split(r"[.;] |\. ?$|, or |, and | and ", found["line"])[0].rstrip(".,;:)")
        words = [word for word in line.split() if "{" not in word]
        names = meant_by(words)
        known = {*EVERYWHERE, *HELP, *(each for name in names for each in OPTIONS.get(name, ()))}
        known |= set() if names else OWN_OPTIONS
        yield from ((line, option) for option in OPTION.findall(line) if option not in known)


def test_every_option_that_a_sentence_advises_is_one_of_the_command_that_it_names() -> None:
    wrong = [f"{line}: no {option}" for sentence in said() for line, option in advised(sentence)]
    assert not wrong, "\n".join(wrong)
    assert sum(len(OPTION.findall(each)) for each in said() if "carelog " in each) > 50


@pytest.mark.parametrize("page", [README, *PAGES], ids=lambda page: page.name)
def test_a_page_names_no_option_that_help_does_not_show(page: Path) -> None:
    lines = (" ".join(line.split()) for line in IN_TEXT.findall(page.read_text("utf-8")))
    assert [each for line in lines for each in advised(line)] == []


@pytest.mark.parametrize(
    ("sentence", "options"),
    [
        ("To see them: carelog goal list --all", []),
        ("To see them: carelog keep list --all", ["--all"]),
        ("Add it: carelog tracker list -o x", ["-o"]),
        ("The first: carelog export --for therapist -o page.md. Or add --nothing", []),
        ("“carelog edit {handle}” and “carelog log --tags a”", ["--tags"]),
    ],
)
def test_an_option_that_is_not_there_is_found(sentence: str, options: list[str]) -> None:
    assert [option for _, option in advised(sentence)] == options
