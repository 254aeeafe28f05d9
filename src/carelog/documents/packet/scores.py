"""The packet's sections on safety and scores. Safety comes first, because a total hides single answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.documents.blocks import Beside, Block, Bullets, Chart, Heading, Item, Paragraph, Tone
from carelog.documents.charts.score_line import in_words_before, score_line
from carelog.domain.time.days import Period
from carelog.review.packet.scores import scores_period
from carelog.wording import questionnaires as questionnaires_words
from carelog.wording.files import packet_scores as words
from carelog.wording.questionnaire_changes import comparison_on_page

if TYPE_CHECKING:
    from datetime import date

    from carelog.review.packet.scores import SafetyPart, ScorePart


def safety(part: SafetyPart, first: date, last: date) -> Iterator[Block]:
    """Answers about death or harm with their days, and whether there is a plan for hard days.

    Those before the first day stand on one line.
    """
    since = scores_period(Period(first, last)).first
    if part.asked and part.asked_earlier and not (part.answers or part.earlier):
        lines = [words.asked_always_nothing(part.asked, part.asked_earlier)]
    else:
        lines = list(_safety_answers(part, since))
    lines.append(words.plan_stands(part.plan_reviewed) if part.has_plan else words.NO_PLAN_HERE)
    yield Bullets(tuple(map(Item, lines)))


def _safety_answers(part: SafetyPart, since: date) -> Iterator[str]:
    for each in part.answers:
        yield words.safety_answer(each.day, each.questionnaire, each.number, each.item, each.answer)
    if not part.answers:
        yield words.asked_and_nothing(part.asked) if part.asked else words.NONE_RECORDED
    if part.asked_earlier:
        earlier = [(each.day, each.questionnaire, each.answer) for each in part.earlier]
        yield words.asked_earlier(since, part.asked_earlier, earlier)


def scores(parts: Sequence[ScorePart], first: date, last: date, *, with_bands: bool) -> Iterator[Block]:
    """Each questionnaire as a chart of six months; below it the totals from `first` to `last`, and the course.

    Two stand side by side. A chart has all its totals as a table of its own. Where nothing is drawn, the bands that
    the chart has are told `with_bands`.
    """
    blocks = [_score_blocks(part, first, last, with_bands=with_bands) for part in parts]
    while len(blocks) > 1:
        left, right, *blocks = blocks
        yield Beside(left, right)
    for each in blocks:
        yield from each
    yield Paragraph(words.SCORES_ARE, Tone.QUIET)


def is_drawn(part: ScorePart) -> bool:
    """Whether a questionnaire has a chart: a single total needs none."""
    return sum(line.total is not None for line in part.drawn) > 1


def _score_blocks(part: ScorePart, first: date, last: date, *, with_bands: bool) -> tuple[Block, ...]:
    """The blocks of one questionnaire; a single total stands in the sentence wherever it is."""
    totals = [(line.day, line.total) for line in part.drawn if line.total is not None]
    marked = Period(first, last)
    scale = questionnaires_words.scale_of(part.higher_is.value, part.minimum, part.maximum)
    heading = Heading(words.score_heading(part.name, scale), 3)
    chart = (_chart(part, totals, marked, with_bands=with_bands),) if is_drawn(part) else ()
    totals_here = [(line.day, line.total, line.place or questionnaires_words.UNFINISHED) for line in part.lines]
    said = [words.totals_of_these_days(totals_here, last.year)]
    if not chart:
        said.append(in_words_before(part.ranges, totals, marked))
    said += [*([_course(part, last)] if part.course else [])]
    said += [comparison_on_page(each, part.reliable_change or 0) for each in part.beside_others]
    return (heading, *chart, Paragraph(" ".join(filter(None, said))))


def _chart(part: ScorePart, totals: Sequence[tuple[date, int]], marked: Period, *, with_bands: bool) -> Chart:
    chart = score_line(part.name, part.ranges, totals, scores_period(marked), marked)
    if not with_bands:
        return chart
    bands = words.bands(part.bands) if part.bands else words.stretches(name for _first, _last, name in part.ranges)
    return replace(chart, in_words=" ".join(filter(None, [bands, chart.in_words])))


def _course(part: ScorePart, until: date) -> str:
    """How the last total of a course stands beside its first."""
    first, last = ((line.day, line.total) for line in part.course or ())
    moved = ""
    if part.change and part.reliable_change:
        moved = questionnaires_words.short_move(part.change, part.reliable_change)
    return words.first_and_last(first, last, moved, until.year)
