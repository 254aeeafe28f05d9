"""Which of many comparisons stand out, when looking at many makes some stand out by chance."""

from __future__ import annotations

from collections.abc import Sequence

from carelog.domain.statistics.association import Measure

FALSE_AMONG_FOUND = 0.10
"""The largest share of findings, on average, that may be chance."""

WORTH_SAYING = {Measure.CLIFFS_DELTA: 0.15, Measure.KENDALL_TAU_B: 0.10}
"""Effects nearer to 0 than this are “no clear difference”, however sure."""


def benjamini_hochberg(p_values: Sequence[float], q: float = FALSE_AMONG_FOUND) -> list[bool]:
    """Which of the p-values stand out, so that on average no more than a share q of those that do is chance.

    Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57:289.
    """
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    last = max((rank for rank, place in enumerate(order, 1) if p_values[place] <= q * rank / len(order)), default=0)
    kept = set(order[:last])
    return [place in kept for place in range(len(p_values))]
