"""Track & Graph, and any table whose columns the person names."""

import shlex
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.clock import fixed_clock
from carelog.domain.ids import steady_id
from carelog.errors import RefusedFile
from carelog.exchange.files.written_days import Order, read_when
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.intake import apply_import
from carelog.exchange.readers.any_table import read_any_table
from carelog.exchange.readers.formats import format_of
from carelog.exchange.readers.track_and_graph import read_track_and_graph
from carelog.journal import Journal
from support.command import Command
from support.daylio import context
from support.sentences import whole
from support.source import SAMPLES

TRACK_AND_GRAPH = SAMPLES / "trackandgraph"


def table(text: str, /, **columns: str) -> ImportBatch:
    return read_any_table(text.encode(), context(columns=columns))


def shown(batch: ImportBatch) -> list[tuple[Any, ...]]:
    return [(f"{each.at.local:%Y-%m-%d %H:%M}", dict(each.readings), each.note) for each in batch.entries]


def test_track_and_graph_is_read_with_its_offsets_durations_and_labels() -> None:
    batch = read_track_and_graph((TRACK_AND_GRAPH / "export.csv").read_bytes(), context())
    assert shown(batch) == [
        ("2025-03-08 23:58", {"Mood": 1}, "Mood: Awful\npanic, late"),
        ("2025-03-09 07:00", {"Sleep": 7.5}, ""),
        ("2025-03-09 21:41", {"Mood": 4}, "Mood: Good"),
    ]
    assert [(tracker.name, tracker.unit) for tracker in batch.trackers] == [("Mood", ""), ("Sleep", "h")]


def test_the_old_layout_has_its_label_behind_the_number() -> None:
    batch = read_track_and_graph((TRACK_AND_GRAPH / "export_legacy.csv").read_bytes(), context())
    assert shown(batch) == [
        ("2022-09-16 00:13", {"Mood": 4}, "Mood: Good"),
        ("2022-09-16 07:00", {"Sleep": 7.5}, "So:me note"),
    ]


@pytest.mark.parametrize(
    ("value", "hours"),
    [("7:30:00", 7.5), ("-10:-30:20", -10.494444), ("0:00:36", 0.01), ("100:00:00", 100), ("١٠:٣٠:٠٠", 10.5)],
)
def test_a_duration_is_hours_also_with_negative_parts(value: str, hours: float) -> None:
    text = f"FeatureName,Timestamp,Value,Label,Note\nWork,2025-03-09T07:00:00Z,{value},,\n"
    [entry] = read_track_and_graph(text.encode(), context()).entries
    assert entry.readings["Work"] == pytest.approx(hours)


def test_a_column_that_track_and_graph_adds_later_stays_in_the_note() -> None:
    batch = read_track_and_graph(
        b"FeatureName,Timestamp,Value,Label,Note,Mood\nTea,2025-03-09T07:00Z,2,,,calm\n", context()
    )
    assert [entry.note for entry in batch.entries] == ["mood: calm"]
    assert len(batch.remarks) == 1


def test_rows_that_cannot_be_are_problems_with_their_line() -> None:
    rows = ["Mood,yesterday,1,,", "Mood,2025-03-09T07:00:00Z,much,,", "Mood,2030-03-09T07:00:00Z,1,,"]
    rows += [",2025-03-09,1,,", "Mood,2025-03-09T07:00:00Z,1,,"]
    batch = read_track_and_graph("\n".join(["FeatureName,Timestamp,Value,Label,Note", *rows]).encode(), context())
    assert [problem.line for problem in batch.problems] == [2, 3, 4, 5]
    assert len(batch.entries) == 1


@pytest.mark.parametrize("sample", sorted(TRACK_AND_GRAPH.iterdir()), ids=lambda path: path.name)
def test_it_is_recognised_and_a_second_time_adds_nothing(sample: Path, journal: Journal) -> None:
    content = sample.read_bytes()
    assert format_of(content).name == "trackandgraph"
    for new in (True, False):
        batch = read_track_and_graph(content, ImportContext.of(journal, {}))
        assert bool(apply_import(batch, journal).new) is new


