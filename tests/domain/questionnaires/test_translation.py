"""A questionnaire in another language has other words and the same numbers."""

from dataclasses import replace
from typing import Any

import pytest

from carelog.domain.questionnaires.questionnaire import Cutpoint, Subscale
from carelog.domain.questionnaires.table import BadField
from carelog.domain.questionnaires.translation import translated
from carelog.questionnaires import built_in_questionnaires

PHQ8 = built_in_questionnaires()["phq8"]
OTHER = replace(PHQ8, key="other", language="xx", items=tuple(f"x {item}" for item in PHQ8.items))


def test_the_words_are_those_of_the_other_language_and_the_key_and_bands_stay() -> None:
    found = translated(PHQ8, OTHER)
    assert (found.key, found.bands, found.reliable_change) == (PHQ8.key, PHQ8.bands, PHQ8.reliable_change)
    assert (found.items, found.language) == (OTHER.items, "xx")


def test_what_counts_in_another_way_is_refused() -> None:
    with pytest.raises(BadField):
        translated(PHQ8, replace(OTHER, options=tuple(reversed(OTHER.options))[:-1]))


@pytest.mark.parametrize(
    "fields",
    [
        {"difficulty_item": "How hard?", "difficulty_options": ("not", "very", "too much")},
        {"bands": PHQ8.bands[1:]},
        {"cutpoints": (Cutpoint(3),)},
        {"talk_from": 1},
        {"reliable_change": 1},
        {"subscales": (Subscale("part", (1, 2)),)},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_what_is_said_of_numbers_is_that_of_the_original(fields: dict[str, Any]) -> None:
    original = replace(PHQ8, difficulty_item="How hard?", difficulty_options=("not", "very"))
    with pytest.raises(BadField):
        translated(original, replace(OTHER, **fields))


def test_what_is_not_said_of_numbers_is_that_of_the_original() -> None:
    silent = replace(
        OTHER, difficulty_options=(), bands=(), cutpoints=(), talk_from=None, reliable_change=None, subscales=()
    )
    assert translated(PHQ8, silent).bands == PHQ8.bands
