"""Pages with arbitrary text: they keep to their columns, and show the text as text."""

import unicodedata
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from carelog.domain.entry import Entry
from carelog.domain.mood import MoodWords
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import DayState, Routine, RoutineDay
from carelog.domain.time.days import Period
from carelog.domain.tracker import Tracker
from carelog.review.days.moods import DayMood
from carelog.review.days.routines import RoutineToday
from carelog.review.days.stock import StockLeft
from carelog.review.pages.today import Today
from carelog.review.pages.week import RoutineWeek, TrackerWeek, Week
from carelog.terminal.page import Page
from carelog.terminal.pages.entry_list import EntryList
from carelog.terminal.pages.today import TodayPage
from carelog.terminal.pages.week import WeekPage
from carelog.terminal.table import ListTable
from carelog.wording.days import SHORT_WEEKDAYS
from support.drawing import lines_of
from support.scenes import FRIDAY, HOSTILE, when

ISOLATES = "\u2068\u2069"
ANYTHING = st.characters(exclude_categories=())
TRICKY = st.sampled_from(
    [*"שלוםعربي漢字のـ[]:\\\x1b\x07\x9b\n\t -1é…", "👨‍👩‍👧", "🇩🇪", "👍🏽", "1️⃣", "\u202e", "\u0301", "a" * 50]
)
WORDS = st.lists(ANYTHING | TRICKY, max_size=12).map("".join)
NAMES = WORDS.filter(lambda text: 0 < len(text.strip()) <= 60 and text.isprintable() and "=" not in text)
WIDTHS = st.sampled_from([20, 40, 80, 100, 120])
ENCODINGS = st.sampled_from(["utf-8", "ascii", "latin-1", "cp1252"])
MOODS = MoodWords()


def entry_of(note: str, mood: int | None, tag: str = "") -> Entry:
    tags = (tag,) if tag.strip().lstrip("#").strip() else ()
    return Entry("0" * 36, when("2026-11-20 08:10"), FRIDAY, mood, note if mood or tags else note or "-", tags=tags)


def pages(note: str, name: str, mood: int | None) -> list[Page]:
    """Pages with these texts wherever a person's text can stand."""
    entry = entry_of(note, mood, name)
    routine = Routine("r", name, date(2026, 11, 2), small=name, target=20, unit=name[:10])
    states = [*DayState][:5]
    week_days = tuple(
        RoutineDay(routine, day, state, 1, 1, 1.0, ()) for day, state in zip(week(), states, strict=False)
    )
    rest = tuple(RoutineDay(routine, day, DayState.NOT_DUE, 0, 0, 0.0, ()) for day in list(week())[5:])
    moods = tuple(DayMood(day, (mood,) if mood else (), 1) for day in week())
    readings = (7.25, None, 1e12, 0.0, -3.5, 1.0, None)
    return [
        TodayPage(
            Today(
                FRIDAY,
                (entry,) * 6,
                (RoutineToday(RoutineDay(routine, FRIDAY, DayState.OPEN, 0, 1, 0.0, ())),) * 9,
                moods * 2,
                low_stock=(StockLeft(routine, 3),),
            ),
            MOODS,
        ),
        WeekPage(
            Week(
                week(),
                FRIDAY,
                moods,
                ((entry,),) * 7,
                (TrackerWeek(Tracker("t", name, name[:10]), readings),),
                (RoutineWeek(routine, week_days + rest, 3, 5),),
            ),
            MOODS,
        ),
        EntryList([entry, entry], MOODS),
        ListTable(["name", "phone", "note"], [[name, "+49 30 1234567", note], ["Ana", "", name]]),
    ]


def week() -> Period:
    return Period.week_of(FRIDAY)


@settings(max_examples=60)
@given(note=WORDS, name=NAMES, mood=st.none() | st.integers(1, 5), columns=WIDTHS, encoding=ENCODINGS)
@example(HOSTILE[0], HOSTILE[2], 3, 40, "utf-8")
@example(HOSTILE[1], "👨‍👩‍👧‍👦" * 5, None, 100, "utf-8")
@example("\n\n\t\n", "ـ", 1, 20, "ascii")
@example("\ufe0f", "0", None, 40, "utf-8")
@example("", "\N{COMBINING ENCLOSING KEYCAP}", None, 40, "utf-8")
@example("", "\N{COMBINING GRAVE ACCENT}", None, 40, "ascii")
def test_any_words_stay_inside_the_page_and_move_nothing(
    note: str, name: str, mood: int | None, columns: int, encoding: str
) -> None:
    for page in pages(note, name, mood):
        for line in lines_of(page, columns, encoding):
            assert cell_len(line) <= columns, type(page).__name__
            assert not [each for each in line if unicodedata.category(each) in {"Cc", "Cs"}]
            assert not [each for each in line if each in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067"]
            assert is_balanced(line)
            assert columns < 40 or not line.endswith(" "), type(page).__name__


@settings(max_examples=40)
@given(note=WORDS, name=NAMES, mood=st.none() | st.integers(1, 5))
def test_sentences_are_single_lines_without_commands(note: str, name: str, mood: int | None) -> None:
    for page in pages(note, name, mood):
        for sentence in page.sentences():
            assert sentence.strip()
            assert not [each for each in sentence if unicodedata.category(each) == "Cc"], type(page).__name__


def is_balanced(line: str) -> bool:
    """Whether every bidirectional isolate that is opened on a line is closed on it, without nesting."""
    depth = 0
    for each in line:
        depth += {"\u2068": 1, "\u2069": -1}.get(each, 0)
        if depth not in (0, 1):
            return False
    return depth == 0


@pytest.mark.parametrize("words", ["[bold]", ":skull:", "[/sad]", "[link=https://example.org]x[/link]", "\\[x]"])
def test_markup_is_shown_as_it_was_written(words: str) -> None:
    drawn = "\n".join(lines_of(EntryList([entry_of(words, 3)], MOODS)))
    assert words in drawn


def test_a_right_to_left_name_leaves_its_neighbours_in_place() -> None:
    routine = Routine("r", "שתיית מים", date(2026, 11, 2), read_cadence("daily"))
    days = tuple(RoutineDay(routine, day, DayState.DONE, 1, 1, 0.0, ()) for day in week())
    moods = tuple(DayMood(day, (3,), 1) for day in week())
    page = WeekPage(Week(week(), FRIDAY, moods, ((),) * 7, (), (RoutineWeek(routine, days, 7, 7),)), MOODS)
    rows = [line.translate(dict.fromkeys(map(ord, ISOLATES))) for line in lines_of(page, 120)]
    header = next(row for row in rows if "Mon 16" in row)
    marks = next(row for row in rows if "■" in row)
    columns = [header.index(name) for name in SHORT_WEEKDAYS]
    assert [place for place, mark in enumerate(marks) if mark == "■"] == columns


def test_letters_that_a_terminal_does_not_have_are_spelled_in_those_it_has() -> None:
    entries = [entry_of(note, 3) for note in ("é Ünï ‘x’ …", "Straße", "漢字")]
    drawn = "\n".join(lines_of(EntryList(entries, MOODS), 80, "ascii"))
    assert "e Uni 'x' ..." in drawn
    assert "Strasse" in drawn
    assert "??" in drawn
