"""Write the strip of pictures of the README: a first hour in a real terminal, from an empty home to a printed page.

    python scripts/make_first_hour.py                 first-hour-start.svg, …, and first-hour-start-light.svg, …
    python scripts/make_first_hour.py --to FOLDER

It needs tmux. What is typed stands in `tests/support/first_hour.py`, which a test lives through as well.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.settings import Theme
from carelog.terminal.picture import svg

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
from support.first_hour import COLUMNS, first_hour  # noqa: E402 - the tests are no package of their own

PAPERS = {"": Theme.DARK, "-light": Theme.LIGHT}


class Screen:
    """A screen as tmux captured it."""

    def __init__(self, captured: str) -> None:
        self._lines = [Text.from_ansi(line) for line in captured.rstrip().split("\n")]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self._lines

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(options.max_width, options.max_width)

    def sentences(self) -> Iterator[str]:
        """The lines of the screen."""
        yield from (line.plain for line in self._lines)


def main() -> None:
    """Write every picture."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "pictures", help="the folder they are written to")
    folder = parser.parse_args().to
    folder.mkdir(parents=True, exist_ok=True)
    for ending, paper in PAPERS.items():
        with tempfile.TemporaryDirectory() as home:
            for name, screen in first_hour(Path(home), dark=paper is Theme.DARK):
                picture = svg(Screen(screen), columns=COLUMNS, theme=paper)
                (folder / f"first-hour-{name}{ending}.svg").write_text(picture, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
