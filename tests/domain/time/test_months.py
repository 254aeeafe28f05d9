"""Calendar months."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.time.days import ONE_DAY
from carelog.domain.time.months import month_of, months_on

DAYS = st.dates(date(1901, 1, 1), date(2999, 12, 31))


@given(DAYS)
def test_a_month_has_its_days_and_no_other(day: date) -> None:
    month = month_of(day)
    assert day in month
    assert {each.month for each in month} == {day.month}
    assert (month.first - ONE_DAY).month != day.month != (month.last + ONE_DAY).month


@given(DAYS, st.integers(-600, 600))
def test_months_forward_and_back_are_the_month_again(day: date, months: int) -> None:
    assert months_on(months_on(day, months), -months) == day.replace(day=1)
