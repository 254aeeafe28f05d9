"""How many days were on each level, as bars."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import ConsoleOptions
from rich.text import Text


class LevelBars:
    """A bar and a count for each level; the longest bar takes all the room there is for bars."""

    def __init__(self, days: Mapping[int, int]) -> None:
        self.days = days

    def bar(self, level: int, room: int, options: ConsoleOptions) -> Text:
        """The bar of a level, with its count, in at most so many columns; a level without a day has its count alone."""
        most = max(self.days.values())
        longest = room - len(str(most)) - 1
        halves = max(round(2 * longest * self.days[level] / most), 1) if self.days[level] else 0
        whole, half = divmod(halves, 2)
        drawn = "=" * (whole + half) if options.ascii_only else "━" * whole + "╸" * half
        gap = " " if drawn else ""
        return Text.assemble((drawn, f"mood.{level}"), (f"{gap}{self.days[level]}", "quiet"))
