"""A demo shows everything that a page can show, and nothing that could hurt or reach anybody."""

import re
import tomllib
import unicodedata
from itertools import pairwise
from statistics import correlation, mean

from carelog.domain.people.contact import WayKind
from carelog.domain.routines.cadence import CadenceKind
from carelog.domain.routines.pause import quiet_stretches
from carelog.domain.routines.tick import TickState
from carelog.domain.time.days import ONE_DAY, Period
from carelog.journal import Journal
from carelog.review.pages.today import today
from support.source import SOURCE

FREE_FOR_DRAMA = re.compile(r"020 7946 0\d{3}|0117 496 0\d{3}|07700 900\d{3}")


def test_it_ends_today_and_knows_nothing_of_later(journal: Journal) -> None:
    now = journal.clock.now()
    year = Period.ending(journal.today, 365)
    assert all(entry.at <= now and entry.day in year for entry in journal.entries)
    assert all(tick.at <= now and tick.day in year for tick in journal.ticks)
    assert journal.entries.last_day() == journal.today


def test_the_last_two_weeks_have_an_entry_each_day(journal: Journal) -> None:
    assert len(journal.entries.days(Period.ending(journal.today, 14))) == 14


def test_days_carry_over_into_the_next_and_follow_the_week(journal: Journal) -> None:
    moods: dict[object, list[int]] = {}
    for entry in journal.entries:
        if entry.mood is not None:
            moods.setdefault(entry.day, []).append(entry.mood)
    days = sorted((day, mean(scores)) for day, scores in moods.items())
    following = [(one, two) for (before, one), (after, two) in pairwise(days) if after - before == ONE_DAY]
    assert correlation(*zip(*following, strict=True)) > 0.4
    weekdays = [[mood for day, mood in days if day.weekday() == number] for number in range(7)]
    assert mean(weekdays[5]) > mean(weekdays[0]) + 0.3
    assert {entry.mood for entry in journal.entries} == {None, 1, 2, 3, 4, 5}


def test_feelings_are_words_that_carelog_suggests(journal: Journal) -> None:
    known = tomllib.loads((SOURCE / "data" / "emotions.toml").read_text("utf-8"))["emotion"]
    used = {word for entry in journal.entries for word in entry.feelings}
    assert len(used) > 30
    assert used <= {each["word"] for each in known}


def test_notes_are_short_varied_calm_and_in_several_scripts(journal: Journal) -> None:
    notes = [entry.note for entry in journal.entries if entry.note]
    assert len(set(notes)) > 100
    assert max(map(len, notes)) < 120
    assert not [note for note in notes if "!" in note]
    letters = {letter for note in notes for letter in note if letter.isalpha()}
    scripts = {unicodedata.name(letter).partition(" ")[0] for letter in letters}
    assert "LATIN" in scripts
    assert len(scripts) >= 6


def test_some_notes_are_private_and_none_of_these_says_so_by_its_tags(journal: Journal) -> None:
    private = [entry for entry in journal.entries if entry.private]
    assert 3 <= len(private) < len(journal.entries) / 20
    assert all(entry.note for entry in private)


def test_trackers_have_readings_on_most_days(journal: Journal) -> None:
    units = {tracker.name: tracker.unit for tracker in journal.trackers}
    assert units == {"irritability": "", "sleep": "h"}
    nights = {entry.day for entry in journal.entries if "sleep" in entry.readings}
    assert len(nights) > 250


def test_routines_have_every_cadence_and_are_done_small_skipped_and_missed(journal: Journal) -> None:
    kinds = {routine.cadence.kind for routine in journal.routines}
    assert kinds == {CadenceKind.PER_DAY, CadenceKind.PER_WEEK, CadenceKind.INTERVAL, CadenceKind.AS_NEEDED}
    walk = journal.routines.named("Walk")
    states = [tick.state for tick in journal.ticks.of(walk)]
    assert set(states) == set(TickState)
    assert 200 < len(states) < 340
    assert all(tick.note for tick in journal.ticks.of(walk) if tick.state is TickState.SKIPPED)
    assert [routine for routine in journal.routines if routine.archived]


def test_medicine_changed_its_dose_and_its_stock_runs_low(journal: Journal) -> None:
    medicine = journal.routines.named("Medicine")
    assert len({dose.text for dose in medicine.doses}) == 2
    assert [stock.routine for stock in today(journal, journal.today, journal.clock.now()).low_stock] == [medicine]


def test_there_is_a_pause_of_two_weeks_and_a_longer_silence(journal: Journal) -> None:
    (pause,) = journal.pauses
    assert pause.last is not None
    assert (pause.last - pause.first).days == 13
    year = Period.ending(journal.today, 365)
    assert not {tick.routine_id for tick in journal.ticks.within(Period(pause.first, pause.last))} - {
        journal.routines.named("Medicine").id
    }
    used = journal.entries.days(year) | journal.ticks.days(year)
    assert len(quiet_stretches(used, journal.today)) == 1


def test_no_number_or_address_reaches_anybody(journal: Journal) -> None:
    ways = [way for contact in journal.contacts for way in contact.ways]
    numbers = [way.value for way in ways if way.kind in (WayKind.PHONE, WayKind.TEXT)]
    assert len(numbers) > 5
    assert all(FREE_FOR_DRAMA.fullmatch(number) for number in numbers)
    assert all("example.org" in way.value for way in ways if way.kind in (WayKind.EMAIL, WayKind.WEB))


def test_the_card_has_people_and_the_country(journal: Journal) -> None:
    card = journal.paths.card.read_text("utf-8")
    assert [contact.crisis_order for contact in journal.contacts.on_card()] == [1, 2, 3, 4]
    assert "Maya" in card
    assert "GB" in card
