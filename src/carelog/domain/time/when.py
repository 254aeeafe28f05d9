"""Times as people say them, such as yesterday 21:00, last monday, this morning, 16 may, -2h, 2026-11-21 23:30."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from carelog.domain.time.dates_as_said import read_date, refuse_two, weekday_named
from carelog.domain.time.days import ONE_DAY, Moment, check_year, read_clock
from carelog.errors import InvalidValue

EXAMPLES = "yesterday 21:00, last monday, this morning, 16 may, -2h, 3 days ago, 2026-11-21 23:30"

_NOON = time(12)
_RELATIVE_DAYS = {
    ("yesterday",): -1,
    ("today",): 0,
    ("tomorrow",): 1,
    ("day", "before", "yesterday"): -2,
    ("day", "after", "tomorrow"): 2,
}
_NAMED_CLOCKS = {"noon": _NOON, "midday": _NOON}
_MIDNIGHT = "midnight"
_PARTS = {
    "morning": (time(5), time(9)),
    "afternoon": (_NOON, time(15)),
    "evening": (time(17), time(20)),
    "night": (time(20), time(22)),
}
"""The parts of a day: when each begins, and the time at which something in it is noted."""
PARTS_OF_A_DAY = frozenset({*_PARTS, *_NAMED_CLOCKS, _MIDNIGHT})
"""Words that say when on a day something was, behind the day."""
_LITTLE_WORDS = frozenset({"on", "at", "the", "in"})
_MOST_WORDS = 8
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_UNIT_WORDS = {
    "min": "m",
    "minute": "m",
    "hour": "h",
    "hr": "h",
    "day": "d",
    "week": "w",
}
_FARTHEST = 100_000


class Direction(Enum):
    """Whether words such as monday mean a past day, as in an entry (BACK), or a day to come, as in a plan (FORWARD)."""

    BACK = "back"
    FORWARD = "forward"


@dataclass(frozen=True, slots=True)
class Wall:
    """A naive wall-clock time; `exact` is false where only a day was given.

    Raises InvalidValue for a year outside 1900 to 9000.
    """

    shown: datetime
    exact: bool = True

    def __post_init__(self) -> None:
        check_year(self.shown)


@dataclass(frozen=True, slots=True)
class Now:
    """The present, to which words for a time refer: the moment, and the day of the journal that it is in."""

    moment: Moment
    day: date

    @property
    def wall(self) -> datetime:
        """The present as a naive wall-clock time."""
        return self.moment.local.replace(tzinfo=None)


def read_when(text: str, now: Now, direction: Direction = Direction.BACK) -> Wall | Moment:
    """Parse words for a time: a Moment where its offset is certain, else a wall-clock time.

    A day alone means its noon, a part of a day a time in it, and today the present. `yesterday` is the journal's: at
    02:00 it is the day before the journal day that has not ended yet. Raises InvalidValue for anything that is not
    understood, and for what can be two days, which it names.
    """
    words = text.strip().lower().replace(",", " ").split()
    try:
        found = _present(words, now) or _iso(words, now) or _distance(words, now, direction)
        found = found or _day_and_clock(words, now, direction)
    except OverflowError:
        found = None
    if found is not None:
        return found
    raise InvalidValue("time.not-understood", text=text.strip(), examples=EXAMPLES)


def read_day(text: str, now: Now, direction: Direction = Direction.BACK) -> date:
    """Parse words for a day; a time of day in them is ignored.

    Raises InvalidValue for anything that is not understood.
    """
    found = read_when(text, now, direction)
    if isinstance(found, Moment):
        return now.day if found == now.moment else found.local.date()
    return found.shown.date()


def _present(words: list[str], now: Now) -> Moment | None:
    return now.moment if words in (["now"], ["today"]) else None


def _iso(words: list[str], now: Now) -> Wall | Moment | None:
    text = "T".join(words).upper()
    if len(text) < 10 or not text[:4].isdigit():
        return None
    try:
        if len(text) == 10:
            return _whole_day(date.fromisoformat(text), now)
        shown = datetime.fromisoformat(text)
    except InvalidValue:
        raise
    except ValueError:
        return None
    return Wall(shown) if shown.tzinfo is None else Moment.of(shown)


def _distance(words: list[str], now: Now, direction: Direction) -> Wall | Moment | None:
    sign, words = _split_sign(words, direction)
    count, unit = _count_and_unit(words)
    if not sign or unit is None:
        return None
    step = sign * timedelta(**{_UNITS[unit]: count})
    if unit in "mh":
        return Moment(now.moment.instant + step, now.moment.offset)
    return _whole_day(now.day + step, now)


def _whole_day(day: date, now: Now) -> Wall | Moment:
    return now.moment if day == now.day else Wall(datetime.combine(day, _NOON), exact=False)


def _split_sign(words: list[str], direction: Direction) -> tuple[int, list[str]]:
    if words and words[-1] == "ago":
        return -1, words[:-1]
    if words and words[0] == "in":
        return 1, words[1:]
    if words and words[0][0] in "+-":
        return (-1 if words[0][0] == "-" else 1), [words[0][1:], *words[1:]]
    return (1, words) if direction is Direction.FORWARD else (0, [])


def _count_and_unit(words: list[str]) -> tuple[int, str | None]:
    joined = "".join(words)
    digits = joined[: len(joined) - len(joined.lstrip("0123456789"))]
    name = joined[len(digits) :]
    if not digits and len(words) == 2 and words[0] in ("a", "an", "one"):
        digits, name = "1", words[1]
    unit = name if name in _UNITS else _UNIT_WORDS.get(name) or _UNIT_WORDS.get(name.removesuffix("s"))
    if not digits or len(digits) > 6 or int(digits) > _FARTHEST:
        return 0, None
    return int(digits), unit


def _day_and_clock(words: list[str], now: Now, direction: Direction) -> Wall | Moment | None:
    """A day with or without a time of day, in either order: the longest words that are one are tried first."""
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    if words == [_MIDNIGHT]:
        return _nearest(time(0), now, direction)
    clock = _clock(words)
    if clock is not None:
        return _nearest(clock, now, direction)
    for count in range(len(words), 0, -1):
        for named, rest in ((words[:count], words[count:]), (words[-count:], words[:-count])):
            found = _on_day(named, rest, now, direction)
            if found is not None:
                return found
    return None


def _on_day(named: list[str], rest: list[str], now: Now, direction: Direction) -> Wall | Moment | None:
    named, rest = _without_little_words(named), _without_little_words(rest)
    if not rest and named[-1] in _PARTS and named[0] in ("this", "last"):
        return _this_or_last(named, now)
    if (named, rest) == (["tonight"], []):
        return _part_of(now.day, "night", now)
    day = _named_day(named, now, direction)
    if day is None:
        return None
    is_weekday = weekday_named(" ".join(named)) is not None
    return _in_day(day, rest, now, may_be_earlier=is_weekday and direction is Direction.BACK)


def _in_day(day: date, rest: list[str], now: Now, *, may_be_earlier: bool) -> Wall | Moment | None:
    """The day itself, or a part or a time of it; where that is ahead, a week earlier if that day may be meant."""
    if not rest:
        return _whole_day(day, now)
    if rest == [_MIDNIGHT]:
        refuse_two(f"{_MIDNIGHT}, {day}", [day, day + ONE_DAY])
    part = rest[0] if len(rest) == 1 and rest[0] in _PARTS else ""
    clock = _PARTS[part][0] if part else _clock(rest)
    if clock is None:
        return None
    if may_be_earlier and datetime.combine(day, clock) > now.wall:
        day -= 7 * ONE_DAY
    return _part_of(day, part, now) if part else Wall(datetime.combine(day, clock))


def _this_or_last(words: list[str], now: Now) -> Wall | Moment | None:
    """This morning, last night and their like. After midnight, before the journal's day ends, some are two days."""
    this, part = words[0] == "this", words[-1]
    if len(words) != 2 or (part == "night") is this or (not this and part not in ("night", "evening")):
        return None
    day = now.day if this else now.day - ONE_DAY
    is_late = now.wall.date() > now.day
    if is_late and (not this or part == "morning"):
        refuse_two(" ".join(words), [day, day + ONE_DAY])
    return _part_of(day, part, now)


