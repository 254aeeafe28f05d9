"""What programs hand to the library: it takes plain words and standard types, and refuses anything else by name."""

import inspect
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial
from types import NoneType
from typing import Any

import pytest

from carelog.domain.ids import handle
from carelog.domain.people.contact import Contact, GoodFor, Role, Way, WayKind
from carelog.domain.routines.routine import Routine
from carelog.domain.time.days import Moment, Period
from carelog.errors import CarelogError, InvalidValue, NotFound
from carelog.journal import Journal
from support.journals import DAY

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
ONE_DAY = Period(DAY, DAY)
TEXT, NUMBER, WHOLE, MANY = (str,), (int, float, Decimal, Fraction), (int,), (list, tuple, set)
WORDS, DAYS, MOMENTS, CLOCKS = (*TEXT, *MANY), (date, str), (datetime, Moment, str), (time, str)
ENTRIES = {
    "mood": (int, str, NoneType),
    "note": TEXT,
    "feelings": WORDS,
    "tags": WORDS,
    "readings": (dict, NoneType),
    "private": (bool,),
    "at": (*MOMENTS, NoneType),
}
CONTACTS = {
    "name": TEXT,
    "role": (str, Role),
    "ways": (*WORDS, Way),
    "good_for": (*WORDS, GoodFor),
    "crisis_order": (int, NoneType),
    "keep_in_touch": (int, timedelta, str, NoneType),
    "not_on_card": (bool,),
    **dict.fromkeys(("hours", "say", "note", "zone", "meets", "cover", "called"), TEXT),
}
ROUTINES = {
    "kind": TEXT,
    "every": TEXT,
    "at": (*CLOCKS, *MANY),
    "target": (*NUMBER, NoneType),
    "contact": (str, Contact, NoneType),
    "stock": (*NUMBER, NoneType),
    "started": (*DAYS, NoneType),
    **dict.fromkeys(("name", "unit", "small", "why", "dose", "cover"), TEXT),
}
ACTIVITIES = {
    **dict.fromkeys(("text", "kind", "state", "note"), TEXT),
    **dict.fromkeys(("expected", "pleasure", "mastery", "closeness"), (int, NoneType)),
    "planned_day": (*DAYS, NoneType),
    "planned_at": (*CLOCKS, NoneType),
    "contact": (str, Contact, NoneType),
    "at": (*MOMENTS, NoneType),
}
APPOINTMENTS = {
    "day": DAYS,
    "at": (*CLOCKS, NoneType),
    "every": (int, timedelta, str, NoneType),
    "until": (*DAYS, NoneType),
    "contact": (str, Contact, NoneType),
}
SHARES = {
    **dict.fromkeys(("audience", "form", "sha256", "whom"), TEXT),
    "period": (Period,),
    "sections": WORDS,
    "at": (*MOMENTS, NoneType),
}
GIVEN: dict[str, tuple[dict[str, Any], dict[str, tuple[type, ...]]]] = {
    "entries": ({"mood": 4}, ENTRIES),
    "contacts": ({"name": "Kim"}, CONTACTS),
    "routines": ({"name": "stretch"}, ROUTINES),
    "ticks": (
        {"routines": "walk"},
        {
            "routines": (str, Routine, *MANY),
            "state": TEXT,
            "amount": (*NUMBER, NoneType),
            "note": TEXT,
            "at": (*MOMENTS, NoneType),
            "planned": (*CLOCKS, NoneType),
            "again": (bool,),
        },
    ),
    "trackers": (
        {"name": "steps"},
        {
            **dict.fromkeys(("name", "unit", "better", "cover"), TEXT),
            **dict.fromkeys(("minimum", "maximum"), (*NUMBER, NoneType)),
            "about": (str, NoneType),
        },
    ),
    "plan": (
        {"section": "alone", "text": "tea"},
        {"section": TEXT, "text": TEXT, "contact": (str, Contact, NoneType), "not_on_card": (bool,)},
    ),
    "plan_reviews": ({}, {"day": (*DAYS, NoneType)}),
    "kind_words": ({"text": "well done"}, {"text": TEXT, "from_whom": TEXT, "day": (*DAYS, NoneType)}),
    "reached": (
        {"contact": "Sam"},
        {"contact": (str, Contact), "helped": (str, NoneType), "note": TEXT, "at": (*MOMENTS, NoneType)},
    ),
    "activities": ({"text": "swim"}, ACTIVITIES),
    "signs": (
        {"text": "tired", "rule": "no entry for 4 days", "step": "tea"},
        {"text": TEXT, "rule": TEXT, "step": TEXT, "holds": WORDS, "cover": TEXT},
    ),
    "helpline_marks": (
        {"country": "GB", "name": "A line"},
        {"country": TEXT, "name": TEXT, "hidden": (bool, NoneType), "checked_on": (*DAYS, NoneType)},
    ),
    "appointments": ({"day": DAY}, APPOINTMENTS),
    "agreements": (
        {"text": "walk"},
        {"text": TEXT, "day": (*DAYS, NoneType), "appointment": (str, NoneType), "routine": (str, Routine, NoneType)},
    ),
    "topics": (
        {"text": "nights"},
        {"text": TEXT, "entry": (str, NoneType), "day": (*DAYS, NoneType), "done": (*DAYS, NoneType)},
    ),
    "answered": (
        {"questionnaire": "phq9", "answers": [1] * 9},
        {
            "questionnaire": TEXT,
            "answers": MANY,
            "difficulty": (int, NoneType),
            "language": (str, NoneType),
            "at": (*MOMENTS, NoneType),
        },
    ),
    "shares": (
        {"audience": "therapist", "form": "pdf", "period": ONE_DAY, "sections": ["mood"], "sha256": "0" * 64},
        SHARES,
    ),
    "goals": ({"text": "sing"}, {"text": TEXT, "day": (*DAYS, NoneType), "let_go": (*DAYS, NoneType)}),
    "goal_ratings": ({"goal": "read", "value": 3}, {"goal": TEXT, "value": WHOLE, "at": (*MOMENTS, NoneType)}),
    "pauses": ({}, {"first": (*DAYS, NoneType), "last": (*DAYS, NoneType)}),
}
"""For each collection what `add` is called with, and the types that each of its arguments may be of."""
NO_ADD = {"imports"}
"""What only `carelog import` adds to."""
ODD: dict[str, Callable[[], Any]] = {
    "nothing": lambda: None,
    "a truth value": lambda: True,
    "a number": lambda: 3,
    "a number below zero": lambda: -1,
    "a huge number": lambda: 10**400,
    "a fraction": lambda: 2.5,
    "no number": lambda: float("nan"),
    "infinity": lambda: float("inf"),
    "a decimal": lambda: Decimal("1.5"),
    "a decimal that is none": lambda: Decimal("sNaN"),
    "a ratio": lambda: Fraction(1, 3),
    "a complex number": lambda: 1j,
    "no letters": str,
    "a text": lambda: "xyzzy",
    "a hostile text": lambda: "\x00\x1b[2J\ud800",
    "a long text": lambda: "x" * 1_000_001,
    "bytes": lambda: b"walk",
    "an object": object,
    "a class": lambda: str,
    "a function": lambda: print,
    "an empty list": list,
    "a list of numbers": lambda: [1, 2],
    "a list of objects": lambda: [object()],
    "a set of words": lambda: {"calm"},
    "a dictionary": lambda: {"sleep": 7},
    "a dictionary of words": lambda: {"sleep": "long"},
    "a dictionary by number": lambda: {1: 1},
    "a naive datetime": lambda: datetime(2026, 11, 22, 8),  # noqa: DTZ001
    "an aware datetime": lambda: NOW,
    "the first datetime": lambda: datetime.min.replace(tzinfo=UTC),
    "the last datetime": lambda: datetime.max.replace(tzinfo=UTC),
    "a date": lambda: DAY,
    "the earliest date": lambda: date.min,
    "the latest date": lambda: date.max,
    "a time": lambda: time(8, 30),
    "a timedelta": lambda: timedelta(hours=5),
    "a period": lambda: ONE_DAY,
    "a moment": lambda: Moment.of(NOW),
    "a role": lambda: Role.PEER,
    "a kind of way": lambda: WayKind.PHONE,
    "a way": lambda: Way(WayKind.PHONE, "112"),
    "an id of nothing": lambda: "01a204f3-8d40-7792-8f36-c703e8a743e6",
}
CASES = [(name, argument) for name, (_, takes) in GIVEN.items() for argument in takes]