def test_a_table_is_read_by_the_columns_that_are_named_and_the_rest_stays_in_the_note() -> None:
    text = "Day;Rating;Hours;What;Weather\n9.3.2025;4;7,5;walk, tea;rain\n"
    batch = table(text, date="day", mood="RATING", sleep="Hours", tags="What")
    [entry] = batch.entries
    assert (entry.day, entry.mood, entry.readings) == (date(2025, 3, 9), 4, {"sleep": 7.5})
    assert (entry.tags, entry.note) == (("walk", "tea"), "weather: rain")
    assert [remark.line for remark in batch.remarks] == [1]


def test_without_names_the_columns_that_are_called_so_are_taken() -> None:
    [entry] = table("Date,Time,Mood,Note\n2025-03-09,9:41 pm,2,words\n").entries
    assert (f"{entry.at.local:%H:%M}", entry.mood, entry.note) == ("21:41", 2, "words")


def test_the_sample_of_a_table_is_read_with_and_without_names_of_columns() -> None:
    content = (SAMPLES / "csv" / "spreadsheet.csv").read_bytes()
    as_called = read_any_table(content, context())
    assert [(each.mood, each.tags, each.feelings) for each in as_called.entries] == [
        (3, (), ()),
        (1, (), ("tense",)),
        (4, ("walk", "family"), ("calm",)),
    ]
    assert shown(as_called)[1:] == [
        ("2025-03-08 12:00", {}, "panic after work\nsleep: 4\nweather: rain"),
        ("2025-03-09 21:41", {}, "quiet Sunday, a long walk\nsleep: 7,5\nweather: sun"),
    ]
    named = read_any_table(content, context(columns={"date": "date", "mood": "mood", "sleep": "sleep"}))
    assert [dict(each.readings) for each in named.entries] == [{}, {"sleep": 4}, {"sleep": 7.5}]


def test_a_scale_that_is_not_one_to_five_is_placed_by_the_person() -> None:
    text = "date,mood\n2025-03-09,8\n2025-03-08,3\n2025-03-07,\n"
    batch = table(text)
    assert batch.unknown_moods == {"8": 1, "3": 1}
    placed = read_any_table(text.encode(), context(moods={"8": 4, "3": 2}))
    assert [entry.mood for entry in placed.entries] == [2, 4]
    assert [problem.line for problem in placed.problems] == [4], "a row with nothing in it"


@pytest.mark.parametrize(
    ("column", "rows", "days"),
    [
        ("date", ["13/2/2025", "1/2/2025"], [(2, 1), (2, 13)]),
        ("date", ["2/13/2025", "1/2/2025"], [(1, 2), (2, 13)]),
        ("date:dmy", ["1/2/2025"], [(2, 1)]),
        ("date:mdy", ["1-2-2025"], [(1, 2)]),
        ("date", ["1.2.2025", "2025/3/4", "5 March 2025", "March 6, 2025"], [(2, 1), (3, 4), (3, 5), (3, 6)]),
    ],
)
def test_the_order_of_day_and_month_is_seen_or_said_and_never_guessed(
    column: str, rows: list[str], days: list[tuple[int, int]]
) -> None:
    text = "when,mood\n" + "".join(f'"{row}",3\n' for row in rows)
    batch = table(text, **{column: "when", "mood": "mood"})
    assert [(entry.day.month, entry.day.day) for entry in batch.entries] == days


