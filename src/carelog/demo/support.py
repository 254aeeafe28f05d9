"""The demo's plan, kind words, contacts that were made, activities, signs, appointments and questionnaire answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from carelog.demo.chance import Chance
from carelog.demo.people import GROUP, MAYA, THERAPIST
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.agreement import Agreement
from carelog.domain.people.appointment import Appointment
from carelog.domain.people.contact import Contact
from carelog.domain.people.kind_word import KindWord
from carelog.domain.people.outreach import Helped, Reached
from carelog.domain.people.plan import PlanReview, PlanStep, Section
from carelog.domain.people.topic import Topic
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.sign import Sign
from carelog.domain.time.days import ONE_DAY, Moment
from carelog.journal import Journal

_PLAN = {
    Section.SIGNS: ("I stop answering messages", "I sleep at odd hours", "the kitchen is left"),
    Section.ALONE: ("make tea, then sit by the window", "shower", "the playlist for grey days", "once round the block"),
    Section.DISTRACTION: ("the library, upstairs", "the Thursday walking group"),
    Section.PEOPLE: ("call Maya, any hour", "Jonas (brother), after work"),
    Section.PROFESSIONALS: ("Dr Ashgrove, practice: ask to be seen today",),
    Section.SAFER: ("Jonas keeps what I asked him to keep",),
    Section.REASONS: ("Auntie Bea’s garden in May", "the dog next door", "the song that is not finished"),
    Section.OTHERS: (
        "What helps: sit with me, no need to talk",
        "What does not help: being asked why",
        "If I do not answer: come by, Mr Penrose has a key",
    ),
    Section.SENTENCE: ("This has been here before, and it went.",),
}
_CONTACT_OF_STEP = {
    "call Maya, any hour": MAYA,
    "Jonas (brother), after work": "Jonas (brother)",
    "Dr Ashgrove, practice: ask to be seen today": "Dr Ashgrove, practice",
}
_AGREED = "the phone sleeps in the kitchen, and one walk a day, the small one counts"
_KIND_WORDS = (
    ("You came back every time. That counts.", MAYA, 40),
    ("You do not have to be good company to be company.", "Auntie Bea", 12),
)
_SIGNS = (
    ("sleeping badly", "sleep below 5 on 3 of 5 days", "no screens after nine, and tell Maya"),
    ("going quiet", "no entry for 4 days", "one line, then tea with someone"),
    ("walks fall away", "Walk not done on 6 of 7 days", "the small one, round the block"),
)
_CALLS = ((2, MAYA, Helped.YES), (9, "Jonas (brother)", Helped.SOME), (16, MAYA, None))
_ANSWERS = (
    ("223122110", "2221221"),
    ("222122110", "2122211"),
    ("122111100", "1121211"),
    ("112111100", "1111110"),
)
_TOPICS = (
    (23, "whether to tell them at work"),
    (6, "the evening after the deadline moved"),
    (2, "sleep: what changed when the phone stayed outside"),
)
_DONE = (
    (1, "carried boxes for a neighbour", ActivityKind.PURPOSE, ActivityState.DONE, "", None, 7),
    (3, "walked with the group", ActivityKind.CONNECTION, ActivityState.DONE, GROUP, 3, 6),
    (6, "the form for the council", ActivityKind.PRACTICAL, ActivityState.PARTLY, "", 2, 4),
    (8, "swimming", ActivityKind.MOVEMENT, ActivityState.SKIPPED, "", 5, None),
)
_PLANNED = ((0, 20, "sort the seeds", ActivityKind.FUN, 5), (2, 15, "visit the library", ActivityKind.PURPOSE, 4))


def keep_circle(journal: Journal, contacts: Mapping[str, Contact], chance: Chance) -> None:
    """Write all of these to the journal, with days relative to its present day."""
    now, today = journal.clock.now(), journal.today
    begun = replace(now, instant=now.instant - 60 * ONE_DAY)
    journal.plan.add_imported(_steps(contacts, chance, begun))
    journal.plan_reviews.add_imported([PlanReview(chance.row_id(now.milliseconds), today - 30 * ONE_DAY)])
    journal.kind_words.add_imported(
        KindWord(chance.row_id(now.milliseconds), today - days * ONE_DAY, text, speaker)
        for text, speaker, days in _KIND_WORDS
    )
    journal.signs.add_imported(
        Sign(chance.row_id(now.milliseconds + place), *each) for place, each in enumerate(_SIGNS)
    )
    journal.reached.add_imported(
        Reached(
            chance.row_id(now.milliseconds),
            contacts[name].id,
            _afternoon(journal, days),
            today - days * ONE_DAY,
            helped,
        )
        for days, name, helped in _CALLS
    )
    journal.activities.add_imported(_activities(journal, contacts, chance, today))
    _keep_appointments(journal, contacts, chance, today)
    _keep_answers(journal, chance)


def _steps(contacts: Mapping[str, Contact], chance: Chance, begun: Moment) -> Iterator[PlanStep]:
    for section, texts in _PLAN.items():
        for position, text in enumerate(texts, 1):
            name = _CONTACT_OF_STEP.get(text)
            contact_id = contacts[name].id if name else None
            yield PlanStep(chance.row_id(begun.milliseconds), section, text, position, contact_id)


def _afternoon(journal: Journal, days: int) -> Moment:
    """Three in the afternoon, a number of days ago."""
    afternoon = datetime.combine(journal.today, time(15)) - timedelta(days=days)
    return journal.clock.resolve(afternoon)[0]


def _activities(journal: Journal, contacts: Mapping[str, Contact], chance: Chance, today: date) -> Iterator[Activity]:
    now = journal.clock.now().milliseconds
    for days, text, kind, state, who, expected, pleasure in _DONE:
        day = today - days * ONE_DAY
        yield Activity(
            chance.row_id(now),
            text,
            kind,
            state,
            planned_day=day,
            contact_id=contacts[who].id if who else None,
            expected=expected,
            at=_afternoon(journal, days),
            day=day,
            pleasure=pleasure,
        )
    for days, hour, text, kind, expected in _PLANNED:
        day, at = today + days * ONE_DAY, time(hour)
        yield Activity(chance.row_id(now), text, kind, planned_day=day, planned_at=at, expected=expected)


def _keep_appointments(journal: Journal, contacts: Mapping[str, Contact], chance: Chance, today: date) -> None:
    """An appointment with the therapist every two weeks, the next one in five days, with an agreement and topics."""
    now = journal.clock.now().milliseconds
    last = today - 9 * ONE_DAY
    seen = Appointment(chance.row_id(now), last - 84 * ONE_DAY, time(15), 14, contact_id=contacts[THERAPIST].id)
    journal.appointments.add_imported([seen])
    journal.agreements.add_imported([Agreement(chance.row_id(now), last, _AGREED, seen.id)])
    journal.topics.add_imported(
        Topic(chance.row_id(now), today - days * ONE_DAY, text, done=last if days > 9 else None)
        for days, text in _TOPICS
    )


def _keep_answers(journal: Journal, chance: Chance) -> None:
    """Answers to the PHQ-9 and the GAD-7 every two weeks, with a total that is a little lower each time."""
    for number, (mood, worry) in enumerate(_ANSWERS):
        at = _afternoon(journal, 2 + 14 * (len(_ANSWERS) - 1 - number))
        day = at.local.date()
        journal.answered.add_imported(
            Answered(chance.row_id(at.milliseconds), key, at, day, tuple(map(int, answers)), 1)
            for key, answers in (("phq9", mood), ("gad7", worry))
        )
