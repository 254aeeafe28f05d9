"""The file of the crisis card: compared with the journal at every opening, and rewritten when it is out of date."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from carelog import __version__
from carelog.crisis.card import Card, Person, dump, parse
from carelog.crisis.place import read
from carelog.crisis.words import HEADINGS
from carelog.domain.card_field import CardField
from carelog.errors import CardNotWritten, StorageError
from carelog.files import write_private

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from carelog.domain.people.contact import Contact
    from carelog.domain.people.helpline_mark import HelplineMark
    from carelog.domain.people.kind_word import KindWord
    from carelog.domain.people.plan import PlanStep
    from carelog.journal.storage.store import Store
    from carelog.settings import Settings


class CardState(Enum):
    """Whether the card's file says what the journal says; OTHER is whole and of this revision, and says otherwise."""

    CURRENT = "current"
    MISSING = "missing"
    DAMAGED = "damaged"
    BEHIND = "behind"
    OTHER = "other"


class CardKeeper:
    """Keeps the file of the crisis card up to date with the journal.

    The two cannot be written in one transaction, so their revisions are compared at every opening. `read` builds the
    card of a revision; `ticked` are the fields that the card of a locked journal shows, None where it is not locked.
    """

    def __init__(
        self, path: Path, store: Store, read: Callable[[int], Card], settings: Settings, ticked: list[str] | None = None
    ) -> None:
        self._path = path
        self._store = store
        self._read = read
        self._ticked = ticked
        self._expected = _wishes(card_of(0, settings, ()))
        if ticked is not None and CardField.LINES.value not in ticked:
            self._expected["topics"] = []

    def keep(self) -> None:
        """Rewrite the card if it is missing, damaged or behind.

        Raises CardNotWritten when it cannot be written; the journal itself is saved then.
        """
        if self._is_current():
            return
        try:
            self._rewrite()
        except StorageError as problem:
            raise CardNotWritten("storage.card-not-written", reason=problem.message) from None

    def state(self) -> CardState:
        """The state of the card, compared with the journal byte by byte; nothing is written."""
        try:
            content = read(str(self._path))
        except OSError:
            return CardState.MISSING
        if not parse(content).whole:
            return CardState.DAMAGED
        if not self._is_current():
            return CardState.BEHIND
        return CardState.CURRENT if content == self._content(self._store.card_revision) else CardState.OTHER

    def _is_current(self) -> bool:
        try:
            card = parse(read(str(self._path)))
        except OSError:
            return False
        if not card.whole or (card.revision, card.program) != (self._store.card_revision, __version__):
            return False
        return card.ticked == self._ticked and _wishes(card) == self._expected

    def _rewrite(self) -> None:
        """Write the card until its revision is the journal's: another program may change people at the same time."""
        written = -1
        while written != self._store.card_revision:
            written = self._store.card_revision
            write_private(self._path, self._content(written))
            self._store.read_card_revision()

    def _content(self, revision: int) -> bytes:
        return dump(self._read(revision)).encode()


def card_of(
    revision: int,
    settings: Settings,
    contacts: Iterable[Contact],
    steps: Iterable[PlanStep] = (),
    kind: KindWord | None = None,
    marks: Iterable[HelplineMark] = (),
) -> Card:
    """Build the crisis card from the given contacts, plan steps, kind word and marks of helplines, in their order.

    A contact's note is left out. A step that refers to one of the contacts names them.
    """
    people, marked = list(contacts), list(marks)
    names = {contact.id: contact.name for contact in people}
    parts = [(step.section.value, _step_text(step, names)) for step in steps]
    return Card(
        revision=revision,
        program=__version__,
        countries=list(settings.country),
        people=list(map(_person, people)),
        sentence=next((text for section, text in parts if section not in HEADINGS), ""),
        steps=[(section, text) for section, text in parts if section in HEADINGS],
        kind=(kind.text, kind.from_whom) if kind else ("", ""),
        hidden=[(mark.country, mark.name) for mark in marked if mark.hidden],
        checked=[(mark.country, mark.name, mark.checked_on.isoformat()) for mark in marked if mark.checked_on],
        languages=list(settings.languages),
        topics=[topic.value for topic in settings.line_topics],
        text_first=settings.text_first,
        shown_in=shown_in(settings),
        plain=settings.plain,
    )


def shown_in(settings: Settings) -> str:
    """The language of the card's own sentences: the setting `language` where there is one, else empty for English."""
    return settings.language


def _wishes(card: Card) -> dict[str, object]:
    """What is on a card from the settings."""
    return {
        "countries": card.countries,
        "languages": card.languages,
        "topics": card.topics,
        "text_first": card.text_first,
        "shown_in": card.shown_in,
        "plain": card.plain,
    }


def _person(contact: Contact) -> Person:
    ways = [(way.kind.value, way.value, way.label) for way in contact.ways]
    return Person(contact.name, ways, contact.hours, contact.say)


def _step_text(step: PlanStep, names: Mapping[str, str]) -> str:
    name = names.get(step.contact_id or "", "")
    return step.text if name in step.text else f"{step.text} ({name})"
