"""Makes the real journal of the newest schema: `PYTHONPATH=src:tests python tests/journals/make.py`.

Run once, when a schema is about to be released; the files of released schemas are never made again.
"""

import json
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryDirectory

from carelog.clock import fixed_clock
from carelog.domain.entry import Entry
from carelog.domain.goal import Goal, GoalRating
from carelog.domain.ids import steady_id
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.agreement import Agreement
from carelog.domain.people.appointment import Appointment
from carelog.domain.people.contact import GoodFor, Role, Way, WayKind
from carelog.domain.people.kind_word import KindWord
from carelog.domain.people.outreach import Helped, Reached
from carelog.domain.people.plan import PlanReview, PlanStep, Section
from carelog.domain.people.put_away import PutAway
from carelog.domain.people.topic import Topic
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.stock import Stock
from carelog.domain.routines.terms import Terms
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.share import Share
from carelog.domain.sign import Hold, Sign
from carelog.domain.time.days import Period
from carelog.domain.tracker import About, Better, Tracker
from carelog.journal import Journal
from carelog.journal.collections.imports import ImportContent
from carelog.journal.migrations import NEWEST
from carelog.paths import Paths
from carelog.settings import Settings
from reliability.kept import seen

HERE = Path(__file__).parent
NOW = "2026-11-22T21:30:00+01:00"


def fill(journal: Journal) -> None:
    """Every kind of row: plain, full, edited and deleted ones, in more than one script."""
    journal.trackers.add("Sleep", unit="h", minimum=0, maximum=24, better=Better.HIGHER, about=About.NIGHT)
    journal.trackers.add("Irritability", cover="weather")
    journal.entries.add(mood=1, note="the day of the phone call")
    journal.entries.add(note="une promenade, puis une soupe 🍲\nשלום", tags=["walk", "日記"], private=True)
    journal.entries.add(mood=5, feelings=["calm"], readings={"Sleep": 7.5, "irritability": 2})
    journal.entries.add(mood=3, note="long: " + "and then " * 900)
    journal.entries.remove(journal.entries.add(mood=2, note="deleted words").id)
    people(journal)
    routines(journal)
    support_circle(journal)
    between_appointments(journal)
    imported(journal)
    [call] = journal.entries.within(search="the phone call")
    journal.entries.edit(replace(call, mood=2, note="the day after the phone call"))


def people(journal: Journal) -> None:
    """Somebody on the card with every kind of way, and somebody who is not on it."""
    ways = [
        Way(kind, "sam@example.org" if kind is WayKind.EMAIL else f"0{number}0", kind.value)
        for number, kind in enumerate(WayKind, 1)
    ]
    journal.contacts.add(
        "Sam",
        role=Role.FAMILY,
        ways=ways,
        good_for=list(GoodFor),
        hours="Mon-Fri 09:00-17:00",
        crisis_order=1,
        say="Can you stay on the phone with me?",
        note="has a key",
    )
    journal.contacts.add("Dr. Okafor", role=Role.PROFESSIONAL, zone="Africa/Lagos", hours="Mon-Fri 09:00-17:00")
    group = journal.contacts.add("Choir", role=Role.GROUP, meets="Tue 19:00 every week", keep_in_touch=21)
    journal.contacts.edit(
        replace(
            group,
            cover="evening class",
            called="the choir",
            not_on_card=True,
            agreed_on=date(2026, 11, 3),
            agreed_to="a lift home",
            snoozed=date(2026, 12, 1),
        )
    )


