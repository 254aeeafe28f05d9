"""What the invented person notes in a day: moods, words, feelings, tags, readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from carelog.demo.chance import Chance
from carelog.demo.days import Day
from carelog.demo.words import AFTERWARDS, IN_OTHER_WORDS, KEPT_PRIVATE, NOTES
from carelog.domain.mood import HIGHEST, LOWEST

SLEEP, IRRITABILITY = "sleep", "irritability"

_FIRST_HOUR, _LAST_HOUR = 7.6, 22.8
_LIFTS = {"friends": 0.45, "walk": 0.3, "music": 0.25, "garden": 0.2, "work": -0.25, "health": -0.35}
"""How much a moment spent so differs from the day around it."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What one moment held; `hour` counts from the day's midnight and may pass 24."""

    hour: float
    mood: int | None
    note: str
    feelings: tuple[str, ...]
    tags: tuple[str, ...]
    readings: dict[str, float]
    private: bool


class Noting:
    """Notes moments, about `a_day` of them on a day with entries."""

    def __init__(self, a_day: float, chance: Chance) -> None:
        self._a_day = a_day
        self._chance = chance
        self._feelings = _feelings()

    def moments(self, day: Day, *, walked: bool) -> Iterator[Noted]:
        """The moments of a day in order; a walk makes all of it a little better."""
        chance = self._chance
        many = max(1, round(chance.near(self._a_day, self._a_day / 4)))
        step = (_LAST_HOUR - _FIRST_HOUR) / many
        lift = 0.25 if walked else 0.0
        for number in range(many):
            hour = _FIRST_HOUR + step * (number + chance.between(0.05, 0.85))
            late = number == many - 1 and chance.happens(0.03)
            tags = self._tags(day, hour, walked=walked)
            level = day.level + lift + sum(_LIFTS.get(tag, 0.0) for tag in tags)
            readings = self._readings(day, first=number == 0, last=number == many - 1)
            yield self._moment(hour + 3 if late else hour, level, tags, readings)

    def _moment(self, hour: float, level: float, tags: tuple[str, ...], readings: dict[str, float]) -> Noted:
        chance = self._chance
        mood = min(max(round(chance.near(level, 0.55)), LOWEST), HIGHEST)
        note, private = self._note(mood, tags)
        feelings = self._felt(mood) if chance.happens(0.4) else ()
        unscored = bool(note or readings) and chance.happens(0.08)
        return Noted(hour, None if unscored else mood, note, feelings, tags, readings, private)

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
        """The words of a moment and whether they are private; most moments have none."""
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
        """One to three words that go with a mood; a middling one has mild ones of either side."""
        valences = {1: (-2, -1), 2: (-2, -1), 3: self._chance.one_of(((-1,), (1,))), 4: (1, 2), 5: (1, 2)}[mood]
        words = [word for valence in valences for word in self._feelings[valence]]
        many = 1 + self._chance.happens(0.4) + self._chance.happens(0.15)
        return tuple(dict.fromkeys(self._chance.one_of(words) for _ in range(many)))

    def _readings(self, day: Day, *, first: bool, last: bool) -> dict[str, float]:
        readings = {}
        if first and self._chance.happens(0.88):
            readings[SLEEP] = day.sleep
        if last and self._chance.happens(0.45):
            readings[IRRITABILITY] = float(min(max(round(self._chance.near(6.2 - 1.1 * day.level, 1.2)), 0), 10))
        return readings


def _feelings() -> dict[int, list[str]]:
    """The words for feelings that carelog suggests, from very unpleasant (-2) to very pleasant (2)."""
    import tomllib

    text = files("carelog").joinpath("data", "emotions.toml").read_text(encoding="utf-8")
    words: dict[int, list[str]] = {}
    for each in tomllib.loads(text)["emotion"]:
        words.setdefault(each["valence"], []).append(each["word"])
    return words
