"""The order of day and month in the table of an app: the only one that fits, or the one that the person says."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.files.written_days import Order
from carelog.exchange.pipeline.import_batch import ImportBatch
from carelog.exchange.pipeline.order_of_dates import order_in_export
from carelog.exchange.readers.any_table import read_any_table
from carelog.exchange.readers.formats import format_named
from support.imports import a_context
from support.sentences import whole

OPEN = (
    "It is open which number of dates such as 3/9/2025 is the day. If the day comes first, run this; write mdy in "
    "place of dmy for the month, ymd for the year: carelog import emoods FILE --column date:dmy=date"
)


def of_emoods(*dates: str, **columns: str) -> ImportBatch:
    table = "\n".join(["Date,Irritability,Elevated,Note", *(f"{each},1,2,out" for each in dates)]).encode()
    context = replace(a_context(), columns={field.replace("_", ":"): name for field, name in columns.items()})
    return format_named("emoods").read(table, context)


@pytest.mark.parametrize("dates", [("3/9/2025", "4/9/2025"), ("13/9/2025", "9/13/2025")])
def test_dates_that_several_orders_fit_or_that_contradict_each_other_are_refused(dates: tuple[str, ...]) -> None:
    with pytest.raises(RefusedFile, match=whole(OPEN)):
        of_emoods(*dates)


@pytest.mark.parametrize(("format_", "day"), [("MM/DD/YYYY", "2025-03-09"), ("DD/MM/YYYY", "2025-09-03")])
def test_the_heading_of_emoods_settles_what_the_dates_leave_open(format_: str, day: str) -> None:
    table = f"Date ({format_}),Irritability,Elevated,Note\n3/9/2025,1,2,out\n".encode()
    batch = format_named("emoods").read(table, a_context())
    assert ([f"{entry.day}" for entry in batch.entries], batch.remarks) == ([day], ())


def test_the_order_that_is_said_is_used() -> None:
    assert [f"{entry.day}" for entry in of_emoods("3/9/2025", date_mdy="date").entries] == ["2025-03-09"]
    assert [f"{entry.day}" for entry in of_emoods("3/9/2025", date_dmy="date").entries] == ["2025-09-03"]


def test_a_day_that_has_not_come_does_not_fit() -> None:
    assert order_in_export(["1/12/2026"], a_context(), "daylio", "full_date") is Order.MONTH_FIRST


def of_csv(*dates: str) -> ImportBatch:
    return read_any_table("\n".join(["date,note", *(f"{each},out" for each in dates)]).encode(), a_context())


@pytest.mark.parametrize("read", [of_emoods, of_csv])
@pytest.mark.parametrize("no_day", ["99/99/99", "31/31/2025", "0-0-0", "32.13.20.", "13/13/2025 10:00"])
def test_a_date_that_is_none_in_any_order_is_left_out_alone(read: Callable[..., ImportBatch], no_day: str) -> None:
    batch = read(no_day, "2025-03-09")
    days, left_out = [f"{entry.day}" for entry in batch.entries], [each.line for each in batch.problems]
    assert (days, left_out) == (["2025-03-09"], [2])


OPEN_IN_A_TABLE = (
    "It is open whether the day or the month comes first in the dates. If the day does, run this; write mdy in place "
    "of dmy for the month: carelog import csv FILE --column date:dmy=date"
)


@pytest.mark.parametrize(("read", "said"), [(of_emoods, OPEN), (of_csv, OPEN_IN_A_TABLE)])
def test_beside_a_date_that_is_none_the_others_are_still_open(read: Callable[..., ImportBatch], said: str) -> None:
    with pytest.raises(RefusedFile, match=whole(said)):
        read("99/99/99", "3/9/2025")
