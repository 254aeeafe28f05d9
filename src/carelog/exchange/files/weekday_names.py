"""Parse a day of the week that is written as a word, in the languages in which apps export dates so."""

from __future__ import annotations

from functools import cache, lru_cache

from carelog.exchange.files.month_names import without_accents

_WEEKS = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "segunda terça quarta quinta sexta sábado domingo",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
)
"""English, French, German, Spanish, Italian, Portuguese and Dutch, Monday first."""

_OF_TWO_LETTERS = ("mo di mi do fr sa so", "ma di wo do vr za zo")
"""The short names in German and in Dutch, Monday first."""
_SHORTEST = 3


@lru_cache(maxsize=256)
def weekday_of_word(word: str) -> int | None:
    """The day of the week, 0 for Monday, that a word names in full or by three letters or more; None for another."""
    word = without_accents(word)
    if len(word) < _SHORTEST:
        return _short_names().get(word)
    fitting = {day for name, day in _names() if name.startswith(word)}
    return fitting.pop() if len(fitting) == 1 else None


@cache
def _names() -> tuple[tuple[str, int], ...]:
    others = (("sonnabend", 5),)
    return (*others, *((without_accents(name), day) for week in _WEEKS for day, name in enumerate(week.split())))


@cache
def _short_names() -> dict[str, int]:
    return {name: day for week in _OF_TWO_LETTERS for day, name in enumerate(week.split())}
