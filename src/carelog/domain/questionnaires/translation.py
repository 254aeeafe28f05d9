"""A questionnaire in another language: other words, and the same numbers, so that its series stays one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.domain.questionnaires.table import BadField

if TYPE_CHECKING:
    from carelog.domain.questionnaires.questionnaire import Questionnaire

WORDS = ("stem", "items", "options", "item_options", "instruction", "difficulty_item", "difficulty_options")
"""The fields that are words, and differ with the language."""


def translated(original: Questionnaire, other: Questionnaire) -> Questionnaire:
    """A questionnaire with the words of `other`, which is the same one in another language, and its own numbers.

    Raises BadField where what is counted differs.
    """
    counted = (
        ("items", [len(each.items) for each in (original, other)]),
        ("options", [_values(each) for each in (original, other)]),
        ("score", [each.times for each in (original, other)]),
        ("reverse_items", [set(each.reverse_items) for each in (original, other)]),
        ("higher_is", [each.higher_is for each in (original, other)]),
        ("safety_items", [set(each.safety_items) for each in (original, other)]),
    )
    for field, (here, there) in counted:
        if here != there:
            raise BadField("questionnaire.translation-differs", field, name=original.name)
    words = {field: getattr(other, field) for field in WORDS}
    return replace(original, **words, language=other.language)


def _values(questionnaire: Questionnaire) -> list[set[int]]:
    items = range(1, len(questionnaire.items) + 1)
    return [{option.value for option in questionnaire.options_of(item)} for item in items]
