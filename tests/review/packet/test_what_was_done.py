"""Goals, activities and doses as a page has them: what was noted, by its day, and nothing made of it."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

import pytest

from carelog.clock import fixed_clock
from carelog.documents.packet.document import document
from carelog.documents.packet.formats import Format, render_packet
from carelog.documents.packet.json import as_json
from carelog.documents.plain_text import plain_text
from carelog.domain.audience import ALLY, SELF, THERAPIST, Audience, Section
from carelog.domain.goal import Goal, GoalRating
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import Dose, Routine, RoutineKind, Stock
from carelog.domain.routines.terms import Terms
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import Moment, Period
from carelog.errors import InvalidValue
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.packet.activities import ActivityPart
from carelog.review.packet.doses import TakenDose
from carelog.review.packet.packet import Packet, packet
from carelog.review.packet.redaction import STRUCK, Strike
from carelog.wording.files import packet_people as people_words
from support.printed import all_of

TODAY = date(2026, 11, 22)
PERIOD = Period.ending(TODAY, 28)
CLOCK = fixed_clock("2026-11-22T21:30:00+01:00")


@pytest.fixture
def journal(home: Path) -> Iterator[Journal]:
    with Journal.open(Paths.inside(home), CLOCK) as journal:
        yield journal


# --- goals


def test_a_goal_stands_with_its_ratings_by_day_and_nothing_made_of_them(journal: Journal) -> None:
    rated(journal, "call my sister", date(2026, 10, 3), {date(2026, 10, 5): 3, date(2026, 11, 20): 5})
    said = written(journal)
    assert "- “call my sister”, since 3 October 2026, how close from 0 to 10: 3 on 5 Oct, 5 on 20 Nov\n" in said
    assert not any(word in said for word in ("average", "↑", "↗", "→", "closer"))
    (goal,) = json.loads(as_json(packet(journal, PERIOD)))["goals"]
    assert goal == {
        "text": "call my sister",
        "since": "2026-10-03",
        "put_down": None,
        "ratings": [{"day": "2026-10-05", "rating": 3}, {"day": "2026-11-20", "rating": 5}],
    }


def test_a_goal_that_was_put_down_in_these_days_says_so_and_one_before_is_gone(journal: Journal) -> None:
    rated(journal, "the choir", date(2026, 9, 1), {}, let_go=date(2026, 11, 10))
    rated(journal, "the marathon", date(2026, 5, 1), {date(2026, 6, 1): 0}, let_go=date(2026, 10, 1))
    assert "- “the choir”, since 1 September 2026: not rated in these days; put down on 10 November 2026\n" in written(
        journal
    )
    assert "marathon" not in written(journal)
    before = plain_text(document(packet(journal, Period(date(2026, 9, 1), date(2026, 9, 28)))))
    assert "put down" not in before
    assert "- “the marathon”, since 1 May 2026, how close from 0 to 10: 0 on 1 Jun\n" in before
    assert "choir" not in plain_text(document(packet(journal, Period(date(2026, 8, 1), date(2026, 8, 31)))))


def test_a_goal_that_was_rated_for_a_day_before_it_was_kept_began_on_that_day(journal: Journal) -> None:
    rated(journal, "sleep", TODAY, {date(2026, 11, 1): 2})
    assert "- “sleep”, since 1 November 2026, how close from 0 to 10: 2 on 1 Nov\n" in written(journal)
    assert packet(journal, Period(date(2026, 10, 1), date(2026, 11, 1))).goals


def test_many_ratings_are_the_latest_and_how_many_come_before(journal: Journal) -> None:
    rated(journal, "sleep", PERIOD.first, {TODAY - timedelta(days=back): back % 11 for back in range(25)})
    page = packet(journal, PERIOD)
    assert page.goals is not None
    assert len(page.goals[0].ratings) == 25
    said = plain_text(document(page))
    assert "9 on 13 Nov, 8 on 14 Nov" in said
    assert "0 on 22 Nov (and 15 before)" in said


def test_an_ally_gets_no_goal_and_cannot_be_given_one(journal: Journal) -> None:
    rated(journal, "call my sister", PERIOD.first, {})
    page = packet(journal, PERIOD, ALLY)
    assert page.goals is None
    assert all("sister" not in all_of(page, form) for form in Format)
    with pytest.raises(InvalidValue):
        packet(journal, PERIOD, ALLY, include=[Section.GOALS])


@pytest.mark.parametrize("audience", [THERAPIST, SELF])
def test_goals_can_be_left_out_and_struck(audience: Audience, journal: Journal) -> None:
    rated(journal, "call my sister", PERIOD.first, {})
    page = packet(journal, PERIOD, audience)
    assert all("sister" in all_of(page, form) for form in Format)
    struck = Strike(["sister"]).page(page)
    assert struck.goals is not None
    assert struck.goals[0].text == f"call my {STRUCK}"
    without = packet(journal, PERIOD, audience, leave_out=[Section.GOALS])
    assert all("sister" not in all_of(without, form) for form in Format)


# --- activities


def test_what_was_expected_stands_beside_what_came(journal: Journal) -> None:
    done(journal, "swim", 3, expected=3, pleasure=6, mastery=5, closeness=2)
    done(journal, "the form", 2, expected=2, pleasure=2, state=ActivityState.PARTLY)
    done(journal, "tea with Zelda", 1, expected=7, pleasure=4)
    done(journal, "nothing rated", 1)
    done(journal, "not this time", 1, expected=4, state=ActivityState.SKIPPED)
    page = packet(journal, PERIOD)
    assert page.activities is not None
    assert page.activities[0] == ActivityPart(date(2026, 11, 19), "swim", False, 3, 6, 5, 2)
    assert [each.text for each in page.activities] == ["swim", "the form", "tea with Zelda"]
    said = plain_text(document(page))
    assert "- swim, Thu 19 Nov: expected 3 → pleasure 6, mastery 5, closeness 2\n" in said
    assert "- the form (in part), Fri 20 Nov: expected 2 → pleasure 2\n" in said
    assert "3 done, 1 done in part, 1 left for another time." in said
    assert "more pleasant than expected" not in said, "all that was rated stands on the page"


def test_an_activity_with_one_rating_is_shown_with_that(journal: Journal) -> None:
    done(journal, "swim", 2, expected=0)
    done(journal, "walk", 1, closeness=0)
    said = written(journal)
    assert "- swim, Fri 20 Nov: expected 0, not rated\n" in said
    assert "- walk, Sat 21 Nov: closeness 0\n" in said


def test_many_activities_are_a_table_of_the_latest(journal: Journal) -> None:
    for back in range(14):
        done(journal, f"swim {back}", back, expected=back % 4, pleasure=5)
    said = written(journal)
    assert "swim 9: Day Fri 13 Nov; Pleasure expected 1; Pleasure 5\n" in said
    assert "swim 10:" not in said
    assert "4 more before these." in said
    data = json.loads(as_json(packet(journal, PERIOD)))
    assert [each["text"] for each in data["activities"]] == [f"swim {back}" for back in range(9, -1, -1)]
    assert data["people"]["activities"]["better_than_expected"] == 14


def test_no_activity_goes_to_an_ally_or_where_people_are_left_out(journal: Journal) -> None:
    done(journal, "tea with Zelda", 1, expected=7, pleasure=4)
    for page in (
        packet(journal, PERIOD, ALLY),
        packet(journal, PERIOD, leave_out=[Section.BELONGING]),
        packet(journal, PERIOD, leave_out=[Section.ACTIVITIES]),
    ):
        assert all("Zelda" not in all_of(page, form) for form in Format)


# --- medicines


def test_a_dose_as_needed_has_its_day_time_and_amount(journal: Journal) -> None:
    plain = medicine(journal, "ibuprofen", "as-needed")
    unit = medicine(journal, "drops", "as-needed", unit="ml")
    noted(journal, plain, at(date(2026, 11, 3), "21:40"), amount=2)
    noted(journal, plain, at(date(2026, 11, 9), "07:05"))
    noted(journal, plain, at(date(2026, 11, 10), "07:05"), amount=1)
    noted(journal, plain, at(date(2026, 11, 11), "08:00"), amount=0.5)
    noted(journal, plain, at(date(2026, 11, 12), "08:00"), state=TickState.SKIPPED)
    noted(journal, plain, at(date(2026, 9, 12), "08:00"))
    noted(journal, unit, at(date(2026, 11, 4), "22:00"), amount=7.5)
    said = written(journal)
    assert (
        "- ibuprofen by date: Tue 3 Nov 21:40 (2 doses), Mon 9 Nov 07:05, Tue 10 Nov 07:05 (1 dose), "
        "Wed 11 Nov 08:00 (0.5 doses)\n" in said
    )
    assert "- drops by date: Wed 4 Nov 22:00 (7.5 ml)\n" in said
    by_name = {each["name"]: each for each in json.loads(as_json(packet(journal, PERIOD)))["medicines"]}
    first = by_name["ibuprofen"]["taken_as_needed"][0]
    assert first == {"day": "2026-11-03", "time": "21:40", "amount": 2, "unit": None}


def test_a_dose_after_midnight_has_the_date_of_the_clock(journal: Journal) -> None:
    noted(journal, medicine(journal, "ibuprofen", "as-needed"), at(date(2026, 11, 11), "02:15"))
    (tick,) = journal.ticks
    assert tick.day == date(2026, 11, 10)
    assert "- ibuprofen by date: Wed 11 Nov 02:15\n" in written(journal)


def test_a_day_without_a_time_has_none_made_up_for_it(journal: Journal) -> None:
    kept = medicine(journal, "ibuprofen", "as-needed")
    noted(journal, kept, at(date(2026, 11, 21), "12:00"))
    noted(journal, kept, at(TODAY, "12:00"))
    journal.ticks.add_imported([Tick("0" * 12 + "5" + "0" * 19, kept.id, at(TODAY, "12:00"), TODAY, source="loop")])
    taken = taken_of(packet(journal, PERIOD))
    assert sorted((dose.day.day, dose.clock) for dose in taken) == [(21, ""), (22, ""), (22, "12:00")]


def test_a_medicine_that_is_due_has_no_list_of_days_and_one_that_changed_has_its_own(journal: Journal) -> None:
    daily = medicine(journal, "sertraline", "daily")
    noted(journal, daily, at(date(2026, 11, 3), "08:00"))
    assert not taken_of(packet(journal, PERIOD))
    changed = Terms(date(2026, 11, 10), read_cadence("daily"))
    terms = (Terms(None, read_cadence("as-needed")), changed)
    journal.routines.edit(dataclasses.replace(daily, terms=terms))
    noted(journal, daily, at(date(2026, 11, 12), "08:00"))
    assert taken_of(packet(journal, PERIOD)) == (TakenDose(date(2026, 11, 3), "08:00", None, ""),)


def test_of_many_doses_the_latest_stand_there_and_how_many_came_before(journal: Journal) -> None:
    kept = medicine(journal, "ibuprofen", "as-needed")
    for day in Period.ending(TODAY, 20):
        noted(journal, kept, at(day, "08:00"))
        noted(journal, kept, at(day, "20:00"))
    said = written(journal)
    assert "ibuprofen by date: Sun 8 Nov 08:00, Sun 8 Nov 20:00" in said
    assert "Sun 22 Nov 20:00; 10 more before\n" in said
    assert len(taken_of(packet(journal, PERIOD))) == 40


@pytest.mark.parametrize("form", Format)
def test_what_is_at_home_is_on_no_page_and_nothing_is_called_missed(form: Format, journal: Journal) -> None:
    kept = medicine(journal, "ibuprofen", "daily", stock=Stock(PERIOD.first, 47.25, 3.5, 19.75))
    noted(journal, kept, at(date(2026, 11, 3), "08:00"))
    said = all_of(packet(journal, PERIOD, SELF), form) if form is not Format.PDF else ""
    said += render_packet(packet(journal, PERIOD), form).decode("latin-1").lower()
    for word in ("47.25", "43.75", "19.75", "stock", "adheren", "complian", "missed dose", "forgot"):
        assert word not in said.lower()


# --- one low entry


def test_a_day_with_one_low_entry_is_counted_beside_those_whose_middle_is_low(journal: Journal) -> None:
    for back, scores in {1: (1, 5), 2: (2, 4, 4), 3: (2,), 4: (3, 4)}.items():
        for hour, score in enumerate(scores):
            journal.entries.add(score, at=at(TODAY - timedelta(days=back), f"1{hour}:00"))
    page = packet(journal, Period.ending(TODAY, 7))
    assert page.mood is not None
    whole = page.mood.whole.counts
    assert (whole.low, whole.low_entries, whole.high, whole.high_entries) == (1, 3, 1, 3)
    said = plain_text(document(page))
    assert "Days at 2 or below: 1, between: 2, at 4 or above: 1. On 3 days an entry was at 2 or below." in said
    assert "Days at 2 or below 1; Days with an entry at 2 or below 3; Days at 4 or above 1\n" in said
    whole_json = json.loads(as_json(page))["mood"]["whole"]
    assert (whole_json["days_at_2_or_below"], whole_json["days_with_an_entry_at_2_or_below"]) == (1, 3)


def rated(journal: Journal, text: str, since: date, ratings: dict[date, int], *, let_go: date | None = None) -> Goal:
    goal = journal.goals.insert(Goal(journal.goals.new_id(), text, since, let_go))
    for day, value in sorted(ratings.items()):
        journal.goal_ratings.insert(GoalRating(journal.goal_ratings.new_id(), goal.id, at(day, "20:00"), day, value))
    return goal


def done(journal: Journal, text: str, back: int, *, state: ActivityState = ActivityState.DONE, **ratings: int) -> None:
    day = TODAY - timedelta(days=back)
    kind = ActivityKind.PURPOSE
    journal.activities.insert(
        Activity(journal.activities.new_id(), text, kind, state, at=at(day, "15:00"), day=day, **ratings)
    )


def medicine(journal: Journal, name: str, every: str, *, unit: str = "", stock: Stock | None = None) -> Routine:
    return journal.routines.insert(
        Routine(
            journal.routines.new_id(),
            name,
            date(2026, 1, 1),
            read_cadence(every),
            RoutineKind.MEDICINE,
            unit=unit,
            doses=(Dose(date(2026, 1, 1), "1 tablet"),),
            stock=stock,
        )
    )


def noted(
    journal: Journal, routine: Routine, when: Moment, *, amount: float | None = None, state: TickState = TickState.DONE
) -> None:
    journal.ticks.add([routine], state, amount=amount, at=when)


def at(day: date, clock: str) -> Moment:
    return Moment.of(datetime.combine(day, time.fromisoformat(clock), timezone(timedelta(hours=1))))


def taken_of(page: Packet) -> tuple[TakenDose, ...]:
    assert page.medicines is not None
    return tuple(dose for each in page.medicines for dose in each.taken)


def written(journal: Journal) -> str:
    return plain_text(document(packet(journal, PERIOD)))


# --- people, and what an ally reads


def test_where_nothing_is_noted_of_people_and_purpose_nothing_is_said_of_them(journal: Journal) -> None:
    journal.entries.add(3, at=at(TODAY, "10:00"))
    for page in (packet(journal, PERIOD), packet(journal, PERIOD, ALLY)):
        assert not any(
            word in plain_text(document(page)) for word in ("People and purpose", "people noted", "purpose on")
        )


@pytest.mark.parametrize(
    ("people", "purpose", "reached", "said"),
    [
        (0, 0, 0, ""),
        (0, 0, 1, "Turned to somebody once."),
        (0, 2, 0, "Something with purpose noted on 2 of 28 days."),
        (3, 0, 2, "Time with people noted on 3 of 28 days. Turned to somebody 2 times."),
        (3, 2, 0, "Time with people noted on 3 of 28 days, something with purpose on 2."),
        (3, 2, 1, "Time with people noted on 3 of 28 days, something with purpose on 2; turned to somebody once."),
    ],
)
def test_only_what_was_noted_of_people_and_purpose_is_counted(
    people: int, purpose: int, reached: int, said: str
) -> None:
    assert people_words.belonging(people, purpose, 28, reached) == said


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.PDF])
def test_an_ally_reads_what_was_kept_and_never_that_nothing_was(form: Format, journal: Journal) -> None:
    for name in ("walk", "stretching"):
        journal.routines.insert(Routine(journal.routines.new_id(), name, PERIOD.first, read_cadence("daily")))
    walk, _stretching = sorted(journal.routines, key=lambda each: each.name, reverse=True)
    noted(journal, walk, at(TODAY, "10:00"))
    said = all_of(packet(journal, PERIOD, ALLY), form)
    assert "walk" in said
    assert "stretching" not in said
    assert "stretching" in all_of(packet(journal, PERIOD), form)


def test_activities_are_set_beside_what_was_expected_in_whole_words() -> None:
    assert people_words.beside_expected(2, 1, 1) == (
        "Rated before and after: 2 more pleasant than expected, 1 as expected, 1 less pleasant than expected."
    )
