"""Where somebody stands beside their own contact: in the plan, among kind words, in signs and in what is planned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from carelog.domain.people.put_away import PutAway
from carelog.domain.people.spoken_name import speaks_of, spoken_names
from carelog.wording.punctuation import labelled

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.people.contact import Contact
    from carelog.journal import Journal


def standing_in(journal: Journal, contact: Contact) -> list[PutAway]:
    """What is about somebody or has their name in its words, and could be put away with them."""
    names = spoken_names(contact, journal.contacts)
    rows = (
        *(("plan_steps", each.id, each.text, each.contact_id, "") for each in journal.plan),
        *(("kind_words", each.id, each.text, None, each.from_whom) for each in journal.kind_words),
        *(("signs", each.id, labelled(each.text, each.step), None, "") for each in journal.signs),
        *(("activities", each.id, each.text, each.contact_id, "") for each in journal.activities.planned()),
    )
    return [
        PutAway(table, row_id, text, contact.id)
        for table, row_id, text, about, from_whom in rows
        if about == contact.id or speaks_of(f"{text} {from_whom}", names)
    ]


def names_away(journal: Journal) -> frozenset[str]:
    """The names of those who were put away, in plain letters; one that a contact has too is none of them."""
    here = list(journal.contacts.readable())
    return frozenset(name for each in journal.people_away for name in spoken_names(each, here))


def without_names(entries: Iterable[Entry], names: frozenset[str]) -> Iterator[Entry]:
    """The entries in which none of these names is."""
    for entry in entries:
        if not (names and speaks_of(" ".join([entry.note, *entry.tags, *entry.feelings]), names)):
            yield entry