OTHER_WAYS = [
    ("2025-03-13", "2025-03-13 12:00"),
    ("2025. 3. 13.", "2025-03-13 12:00"),
    ("2025年3月13日", "2025-03-13 12:00"),
    ("2025년 3월 13일", "2025-03-13 12:00"),
    ("20250313", "2025-03-13 12:00"),
    ("13.03.25", "2025-03-13 12:00"),
    ("13. 3. 25", "2025-03-13 12:00"),
    ("3/13/25", "2025-03-13 12:00"),
    ("13/3/25", "2025-03-13 12:00"),
    ("13/3/25 21:41", "2025-03-13 21:41"),
    ("3/13/25, 9:41 PM", "2025-03-13 21:41"),
    ("3/13/2025, 9:41:07 PM", "2025-03-13 21:41"),
    ("13.3.2025, 21:41 Uhr", "2025-03-13 21:41"),
    ("13.3.2025 klo 21.41", "2025-03-13 21:41"),
    ("13.03.2025 21.41.07", "2025-03-13 21:41"),
    ("31-12-24", "2024-12-31 12:00"),
    ("24-12-31", "2024-12-31 12:00"),
    ("13-Mar-25", "2025-03-13 12:00"),
    ("13-Mar-2025", "2025-03-13 12:00"),
    ("13 Mar 25 21:41", "2025-03-13 21:41"),
    ("13. Mär. 25", "2025-03-13 12:00"),
    ("Thursday, March 13, 2025", "2025-03-13 12:00"),
    ("Thursday March 13 2025", "2025-03-13 12:00"),
    ("Thu 13 Mar 2025", "2025-03-13 12:00"),
    ("Thu, 13 Mar 2025 21:41:07 +0100", "2025-03-13 21:41"),
    ("Thu Mar 13 21:41:07 2025", "2025-03-13 21:41"),
    ("Thu Mar 13 21:41:07 CET 2025", "2025-03-13 21:41"),
    ("Thu Mar 13 2025 21:41:07 GMT+0100 (Central European Standard Time)", "2025-03-13 21:41"),
    ("Thursday, March 13, 2025 at 9:41 PM", "2025-03-13 21:41"),
    ("March 13, 2025 at 9:41:07 PM CET", "2025-03-13 21:41"),
    ("Donnerstag, 13. März 2025 um 21:41", "2025-03-13 21:41"),
    ("Do., 13.03.25", "2025-03-13 12:00"),
    ("13.03.25 (Do)", "2025-03-13 12:00"),
    ("jeudi 13 mars 2025 à 21:41", "2025-03-13 21:41"),
    ("mar. 11 mars 2025", "2025-03-11 12:00"),
    ("mar 11 mar 2025", "2025-03-11 12:00"),
    ("jueves, 13 de marzo de 2025, 21:41", "2025-03-13 21:41"),
    ("quinta-feira, 13 de março de 2025 às 21:41", "2025-03-13 21:41"),
    ("giovedì 13 marzo 2025 alle ore 21:41", "2025-03-13 21:41"),
    ("donderdag 13 maart 2025 om 21:41", "2025-03-13 21:41"),
    ("2025-03-13 21:41:07 +0100", "2025-03-13 21:41"),
    ("2025-03-13 21:41:07.123456", "2025-03-13 21:41"),
    ("2025-03-13 Thu 21:41", "2025-03-13 21:41"),
    ("21:41 13 March 2025", "2025-03-13 21:41"),
    ("1741898467", "2025-03-13 21:41"),
    ("1741898467.25", "2025-03-13 21:41"),
    ("1741898467000", "2025-03-13 21:41"),
    ("1741898467000000", "2025-03-13 21:41"),
    ("13/3/99", "1999-03-13 12:00"),
]
"""A date as a program or a spreadsheet writes it, and what the wall showed in Berlin."""


@pytest.mark.parametrize(("written", "wall"), OTHER_WAYS)
def test_dates_are_read_as_programs_and_spreadsheets_write_them(written: str, wall: str) -> None:
    berlin = fixed_clock("2026-11-26T21:30:00+01:00")
    batch = read_any_table(f'date,mood\n"{written}",3\n'.encode(), context(berlin))
    assert [each[0] for each in shown(batch)] == [wall]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "  "])
def test_any_space_stands_between_the_parts_of_a_date(space: str) -> None:
    text = f"Thursday, March 13, 2025 at 9:41{space}PM".replace(" ", space)
    assert read_when(text, None) == (date(2025, 3, 13), time(21, 41))


@pytest.mark.parametrize(
    "written",
    [
        "32.03.25",
        "30 February 2025",
        "Smarch 13, 2025",
        "perhaps 13 March 2025",
        "13 March 2025 or 14 March 2025",
        "March 2025",
        "13.3.125",
        "45000",
        "174189846",
        "1.74189E+12",
        "9999999999999",
        "20251332",
        "2025-03-13 25:41",
        "13.3.2025 21:41-22:00",
    ],
)
def test_a_date_that_cannot_be_told_is_left_out_with_its_line(written: str) -> None:
    batch = table(f'date,mood\n2025-03-09,4\n"{written}",3\n')
    assert [each.mood for each in batch.entries] == [4]
    assert [problem.line for problem in batch.problems] == [3]


