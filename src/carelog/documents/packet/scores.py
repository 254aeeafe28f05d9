"""The packet's sections on safety and scores. Safety comes first, because a total hides single answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from carelog.documents.blocks import Beside, Block, Bullets, Heading, Item, Paragraph, Table, Tone
from carelog.documents.charts.score_line import score_line
from carelog.domain.time.days import Period
from carelog.review.packet.scores import scores_period
from carelog.wording import days as days_words
from carelog.wording import questionnaires as questionnaires_words
from carelog.wording.files import packet as words

if TYPE_CHECKING:
    from datetime import date

    from carelog.review.packet.scores import SafetyPart, ScorePart


def safety(part: SafetyPart, first: date, last: date) -> Iterator[Block]:
    """Answers about death or harm with their days, and whether there is a plan for hard days.

    Those before the first day stand on one line.
    """
    lines = [
        words.safety_answer(each.day, each.questionnaire, each.number, each.item, each.answer) for each in part.answers
    ]
    if not lines:
        lines = [words.asked_and_nothing(part.asked) if part.asked else words.NONE_RECORDED]
    if part.asked_earlier:
        earlier = [(each.day, each.questionnaire, each.answer) for each in part.earlier]
        lines.append(words.asked_earlier(scores_period(Period(first, last)).first, part.asked_earlier, earlier))
    lines.append(words.plan_stands(part.plan_reviewed) if part.has_plan else words.NO_PLAN_HERE)
    yield Bullets(tuple(map(Item, lines)))


def scores(parts: Sequence[ScorePart], first: date, last: date) -> Iterator[Block]:
    """Each questionnaire as a chart of six months and a table of its totals from `first` to `last`.

    Two stand side by side.
    """
    blocks = [_ScoreBlocks(part, first, last) for part in parts]
    while len(blocks) > 1:
        left, right, *blocks = blocks
        yield Beside((left.heading, *left.chart, *left.table), (right.heading, *right.chart, *right.table))
    for each in blocks:
        yield each.heading
        yield from [Beside(each.chart, each.table)] if each.chart else each.table
    yield Paragraph(words.SCORES_ARE, Tone.QUIET)


class _ScoreBlocks:
    """The blocks of one questionnaire; without any total it has no chart."""

    def __init__(self, part: ScorePart, first: date, last: date) -> None:
        totals = [(line.day, line.total) for line in part.drawn if line.total is not None]
        marked = Period(first, last)
        scale = questionnaires_words.scale_of(part.higher_is, part.minimum, part.maximum)
        self.heading = Heading(words.score_heading(part.name, scale), 3)
        self.chart = (score_line(part.name, part.bands, totals, scores_period(marked), marked),) if totals else ()
        self.table = tuple(_table(part))


def _table(part: ScorePart) -> Iterator[Block]:
    """The totals of the period, or the last one before it, and how the last of the course stands beside the first."""
    rows = tuple(
        (
            days_words.date_name(line.day, short=True),
            "–" if line.total is None else str(line.total),
            line.band or questionnaires_words.UNFINISHED,
        )
        for line in part.lines or part.earlier[-1:]
    )
    yield Table(part.name, words.SCORE_COLUMNS, rows, frozenset({0, 2}))
    if part.course:
        first, last = ((line.day, line.total) for line in part.course)
        moved = ""
        if part.change and part.reliable_change:
            moved = questionnaires_words.moved_by(part.change, part.reliable_change)
        yield Paragraph(words.first_and_last(first, last, moved))
