"""The totals of a questionnaire as bars over its whole range, with a mark where each band or cut-point begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.terminal.page import measure, page_width
from carelog.terminal.user_text import shortened
from carelog.wording import questionnaires as words
from carelog.wording.days import date_name

if TYPE_CHECKING:
    from carelog.domain.questionnaires.questionnaire import Questionnaire
    from carelog.review.days.scores import Score, Scores

_GAP = "  "
_LONGEST, _SHORTEST = 40, 8
_FULL, _EMPTY, _EDGE = "━", "·", "┊"
_IN_ASCII = ("=", ".", "|")


class ScoreBars:
    """One line per answered questionnaire: day, total, bar and band. An unfinished one has no total and says so."""

    def __init__(self, scores: Scores) -> None:
        self.questionnaire = scores.questionnaire
        self.scores = scores.scores

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.lines(options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def lines(self, options: ConsoleOptions) -> Iterator[Text]:
        """The lines in the order of the scores, all columns aligned."""
        days = [date_name(score.answered.day, short=True) for score in self.scores]
        numbers = ["" if score.total is None else str(score.total) for score in self.scores]
        names = [_place(self.questionnaire, score.total) for score in self.scores]
        day_room, number_room = max(map(len, days)), max(map(len, numbers))
        room = page_width(options) - day_room - number_room - 4 * len(_GAP)
        name_room = min(max(map(cell_len, names)), room - _SHORTEST)
        columns = max(min(room - name_room, _LONGEST), 1)
        for score, day, number, name in zip(self.scores, days, numbers, names, strict=True):
            start = Text.assemble(_GAP, (f"{day:>{day_room}}", "quiet"), _GAP, f"{number:>{number_room}}", _GAP)
            bar = Text(" " * columns) if score.total is None else _bar(self.questionnaire, score, columns, options)
            yield Text.assemble(start, bar, _GAP, shortened(name, name_room, options))


def _place(questionnaire: Questionnaire, total: int | None) -> str:
    return words.UNFINISHED if total is None else words.range_of(questionnaire, total)


def _bar(questionnaire: Questionnaire, score: Score, columns: int, options: ConsoleOptions) -> Text:
    full, empty, edge = _IN_ASCII if options.ascii_only else (_FULL, _EMPTY, _EDGE)
    span = questionnaire.maximum - questionnaire.minimum
    filled = round(columns * ((score.total or 0) - questionnaire.minimum) / span)
    edges = {int(columns * (band.first - questionnaire.minimum) / span) for band in questionnaire.ranges[1:]}
    cells = (edge if place in edges else full if place < filled else empty for place in range(columns))
    bar = Text("".join(cells))
    bar.stylize("kept", 0, filled)
    bar.stylize("quiet", filled)
    return bar
