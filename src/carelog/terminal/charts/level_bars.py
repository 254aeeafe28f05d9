"""A bar chart of the days on each mood level."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import ConsoleOptions
from rich.text import Text


class LevelBars:
    """The number of days per level, 1 to 5. The longest bar fills the room; the others are in proportion."""

    def __init__(self, days: Mapping[int, int]) -> None:
        self.days = days

    def bar(self, level: int, room: int, options: ConsoleOptions) -> Text:
        """The bar of a level and its count, in at most `room` columns; a level without a day is a count alone."""
        most = max(self.days.values())
        longest = room - len(str(most)) - 1
        halves = max(round(2 * longest * self.days[level] / most), 1) if self.days[level] else 0
        whole, half = divmod(halves, 2)
        drawn = "=" * (whole + half) if options.ascii_only else "━" * whole + "╸" * half
        gap = " " if drawn else ""
        return Text.assemble((drawn, f"mood.{level}"), (f"{gap}{self.days[level]}", "quiet"))
