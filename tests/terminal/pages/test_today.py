from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from carelog.domain.entry import Entry
from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.people.activity import Activity, ActivityKind
from carelog.domain.people.appointment import Appointment
from carelog.domain.routines.pause import Pause
from carelog.domain.routines.routine import DayState, Routine, RoutineDay, RoutineKind
from carelog.review.days.moods import DayMood
from carelog.review.days.routines import RoutineToday
from carelog.review.days.stock import StockLeft
from carelog.review.pages.today import Today, today
from carelog.review.pages.week import week
from carelog.settings import Settings
from carelog.terminal.pages.today import TodayPage
from carelog.terminal.pages.week import WeekPage
from support.drawing import lines_of
from support.scenes import EVENING, FRIDAY, Scene, back_after_four_months, full_week, hostile, when

ONE, TWO = MoodWords(), MoodWords(MoodScale.TWO_SIDED)
REPROACHES = ("missed", "lost", "broke", "streak", "gap", "days ago", "days away", "absent", "fail")


@pytest.fixture(autouse=True)
def _home(home: object) -> None:
    """Scenes are journals in a home."""


def test_the_fullest_day_fits_a_terminal_of_24_lines_and_80_columns() -> None:
    entry = Entry("0" * 36, when("2026-11-20 08:10"), FRIDAY, 3, "words " * 60)
    routine = Routine("r", "A routine with a rather long name", date(2026, 11, 2), small="a small version " * 5)
    routines = (RoutineToday(RoutineDay(routine, FRIDAY, DayState.OPEN, 0, 1, 0.0, ())),) * 20
    moods = tuple(DayMood(FRIDAY - timedelta(days=days), (1, 5), 2) for days in range(13, -1, -1))
    stock = (StockLeft(routine, 3),) * 5
    for pause in (None, Pause("p", FRIDAY)):
        page = TodayPage(Today(FRIDAY, (entry,) * 30, routines, moods, pause, low_stock=stock), ONE)
        assert len(lines_of(page, 80)) <= 23, "one line belongs to the prompt"


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_after_months_away_there_is_a_welcome_and_one_open_thing(columns: int) -> None:
    with back_after_four_months() as journal:
        page = TodayPage(today(journal, FRIDAY, EVENING), ONE)
    drawn = [line for line in lines_of(page, columns) if line]
    assert drawn == ["Friday 20 November 2026", "Welcome back.", "  □  Sertraline  50 mg  open"]


def test_without_a_medicine_the_one_open_thing_is_the_next_routine() -> None:
    scene = Scene()
    scene.routine("Piano")
    scene.routine("Walk", at=(time(17),))
    scene.note("2026-07-20 20:00", 3)
    with scene.journal as journal:
        drawn = lines_of(TodayPage(today(journal, FRIDAY, EVENING), ONE))
    assert [line for line in drawn[2:] if line] == ["  17:00  □  Walk  now"]


def test_no_form_of_a_return_reckons_up_the_time_away() -> None:
    with back_after_four_months() as journal:
        page = TodayPage(today(journal, FRIDAY, EVENING), ONE)
    for told in ("\n".join(lines_of(page)), " ".join(page.sentences())):
        assert not [word for word in REPROACHES if word in told.lower()]


def test_private_words_are_not_on_the_page() -> None:
    with hostile() as journal:
        page = TodayPage(today(journal, FRIDAY, EVENING), ONE)
    for told in (*lines_of(page), *page.sentences()):
        assert "canary" not in told
    assert "(private)" in "\n".join(lines_of(page))


def test_a_two_sided_scale_speaks_its_own_words() -> None:
    with full_week() as journal:
        page = TodayPage(today(journal, FRIDAY, EVENING), TWO)
    assert "between level and high" in lines_of(page)[2]
    assert "Mood 3.5, between level and high; 3 to 4, 2 entries." in page.sentences()


def test_a_pause_says_until_when_and_lists_nothing_but_medicine() -> None:
    with full_week() as journal:
        journal.pauses.add(FRIDAY, date(2026, 11, 29))
        page = TodayPage(today(journal, FRIDAY, EVENING), ONE)
    drawn = "\n".join(lines_of(page))
    assert "On pause until Sun 29 Nov." in drawn
    assert "Lamotrigine" in drawn
    assert "Violin" not in drawn


