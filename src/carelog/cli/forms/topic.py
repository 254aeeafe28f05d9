"""Read a topic for the next appointment, and which topics are meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.domain.people.topic import Topic
from carelog.domain.text import takes_away
from carelog.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.journal import Journal
    from carelog.journal.collections.topics import Topics


def new_topic(journal: Journal, text: str, entry: str | None) -> Topic:
    """A topic of today, tied to the entry with that handle where one is given.

    Raises InvalidValue without a text, NotFound or AmbiguousName for the entry.
    """
    if not text.strip():
        raise InvalidValue("appointment.topic-needed")
    entry_id = journal.entries.find(entry).id if entry else None
    return Topic(journal.topics.new_id(), journal.today, text, entry_id)


def changed_topic(journal: Journal, old: Topic, text: str, entry: str | None) -> Topic:
    """The topic in new words, tied to the entry with that handle; none, off or an empty text unties it.

    Raises InvalidValue without a text, NotFound or AmbiguousName for the entry.
    """
    tied = old.entry_id
    if entry is not None:
        tied = None if takes_away(entry) else journal.entries.find(entry).id
    return replace(old, text=text, entry_id=tied)


def topics_meant(topics: Topics, references: Sequence[str] | None, *, everything: bool) -> list[Topic]:
    """The topics with those handles or, with `everything`, all that are open.

    One that is named twice is there once. Raises InvalidValue where both or neither are given, NotFound or
    AmbiguousName for a handle.
    """
    if bool(references) == everything:
        raise InvalidValue("appointment.topic-not-named")
    found = topics.open() if everything else [topics.find(each) for each in references or ()]
    return list({each.id: each for each in found}.values())
