"""List the helplines that were not confirmed for long, the oldest first, so that somebody can look at their pages.

    python scripts/list_stale_helplines.py                 those that the card calls old (`stale = true`)
    python scripts/list_stale_helplines.py --by 2027-05-01 those too that will be older than a year on that day

Countries stand in the order of their oldest line. Of each line: the newest day on which a source showed it, its id, its
number, and where to look. Nothing is fetched: a person opens the page, and what it shows goes into helplines.toml with
its date.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).parents[1] / "src" / "carelog" / "data" / "helplines.toml"
A_YEAR = timedelta(days=365)

Facts = dict[str, Any]


def main() -> None:
    """Print the list to standard output."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--by", type=date.fromisoformat, default=date.min, help="a day, such as that of a release")
    oldest = parser.parse_args().by
    limit = str(oldest - A_YEAR) if oldest > date.min + A_YEAR else ""
    facts = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    sys.stdout.writelines(f"{row}\n" for row in rows(facts["line"], limit))


def rows(lines: list[Facts], limit: str = "") -> list[str]:
    """The text of the list: countries in the order of their oldest line, and the lines of each in that order.

    A line is on it if it is stale or was last confirmed before the day `limit` (YYYY-MM-DD).
    """
    old = [line for line in lines if line.get("stale") or line["checked"] < limit]
    by_country: dict[str, list[Facts]] = {}
    for line in sorted(old, key=lambda each: (each["checked"], each["id"])):
        by_country.setdefault(line["country"], []).append(line)
    found = [f"{len(old)} of {len(lines)} lines, in {len(by_country)} countries"]
    for country, there in by_country.items():
        found += [country, *map(row, there)]
    return found


def row(line: Facts) -> str:
    """One line: its day, whether one source alone shows it, its name, its number, and its page or sources."""
    number = line.get("phone") or line.get("sms") or ""
    once = "one source" if line["confidence"] == "1" else "two or more"
    where = line["url"] or "; ".join(line["sources"])
    return f"  {line['checked']}  {once:<11}  {line['id']}: {line['name']}, {number}  {where}"


if __name__ == "__main__":
    main()
