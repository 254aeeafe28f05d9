"""The programs of docs/library.md run in a home of their own, do what the page says, and are typed."""

import re
import subprocess
import sys
from operator import attrgetter
from pathlib import Path

import pytest

import carelog.domain
import carelog.errors
import carelog.journal
from carelog.journal import Journal
from carelog.paths import Paths
from support.command import environment
from support.source import ROOT, SOURCE

PAGE = (ROOT / "docs" / "library.md").read_text("utf-8")
PROGRAMS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
NOW = "2026-11-22T21:30:00+01:00"
FIRST, SENSOR, DIGEST, NUMBERS, MOODS, COPY = PROGRAMS


@pytest.fixture
def here(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to run in, beside a journal with a few things, on an evening in November."""
    monkeypatch.setenv("CARELOG_NOW", NOW)
    with Journal.open(Paths.inside(home)) as journal:
        journal.entries.add("bad", "rain", tags=["walk", "rain"], at="2026-11-21 18:00")
        journal.entries.add(4, "not for others", private=True)
        journal.entries.add(5, at="2026-11-21 19:00")
        journal.contacts.add("Sam", ways=["020 7946 0000", "sam@example.org"])
        journal.routines.add("walk")
        journal.ticks.add("walk", at="yesterday 17:00")
    return tmp_path


def test_the_first_program_notes_an_entry(here: Path) -> None:
    assert re.fullmatch(r"2026-11-22 [0-9a-f]{6} 4\n", run(FIRST, here))


def test_what_a_sensor_wrote_is_noted_once(here: Path, home: Path) -> None:
    (here / "sleep.csv").write_text("woke,hours\n2026-11-21T07:10:00+01:00,6.5\n2026-11-22T08:00:00+01:00,8\n")
    assert run(SENSOR, here) + run(SENSOR, here) == ""
    with Journal.open(Paths.inside(home), to_write=False) as journal:
        assert [entry.readings for entry in journal.entries if entry.readings] == [{"sleep": 6.5}, {"sleep": 8.0}]


def test_a_week_as_text_leaves_out_what_is_private(here: Path) -> None:
    assert run(DIGEST, here) == "21.11. 18:00 bad rain #walk #rain\n21.11. 19:00 great \nwalk 1 times\n"


def test_numbers_become_vcards(here: Path) -> None:
    assert run(NUMBERS, here) == ""
    card = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Sam\r\nTEL:020 7946 0000\r\nEND:VCARD\r\n"
    assert (here / "numbers.vcf").read_bytes().decode() == card


def test_moods_are_two_columns_for_a_tool_that_draws(here: Path) -> None:
    assert run(MOODS, here) == ""
    assert (here / "moods.tsv").read_text("utf-8") == "2026-11-21\t3.5\n2026-11-22\t4\n"


def test_a_copy_is_made_and_a_damaged_journal_is_named(here: Path, home: Path) -> None:
    (copy,) = re.fullmatch(r"Copied: (.*)\n", run(COPY, here)).groups()
    assert (here / copy).is_file()
    (home / "journal.db").write_bytes(b"no journal" * 1000)
    assert run(COPY, here).startswith("The journal needs a look: ")


@pytest.mark.slow
def test_the_programs_are_typed_for_a_program_outside(tmp_path: Path) -> None:
    for number, program in enumerate(PROGRAMS):
        (tmp_path / f"program_{number}.py").write_text(program, "utf-8")
    mypy = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--follow-imports=silent", "."]
    found = subprocess.run(
        mypy,
        cwd=tmp_path,
        env=environment({"MYPYPATH": str(SOURCE.parent)}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.stdout == f"Success: no issues found in {len(PROGRAMS)} source files\n", found.stdout + found.stderr


def test_the_page_names_every_collection(journal_names: set[str]) -> None:
    assert len(journal_names) > 20
    assert {name for name in journal_names if f"`{name}`" not in PAGE} == set()


def test_the_page_names_every_error_and_no_other() -> None:
    raised = {
        each.__name__
        for each in vars(carelog.errors).values()
        if isinstance(each, type) and issubclass(each, carelog.errors.CarelogError)
    } - {"CarelogError"}
    named = {*re.findall(r"`(\w+)`", PAGE.partition("\n| error |")[2].partition("\n## ")[0])}
    assert named == raised


@pytest.fixture
def journal_names(home: Path) -> set[str]:
    """What a journal calls its collections."""
    with Journal.open(Paths.inside(home)) as journal:
        names = vars(type(journal).__mro__[1])
        return {name for name in names if getattr(journal, name, None) in journal.collections}


def test_every_exported_name_is_there_and_no_other() -> None:
    exported = {name: getattr(carelog.domain, name) for name in carelog.domain.__all__}
    assert all(each.__name__ == name for name, each in exported.items())
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        attrgetter("Nothing")(carelog.domain)
    assert carelog.journal.__all__ == ["Journal"]


def run(program: str, folder: Path) -> str:
    """What a program of the page prints."""
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=environment({"CARELOG_NOW": NOW}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert not ran.stderr
    return ran.stdout
