"""The strength of a routine as a bar that fills from the left; a heavier line shows it without colours too."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.wording.pages import streaks as streaks_words

COLUMNS = 20
_FULL, _HALF, _EMPTY = "━", "╸", "┄"
_FULL_IN_ASCII, _EMPTY_IN_ASCII = "#", "-"


class StrengthBar:
    """A strength from 0 to 1, and its words. The bar is exact to half a column, in ASCII to a whole one."""

    def __init__(self, strength: float, columns: int = COLUMNS) -> None:
        self.strength = strength
        self.columns = columns

    def text(self, options: ConsoleOptions) -> Text:
        """The bar as one line, for a page that puts something beside it."""
        filled, rest = self._ascii() if options.ascii_only else self._unicode()
        return Text.assemble((filled, "kept"), (rest, "quiet"), f"  {streaks_words.strength_in_words(self.strength)}")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.text(options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        columns = self.columns + 2 + len(streaks_words.strength_in_words(1))
        return Measurement(columns, columns)

    def _ascii(self) -> tuple[str, str]:
        whole = int(self.strength * self.columns + 1e-9)
        return _FULL_IN_ASCII * whole, _EMPTY_IN_ASCII * (self.columns - whole)

    def _unicode(self) -> tuple[str, str]:
        whole, half = divmod(int(2 * self.strength * self.columns + 1e-9), 2)
        filled = _FULL * whole + _HALF * half
        return filled, _EMPTY * (self.columns - len(filled))
