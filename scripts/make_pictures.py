"""Write the pictures of docs/pictures: real pages, drawn from a demo journal whose clock stands still.

    python scripts/make_pictures.py                 docs/pictures/today.svg and week.svg, on dark paper
    python scripts/make_pictures.py --theme light --to FOLDER

The same carelog and the same Rich write the same bytes again; nothing in a picture comes from the network.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from carelog.clock import fixed_clock
from carelog.demo.home import make_demo
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.today import today
from carelog.review.week import week
from carelog.settings import Theme
from carelog.terminal.picture import svg
from carelog.terminal.today_page import TodayPage
from carelog.terminal.week_page import WeekPage

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
CLOCK = fixed_clock("2026-11-22T21:30:00+01:00")
NARROW, WIDE = 60, 120


def main() -> None:
    """Draw every picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=PICTURES, help="the folder they are written to")
    parser.add_argument("--theme", type=Theme, default=Theme.DARK, help="dark or light paper")
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    for name, picture in _pictures(asked.theme).items():
        (asked.to / f"{name}.svg").write_text(picture, encoding="utf-8", newline="\n")


def _pictures(theme: Theme) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.inside(Path(folder) / "demo")
        make_demo(paths, CLOCK)
        with Journal.open(paths, CLOCK, to_write=False) as journal:
            day, words = journal.today, journal.settings.mood
            return {
                "today": svg(TodayPage(today(journal, day, CLOCK.now()), words), columns=NARROW, theme=theme),
                "week": svg(WeekPage(week(journal, day, day), words), columns=WIDE, theme=theme),
            }


if __name__ == "__main__":
    main()