def support_circle(journal: Journal) -> None:
    """A plan with a step in every section, kind words, contact with Sam, activities in every state, signs, a mark."""
    sam = journal.contacts.named("Sam")
    for section in Section:
        journal.plan.add(section, f"my step: {section.value}", sam.id if section is Section.PEOPLE else None)
    journal.plan.insert(PlanStep(journal.plan.new_id(), Section.SAFER, "the bag is at Choir", 2, not_on_card=True))
    journal.plan.remove(journal.plan.add(Section.ALONE, "deleted step").id)
    journal.plan_reviews.insert(PlanReview(journal.plan_reviews.new_id(), date(2026, 11, 1)))
    journal.kind_words.insert(KindWord(journal.kind_words.new_id(), date(2026, 11, 2), "You came back. 你好", "Sam"))
    now = journal.clock.now()
    for helped in (None, *Helped):
        journal.reached.insert(Reached(journal.reached.new_id(), sam.id, now, journal.today, helped, "on the phone"))
    activities(journal, sam.id)
    put_away(journal)
    journal.signs.insert(Sign(journal.signs.new_id(), "sleeping badly", "sleep below 5 on 3 of 5 days", "call Sam"))
    quiet = Sign(journal.signs.new_id(), "going quiet", "no entry for 4 days", "tea")
    journal.signs.insert(
        replace(quiet, holds=tuple(Hold), cover="quiet week", snoozed=date(2026, 12, 1), spoken=date(2026, 11, 20))
    )
    journal.helpline_marks.add("GB", "Samaritans", checked_on=date(2026, 11, 1))


def put_away(journal: Journal) -> None:
    """Somebody who was put away, with a row of each kind that can be put away with them."""
    robin = journal.contacts.add("Robin", crisis_order=2)
    word = journal.kind_words.insert(KindWord(journal.kind_words.new_id(), date(2026, 11, 3), "You are late.", "Robin"))
    sign = journal.signs.insert(Sign(journal.signs.new_id(), "no calls", "no contact for 9 days", "call Robin"))
    step = journal.plan.add(Section.PEOPLE, "call Robin", robin.id)
    visit = journal.activities.insert(Activity(journal.activities.new_id(), "visit Robin", ActivityKind.CONNECTION))
    rows = {"plan_steps": step.id, "kind_words": word.id, "signs": sign.id, "activities": visit.id}
    things = [PutAway(table, row_id, "", robin.id) for table, row_id in rows.items()]
    journal.people_away.put_away(robin, date(2026, 11, 22), things)


def between_appointments(journal: Journal) -> None:
    """Appointments of both kinds, homework that became a routine, topics, answers, a share."""
    sam, walk, entry = journal.contacts.named("Dr. Okafor"), journal.routines.named("Walk"), next(iter(journal.entries))
    weekly = Appointment(
        journal.appointments.new_id(), date(2026, 11, 3), time(14, 30), 7, date(2027, 1, 5), contact_id=sam.id
    )
    journal.appointments.insert(weekly)
    journal.appointments.insert(Appointment(journal.appointments.new_id(), date(2026, 12, 1)))
    journal.agreements.insert(
        Agreement(journal.agreements.new_id(), date(2026, 11, 17), "walk, 20 minutes", weekly.id, walk.id)
    )
    journal.topics.insert(Topic(journal.topics.new_id(), date(2026, 11, 19), "the phone call", entry.id))
    journal.topics.insert(Topic(journal.topics.new_id(), date(2026, 11, 10), "sommeil 眠り", done=date(2026, 11, 17)))
    now, today = journal.clock.now(), journal.today
    journal.answered.insert(Answered(journal.answered.new_id(), "gad7", now, today, (0, 1, 2, 3, 0, 1, 2), 1))
    journal.answered.insert(Answered(journal.answered.new_id(), "phq9", now, today, (1, None, 2, None, 0, 0, 0, 0, 0)))
    journal.answered.insert(Answered(journal.answered.new_id(), "gad7", now, today, (0,) * 7, language="de"))
    goal = journal.goals.insert(Goal(journal.goals.new_id(), "eat with the others", date(2026, 11, 3)))
    journal.goals.insert(Goal(journal.goals.new_id(), "früher schlafen", date(2026, 10, 1), let_go=date(2026, 11, 1)))
    journal.goal_ratings.insert(GoalRating(journal.goal_ratings.new_id(), goal.id, now, today, 4))
    month = Period(date(2026, 10, 20), date(2026, 11, 17))
    journal.shares.insert(
        Share(
            journal.shares.new_id(), now, today, "therapist", "pdf", month, ("mood", "topics"), "5" * 64, "Dr. Okafor"
        )
    )


