"""How a period is cut up on a page: nothing twice, nothing missing, and never a long table."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.time.days import Period
from carelog.review.packet.spans import Unit, cut, unit_of

MOST_LINES = 37
FIFTY_YEARS = 18_263


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(1, FIFTY_YEARS))
def test_every_day_is_in_one_piece_and_the_pieces_are_few(first: date, days: int) -> None:
    period = Period(first, first + timedelta(days=days - 1))
    pieces = cut(period, unit_of(period))
    assert (pieces[0].first, pieces[-1].last) == (period.first, period.last)
    assert all(after.first - before.last == timedelta(days=1) for before, after in pairwise(pieces))
    assert len(pieces) <= max(MOST_LINES, days // 365 + 2)


@pytest.mark.parametrize(
    ("first", "last", "unit", "lines"),
    [
        ("2026-10-26", "2026-11-22", Unit.WEEK, 4),
        ("2026-11-22", "2026-11-22", Unit.WEEK, 1),
        ("2025-11-23", "2026-11-22", Unit.MONTH, 13),
        ("2016-11-23", "2026-11-22", Unit.YEAR, 11),
    ],
)
def test_four_weeks_are_weeks_a_year_is_months_and_ten_years_are_years(
    first: str, last: str, unit: Unit, lines: int
) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert unit_of(period) is unit
    assert len(cut(period, unit)) == lines
