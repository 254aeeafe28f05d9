from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

from carelog.clock import Clock
from carelog.errors import InvalidValue
from carelog.exchange.readers.daylio import read_daylio
from carelog.exchange.readers.formats import format_named, format_of
from support.daylio import DAYLIO, LAYOUT_2018, context, of_moment, read_rows, walls

BERLIN = Clock(lambda: datetime(2026, 11, 22, 20, 30, tzinfo=UTC))  # the machine's own rules, which are Berlin's here


def test_the_old_layout_is_dated_by_year_and_month_in_words() -> None:
    batch = read_daylio((DAYLIO / "daylio_export_7col_2018.csv").read_bytes(), context())
    assert walls(batch) == ["2018-05-17 22:21", "2018-05-18 23:54"]
    assert [entry.tags for entry in batch.entries] == [("cook", "stressed"), ("clean", "cook", "music")]
    assert batch.entries[1].note == "Went to a party"
    assert batch.unknown_moods == {"average": 1, "happy": 1}


def test_the_classic_layout_is_read_behind_a_byte_order_mark() -> None:
    batch = read_daylio((DAYLIO / "daylio_export_8col_12h_bom.csv").read_bytes(), context())
    assert [(entry.mood, wall) for entry, wall in zip(batch.entries, walls(batch), strict=True)] == [
        (None, "2025-03-07 08:10"),
        (5, "2025-03-08 00:00"),
        (1, "2025-03-08 23:58"),
        (3, "2025-03-09 12:05"),
        (4, "2025-03-09 21:41"),
    ]
    assert batch.entries[2].note == 'Couldn\'t stop thinking about "the thing" at work'
    assert batch.entries[2].tags == ("bad sleep", "alone", "panic")
    assert batch.entries[1].tags == ("friends", "movies / tv")
    assert batch.entries[4].note == "Quiet Sunday\nLong walk with my sister, felt lighter."
    assert not batch.problems
    assert not batch.remarks


def test_an_entry_after_midnight_is_on_the_day_that_daylio_wrote() -> None:
    batch = read_daylio((DAYLIO / "daylio_export_8col_12h_bom.csv").read_bytes(), context())
    assert (batch.entries[1].day, batch.entries[1].at.clock) == (date(2025, 3, 8), "00:00")
    assert batch.period
    assert (batch.period.first, batch.period.last) == (date(2025, 3, 7), date(2025, 3, 9))


def test_the_newest_layout_brings_scales_and_formatted_notes() -> None:
    batch = read_daylio((DAYLIO / "daylio_export_9col_scales_24h.csv").read_bytes(), context())
    oldest, middle, newest = batch.entries
    assert newest.readings == {"Sleep Quality": 7, "Sleep Time": 7.75, "Steps": 6200}
    assert newest.note == "Better\nFirst line.\n\nBold thought & a list:\n- one\n- two"
    assert middle.readings == {"Sleep Quality": 3, "Sleep Time": 4.5}
    assert oldest.note == "Didn't take meds.\nCalled Sam."
    assert [(each.name, each.unit, each.minimum, each.maximum) for each in batch.trackers] == [
        ("Sleep Quality", "points", 0, 10),
        ("Sleep Time", "h", None, None),
        ("Steps", "", None, None),
    ]


def test_a_french_export_needs_no_help() -> None:
    batch = read_daylio((DAYLIO / "daylio_export_french.csv").read_bytes(), context())
    assert [entry.mood for entry in batch.entries] == [3, 4]
    assert batch.entries[1].tags == ("famille", "dormir tôt")
    assert not batch.unknown_moods


@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("18 May", 5), ("May 18", 5), ("18 Sept", 9), ("18 mar", 3), ("Dec 18th", 12), ("1er août", 8),
        ("3 février", 2), ("3 FÉVRIER", 2), ("3 juin", 6), ("3 juil.", 7), ("3. März", 3), ("3. Jänner", 1),
        ("3 de mayo", 5), ("3 ene", 1), ("3 gennaio", 1), ("3 lug", 7), ("3 de março", 3), ("3 out.", 10),
        ("3 maart", 3), ("3 mrt", 3), ("3 mei", 5), ("1º de dezembro", 12), ("31 december", 12),
    ],
)  # fmt: skip
def test_months_are_understood_in_seven_languages(day: str, month: int) -> None:
    [entry] = read_rows({"date": day}, layout=LAYOUT_2018).entries
    assert entry.at.local.month == month


@pytest.mark.parametrize("day", ["3 jui", "3 ma", "3 Smarch", "30 February", "31", "May", "3 4 May", "3 May June", ""])
def test_a_date_in_doubt_is_not_guessed(day: str) -> None:
    batch = read_rows({"date": day}, layout=LAYOUT_2018)
    assert not batch.entries
    assert [problem.line for problem in batch.problems] == [2]


