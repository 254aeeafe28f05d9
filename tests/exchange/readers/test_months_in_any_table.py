"""Dates of any table with the month in words, in the language of the table."""

from dataclasses import replace
from datetime import date

import pytest

from carelog.exchange.pipeline.import_batch import ImportBatch
from carelog.exchange.readers.formats import format_named
from support.imports import a_context

OPEN_MONTH = (
    "The name of the month means another month in another language, and the file does not show which language it "
    "is. Write the date as 2025-03-09, and import the file again."
)


def read(*dates: str) -> ImportBatch:
    table = "\n".join(["Day;Note", *(f"{each};out" for each in dates)])
    return format_named("csv").read(table.encode(), replace(a_context(), columns={"date": "Day", "note": "Note"}))


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["9 listopada 2020", "1 grudnia 2020"], [date(2020, 11, 9), date(2020, 12, 1)]),
        (["9 listopada 2020", "1. prosinca 2020."], [date(2020, 10, 9), date(2020, 12, 1)]),
        (["poniedziałek, 9 listopada 2020"], [date(2020, 11, 9)]),
        (["mandag 9. november 2020", "tirsdag 1. desember 2020"], [date(2020, 11, 9), date(2020, 12, 1)]),
    ],
)
def test_months_are_read_in_the_language_of_the_table(dates: list[str], days: list[date]) -> None:
    batch = read(*dates)
    assert ([entry.day for entry in batch.entries], batch.problems) == (days, ())


def test_a_month_of_several_languages_is_left_out_with_what_to_do() -> None:
    batch = read("9 listopada 2020", "10 listopada 2020")
    assert batch.entries == ()
    assert [(each.line, each.message) for each in batch.problems] == [(2, OPEN_MONTH), (3, OPEN_MONTH)]
