"""Without a card, its facts come from the journal and the settings, and nothing hangs."""

import os
from pathlib import Path

import pytest

from carelog.crisis.words import FROM_JOURNAL
from carelog.journal import Journal
from support.command import Command


@pytest.fixture
def someone(carelog: Command, home: Path) -> Path:
    """A home with a country and somebody on the card."""
    assert carelog("settings", "set", "country", "GB").exit_code == 0
    assert carelog("contact", "add", "Sam", "--phone", "020 7946 0018", "--crisis", "1").exit_code == 0
    return home


def test_without_the_card_people_and_country_come_from_the_journal_and_it_is_said_which_page_counts(
    carelog_process: Command, someone: Path
) -> None:
    (someone / "card.txt").unlink()
    shown = carelog_process("crisis").stdout
    first, heading, second = shown.partition(FROM_JOURNAL)
    assert "call 112 (Germany)" in first
    assert heading
    assert second.count("call 999 (United Kingdom)") == 2
    assert "020 7946 0018" in second
    assert not (someone / "card.txt").exists()


def test_without_the_card_the_plan_comes_from_the_journal_too(
    carelog: Command, carelog_process: Command, someone: Path
) -> None:
    assert carelog("plan", "add", "alone", "make tea").exit_code == 0
    (someone / "card.txt").unlink()
    assert "make tea" in carelog_process("crisis").stdout.partition(FROM_JOURNAL)[2]


def test_without_the_card_a_hidden_line_stays_hidden(carelog_process: Command, someone: Path) -> None:
    with Journal.open() as journal:
        journal.helpline_marks.add("GB", "Samaritans", hidden=True)
    (someone / "card.txt").unlink()
    assert "Samaritans" not in carelog_process("crisis").stdout.partition(FROM_JOURNAL)[2]


def test_a_journal_from_before_the_country_was_set_still_hands_over_its_people(
    carelog_process: Command, someone: Path
) -> None:
    (someone / "card.txt").unlink()
    (someone / "settings.toml").write_text("country = ")
    assert "020 7946 0018" in carelog_process("crisis").stdout


@pytest.mark.parametrize("name", ["journal.db", "card.txt"])
def test_a_pipe_in_the_place_of_a_file_keeps_nobody_waiting(carelog_process: Command, someone: Path, name: str) -> None:
    (someone / "card.txt").unlink()
    (someone / name).unlink(missing_ok=True)
    os.mkfifo(someone / name)
    shown = carelog_process("crisis")
    assert shown.exit_code == 0
    assert "In danger now: call 112 (Germany)" in shown.stdout