@pytest.mark.parametrize(
    "day", ["0001-01-01", "1899-12-31", "9999-12-31", "0000-00-00", "20250309", "2025-W10-7", "31/31/2025"]
)
def test_a_day_that_cannot_be_is_a_problem_on_any_clock(day: str) -> None:
    batch = read_rows({"full_date": day}, {}, clock=BERLIN)
    assert len(batch.entries) == 1
    assert [problem.line for problem in batch.problems] == [2]


@pytest.mark.parametrize(
    ("clock", "read"),
    [
        ("9:41 pm", "21:41"), ("9:41 PM", "21:41"), ("9:41\u202fPM", "21:41"), ("9:41\u00a0p. m.", "21:41"),
        ("12:00 am", "00:00"), ("12:05 pm", "12:05"), ("00:00", "00:00"), ("7:05", "07:05"), ("23:59", "23:59"),
    ],
)  # fmt: skip
def test_a_time_is_read_on_either_clock(clock: str, read: str) -> None:
    assert walls(read_rows({"time": clock})) == [f"2025-03-09 {read}"]


@pytest.mark.parametrize("clock", ["24:00", "13:00 pm", "0:15 am", "9:60", "9", "evening", "٩:٤١", "-1:00"])
def test_a_time_that_cannot_be_is_a_problem_with_its_line(clock: str) -> None:
    batch = read_rows({"time": "20:00"}, {"time": clock})
    assert len(batch.entries) == 1
    said = "The time of day cannot be read. It can be written as 21:41 or 9:41 pm."
    assert [(problem.line, problem.message) for problem in batch.problems] == [(3, said)]


def test_a_time_of_any_table_is_said_how_to_write_without_the_name_of_an_app() -> None:
    batch = format_named("csv").read(b"date,time,note\n2025-03-09,evening,out\n", context())
    said = "The time of day cannot be read. It can be written as 21:41 or 9:41 pm."
    assert [(problem.line, problem.message) for problem in batch.problems] == [(2, said)]


@pytest.mark.parametrize(
    ("days", "walls_shown"),
    [
        (["10.03.2025", "09.03.2025"], ["2025-03-09 21:41", "2025-03-10 21:41"]),
        (["3/15/2025", "3/9/2025"], ["2025-03-09 21:41", "2025-03-15 21:41"]),
        (["15/03/2025", "09/03/2025"], ["2025-03-09 21:41", "2025-03-15 21:41"]),
        (["10.03.25", "09.03.25"], ["2025-03-09 21:41", "2025-03-10 21:41"]),
    ],
)
def test_dates_and_times_that_a_spreadsheet_wrote_again_are_read(days: list[str], walls_shown: list[str]) -> None:
    batch = read_rows(*({"full_date": each, "time": "21:41:00"} for each in days))
    assert walls(batch) == walls_shown
    first = {
        "3/15/2025": "In dates such as 3/13/25 the month was read first. No other order fits all of them.",
        "15/03/2025": "In dates such as 13/3/25 the day was read first. No other order fits all of them.",
    }
    said = [first[each] for each in days if each in first]
    assert [remark.message for remark in batch.remarks] == said


def test_a_row_from_before_daylio_noted_times_is_that_day_at_noon() -> None:
    batch = read_rows({"time": "20:00"}, {"time": "", "full_date": "2016-11-23"})
    assert walls(batch) == ["2016-11-23 12:00", "2025-03-09 20:00"]
    assert batch.problems == ()


@pytest.mark.parametrize("mark", [";", "\t"])
def test_an_export_that_a_spreadsheet_saved_again_is_recognised_and_read(mark: str) -> None:
    rows = [
        "full_date;date;weekday;time;mood;activities;note_title;note",
        '2025-03-09;"9. März";;21:41;rad;a | b;;"x, y; z"',
    ]
    content = ("\ufeff" + "\r\n".join(rows).replace(";", mark)).encode()
    assert format_of(content).name == "daylio"
    [entry] = read_daylio(content, context()).entries
    assert (entry.mood, entry.tags, entry.note) == (5, ("a", "b"), f"x, y{mark} z")


def test_the_wall_clock_of_the_person_decides_and_says_what_it_did() -> None:
    skipped, repeated, usual = (
        of_moment("2025-03-30 02:30"),
        of_moment("2024-10-27 02:30"),
        of_moment("2024-07-01 09:00"),
    )
    batch = read_rows(skipped, repeated, usual, clock=BERLIN)
    assert walls(batch) == ["2024-07-01 09:00", "2024-10-27 02:30", "2025-03-30 03:30"]
    assert [entry.at.offset for entry in batch.entries] == [120, 120, 120]
    assert [remark.line for remark in batch.remarks] == [2, 3]
    assert "skipped 02:30" in batch.remarks[0].message


def test_what_has_not_come_yet_is_left_out_but_for_a_journeys_change_of_clocks() -> None:
    batch = read_rows(of_moment("2027-11-23 08:00"), of_moment("2026-11-23 08:00"))
    assert walls(batch) == ["2026-11-23 08:00"]
    assert [remark.line for remark in batch.remarks] == [3]
    assert [problem.line for problem in batch.problems] == [2]


