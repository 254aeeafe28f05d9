"""What tests of the journal share: a clock that a test can set, and a journal filled with a row of every noun."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from carelog.clock import Clock
from carelog.domain.goal import Goal, GoalRating
from carelog.domain.import_run import ImportRun
from carelog.domain.people.activity import Activity, ActivityKind
from carelog.domain.people.agreement import Agreement
from carelog.domain.people.appointment import Appointment
from carelog.domain.people.contact import GoodFor, Way, WayKind
from carelog.domain.people.kind_word import KindWord
from carelog.domain.people.outreach import Reached
from carelog.domain.people.plan import PlanReview, Section
from carelog.domain.people.topic import Topic
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.stock import Stock
from carelog.domain.routines.tick import TickState
from carelog.domain.share import Share
from carelog.domain.sign import Sign
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.journal.backup.integrity import verify_journal
from carelog.paths import Paths

DAY = date(2026, 11, 22)
Open = Callable[..., Journal]
Read = Callable[..., list[dict[str, Any]]]


_homes = itertools.count()


class SetClock(Clock):
    """A clock in UTC that a test can move; it starts on a Sunday evening."""

    __slots__ = ("shown",)

    def __init__(self) -> None:
        super().__init__(lambda: self.shown, UTC)
        self.shown = datetime(2026, 11, 22, 20, 30, tzinfo=UTC)

    def move(self, **by: float) -> None:
        """Move the clock by these arguments of `timedelta`."""
        self.shown += timedelta(**by)


def add_routine(journal: Journal, name: str = "walk", **fields: Any) -> Routine:
    """Add a new daily routine."""
    return journal.routines.insert(Routine(journal.routines.new_id(), name, DAY, **fields))


def fill(journal: Journal, word: str = "word") -> None:
    """Add a row of every noun to a journal, with `word` in every text."""
    journal.trackers.add(f"{word} hours", unit=f"{word}s", minimum=0, maximum=24)
    journal.entries.add(
        2, f"a {word} note", feelings=[f"{word} calm"], tags=[f"{word}-tag"], readings={f"{word} hours": 7.5}
    )
    way = Way(WayKind.PHONE, f"+49 30 555 {word}", f"{word} mobile")
    contact = journal.contacts.add(
        f"{word} Sam",
        ways=[way],
        good_for=[GoodFor.LISTENING],
        hours=f"{word} 9-17",
        crisis_order=1,
        say=word,
        note=word,
        zone=f"{word}/zone",
        meets=f"{word} Tue",
    )
    contact = journal.contacts.edit(replace(contact, agreed_to=f"{word} yes", called=f"{word} J."))
    circle(journal, word, contact.id)
    habit = add_routine(journal, f"{word} walk", small=word, why=word, unit=word, target=20, contact_id=contact.id)
    doses = (Dose(DAY, f"{word} 5 mg"),)
    add_routine(journal, f"{word} pill", kind=RoutineKind.MEDICINE, doses=doses, stock=Stock(DAY, 30))
    journal.ticks.add([habit], TickState.SMALL, amount=5, note=f"{word} tick")
    journal.pauses.add(DAY, DAY)


def circle(journal: Journal, word: str, contact_id: str) -> None:
    """Add a row of every noun about people and the plan."""
    now, day = journal.clock.now(), journal.today
    journal.plan.add(Section.ALONE, f"{word} step", contact_id)
    journal.plan_reviews.insert(PlanReview(journal.plan_reviews.new_id(), day))
    journal.kind_words.insert(KindWord(journal.kind_words.new_id(), day, f"{word} kind", word))
    journal.reached.insert(Reached(journal.reached.new_id(), contact_id, now, day, note=f"{word} call"))
    activity = Activity(journal.activities.new_id(), f"{word} visit", ActivityKind.CONNECTION, note=word)
    journal.activities.insert(replace(activity, contact_id=contact_id, expected=3, planned_day=day))
    journal.signs.insert(Sign(journal.signs.new_id(), f"{word} sign", f"{word} rule", f"{word} answer"))
    journal.helpline_marks.add("GB", f"{word} line", hidden=True)
    between_appointments(journal, word, contact_id)


def between_appointments(journal: Journal, word: str, contact_id: str) -> None:
    """Add a row of every noun about appointments and pages for others."""
    now, day = journal.clock.now(), journal.today
    appointment = Appointment(journal.appointments.new_id(), day, every=7, contact_id=contact_id)
    journal.appointments.insert(appointment)
    journal.agreements.insert(Agreement(journal.agreements.new_id(), day, f"{word} walks", appointment.id))
    journal.topics.insert(Topic(journal.topics.new_id(), day, f"{word} nights"))
    journal.answered.insert(Answered(journal.answered.new_id(), f"{word} scale", now, day, (0, 1)))
    goal = journal.goals.insert(Goal(journal.goals.new_id(), f"{word} goal", day))
    journal.goal_ratings.insert(GoalRating(journal.goal_ratings.new_id(), goal.id, now, day, 4))
    period, digest = Period(day, day), "0" * 64
    share = Share(journal.shares.new_id(), now, day, "therapist", "md", period, (f"{word} mood",), digest, word)
    journal.shares.insert(share)
    journal.imports.insert(ImportRun(journal.imports.new_id(), now, day, f"{word} app", digest, {f"{word} rows": 1}))


@contextmanager
def written_and_read(fill: Callable[[Journal], object]) -> Iterator[Journal]:
    """A new journal that was filled, verified, and opened again for reading; for the examples of a property test."""
    home = Path.cwd() / str(next(_homes))
    home.mkdir()
    shutil.copy(_empty_journal(), home / "journal.db")
    with Journal.open(Paths.inside(home), SetClock()) as journal:
        fill(journal)
    verify_journal(home / "journal.db")
    with Journal.open(Paths.inside(home), SetClock(), to_write=False) as journal:
        yield journal


def _empty_journal() -> Path:
    home = Path.cwd() / "empty"
    if not home.exists():
        Journal.open(Paths.inside(home), SetClock()).close()
    return home / "journal.db"
