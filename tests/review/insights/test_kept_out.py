"""What a person keeps out of insights is compared on no page, and no page says that it was."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from carelog.clock import fixed_clock
from carelog.domain.audience import Section
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.time.days import Period
from carelog.errors import InvalidValue
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.insights.insights import Insights, insights
from carelog.review.insights.names import alike
from carelog.review.insights.question import Question
from carelog.review.packet.packet import packet
from carelog.review.packet.together import TogetherPart, together_part
from support.scenes import FRIDAY, Scene, closed_in_time
from support.seasons import season, walks
from support.sentences import whole

YEAR = Period.ending(FRIDAY, 365)
NOT_WHAT_HELPS = (
    "This says what went together, not what helps. Relief on the same day is not the same as feeling better."
)


@pytest.fixture(autouse=True)
def _at_home(home: Path) -> None:
    assert not home.exists()


def keep_out(scene: Scene, *names: str) -> None:
    scene.journal.settings = replace(scene.journal.settings, insights_never=names)


def refusal_of(name: str) -> str:
    return (
        f"“{name}” is left out: carelog does not compare it with your mood. "
        "What is left out: carelog settings get insights.never"
    )


def look(scene: Scene, **options: Any) -> Insights:
    return insights(scene.journal, YEAR, FRIDAY, **options)


def masked_journal(scene: Scene) -> Journal:
    """The same journal as it is read where others can see the screen, in which each thing has a cover."""
    for table in ("trackers", "routines", "contacts"):
        scene.journal._store.connection.execute(f"UPDATE {table} SET cover = 'cover of ' || substr(id, -6)")
    journal = closed_in_time(Journal.open(settings=scene.journal.settings, to_write=False))
    journal.mask()
    return journal


def on_page(scene: Scene) -> TogetherPart:
    return together_part(scene.journal.as_shared(), YEAR, frozenset(Section))


@pytest.mark.parametrize("typed", ["hurt-myself", "Hurt Myself", "#hurt_myself", "HURT  myself"])
@pytest.mark.parametrize("word", ["hurt-myself", "hurt myself"])
def test_a_word_is_kept_out_however_it_is_spelled(word: str, typed: str) -> None:
    scene = walks(word=word)
    assert word in {each.factor.name for each in look(scene).found}
    before = look(scene)
    keep_out(scene, typed)
    after = look(scene)
    assert word not in {each.factor.name for each in after.found}
    assert (after.compared, after.too_few) == (before.compared - 2, before.too_few)
    with pytest.raises(InvalidValue, match=whole(refusal_of(word))):
        look(scene, question=Question(word))


@pytest.mark.parametrize("name", ["sleep", "Walk", "calm", "friends"])
def test_scales_routines_feelings_and_tags_are_kept_out_of_every_page(name: str) -> None:
    scene = season()
    keep_out(scene, name)
    found = look(scene)
    assert alike(name) not in {alike(each.factor.name) for each in (*found.found, *found.feelings)}
    assert f"“{name}”" not in " ".join((*on_page(scene).sentences, *on_page(scene).on_a_page))


@pytest.mark.parametrize("name", ["sleep", "Walk", "calm", "friends"])
def test_what_is_kept_out_stays_out_where_names_are_masked(name: str) -> None:
    scene = season()
    keep_out(scene, name)
    plain = look(scene)
    journal = masked_journal(scene)
    masked = insights(journal, YEAR, FRIDAY)
    assert masked.compared + masked.compared_feelings == plain.compared + plain.compared_feelings
    assert len(masked.found) == len(plain.found)
    with pytest.raises(InvalidValue, match=whole(refusal_of(name))):
        insights(journal, YEAR, FRIDAY, question=Question(name))


def test_a_page_sets_nothing_that_is_kept_out_beside_a_mood_or_a_rating(home: Path) -> None:
    with Journal.open(Paths.inside(home), fixed_clock("2026-11-20T21:30:00+01:00")) as journal:
        journal.trackers.add("drinks")
        journal.entries.add(5, feelings=["wasted", "safe"], readings={"drinks": 8})
        for text in ("got drunk", "swam"):
            done = Activity("", text, ActivityKind.FUN, ActivityState.DONE, at=journal.clock.now(), day=FRIDAY)
            journal.activities.insert(replace(done, id=journal.activities.new_id(), pleasure=9))
        with_all = packet(journal, Period.ending(FRIDAY, 28))
        journal.settings = replace(journal.settings, insights_never=("Drinks", "wasted", "got-drunk"))
        page = packet(journal, Period.ending(FRIDAY, 28))
    assert with_all.rated_days
    assert page.rated_days
    (before,), (best,) = with_all.rated_days.highest, page.rated_days.highest
    assert (before.feelings, before.readings) == (("wasted", "safe"), ("drinks 8",))
    assert (best.feelings, best.readings) == (("safe",), ())
    assert {each.text for each in with_all.activities or ()} == {"got drunk", "swam"}
    assert [each.text for each in page.activities or ()] == ["swam"]
    assert {each.word for each in page.feelings or ()} == {"safe", "wasted"}
    assert [each.name for each in page.trackers or ()] == ["drinks"]


def test_a_question_is_answered_where_names_are_masked_by_the_name_and_by_its_cover() -> None:
    journal = masked_journal(season())
    asked = insights(journal, YEAR, FRIDAY, question=Question("sleep")).asked
    assert asked
    assert (asked.factor.name[:9], asked.stands_out) == ("cover of ", True)
    assert insights(journal, YEAR, FRIDAY, question=Question(asked.factor.name)).asked == asked
    friends = insights(journal, YEAR, FRIDAY, question=Question("friends")).asked
    assert friends
    assert friends.factor.name.startswith("tag ")


def test_what_has_no_cover_is_compared_only_where_it_is_asked_about() -> None:
    scene = season()
    journal = closed_in_time(Journal.open(settings=scene.journal.settings, to_write=False))
    journal.mask()
    assert not [each for each in insights(journal, YEAR, FRIDAY).found if "scale" in each.factor.name]
    asked = insights(journal, YEAR, FRIDAY, question=Question("sleep")).asked
    assert asked
    assert asked.factor.name == "scale 1"


def test_a_page_that_sets_doing_beside_the_same_day_ends_with_relief() -> None:
    scene = season()
    part = on_page(scene)
    assert part.caution == NOT_WHAT_HELPS
    assert part.feelings_on_a_page
    assert not [each for each in part.on_a_page if "the feeling" in each]
    assert len(part.sentences) == len(part.on_a_page) + len(part.feelings_on_a_page)
    nights = together_part(scene.journal.as_shared(), YEAR, frozenset({Section.TOGETHER, Section.TRACKERS}))
    assert nights.sentences
    assert nights.caution == ""
