"""Parse a questionnaire from a table of a TOML file, with an error that names the field that cannot be used.

The schema is that of `data/measures.toml`; a person or a service can write such a file for a questionnaire they use.
Nothing is passed over: a field that is not known is refused, in tables inside the table too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from carelog.domain.questionnaires.questionnaire import (
    ENGLISH,
    MOST_OPTIONS,
    Band,
    Cutpoint,
    HigherIs,
    Option,
    Questionnaire,
    Subscale,
)
from carelog.domain.text import clean_line
from carelog.errors import InvalidValue

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_TIMES = {"sum": 1, "sum_times_4": 4}
_PARSED = {
    *("id", "name", "title", "stem", "items", "options", "score", "min", "max", "bands", "attribution", "source"),
    *("higher_is", "recall", "reliable_change", "difficulty_item", "difficulty_options", "safety_items", "subscales"),
    *("min_days_between", "item_options", "reverse_items", "cutpoint", "cutpoints", "talk_from", "instruction"),
    *("stressful_event", "language"),
}
_FOR_READERS = {
    *("ship", "ship_note", "construct", "licence", "reference", "stem_note", "items_note", "mcid"),
    *("change_note", "missing_allowed", "default_days_between"),
}
"""Fields that document a questionnaire for people who read the file. They have no effect."""

_MOST_ITEMS, _LONGEST = 60, 1_000


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
    _refuse_unknown(table, _PARSED | _FOR_READERS)
    key = _text(table, "id").lower()
    if not _KEY.fullmatch(key):
        raise BadField("questionnaire.id-not-usable", "id")
    items, times = _texts(table, "items", _MOST_ITEMS), _choice(table, "score", _TIMES)
    item_options = _item_options(table, len(items))
    options = () if item_options else _options(table.get("options"), "options")
    options_of_items = item_options or (options,) * len(items)
    minimum, maximum = _bounds(table, options_of_items, times)
    return Questionnaire(
        key=key,
        name=_text(table, "name"),
        title=_text(table, "title"),
        stem=_text(table, "stem"),
        items=items,
        options=options,
        minimum=minimum,
        maximum=maximum,
        bands=_bands(table, minimum, maximum) if "bands" in table else (),
        recall=_text(table, "recall") if "recall" in table else "",
        attribution=_text(table, "attribution"),
        source=_text(table, "source"),
        times=times,
        higher_is=_choice(table, "higher_is", {each.value: each for each in HigherIs}),
        reliable_change=_whole(table, "reliable_change", least=1) if "reliable_change" in table else None,
        difficulty_item=_text(table, "difficulty_item") if _asks_difficulty(table) else "",
        difficulty_options=_texts(table, "difficulty_options", MOST_OPTIONS) if _asks_difficulty(table) else (),
        safety_items=_numbers(table, "safety_items", len(items)),
        subscales=_subscales(table, options_of_items, times),
        days_between=_whole(table, "min_days_between", least=1, most=366) if "min_days_between" in table else 7,
        item_options=item_options,
        reverse_items=_numbers(table, "reverse_items", len(items)),
        cutpoints=_cutpoints(table, minimum, maximum),
        talk_from=_whole(table, "talk_from", minimum, maximum) if "talk_from" in table else None,
        instruction=_text(table, "instruction") if "instruction" in table else "",
        stressful_event=_yes_or_no(table, "stressful_event"),
        language=_language(table),
    )


def _refuse_unknown(table: Mapping[str, Any], known: Collection[str]) -> None:
    for field in table:
        if field not in known:
            raise BadField("questionnaire.field-unknown", clean_line(field)[:40])


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


def _yes_or_no(table: Mapping[str, Any], field: str) -> bool:
    value = table.get(field, False)
    if not isinstance(value, bool):
        raise BadField("questionnaire.choice-needed", field, choices="true, false")
    return value


def _asks_difficulty(table: Mapping[str, Any]) -> bool:
    """Whether a question about difficulty or its answers are there: neither is of use without the other."""
    return "difficulty_item" in table or "difficulty_options" in table


def _language(table: Mapping[str, Any]) -> str:
    language = _text(table, "language") if "language" in table else ENGLISH
    if not _LANGUAGE.fullmatch(language):
        raise BadField("questionnaire.language-not-usable", "language")
    return language


def _tables(given: object, field: str, known: Collection[str], most: int) -> Sequence[Mapping[str, Any]]:
    """Tables in a list, with no other fields than those that are known."""
    if not isinstance(given, list) or not 1 <= len(given) <= most or not all(isinstance(each, dict) for each in given):
        raise BadField("questionnaire.tables-needed", field, most=most)
    try:
        for each in given:
            _refuse_unknown(each, known)
    except BadField as wrong:
        raise wrong.inside(field) from None
    return given


def _item_options(table: Mapping[str, Any], items: int) -> tuple[tuple[Option, ...], ...]:
    if "item_options" not in table:
        return ()
    given = table["item_options"]
    if "options" in table:
        raise BadField("questionnaire.options-twice", "item_options")
    if not isinstance(given, list) or len(given) != items:
        raise BadField("questionnaire.item-options-not-as-many", "item_options", items=items)
    return tuple(_options(each, "item_options") for each in given)


def _options(given: object, field: str) -> tuple[Option, ...]:
    """Options as tables with a value and a text, or as texts alone, which are counted from 0."""
    if isinstance(given, list) and given and all(isinstance(each, str) for each in given):
        options = [Option(value, text) for value, text in enumerate(_texts({field: given}, field, MOST_OPTIONS))]
    else:
        options = [_option(each, field) for each in _tables(given, field, ("value", "text"), MOST_OPTIONS)]
    if len({option.value for option in options}) < max(len(options), 2):
        raise BadField("questionnaire.options-not-different", field)
    return tuple(options)


def _option(each: Mapping[str, Any], field: str) -> Option:
    try:
        return Option(_whole(each, "value", most=100), _text(each, "text"))
    except BadField as wrong:
        raise wrong.inside(field) from None


def _bounds(table: Mapping[str, Any], options: Sequence[tuple[Option, ...]], times: int) -> tuple[int, int]:
    """The least and the most that the items add up to, which is what the table has to say."""
    totals = _extremes(options, times)
    for field, total in zip(("min", "max"), totals, strict=True):
        given = _whole(table, field)
        if given != total:
            raise BadField("questionnaire.bound-not-the-sum", field, total=total, given=given)
    return totals


def _extremes(options: Sequence[tuple[Option, ...]], times: int) -> tuple[int, int]:
    """The least and the most that items with these options add up to."""
    values = [[option.value for option in each] for each in options]
    return sum(map(min, values)) * times, sum(map(max, values)) * times


def _bands(table: Mapping[str, Any], minimum: int, maximum: int) -> tuple[Band, ...]:
    tables = _tables(table["bands"], "bands", ("from", "to", "text"), MOST_OPTIONS)
    try:
        bands = [Band(_whole(each, "from"), _whole(each, "to"), _text(each, "text")) for each in tables]
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


def _cutpoints(table: Mapping[str, Any], minimum: int, maximum: int) -> tuple[Cutpoint, ...]:
    """The cut-points, lowest first. A lone `cutpoint` counts where there are no bands; beside bands it is a remark."""
    if "cutpoint" in table and "cutpoints" in table:
        raise BadField("questionnaire.cutpoints-twice", "cutpoint")
    if "cutpoints" not in table:
        is_lone = "cutpoint" in table and "bands" not in table
        return (Cutpoint(_whole(table, "cutpoint", minimum, maximum)),) if is_lone else ()
    tables = _tables(table["cutpoints"], "cutpoints", ("from", "text"), MOST_OPTIONS)
    try:
        found = [
            Cutpoint(_whole(each, "from", minimum, maximum), _text(each, "text") if "text" in each else "")
            for each in tables
        ]
    except BadField as wrong:
        raise wrong.inside("cutpoints") from None
    firsts = [each.first for each in found]
    if firsts != sorted(set(firsts)):
        raise BadField("questionnaire.cutpoints-not-rising", "cutpoints")
    return tuple(found)


def _numbers(table: Mapping[str, Any], field: str, items: int) -> tuple[int, ...]:
    given = table.get(field, [])
    if not isinstance(given, list):
        raise BadField("questionnaire.items-needed", field)
    numbers = tuple(_whole({field: each}, field, least=1, most=items) for each in given)
    if len(set(numbers)) < len(numbers):
        raise BadField("questionnaire.item-twice", field)
    return numbers


def _subscales(table: Mapping[str, Any], options: Sequence[tuple[Option, ...]], times: int) -> tuple[Subscale, ...]:
    if "subscales" not in table:
        return ()
    tables = _tables(table["subscales"], "subscales", ("id", "name", "items", "cutpoint"), MOST_OPTIONS)
    try:
        return tuple(_subscale(each, options, times) for each in tables)
    except BadField as wrong:
        raise wrong.inside("subscales") from None


def _subscale(each: Mapping[str, Any], options: Sequence[tuple[Option, ...]], times: int) -> Subscale:
    numbers = _numbers(each, "items", len(options))
    if not numbers:
        raise BadField("questionnaire.item-needed", "items")
    least, most = _extremes([options[number - 1] for number in numbers], times)
    cutpoint = _whole(each, "cutpoint", least, most) if "cutpoint" in each else None
    return Subscale(_text(each, "id"), numbers, cutpoint, _text(each, "name") if "name" in each else "")
