"""The demo's entries of a day: moods, notes, feelings, tags and readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from carelog.demo.chance import Chance
from carelog.demo.days import Day
from carelog.demo.words import AFTERWARDS, IN_OTHER_WORDS, KEPT_PRIVATE, NOTES
from carelog.domain.score import HIGHEST, LOWEST

SLEEP, IRRITABILITY = "sleep", "irritability"

_FIRST_HOUR, _LAST_HOUR = 7.6, 22.8
_LIFTS = {"friends": 0.45, "walk": 0.3, "music": 0.25, "garden": 0.2, "work": -0.25, "health": -0.35}
"""What a tag adds to the level of mood at that moment."""


@dataclass(frozen=True, slots=True)
class DemoEntry:
    """An entry, without its id; `hour` counts from the midnight at which the day began, and may be over 24."""

    hour: float
    mood: int | None
    note: str
    feelings: tuple[str, ...]
    tags: tuple[str, ...]
    readings: dict[str, float]
    private: bool


class EntryGenerator:
    """Makes the entries of days, about `a_day` of them for each day."""

    def __init__(self, a_day: float, chance: Chance) -> None:
        self._a_day = a_day
        self._chance = chance
        self._feelings = _feelings()

    def entries(self, day: Day, *, walked: bool) -> Iterator[DemoEntry]:
        """The entries of a day in order of time; a walk raises the mood of the whole day a little."""
        chance = self._chance
        count = max(1, round(chance.near(self._a_day, self._a_day / 4)))
        step = (_LAST_HOUR - _FIRST_HOUR) / count
        lift = 0.25 if walked else 0.0
        for number in range(count):
            hour = _FIRST_HOUR + step * (number + chance.between(0.05, 0.85))
            late = number == count - 1 and chance.happens(0.03)
            tags = self._tags(day, hour, walked=walked)
            level = day.level + lift + sum(_LIFTS.get(tag, 0.0) for tag in tags)
            readings = self._readings(day, first=number == 0, last=number == count - 1)
            yield self._moment(hour + 3 if late else hour, level, tags, readings)

    def _moment(self, hour: float, level: float, tags: tuple[str, ...], readings: dict[str, float]) -> DemoEntry:
        chance = self._chance
        mood = min(max(round(chance.near(level, 0.55)), LOWEST), HIGHEST)
        note, private = self._note(mood, tags)
        feelings = self._felt(mood) if chance.happens(0.4) else ()
        unscored = bool(note or readings) and chance.happens(0.08)
        return DemoEntry(hour, None if unscored else mood, note, feelings, tags, readings, private)

    def _tags(self, day: Day, hour: float, *, walked: bool) -> tuple[str, ...]:
        chance = self._chance
        if day.date.weekday() < 5 and 9 <= hour < 17 and chance.happens(0.55):
            return ("work",)
        if walked and 17 <= hour < 20 and chance.happens(0.5):
            return ("walk",)
        if not chance.happens(0.6):
            return ()
        tag = chance.one_of([tag for tag in NOTES if tag not in ("work", "walk")])
        company = tag in ("music", "garden", "cooking") and chance.happens(0.15)
        return (tag, "friends") if company else (tag,)

    def _note(self, mood: int, tags: tuple[str, ...]) -> tuple[str, bool]:
        """A note, which is empty for most entries, and whether it is private."""
        chance = self._chance
        if chance.happens(0.012):
            return chance.one_of(KEPT_PRIVATE), True
        if mood > 2 and chance.happens(0.03):
            return chance.one_of(IN_OTHER_WORDS), False
        if not tags or not chance.happens(0.6):
            return "", False
        hard, middling, good = NOTES[tags[0]]
        first = chance.one_of(hard if mood <= 2 else good if mood >= 4 else middling)
        return (f"{first}. {chance.one_of(AFTERWARDS)}." if chance.happens(0.2) else first), False

    def _felt(self, mood: int) -> tuple[str, ...]:
        """One to three feelings that go with a mood; a middle mood has mild ones, pleasant or unpleasant."""
        valences = {1: (-2, -1), 2: (-2, -1), 3: self._chance.one_of(((-1,), (1,))), 4: (1, 2), 5: (1, 2)}[mood]
        words = [word for valence in valences for word in self._feelings[valence]]
        count = 1 + self._chance.happens(0.4) + self._chance.happens(0.15)
        return tuple(dict.fromkeys(self._chance.one_of(words) for _ in range(count)))

    def _readings(self, day: Day, *, first: bool, last: bool) -> dict[str, float]:
        readings = {}
        if first and self._chance.happens(0.88):
            readings[SLEEP] = day.sleep
        if last and self._chance.happens(0.45):
            readings[IRRITABILITY] = float(min(max(round(self._chance.near(6.2 - 1.1 * day.level, 1.2)), 0), 10))
        return readings


def _feelings() -> dict[int, list[str]]:
    """The feelings that carelog suggests, by valence from very unpleasant (-2) to very pleasant (2)."""
    import tomllib

    text = files("carelog").joinpath("data", "emotions.toml").read_text(encoding="utf-8")
    words: dict[int, list[str]] = {}
    for each in tomllib.loads(text)["emotion"]:
        words.setdefault(each["valence"], []).append(each["word"])
    return words
