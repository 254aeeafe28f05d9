"""Insights: what is compared, what is left out, and what is found."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.people.contact import Role
from carelog.domain.routines.routine import RoutineKind
from carelog.domain.routines.tick import TickState
from carelog.domain.statistics.association import Association, Measure
from carelog.domain.statistics.descriptive import level_of
from carelog.domain.statistics.resampling import Interval
from carelog.domain.time.days import ONE_DAY, Period
from carelog.journal import Journal
from carelog.review.days.rest_days import rest_in
from carelog.review.insights.comparisons import Comparison, Lag, compare
from carelog.review.insights.factors import Factor, factors_in
from carelog.review.insights.finding_words import finding_sentence
from carelog.review.insights.findings import Finding
from carelog.review.insights.insights import Ground, Insights, insights
from carelog.review.insights.kinds import FactorKind
from carelog.review.insights.standing_out import standing_out
from support.scenes import FRIDAY, Scene
from support.seasons import days_up_to_yesterday, gaps, noise, season, walks

YEAR = Period.ending(FRIDAY, 365)
YESTERDAY = FRIDAY - ONE_DAY


@pytest.fixture(autouse=True)
def _at_home(home: Path) -> None:
    assert not home.exists()


def look(scene: Scene, period: Period = YEAR, **options: Any) -> Insights:
    return insights(scene.journal, period, FRIDAY, **options)


def named(found: Insights, name: str) -> list[Finding]:
    return [each for each in (*found.found, *found.feelings) if each.factor.name == name]


def factor(scene: Scene, name: str, period: Period = YEAR) -> Factor:
    return next(each for each in factors(scene, period) if each.name == name)


def factors(scene: Scene, period: Period = YEAR) -> list[Factor]:
    journal = scene.journal
    return factors_in(journal, period, journal.entries.within(period), rest_in(journal, period, FRIDAY), FRIDAY)


def test_a_word_of_better_days_is_found_with_the_counts_of_the_journal() -> None:
    scene = walks()
    finding = named(look(scene), "walk")[0]
    entries = list(scene.journal.entries)
    known = [each for each in entries if each.day >= min(each.day for each in entries if "walk" in each.tags)]
    with_it = [each for each in known if "walk" in each.tags]
    without = [each for each in known if "walk" not in each.tags]
    low, high = finding.levels
    for share, days in zip(finding.shares, (with_it, without), strict=True):
        assert (share.days, share.of) == (sum(low <= (each.mood or 0) <= high for each in days), len(days))
    assert finding.is_with_better_days
    assert not finding.is_day_after


def test_a_finding_speaks_to_the_person_and_on_a_page_for_others_of_them() -> None:
    finding = named(look(walks()), "walk")[0]
    factor = replace(finding.factor, kind=FactorKind.FEELING, name="{mood} {}")
    shown = replace(finding, comparison=replace(finding.comparison, factor=factor), levels=(4, 5))
    shares = [f"{share.days} of {share.of}" for share in shown.shares]
    days = sum(share.of for share in shown.shares)
    told = f"mood was 4 or 5 on {shares[0]} days with the feeling “{{mood}} {{}}” and on {shares[1]} days without"
    assert finding_sentence(shown, MoodWords()) == f"In your entries, {told} ({days} days)."
    assert finding_sentence(shown, MoodWords(), for_others=True) == f"M{told[1:]} ({days} days)."


def test_a_word_whose_day_after_is_better_is_found_for_the_day_after() -> None:
    found = named(look(walks(after=1)), "walk")
    assert [each.is_day_after for each in found] == [True]


def test_harder_days_are_found_as_well_as_better_ones() -> None:
    (finding,) = named(look(walks(lift=-2)), "walk")
    assert not finding.is_with_better_days
    with_it, without = finding.shares
    assert with_it.days / with_it.of < without.days / without.of


def test_in_words_that_have_nothing_to_do_with_mood_nothing_stands_out() -> None:
    found = look(noise())
    assert (found.ground, found.found, found.more) == (Ground.ENOUGH, (), False)
    assert found.compared == 10


def test_everything_that_has_enough_days_is_compared_and_the_rest_is_counted() -> None:
    scene = noise()
    for number, day in enumerate(days_up_to_yesterday(15)):
        scene.note(f"{day} 21:00", None, tags=["seldom"] if number < 9 else ["always", "sometimes"])
    found = look(scene)
    assert found.too_few == 3
    assert found.compared == 10


@pytest.mark.parametrize(("days", "ground"), [(1, Ground.TOO_FEW_DAYS), (29, Ground.TOO_FEW_DAYS), (30, Ground.ENOUGH)])
def test_below_thirty_days_nothing_is_compared(days: int, ground: Ground) -> None:
    found = look(walks(days))
    assert (found.ground, found.days) == (ground, days)
    assert bool(found.compared) == (ground is Ground.ENOUGH)


def test_where_fewer_than_half_of_the_days_have_a_mood_nothing_is_compared() -> None:
    found = look(gaps())
    assert (found.ground, found.days, found.compared) == (Ground.TOO_MANY_GAPS, 60, 0)
    assert len(found.period) == (FRIDAY - date(2026, 3, 1)).days + 1


def test_days_before_the_first_entry_and_days_to_come_are_not_missing() -> None:
    found = look(walks(40), Period(FRIDAY - timedelta(days=5000), FRIDAY + timedelta(days=5000)))
    assert (found.ground, found.days, len(found.period)) == (Ground.ENOUGH, 40, 41)


@pytest.mark.parametrize("ago", [-400, -1, 800])
def test_a_period_without_a_mood_says_so(ago: int) -> None:
    period = Period.ending(FRIDAY - timedelta(days=ago), 1)
    scene = walks()
    assert look(scene, period).ground is Ground.NO_MOODS
    assert not look(scene, period).is_new
    scene.note(f"{FRIDAY} 10:00", None, "words alone")
    assert look(scene, Period(FRIDAY, FRIDAY)).ground is Ground.NO_MOODS


def test_a_new_journal_is_distinguished_from_a_period_without_entries() -> None:
    assert look(Scene()).is_new


def test_a_day_without_an_entry_is_not_a_day_without_something() -> None:
    scene = Scene()
    days = list(days_up_to_yesterday(60))
    for number, day in enumerate(days):
        if number % 3:
            scene.note(f"{day} 20:00", 3, tags=["walk"] if number % 2 else [])
    walk = factor(scene, "walk")
    assert set(walk.known) == {day for number, day in enumerate(days) if number % 3}
    assert walk.present == {day for number, day in enumerate(days) if number % 3 and number % 2}


def test_a_word_is_known_from_the_first_day_it_was_used_on() -> None:
    scene = noise(60)
    begun = FRIDAY - timedelta(days=20)
    scene.note(f"{begun} 21:00", None, tags=["new"])
    assert list(factor(scene, "new").known) == list(Period(begun, YESTERDAY))


def test_today_is_not_over_and_cannot_be_without_anything_yet() -> None:
    scene = noise()
    walk = scene.routine("Walk", started=date(2026, 8, 1))
    scene.tick(walk, f"{FRIDAY} 10:00")
    scene.note(f"{FRIDAY} 10:00", 5, tags=["bus"], readings={"tea": 3})
    assert FRIDAY not in factor(scene, "rain").known
    assert FRIDAY not in {*factor(scene, "bus").known, *factor(scene, "bus").present}
    assert FRIDAY not in factor(scene, "Walk").known
    assert factor(scene, "tea").readings[FRIDAY] == 3
    assert look(scene).days == 91


def test_words_of_private_entries_alone_are_not_looked_at() -> None:
    scene = walks()
    for day in days_up_to_yesterday():
        if day.day % 2:
            scene.note(f"{day} 21:00", 5, tags=["canary", "walk"], feelings=["canary"], private=True)
    found = look(scene, people=True)
    assert not [each for each in factors(scene) if "canary" in each.name]
    assert named(found, "walk")
    assert {day for day in days_up_to_yesterday() if day.day % 2} <= factor(scene, "walk").present


def test_spellings_of_a_word_are_one_word_and_the_latest_is_shown() -> None:
    scene = Scene()
    for number, day in enumerate(days_up_to_yesterday(40)):
        scene.note(f"{day} 20:00", 3, tags=["Walk" if number < 30 else "walk"])
    assert [each.name for each in factors(scene)] == ["walk"]
    assert len(factor(scene, "walk").present) == 40


def test_routines_with_someone_are_left_out_and_stand_together_when_people_are_asked_for() -> None:
    scene = noise()
    sam = scene.journal.contacts.add("Sam Okafor", role=Role.FRIEND)
    choir = scene.journal.contacts.add("Garden group", role=Role.GROUP)
    tea = scene.routine("Tea", "mon,tue", started=date(2026, 8, 1), contact_id=sam.id)
    talk = scene.routine("Talk", "wed,thu", started=date(2026, 8, 1), contact_id=sam.id)
    scene.routine("Digging", started=date(2026, 8, 1), contact_id=choir.id)
    for day in days_up_to_yesterday():
        if day.day % 2:
            scene.tick({0: tea, 2: talk}.get(day.weekday(), talk), f"{day} 17:00")
    assert look(scene).people_left_out
    assert not look(scene, people=True).people_left_out
    assert look(scene, people=True).compared > look(scene).compared
    people = {each.name: each for each in factors(scene) if each.is_person}
    assert set(people) == {"Sam Okafor", "Garden group"}
    assert {day.weekday() for day in people["Sam Okafor"].known} == {0, 1, 2, 3}
    assert {day.weekday() for day in people["Sam Okafor"].present} >= {0, 2}


@pytest.mark.parametrize(
    ("tag", "role", "is_person"),
    [
        ("sam", Role.FRIEND, True),
        ("SAM Okafor", Role.FAMILY, True),
        ("okafor", Role.FRIEND, False),
        ("sam", Role.GROUP, False),
        ("Sam Okafor", Role.SERVICE, True),
        ("samba", Role.FRIEND, False),
    ],
)
def test_a_tag_that_is_the_name_of_someone_is_about_them(tag: str, role: Role, is_person: bool) -> None:
    scene = walks(word=tag)
    scene.journal.contacts.add("Sam Okafor", role=role)
    assert factor(scene, tag).is_person == is_person
    assert bool(named(look(scene), tag)) != is_person
    assert named(look(scene, people=True), tag)


def test_medicine_and_what_is_done_as_needed_are_not_compared() -> None:
    scene = noise()
    tablets = scene.routine("Tablets", kind=RoutineKind.MEDICINE, started=date(2026, 8, 1))
    drops = scene.routine("Drops", "as-needed", started=date(2026, 8, 1))
    for day in days_up_to_yesterday():
        if day.day % 2:
            scene.tick(tablets, f"{day} 08:00")
            scene.tick(drops, f"{day} 09:00")
    assert not [each for each in factors(scene) if each.kind is FactorKind.ROUTINE]


def test_a_routine_is_known_on_days_that_asked_for_it_and_were_used() -> None:
    scene = Scene()
    walk = scene.routine("Walk", "mon,wed,fri", started=date(2026, 10, 5))
    days = list(Period(date(2026, 9, 28), YESTERDAY))
    for day in days:
        if day.day != 7:
            scene.note(f"{day} 20:00", 3)
    scene.journal.pauses.add(date(2026, 10, 12), date(2026, 10, 18))
    scene.tick(walk, "2026-10-19 10:00", state=TickState.SMALL)
    scene.tick(walk, "2026-10-21 10:00", state=TickState.SKIPPED)
    scene.tick(walk, "2026-10-20 10:00", "2026-10-13 10:00")
    found = factor(scene, "Walk")
    asked = [day for day in days if day.weekday() in (0, 2, 4) and day >= date(2026, 10, 5) and day.day != 7]
    assert list(found.known) == [day for day in asked if day not in Period(date(2026, 10, 12), date(2026, 10, 18))]
    assert found.present == {date(2026, 10, 19)}


def test_a_routine_that_was_put_away_is_not_asked_for_any_more() -> None:
    scene = noise(60)
    walk = scene.routine("Walk", started=date(2026, 8, 1))
    scene.journal.routines.archive(walk, date(2026, 11, 1))
    assert max(factor(scene, "Walk").known) == date(2026, 10, 31)
    later = Period(date(2026, 11, 1), FRIDAY)
    assert "Walk" not in [each.name for each in factors(scene, later)]


def test_per_week_is_due_until_it_was_done_that_often() -> None:
    scene = noise(60)
    swim = scene.routine("Swim", "1/week", started=date(2026, 8, 1))
    scene.tick(swim, "2026-11-11 10:00")
    known = [day for day in factor(scene, "Swim").known if day in Period.week_of(date(2026, 11, 11))]
    assert known == [date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 11)]


def test_sleep_is_compared_with_its_own_day_alone_and_other_readings_with_the_day_after_too() -> None:
    scene = season()
    assert {each.comparison.lag for each in named(look(scene), "sleep")} == {Lag.SAME_DAY}
    scene.journal.trackers.add("Hours of Sleep")
    scene.journal.trackers.add("tea")
    scene.note(f"{YESTERDAY} 22:00", readings={"Hours of Sleep": 7, "tea": 2})
    assert factor(scene, "Hours of Sleep").same_day_only
    assert not factor(scene, "tea").same_day_only


def test_readings_are_in_groups_from_low_to_high_that_hold_every_day() -> None:
    (finding,) = named(look(season()), "sleep")
    assert sum(share.of for share in finding.shares) == finding.comparison.association.days
    edges = [edge for share in finding.shares for edge in (share.low, share.high)]
    assert edges == sorted(edges)
    assert finding.shares[0].days / finding.shares[0].of < finding.shares[-1].days / finding.shares[-1].of


def test_a_scale_that_was_read_on_fewer_than_half_of_the_days_is_not_compared() -> None:
    scene = Scene()
    scene.journal.trackers.add("tea")
    chance = Random(4)
    for number, day in enumerate(days_up_to_yesterday()):
        readings = {"tea": float(chance.randint(0, 9))} if number % 5 < 2 else {}
        scene.note(f"{day} 20:00", chance.randint(1, 5), "words", readings=readings)
    assert (look(scene).compared, look(scene).too_few) == (0, 1)


def test_on_a_two_sided_scale_better_is_nearer_to_level() -> None:
    scene, chance = Scene(), Random(6)
    for day in days_up_to_yesterday():
        walked = chance.random() < 0.5
        mood = 3 if walked and chance.random() < 0.8 else chance.choice([1, 2, 4, 5])
        scene.note(f"{day} 20:00", mood, tags=["walk"] if walked else ["bus"])
    assert not named(look(scene), "walk")
    scene.journal.settings = replace(scene.journal.settings, mood=MoodWords(MoodScale.TWO_SIDED))
    (finding,) = named(look(scene), "walk")
    assert finding.is_with_better_days
    assert finding.levels == (3, 3)


def test_on_a_two_sided_scale_a_day_with_both_ends_is_no_level_day() -> None:
    scene, chance = Scene(), Random(6)
    for day in days_up_to_yesterday():
        torn = chance.random() < 0.5
        for mood in (1, 5) if torn else (chance.choice([2, 3, 4]),):
            scene.note(f"{day} {19 + (mood > 3)}:00", mood, tags=["torn"] if torn else ["bus"])
    scene.journal.settings = replace(scene.journal.settings, mood=MoodWords(MoodScale.TWO_SIDED))
    (finding,) = (each for each in named(look(scene), "torn") if not each.is_day_after)
    assert not finding.is_with_better_days
    assert finding.shares[0].days == 0


def test_other_levels_are_counted_where_a_person_is_never_at_four_or_five() -> None:
    scene, chance = Scene(), Random(8)
    for day in days_up_to_yesterday():
        walked = chance.random() < 0.5
        scene.note(f"{day} 20:00", chance.randint(1, 2) + walked, tags=["walk"] if walked else [])
    (finding,) = named(look(scene), "walk")
    assert finding.levels == (3, 5)


def test_no_more_is_asked_of_the_journal_for_many_things_than_for_few(monkeypatch: pytest.MonkeyPatch) -> None:
    scene = season()
    store = type(scene.journal._store)
    rows, asked = store.rows, []

    def counted(self: object, statement: str, values: object = ()) -> object:
        asked.append(statement)
        return rows(self, statement, values)  # type: ignore[arg-type]  # passed on

    def questions() -> int:
        journal = scene.journal
        asked.clear()
        insights(journal, YEAR, FRIDAY)
        return len(asked)

    monkeypatch.setattr(store, "rows", counted)
    scene.journal.trackers.add("scale")
    scene.note(f"{YESTERDAY} 21:00", readings={"scale": 3})
    questions()
    few = questions()
    for number in range(10):
        scene.routine(f"Routine {number}")
        scene.journal.trackers.add(f"scale {number}")
        scene.note(f"{YESTERDAY} 22:{number:02}", 3, tags=[f"tag {number}"], feelings=[f"feeling {number}"])
    assert questions() == few


def test_every_factor_passes_through_watched() -> None:
    seen: list[str] = []

    def watched(factors: Any) -> Any:
        for each in factors:
            seen.append(each.name)
            yield each

    look(season(), watched=watched)
    assert {"walk", "sleep", "Walk", "rain", "friends", "calm", "tense"} - {"walk"} == set(seen)


@dataclass(frozen=True)
class Stub(Comparison):
    """A comparison with an interval of drawing days anew that is made up."""

    drawn: Interval = field(default_factory=lambda: Interval(0.1, 0.5))

    def resampled_interval(self) -> Interval:
        return self.drawn


def stub(kind: FactorKind, p: float, effect: float = 0.3, low: float = 0.1, high: float = 0.5) -> Any:
    ends = sorted((effect / 2, 1.5 * effect))
    association = Association(Measure.CLIFFS_DELTA, effect, *ends, p, 60, 60.0, 30, 30)
    return Stub(Factor(kind, "x", []), Lag.SAME_DAY, {}, set(), {}, association, drawn=Interval(low, high))


def kinds(found: Any) -> list[FactorKind]:
    return [each.factor.kind for each in (*found.found, *found.feelings)]


FEELING, TAG = FactorKind.FEELING, FactorKind.TAG


def test_feelings_are_told_apart_and_take_no_place_of_others() -> None:
    feelings = [stub(FEELING, number / 10**6) for number in range(1, 9)]
    tags = [stub(TAG, number / 10**4) for number in range(1, 7)]
    assert kinds(standing_out([*feelings, *tags])) == [TAG] * 5 + [FEELING] * 2
    assert kinds(standing_out([*feelings, *tags[:1]])) == [TAG] + [FEELING] * 2
    assert kinds(standing_out(feelings)) == [FEELING] * 2
    assert kinds(standing_out(tags)) == [TAG] * 5


@settings(max_examples=60)
@given(
    st.lists(st.floats(0, 1), max_size=12),
    st.lists(st.floats(0, 1), max_size=40),
    st.lists(st.floats(0, 1), max_size=40),
)
def test_what_feelings_there_are_changes_nothing_for_the_rest(
    tags: list[float], some: list[float], others: list[float]
) -> None:
    compared = [stub(TAG, p) for p in tags]
    first = standing_out([*(stub(FEELING, p) for p in some), *compared])
    then = standing_out([*compared, *(stub(FEELING, p) for p in others)])
    assert (first.found, first.more) == (then.found, then.more)


def test_many_feelings_do_not_make_it_harder_for_others_nor_carry_them_along() -> None:
    feelings, tags = [stub(FEELING, 0.9) for _ in range(40)], [stub(TAG, 0.004), *[stub(TAG, 0.9) for _ in range(9)]]
    assert TAG in kinds(standing_out([*feelings, *tags]))
    certain, doubtful = [stub(FEELING, 1e-9) for _ in range(40)], [stub(TAG, 0.06), *[stub(TAG, 0.9)] * 4]
    assert TAG not in kinds(standing_out([*certain, *doubtful]))
    assert kinds(standing_out([stub(TAG, 0.06)])) == [TAG]


def test_a_small_effect_or_an_interval_with_zero_does_not_stand_out() -> None:
    assert standing_out([stub(TAG, 1e-9, effect=0.14)]).found == ()
    assert standing_out([stub(TAG, 1e-9, low=-0.01)]).found == ()
    assert len(standing_out([stub(TAG, 1e-9, effect=-0.16, low=-0.3, high=-0.1)]).found) == 1


def test_more_is_said_only_where_more_stands_out() -> None:
    six = [stub(TAG, number / 10**4) for number in range(1, 7)]
    assert standing_out(six).more
    assert not standing_out(six[:5]).more
    doubtful = stub(TAG, 1e-3, low=-0.1)
    assert not standing_out([*six[:5], doubtful]).more
    three = [stub(FEELING, number / 10**4) for number in range(1, 4)]
    assert standing_out(three).more_feelings
    assert not standing_out([*three[:2], *six]).more_feelings


MOODS = st.sampled_from([1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5])


@settings(max_examples=60)
@given(st.lists(st.tuples(MOODS, st.integers(0, 6), st.booleans()), min_size=30, max_size=90), st.sampled_from(Lag))
def test_groups_hold_every_day_once_and_never_part_equal_readings(
    days: list[tuple[float, int, bool]], lag: Lag
) -> None:
    dates = [FRIDAY - timedelta(days=number) for number in range(len(days))]
    outcome = {day: mood for day, (mood, _, _) in zip(dates, days, strict=True)}
    readings = {day: float(reading) for day, (_, reading, _) in zip(dates, days, strict=True)}
    present = {day for day, (_, _, had) in zip(dates, days, strict=True) if had}
    number = Factor(FactorKind.TRACKER, "x", sorted(readings), readings=readings)
    word = Factor(FactorKind.TAG, "x", sorted(dates), present)
    for each in (compare(number, outcome, lag), compare(word, outcome, lag)):
        if each is None:
            continue
        groups = each.groups()
        assert 2 <= len(groups) <= 3
        assert sorted(day for group in groups for day in group) == sorted(each.outcome)
        assert all(group for group in groups)
        if each.factor.is_number:
            values = [[each.readings[day] for day in group] for group in groups]
            assert all(max(below) < min(above) for below, above in pairwise(values))
        else:
            assert set(groups[0]) == {day for day in each.outcome if day - lag.value * ONE_DAY in present}


@pytest.mark.parametrize("make", [season, walks, lambda: walks(lift=-1), lambda: walks(after=1)])
def test_what_is_said_goes_the_way_the_effect_goes(make: Callable[[], Scene]) -> None:
    found = look(make())
    assert found.found
    for each in (*found.found, *found.feelings):
        first, last = each.shares[0], each.shares[-1]
        rises = first.days / first.of < last.days / last.of
        assert rises == (each.is_with_better_days == each.factor.is_number)
        assert each.comparison.interval.leaves_out_zero
        assert sum(share.of for share in each.shares) == each.comparison.association.days


def test_a_day_between_two_levels_is_counted_on_one_of_them() -> None:
    scene = walks()
    for day in days_up_to_yesterday():
        scene.note(f"{day} 21:00", 4)
    (finding, *_) = named(look(scene), "walk")
    low, high = finding.levels
    moods = [mood for day, mood in finding.comparison.outcome.items() if day in finding.comparison.present]
    assert any(mood % 1 for mood in moods)
    assert finding.shares[0].days == sum(low <= level_of(mood) <= high for mood in moods)


def test_looking_changes_nothing() -> None:
    with season().journal as journal:
        before = journal.counts()
        insights(journal, YEAR, FRIDAY)
        assert journal.counts() == before
    with Journal.open(to_write=False) as journal:
        assert insights(journal, YEAR, FRIDAY).found


def test_the_surest_come_first_and_feelings_last() -> None:
    compared = [stub(kind, p) for kind, p in ((FEELING, 1e-9), (TAG, 1e-4), (FEELING, 1e-8), (TAG, 1e-5))]
    found = standing_out(compared)
    assert [each.association.p for each in (*found.found, *found.feelings)] == [1e-5, 1e-4, 1e-9, 1e-8]
