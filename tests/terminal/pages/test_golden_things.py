"""What the pages of activities and of scales look like, with everything that was noted and with nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from carelog.domain.entry import Entry
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.time.days import Moment
from carelog.domain.tracker import About, Better, Tracker
from carelog.terminal.page import Page
from carelog.terminal.pages.activities import activities_table, activity_table
from carelog.terminal.pages.trackers import tracker_page, trackers_table
from carelog.wording.mood import NO_TRACKERS
from carelog.wording.people.activities import NO_ACTIVITIES

Golden = Callable[[str, Page], None]


def moment(when: str) -> Moment:
    """The moment of a time with an offset."""
    at = datetime.fromisoformat(when)
    return Moment.of_milliseconds(round(at.timestamp() * 1000), 60)


FRIDAY = date(2026, 11, 27)
PLANNED = Activity(
    "0" * 26 + "a1b2c3", "visit the library", ActivityKind.PURPOSE, planned_day=FRIDAY, planned_at=time(15), expected=3
)
DONE = replace(
    PLANNED,
    id="0" * 26 + "d4e5f6",
    text="[bold]tea[/bold] with somebody whose name takes a whole line of its own on a narrow screen",
    kind=ActivityKind.CONNECTION,
    contact_id="sam",
    state=ActivityState.PARTLY,
    at=moment("2026-11-22T16:00:00+01:00"),
    day=date(2026, 11, 22),
    pleasure=7,
    mastery=4,
    closeness=9,
    note="We sat by the window.\nIt rained.",
)
PEOPLE = {"sam": "Sam Rivera"}

SLEEP = Tracker("0" * 26 + "abc123", "sleep", "h", 0, 24, Better.HIGHER, about=About.NIGHT)
STEPS = Tracker("0" * 26 + "abc124", "steps on a day on which there was time for them", better=Better.NEITHER)
AWAY = Tracker("0" * 26 + "abc125", "weight", "kg", 30, archived=date(2026, 10, 1), cover="numbers")


def reading(when: str, number: float) -> Entry:
    at = moment(when)
    return Entry("0" * 32, at, at.local.date(), None, readings={SLEEP.name: number})


def test_activities(golden: Golden) -> None:
    golden("activities-kept", activities_table([DONE, PLANNED], PEOPLE, NO_ACTIVITIES))
    golden("activities-empty", activities_table([], {}, NO_ACTIVITIES))


def test_one_activity(golden: Golden) -> None:
    golden("activities_one-planned", activity_table(PLANNED, PEOPLE))
    golden("activities_one-done", activity_table(DONE, PEOPLE))


def test_scales(golden: Golden) -> None:
    golden("trackers-kept", trackers_table([SLEEP, STEPS, AWAY], NO_TRACKERS, handles=False))
    golden("trackers-empty", trackers_table([], NO_TRACKERS, handles=False))


def test_one_scale(golden: Golden) -> None:
    noted = [reading("2026-11-21T08:00:00+01:00", 7.5), reading("2026-11-22T09:10:00+01:00", 12)]
    golden("trackers_one-readings", tracker_page(SLEEP, noted, has_more=False))
    golden("trackers_one-more-readings", tracker_page(SLEEP, noted, has_more=True))
    golden("trackers_one-away", tracker_page(AWAY, [], has_more=False))