MONTH_READ_FIRST = "In dates such as 3/13/25 the month was read first. No other order fits all of them."
DAY_READ_FIRST = "In dates such as 13/3/25 the day was read first. No other order fits all of them."
YEAR_READ_FIRST = "In dates such as 25-03-13 the year was read first. No other order fits all of them."


@pytest.mark.parametrize(
    ("rows", "days", "said"),
    [
        (["3/13/25", "3/4/25"], ["2025-03-04", "2025-03-13"], MONTH_READ_FIRST),
        (["13/3/25", "4/3/25"], ["2025-03-04", "2025-03-13"], DAY_READ_FIRST),
        (["13-03-05", "05-13-03", "25-31-12"], [], None),
        (["99-12-31", "99-11-30"], ["1999-11-30", "1999-12-31"], YEAR_READ_FIRST),
        (["99/12/31", "99/11/30"], ["1999-11-30", "1999-12-31"], YEAR_READ_FIRST),
        (["Tue 3/4/2025", "Wed 5/3/2025"], None, None),
        (["Tue 3/4/2025", "Thu 6/3/2025"], None, None),
        (["Mon 3/4/2025"], None, None),
        (["Thu 3/4/2025"], ["2025-04-03"], DAY_READ_FIRST),
        (["Tue 3/4/2025", "Wed 3/5/2025"], ["2025-03-04", "2025-03-05"], MONTH_READ_FIRST),
        (["13.3.2025", "1.2.25"], ["2025-02-01", "2025-03-13"], None),
        (["3.13.2025", "3.4.2025"], ["2025-03-04", "2025-03-13"], MONTH_READ_FIRST),
        (["13-03-25", "31-03-25"], ["2025-03-13", "2025-03-31"], DAY_READ_FIRST),
        (["25-03-13", "25-03-31"], ["2025-03-13", "2025-03-31"], YEAR_READ_FIRST),
        (["no date", "99/99/2025", "3/13/2025"], ["2025-03-13"], MONTH_READ_FIRST),
    ],
)
def test_the_only_order_that_fits_a_column_is_taken_and_said(
    rows: list[str], days: list[str] | None, said: str | None
) -> None:
    text = "date,mood\n" + "".join(f'"{row}",3\n' for row in rows)
    if not days:
        with pytest.raises(RefusedFile):
            table(text)
        return
    batch = table(text)
    assert [str(entry.day) for entry in batch.entries] == days
    assert [remark.message for remark in batch.remarks] == ([said] if said else [])


DAY_OR_MONTH = (
    "It is open whether the day or the month comes first in the dates. If the day does, run this; write mdy in place "
    "of dmy for the month: carelog import csv FILE --column date:dmy=date"
)

DAY_MONTH_OR_YEAR = (
    "It is open whether the day, the month or the year comes first in the dates. If the day does, run this; write mdy "
    "in place of dmy for the month, ymd for the year: carelog import csv FILE --column date:dmy=date"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("date,mood\n1/2/2025,3\n", DAY_OR_MONTH),
        ("date,mood\n1/13/2025,3\n13/1/2025,3\n", DAY_OR_MONTH),
        ("date,mood\n1/2/25,3\n", DAY_OR_MONTH),
        ("date,mood\n1-2-2025,3\n", DAY_OR_MONTH),
        ("date,mood\n25-03-13,3\n", DAY_MONTH_OR_YEAR),
        ("date,mood\n25. 3. 13.,3\n", DAY_MONTH_OR_YEAR),
        (
            "when,mood\n2025-03-09,3\n",
            (
                "No column is named for the date. Say which, such as --column date=Day --column mood=Rating. "
                "Its columns: when, mood."
            ),
        ),
        (
            "I met Kim today.,it was good.\n2025-03-09,3\n",
            (
                "No column is named for the date. The first line of a table has to name its columns, such as: "
                "date,mood,note"
            ),
        ),
        (
            "date,date\n2025-03-09,3\n",
            "Two columns of the file have the same name. Import the file as the app exported it.",
        ),
    ],
)
def test_what_is_open_is_refused_with_what_to_say(text: str, said: str) -> None:
    with pytest.raises(RefusedFile, match=whole(said)):
        table(text)


