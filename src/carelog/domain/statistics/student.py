"""Student's distribution: how sure an estimate is, when how far it may be off was estimated from few days too."""

from __future__ import annotations

import math

_SURE = 1.959963984540054
_LEAST_FREEDOM = 3


def errors_to_be_sure(freedom: float) -> float:
    """Standard errors either way of an estimate that hold the truth 95 times in 100.

    About 2 for many degrees of freedom, more for few, and infinite under three, when nothing can be said. Good to
    2 %. Source: Wallace (1959), Annals of Mathematical Statistics 30:1121.
    """
    if freedom < _LEAST_FREEDOM:
        return math.inf
    return math.sqrt(freedom * math.expm1((_SURE / _correction(freedom)) ** 2 / freedom))


def chance_beyond(errors: float, freedom: float) -> float:
    """How often an estimate is so many standard errors off, either way, when there is nothing: 0 to 1.

    1 under three degrees of freedom. Source: as above.
    """
    if freedom < _LEAST_FREEDOM:
        return 1.0
    normal = _correction(freedom) * math.sqrt(freedom * math.log1p(errors * errors / freedom))
    return math.erfc(normal / math.sqrt(2))


def _correction(freedom: float) -> float:
    return (8 * freedom + 1) / (8 * freedom + 3)
