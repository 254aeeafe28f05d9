import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from carelog import __version__
from carelog.cli.table import COMMANDS
from support.source import ROOT

OWN = (".ci", ".github", "benchmarks", "docs", "requirements", "scripts", "src", "tests")
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
    assert not [name for name in COMMANDS if not re.search(rf"\bcarelog {re.escape(name)}\b", pages)]


@pytest.mark.parametrize("record", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_can_be_read_in_a_minute(record: Path) -> None:
    assert re.fullmatch(r"\d{4}-[a-z0-9-]+", record.stem)
    assert len(record.read_text("utf-8").splitlines()) <= 30


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = sorted(int(record.name[:4]) for record in (ROOT / "docs" / "decisions").glob("*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_changelog_speaks_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[(Unreleased|{re.escape(__version__)})\]", changelog, re.MULTILINE)


def test_nothing_names_the_machine_it_was_written_on() -> None:
    assert not [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in written_files()
        if (found := OF_ONE_MACHINE.search(path.read_text("utf-8", "replace")))
    ]


def written_files() -> Iterator[Path]:
    for place in [ROOT, *(ROOT / folder for folder in OWN)]:
        for path in place.rglob("*") if place != ROOT else place.glob("*"):
            inside = path.relative_to(place).parts
            if path.is_file() and not any(part.startswith((".", "__")) and part not in DUNDERS for part in inside):
                yield path


DUNDERS = {"__init__.py", "__main__.py"}
