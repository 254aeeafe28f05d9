"""The helplines that ship with carelog and their facts; and others, with the hours that a test gives them."""

import runpy
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from carelog.crisis import lines
from carelog.crisis.lines import Country, country
from support.source import HELPLINES, ROOT

FACTS: dict[str, Any] = tomllib.loads((HELPLINES.parent / "helplines.toml").read_text("utf-8"))
"""What the files of the countries are made from."""
LINES: list[dict[str, Any]] = FACTS["line"]
COUNTRIES = sorted(row.partition("\t")[0] for row in (HELPLINES / "countries.txt").read_text("utf-8").splitlines())
"""The code of every country that there is."""
WITH_FACTS = sorted({*FACTS["emergency"], *(line["country"] for line in LINES)})
HOURS: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "opening_hours.py"))
CONFIRMED = "2026-01-07"


def write_lines(folder: Path, code: str, **hours: str) -> None:
    """Write the file of a country; each line is called by its name, and its number tells nothing."""
    folder.mkdir(exist_ok=True)
    for table in ("zones.txt", "countries.txt"):
        shutil.copy(HELPLINES / table, folder)
    rows = [("emergency", "112")]
    for number, (name, text) in enumerate(hours.items()):
        rows += [("line", name), ("name", name), ("phone", f"0800 55 {number}"), ("hours", text), ("languages", "en")]
        rows += [
            ("checked", CONFIRMED),
            ("speaks", "English"),
            *HOURS["opening"]({"country": code, "phone": "1", "hours": text}),
        ]
    (folder / f"{code}.txt").write_text("".join(f"{key}\t{value}\n" for key, value in rows if value), "utf-8")


def use_lines(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str, **hours: str) -> Country:
    """Put a country with such lines in the place of the real one, and return it."""
    write_lines(folder, code, **hours)
    monkeypatch.setattr(lines, "_FOLDER", str(folder))
    return country(code)


def names(found: Country) -> list[str]:
    """The names of a country's lines in their order."""
    return [line.get("name") for line in found.lines]