@pytest.fixture
def lived(journal: Journal) -> Journal:
    """A journal with what others refer to."""
    journal.trackers.add("sleep", unit="h", minimum=0, maximum=24)
    journal.contacts.add("Sam")
    journal.routines.add("walk")
    journal.goals.add("read")
    return journal


def test_every_collection_is_tried_with_every_argument_of_add(journal: Journal) -> None:
    names = {name for name in vars(type(journal).__mro__[1]) if getattr(journal, name, None) in journal.collections}
    assert names - NO_ADD == set(GIVEN)
    for name, (_, takes) in GIVEN.items():
        assert set(inspect.signature(getattr(journal, name).add).parameters) == set(takes), name


@pytest.mark.parametrize(("name", "argument"), CASES)
def test_a_value_is_kept_as_it_is_read_again_or_refused_with_its_argument_and_nothing_is_written(
    lived: Journal, name: str, argument: str
) -> None:
    fitting, takes = GIVEN[name][0], GIVEN[name][1][argument]
    collection = getattr(lived, name)
    for said, make in ODD.items():
        before, value = dump(lived), make()
        kept, refused = kept_or_refused(partial(collection.add, **fitting | {argument: value}))
        may_fit = isinstance(value, takes) and not (isinstance(value, bool) and bool not in takes)
        assert may_fit or isinstance(refused, InvalidValue), said
        assert not refused or dump(lived) == before, said
        if refused and not may_fit:
            assert f"“{argument}”" in refused.message, said
            assert type(value).__name__ in refused.message or hasattr(value, "__iter__") or "naive" in said, said
        for each in kept:
            assert collection.get(each.id) == each, said
            collection.remove(each)


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_an_edit_refuses_what_add_refuses_and_writes_nothing(lived: Journal, name: str) -> None:
    fitting, _ = GIVEN[name]
    collection = getattr(lived, name)
    kept = collection.add(**fitting)
    for argument in collection.arguments:
        for odd in (object(), b"bytes", 1j, [object()]):
            before = dump(lived)
            with pytest.raises(InvalidValue) as refused:
                collection.edit(kept, **{argument: odd})
            assert f"“{argument}”" in refused.value.message
            assert dump(lived) == before
    with pytest.raises(InvalidValue) as unknown:
        collection.edit(kept, colour="red")
    assert unknown.value.message.startswith("Nothing called “colour” can be changed here. These can: ")
    for which in (object(), None, 3, {"id": kept.id}, lived.settings):
        with pytest.raises(InvalidValue):
            collection.edit(which)
        with pytest.raises(InvalidValue):
            collection.remove(which)
    assert (
        collection.edit(kept.id) == collection.edit(kept) == collection.get(kept.id) == collection.find(handle(kept.id))
    )


