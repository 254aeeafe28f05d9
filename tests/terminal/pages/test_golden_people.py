"""Golden files of the pages about people and the plan, also with names in many scripts and hostile texts."""

from collections.abc import Callable
from datetime import date, time

import pytest

from carelog.domain.mood import MoodWords
from carelog.domain.people.activity import Activity, ActivityKind
from carelog.domain.people.contact import GoodFor, Role, Way, WayKind
from carelog.domain.people.plan import PlanReview, Section
from carelog.journal import Journal
from carelog.review.pages.today import today
from carelog.review.people.contacts import Reachable, reachable
from carelog.review.people.plan import plan
from carelog.review.people.reach import reach
from carelog.settings import Settings
from carelog.terminal.page import Page
from carelog.terminal.pages.contacts import contact_table, contacts_table
from carelog.terminal.pages.plan import PlanPage
from carelog.terminal.pages.reach import ReachPage
from carelog.terminal.pages.today import TodayPage
from support.scenes import EVENING, FRIDAY, HOSTILE, Scene

Golden = Callable[[str, Page], None]
NAMES = ("Samira", "Ömer", "שרה", "مريم", "अनिता", "美咲", "👩🏽‍🦱 Ana", "[red]x[/red]")

pytestmark = pytest.mark.usefixtures("home")


def empty() -> Journal:
    """Nobody yet, and no plan."""
    return Scene().journal


def circle() -> Journal:
    """Two people, a group, a plan that was reviewed, and an activity for tonight."""
    journal = Scene().journal
    sam = journal.contacts.add(
        "Sam",
        ways=[Way(WayKind.PHONE, "+44 7700 900142", "mobile")],
        good_for=[GoodFor.LISTENING],
        hours="after 17:00",
        say="It is a bad evening. Can you stay on the phone?",
    )
    journal.contacts.add("Ada", ways=[Way(WayKind.TEXT, "+44 7700 900371")], hours="Mon-Fri 09:00-12:00")
    journal.contacts.add("Walking group", role=Role.GROUP, meets="Fri 19:30 every week", ways=[])
    journal.plan.add(Section.SIGNS, "I stop answering messages")
    journal.plan.add(Section.ALONE, "make tea, sit by the window, and stay there until the kettle is cold again")
    journal.plan.add(Section.PEOPLE, "call after work", sam.id)
    journal.plan.add(Section.REASONS, "the garden in May")
    journal.plan_reviews.insert(PlanReview(journal.plan_reviews.new_id(), date(2026, 11, 3)))
    visit = Activity(
        journal.activities.new_id(),
        "sort the seeds",
        ActivityKind.FUN,
        planned_day=FRIDAY,
        planned_at=time(20),
        contact_id=sam.id,
    )
    journal.activities.insert(visit)
    return journal


def nobody_now() -> Journal:
    """In the evening nobody can be reached before Monday; the plan was never reviewed."""
    journal = Scene().journal
    journal.settings = Settings(country=("GB",))
    journal.contacts.add("Ada", ways=[Way(WayKind.PHONE, "+44 7700 900371")], hours="Mon-Fri 09:00-12:00", say="Hi Ada")
    journal.plan.add(Section.ALONE, "a step")
    return journal


def hostile() -> Journal:
    """Names in many scripts, and steps with hostile texts."""
    journal = Scene().journal
    people = [journal.contacts.add(name, ways=[Way(WayKind.PHONE, "116 123", name)], say=name) for name in NAMES]
    drawn_alike = (words for words in HOSTILE if "family" not in words)  # versions of Rich differ in such emoji's width
    for number, words in enumerate(drawn_alike):
        journal.plan.add(list(Section)[number % 8], words, people[number % len(people)].id)
    return journal


CIRCLES = {each.__name__: each for each in (empty, circle, nobody_now, hostile)}


@pytest.mark.parametrize("name", CIRCLES)
def test_the_plan_looks_as_it_is_kept(name: str, golden: Golden) -> None:
    with CIRCLES[name]() as journal:
        golden(f"plan-{name}", PlanPage(plan(journal, FRIDAY)))


@pytest.mark.parametrize("name", CIRCLES)
def test_whom_to_turn_to_looks_as_it_is_kept(name: str, golden: Golden) -> None:
    with CIRCLES[name]() as journal:
        golden(f"reach-{name}", ReachPage(reach(journal, EVENING)))


def standing(journal: Journal) -> list[Reachable]:
    """Everybody, and whether they can be reached this evening."""
    return [reachable(journal, each, EVENING) for each in journal.contacts]


@pytest.mark.parametrize("name", CIRCLES)
def test_people_look_as_they_are_kept(name: str, golden: Golden) -> None:
    with CIRCLES[name]() as journal:
        golden(f"contacts-{name}", contacts_table(standing(journal)))


@pytest.mark.parametrize("name", ["circle", "hostile"])
def test_one_contact_looks_as_they_are_kept(name: str, golden: Golden) -> None:
    with CIRCLES[name]() as journal:
        golden(f"contacts_one-{name}", contact_table(standing(journal)[0]))


def test_today_with_people_looks_as_it_is_kept(golden: Golden) -> None:
    with circle() as journal:
        golden("today_people-circle", TodayPage(today(journal, FRIDAY, EVENING), MoodWords()))
