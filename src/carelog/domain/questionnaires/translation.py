"""A questionnaire in another language: other words, and the same numbers, so that its series stays one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.domain.questionnaires.table import BadField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelog.domain.questionnaires.questionnaire import Questionnaire

WORDS = ("stem", "items", "options", "item_options", "instruction", "difficulty_item", "difficulty_options")
"""The fields that are words, and differ with the language."""


def translated(original: Questionnaire, other: Questionnaire) -> Questionnaire:
    """A questionnaire with the words of `other`, which is the same one in another language, and its own numbers.

    Raises BadField where what is counted differs, or anything else that `other` says in numbers.
    """
    for field, here, there in (*_counted(original, other), *_said(original, other)):
        if here != there:
            raise BadField("questionnaire.translation-differs", field, name=original.name)
    words = {field: getattr(other, field) for field in WORDS}
    return replace(original, **words, language=other.language)


def _counted(original: Questionnaire, other: Questionnaire) -> Iterator[tuple[str, object, object]]:
    """What is counted, which has to be the same.

    Options have to come in the same order too: a form that lists them the other way round may mean the other way round.
    """
    yield "items", len(original.items), len(other.items)
    yield "item_options" if other.item_options else "options", _values(original), _values(other)
    yield "score", original.times, other.times
    yield "reverse_items", set(original.reverse_items), set(other.reverse_items)
    yield "higher_is", original.higher_is, other.higher_is
    yield "safety_items", set(original.safety_items), set(other.safety_items)


def _said(original: Questionnaire, other: Questionnaire) -> Iterator[tuple[str, object, object]]:
    """What a file in another language can leave out, and has to have as the original has it where it says it.

    Forms in other languages have parts in another order, or cut-points of their own: what is said is never passed over.
    """
    if other.difficulty_options and original.difficulty_options:
        yield "difficulty_options", len(original.difficulty_options), len(other.difficulty_options)
    if other.subscales:
        yield "subscales", _parts(original), _parts(other)
    if other.bands:
        yield "bands", [each.first for each in original.bands], [each.first for each in other.bands]
    if other.cutpoints:
        yield "cutpoints", [each.first for each in original.cutpoints], [each.first for each in other.cutpoints]
    if other.talk_from is not None:
        yield "talk_from", original.talk_from, other.talk_from
    if other.reliable_change is not None:
        yield "reliable_change", original.reliable_change, other.reliable_change


def _values(questionnaire: Questionnaire) -> list[tuple[int, ...]]:
    items = range(1, len(questionnaire.items) + 1)
    return [tuple(option.value for option in questionnaire.options_of(item)) for item in items]


def _parts(questionnaire: Questionnaire) -> dict[str, tuple[set[int], int | None]]:
    return {each.key: (set(each.items), each.cutpoint) for each in questionnaire.subscales}
