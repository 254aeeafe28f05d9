"""The ending of a name is the truth about the file, in every command that writes one."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command
from support.program import EVERYWHERE, OPTIONS, meant_by

Say = Callable[..., Any]

BEGINS = {
    "pdf": b"%PDF-",
    "html": b"<!DOCTYPE html>",
    "md": b"",
    "txt": b"",
    "json": b"{",
    "zip": b"PK",
    "ics": b"BEGIN:VCALENDAR",
    "vcf": b"BEGIN:VCARD",
    "db": b"SQLite format 3",
    "sqlite": b"SQLite format 3",
    "sqlite3": b"SQLite format 3",
}
"""How a file with each ending begins; Markdown and text begin with words, and as none of the others."""
SAME = {"htm": "html", "markdown": "md", "text": "txt", "ical": "ics", "vcard": "vcf"}
TABLES = ("csv", "tsv")
"""Endings of what lies in a zip, which is named instead."""
ENDINGS = (
    *BEGINS,
    *SAME,
    *TABLES,
    *("docx", "png", "svg", "odt", "xlsx", "pages", "doc"),
    *("PDF", "Html", "ICS", "VCF", "Zip", "DOCX", "TXT"),
)
PAGES = ("pdf", "html", "md", "txt", "zip", "json")
ON_PAPER = ("pdf", "html", "md", "txt")
WRITERS = {
    "export therapist --yes -o {}": PAGES,
    "export self --yes -o {}": PAGES,
    "export ally --yes -o {}": PAGES,
    "export self --as life-chart --yes -o {}": ON_PAPER,
    "export self --format md --by-day --yes -o {}": ("zip",),
    "export self --format json --yes -o {}": ("json",),
    "export self --format pdf --yes -o {}": ("pdf",),
    "export self --format html --yes -o {}": ("html",),
    "export self --format md --yes -o {}": ("md",),
    "export self --format txt --yes -o {}": ("txt",),
    "export self --format csv --yes -o {}": ("zip",),
    "tracker sheet -o {}": ON_PAPER,
    "tracker sheet --format html -o {}": ("html",),
    "plan print {}": ("html", "pdf"),
    "plan print {} --with Sam": ("html", "pdf"),
    "plan print -o {}": ("html", "pdf"),
    "agenda {}": ("ics",),
    "agenda -o {}": ("ics",),
    "contact export {}": ("vcf",),
    "contact export -o {}": ("vcf",),
    "verify --of broken.db --repair {}": ("db", "sqlite", "sqlite3"),
    "lock on --yes --sheet {}": ("txt", "md"),
}
"""Every command line that writes a file, and the endings that its name can have."""
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z-]*|-[a-z]\b)")


@pytest.fixture
def here(data: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which files are written, from a journal with something of every kind."""
    monkeypatch.setenv("CARELOG_NEW_PASSPHRASE_COMMAND", "echo a long enough passphrase")
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    data("contact", "add", "Sam", "--phone", "030 5550101")
    data("tracker", "add", "sleep")
    data("routine", "add", "tea", "--at", "08:00")
    data("plan", "add", "others", "call me")
    data("mood", "4", "before", "--track", "sleep=7")
    return folder


def sound_copy(home: Path, folder: Path) -> None:
    """A copy of the journal, to write what is sound in it."""
    with sqlite3.connect(home / "journal.db") as journal, sqlite3.connect(folder / "broken.db") as copy:
        journal.backup(copy)
    copy.close()
    journal.close()


def is_one(ending: str, content: bytes) -> bool:
    """Whether this is in a file with such an ending."""
    return content.startswith(BEGINS[ending] or tuple(each for each in BEGINS.values() if each)) is bool(BEGINS[ending])


def test_every_command_that_writes_a_file_is_in_the_table() -> None:
    writing = {name for name, options in OPTIONS.items() if {"--output", "--sheet", "--repair"} & {*options}}
    assert writing - {"backup", "lock recovery"} == {name for line in WRITERS for name in meant_by(line.split())}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_is_what_its_name_says_or_is_not_written(carelog: Command, home: Path, here: Path, ending: str) -> None:
    sound_copy(home, here)
    for number, (line, known) in enumerate(WRITERS.items()):
        if line.startswith("lock on") and carelog("lock", "status").stdout.startswith("Locked"):
            continue
        file = here / f"page{number}.{ending}"
        answer = carelog(*line.format(file.name).split())
        meant = SAME.get(ending.lower(), ending.lower())
        if meant in known:
            assert answer.exit_code == 0, (line, answer)
            assert is_one(meant, file.read_bytes().removeprefix(b"\xef\xbb\xbf").lstrip()), line
            continue
        assert (answer.exit_code, answer.stdout, file.exists()) == (2, "", False), (line, answer)
        (name,) = meant_by(line.split())
        assert {*OPTION.findall(answer.stderr)} <= {*OPTIONS[name], *EVERYWHERE}, (line, answer.stderr)
        named = ("zip",) if meant in TABLES and "zip" in known else known
        assert all(re.search(rf"\b{each}\b", answer.stderr) for each in named), answer.stderr


@pytest.mark.parametrize("line", WRITERS)
def test_a_folder_and_a_file_that_is_there_are_left_alone_with_advice_that_can_be_followed(
    carelog: Command, home: Path, here: Path, line: str
) -> None:
    sound_copy(home, here)
    (name,) = meant_by(line.split())
    ending = WRITERS[line][0]
    taken, folder = here / f"taken.{ending}", here / f"folder.{ending}"
    taken.write_bytes(b"mine")
    folder.mkdir()
    for each in (taken, folder):
        answer = carelog(*line.format(each.name).split())
        assert answer.exit_code in (2, 4, 6), (line, answer)
        assert each.name in answer.stderr
        assert {*OPTION.findall(answer.stderr)} <= {*OPTIONS[name], *EVERYWHERE}, (line, answer.stderr)
    assert taken.read_bytes() == b"mine"
    assert [*folder.iterdir()] == []
