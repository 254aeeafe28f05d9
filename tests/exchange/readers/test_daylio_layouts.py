"""Daylio's CSV in other languages, without its heading, and without a column of times."""

from datetime import date

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.readers.daylio import read_daylio
from carelog.exchange.readers.formats import format_of
from support.daylio import LAYOUT_2018, LAYOUT_2026, LAYOUT_CLASSIC, context, of_moment, read_rows, walls, written
from support.sentences import whole

LAYOUT_2019 = tuple(name for name in LAYOUT_CLASSIC if name != "note_title")
LAYOUTS = (LAYOUT_2018, LAYOUT_2019, LAYOUT_CLASSIC, LAYOUT_2026)
ROWS = (
    {**of_moment("2025-03-09T21:41"), "mood": "good", "activities": "walk", "note": "By the lake"},
    {**of_moment("2025-03-08T08:10"), "mood": "bad"},
)
WITHOUT_HEADING = "The file has no heading. Its columns were read in the order in which Daylio writes them."
OPEN_ORDER = (
    "It is open which number of dates such as 3/9/2025 is the day. If the day comes first, run this; write mdy in "
    "place of dmy for the month, ymd for the year: carelog import daylio FILE --column date:dmy=full_date"
)
OPEN_MONTH = (
    "The name of the month means another month in another language, and the file does not show which language it "
    "is. Write the date as 2025-03-09, and import the file again."
)


def without_heading(layout: tuple[str, ...]) -> bytes:
    return written(ROWS, layout).partition(b"\n")[2]


@pytest.mark.parametrize("layout", LAYOUTS, ids=len)
def test_a_file_without_a_heading_holds_the_same_as_one_with_it(layout: tuple[str, ...]) -> None:
    content = without_heading(layout)
    assert format_of(content).name == "daylio"
    read = read_daylio(content, context())
    assert read.entries == read_daylio(written(ROWS, layout), context()).entries
    assert len(read.entries) == 2
    assert ([each.message for each in read.remarks], read.problems) == ([WITHOUT_HEADING], ())


@pytest.mark.parametrize(
    "row",
    [
        "2025-03-09,9 March,Sunday,21:41,good,walk",
        "2025-03-09,9 March,Sunday,late,good,walk,note",
        "2025-03-09,9,Sunday,21:41,good,walk,note",
        "2025-03-09,9 March,7,21:41,good,walk,note",
        "2025-03-09,9 March,Sunday,21:41,,walk,note",
        "3/9/2025,9 March,Sunday,21:41,good,walk,note",
        "1,9 March,Sunday,21:41,good,walk,note",
    ],
)
def test_a_first_row_of_another_shape_is_not_taken_for_daylios(row: str) -> None:
    with pytest.raises(RefusedFile):
        format_of(f"{row}\n{row}\n".encode())


@pytest.mark.parametrize("layout", [("full_date", "mood"), ("year", "date", "weekday", "mood", "activities", "note")])
def test_without_a_column_of_times_entries_are_days(layout: tuple[str, ...]) -> None:
    batch = read_rows(*ROWS, layout=layout)
    assert walls(batch) == ["2025-03-08 12:00", "2025-03-09 12:00"]
    assert [entry.mood for entry in batch.entries] == [2, 4]
    assert (batch.problems, batch.remarks) == ((), ())


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (("7 września", "31 sierpnia"), [date(2017, 8, 31), date(2017, 9, 7)]),
        (("9 listopada", "7 września"), [date(2017, 9, 7), date(2017, 11, 9)]),
        (("9 listopada", "7 rujna"), [date(2017, 9, 7), date(2017, 10, 9)]),
        (("7 сентября", "31 августа"), [date(2017, 8, 31), date(2017, 9, 7)]),
        (("7 Eylül", "31 Ağustos"), [date(2017, 8, 31), date(2017, 9, 7)]),
        (("9月7日", "8月31日"), [date(2017, 8, 31), date(2017, 9, 7)]),
    ],
)
def test_months_are_read_in_the_language_of_the_file(dates: tuple[str, str], days: list[date]) -> None:
    rows = [{"year": "2017", "date": each, "weekday": ""} for each in dates]
    batch = read_rows(*rows, layout=LAYOUT_2018)
    assert ([entry.day for entry in batch.entries], batch.problems) == (days, ())


@pytest.mark.parametrize(("weekday", "month"), [("czwartek", 11), ("četvrtak", 10)])
def test_the_day_of_the_week_tells_the_language_of_a_month(weekday: str, month: int) -> None:
    [entry] = read_rows({"year": "2017", "date": "9 listopada", "weekday": weekday}, layout=LAYOUT_2018).entries
    assert entry.day == date(2017, month, 9)


def test_a_month_that_is_another_one_in_another_language_is_not_guessed() -> None:
    rows = [{"year": "2017", "date": "9 listopada", "weekday": ""}, {"year": "2017", "date": "8 May", "weekday": ""}]
    batch = read_rows(*rows, layout=LAYOUT_2018)
    assert [entry.day for entry in batch.entries] == [date(2017, 5, 8)]
    assert [(each.line, each.message) for each in batch.problems] == [(2, OPEN_MONTH)]


def test_dates_of_a_spreadsheet_that_leave_the_order_open_are_refused_with_what_to_do() -> None:
    with pytest.raises(RefusedFile, match=whole(OPEN_ORDER)):
        read_rows({"full_date": "3/9/2025"}, {"full_date": "4/9/2025"})
    [entry] = read_rows({"full_date": "3/9/2025"}, columns={"date:dmy": "full_date"}).entries
    assert entry.day == date(2025, 9, 3)
