"""Times as people write them, such as yesterday 21:00, monday, -2h, 3 days ago, 2026-11-21 23:30."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from carelog.domain.time.days import ONE_DAY, Moment, check_year, read_clock
from carelog.errors import InvalidValue

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EXAMPLES = "yesterday 21:00, monday, -2h, 3 days ago, 2026-11-21 23:30"

_NOON = time(12)
_RELATIVE_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
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

    A day alone means its noon, and today the present. `yesterday` is the journal's: at 02:00 it is the day before the
    journal day that has not ended yet. Raises InvalidValue for anything that is not understood.
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
    if not words:
        return None
    day = _named_day(words[0], now, direction)
    rest = [word for word in words[1:] if word != "at"] if day else words
    if day and not rest:
        return _whole_day(day, now)
    try:
        clock = read_clock(" ".join(rest))
    except InvalidValue:
        return None
    if day is None:
        return _nearest(clock, now, direction)
    shown = datetime.combine(day, clock)
    is_weekday = words[0].isalpha() and words[0] not in _RELATIVE_DAYS
    return Wall(shown - 7 * ONE_DAY if is_weekday and direction is Direction.BACK and shown > now.wall else shown)


def _named_day(word: str, now: Now, direction: Direction) -> date | None:
    if word in _RELATIVE_DAYS:
        return now.day + _RELATIVE_DAYS[word] * ONE_DAY
    for number, name in enumerate(WEEKDAYS):
        if word in (name, name[:3]):
            away = (number - now.day.weekday()) % 7 or 7
            return now.day + (away if direction is Direction.FORWARD else away - 7) * ONE_DAY
    try:
        return date.fromisoformat(word) if len(word) == len("2026-11-21") else None
    except ValueError:
        return None


def _nearest(clock: time, now: Now, direction: Direction) -> Wall:
    shown = datetime.combine(now.wall.date(), clock)
    if direction is Direction.BACK and shown > now.wall:
        shown -= ONE_DAY
    if direction is Direction.FORWARD and shown < now.wall:
        shown += ONE_DAY
    return Wall(shown)