def imported(journal: Journal) -> None:
    """A run that brought one of everything, and one that was taken back but for what was edited since."""
    now, today = journal.clock.now(), journal.today
    for source in ("daylio", "loop"):
        tea = Routine(steady_id(source, "tea"), f"Tea ({source})", date(2026, 11, 1))
        entry = Entry(steady_id(source, "1"), now, today, 4, "from elsewhere", readings={source: 2}, source=source)
        other = Entry(steady_id(source, "2"), now, today, 3, source=source)
        tick = Tick(steady_id(source, "t"), tea.id, now, today, amount=1.5, source=source)
        load = ImportContent([entry, other], [Tracker(steady_id("tracker", source), source)], [tea], [tick])
        run = journal.imports.apply(source, "a" * 64, load)
    journal.entries.edit(replace(entry, note="in my own words"))
    journal.imports.undo(run)


def activities(journal: Journal, contact_id: str) -> None:
    """One activity in every state, of every kind that is needed for it."""
    now, today = journal.clock.now(), journal.today
    planned = Activity(journal.activities.new_id(), "visit the library", ActivityKind.PURPOSE)
    journal.activities.insert(planned)
    journal.activities.insert(
        replace(planned, id=journal.activities.new_id(), planned_day=today, planned_at=time(15), contact_id=contact_id)
    )
    for state in (ActivityState.DONE, ActivityState.PARTLY, ActivityState.SKIPPED):
        kept = Activity(
            journal.activities.new_id(),
            "carry boxes",
            ActivityKind.CONNECTION,
            state,
            planned_day=today,
            contact_id=contact_id,
            expected=3,
            at=now,
            day=today,
            pleasure=6,
            mastery=5,
            closeness=7,
            note="for a neighbour",
        )
        journal.activities.insert(kept)


def routines(journal: Journal) -> None:
    """A habit with every tick state, a medicine, and one that was put away; a pause that ended and one that runs."""
    sam = journal.contacts.named("Sam")
    walk = Routine(
        journal.routines.new_id(),
        "Walk",
        date(2026, 11, 1),
        read_cadence("3/week"),
        at=(time(17, 30),),
        target=20,
        unit="min",
        small="to the corner",
        why="it clears my head",
        contact_id=sam.id,
        terms=(
            Terms(None, read_cadence("daily")),
            Terms(date(2026, 11, 9), read_cadence("3/week"), (time(17, 30),), 20),
        ),
    )
    medicine = Routine(
        journal.routines.new_id(),
        "Tablet",
        date(2026, 10, 1),
        read_cadence("2/day"),
        RoutineKind.MEDICINE,
        doses=(Dose(date(2026, 10, 1), "half a tablet"), Dose(date(2026, 11, 1), "one tablet")),
        stock=Stock(date(2026, 11, 20), 30, refill_at=7),
    )
    tea = Routine(journal.routines.new_id(), "Tea", date(2026, 11, 1), cover="break")
    for each in (walk, medicine, tea):
        journal.routines.insert(each)
    journal.routines.archive(tea, date(2026, 11, 15))
    journal.ticks.add([walk], amount=25, note="in the rain")
    journal.ticks.add([walk], TickState.SMALL)
    journal.ticks.add([walk, medicine], TickState.SKIPPED)
    journal.ticks.add_imported(
        [Tick(steady_id("here", "again"), medicine.id, journal.clock.now(), journal.today, planned=time(8), again=True)]
    )
    journal.pauses.add(date(2026, 10, 1), date(2026, 10, 7))
    journal.pauses.add(date(2026, 11, 20))


def main() -> None:
    """Fill a journal, and write it and what it reads as beside this file."""
    with TemporaryDirectory() as folder:
        paths = Paths.inside(folder)
        with Journal.open(paths, fixed_clock(NOW), Settings()) as journal:
            fill(journal)
            readable = json.dumps(seen(journal), ensure_ascii=False, indent=1)
        (HERE / f"{NEWEST:04}.db").write_bytes(paths.journal.read_bytes())
    (HERE / f"{NEWEST:04}.json").write_text(f"{readable}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
