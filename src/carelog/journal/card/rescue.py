"""Rebuild the crisis card from the journal when its file is missing or damaged."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING, TypeVar

from carelog.domain.people.plan import Section
from carelog.errors import CarelogError
from carelog.journal.card.card import card_of
from carelog.journal.collections.contacts import contact_of
from carelog.journal.collections.helpline_marks import mark_of
from carelog.journal.collections.kind_words import kind_word_of
from carelog.journal.collections.plan import step_of
from carelog.journal.storage.connections import database_errors
from carelog.journal.storage.plain import connect_plain
from carelog.journal.storage.rows import CONTACTS, HELPLINE_MARKS, KIND_WORDS, PLAN_STEPS
from carelog.paths import system_paths
from carelog.settings import Settings
from carelog.settings_file import load_settings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from carelog.crisis.card import Card
    from carelog.domain.people.contact import Contact
    from carelog.domain.people.helpline_mark import HelplineMark
    from carelog.domain.people.kind_word import KindWord
    from carelog.domain.people.plan import PlanStep
    from carelog.journal.storage.rows import Row, Table

Thing = TypeVar("Thing")

PATIENCE = 0.1
"""Seconds to wait for another program, for each of four tables: a person in a crisis must not wait for the card."""


def read_card() -> Card | None:
    """The card built from the journal and the settings, as far as they can be read; None where nothing is left.

    Nothing is written, and no error is raised for a damaged journal or damaged settings.
    """
    paths = system_paths()
    try:
        settings = load_settings(paths)
    except CarelogError:
        settings = Settings()
    people, steps, words, marks = _read_journal(paths.journal) if paths.journal.is_file() else ([], [], [], [])
    if not (people or steps or settings.country):
        return None
    return card_of(0, settings, people, steps, words[-1] if words else None, marks)


def _read_journal(journal: Path) -> tuple[list[Contact], list[PlanStep], list[KindWord], list[HelplineMark]]:
    """The people of the card, plan steps, kind words and marks of helplines; what cannot be read is left out."""
    try:
        # always as a plain file: the card neither asks for a key nor looks for one
        with closing(connect_plain(journal, "ro", PATIENCE)) as connection:
            people = [each for each in _things(connection, CONTACTS, contact_of) if each.crisis_order is not None]
            steps = _things(connection, PLAN_STEPS, step_of)
            words = _things(connection, KIND_WORDS, kind_word_of)
            marks = _things(connection, HELPLINE_MARKS, mark_of)
    except database_errors():
        return [], [], [], []
    return (
        sorted(people, key=lambda person: person.crisis_order or 0),
        sorted(steps, key=_position),
        sorted(words, key=lambda word: (word.day, word.id)),
        marks,
    )


def _things(connection: sqlite3.Connection, table: Table, read: Callable[[Row], Thing]) -> list[Thing]:
    """The live things of a table that can be read; none where the table is missing, as in the first schema."""
    found = []
    with suppress(*database_errors()):
        for row in connection.execute(f"SELECT * FROM {table.name} WHERE deleted_at IS NULL"):
            with suppress(ValueError, KeyError, TypeError):
                found.append(read(dict(row)))
    return found


def _position(step: PlanStep) -> tuple[int, int, str]:
    return list(Section).index(step.section), step.position, step.id
