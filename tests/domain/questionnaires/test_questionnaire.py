"""Questionnaires: sums without guesses, bands without gaps, changes only where they are documented."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.questionnaires.questionnaire import Band, Change, Cutpoint, HigherIs, Part, Questionnaire
from carelog.domain.questionnaires.table import BadField, read_questionnaire
from support.sentences import whole

TABLES = tomllib.loads(files("carelog").joinpath("data/measures.toml").read_text("utf-8"))["measure"]
ALL = {each.key: each for each in map(read_questionnaire, TABLES)}
PHQ9, GAD7, PHQ4 = ALL["phq9"], ALL["gad7"], ALL["phq4"]
MINE: dict[str, Any] = {
    "id": "mine",
    "name": "Mine",
    "title": "Two questions of my own",
    "stem": "This week:",
    "items": ["Rested", "Calm"],
    "options": [{"value": 1, "text": "yes"}, {"value": 0, "text": "no"}],
    "score": "sum_times_4",
    "higher_is": "better",
    "min": 0,
    "max": 8,
    "bands": [{"from": 0, "to": 4, "text": "some"}, {"from": 5, "to": 8, "text": "all"}],
    "attribution": "Me",
    "source": "a page of mine",
}

TURNED = replace(PHQ9, key="turned", reverse_items=(2, 3, 9))
"""The PHQ-9 as it never was: with three questions that count the other way round."""
AUDIT = read_questionnaire(
    {field: value for field, value in MINE.items() if field not in {"options", "bands"}}
    | {"item_options": [["never", "often"], ["none", "one", "two", "ten"]], "score": "sum", "max": 4}
)
"""A questionnaire whose items have options of their own, and no bands."""

questionnaires = st.sampled_from([*ALL.values(), TURNED, AUDIT])


@st.composite
def answered(draw: Callable[..., Any]) -> tuple[Questionnaire, list[int | None]]:
    chosen = draw(questionnaires)
    items = range(1, len(chosen.items) + 1)
    values = [st.sampled_from([option.value for option in chosen.options_of(item)]) for item in items]
    return chosen, list(draw(st.tuples(*(st.none() | each for each in values))))


@given(answered())
def test_there_is_a_total_only_where_everything_is_answered_and_a_band_for_each(
    given: tuple[Questionnaire, list[int | None]],
) -> None:
    chosen, answers = given
    total = chosen.total(answers)
    assert (total is None) == (None in answers)
    if total is not None:
        assert chosen.minimum <= total <= chosen.maximum
        stretch = chosen.range_of(total)
        assert stretch.first <= total <= stretch.last
        assert chosen.band(total) == (stretch if chosen.bands else None)


@given(questionnaires)
def test_the_stretches_of_a_scale_cover_every_total_and_no_other(chosen: Questionnaire) -> None:
    for total in range(chosen.minimum, chosen.maximum + 1):
        assert chosen.range_of(total) in chosen.ranges
        assert chosen.band(total) == (chosen.range_of(total) if chosen.bands else None)
    assert chosen.ranges == chosen.bands or not chosen.bands
    assert {each.first for each in chosen.cutpoints} <= {each.first for each in chosen.ranges}
    with pytest.raises(ValueError, match=str(chosen.maximum + 1)):
        chosen.range_of(chosen.maximum + 1)


@given(questionnaires, st.data())
def test_counting_the_other_way_round_twice_is_what_was_answered(chosen: Questionnaire, data: st.DataObject) -> None:
    item = data.draw(st.integers(1, len(chosen.items)))
    answer = data.draw(st.sampled_from([option.value for option in chosen.options_of(item)]))
    least, most = chosen.bounds_of(item)
    once = chosen.counted(item, answer)
    assert least <= once <= most
    assert chosen.counted(item, once) == answer if item in chosen.reverse_items else once == answer


@given(questionnaires)
def test_the_best_and_the_worst_answers_are_the_ends_of_the_scale(chosen: Questionnaire) -> None:
    for pick, end in ((min, chosen.minimum), (max, chosen.maximum)):
        answers = [
            pick((option.value for option in chosen.options_of(item)), key=partial(chosen.counted, item))
            for item in range(1, len(chosen.items) + 1)
        ]
        assert chosen.total(answers) == end


@given(st.sampled_from(list(ALL.values())), st.integers(0, 27), st.integers(0, 27))
def test_a_change_within_the_noise_is_about_the_same_and_none_is_made_up(
    chosen: Questionnaire, before: int, after: int
) -> None:
    change = chosen.change(before, after)
    if chosen.reliable_change is None:
        assert change is None
    elif abs(before - after) < chosen.reliable_change:
        assert change is Change.ABOUT_THE_SAME
    else:
        assert change is (Change.LOWER if after < before else Change.HIGHER)


def test_the_documented_changes_are_those_of_the_sources() -> None:
    assert {key: each.reliable_change for key, each in ALL.items() if each.reliable_change} == {"phq9": 6, "gad7": 4}


@given(answered())
def test_every_answer_above_0_to_a_safety_item_is_found(given: tuple[Questionnaire, list[int | None]]) -> None:
    chosen, answers = given
    if chosen.reverse_items:
        return
    expected = [item for item in chosen.safety_items if answers[item - 1]]
    assert [item for item, _ in chosen.safety_answers(answers)] == expected
    assert chosen.asks_difficulty(answers) == (bool(chosen.difficulty_item) and any(answers))


def test_a_question_about_death_that_counts_the_other_way_round_is_met_at_every_answer_but_the_highest() -> None:
    met = [TURNED.safety_answers([*[0] * 8, answer]) for answer in (0, 1, 2, 3)]
    assert [len(each) for each in met] == [1, 1, 1, 0]


def test_only_the_last_item_of_the_phq_9_asks_about_death_and_the_phq_8_leaves_it_out() -> None:
    assert {key: each.safety_items for key, each in ALL.items() if each.safety_items} == {"phq9": (9,)}
    assert ALL["phq8"].items == PHQ9.items[:8]
    assert PHQ9.items[8] == "Thoughts that you would be better off dead or of hurting yourself in some way"


def test_the_lowest_option_is_not_at_all_and_never_not_at_all_sure() -> None:
    of_a_time = {"k10", "k6"}
    assert {ALL[key].options[0].text for key in ALL.keys() - of_a_time} == {"Not at all"}
    assert {ALL[key].options[0].text for key in of_a_time} == {"None of the time"}


def test_parts_have_sums_of_their_own() -> None:
    anxiety, mood = PHQ4.parts((3, 2, 0, 1))
    assert (anxiety, mood) == (Part("gad2", 5, 0, 6, 3, "GAD-2"), Part("phq2", 1, 0, 6, 3, "PHQ-2"))
    assert PHQ4.parts((3, 2, None, 1)) == (anxiety,)
    assert PHQ9.parts((0,) * 9) == ()


@given(answered())
def test_a_part_lies_within_its_range_and_is_no_more_than_the_total(
    given: tuple[Questionnaire, list[int | None]],
) -> None:
    chosen, answers = given
    total = chosen.total(answers)
    for part in chosen.parts(answers):
        assert part.minimum <= part.total <= part.maximum
        assert total is None or part.total <= total


def test_an_answer_on_difficulty_has_words_where_there_is_one() -> None:
    assert [PHQ9.difficulty(each) for each in (0, 3, 4, None)] == [
        "Not difficult at all",
        "Extremely difficult",
        "",
        "",
    ]
    assert PHQ4.difficulty(1) == ""


def test_it_is_worth_talking_over_from_15_of_the_phq_and_10_of_the_gad_on_or_in_the_highest_degree() -> None:
    first = {
        key: next((total for total in range(each.maximum + 1) if each.is_worth_talking_over(total)), None)
        for key, each in ALL.items()
    }
    assert first == {
        "phq9": 15, "phq8": 15, "gad7": 10, "phq4": 9, "phq2": None, "gad2": None, "k10": 30, "k6": 13, "pcl5": 31,
    }  # fmt: skip
    better = replace(PHQ9, higher_is=HigherIs.BETTER)
    assert [better.is_worth_talking_over(total) for total in (0, 15, 16)] == [True, True, False]
    assert not replace(better, talk_from=None).is_worth_talking_over(0)


def test_a_questionnaire_of_a_persons_own_is_read() -> None:
    mine = read_questionnaire(MINE | {"min_days_between": 1, "subscales": [{"id": "calm", "items": [2]}], "mcid": 3})
    assert mine.parts((0, 1)) == (Part("calm", 4, 0, 4, None, "calm"),)
    assert (mine.total((1, 0)), mine.times, mine.days_between) == (4, 4, 1)
    assert (mine.language, mine.talk_from, mine.cutpoints, mine.stressful_event) == ("en", None, (), False)
    assert mine.higher_is is HigherIs.BETTER


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "../x"),
        ("id", ""),
        ("name", None),
        ("name", 7),
        ("title", "x" * 1001),
        ("stem", " "),
        ("items", []),
        ("items", "one"),
        ("items", ["x"] * 61),
        ("items", ["fine", ""]),
        ("options", []),
        ("options", [1]),
        ("options", [{"value": 0, "text": "the only one"}]),
        ("saftey_items", [1]),
        ("subscales", [{"id": "x", "items": []}]),
        ("subscales", [{"id": "x", "items": [1], "cutpoint": "3"}]),
        ("safety_items", [1, 1]),
        ("recall", ""),
        ("options", [{"value": -1, "text": "no"}]),
        ("options", [{"value": 0, "text": "no"}, {"value": 0, "text": "yes"}]),
        ("options", [{"value": True, "text": "no"}]),
        ("score", "mean"),
        ("score", 7),
        ("higher_is", "nicer"),
        ("min", 1),
        ("max", 9),
        ("max", "8"),
        ("bands", []),
        ("bands", [{"from": 0, "to": 8}]),
        ("bands", [{"from": 0, "to": 7, "text": "short"}]),
        ("bands", [{"from": 1, "to": 8, "text": "late"}]),
        ("bands", [{"from": 0, "to": 4, "text": "a"}, {"from": 6, "to": 8, "text": "gap"}]),
        ("bands", [{"from": 0, "to": 9, "text": "long"}]),
        ("attribution", ""),
        ("source", None),
        ("reliable_change", 0),
        ("reliable_change", 1.5),
        ("difficulty_item", ""),
        ("safety_items", [3]),
        ("safety_items", "2"),
        ("subscales", [{"id": "x", "items": [0]}]),
        ("subscales", [{"items": [1]}]),
        ("subscales", [{"id": "x", "items": [1], "cutpoint": 5}]),
        ("min_days_between", 0),
        ("min_days_between", 400),
        ("reverse_items", [3]),
        ("reverse_items", [2, 2]),
        ("reverse_items", "2"),
        ("item_options", [["no", "yes"], ["no", "yes"]]),
        ("options", ["the only one"]),
        ("options", ["a text", {"value": 1, "text": "a table"}]),
        ("options", [{"value": 0, "text": "no"}, {"value": 1, "text": "yes", "reverse": True}]),
        ("bands", [{"from": 0, "to": 8, "text": "all", "note": "x"}]),
        ("subscales", [{"id": "x", "items": [1], "reversed": [1]}]),
        ("cutpoints", [{"from": 9}]),
        ("cutpoints", [{"from": 3}, {"from": 3}]),
        ("cutpoints", [{"from": 3, "men": True}]),
        ("cutpoints", []),
        ("talk_from", 9),
        ("instruction", ""),
        ("language", "German"),
        ("stressful_event", 1),
        ("reversed", [2]),
    ],
)
def test_a_field_that_cannot_be_used_is_named(field: str, value: object) -> None:
    with pytest.raises(BadField) as refused:
        read_questionnaire(MINE | {field: value})
    assert refused.value.field == field
    assert refused.value.message.startswith(f"{field}: ")
    assert refused.value.message.endswith(".")


def test_items_may_have_options_of_their_own_and_texts_alone_count_from_0() -> None:
    assert [[option.value for option in AUDIT.options_of(item)] for item in (1, 2)] == [[0, 1], [0, 1, 2, 3]]
    assert (AUDIT.total((1, 3)), AUDIT.bands, AUDIT.ranges[0].text) == (4, (), "")
    refusal = "item_options: a list of options for each of the 2 items is needed."
    with pytest.raises(BadField, match=whole(refusal)):
        read_questionnaire({k: v for k, v in MINE.items() if k != "options"} | {"item_options": [["no", "yes"]]})


def test_a_scale_may_have_cut_points_and_no_made_up_bands() -> None:
    bare = {field: value for field, value in MINE.items() if field != "bands"}
    lone = read_questionnaire(bare | {"cutpoint": 5})
    assert [(each.first, each.last, each.text) for each in lone.ranges] == [(0, 4, ""), (5, 8, "")]
    named = read_questionnaire(bare | {"cutpoints": [{"from": 3, "text": "some"}, {"from": 6}]})
    assert named.cutpoints == (Cutpoint(3, "some"), Cutpoint(6))
    assert read_questionnaire(MINE | {"cutpoint": "from 5 on, for men"}).cutpoints == ()
    assert read_questionnaire(bare).ranges == (Band(0, 8, ""),)
    with pytest.raises(BadField, match=whole("cutpoint: either cutpoint or cutpoints, and not both.")):
        read_questionnaire(bare | {"cutpoint": 5, "cutpoints": [{"from": 6}]})


def test_difficulty_needs_its_answers() -> None:
    with pytest.raises(BadField, match=whole("difficulty_options: a list of 1 to 12 texts is needed.")):
        read_questionnaire(MINE | {"difficulty_item": "How hard?"})
    with pytest.raises(BadField, match=whole("difficulty_item: text is needed.")):
        read_questionnaire(MINE | {"difficulty_options": ["not", "very"]})


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 30) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "text", "from", "to", "id"]), inner)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*MINE, "safety_items", "subscales", "reliable_change"]), _JSON))
def test_any_table_is_read_or_refused_in_a_sentence(changes: dict[str, Any]) -> None:
    try:
        made = read_questionnaire(MINE | changes)
    except BadField:
        return
    assert made.total([made.options[0].value] * len(made.items)) is not None
