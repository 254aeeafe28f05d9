"""Rules of signs, such as sleep below 5 on 3 of 5 days: parsed from words, and tested against days.

A rule looks at numbers, tags, feelings, routines and whether anything was noted, and never at the words of notes.
Unknown values never make it true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeVar

from carelog.domain.letters import plain_letters, spelled
from carelog.domain.numbers import checked_number, read_number, show_number
from carelog.domain.text import checked_name, clean_line, fold
from carelog.domain.time.days import ONE_DAY, Period
from carelog.errors import InvalidValue

Fact = TypeVar("Fact")

EXAMPLES = (
    "sleep below 5 on 3 of 5 days",
    "mood below 2 for 3 days",
    "tag argument on 2 of 7 days",
    "feeling empty on 3 of 5 days",
    "walk not done on 4 of 7 days",
    "no entry for 4 days",
    "no contact for 7 days",
)
_EXAMPLES_SHOWN = "; ".join(EXAMPLES)
LONGEST_WINDOW = 90
"""The most days that a rule looks back."""

_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = rf"(\d{{1,2}}|{'|'.join(_NUMBER_WORDS)})"
_UNIT = r"(?:days?|nights?|times?)"
_OF_THE_LAST = re.compile(
    rf"\s+(?:(?:on|for)\s+)?(?:at least\s+)?{_COUNT}(?:\s+{_UNIT})?\s+(?:out of|of|in|within)\s+"
    rf"(?:the\s+)?(?:(?:last|past)\s+)?{_COUNT}\s+{_UNIT}$",
    re.IGNORECASE,
)
_IN_A_ROW = re.compile(
    rf"\s+(?:on|for)\s+(?:at least\s+)?{_COUNT}\s+{_UNIT}(?:\s+(?:in a row|running|or more))?$", re.IGNORECASE
)
_LIMIT = re.compile(r"^(.+?)\s+(?:is\s+)?(below|under|less than|above|over|more than)\s+(\S+)$", re.IGNORECASE)
_NOT_DONE = re.compile(r"^(.+?)\s+(?:is\s+)?not\s+(?:done|kept)$", re.IGNORECASE)
_NO_ENTRY = {"no entry", "no entries", "nothing noted", "nothing is noted"}
_NO_CONTACT = {"no contact", "nobody reached", "no contact with anyone"}
_BARE_NAME = re.compile(r"[^\W\d_][\w-]*")


class RuleKind(Enum):
    """What a rule tests on a day."""

    TAG = "tag"
    FEELING = "feeling"
    BELOW = "below"
    ABOVE = "above"
    NOT_DONE = "not-done"
    NO_ENTRY = "no-entry"
    NO_CONTACT = "no-contact"

    @property
    def is_absence(self) -> bool:
        """Whether it tests that something did not happen, which is known only when the day is over."""
        return self in (RuleKind.NOT_DONE, RuleKind.NO_ENTRY, RuleKind.NO_CONTACT)


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What is known of one day. A missing value is unknown.

    Tags and feelings are in plain letters (`plain_letters`), the names of readings and routines folded (`fold`).
    `mood` is the median of the day, 1 to 5, and `readings` are medians by tracker. `ends` are the lowest and highest
    score of a day that was both low and high, of which its median says nothing. `kept` tells by routine whether it was
    kept, None where it was skipped or not due. `resting` is true of days of rest; medicine is due on those of a pause.
    """

    day: date
    has_entry: bool = False
    has_contact: bool = False
    mood: float | None = None
    ends: tuple[float, float] | None = None
    tags: frozenset[str] = frozenset()
    feelings: frozenset[str] = frozenset()
    readings: Mapping[str, float] = field(default_factory=dict)
    kept: Mapping[str, bool | None] = field(default_factory=dict)
    resting: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that comes true when `times` of the last `of` days fit; `name` is the tag, feeling, tracker or routine.

    With BELOW and ABOVE an empty `name` stands for the mood, and `limit` is the number to compare with. Raises
    InvalidValue for a missing name, a limit that is missing or not finite or not allowed, more times than days, or more
    than LONGEST_WINDOW days.
    """

    kind: RuleKind
    times: int
    of: int
    name: str = ""
    limit: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", clean_line(self.name).replace('"', "'"))
        if self.kind in (RuleKind.TAG, RuleKind.FEELING, RuleKind.NOT_DONE):
            checked_name(self.name, "sign.rule-word", longest=60)
        if (self.limit is None) == (self.kind in (RuleKind.BELOW, RuleKind.ABOVE)):
            raise InvalidValue("sign.rule-number-misplaced")
        if self.limit is not None:
            checked_number(self.limit, "sign.rule-number")
        if not 1 <= self.times <= self.of <= LONGEST_WINDOW:
            raise InvalidValue("sign.rule-days-out-of-range", longest=LONGEST_WINDOW)

    @property
    def text(self) -> str:
        """The rule in the form that people type; `read_rule` parses it."""
        unit = "day" if self.of == 1 else "days"
        days = f"for {self.of} {unit}" if self.times == self.of else f"on {self.times} of {self.of} {unit}"
        return f"{self._subject()} {days}"

    @property
    def is_about_high_times(self) -> bool:
        """Whether it comes true when the mood or a reading is above a limit."""
        return self.kind is RuleKind.ABOVE

    def window(self, today: date) -> Period:
        """The days that the rule looks at: the last `of` days up to today, or up to yesterday for an absence."""
        last = today - ONE_DAY if self.kind.is_absence else today
        return Period.ending(last, self.of)

    def fits(self, day: DayFacts) -> bool:
        """Whether the rule's test is true of a day."""
        match self.kind:
            case RuleKind.TAG:
                return plain_letters(self.name) in day.tags
            case RuleKind.FEELING:
                return plain_letters(self.name) in day.feelings
            case RuleKind.NOT_DONE:
                return _of(self.name, day.kept) is False
            case RuleKind.NO_ENTRY:
                return not day.resting and not day.has_entry
            case RuleKind.NO_CONTACT:
                return not day.resting and not day.has_contact
            case _:
                return self._is_beyond(_of(self.name, day.readings) if self.name else self._mood(day))

    def count(self, days: Iterable[DayFacts], today: date) -> int:
        """How many of the days within the window fit."""
        window = self.window(today)
        return sum(1 for day in days if day.day in window and self.fits(day))

    def comes_true(self, days: Iterable[DayFacts], today: date) -> bool:
        """Whether at least `times` of the days within the window fit; no day may be in `days` twice."""
        return self.count(days, today) >= self.times

    def _mood(self, day: DayFacts) -> float | None:
        """The mood to compare with the limit: of a day that was both low and high the end that the rule looks for."""
        return day.mood if day.ends is None else day.ends[self.kind is RuleKind.ABOVE]

    def _is_beyond(self, reading: float | None) -> bool:
        if reading is None or self.limit is None:
            return False
        return reading < self.limit if self.kind is RuleKind.BELOW else reading > self.limit

    def _subject(self) -> str:
        match self.kind:
            case RuleKind.NO_ENTRY | RuleKind.NO_CONTACT:
                return "no entry" if self.kind is RuleKind.NO_ENTRY else "no contact"
            case RuleKind.NOT_DONE:
                return f"{_quoted(self.name)} not done"
            case RuleKind.TAG | RuleKind.FEELING:
                word = "tag" if self.kind is RuleKind.TAG else "feeling"
                return f"{word} {_quoted(self.name)}"
            case _:
                return (
                    f"{_quoted(self.name) if self.name else 'mood'} {self.kind.value} {show_number(self.limit or 0.0)}"
                )


