"""The days that a page is about: those asked for, else since what is known to have been, and not too few."""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.clock import fixed_clock
from carelog.domain.audience import ALLY, THERAPIST
from carelog.domain.ids import new_id
from carelog.domain.people.appointment import Appointment
from carelog.domain.share import Share
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.people.shared_period import usual_period
from support.command import Command, Terminal

Say = Callable[..., Any]

TODAY = date(2026, 11, 22)
CLOCK = fixed_clock("2026-11-22T21:30:00+01:00")
FEW = "The page covers {} days. For more: carelog export --for {} --last {}d\n"


@pytest.fixture
def period(home: Path, now: Callable[[str], None], carelog: Command) -> Callable[..., str]:
    """The first and the last day of a page with these options; it leaves no record of itself."""
    now("2026-11-22T21:30:00+01:00")
    assert not home.exists()

    def found(*options: str) -> str:
        done = carelog("export", "--yes", "-o", "-", "--format", "json", *options)
        assert done.exit_code == 0, done.stderr
        if home.exists():
            forget_shares(home)
        return "{from} {to}".format(**done.json["period"])

    return found


def forget_shares(home: Path) -> None:
    with Journal.open(Paths.inside(home), CLOCK) as journal:
        for share in list(journal.shares):
            journal.shares.remove(share.id)


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        (["--last", "1y"], "2025-11-23 2026-11-22"),
        (["--last", "6 weeks"], "2026-10-12 2026-11-22"),
        (["--last", "2mo", "--to", "2026-10-31"], "2026-09-01 2026-10-31"),
        (["--last", "10d", "--to", "2027-01-01"], "2026-11-13 2026-11-22"),
        (["--last", "3d"], "2026-11-20 2026-11-22"),
    ],
)
def test_lengths_are_understood_as_everywhere(asked: list[str], days: str, period: Say) -> None:
    assert period(*asked) == days


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (["--last", "1y", "--from", "2026-01-01"], "Give --last or --from, not both."),
        (["--last", "soon"], "“soon”"),
        (["--from", "tomorrow"], "These days are in the future."),
    ],
)
def test_what_cannot_be_read_is_said(asked: list[str], sentence: str, carelog: Command) -> None:
    refused = carelog("export", "--yes", *asked)
    assert refused.exit_code == 2
    assert sentence in refused.stderr


def test_a_diary_is_about_the_last_days_too(home: Path, now: Callable[[str], None], carelog: Command) -> None:
    now("2026-11-22T21:30:00+01:00")
    for day in ("2026-11-22", "2026-11-02"):
        carelog("mood", "3", "--at", f"{day} 09:00")
    said = carelog("export", "--for", "self", "--by-day", "--last", "1w", "--yes", "--json", "-o", "d.zip")
    assert said.json["data"]["holds"] == {"days": 1, "entries": 1}
    assert home.exists()
    assert carelog("export", "--for", "self", "--format", "json", "--last", "1w", "--yes").exit_code == 2


def test_a_page_begins_where_something_was_noted_and_never_where_it_was_planned(period: Say, carelog: Command) -> None:
    carelog("appointment", "add", "2026-11-03", "--every", "1w")
    assert period() == "2026-11-03 2026-11-22"
    carelog("appointment", "note", "a walk")
    assert period() == "2026-11-17 2026-11-22"
    assert period("--for", "ally") == "2026-11-16 2026-11-22"


def test_a_topic_that_was_talked_about_says_that_the_appointment_was(
    period: Say, carelog: Command, now: Callable[[str], None]
) -> None:
    carelog("appointment", "add", "2026-11-03", "--every", "1w")
    carelog("bring", "the nights")
    now("2026-11-18T09:00:00+01:00")
    carelog("bring", "done", "--all")
    now("2026-11-22T21:30:00+01:00")
    assert period() == "2026-11-17 2026-11-22"


def test_a_repeat_of_long_ago_does_not_make_a_page_of_a_year(period: Say, carelog: Command) -> None:
    carelog("appointment", "add", "2026-01-06", "--every", "1w")
    assert period() == "2026-10-26 2026-11-22"


def test_an_appointment_that_was_typed_counts_however_long_ago(period: Say, carelog: Command) -> None:
    carelog("appointment", "add", "2026-05-20")
    assert period() == "2026-05-20 2026-11-22"


