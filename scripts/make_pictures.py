"""Write the pictures of docs/pictures: real pages, drawn from a demo journal with a fixed clock.

    python scripts/make_pictures.py                 every page twice: today.svg on a dark ground, today-light.svg on a
                                                    light one; page.png, the first page of a packet (needs pdftoppm)
    python scripts/make_pictures.py --to FOLDER

The same carelog and the same Rich write the same bytes again; nothing in a picture comes from the network.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

from carelog.clock import fixed_clock
from carelog.demo.home import make_demo
from carelog.documents.packet.document import document
from carelog.documents.pdf import pdf
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.insights.insights import DAYS_LOOKED_AT, insights
from carelog.review.packet.packet import packet
from carelog.review.pages.calendar import calendar
from carelog.review.pages.streaks import streaks
from carelog.review.pages.today import today
from carelog.review.pages.trends import DAYS_SHOWN, trends
from carelog.review.pages.week import week
from carelog.review.people.plan import plan
from carelog.settings import Theme
from carelog.terminal.page import Page
from carelog.terminal.pages.calendar import CalendarPage
from carelog.terminal.pages.insights import InsightsPage
from carelog.terminal.pages.plan import PlanPage
from carelog.terminal.pages.streaks import StreaksPage
from carelog.terminal.pages.today import TodayPage
from carelog.terminal.pages.trends import TrendsPage
from carelog.terminal.pages.week import WeekPage
from carelog.terminal.picture import svg

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
PAPERS = {"": Theme.DARK, "-light": Theme.LIGHT}
CLOCK = fixed_clock("2026-11-22T21:30:00+01:00")
NARROW, USUAL, WIDE = 60, 80, 120
DOTS_PER_INCH, FOUR_WEEKS = 110, 28


def main() -> None:
    """Write every picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=PICTURES, help="the folder they are written to")
    folder = parser.parse_args().to
    folder.mkdir(parents=True, exist_ok=True)
    for name, (page, columns) in _pages().items():
        for ending, paper in PAPERS.items():
            picture = svg(page, columns=columns, theme=paper)
            (folder / f"{name}{ending}.svg").write_text(picture, encoding="utf-8", newline="\n")
    (folder / "page.png").write_bytes(_first_page())


def _pages() -> dict[str, tuple[Page, int]]:
    """The pages by name, each with the columns of the terminal on which it looks best."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.inside(Path(folder) / "demo")
        make_demo(paths, CLOCK)
        with Journal.open(paths, CLOCK, to_write=False) as journal:
            now, day, words = CLOCK.now(), journal.today, journal.settings.mood
            lately, the_year = Period.ending(day, DAYS_SHOWN), Period.ending(day, DAYS_LOOKED_AT)
            return {
                "today": (TodayPage(today(journal, day, now), words), NARROW),
                "week": (WeekPage(week(journal, day, day), words), WIDE),
                "plan": (PlanPage(plan(journal, day)), USUAL),
                "streaks": (StreaksPage(streaks(journal, day, now)), USUAL),
                "trends": (TrendsPage(trends(journal, lately, day), words), USUAL),
                "calendar": (CalendarPage(calendar(journal, day.year, day), words), NARROW),
                "insights": (InsightsPage(insights(journal, the_year, day), words), USUAL),
            }


def _first_page() -> bytes:
    """The first page of a packet of four weeks, as PNG."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Paths.inside(Path(folder) / "demo")
        make_demo(paths, CLOCK, years=2)
        with Journal.open(paths, CLOCK, to_write=False) as journal:
            page = packet(journal, Period.ending(journal.today, FOUR_WEEKS))
            printed = pdf(document(page), journal.today).content
    command = ["pdftoppm", "-png", "-r", str(DOTS_PER_INCH), "-singlefile", "-"]
    return subprocess.run(command, input=printed, capture_output=True, check=True).stdout


if __name__ == "__main__":
    main()