def test_what_is_drawn_is_said_in_sentences_too() -> None:
    with full_week() as journal:
        page = TodayPage(today(journal, FRIDAY, EVENING), ONE)
    told = list(page.sentences())
    assert "Lamotrigine, 100 mg: done 08:05." in told
    assert "Walk: 12 of 20 min." in told
    assert "Evening without screens: at 21:30." in told
    assert "13:10: mood 3; tea with Ana, long talk, came home lighter." in told
    assert "Lamotrigine: a refill is due soon; enough until about 25 November 2026." in told


@pytest.mark.parametrize(
    ("state", "kept", "asked", "next_at", "later", "said"),
    [
        (DayState.OPEN, 0, 1, None, False, "Tablet open"),
        (DayState.OPEN, 0, 1, time(8), False, "08:00 Tablet now"),
        (DayState.OPEN, 0, 1, time(20), True, "20:00 Tablet"),
        (DayState.PARTLY, 1, 2, time(20), True, "20:00 Tablet 1 of 2"),
        (DayState.PARTLY, 1, 2, time(8), False, "08:00 Tablet 1 of 2"),
        (DayState.SKIPPED, 0, 1, None, False, "Tablet skipped"),
    ],
)
def test_every_state_has_its_words(
    state: DayState, kept: int, asked: int, next_at: time | None, later: bool, said: str
) -> None:
    routine = Routine("r", "Tablet", date(2026, 11, 2), kind=RoutineKind.MEDICINE)
    day = RoutineToday(RoutineDay(routine, FRIDAY, state, kept, asked, 0.0, ()), next_at, later=later)
    page = TodayPage(Today(FRIDAY, (), (day,), (DayMood(FRIDAY),)), ONE)
    words = lines_of(page)[-1].split()
    assert " ".join(word for word in words if word not in "□◧–") == said


def test_of_very_many_routines_the_open_ones_are_shown() -> None:
    def many() -> Iterator[RoutineToday]:
        for number in range(12):
            routine = Routine(str(number), f"Routine {number:02}", date(2026, 11, 2))
            state = DayState.OPEN if number >= 8 else DayState.SKIPPED
            yield RoutineToday(RoutineDay(routine, FRIDAY, state, 0, 1, 0.0, ()))

    page = TodayPage(Today(FRIDAY, (), tuple(many()), (DayMood(FRIDAY),)), ONE)
    drawn = lines_of(page)
    assert sum("open" in line for line in drawn) == 4
    assert drawn[-1].strip() == "and 5 more: carelog today --plain"
    assert len([line for line in page.sentences() if "Routine" in line]) == 12


def test_today_is_not_drawn_as_a_day_without_a_mood_before_it_is_over() -> None:
    moods = tuple(
        DayMood(FRIDAY - timedelta(days=days), (3,) if days else (), 1 if days else 0) for days in range(13, -1, -1)
    )
    page = TodayPage(Today(FRIDAY, (), (), moods), ONE)
    strip = next(line for line in lines_of(page) if line.startswith("two weeks"))
    assert "·" not in strip
    noted = replace(page.today, recent=(*moods[:5], DayMood(moods[5].day), *moods[6:]))
    assert any("·" in line for line in lines_of(TodayPage(noted, ONE)))


def test_a_day_that_was_noted_without_a_mood_is_not_told_as_a_day_without_an_entry() -> None:
    days = [FRIDAY - timedelta(days=back) for back in (3, 2, 1, 0)]
    moods = (DayMood(days[0], (4,), 1), DayMood(days[1], (), 2), DayMood(days[2]), DayMood(days[3]))
    told = list(TodayPage(Today(FRIDAY, (), (), moods), ONE).sentences())
    assert told[-1] == "Two weeks: Tue 17 Nov, 4; Wed 18 Nov, noted without a mood; Thu 19 Nov, no entry."


def test_a_day_at_both_ends_of_a_two_sided_scale_is_said_without_its_middle() -> None:
    scene = Scene()
    for hour, mood in ((8, 1), (19, 5)):
        scene.note(f"{FRIDAY} {hour:02}:00", mood)
    with scene.journal as journal:
        journal.settings = Settings(mood=TWO)
        said_today = list(TodayPage(today(journal, FRIDAY, EVENING), TWO).sentences())
        said_in_week = list(WeekPage(week(journal, FRIDAY, FRIDAY), TWO).sentences())
    assert "Both low and high; 1 to 5, 2 entries." in said_today
    assert any(line.endswith(": both low and high; 1 to 5, 2 entries.") for line in said_in_week)
    assert not [line for line in said_today if "ood 3" in line]