def test_the_later_of_a_page_and_an_appointment_counts(home: Path, period: Say, carelog: Command) -> None:
    carelog("appointment", "add", "2026-09-01")
    with Journal.open(Paths.inside(home), CLOCK) as journal:
        journal.shares.insert(a_share(journal, "therapist", date(2026, 11, 10)))
    assert period() == "2026-11-10 2026-11-22"


@settings(max_examples=50, deadline=None)
@given(first=st.integers(1, 400), every=st.sampled_from([7, 14, 28]), page=st.none() | st.integers(1, 60))
def test_nothing_but_a_typed_day_or_a_page_can_make_few_days(first: int, every: int, page: int | None) -> None:
    with tempfile.TemporaryDirectory() as folder, Journal.open(Paths.inside(Path(folder)), CLOCK) as journal:
        began = TODAY - timedelta(days=first)
        journal.appointments.insert(Appointment(new_id(0), began, every=every))
        made = None if page is None else TODAY - timedelta(days=page)
        if made:
            journal.shares.insert(a_share(journal, "therapist", made))
        found = usual_period(journal, THERAPIST, TODAY)
        assert found.last == TODAY
        assert found.first in {began, made, Period.ending(TODAY, 28).first}
        assert usual_period(journal, ALLY, TODAY) == Period.ending(TODAY, 7)


@pytest.mark.parametrize("audience", ["therapist", "self"])
def test_few_days_are_remarked_on_where_nobody_is_asked(
    audience: str, carelog: Command, now: Callable[[str], None]
) -> None:
    now("2026-11-22T21:30:00+01:00")
    carelog("appointment", "add", "2026-11-17")
    export = ("export", "--for", audience, "--yes", "-o", "-", "--format", "md")
    assert FEW.format(6, audience, 28) in carelog(*export).stderr
    assert FEW.format(6, audience, 28) not in carelog(*export, "--last", "6d").stderr


def test_a_longer_page_for_an_ally_has_the_days_that_such_a_page_has(
    home: Path, carelog: Command, now: Callable[[str], None]
) -> None:
    now("2026-11-22T21:30:00+01:00")
    with Journal.open(Paths.inside(home), CLOCK) as journal:
        journal.shares.insert(a_share(journal, "ally", date(2026, 11, 20)))
    assert FEW.format(3, "ally", 7) in carelog("export", "--for", "ally", "--yes", "-o", "-").stderr


@pytest.mark.parametrize(("typed", "days"), [("", "26 October to 22 November"), ("n", "17 to 22 November")])
def test_a_person_is_asked_whether_few_days_are_enough(
    typed: str, days: str, carelog: Command, now: Callable[[str], None], terminal: Callable[..., Terminal]
) -> None:
    now("2026-11-22T21:30:00+01:00")
    carelog("appointment", "add", "2026-11-17")
    seen = terminal("export", "--format", "md", "--plain", rows=200, columns=100)
    seen.expect("That is 6 days, from Tue 17 Nov. Make it 28 days, from Mon 26 Oct? [Y/n]")
    seen.type(typed)
    seen.expect(f"A page for a therapist, {days} 2026. This is all that goes on it:")
    seen.expect("q stops")
    seen.type("q")
    assert seen.finish()[0] == 0


def test_a_day_that_was_only_planned_is_called_so(carelog: Command, now: Callable[[str], None]) -> None:
    now("2026-11-22T21:30:00+01:00")
    carelog("appointment", "add", "2026-11-03", "--every", "1w")
    assert "Tue 17 Nov, planned" in carelog("appointment").stdout
    assert carelog("appointment", "--json").json["data"]["appointments"][0]["last_day_was_planned"] is True
    carelog("appointment", "note", "a walk")
    assert "Tue 17 Nov, planned" not in carelog("appointment").stdout
    assert carelog("appointment", "--json").json["data"]["appointments"][0]["last_day_was_planned"] is False


def a_share(journal: Journal, audience: str, last: date) -> Share:
    now = journal.clock.now()
    return Share(journal.shares.new_id(), now, TODAY, audience, "md", Period(last, last), (), "0" * 64)
