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
    """A `field` of a questionnaire cannot be used; the message names it and says why.

    The slot `place` of the sentence is the field or, where that holds tables, the field and the one in its table.
    """

    def __init__(self, key: str, /, field: str, **values: object) -> None:
        super().__init__(key, **{"place": field, **values})
        self.field = field

    def inside(self, field: str) -> BadField:
        """The same mistake, in a table of a field that holds tables."""
        return BadField(self.key, field, **{**self.values, "place": f"{field}: {self.values['place']}"})


def read_questionnaire(table: Mapping[str, Any]) -> Questionnaire:
    """Parse the table of a questionnaire. Raises BadField for the first field that cannot be used."""
    for field in table:
        if field not in _PARSED | _FOR_READERS:
            raise BadField("questionnaire.field-unknown", clean_line(field)[:40])
    key = _text(table, "id").lower()
    if not _KEY.fullmatch(key):
        raise BadField("questionnaire.id-not-usable", "id")
    items, options, times = _texts(table, "items", _MOST_ITEMS), _options(table), _choice(table, "score", _TIMES)
    minimum, maximum = _whole(table, "min"), _whole(table, "max")
    values, fewest = [option.value for option in options], _days(table, "min_days_between", 7)
    for field, given, counted in (("min", minimum, min(values)), ("max", maximum, max(values))):
        total = counted * len(items) * times
        if given != total:
            raise BadField("questionnaire.bound-not-the-sum", field, total=total, given=given)
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
        raise BadField("questionnaire.text-needed", field)
    if len(value) > _LONGEST:
        raise BadField("questionnaire.text-too-long", field, longest=_LONGEST)
    return clean_line(value)


def _texts(table: Mapping[str, Any], field: str, most: int) -> tuple[str, ...]:
    given = table.get(field)
    if not isinstance(given, list) or not 1 <= len(given) <= most:
        raise BadField("questionnaire.texts-needed", field, most=most)
    return tuple(_text({field: each}, field) for each in given)


def _whole(table: Mapping[str, Any], field: str, least: int = 0, most: int = 10_000) -> int:
    value = table.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise BadField("questionnaire.whole-number-needed", field, least=least, most=most)
    return value


def _choice(table: Mapping[str, Any], field: str, choices: Mapping[str, Any]) -> Any:
    value = table.get(field)
    if not isinstance(value, str) or value not in choices:
        raise BadField("questionnaire.choice-needed", field, choices=", ".join(choices))
    return choices[value]


def _tables(table: Mapping[str, Any], field: str, most: int) -> Sequence[Mapping[str, Any]]:
    given = table.get(field)
    if not isinstance(given, list) or not 1 <= len(given) <= most or not all(isinstance(each, dict) for each in given):
        raise BadField("questionnaire.tables-needed", field, most=most)
    return given


def _options(table: Mapping[str, Any]) -> tuple[Option, ...]:
    options = [_option(each, "options") for each in _tables(table, "options", _MOST_OPTIONS)]
    if len({option.value for option in options}) < max(len(options), 2):
        raise BadField("questionnaire.options-not-different", "options")
    return tuple(options)


def _option(each: Mapping[str, Any], field: str) -> Option:
    try:
        return Option(_whole(each, "value", most=100), _text(each, "text"))
    except BadField as wrong:
        raise wrong.inside(field) from None


def _bands(table: Mapping[str, Any], minimum: int, maximum: int) -> tuple[Band, ...]:
    try:
        bands = [
            Band(_whole(each, "from"), _whole(each, "to"), _text(each, "text"))
            for each in _tables(table, "bands", _MOST_OPTIONS)
        ]
    except BadField as wrong:
        raise wrong.inside("bands") from None
    expected = minimum
    for band in bands:
        if band.first != expected or band.last < band.first:
            raise BadField("questionnaire.bands-with-gap", "bands", minimum=minimum, maximum=maximum)
        expected = band.last + 1
    if expected != maximum + 1:
        raise BadField("questionnaire.bands-with-gap", "bands", minimum=minimum, maximum=maximum)
    return tuple(bands)


def _numbers(table: Mapping[str, Any], field: str, items: int) -> tuple[int, ...]:
    given = table.get(field, [])
    if not isinstance(given, list):
        raise BadField("questionnaire.items-needed", field)
    numbers = tuple(_whole({field: each}, field, least=1, most=items) for each in given)
    if len(set(numbers)) < len(numbers):
        raise BadField("questionnaire.item-twice", field)
    return numbers


def _subscales(table: Mapping[str, Any], items: int) -> tuple[Subscale, ...]:
    if "subscales" not in table:
        return ()
    try:
        return tuple(_subscale(each, items) for each in _tables(table, "subscales", _MOST_OPTIONS))
    except BadField as wrong:
        raise wrong.inside("subscales") from None


def _subscale(each: Mapping[str, Any], items: int) -> Subscale:
    numbers = _numbers(each, "items", items)
    if not numbers:
        raise BadField("questionnaire.item-needed", "items")
    return Subscale(_text(each, "id"), numbers, _whole(each, "cutpoint") if "cutpoint" in each else None)


def _days(table: Mapping[str, Any], field: str, default: int, least: int = 1) -> int:
    return _whole(table, field, least, most=366) if field in table else default
