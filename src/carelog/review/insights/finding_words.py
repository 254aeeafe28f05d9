"""A finding as a sentence with counts of days, which never gives a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.review.insights.comparisons import Strata
from carelog.wording.pages import findings as findings_words
from carelog.wording.pages import insights as insights_words

if TYPE_CHECKING:
    from carelog.domain.mood import MoodWords
    from carelog.review.insights.findings import Finding


def finding_sentence(finding: Finding, words: MoodWords, *, for_others: bool = False) -> str:
    """A sentence that says on how many days with the factor, and without it, mood was on the finding's levels.

    On a page `for_others` it does not speak to the person.
    """
    factor, day_after = finding.factor, finding.is_day_after
    mood = insights_words.mood_on(finding.levels, words.word(finding.levels[0]))
    if factor.is_number:
        groups = zip(finding.shares, spans(finding), strict=True)
        shares = [(share.days, share.of, span) for share, span in groups]
        return findings_words.by_reading(factor.name, mood, shares, day_after=day_after, for_others=for_others)
    counts = [(share.days, share.of) for share in finding.shares]
    return findings_words.with_and_without(
        factor.kind.value, factor.name, mood, counts, day_after=day_after, for_others=for_others
    )


def week_remark(finding: Finding) -> str:
    """How the days of the week were minded in a comparison; empty where nothing pointed to them."""
    within, may_be = insights_words.WITHIN_WEEKDAYS, insights_words.MAY_BE_THE_WEEKDAY
    if finding.factor.is_number:
        within, may_be = insights_words.NUMBERS_WITHIN_WEEKDAYS, insights_words.NUMBERS_MAY_BE_THE_WEEKDAY
    return {Strata.NONE: "", Strata.WEEKDAY: within, Strata.INSEPARABLE: may_be}[finding.comparison.strata]


def spans(finding: Finding) -> list[str]:
    """The range of readings of each group, from low to high; empty for a factor that is no number."""
    return [
        insights_words.span(share.low, share.high, finding.factor.unit)
        for share in finding.shares
        if share.low is not None and share.high is not None
    ]
