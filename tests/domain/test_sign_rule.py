"""Rules of signs: read in many spellings, true on what is known alone, and never true on what is not."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.sign import Sign
from carelog.domain.sign_rule import EXAMPLES, DayFacts, Rule, RuleKind, read_rule
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import ONE_DAY
from carelog.errors import InvalidValue
from support.refusal import refusal_of
from support.sentences import whole
from support.strategies import names

TODAY = date(2026, 11, 22)
NAMED = (RuleKind.TAG, RuleKind.FEELING, RuleKind.NOT_DONE)
SHOWN = (
    "sleep below 5 on 3 of 5 days; mood below 2 for 3 days; tag argument on 2 of 7 days; feeling empty on 3 of 5 days; "
    "walk not done on 4 of 7 days; no entry for 4 days; no contact for 7 days"
)
LIMITED = (RuleKind.BELOW, RuleKind.ABOVE)
NAMELESS = (RuleKind.NO_ENTRY, RuleKind.NO_CONTACT)
windows = st.integers(1, 90).flatmap(lambda of: st.tuples(st.integers(1, of), st.just(of)))
limits = st.integers(-100_000, 100_000).map(lambda number: number / 100)
words = names().filter(lambda name: clean_line(name).strip('#"“” ') == clean_line(name))


def rules(words: st.SearchStrategy[str] = words) -> st.SearchStrategy[Rule]:
    """Rules of every kind, about these words."""
    return windows.flatmap(
        lambda window: st.one_of(
            st.builds(Rule, st.sampled_from(NAMED), st.just(window[0]), st.just(window[1]), words),
            st.builds(Rule, st.sampled_from(LIMITED), st.just(window[0]), st.just(window[1]), words, limits),
            st.builds(Rule, st.sampled_from(LIMITED), st.just(window[0]), st.just(window[1]), limit=limits),
            st.builds(Rule, st.sampled_from(NAMELESS), st.just(window[0]), st.just(window[1])),
        )
    )


few_words = st.sampled_from(["sleep", "walk", "empty"])
facts = st.builds(
    DayFacts,
    day=st.just(TODAY),
    has_entry=st.booleans(),
    has_contact=st.booleans(),
    mood=st.none() | st.integers(1, 5).map(float),
    tags=st.frozensets(few_words),
    feelings=st.frozensets(few_words),
    readings=st.dictionaries(few_words, limits),
    kept=st.dictionaries(few_words, st.none() | st.booleans()),
    resting=st.booleans(),
)
histories = st.lists(facts, max_size=100).map(
    lambda days: [replace(each, day=TODAY - timedelta(days=number)) for number, each in enumerate(days)]
)


@given(rules())
def test_a_rule_is_read_back_from_its_text(rule: Rule) -> None:
    assert read_rule(rule.text) == rule
    assert "<" not in rule.text.replace(rule.name, "")
    assert ">" not in rule.text.replace(rule.name, "")


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_are_written_as_carelog_writes_them(example: str) -> None:
    assert read_rule(example).text == example


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Sleep under 5 on 3 of the last 5 days", "Sleep below 5 on 3 of 5 days"),
        ("sleep is less than 5,5 on at least 3 out of 5 nights", "sleep below 5.5 on 3 of 5 days"),
        ("sleep below 5 three of the past five days", "sleep below 5 on 3 of 5 days"),
        ("irritability over 7 on 2 days", "irritability above 7 for 2 days"),
        ("irritability more than 7 for two days in a row", "irritability above 7 for 2 days"),
        ("Mood under 2 for 3 days", "mood below 2 for 3 days"),
        ("mood above 4 for 1 days", "mood above 4 for 1 day"),
        ("mood above 4 on one of one day", "mood above 4 for 1 day"),
        ("my own scale above 3 for 2 days", '"my own scale" above 3 for 2 days'),
        ('"mood" below 2 for 3 days', '"mood" below 2 for 3 days'),
        ("#argument on 2 times in the last 7 days", "tag argument on 2 of 7 days"),
        ("feeling: empty inside on 3 of 5 days", 'feeling "empty inside" on 3 of 5 days'),
        ("evening walk is not done on 4 of 7 days", '"evening walk" not done on 4 of 7 days'),
        ("walk not kept for 3 days", "walk not done for 3 days"),
        ("nothing noted for 4 days", "no entry for 4 days"),
        ("no contact with anyone for 7 days", "no contact for 7 days"),
        ("no entry on 3 of 7 days", "no entry on 3 of 7 days"),
    ],
)
def test_a_rule_may_be_said_in_other_words(text: str, same: str) -> None:
    assert read_rule(text).text == same


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", f"“” does not say over how many days. Examples: {SHOWN}."),
        ("sleep below 5", f"“sleep below 5” does not say over how many days. Examples: {SHOWN}."),
        ("sleep < 5 on 3 of 5 days", f"A sign cannot look at “sleep < 5”. Examples of what it can look at: {SHOWN}."),
        (
            "sleeping badly on 3 of 5 days",
            f"A sign cannot look at “sleeping badly”. Examples of what it can look at: {SHOWN}.",
        ),
        ("tag on 3 of 5 days", f"A sign cannot look at “tag”. Examples of what it can look at: {SHOWN}."),
        ("sleep below low on 3 of 5 days", "carelog cannot read “low” as a number. A number is written like 5 or 7.5."),
        ("sleep below 5 on 6 of 5 days", "A rule counts 1 to 90 days, and no more days than it looks back."),
        ("sleep below 5 on 0 of 5 days", "A rule counts 1 to 90 days, and no more days than it looks back."),
        ("no entry for 99 days", "A rule counts 1 to 90 days, and no more days than it looks back."),
    ],
)
def test_what_is_not_understood_is_refused_with_the_part_and_examples(text: str, said: str) -> None:
    with pytest.raises(InvalidValue, match=whole(said)):
        read_rule(text)


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    refusal_of(InvalidValue, lambda: read_rule(text))


@pytest.mark.parametrize("kind", RuleKind)
def test_a_limit_belongs_to_numbers_alone(kind: RuleKind) -> None:
    with pytest.raises(InvalidValue):
        Rule(kind, 1, 1, "sleep", limit=None if kind in LIMITED else 5)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("tag walk on 1 of 2 days", DayFacts(TODAY, tags=frozenset({"walk"}))),
        ("feeling empty on 1 of 2 days", DayFacts(TODAY, feelings=frozenset({"empty"}))),
        ("walk not done on 1 of 2 days", DayFacts(TODAY, kept={"walk": False})),
        ("sleep below 5 on 1 of 2 days", DayFacts(TODAY, readings={"sleep": 4})),
        ("mood above 4 on 1 of 2 days", DayFacts(TODAY, mood=4.5)),
        ("no entry on 1 of 2 days", DayFacts(TODAY)),
        ("no contact on 1 of 2 days", DayFacts(TODAY, has_entry=True)),
    ],
)
def test_a_day_fits_what_it_is_asked_for_and_one_that_holds_the_opposite_does_not(rule: str, day: DayFacts) -> None:
    opposite = DayFacts(TODAY, has_entry=True, has_contact=True, mood=4.0, readings={"sleep": 5}, kept={"walk": True})
    assert read_rule(rule).fits(day)
    assert not read_rule(rule).fits(opposite)


@given(rules(few_words), histories)
def test_a_day_more_that_fits_never_makes_a_rule_less_true(rule: Rule, days: list[DayFacts]) -> None:
    for left_out in range(len(days)):
        fewer = days[:left_out] + days[left_out + 1 :]
        assert rule.comes_true(fewer, TODAY) <= rule.comes_true(days, TODAY)


@given(rules(few_words), histories)
def test_days_outside_of_the_window_are_not_looked_at(rule: Rule, days: list[DayFacts]) -> None:
    window = rule.window(TODAY)
    assert len(window) == rule.of
    assert rule.count([day for day in days if day.day in window], TODAY) == rule.count(days, TODAY)
    assert rule.count(days, TODAY) <= rule.of
    assert window.last == (TODAY - timedelta(days=1) if rule.kind.is_absence else TODAY)


@given(rules(few_words), st.integers(0, 100))
def test_what_is_unknown_makes_nothing_true_but_that_nothing_was_noted(rule: Rule, count: int) -> None:
    unknown = [DayFacts(TODAY - timedelta(days=number)) for number in range(count)]
    if rule.kind not in NAMELESS:
        assert not rule.comes_true(unknown, TODAY)
    resting = [replace(day, resting=True) for day in unknown]
    assert not rule.comes_true(resting, TODAY)


@given(rules(few_words), histories)
def test_a_rule_is_true_exactly_where_enough_days_fit(rule: Rule, days: list[DayFacts]) -> None:
    name = fold(rule.name)
    fitting = 0
    for day in days:
        if day.day not in rule.window(TODAY):
            continue
        value = day.readings.get(name) if rule.name else day.mood
        awake = not day.resting
        fitting += {
            RuleKind.TAG: name in day.tags,
            RuleKind.FEELING: name in day.feelings,
            RuleKind.BELOW: value is not None and rule.limit is not None and value < rule.limit,
            RuleKind.ABOVE: value is not None and rule.limit is not None and value > rule.limit,
            RuleKind.NOT_DONE: awake and day.kept.get(name) is False,
            RuleKind.NO_ENTRY: awake and not day.has_entry,
            RuleKind.NO_CONTACT: awake and not day.has_contact,
        }[rule.kind]
    assert rule.comes_true(days, TODAY) == (fitting >= rule.times)


@pytest.mark.parametrize(
    ("text", "high"),
    [("mood above 4 for 1 day", True), ("sleep above 9 for 2 days", True), ("mood below 2 for 3 days", False)],
)
def test_a_rule_above_a_limit_is_about_high_times(text: str, *, high: bool) -> None:
    assert read_rule(text).is_about_high_times is high


def test_a_sign_rests_until_the_day_to_which_it_was_snoozed() -> None:
    day = date(2026, 11, 22)
    sign = Sign("x", "going quiet", "no entry for 4 days", "tea", snoozed=day)
    assert [sign.rests_on(each) for each in (day - ONE_DAY, day)] == [True, False]
    assert not Sign("x", "going quiet", "no entry for 4 days", "tea").rests_on(day)
