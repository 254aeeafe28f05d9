"""Values that a program gives: plain words and standard types, read into those of the domain, or refused by name.

Each reader gets the journal's collections, the name of the argument and the value. It raises InvalidValue for a value
of another kind; the sentence names the argument and the type of what it was given, never the value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta
from enum import Enum
from operator import index
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from carelog.domain.text import clean, clean_line, fold
from carelog.domain.time.days import EARLIEST, FIRST_YEAR, LAST_YEAR, LATEST, Moment, Period, read_clock
from carelog.errors import InvalidValue

if TYPE_CHECKING:
    from typing import Protocol, TypeGuard, TypeVar

    from carelog.clock import Clock as WallClock
    from carelog.domain.people.contact import Way
    from carelog.domain.routines.cadence import Cadence
    from carelog.domain.routines.stock import Stock
    from carelog.domain.time.when import Now
    from carelog.paths import Paths
    from carelog.settings import Settings

    Thing_co = TypeVar("Thing_co", bound="_WithId", covariant=True)

    class Collections(Protocol):
        """The journal that a collection is in: its clock and settings, and what stands beside the collection."""

        paths: Paths
        clock: WallClock
        settings: Settings

        @property
        def contacts(self) -> Any:
            """The contacts."""

        @property
        def trackers(self) -> Any:
            """The trackers."""

        @property
        def routines(self) -> Any:
            """The routines."""

        @property
        def ticks(self) -> Any:
            """The ticks."""

        @property
        def goals(self) -> Any:
            """The goals."""

    class _WithId(Protocol):
        @property
        def id(self) -> str: ...

    class _Findable(Protocol[Thing_co]):
        def get(self, thing_id: str) -> Thing_co: ...
        def find(self, reference: str) -> Thing_co: ...


When: TypeAlias = Moment | datetime | str
"""A moment: a datetime with an offset, or words for a time as `--at` takes them."""
Day: TypeAlias = date | str
"""A day: a date, or words for one."""
Clock: TypeAlias = time | str
"""A time of day: a time, or text such as 21:30."""
Words: TypeAlias = str | Iterable[str]
"""One text, or several."""

Reader: TypeAlias = "Callable[[Collections, str, Any], Any]"

_ID_LENGTH = 36
_LARGEST = 10**12
"""The whole number above which none is taken: nothing that a person counts is more."""


def text(_: object, argument: str, value: Any) -> str:
    """Text, without what could control a terminal."""
    if not isinstance(value, str):
        raise misfit("library.text", argument, value)
    return clean(str.__str__(value))


def words(_: object, argument: str, value: Any) -> tuple[str, ...]:
    """One text or several as a tuple."""
    return tuple(text(_, argument, each) for each in several(argument, value, "library.words"))


def flag(_: object, argument: str, value: Any) -> bool:
    """True or False."""
    if not isinstance(value, bool):
        raise misfit("library.yes-or-no", argument, value)
    return value


def whole(_: object, argument: str, value: Any) -> int:
    """A whole number, also one of another library; no truth value, and no float."""
    return _index("library.whole-number", argument, value)


def how_many(_: object, argument: str, value: Any) -> int:
    """A whole number that is not below 0."""
    if (found := whole(_, argument, value)) < 0:
        raise InvalidValue("library.below-zero", argument=argument)
    return found


def number(_: object, argument: str, value: Any) -> float:
    """A number, also one of another library, such as a Decimal; no truth value, and no text."""
    if isinstance(value, bool) or not hasattr(type(value), "__float__"):
        raise misfit("library.number", argument, value)
    try:
        return index(value) if hasattr(type(value), "__index__") else float(value)
    except (TypeError, ValueError, OverflowError):
        raise misfit("library.number", argument, value) from None


def numbers_by_name(_: object, argument: str, value: Any) -> dict[str, float]:
    """Numbers by text, None being none."""
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise misfit("library.readings", argument, value)
    return {text(_, argument, name): number(_, argument, each) for name, each in value.items()}


def mood(collections: Collections, argument: str, value: Any) -> int:
    """A score from 1 to 5, as a number or as the person's word for it."""
    if isinstance(value, str):
        score, rest = collections.settings.mood.read(value)
        if score is None or rest:
            raise InvalidValue("library.mood-word", argument=argument, choices=listed(collections.settings.mood.words))
        return score
    return _index("library.mood", argument, value)