@pytest.fixture
def a_full_day() -> Today:
    """A day on which things of every kind are noted, open, planned and ahead, in no order."""
    scene = Scene()
    scene.note(f"{FRIDAY} 19:00", 4, "the long way home, past the allotments, then tea with the door open to the rain")
    scene.note(f"{FRIDAY} 07:15", 3)
    tablets = scene.routine("Tablets", "2/day", at=(time(8), time(20)), kind=RoutineKind.MEDICINE)
    scene.routine("Walk", at=(time(17),))
    scene.routine("Piano")
    scene.tick(tablets, f"{FRIDAY} 08:05")
    with scene.journal as journal:
        planned = Activity(journal.activities.new_id(), "sort the seeds", ActivityKind.PURPOSE)
        journal.activities.insert(replace(planned, planned_day=FRIDAY, planned_at=time(21)))
        journal.contacts.add("Choir", meets="Fri 18:45")
        journal.appointments.insert(Appointment(journal.appointments.new_id(), FRIDAY, time(11)))
        return today(journal, FRIDAY, EVENING)


def test_the_day_is_one_list_in_the_order_of_its_times_and_what_has_none_comes_last(a_full_day: Today) -> None:
    drawn = lines_of(TodayPage(a_full_day, ONE), 100)
    clocks = [line.split()[0] for line in drawn if line.startswith("  ") and ":" in line[:8]]
    assert clocks == ["07:15", "11:00", "17:00", "18:45", "19:00", "20:00", "21:00"]
    assert drawn[drawn.index(next(line for line in drawn if "21:00" in line)) + 1].split() == ["□", "Piano", "open"]


def test_sentences_have_the_order_of_the_page(a_full_day: Today) -> None:
    told = list(TodayPage(a_full_day, ONE).sentences())
    starts = ("07:15", "11:00: appointment", "Walk: from 17:00", "18:45: Choir", "19:00", "Tablets", "21:00", "Piano")
    places = [next(number for number, line in enumerate(told) if line.startswith(start)) for start in starts]
    assert places == sorted(places)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_no_word_of_an_ordinary_day_is_cut(a_full_day: Today, columns: int) -> None:
    drawn = " ".join(" ".join(lines_of(TodayPage(a_full_day, ONE), columns)).split())
    assert "…" not in drawn
    assert "the long way home, past the allotments, then tea with the door open to the rain" in drawn


def test_what_is_due_now_is_said_and_bold_and_nothing_else_is(a_full_day: Today) -> None:
    page = TodayPage(a_full_day, ONE)
    assert [line.split()[2] for line in lines_of(page, 80) if line.endswith("  now")] == ["Walk"]


def test_a_pause_asks_for_nothing_but_medicine_and_appointments() -> None:
    scene = Scene()
    scene.routine("Tablets", kind=RoutineKind.MEDICINE)
    scene.routine("Walk")
    with scene.journal as journal:
        planned = Activity(journal.activities.new_id(), "sort the seeds", ActivityKind.PURPOSE)
        journal.activities.insert(replace(planned, planned_day=FRIDAY, planned_at=time(21)))
        journal.contacts.add("Choir", meets="Fri 18:45", keep_in_touch=1)
        journal.appointments.insert(Appointment(journal.appointments.new_id(), FRIDAY, time(11)))
        journal.pauses.add(FRIDAY, date(2026, 11, 29))
        page = TodayPage(today(journal, FRIDAY, EVENING), ONE)
    assert [line for line in lines_of(page, 80) if line] == [
        "Friday 20 November 2026",
        "On pause until Sun 29 Nov. Only medicine and appointments are listed.",
        "  11:00  ▸  appointment",
        "         □  Tablets  open",
    ]
    assert list(page.sentences()) == [
        "Friday 20 November 2026.",
        "On pause until Sun 29 Nov. Only medicine and appointments are listed.",
        "11:00: appointment.",
        "Tablets: open.",
    ]
