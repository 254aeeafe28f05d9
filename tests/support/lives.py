"""Journals of some months with something of everything a page can hold, made by chance."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from carelog.domain.entry import Entry
from carelog.domain.goal import Goal, GoalRating
from carelog.domain.ids import new_id
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.agreement import Agreement
from carelog.domain.people.outreach import Reached
from carelog.domain.people.plan import PlanReview, Section
from carelog.domain.people.topic import Topic
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import Moment
from carelog.journal import Journal
from support.journals import DAY

DAYS = 100
"""How many days back a life goes."""

_FEELINGS = ("weary", "brisk", "wistful", "jumpy", "serene", "sullen", "mellow")
_CADENCES = ("daily", "3/week", "2/day", "Mon,Thu", "every 3 days")
_DONE = (ActivityState.DONE, ActivityState.DONE, ActivityState.PARTLY, ActivityState.SKIPPED)


def a_life(chance: Random) -> Callable[[Journal], None]:
    """Fill a journal with a life; equal chances make equal lives but for ids."""

    def fill(journal: Journal) -> None:
        for part in (_entries, _routines, _medicines, _people, _answers, _goals):
            if chance.random() < 0.85:
                part(journal, chance)
        if chance.random() < 0.4:
            first = DAY - timedelta(days=chance.randint(3, 30))
            journal.pauses.add(first, first + timedelta(days=chance.randint(0, 5)))

    return fill


def at(day: date, hour: int, minute: int = 0) -> Moment:
    """A moment of a day."""
    return Moment.of(datetime.combine(day, time(hour, minute), UTC))


def _days(chance: Random, often: float, back: int = DAYS) -> list[date]:
    return [DAY - timedelta(days=number) for number in range(back, -1, -1) if chance.random() < often]


def _entries(journal: Journal, chance: Random) -> None:
    scales = [journal.trackers.add("slumber", unit="hrs", minimum=0, maximum=24), journal.trackers.add("tea")]
    scales += [journal.trackers.add(f"scale {word}", maximum=10) for word in ("uno", "duo")[: chance.randint(0, 2)]]
    often = chance.choice([0.1, 0.5, 0.95])
    made = []
    for day in _days(chance, often):
        for hour in range(8, 8 + chance.randint(1, 3)):
            readings = {each.name: chance.randint(1, 40) / 4 for each in scales if chance.random() < 0.4}
            feelings = chance.sample(_FEELINGS, chance.randint(0, 3))
            note = f"nota{day:%j}x{hour}" if chance.random() < 0.2 else ""
            mood, when = chance.choice([None, 1, 2, 3, 3, 4, 5]), at(day, hour, chance.randint(0, 59))
            private = chance.random() < 0.1
            entry_id = new_id(when.milliseconds)
            made.append(Entry(entry_id, when, day, mood, note, tuple(feelings), ("etiket",), readings, private))
    journal.entries.add_imported(made)
    about = next((each.id for each in made if each.note and not each.private), None)
    journal.topics.insert(Topic(journal.topics.new_id(), DAY, "the loud corridor", about))


def _routines(journal: Journal, chance: Random) -> None:
    for name in ("gardening", "fencing", "juggling", "weaving")[: chance.randint(1, 4)]:
        routine = Routine(journal.routines.new_id(), name, DAY - timedelta(days=chance.choice([4, 40, 90])))
        cadence = read_cadence(chance.choice(_CADENCES))
        routine = journal.routines.insert(replace(routine, cadence=cadence, small=f"petite {name}"))
        _tick(journal, chance, routine, chance.choice([0.0, 0.3, 0.9]))
        if chance.random() < 0.3:
            agreement = Agreement(journal.agreements.new_id(), DAY, name)
            journal.agreements.insert(replace(agreement, routine_id=routine.id))
        if chance.random() < 0.2:
            journal.routines.edit(replace(routine, archived=DAY - timedelta(days=chance.randint(0, 3))))


def _medicines(journal: Journal, chance: Random) -> None:
    for name in ("amoxil", "bisopril", "codipar", "doxepin")[: chance.randint(1, 4)]:
        started = DAY - timedelta(days=chance.choice([5, 20, 90]))
        doses = [Dose(started, "11 mg"), Dose(DAY - timedelta(days=2), "13 mg")][: chance.randint(0, 2)]
        as_needed = chance.random() < 0.4
        cadence = read_cadence("as-needed" if as_needed else "daily")
        medicine = Routine(
            *(journal.routines.new_id(), name, started, cadence, RoutineKind.MEDICINE), unit="ml", doses=tuple(doses)
        )
        _tick(journal, chance, journal.routines.insert(medicine), 0.7)


def _tick(journal: Journal, chance: Random, routine: Routine, often: float) -> None:
    states = (TickState.DONE, TickState.DONE, TickState.SMALL, TickState.SKIPPED)
    made = []
    for day in _days(chance, often, (DAY - routine.started).days):
        when, state = at(day, chance.randint(7, 22), 5), chance.choice(states)
        amount = chance.choice([None, 1, 2.5]) if routine.unit else None
        note = f"obstacle{day:%j}" if state is TickState.SKIPPED and chance.random() < 0.5 else ""
        made.append(Tick(new_id(when.milliseconds), routine.id, when, day, state, amount, note))
    journal.ticks.add_imported(made)


def _people(journal: Journal, chance: Random) -> None:
    friend = journal.contacts.add("Quentin")
    for day in _days(chance, chance.choice([0.02, 0.2]), 40):
        journal.reached.insert(Reached(journal.reached.new_id(), friend.id, at(day, 17), day, note="ring"))
    for number, day in enumerate(_days(chance, chance.choice([0.03, 0.3]), 60)):
        rating = {key: chance.choice([None, chance.randint(0, 10)]) for key in ("expected", "pleasure", "mastery")}
        kind, state = chance.choice(list(ActivityKind)), chance.choice(_DONE)
        activity = Activity(journal.activities.new_id(), f"outing{number}", kind, state, at=at(day, 15), day=day)
        journal.activities.insert(replace(activity, **rating, contact_id=friend.id))


def _answers(journal: Journal, chance: Random) -> None:
    for key, items in (("phq9", 9), ("gad7", 7), ("who5", 5)):
        for day in _days(chance, chance.choice([0.0, 0.01, 0.07])):
            answers = tuple(chance.randint(0, 3) for _ in range(items))
            if chance.random() < 0.2:
                answers = (None, *answers[1:])
            journal.answered.insert(Answered(journal.answered.new_id(), key, at(day, 19), day, answers))
    if chance.random() < 0.5:
        step = journal.plan.add(Section.ALONE, "a step")
        journal.plan_reviews.insert(PlanReview(journal.plan_reviews.new_id(), DAY - timedelta(days=50)))
        if chance.random() < 0.3:
            journal.plan.remove(step.id)


def _goals(journal: Journal, chance: Random) -> None:
    goal = journal.goals.insert(Goal(journal.goals.new_id(), "the far lighthouse", DAY - timedelta(days=80)))
    for day in _days(chance, chance.choice([0.0, 0.05, 0.4]), 80):
        rating = GoalRating(journal.goal_ratings.new_id(), goal.id, at(day, 20), day, chance.randint(0, 10))
        journal.goal_ratings.insert(rating)
