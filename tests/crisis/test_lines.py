"""The numbers that ship with carelog: exactly those of their source, none known to be dead, confirmed recently."""

import re
import subprocess
import sys
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from carelog.crisis.lines import Line, country, find

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "src" / "carelog" / "data" / "helplines"
SOURCE: dict[str, Any] = tomllib.loads((SHIPPED.parent / "helplines.toml").read_text(encoding="utf-8"))
CODES = sorted({*SOURCE["emergency"], *(line["country"] for line in SOURCE["line"])})
COMPILED = date.fromisoformat(SOURCE["meta"]["compiled"])


def release_day(changelog: str) -> date:
    """The day of the newest release or, if it is later, the day on which the numbers were compiled.

    The machine's clock is not used, so that a copy of the sources passes or fails whenever it is tested. A release
    without a new look at the numbers fails.
    """
    days = re.findall(r"^## \[\d+\.\d+\.\d+\] - (\d{4}-\d{2}-\d{2})$", changelog, re.MULTILINE)
    return max([COMPILED, *map(date.fromisoformat, days)])


RELEASE = release_day((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
OBSOLETE = [
    "18002738255", "18334564566", "199284284", "010195202", "0379568144", "0379568145", "1393", "15770199",
    "1850609090", "09000113", "0570046556",
]  # fmt: skip
"""Numbers that still circulate but no longer work, from the review of sources. Brazil's 141 is another, see below."""


def numbers(line: Line) -> list[str]:
    return [number for key in ("phone", "sms", "whatsapp") for number in line.all(key)]


def test_the_shipped_files_are_what_the_script_makes_of_the_source(isolated: Path) -> None:
    script = [sys.executable, str(ROOT / "scripts" / "make_helplines.py"), "--to", str(isolated / "made")]
    subprocess.run(script, check=True)
    made = {path.name: path.read_bytes() for path in (isolated / "made").iterdir()}
    assert made == {path.name: path.read_bytes() for path in SHIPPED.iterdir() if path.name in made}
    assert {path.stem for path in SHIPPED.iterdir()} == {*CODES, "zones", "countries"}


@pytest.mark.parametrize("code", CODES)
def test_every_confirmed_number_is_shown_as_its_source_prints_it(code: str) -> None:
    shown = country(code)
    source = SOURCE["emergency"][code]
    assert shown.emergency == (source["number"] if source["confidence"] != "0" else "")
    assert {line.get("line"): numbers(line) for line in shown.lines} == {
        line["id"]: [
            *filter(None, [line.get("phone"), *line.get("phone_alt", []), line.get("sms"), line.get("whatsapp")])
        ]
        for line in SOURCE["line"]
        if line["country"] == code
    }
    assert all(numbers(line) and line.get("name") and line.get("checked") for line in shown.lines)
    assert shown.name != code


@pytest.mark.parametrize("code", CODES)
def test_lines_that_two_sources_confirm_come_first_and_stale_ones_last(code: str) -> None:
    doubts = [(bool(line.get("stale")), line.get("sources") == "one") for line in country(code).lines]
    assert doubts == sorted(doubts)


def test_no_number_that_is_known_to_be_dead_is_shown() -> None:
    shown = [
        "".join(filter(str.isdigit, number))
        for code in CODES
        for line in country(code).lines
        for number in numbers(line)
    ]
    assert not set(shown) & set(OBSOLETE)
    assert "141" not in [number for line in country("BR").lines for number in numbers(line)]


def test_no_short_code_carries_a_country_prefix() -> None:
    shown = [number for code in CODES for line in country(code).lines for number in numbers(line)]
    shown += [number for code in CODES for number in country(code).numbers.values()]
    assert not [number for number in shown if number.startswith(("+", "00")) and number != "000"]


def test_no_line_is_called_confirmed_that_a_year_passed_by_before_the_release() -> None:
    """Before a release: look at the line's page again and write the day down, or say `stale = true`."""
    oldest = str(RELEASE - timedelta(days=365))
    named = {line["id"]: line["checked"] for line in SOURCE["line"] if line["confidence"] == "2+"}
    assert {
        line.get("line"): line.get("checked")
        for code in CODES
        for line in country(code).lines
        if not line.get("stale") and line.get("line") in named and line.get("checked") < oldest
    } == {}


def test_the_numbers_were_gone_through_within_half_a_year_of_the_release() -> None:
    months = 12 * (RELEASE.year - COMPILED.year) + RELEASE.month - COMPILED.month
    assert months <= SOURCE["meta"]["review_every_months"]


def test_every_line_and_emergency_number_that_is_shown_names_its_sources() -> None:
    for each in (*SOURCE["line"], *SOURCE["emergency"].values()):
        assert bool(each["sources"]) == (each["confidence"] != "0")
        assert len(each["sources"]) >= 2 or each["confidence"] != "2+"


def test_a_changelog_with_a_release_moves_the_day_that_counts() -> None:
    released = "## [Unreleased]\n\n## [0.2.0] - 2027-09-01\n\n## [0.1.0] - 2027-02-01\n"
    assert release_day(released) == date(2027, 9, 1)
    assert release_day("## [Unreleased]\n") == COMPILED


def test_an_emergency_number_that_no_source_confirms_is_not_shown() -> None:
    assert country("TW").emergency == ""
    assert [line.get("phone") for line in country("TW").lines] == ["1925", "1995"]


def test_a_country_without_a_file_has_a_name_and_nothing_else() -> None:
    greece, nowhere = country("GR"), country("XX")
    assert (greece.name, greece.numbers, greece.lines) == ("Greece", {}, [])
    assert (nowhere.name, nowhere.numbers, nowhere.lines) == ("XX", {}, [])


@pytest.mark.parametrize("table", ["zones", "countries"])
def test_a_table_finds_whole_keys_only(table: str) -> None:
    rows = [row.split("\t") for row in (SHIPPED / f"{table}.txt").read_text(encoding="utf-8").splitlines()]
    assert len(rows) > 200
    assert all(find(table, key) == value for key, value in rows)
    assert not any(find(table, key) for key in ("", "Ber", "Europe", "D", "DEU", "\t", "\n"))
