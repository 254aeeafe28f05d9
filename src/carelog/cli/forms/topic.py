"""Read a topic for the next appointment, and which topics are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.people.topic import Topic
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


def topics_meant(topics: Topics, references: Sequence[str] | None, *, everything: bool) -> list[Topic]:
    """The topics with those handles or, with `everything`, all that are open.

    Raises InvalidValue where both or neither are given and where nothing is open, NotFound or AmbiguousName for a
    handle.
    """
    if bool(references) == everything:
        raise InvalidValue("appointment.topic-not-named")
    found = topics.open() if everything else [topics.find(each) for each in references or ()]
    if not found:
        raise InvalidValue("appointment.no-topic-open" if len(topics) else "appointment.no-topic")
    return found
