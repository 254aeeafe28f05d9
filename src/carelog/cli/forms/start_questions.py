"""Which questions of the start are open: neither answered nor declined, nor settled by a setting or a contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.settings import StartQuestion
from carelog.settings_file import keys_in_file
from carelog.wording import start as start_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from carelog.cli.runtime.session import Session

ON_THE_CARD = (StartQuestion.COUNTRY, StartQuestion.PERSON)
"""What the crisis card lacks without an answer. The others are named on pages only where a start was broken off."""

_SETTLED_BY = {
    StartQuestion.SCREEN_READER: {"plain"},
    StartQuestion.COUNTRY: {"country"},
    StartQuestion.SCALE: {"mood.scale", "mood.words"},
    StartQuestion.OTHERS: {"discreet"},
}
"""The settings of which one in the file is an answer."""


def open_questions(session: Session) -> list[StartQuestion]:
    """The questions that are open, in the order of the start."""
    keys = keys_in_file(session.paths)
    return [each for each in StartQuestion if not _is_settled(session, each, keys)]


def line_on_today(session: Session) -> str:
    """The quiet line below today: what is not set yet, else lines for whoever has nobody to call; mostly empty.

    Pages that others may read have none.
    """
    if session.masks:
        return ""
    settings, left = session.settings, open_questions(session)
    if not settings.asked - {StartQuestion.COUNTRY}:
        left = [each for each in left if each in ON_THE_CARD]
    if left:
        return start_words.not_set_yet(left)
    return start_words.LINES_THAT_LISTEN if settings.nobody_yet and not has_somebody(session) else ""


def has_somebody(session: Session) -> bool:
    """Whether there is a contact with a way to reach them, also where their names are hidden."""
    return any(contact.ways for contact in session.to_read().contacts.to_reckon_with())


def _is_settled(session: Session, question: StartQuestion, keys: Collection[str]) -> bool:
    if question in session.settings.asked or not _SETTLED_BY.get(question, set()).isdisjoint(keys):
        return True
    if question is StartQuestion.OTHERS:  # a yes is kept before the question whether pages hide names
        return "shared_computer" in keys and not session.settings.shared_computer
    return question is StartQuestion.PERSON and has_somebody(session)