def test_the_column_of_the_dates_is_named_as_it_is_typed_in_a_shell() -> None:
    said = (
        "It is open whether the day or the month comes first in the dates. If the day does, run this; write mdy in "
        "place of dmy for the month: carelog import csv FILE --column 'date:dmy=my day'"
    )
    with pytest.raises(RefusedFile, match=whole(said)):
        table("My day,mood\n1/2/2025,3\n", date="my day")


@pytest.mark.usefixtures("home", "now")
@pytest.mark.parametrize(
    ("format_", "table", "options"),
    [
        ("csv", "My day,How,mood\n1/2/2025,in the rain,3\n", ["--column", "date=My day", "--column", "note=How"]),
        ("emoods", "Date,Irritability,Elevated,Note\n3/9/2025,1,2,out\n", []),
    ],
)
def test_the_command_that_says_the_order_can_be_pasted(
    format_: str, table: str, options: list[str], carelog: Command, tmp_path: Path
) -> None:
    file = tmp_path / "moods.csv"
    file.write_text(table)
    refused = carelog("import", format_, str(file), *options)
    assert refused.exit_code != 0
    _, command = " ".join(refused.stderr.split()).split(": carelog ")
    typed = [str(file) if word == "FILE" else word for word in shlex.split(command)]
    assert carelog(*typed, "--json").json["data"]["found"] == 1


CELLS = {
    "time": st.sampled_from(["", "8:10", "9:41 pm"]),
    "mood": st.sampled_from(["", "1", "4"]),
    "title": st.sampled_from(["", "Rain", "13/3/25"]),
    "note": st.sampled_from(["", "tea with Kim", "1/2/25"]),
    "tags": st.sampled_from(["", "garden", "home; garden"]),
    "feelings": st.sampled_from(["", "calm", "calm, tired"]),
    "weather": st.sampled_from(["", "sun"]),
}
OPEN_DAYS = {"01/04/{}": "{}-04-01", "03/04/{}": "{}-04-03", "12/11/{}": "{}-11-12"}


@given(
    st.lists(st.tuples(st.sampled_from(sorted(OPEN_DAYS)), st.fixed_dictionaries(CELLS)), min_size=1, max_size=5),
    st.permutations(sorted(CELLS)),
    st.integers(0, len(CELLS)),
    st.sampled_from(["25", "2025"]),
)
def test_following_the_advice_about_dates_takes_in_all_that_the_table_holds(
    rows: list[tuple[str, dict[str, str]]], columns: list[str], count: int, year: str
) -> None:
    header = ["date", *columns[:count]]
    advised = [[day.format(year), *(cells[name] for name in columns[:count])] for day, cells in rows]
    plain = [[OPEN_DAYS[day].format(2025), *others] for (day, _), (_, *others) in zip(rows, advised, strict=True)]
    with pytest.raises(RefusedFile, match=whole(DAY_OR_MONTH)):
        table(as_csv(header, advised))
    followed, as_called = table(as_csv(header, advised), **{"date:dmy": "date"}), table(as_csv(header, plain))
    assert [replace(each, id="") for each in followed.entries] == [replace(each, id="") for each in as_called.entries]
    assert (followed.problems, followed.remarks) == (as_called.problems, as_called.remarks)


def as_csv(header: list[str], rows: list[list[str]]) -> str:
    return "".join(",".join(f'"{cell}"' for cell in row) + "\n" for row in [header, *rows])


def test_a_column_with_the_name_of_a_purpose_may_be_named_for_another_one() -> None:
    text = "date,mood,note,tags\n2025-03-09,4,tea,garden\n"
    [entry] = table(text, title="mood", energy="tags").entries
    assert (entry.mood, entry.note, entry.tags) == (None, "4\ntea\nenergy: garden", ())


