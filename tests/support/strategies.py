"""Hypothesis strategies for valid values of every noun."""

from datetime import UTC, date, datetime, time
from typing import Any

from hypothesis import strategies as st

from carelog.domain.entry import Entry
from carelog.domain.ids import new_id
from carelog.domain.import_run import ImportRun
from carelog.domain.numbers import LARGEST
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.agreement import Agreement
from carelog.domain.people.appointment import Appointment
from carelog.domain.people.contact import Contact, GoodFor, Role, Way, WayKind
from carelog.domain.people.helpline_mark import HelplineMark
from carelog.domain.people.kind_word import KindWord
from carelog.domain.people.outreach import Helped, Reached
from carelog.domain.people.plan import PlanStep, Section
from carelog.domain.people.topic import Topic
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.routines.cadence import Cadence, CadenceKind
from carelog.domain.routines.pause import Pause
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.stock import FormerPerDose, Stock
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.share import Share
from carelog.domain.sign import Sign
from carelog.domain.text import clean_line
from carelog.domain.time.days import Moment, Period
from carelog.domain.tracker import About, Better, Tracker

TROUBLE = "\0\a\b\t\n\r\x1b\x7f\x85\x9b\u00a0\u00ad\u061c\u200b\u200c\u200d\u200e\u2028\u202e\u2066\ufeff\ud800\udfff"
"""Characters that are invisible, control a terminal, change the direction of text or break encodings."""

characters = st.one_of(st.characters(exclude_categories=()), st.sampled_from(f"{TROUBLE}#=[]%'\" "))
"""Any character, lone surrogates included, and troublesome ones often."""

texts = st.text(characters, max_size=15)


def names(longest: int = 20) -> st.SearchStrategy[str]:
    """Texts that are not empty after cleaning."""
    return st.text(characters, min_size=1, max_size=longest).filter(clean_line)


days = st.dates(date(1900, 1, 2), date(8999, 12, 30))
clocks = st.times().map(lambda each: each.replace(second=0, microsecond=0))
day_starts = clocks.filter(lambda each: each <= time(12))
offsets = st.integers(-1439, 1439)
instants = st.datetimes(
    datetime.fromisoformat("1900-01-03T00:00"), datetime.fromisoformat("9000-12-29T00:00"), timezones=st.just(UTC)
)
moments = st.builds(Moment, instants, offsets)
numbers = st.floats(-LARGEST, LARGEST)
amounts = st.floats(0, LARGEST)
scores = st.integers(1, 5)
ids = st.builds(new_id, st.integers(0, (1 << 48) - 1))

_times = st.integers(1, 50)
_days = st.integers(1, 366)
cadences = st.one_of(
    st.builds(Cadence, st.just(CadenceKind.PER_DAY), _times),
    st.builds(Cadence, st.just(CadenceKind.WEEKDAYS), weekdays=st.frozensets(st.integers(0, 6), min_size=1)),
    st.builds(Cadence, st.just(CadenceKind.PER_WEEK), st.integers(1, 7)),
    _days.flatmap(
        lambda span: st.builds(Cadence, st.just(CadenceKind.PER_DAYS), st.integers(1, min(span, 50)), st.just(span))
    ),
    st.builds(Cadence, st.just(CadenceKind.INTERVAL), days=_days),
    st.just(Cadence(CadenceKind.AS_NEEDED)),
)

entries = st.builds(
    Entry,
    id=ids,
    at=moments,
    day=days,
    mood=scores,
    note=texts,
    feelings=st.lists(names(), max_size=3).map(tuple),
    tags=st.lists(names().filter(lambda name: clean_line(name).strip("# ")), max_size=3).map(tuple),
    private=st.booleans(),
)

ways = st.one_of(
    st.builds(Way, st.sampled_from([WayKind.PHONE, WayKind.TEXT]), names().map(lambda name: f"{name}5"), texts),
    st.builds(Way, st.just(WayKind.EMAIL), names().map(lambda name: f"{name}@example.org"), texts),
    st.builds(Way, st.sampled_from([WayKind.WEB, WayKind.ADDRESS]), names(), texts),
)
contacts = st.builds(
    Contact,
    id=ids,
    name=names(),
    role=st.sampled_from(Role),
    ways=st.lists(ways, max_size=3).map(tuple),
    good_for=st.lists(st.sampled_from(GoodFor), unique=True).map(tuple),
    hours=texts,
    crisis_order=st.none() | st.integers(1, 999),
    say=texts,
    note=texts,
    zone=texts,
    agreed_on=st.none() | days,
    agreed_to=texts,
    meets=texts,
    keep_in_touch=st.none() | st.integers(1, 366),
    snoozed=st.none() | days,
)


def _tracker(bounds: tuple[float | None, float | None], **fields: Any) -> Tracker:
    low, high = bounds
    if low is not None and high is not None:
        low, high = min(low, high), max(low, high)
    return Tracker(minimum=low, maximum=high, **fields)


