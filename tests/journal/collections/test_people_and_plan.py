"""People, plan and signs as the journal keeps them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.plan import PlanReview, Section
from carelog.domain.sign import Sign
from carelog.domain.time.days import Period
from carelog.errors import InvalidValue, NotFound
from carelog.journal import Journal
from support.journals import DAY, Read
from support.sentences import whole


def add_steps(journal: Journal, *texts: str) -> list[str]:
    return [journal.plan.add(Section.ALONE, text).id for text in texts]


def texts(journal: Journal) -> list[str]:
    return [step.text for step in journal.plan.of(Section.ALONE)]


def test_steps_stand_in_the_order_they_were_added_until_they_are_arranged(journal: Journal) -> None:
    add_steps(journal, "tea", "music", "a walk")
    tea, music, walk = journal.plan.of(Section.ALONE)
    journal.plan.arrange([walk, tea, music])
    assert texts(journal) == ["a walk", "tea", "music"]
    journal.undo()
    assert texts(journal) == ["tea", "music", "a walk"]


def test_a_step_is_added_last_also_after_one_was_removed(journal: Journal) -> None:
    first, *_ = add_steps(journal, "tea", "music")
    journal.plan.remove(first)
    journal.plan.add(Section.ALONE, "a walk")
    assert texts(journal) == ["music", "a walk"]


def test_the_plan_is_read_section_by_section(journal: Journal) -> None:
    journal.plan.add(Section.OTHERS, "sit with me")
    journal.plan.add(Section.SIGNS, "I stop answering")
    assert list(journal.plan.by_section()) == [Section.SIGNS, Section.OTHERS]


def test_there_is_one_sentence_for_the_card(journal: Journal) -> None:
    journal.plan.add(Section.SENTENCE, "This has been here before.")
    journal.plan.add(Section.SENTENCE, "First a glass of water.")
    assert [step.text for step in journal.plan.of(Section.SENTENCE)] == ["First a glass of water."]


def test_the_latest_review_counts(journal: Journal) -> None:
    assert journal.plan_reviews.newest() is None
    for day in (DAY, DAY - timedelta(days=90)):
        journal.plan_reviews.insert(PlanReview(journal.plan_reviews.new_id(), day))
    newest = journal.plan_reviews.newest()
    assert newest is not None
    assert newest.day == DAY


@pytest.mark.parametrize("name", ["Samaritans", "SAMARITANS"])
def test_a_helpline_has_one_mark_that_says_what_was_said_last(journal: Journal, name: str) -> None:
    journal.helpline_marks.add("GB", "Samaritans", hidden=True)
    journal.helpline_marks.add("GB", name, checked_on=DAY)
    assert [(each.hidden, each.checked_on) for each in journal.helpline_marks] == [(True, DAY)]
    journal.helpline_marks.add("GB", name, hidden=False)
    assert [(each.hidden, each.checked_on) for each in journal.helpline_marks] == [(False, DAY)]


def test_that_a_sign_was_shown_leaves_undo_to_the_person(journal: Journal) -> None:
    sign = journal.signs.insert(Sign(journal.signs.new_id(), "going quiet", "no entry for 4 days", "tea"))
    journal.entries.add(mood=2)
    journal.signs.mark_spoken([sign], DAY)
    assert journal.signs.named("going").spoken == DAY
    journal.undo()
    assert len(journal.entries) == 0
    assert journal.signs.named("going").spoken == DAY


def test_activities_are_found_by_the_day_they_were_done_or_are_planned_for(journal: Journal) -> None:
    visit = journal.activities.insert(
        Activity(journal.activities.new_id(), "visit", ActivityKind.CONNECTION, planned_day=DAY + timedelta(days=3))
    )
    form = journal.activities.insert(Activity(journal.activities.new_id(), "the form", ActivityKind.PRACTICAL))
    assert [each.text for each in journal.activities.planned()] == ["visit", "the form"]
    done = replace(form, state=ActivityState.PARTLY, at=journal.clock.now(), day=DAY)
    journal.activities.edit(done)
    assert journal.activities.within(Period(DAY, DAY)) == [done]
    assert journal.activities.within(Period(DAY, DAY + timedelta(days=3))) == [done, visit]
    assert journal.activities.planned() == [visit]


def test_what_is_gone_cannot_be_replaced(journal: Journal) -> None:
    step = journal.plan.add(Section.SAFER, "ask Sam to keep it")
    journal.plan.remove(step.id)
    with pytest.raises(NotFound):
        journal.plan.edit(replace(step, text="another"))


@pytest.mark.parametrize(
    "change",
    [
        lambda journal: journal.plan.add(Section.ALONE, "tea"),
        lambda journal: journal.helpline_marks.add("GB", "Samaritans", hidden=True),
    ],
)
def test_what_the_card_shows_raises_its_revision(journal: Journal, change: object, rows: Read) -> None:
    before = rows("SELECT card_revision FROM state")[0]["card_revision"]
    assert callable(change)
    change(journal)
    assert rows("SELECT card_revision FROM state")[0]["card_revision"] == before + 1


def test_a_step_too_long_for_a_bad_day_is_refused(journal: Journal) -> None:
    with pytest.raises(InvalidValue, match=whole("A step can have up to 300 characters; this has 301.")):
        journal.plan.add(Section.ALONE, "x" * 301)
    assert len(journal.plan) == 0


def _taken(cover: str) -> str:
    return f"“{cover}” is what something else is called already. Choose other words, to tell them apart."


def test_a_cover_stays_its_own_while_somebody_is_away(journal: Journal) -> None:
    anna = journal.contacts.add("Anna", cover="bakery", called="Annie")
    otto = journal.contacts.add("Otto")
    journal.people_away.put_away(anna, DAY, ())
    for taken in ("Bakery", "annie"):
        with pytest.raises(InvalidValue, match=whole(_taken(taken))):
            journal.contacts.edit(replace(otto, cover=taken))
    away = "“bakery” was put away. To have the name back: carelog contact back bakery"
    with pytest.raises(NotFound, match=whole(away)):
        journal.contacts.named("bakery")
    journal.people_away.bring_back(anna)
    assert journal.contacts.named("bakery") == anna


def test_who_has_a_cover_that_came_twice_from_two_computers_can_still_be_edited(journal: Journal) -> None:
    anna = journal.contacts.add("Anna", cover="bakery")
    otto = replace(journal.contacts.add("Otto"), cover="Bakery")
    journal.contacts.add_imported([otto])
    for each in (anna, otto):
        assert journal.contacts.edit(replace(each, note="calls back")).note == "calls back"
    with pytest.raises(InvalidValue, match=whole(_taken("anna"))):
        journal.contacts.edit(replace(otto, cover="anna"))