def test_a_refusal_says_the_argument_what_it_was_given_and_what_it_takes_and_no_word_of_it(journal: Journal) -> None:
    assert refusal(lambda: journal.entries.add(mood="grand, Sam")) == (
        "The text given as “mood” is no word for a mood. The words are: awful, bad, okay, good, great."
    )
    assert refusal(lambda: journal.entries.add(mood=3.0)) == (
        "“mood” takes a whole number from 1 to 5, or the word for it, such as good; it was given float."
    )
    assert refusal(lambda: journal.entries.add(note=b"secret")) == "“note” takes text; it was given bytes."
    naive = datetime(2026, 11, 22, 8)  # noqa: DTZ001
    assert refusal(lambda: journal.entries.add(mood=4, at=naive)) == (
        "“at” was given a datetime without an offset, which says no moment. when.astimezone() reads it on the clock of "
        "this computer; datetime.now(UTC) has an offset from the start."
    )
    assert refusal(lambda: journal.goals.add("sing", day=NOW)) == (
        "“day” takes a date, or words for a day such as yesterday; it was given datetime. Of a datetime, date() is its "
        "date."
    )
    assert refusal(lambda: journal.contacts.add("Sam", role="ghost")) == (
        "The text given as “role” is none of these words: family, friend, peer, group, professional, service."
    )
    assert refusal(lambda: journal.contacts.add("Sam", ways=["by the river"])) == (
        "“ways” takes numbers and addresses. Of one of them the kind cannot be told: phone:, text:, email:, web: "
        "or address: before it says which it is."
    )
    assert not len(journal.entries) + len(journal.goals) + len(journal.contacts)


def kept_or_refused(call: Callable[[], Any]) -> tuple[list[Any], CarelogError | None]:
    """What a call kept, or the error in which it ended; any other error is a fault."""
    try:
        kept = call()
    except (InvalidValue, NotFound) as refused:
        return [], refused
    return kept if isinstance(kept, list) else [kept], None


def dump(journal: Journal) -> list[tuple[Any, ...]]:
    """Every row of the journal, and what undo keeps."""
    tables = [each.table.name for each in journal.collections]
    return [tuple(row) for table in (*tables, "undo") for row in journal._store.rows(f"SELECT * FROM {table}")]


def refusal(call: Callable[[], object]) -> str:
    """The sentence of the InvalidValue that a call raises."""
    with pytest.raises(InvalidValue) as refused:
        call()
    return refused.value.message