trackers = st.builds(
    _tracker,
    st.tuples(st.none() | numbers, st.none() | numbers),
    id=ids,
    name=names().map(lambda name: name.replace("=", "-")),
    unit=texts,
    better=st.sampled_from(Better),
    archived=st.none() | days,
    about=st.none() | st.sampled_from(About),
)

doses = st.lists(st.builds(Dose, days, names()), max_size=3).map(tuple)
stocks = st.builds(
    Stock,
    counted=days,
    amount=amounts,
    per_dose=st.floats(0, LARGEST, exclude_min=True),
    refill_at=st.none() | amounts,
    counted_at=st.none() | moments,
    before=st.frozensets(ids, max_size=2),
    former=st.lists(st.builds(FormerPerDose, days, st.floats(0, LARGEST, exclude_min=True)), max_size=2).map(tuple),
)
routines = st.builds(
    Routine,
    id=ids,
    name=names(),
    started=days,
    cadence=cadences,
    kind=st.just(RoutineKind.HABIT),
    at=st.lists(clocks, max_size=3).map(tuple),
    target=st.none() | st.floats(0, LARGEST, exclude_min=True),
    unit=texts,
    small=texts,
    why=texts,
)
medicines = st.builds(
    Routine,
    id=ids,
    name=names(),
    started=days,
    cadence=cadences,
    kind=st.just(RoutineKind.MEDICINE),
    doses=doses,
    stock=st.none() | stocks,
)

ticks = st.builds(
    Tick,
    id=ids,
    routine_id=ids,
    at=moments,
    day=days,
    state=st.sampled_from(TickState),
    amount=st.none() | amounts,
    note=texts,
    planned=st.none() | clocks,
    again=st.booleans(),
)

pauses = st.tuples(days, st.none() | days).map(
    lambda pair: Pause("", min(pair[0], pair[1] or pair[0]), pair[1] and max(pair))  # type: ignore[type-var]
)

plan_steps = st.builds(
    PlanStep,
    id=ids,
    section=st.sampled_from(Section),
    text=names(),
    position=st.integers(1, 200),
)
kind_words = st.builds(KindWord, ids, days, names(), texts)
reached = st.builds(
    Reached, id=ids, contact_id=ids, at=moments, day=days, helped=st.none() | st.sampled_from(Helped), note=texts
)
_ratings = st.none() | st.integers(0, 10)


def _activity(state: ActivityState, at: Moment, day: date, **fields: Any) -> Activity:
    when = {} if state is ActivityState.PLANNED else {"at": at, "day": day}
    return Activity(state=state, **when, **fields)


activities = st.builds(
    _activity,
    st.sampled_from(ActivityState),
    moments,
    days,
    id=ids,
    text=names(),
    kind=st.sampled_from(ActivityKind),
    planned_day=st.none() | days,
    planned_at=st.none() | clocks,
    expected=_ratings,
    pleasure=_ratings,
    mastery=_ratings,
    closeness=_ratings,
    note=texts,
)
signs = st.builds(
    Sign, id=ids, text=names(), rule=names(), step=names(), snoozed=st.none() | days, spoken=st.none() | days
)
helpline_marks = st.builds(
    HelplineMark,
    id=ids,
    country=st.sampled_from(["GB", "IE", "DE"]),
    name=names(),
    hidden=st.booleans(),
    checked_on=st.none() | days,
)
appointments = st.builds(
    Appointment,
    id=ids,
    day=days,
    at=st.none() | clocks,
    every=st.none() | st.integers(1, 366),
    until=st.none() | days,
)
agreements = st.builds(Agreement, id=ids, day=days, text=texts.filter(str.strip))
topics = st.builds(Topic, id=ids, day=days, text=names(), done=st.none() | days)
answered = st.builds(
    Answered,
    id=ids,
    questionnaire=st.sampled_from(["phq9", "phq8", "gad7", "mine"]),
    at=moments,
    day=days,
    answers=st.lists(st.integers(0, 3), min_size=1, max_size=9).map(tuple),
    difficulty=st.none() | st.integers(0, 3),
)
shares = st.builds(
    Share,
    id=ids,
    at=moments,
    day=days,
    audience=st.sampled_from(["therapist", "ally", "self"]),
    form=st.sampled_from(["pdf", "html", "md"]),
    period=st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends))),
    sections=st.lists(st.sampled_from(["mood", "notes", "topics"]), max_size=3).map(tuple),
    sha256=st.integers(0, 2**256 - 1).map(lambda number: f"{number:064x}"),
    whom=names() | st.just(""),
)
import_runs = st.builds(
    ImportRun,
    id=ids,
    at=moments,
    day=days,
    source=st.sampled_from(["daylio", "loop"]),
    sha256=st.integers(0, 2**256 - 1).map(lambda number: f"{number:064x}"),
    counts=st.dictionaries(st.sampled_from(["entries", "ticks"]), st.integers(0, 10_000)),
    period=st.none() | st.tuples(days, days).map(lambda ends: Period(min(ends), max(ends))),
)
