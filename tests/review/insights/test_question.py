"""A question to insights: one thing, by its name, as one comparison."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.contact import Role
from carelog.domain.questionnaires.answer import Answered
from carelog.domain.routines.cadence import read_cadence
from carelog.domain.routines.routine import RoutineKind
from carelog.domain.time.days import ONE_DAY, Moment, Period
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.exchange.serializers.insights import finding_shape
from carelog.review.insights.comparisons import Lag, Strata
from carelog.review.insights.insights import Ground, Insights, insights
from carelog.review.insights.kinds import FactorKind
from carelog.review.insights.question import Asked, Question
from carelog.terminal.pages.insights import InsightsPage
from support.scenes import FRIDAY, Scene
from support.seasons import days_up_to_yesterday, noise, season, walks
from support.sentences import whole

YEAR = Period.ending(FRIDAY, 365)
KEPT_OUT = (
    "“PHQ-9” is left out: carelog does not compare it with your mood. "
    "What is left out: carelog settings get insights.never"
)


@pytest.fixture(autouse=True)
def _at_home(home: Path) -> None:
    assert not home.exists()


def look(scene: Scene, name: str, **options: Any) -> Insights:
    return insights(scene.journal, YEAR, FRIDAY, question=Question(name, **options))


def ask(scene: Scene, name: str, **options: Any) -> Asked:
    asked = look(scene, name, **options).asked
    assert asked
    return asked


def test_a_question_is_one_comparison_with_counts_and_range_also_where_nothing_stands_out() -> None:
    scene = noise()
    asked, found = ask(scene, "bus"), look(scene, "bus")
    assert (found.compared, found.found, found.feelings, found.too_few) == (1, (), (), 0)
    assert not asked.stands_out
    assert asked.finding
    assert asked.days_with + asked.days_without == 90
    assert [share.of for share in asked.finding.shares] == [asked.days_with, asked.days_without]
    assert asked.finding.comparison.interval.low < 0 < asked.finding.comparison.interval.high


@pytest.mark.parametrize(
    ("scale", "moods", "levels"),
    [(MoodScale.ONE_SIDED, (4, 2, 1), (4, 5)), (MoodScale.TWO_SIDED, (3, 4, 5), (3, 3))],
)
def test_where_nothing_stands_out_days_are_counted_on_the_usual_levels_whatever_their_shares(
    scale: MoodScale, moods: tuple[int, int, int], levels: tuple[int, int]
) -> None:
    scene = Scene()
    scene.journal.settings = replace(scene.journal.settings, mood=MoodWords(scale))
    with_it, without = ([*zip(moods, counts, strict=True)] for counts in ((30, 16, 15), (17, 17, 5)))
    days = [(mood, tags) for tags, side in ((["walk"], with_it), ([], without)) for mood, n in side for _ in range(n)]
    Random(1).shuffle(days)
    for day, (mood, tags) in zip(days_up_to_yesterday(100), days, strict=True):
        scene.note(f"{day} 20:00", mood, tags=tags)
    asked = ask(scene, "walk")
    assert asked.finding
    assert -0.05 < asked.finding.comparison.association.effect < 0
    assert (asked.stands_out, asked.finding.levels) == (False, levels)
    assert [(share.days, share.of) for share in asked.finding.shares] == [(30, 61), (17, 39)]
    page = InsightsPage(look(scene, "walk"), scene.journal.settings.mood)
    assert not any("It may be" in said for said in page.sentences())


def test_a_difference_without_an_exception_is_one_in_numbers_too() -> None:
    scene, chance = Scene(), Random(4)
    for day in days_up_to_yesterday():
        at_work = chance.random() < 0.5
        scene.note(f"{day} 20:00", 1 if at_work else 5, tags=["work"] if at_work else [])
    finding = ask(scene, "work").finding
    assert finding
    shape = finding_shape(finding)
    assert (shape["effect"], shape["low"], shape["high"], shape["interval_95"]) == (-1, -1, -1, {"low": -1, "high": -1})


def test_levels_that_nearly_all_days_are_on_are_passed_over_also_where_nothing_stands_out() -> None:
    scene, chance = Scene(), Random(2)
    for day in days_up_to_yesterday():
        scene.note(f"{day} 20:00", chance.randint(1, 3), tags=["walk"] if chance.random() < 0.6 else [])
    asked = ask(scene, "walk")
    assert asked.finding
    assert (asked.stands_out, asked.finding.levels) == (False, (3, 5))


def test_what_a_page_of_many_things_passes_over_may_stand_out_when_it_is_asked_for() -> None:
    scene, chance = Scene(), Random(2)
    scene.journal.trackers.add("sleep", unit="h")
    for day in days_up_to_yesterday(60):
        slept = chance.gauss(0, 1)
        mood = min(max(round(3 + 0.35 * slept + chance.gauss(0, 1)), 1), 5)
        tags = [f"tag {number}" for number in range(20) if chance.random() < 0.5]
        scene.note(f"{day} 20:00", mood, tags=tags, readings={"sleep": round(7 + slept, 1)})
    assert "sleep" not in {each.factor.name for each in insights(scene.journal, YEAR, FRIDAY).found}
    assert ask(scene, "sleep").stands_out


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("sleep", FactorKind.TRACKER),
        ("SLEEP", FactorKind.TRACKER),
        ("slee", FactorKind.TRACKER),
        ("Walk", FactorKind.ROUTINE),
        ("#friends", FactorKind.TAG),
        ("calm", FactorKind.FEELING),
    ],
)
def test_anything_is_asked_for_by_its_name(name: str, kind: FactorKind) -> None:
    assert ask(season(), name).factor.kind is kind


def test_a_person_is_answered_for_because_asking_is_asking_for_people() -> None:
    scene = walks(word="sam")
    scene.journal.contacts.add("Sam", role=Role.FRIEND)
    assert ask(scene, "sam").stands_out


def test_a_routine_with_somebody_is_asked_about_by_its_own_name_and_by_theirs() -> None:
    scene, chance = noise(), Random(1)
    sam = scene.journal.contacts.add("Sam", role=Role.FRIEND)
    routines = [scene.routine(name, started=date(2026, 8, 1), contact_id=sam.id) for name in ("Tea", "Talk")]
    for day in days_up_to_yesterday():
        for routine in routines:
            if chance.random() < 0.4:
                scene.tick(routine, f"{day} 17:00")
    tea, sam_too = ask(scene, "tea", kind=FactorKind.ROUTINE), ask(scene, "sam")
    assert (tea.factor.kind, sam_too.factor.kind) == (FactorKind.ROUTINE, FactorKind.PERSON)
    assert tea.days_with < sam_too.days_with


def test_a_questionnaire_is_compared_with_the_mood_of_its_days() -> None:
    scene, chance = Scene(), Random(4)
    for number, day in enumerate(days_up_to_yesterday(90)):
        mood = chance.randint(1, 5)
        scene.note(f"{day} 20:00", mood)
        if number % 6 == 0:
            answers = tuple(min(3, max(0, 4 - mood + chance.randint(-1, 0))) for _ in range(9))
            at = Moment.of_milliseconds((day - date(1970, 1, 1)).days * 86_400_000 + 20 * 3_600_000, 0)
            scene.journal.answered.insert(Answered(scene.journal.answered.new_id(), "phq9", at, day, answers))
    asked = ask(scene, "phq-9")
    for name in ("phq9", "PHQ9", "phq", "PHQ-9"):
        assert ask(scene, name).factor.name == "PHQ-9"
    scene.journal.settings = replace(scene.journal.settings, insights_never=("phq9",))
    with pytest.raises(InvalidValue, match=whole(KEPT_OUT)):
        ask(scene, "PHQ-9")
    scene.journal.settings = replace(scene.journal.settings, insights_never=())
    assert asked.factor.kind is FactorKind.QUESTIONNAIRE
    assert (asked.days_with, asked.stands_out) == (15, True)
    assert asked.finding
    assert not asked.finding.is_with_better_days
    assert not asked.is_about_doing
    assert FactorKind.QUESTIONNAIRE not in {each.factor.kind for each in insights(scene.journal, YEAR, FRIDAY).found}


def test_the_day_after_is_another_question() -> None:
    scene = walks(after=1)
    assert not ask(scene, "walk").stands_out
    after = ask(scene, "walk", lag=Lag.DAY_AFTER)
    assert after.stands_out
    assert after.finding
    assert after.finding.is_day_after


@pytest.mark.parametrize("lag", Lag)
@pytest.mark.parametrize("seed", range(3))
def test_the_days_of_an_answer_are_those_that_were_compared_and_have_a_mood_where_it_looks(lag: Lag, seed: int) -> None:
    scene, chance = Scene(), Random(seed)
    for day in days_up_to_yesterday(120):
        mood = chance.randint(1, 5) if chance.random() < 0.7 else None
        scene.note(f"{day} 20:00", mood, tags=["walk"] if chance.random() < 0.5 else ["bus"])
    asked = ask(scene, "walk", lag=lag)
    assert asked.finding
    assert [share.of for share in asked.finding.shares] == [asked.days_with, asked.days_without]


def test_where_no_mood_is_noted_the_day_after_a_question_about_it_has_no_days() -> None:
    scene = Scene()
    scene.journal.trackers.add("tea")
    for number, day in enumerate(list(days_up_to_yesterday(119))[::2]):
        scene.note(f"{day} 20:00", 3, tags=["walk"] if number % 2 == 0 else ["bus"], readings={"tea": number % 7})
    said = {name: look(scene, name, lag=Lag.DAY_AFTER) for name in ("walk", "tea")}
    assert [(each.asked.days_with, each.asked.different_moods) for each in said.values() if each.asked] == [(0, 0)] * 2
    pages = {name: InsightsPage(each, scene.journal.settings.mood).sentences() for name, each in said.items()}
    assert (
        "Too early to say. Days with “walk” and a mood the day after: 0; without it since it was first noted: 0. "
        "A comparison takes 10 of each and 30 in all."
    ) in pages["walk"]
    assert (
        "Too early to say: “tea” has a number on 0 days with a mood the day after. A comparison takes 30 such days, "
        "three different numbers, and a number on half of the days since the first."
    ) in pages["tea"]


def test_of_a_questionnaire_that_was_seldom_answered_its_own_rule_is_told() -> None:
    scene = noise()
    day = FRIDAY - ONE_DAY
    at = Moment.of_milliseconds((day - date(1970, 1, 1)).days * 86_400_000 + 20 * 3_600_000, 0)
    scene.journal.answered.insert(Answered(scene.journal.answered.new_id(), "phq9", at, day, (1,) * 9))
    assert (
        "Too early to say: “PHQ-9” was answered on 1 day with a mood. A comparison takes 10 such days, and three "
        "different totals."
    ) in InsightsPage(look(scene, "phq9"), scene.journal.settings.mood).sentences()


def test_too_few_days_are_told_with_how_many_there_are() -> None:
    scene = noise()
    for day in days_up_to_yesterday(9):
        scene.note(f"{day} 21:00", None, tags=["new"] if day.day % 2 else ["words"])
    asked = ask(scene, "new")
    assert (asked.finding, asked.stands_out) == (None, False)
    assert asked.days_with == sum(bool(day.day % 2) for day in days_up_to_yesterday(9))


def test_in_a_short_journal_nothing_is_compared_and_the_question_is_told_with_its_days() -> None:
    short = look(walks(12), "walk")
    assert (short.ground, short.asked and short.asked.finding, short.compared) == (Ground.TOO_FEW_DAYS, None, 0)


def test_of_names_that_begin_alike_one_is_typed_out() -> None:
    scene = season()
    scene.note(f"{FRIDAY - ONE_DAY} 21:00", None, tags=["quiet", "quilt"])
    with pytest.raises(AmbiguousName) as told:
        ask(scene, "qui")
    assert told.value.message == "2 names begin with “qui”. Type more of the one you mean."
    assert ask(scene, "quil").factor.name == "quilt"


def test_a_name_of_several_things_is_asked_about_and_of_nothing_is_refused() -> None:
    scene = season()
    scene.note(f"{FRIDAY - ONE_DAY} 21:00", None, tags=["walk"])
    with pytest.raises(AmbiguousName) as told:
        ask(scene, "walk")
    assert told.value.message == (
        "“walk” is the name of 2 things: tag, routine. Add which you mean, such as: --kind tag"
    )
    assert ask(scene, "walk", kind=FactorKind.ROUTINE).factor.kind is FactorKind.ROUTINE
    assert ask(scene, "#walk").factor.kind is FactorKind.TAG
    for name in ("quince", "", "#Walks", "tag"):
        with pytest.raises(NotFound):
            ask(scene, name, kind=FactorKind.PERSON)


def test_medicine_and_a_night_with_the_day_after_are_not_compared() -> None:
    scene = season()
    scene.routine("Tablets", kind=RoutineKind.MEDICINE, started=date(2026, 8, 1))
    scene.routine("Drops", "as-needed", started=date(2026, 8, 1))
    not_compared = (
        "Medicine, and what is done as needed, is not compared with moods: what it does shows over weeks, and people "
        "take some of it because a day is hard. It is for you and whoever prescribes it to judge."
    )
    for name in ("tablets", "Drops"):
        with pytest.raises(InvalidValue, match=whole(not_compared)):
            ask(scene, name)
    drops = next(each for each in scene.journal.routines if each.name == "Drops")
    scene.journal.routines.edit(drops.with_terms(FRIDAY, {"cadence": read_cadence("daily")}))
    earlier = Question("drops")
    with pytest.raises(InvalidValue, match=whole(not_compared)):
        insights(scene.journal, Period.ending(FRIDAY - ONE_DAY, 60), FRIDAY, question=earlier)
    night = "“sleep” is about the night, which is noted on the day of waking: it is compared with that day only."
    with pytest.raises(InvalidValue, match=whole(night)):
        ask(scene, "sleep", lag=Lag.DAY_AFTER)


def weeks(shares: tuple[float, float], *, lift: float = 2, effect: int = 0, days: int = 90) -> Scene:
    """Days in which weekends are better, and a tag that is on so many of the weekdays and of the weekends."""
    scene, chance = Scene(), Random(5)
    for day in days_up_to_yesterday(days):
        weekend = day.weekday() > 4
        tagged = chance.random() < shares[weekend]
        mood = round(1 + lift * weekend + effect * tagged + chance.random() * 2)
        scene.note(f"{day} 20:00", min(mood, 5), tags=["work"] if tagged else ["other"])
    return scene


@pytest.mark.parametrize("shares", [(1.0, 0.0), (0.9, 0.1), (0.7, 0.3)])
@pytest.mark.parametrize("days", [60, 90, 180])
def test_better_weekends_are_not_laid_to_what_is_done_on_weekdays(shares: tuple[float, float], days: int) -> None:
    scene = weeks(shares, days=days)
    assert "work" not in {each.factor.name for each in insights(scene.journal, YEAR, FRIDAY).found}
    assert not ask(scene, "work").stands_out


def test_what_is_on_weekdays_alone_is_told_when_asked_and_counted_when_not() -> None:
    scene = weeks((1.0, 0.0))
    asked = ask(scene, "work")
    assert asked.finding
    assert asked.finding.comparison.strata is Strata.INSEPARABLE
    assert asked.finding.comparison.interval.leaves_out_zero
    found = insights(scene.journal, YEAR, FRIDAY)
    assert (found.compared, found.weekday_only, found.too_few) == (0, 2, 0)


def test_what_differs_within_days_of_the_week_is_found_though_weekends_hide_it() -> None:
    asked = ask(weeks((0.8, 0.2), effect=2), "work")
    assert asked.finding
    assert asked.finding.comparison.strata is Strata.WEEKDAY
    assert asked.stands_out
    assert asked.finding.is_with_better_days


@pytest.mark.parametrize("make", [season, walks, lambda: weeks((0.8, 0.2), effect=2)])
def test_an_answer_is_that_of_the_page_where_the_page_finds_it(make: Callable[[], Scene]) -> None:
    scene = make()
    found = insights(scene.journal, YEAR, FRIDAY)
    assert found.found
    for finding in (*found.found, *found.feelings):
        asked = ask(scene, finding.factor.name, kind=finding.factor.kind, lag=finding.comparison.lag)
        assert asked.stands_out
        assert asked.finding == finding


def test_a_kind_of_activity_is_found_by_the_word_that_commands_have_for_it() -> None:
    scene = noise()
    journal, day = scene.journal, FRIDAY - ONE_DAY
    done = Activity("", "a film", ActivityKind.FUN, ActivityState.DONE, at=Moment.of_milliseconds(0, 60), day=day)
    journal.activities.insert(replace(done, id=journal.activities.new_id()))
    assert ask(scene, "fun").factor == ask(scene, "something for fun").factor
    journal.settings = replace(journal.settings, insights_never=("fun",))
    with pytest.raises(InvalidValue, match=whole(KEPT_OUT.replace("PHQ-9", "something for fun"))):
        ask(scene, "something for fun")