def moment(collections: Collections, argument: str, value: Any) -> Moment:
    """The moment of an aware datetime, or of words for a time on the wall clock."""
    if isinstance(value, Moment):
        return value
    if isinstance(value, str):
        from carelog.domain.time.when import read_when

        found = read_when(value, now_of(collections))
        if isinstance(found, Moment):
            return found
        in_day = datetime.combine(found.shown.date(), collections.settings.day_starts_at)
        return collections.clock.resolve(found.shown if found.exact else max(found.shown, in_day))[0]
    if not isinstance(value, datetime):
        raise misfit("library.moment", argument, value)
    if value.utcoffset() is None:
        raise InvalidValue("library.without-offset", argument=argument)
    return Moment.of(value)


def day(collections: Collections, argument: str, value: Any) -> date:
    """A date, or the day that words mean, looking back."""
    return _day(collections, argument, value, ahead=False)


def day_to_come(collections: Collections, argument: str, value: Any) -> date:
    """A date, or the day that words mean, looking ahead."""
    return _day(collections, argument, value, ahead=True)


def clock(_: object, argument: str, value: Any) -> time:
    """A time of day, to the minute."""
    if isinstance(value, str):
        return read_clock(value)
    if not isinstance(value, time):
        raise misfit("library.clock", argument, value)
    return value.replace(second=0, microsecond=0, tzinfo=None)


def clocks(_: object, argument: str, value: Any) -> tuple[time, ...]:
    """One time of day or several, each once."""
    return tuple(dict.fromkeys(clock(_, argument, each) for each in several(argument, value, "library.clock", time)))


def days_between(collections: Collections, argument: str, value: Any) -> int:
    """A number of days: a whole number, a timedelta of whole days, or a length of time in text."""
    if isinstance(value, str):
        from carelog.domain.time.when import Direction, read_day

        now = now_of(collections)
        return (read_day(value, now, Direction.FORWARD) - now.day).days
    if isinstance(value, timedelta) and value == timedelta(days=value.days):
        return value.days
    return _index("library.days-between", argument, value)


def cadence(_: object, argument: str, value: Any) -> Cadence:
    """How often something is due."""
    from carelog.domain.routines.cadence import Cadence, read_cadence

    if isinstance(value, str):
        return read_cadence(value)
    if not isinstance(value, Cadence):
        raise misfit("library.every", argument, value)
    return value


def stock(_: object, argument: str, value: Any) -> float | Stock:
    """How much is left of a medicine: a number, or a complete stock."""
    from carelog.domain.routines.stock import Stock

    if isinstance(value, Stock):
        return value
    if isinstance(value, bool) or not hasattr(type(value), "__float__"):
        raise misfit("library.stock", argument, value)
    return number(_, argument, value)


def rule(_: object, argument: str, value: Any) -> str:
    """The rule of a sign, in the form in which it is kept."""
    from carelog.domain.sign_rule import read_rule

    return read_rule(text(_, argument, value)).text


def period(_: object, argument: str, value: Any) -> Period:
    """A period of days."""
    if not isinstance(value, Period):
        raise misfit("library.period", argument, value)
    for end in (value.first, value.last):
        if not _is_date(end):
            raise misfit("library.period", argument, end)
    return value


def ways(_: object, argument: str, value: Any) -> tuple[Way, ...]:
    """One way to reach somebody or several: numbers and addresses as text, or complete ones."""
    from carelog.domain.people.contact import Way

    each_given = several(argument, value, "library.words", Way)
    return tuple(each if isinstance(each, Way) else _way(argument, text(_, argument, each)) for each in each_given)


def answers(_: object, argument: str, value: Any) -> tuple[int | None, ...]:
    """Whole numbers in their order, which a set has not; None for what was left open."""
    if isinstance(value, str | bytes | Mapping | AbstractSet) or not isinstance(value, Iterable):
        raise misfit("library.answers", argument, value)
    return tuple(None if each is None else whole(_, argument, each) for each in value)


def choice(kind: type[Enum]) -> Reader:
    """A reader of one of the values of an enumeration, or the word for it."""

    def read(_: object, argument: str, value: Any) -> Enum:
        if isinstance(value, kind):
            return value
        choices = listed(str(each.value) for each in kind)
        if not isinstance(value, str):
            raise InvalidValue("library.choice", argument=argument, choices=choices, given=type_of(value))
        for each in kind:
            if fold(clean_line(value)) == each.value:
                return each
        raise InvalidValue("library.word", argument=argument, choices=choices)

    return read