def test_what_an_older_carelog_took_in_by_fewer_columns_is_known_again(journal: Journal) -> None:
    text = "date,mood,note\n01/04/2025,4,tea\n01/04/2025,4,rain\n03/04/2025,2,snow\n"
    [*days] = ["2025-04-01", "2025-04-01", "2025-04-03"]
    cells = ["01/04/2025", "01/04/2025", "03/04/2025"]
    ids = [steady_id("csv", day, cell, str(number)) for day, cell, number in zip(days, cells, (0, 1, 0), strict=True)]
    followed = read_any_table(text.encode(), ImportContext.of(journal, {}, columns={"date:dmy": "date"}))
    older = [replace(entry, id=each) for entry, each in zip(followed.entries, ids, strict=True)]
    apply_import(replace(followed, entries=tuple(older)), journal)
    again = read_any_table(text.encode(), ImportContext.of(journal, {}, columns={"date:dmy": "date"}))
    assert apply_import(again, journal).new == 0


def test_a_column_that_is_not_there_is_said() -> None:
    said = "The file has no column “Rating”. Its columns: date, mood."
    with pytest.raises(RefusedFile, match=whole(said)):
        table("date,mood\n2025-03-09,3\n", date="date", mood="Rating")


NO_NAMES = "The file has no column “Day”. Its first line does not look like names of columns; a table has them there."
NO_TABLE = (
    "This file holds JSON and no table. Import it without “csv” and --column, so that carelog can see what it is."
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[{"secret": "plum tree", "a": 1}]', NO_TABLE),
        ('{"plum": "tree", "a": 1}', NO_TABLE),
        ("\ufeff\n [ 1, 2 ]", NO_TABLE),
        ("Dear plum tree, today I cried\nand then, nothing\n", NO_NAMES),
        ("I saw the plum tree,I slept all of the day\n", NO_NAMES),
        ("plum tree.,b\n", NO_NAMES),
        ("plum tree\n", NO_NAMES),
        ("2025-03-09,4,plum tree\n", NO_NAMES),
        ("9 March 2025,plum tree\n", NO_NAMES),
        ("4,plum tree\n", NO_NAMES),
        ("[2025-03-09 21:41] plum tree, and more\n", NO_NAMES),
    ],
)
def test_the_first_line_of_a_file_that_is_no_table_is_not_shown(content: str, said: str) -> None:
    with pytest.raises(RefusedFile, match=whole(said)):
        table(content, date="Day")


def test_a_moment_with_an_offset_stays_what_the_wall_showed() -> None:
    [entry] = table("date,mood\n2025-03-09T23:30:00-05:00,3\n").entries
    assert (f"{entry.at.local:%Y-%m-%d %H:%M}", entry.at.offset) == ("2025-03-09 23:30", -300)


def test_the_same_rows_in_another_order_are_known(journal: Journal) -> None:
    rows = ["2025-03-09,3,a", "2025-03-09,3,a", "2025-03-08,4,b"]
    for order, new in ((rows, 3), (rows[::-1], 0), ([*rows, "2025-03-10,5,c"], 1)):
        text = "date,mood,note\n" + "\n".join(order)
        assert apply_import(read_any_table(text.encode(), ImportContext.of(journal, {})), journal).new == new


@given(st.text(max_size=40), st.sampled_from([None, *Order]))
def test_any_text_is_a_date_or_none(text: str, order: Order | None) -> None:
    when = read_when(text, order)
    assert when is None or when


@pytest.mark.usefixtures("home", "now")
def test_columns_are_named_on_the_command_line(carelog: Command) -> None:
    Path("mine.csv").write_text("Day,Rating,Hours\n2025-03-09,4,7.5\n", encoding="utf-8")
    columns = ["--column", "date=Day", "--column", "mood=Rating", "--column", "sleep=Hours"]
    data = carelog("import", "mine.csv", *columns, "--apply", "--json").json["data"]
    assert (data["source"], data["new"], data["trackers"]) == ("csv", 1, ["sleep"])
    assert carelog("import", "csv", "mine.csv", *columns, "--apply", "--json").json["data"]["new"] == 0
    assert carelog("import", "mine.csv", "--column", "Rating").exit_code == 2
    assert carelog("import", "mine.csv").exit_code == 6
