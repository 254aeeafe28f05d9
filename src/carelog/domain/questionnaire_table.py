"""Parse a questionnaire from a table of a TOML file, with an error that names the field that cannot be used.

The schema is that of `data/measures.toml`; a person or a service can write such a file for a questionnaire they use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from carelog.domain.questionnaire import Band, HigherIs, Option, Questionnaire, Subscale
from carelog.domain.text import clean_line
from carelog.errors import InvalidValue

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")
_TIMES = {"sum": 1, "sum_times_4": 4}
_PARSED = {
    *("id", "name", "title", "stem", "items", "options", "score", "min", "max", "bands", "attribution", "source"),
    *("higher_is", "recall", "reliable_change", "difficulty_item", "difficulty_options", "safety_items", "subscales"),
    *("min_days_between", "default_days_between"),
}
_FOR_READERS = {
    *("ship", "ship_note", "construct", "licence", "reference", "stem_note", "items_note", "cutpoint", "mcid"),
    *("change_note", "missing_allowed"),
}
"""Fields that document a questionnaire for people who read the file. They have no effect."""

_MOST_ITEMS, _MOST_OPTIONS, _LONGEST = 60, 12, 1_000


class BadField(InvalidValue):
    """A field of a questionnaire cannot be used; the message names it and says why."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field


def read_questionnaire(table: Mapping[str, Any]) -> Questionnaire:
    """Parse the table of a questionnaire. Raises BadField for the first field that cannot be used."""
    for field in table:
        if field not in _PARSED | _FOR_READERS:
            raise BadField(clean_line(field)[:40], "there is no such field")
    key = _text(table, "id").lower()
    if not _KEY.fullmatch(key):
        raise BadField("id", "letters, digits and - only, at most 31 of them")
    items, options, times = _texts(table, "items", _MOST_ITEMS), _options(table), _choice(table, "score", _TIMES)
    minimum, maximum = _whole(table, "min"), _whole(table, "max")
    values, fewest = [option.value for option in options], _days(table, "min_days_between", 7)
    for field, given, counted in (("min", minimum, min(values)), ("max", maximum, max(values))):
        if given != counted * len(items) * times:
            raise BadField(field, f"the items add up to {counted * len(items) * times}, not {given}")
    return Questionnaire(
        key=key,
        name=_text(table, "name"),
        title=_text(table, "title"),
        stem=_text(table, "stem"),
        items=items,
        options=options,
        minimum=minimum,
        maximum=maximum,
        bands=_bands(table, minimum, maximum),
        recall=_text(table, "recall") if "recall" in table else "",
        attribution=_text(table, "attribution"),
        source=_text(table, "source"),
        times=times,
        higher_is=_choice(table, "higher_is", {each.value: each for each in HigherIs}),
        reliable_change=_whole(table, "reliable_change", least=1) if "reliable_change" in table else None,
        difficulty_item=_text(table, "difficulty_item") if "difficulty_item" in table else "",
        difficulty_options=_texts(table, "difficulty_options", _MOST_OPTIONS) if "difficulty_item" in table else (),
        safety_items=_numbers(table, "safety_items", len(items)),
        subscales=_subscales(table, len(items)),
        fewest_days_between=fewest,
        days_between=_days(table, "default_days_between", max(14, fewest), least=fewest),
    )


def _text(table: Mapping[str, Any], field: str) -> str:
    value = table.get(field)
    if not isinstance(value, str) or not clean_line(value):
        raise BadField(field, "text is needed")
    if len(value) > _LONGEST:
        raise BadField(field, f"at most {_LONGEST} characters")
    return clean_line(value)


def _texts(table: Mapping[str, Any], field: str, most: int) -> tuple[str, ...]:
    given = table.get(field)
    if not isinstance(given, list) or not 1 <= len(given) <= most:
        raise BadField(field, f"a list of 1 to {most} texts is needed")
    return tuple(_text({field: each}, field) for each in given)


def _whole(table: Mapping[str, Any], field: str, least: int = 0, most: int = 10_000) -> int:
    value = table.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise BadField(field, f"a whole number from {least} to {most} is needed")
    return value


def _choice(table: Mapping[str, Any], field: str, choices: Mapping[str, Any]) -> Any:
    value = table.get(field)
    if not isinstance(value, str) or value not in choices:
        raise BadField(field, f"one of {', '.join(choices)} is needed")
    return choices[value]


def _tables(table: Mapping[str, Any], field: str, most: int) -> Sequence[Mapping[str, Any]]:
    given = table.get(field)
    if not isinstance(given, list) or not 1 <= len(given) <= most or not all(isinstance(each, dict) for each in given):
        raise BadField(field, f"a list of 1 to {most} tables is needed")
    return given


def _options(table: Mapping[str, Any]) -> tuple[Option, ...]:
    options = [_option(each, "options") for each in _tables(table, "options", _MOST_OPTIONS)]
    if len({option.value for option in options}) < max(len(options), 2):
        raise BadField("options", "at least two are needed, each with a value of its own")
    return tuple(options)


def _option(each: Mapping[str, Any], field: str) -> Option:
    try:
        return Option(_whole(each, "value", most=100), _text(each, "text"))
    except BadField as wrong:
        raise BadField(field, wrong.message) from None


def _bands(table: Mapping[str, Any], minimum: int, maximum: int) -> tuple[Band, ...]:
    try:
        bands = [
            Band(_whole(each, "from"), _whole(each, "to"), _text(each, "text"))
            for each in _tables(table, "bands", _MOST_OPTIONS)
        ]
    except BadField as wrong:
        raise BadField("bands", wrong.message) from None
    expected = minimum
    for band in bands:
        if band.first != expected or band.last < band.first:
            raise BadField("bands", f"they have to follow one another from {minimum} to {maximum} without a gap")
        expected = band.last + 1
    if expected != maximum + 1:
        raise BadField("bands", f"they have to follow one another from {minimum} to {maximum} without a gap")
    return tuple(bands)


def _numbers(table: Mapping[str, Any], field: str, items: int) -> tuple[int, ...]:
    given = table.get(field, [])
    if not isinstance(given, list):
        raise BadField(field, "a list of items, counted from 1, is needed")
    numbers = tuple(_whole({field: each}, field, least=1, most=items) for each in given)
    if len(set(numbers)) < len(numbers):
        raise BadField(field, "an item stands there twice")
    return numbers


def _subscales(table: Mapping[str, Any], items: int) -> tuple[Subscale, ...]:
    if "subscales" not in table:
        return ()
    try:
        return tuple(_subscale(each, items) for each in _tables(table, "subscales", _MOST_OPTIONS))
    except BadField as wrong:
        raise BadField("subscales", wrong.message) from None


def _subscale(each: Mapping[str, Any], items: int) -> Subscale:
    numbers = _numbers(each, "items", items)
    if not numbers:
        raise BadField("items", "at least one is needed")
    return Subscale(_text(each, "id"), numbers, _whole(each, "cutpoint") if "cutpoint" in each else None)


def _days(table: Mapping[str, Any], field: str, default: int, least: int = 1) -> int:
    return _whole(table, field, least, most=366) if field in table else default