@pytest.mark.parametrize(
    ("name", "score"),
    [
        ("rad", 5), ("Good", 4), ("meh", 3), ("neutral", 3), ("bad ", 2), (" AWFUL", 1),
        ("super", 5), ("bien", 4), ("mouais", 3), ("mauvais", 2), ("horrible", 1),
    ],
)  # fmt: skip
def test_the_names_that_daylio_gives_have_their_scores(name: str, score: int) -> None:
    [entry] = read_rows({"mood": name}).entries
    assert (entry.mood, entry.feelings) == (score, ())


@pytest.mark.parametrize("name", ["tired", "happy", "average", "so-so", "okay", "great", "4", "😀", "goo", "Süß"])
def test_any_other_mood_is_never_guessed(name: str) -> None:
    batch = read_rows({"mood": name}, {"mood": f"{name} "}, {"mood": "rad"})
    assert batch.unknown_moods == {name: 2}
    assert [entry.mood for entry in batch.entries] == [5, None, None]


def test_a_mood_of_ones_own_gets_the_score_given_and_keeps_its_word() -> None:
    [entry] = read_rows({"mood": "So-So "}, moods={"so-so": 3}).entries
    assert (entry.mood, entry.feelings) == (3, ("So-So",))


def test_a_persons_own_score_counts_more_than_the_name() -> None:
    [entry] = read_rows({"mood": "meh"}, moods={"Meh": 2}).entries
    assert (entry.mood, entry.feelings) == (2, ("meh",))


def test_a_score_outside_one_to_five_is_refused() -> None:
    with pytest.raises(InvalidValue):
        read_rows({}, moods={"so-so": 6})


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_row_without_the_name_of_a_mood_is_left_out_and_said(name: str) -> None:
    batch = read_rows({"mood": name}, {})
    assert len(batch.entries) == 1
    assert [problem.line for problem in batch.problems] == [2]


def test_problems_name_the_line_on_which_a_row_begins_in_the_file() -> None:
    batch = read_rows({"note": "one\ntwo\nthree"}, {"time": "soon"}, {"note": "a\r\nb"}, {"full_date": "31/31/2025"})
    assert [problem.line for problem in batch.problems] == [5, 8]
    assert [entry.note for entry in batch.entries] == ["a\nb", "one\ntwo\nthree"]


def test_no_problem_or_remark_repeats_what_was_written() -> None:
    words = "plum tree"
    rows: list[Mapping[str, str]] = [
        {"time": words}, {"full_date": words}, {"scales": words}, {"activities": f"#|{words * 9}", "note": words},
    ]  # fmt: skip
    batch = read_rows(*rows)
    said = [*batch.problems, *batch.remarks]
    assert len(said) == 4
    assert not [each for each in said if words in each.message]


def test_activities_that_cannot_be_tags_stay_in_the_note() -> None:
    long = "a walk " * 20
    [entry] = read_rows({"activities": f"walk | #cook | # | # # | {long}| Walk", "note": "Words."}).entries
    assert entry.tags == ("walk", "cook")
    assert entry.note == f"Words.\n#\n# #\n{long.strip()}"


def test_a_column_that_daylio_adds_later_stays_in_the_note() -> None:
    layout = ("full_date", "time", "mood", "weather", "note")
    batch = read_rows({"weather": "rain", "note": "Inside."}, {"weather": "", "time": "20:00"}, layout=layout)
    assert [entry.note for entry in batch.entries] == ["", "Inside.\nweather: rain"]
    assert [(remark.line, "weather" in remark.message) for remark in batch.remarks] == [(1, True)]


def test_a_row_with_a_cell_too_many_is_left_out_rather_than_shifted() -> None:
    content = b"full_date,time,mood,note\n2025-03-09,21:41,good,tea, then bed\n2025-03-08,21:41,bad,\n"
    batch = read_daylio(content, context())
    assert [entry.mood for entry in batch.entries] == [2]
    assert [problem.line for problem in batch.problems] == [2]


def test_a_row_that_ends_early_is_taken() -> None:
    batch = read_daylio(b"full_date,time,mood,activities,note\n\n2025-03-09,21:41,good\n,,,,\n", context())
    assert [entry.mood for entry in batch.entries] == [4]
    assert not batch.problems


def test_what_could_steer_a_terminal_does_not_come_in() -> None:
    [entry] = read_rows(
        {"mood": "so\x1b[31mso", "activities": "walk\x9b", "note": "a &#27;]52;c;x&#7; \u202e b", "note_title": "t\x1b"}
    ).entries
    for text in (*entry.feelings, *entry.tags, entry.note):
        assert "\N{REPLACEMENT CHARACTER}" in text
        assert not set(text) & set("\x1b\x9b\x07\u202e")