def _part_of(day: date, part: str, now: Now) -> Wall | Moment:
    """A time in a part of a day: the present where that part goes on and its time has not come."""
    begins, usual = (datetime.combine(day, each) for each in _PARTS[part])
    return now.moment if day == now.day and begins <= now.wall < usual else Wall(usual, exact=False)


def _clock(words: list[str]) -> time | None:
    text = " ".join(words)
    if text in _NAMED_CLOCKS:
        return _NAMED_CLOCKS[text]
    try:
        return read_clock(text)
    except InvalidValue:
        return None


def _without_little_words(words: list[str]) -> list[str]:
    """The words without on, at, the and in, which stand before a day or a time; alone they are none."""
    begin = next((place for place, word in enumerate(words) if word not in _LITTLE_WORDS), len(words))
    return words[begin:] if begin < len(words) else words


def _named_day(words: list[str], now: Now, direction: Direction) -> date | None:
    if tuple(words) in _RELATIVE_DAYS:
        return now.day + _RELATIVE_DAYS[tuple(words)] * ONE_DAY
    number = weekday_named(words[0]) if len(words) == 1 else None
    if number is None:
        return read_date(words, now.day, ahead=direction is Direction.FORWARD)
    away = (number - now.day.weekday()) % 7 or 7
    return now.day + (away if direction is Direction.FORWARD else away - 7) * ONE_DAY


def _nearest(clock: time, now: Now, direction: Direction) -> Wall:
    shown = datetime.combine(now.wall.date(), clock)
    if direction is Direction.BACK and shown > now.wall:
        shown -= ONE_DAY
    if direction is Direction.FORWARD and shown < now.wall:
        shown += ONE_DAY
    return Wall(shown)
