"""The list for maintainers: which countries have lines that nobody confirmed for long, the oldest first."""

import subprocess
import sys

from support.helplines import LINES
from support.source import ROOT

SCRIPT = ROOT / "scripts" / "list_stale_helplines.py"


def listed(*options: str) -> list[str]:
    done = subprocess.run([sys.executable, str(SCRIPT), *options], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_every_stale_line_is_listed_below_its_country_and_the_country_with_the_oldest_comes_first() -> None:
    head, *rows = listed()
    stale = {line["id"]: line for line in LINES if line.get("stale")}
    countries = [row for row in rows if not row.startswith(" ")]
    assert head == f"{len(stale)} of {len(LINES)} lines, in {len(countries)} countries"
    shown = [row.split(": ")[0].split()[-1] for row in rows if row.startswith(" ")]
    assert sorted(shown) == sorted(stale)
    oldest = [min(line["checked"] for line in stale.values() if line["country"] == code) for code in countries]
    assert oldest == sorted(oldest)


def test_with_a_day_it_lists_what_will_be_older_than_a_year_then() -> None:
    assert len(listed("--by", "2029-01-01")) > len(listed())
    assert listed("--by", "2029-01-01")[0].startswith(f"{len(LINES)} of {len(LINES)} lines")
