"""A last look for the people on the card, for the day the card itself is gone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from carelog.errors import CarelogError
from carelog.journal.card import card_of
from carelog.journal.contacts import contact_of
from carelog.journal.rows import CONTACTS
from carelog.paths import system_paths
from carelog.settings import Settings
from carelog.settings_file import load_settings

if TYPE_CHECKING:
    from carelog.crisis.card import Card
    from carelog.domain.contact import Contact

PATIENCE = 0.2
"""Seconds to wait for another program; nobody waits for a card."""


def read_card() -> Card | None:
    """The card as the journal and the settings still know it, or None. Writes nothing, and says nothing of failures."""
    paths = system_paths()
    try:
        countries = load_settings(paths).country
    except CarelogError:
        countries = Settings().country
    people = _people(paths.journal.absolute().as_uri()) if paths.journal.is_file() else []
    return card_of(people, countries, 0) if people or countries else None


def _people(address: str) -> list[Contact]:
    statement = f"SELECT * FROM {CONTACTS.name} WHERE deleted_at IS NULL AND crisis_order IS NOT NULL"
    try:
        with closing(sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=PATIENCE)) as connection:
            connection.row_factory = sqlite3.Row
            return sorted(_readable(connection.execute(statement)), key=lambda person: person.crisis_order or 0)
    except sqlite3.Error:
        return []


def _readable(rows: sqlite3.Cursor) -> list[Contact]:
    people = []
    for row in rows:
        try:
            people.append(contact_of(dict(row)))
        except (ValueError, KeyError, TypeError):
            continue
    return people