def read_rule(text: str) -> Rule:
    """Parse a rule.

    Raises InvalidValue naming the part that is not understood, with examples.
    """
    subject, times, of = _split_window(clean_line(text))
    folded = fold(subject)
    if folded in _NO_ENTRY or folded in _NO_CONTACT:
        return Rule(RuleKind.NO_ENTRY if folded in _NO_ENTRY else RuleKind.NO_CONTACT, times, of)
    if found := _LIMIT.match(subject):
        return _with_limit(subject, found, times, of)
    if found := _NOT_DONE.match(subject):
        return Rule(RuleKind.NOT_DONE, times, of, _name(found[1]))
    word, _, name = subject.partition(" ")
    if word.startswith("#"):
        return Rule(RuleKind.TAG, times, of, _name(subject.lstrip("# ")))
    kinds = {"tag": RuleKind.TAG, "feeling": RuleKind.FEELING, "feel": RuleKind.FEELING}
    if (kind := kinds.get(word.lower().rstrip(":"))) and _name(name):
        return Rule(kind, times, of, _name(name))
    raise InvalidValue("sign.subject-not-understood", subject=subject, examples=_EXAMPLES_SHOWN)


def _split_window(text: str) -> tuple[str, int, int]:
    """The text before the window, the times, and the days of the window."""
    if found := _OF_THE_LAST.search(text):
        return text[: found.start()], _number(found[1]), _number(found[2])
    if found := _IN_A_ROW.search(text):
        return text[: found.start()], _number(found[1]), _number(found[1])
    raise InvalidValue("sign.days-not-understood", text=text, examples=_EXAMPLES_SHOWN)


def _with_limit(subject: str, found: re.Match[str], times: int, of: int) -> Rule:
    kind = RuleKind.BELOW if found[2].lower() in ("below", "under", "less than") else RuleKind.ABOVE
    name = _name(found[1])
    limit = read_number(found[3], "sign.limit")
    quoted = subject.startswith(('"', "“"))
    return Rule(kind, times, of, "" if fold(name) == "mood" and not quoted else name, limit)


def _of(name: str, facts: Mapping[str, Fact]) -> Fact | None:
    """What is known under a name; None where nothing is, and where accents would have to say which is meant."""
    found = spelled(name, facts, str)
    return facts[found[0]] if len(found) == 1 else None


def _name(text: str) -> str:
    return text.strip().strip('"“”').strip()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _NUMBER_WORDS.index(text.lower()) + 1


def _quoted(name: str) -> str:
    return name if _BARE_NAME.fullmatch(name) and fold(name) != "mood" else f'"{name}"'
