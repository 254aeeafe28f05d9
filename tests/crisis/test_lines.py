"""The numbers that ship: the same as their source says, none that is known to be dead, all dialled as they stand."""

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from carelog.crisis.lines import Line, country, find

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "src" / "carelog" / "data" / "helplines"
SOURCE: dict[str, Any] = tomllib.loads((SHIPPED.parent / "helplines.toml").read_text(encoding="utf-8"))
CODES = sorted({*SOURCE["emergency"], *(line["country"] for line in SOURCE["line"])})
OBSOLETE = [
    "18002738255", "18334564566", "199284284", "010195202", "0379568144", "0379568145", "1393", "15770199",
    "1850609090", "09000113", "0570046556",
]  # fmt: skip
"""Numbers that still circulate and no longer help, from the review of sources; and Brazil's 141, see below."""


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