def choices(kind: type[Enum]) -> Reader:
    """A reader of one or several of the values of an enumeration, each once and in its order."""
    one = choice(kind)

    def read(collections: Collections, argument: str, value: Any) -> tuple[Enum, ...]:
        chosen = {one(collections, argument, each) for each in several(argument, value, "library.words", kind)}
        return tuple(each for each in kind if each in chosen)

    return read


def or_none(reader: Reader) -> Reader:
    """The reader, of values that may be None."""
    return lambda collections, argument, value: None if value is None else reader(collections, argument, value)


def id_in(which: str) -> Reader:
    """A reader of the id of a thing in one of the journal's collections, or of what names it there."""

    def read(collections: Collections, argument: str, value: Any) -> str:
        own = getattr(collections, which)
        found: _WithId = thing(own, own.kind, argument, value)
        return found.id

    return read


def thing(collection: _Findable[Thing_co], kind: type, argument: str, value: Any) -> Thing_co:
    """The thing that is given, or that its id, handle or name finds. Raises NotFound or AmbiguousName too."""
    if isinstance(value, str):
        return collection.get(value) if is_id(value) else collection.find(value)
    if not isinstance(value, kind):
        raise misfit("library.thing", argument, value)
    return cast("Thing_co", value)


def several(argument: str, value: Any, key: str, one: type | tuple[type, ...] = ()) -> Iterable[Any]:
    """The values that are given, of which one alone, a text or of the type `one`, stands for a list of it."""
    if isinstance(value, str) or (one and isinstance(value, one)):
        return (value,)
    if isinstance(value, bytes | Mapping) or not isinstance(value, Iterable):
        raise misfit(key, argument, value)
    return value


def misfit(key: str, argument: str, value: object) -> InvalidValue:
    """The error, with the sentence of a key, for an argument that was given a value of another type."""
    return InvalidValue(key, argument=argument, given=type_of(value))


def listed(words: Iterable[str]) -> str:
    """Words one after the other, in a sentence."""
    from carelog.wording.lists import listed

    return listed(words)


def type_of(value: object) -> str:
    """The name of the type of a value."""
    return type(value).__name__


def now_of(collections: Collections) -> Now:
    """The present, to which words for a time refer."""
    from carelog.domain.time.when import Now

    present = collections.clock.now()
    return Now(present, present.day(collections.settings.day_starts_at))


def _index(key: str, argument: str, value: Any) -> int:
    if isinstance(value, bool) or not hasattr(type(value), "__index__"):
        raise misfit(key, argument, value)
    if not -_LARGEST <= (number := index(value)) <= _LARGEST:
        raise InvalidValue("library.number-too-large", argument=argument, largest=_LARGEST)
    return number


def _day(collections: Collections, argument: str, value: Any, *, ahead: bool) -> date:
    if isinstance(value, str):
        from carelog.domain.time.when import Direction, read_day

        return read_day(value, now_of(collections), Direction.FORWARD if ahead else Direction.BACK)
    if not _is_date(value):
        raise misfit("library.day", argument, value)
    if not EARLIEST <= value <= LATEST:
        raise InvalidValue("time.year-out-of-range", first=FIRST_YEAR, last=LAST_YEAR)
    return value


def _is_date(value: object) -> TypeGuard[date]:
    return isinstance(value, date) and not isinstance(value, datetime)


def _way(argument: str, value: str) -> Way:
    from carelog.domain.people.contact import Way, WayKind

    kind, colon, rest = value.partition(":")
    if colon and (known := {each.value: each for each in WayKind}.get(fold(kind.strip()))):
        return Way(known, rest)
    if "@" in value and not any(sign.isspace() for sign in value.strip()):
        return Way(WayKind.EMAIL, value)
    if "://" in value or fold(value.strip()).startswith("www."):
        return Way(WayKind.WEB, value)
    if any(sign.isdigit() for sign in value) and not any(sign.isalpha() for sign in value):
        return Way(WayKind.PHONE, value)
    raise InvalidValue("library.way", argument=argument)


def is_id(value: str) -> bool:
    """Whether a text is a whole id and no part of one."""
    return len(value) == _ID_LENGTH and value.count("-") == 4
