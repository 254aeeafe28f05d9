"""The crisis card as the journal has it, as far as a journal that may be damaged can be read.

Whatever is wrong costs itself only: a value, a row, a table. Each table has its share of the second that the card waits
(`readable_rows`), and what was read by then is shown.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from carelog.crisis.card import dump
from carelog.domain.people.contact import LAST_PLACE
from carelog.domain.people.plan import Section
from carelog.errors import JournalDamaged
from carelog.journal.card.card import card_of
from carelog.journal.card.readable_rows import Wanted, readable_rows
from carelog.journal.collections.contacts import contact_of
from carelog.journal.collections.helpline_marks import mark_of
from carelog.journal.collections.kind_words import kind_word_of
from carelog.journal.collections.plan import step_of
from carelog.journal.storage.connections import database_errors
from carelog.journal.storage.plain import AS_IT_LIES, connect_plain
from carelog.journal.storage.rows import CONTACTS, HELPLINE_MARKS, KIND_WORDS, PLAN_STEPS
from carelog.journal.storage.table import AWAY_WITH
from carelog.paths import side_files
from carelog.settings import Settings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from carelog.crisis.card import Card
    from carelog.domain.people.contact import Contact
    from carelog.domain.people.helpline_mark import HelplineMark
    from carelog.domain.people.kind_word import KindWord
    from carelog.domain.people.plan import PlanStep
    from carelog.journal.storage.table import Row

Key = tuple[int | str, ...]
Thing = TypeVar("Thing")

PATIENCE = 0.05
"""Seconds to wait for another program, for each of four tables: a person in a crisis must not wait for the card."""
_PEOPLE = Wanted(CONTACTS, "name IS NOT NULL", "crisis_order IS NULL, crisis_order, id")
_STEPS = Wanted(PLAN_STEPS, "section IS NOT NULL", "position, id")
_WORDS = Wanted(KIND_WORDS, "text IS NOT NULL", "day DESC, id DESC")
_MARKS = Wanted(HELPLINE_MARKS, "name IS NOT NULL", "id")


def cards_in_journal(journal: Path, settings: Settings) -> Iterator[Card]:
    """The card with what the journal has for it, again after each part; none where it has nothing for it.

    Raises JournalDamaged for a journal that is there and of which nothing can be read, such as a locked one.
    """
    is_read = False
    for mode in _modes(journal):
        is_found = False
        for card in _cards(settings, journal, mode):
            is_read, is_found = True, is_found or bool(card.people or card.steps or card.sentence)
            if is_found:
                yield card
        if is_found:
            return
    if os.path.lexists(journal) and not is_read:
        raise JournalDamaged("storage.not-a-journal", path=journal)


def _modes(journal: Path) -> Iterator[str]:
    """How to open the journal: as usual, and as it lies there if that finds nothing or would never end."""
    if journal.is_file():
        if all(path.is_file() for path in side_files(journal) if path.exists()):
            yield "ro"
        yield AS_IT_LIES


def _cards(settings: Settings, journal: Path, mode: str) -> Iterator[Card]:
    """The card after its people, plan, kind word and marks of helplines; what cannot be read is left out."""
    # always as a plain file: the card neither asks for a key nor looks for one
    with suppress(*database_errors()), closing(connect_plain(journal, mode, PATIENCE)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("SELECT count(*) FROM sqlite_master")  # raises for what is no journal, or a locked one
        people = _things(connection, _PEOPLE, _person)
        yield card_of(0, settings, people)
        steps = _things(connection, _STEPS, _step)
        yield card_of(0, settings, people, steps)
        word = next(reversed(_things(connection, _WORDS, _word)), None)
        yield card_of(0, settings, people, steps, word)
        yield card_of(0, settings, people, steps, word, _things(connection, _MARKS, _mark))


def _things(
    connection: sqlite3.Connection, wanted: Wanted, read_row: Callable[[Row], tuple[Key, Thing]]
) -> list[Thing]:
    """The things in the rows that can be read and can be on a card, by their keys; a row may raise what it likes."""
    found = []
    for row in readable_rows(connection, wanted):
        with suppress(Exception):
            found.append(read_row(row))
    return [thing for _, thing in sorted(found, key=itemgetter(0))]


def _person(row: Row) -> tuple[Key, Contact]:
    """Somebody who may be on the card, or is kept off it; raises for one who was put away, as for one unreadable."""
    _refuse_if_away(row, "away")
    person = contact_of(row)
    dump(card_of(0, Settings(), [person]))
    return (LAST_PLACE + 1 if row["crisis_order"] is None else int(row["crisis_order"]), person.id), person


def _step(row: Row) -> tuple[Key, PlanStep]:
    _refuse_if_away(row, AWAY_WITH)
    step = step_of(row)
    dump(card_of(0, Settings(), (), [step]))
    return (list(Section).index(step.section), int(step.position), step.id), step


def _word(row: Row) -> tuple[Key, KindWord]:
    _refuse_if_away(row, AWAY_WITH)
    word = kind_word_of(row)
    dump(card_of(0, Settings(), (), kind=word))
    return (word.day.isoformat(), word.id), word


def _refuse_if_away(row: Row, column: str) -> None:
    if row.get(column):
        raise LookupError


def _mark(row: Row) -> tuple[Key, HelplineMark]:
    mark = mark_of(row)
    dump(card_of(0, Settings(), (), marks=[mark]))
    return (mark.id,), mark
