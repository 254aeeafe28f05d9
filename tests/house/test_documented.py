import re
import shlex
import tomllib
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

import pytest

from carelog import __version__
from carelog.cli.table import COMMANDS, name_shown
from carelog.documents.packet.formats import neutral_name
from reliability.matrix import MATRIX, PLANTED
from support.command import as_process
from support.source import ROOT

OWN = (".ci", ".github", "benchmarks", "docs", "requirements", "scripts", "src", "tests")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
STATUS = re.compile(
    r"Date: (?P<date>\d{4}-\d\d-\d\d)\. "
    r"Status: (?:accepted|(?:accepted, superseded in part|superseded) by (?P<later>\d+(?:(?:, | and )\d+)*))\."
)
DUE = 10
"""How `due --exit-code` ends that has something: no mistake."""
# Spelled in pieces, so that this file does not find itself.
OF_ONE_MACHINE = re.compile(
    "|".join(
        [
            r"(?<![\w.~-])/wor" + "k/",
            "/tmp/" + r"v\b",
            "/opt/" + "pypi",
            r"/\.libr" + "ary",
            r"pypi\." + "org",
            "pythonhosted" + r"\.",
        ]
    )
)


def test_every_command_is_in_the_documentation() -> None:
    pages = "".join(
        page.read_text("utf-8") for page in [ROOT / "README.md", ROOT / "docs" / "commands.md"] if page.exists()
    )
    names = [name_shown(name) for name in COMMANDS]
    assert not [name for name in names if not re.search(rf"\bcarelog {re.escape(name)}\b", pages)]


@pytest.mark.parametrize("record", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_can_be_read_in_a_minute(record: Path) -> None:
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+", record.stem)
    assert len(record.read_text("utf-8").splitlines()) <= 30


@pytest.mark.parametrize("record", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_number_a_date_and_a_status(record: Path) -> None:
    number = int(record.name[:4])
    title, _, status, blank, *_ = record.read_text("utf-8").splitlines()
    assert title.startswith(f"# {number}. ")
    found = STATUS.fullmatch(status)
    assert found, f"The third line is not of the form “Date: 2026-11-22. Status: accepted.”: {status}"
    assert not blank
    date.fromisoformat(found["date"])
    later = [int(each) for each in re.findall(r"\d+", found["later"] or "")]
    assert all(number < each <= len(DECISIONS) for each in later)


@pytest.mark.parametrize("record", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_names_no_file_and_no_decision_that_is_not_there(record: Path) -> None:
    written = record.read_text("utf-8")
    files = [
        *re.findall(r"`((?:src|tests|docs|requirements)/[\w./*-]*)`", written),
        *re.findall(r"docs/\w+\.md", written),
    ]
    assert not [file for file in files if not any(ROOT.glob(file))]
    assert not [each for each in re.findall(r"[Dd]ecision (\d+)", written) if int(each) > len(DECISIONS)]


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(record.name[:4]) for record in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_glossary_has_each_word_once_in_order_and_says_where_people_meet_it() -> None:
    _, *entries = re.split(r"^\* ", (ROOT / "docs" / "glossary.md").read_text("utf-8"), flags=re.MULTILINE)
    found = {each: re.fullmatch(r"\*\*(?P<word>[^*]+)\*\*: [^*]+\*(?P<where>[^*]+\.)\*\n", each) for each in entries}
    assert not [each for each, parts in found.items() if not parts]
    words = [parts["word"] for parts in found.values() if parts]
    assert words == sorted(set(words), key=str.casefold)
    assert not {name for each in entries for name in re.findall(r"`carelog ([a-z][\w-]*)", each)} - set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_every_link_of_the_documentation_leads_to_a_file(page: Path) -> None:
    written = re.sub(r"`[^`\n]*`", "", page.read_text("utf-8"))
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", written)
    assert not [link for link in links if not (page.parent / link).exists()]


def test_the_readme_links_to_every_page_of_the_documentation() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert not [page.name for page in PAGES if page.parent != ROOT and f"](docs/{page.name})" not in readme]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_no_command_to_paste_has_a_remark_behind_it_which_zsh_would_hand_to_carelog_as_words(page: Path) -> None:
    blocks = re.findall(r"^```\w*\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert not [line for block in blocks for line in block.splitlines() if re.search(r"carelog .*\s#\s", line)]


def test_the_first_command_of_the_readme_leaves_the_readers_own_journal_alone(
    home: Path, isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = re.search(r"```sh\n(.+?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert block
    lines = [part.split() for part in block[1].replace("\n", " ").split("&&")]
    commands = [line for line in lines if ".venv/bin/carelog" in line]
    assert [line[line.index(".venv/bin/carelog") + 1] for line in commands] == ["demo", "mood", "today"]
    monkeypatch.chdir(isolated)
    for line in commands:
        at = line.index(".venv/bin/carelog")
        done = as_process(*shlex.split(" ".join(line[at + 1 :])), env=dict(word.split("=") for word in line[:at]))
        assert (done.exit_code, done.stderr) == (0, "")
    assert "first walk in a week" in done.stdout
    assert not home.exists()


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda path: path.stem)
def test_what_a_page_says_to_install_and_to_run_beside_carelog_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    named = {each for found in re.findall(r"(?:carelog|[\"'.])\[([a-z,]+)\][\"']", text) for each in found.split(",")}
    assert not named - extras.keys()
    programs = re.findall(r"\b((?:scripts|benchmarks)/\w+\.py)\b", text)
    assert not [each for each in programs if not (ROOT / each).exists()]
    recipes = re.findall(r"^(\w+)[^:=\n]*:(?!=)", (ROOT / "Justfile").read_text("utf-8"), re.MULTILINE)
    assert not {*re.findall(r"`just (\w+)", text)} - {*recipes}


def test_the_page_on_reliability_counts_the_life_with_every_command_as_it_is_lived() -> None:
    page = " ".join((ROOT / "docs" / "reliability.md").read_text("utf-8").split())
    mistakes = [step for step in MATRIX if step.exit_code not in (0, DUE)]
    assert f"{len(mistakes)} mistakes included: {len(MATRIX)} command lines," in page
    assert f"| {len(PLANTED)} planted private words:" in page


def test_the_changelog_speaks_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[(Unreleased|{re.escape(__version__)})\]", changelog, re.MULTILINE)


def test_nothing_names_the_machine_it_was_written_on() -> None:
    assert not [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in written_files()
        if (found := OF_ONE_MACHINE.search(path.read_text("utf-8", "replace")))
    ]


def test_no_page_that_somebody_exports_here_is_kept_with_the_source() -> None:
    ignored = [line.removeprefix("/") for line in (ROOT / ".gitignore").read_text("utf-8").splitlines()]
    [pattern] = [each for each in ignored if fnmatch(neutral_name(date(2026, 11, 22), "txt"), each)]
    assert not [path.name for path in ROOT.iterdir() if fnmatch(path.name, pattern)]


def written_files() -> Iterator[Path]:
    for place in [ROOT, *(ROOT / folder for folder in OWN)]:
        for path in place.rglob("*") if place != ROOT else place.glob("*"):
            inside = path.relative_to(place).parts
            if path.is_file() and not any(part.startswith((".", "__")) and part not in DUNDERS for part in inside):
                yield path


DUNDERS = {"__init__.py", "__main__.py"}
