"""The crisis card's copy of the journal: compared at every opening, rewritten when it is behind."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from carelog import __version__
from carelog.crisis.card import Card, Person, dump, parse
from carelog.crisis.headings import HEADINGS
from carelog.crisis.place import read
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
    """How the card stands to the journal."""

    CURRENT = "current"
    MISSING = "missing"
    DAMAGED = "damaged"
    BEHIND = "behind"


class CardKeeper:
    """Keeps card.txt what the journal says; the two are never written in one step, so it looks again every time."""

    def __init__(
        self, path: Path, store: Store, read: Callable[[int], Card], settings: Settings, ticked: list[str] | None = None
    ) -> None:
        self._path = path
        self._store = store
        self._read = read
        self._settings = list(settings.country), list(settings.languages), shown_in(settings), settings.plain, ticked

    def keep(self) -> None:
        """Rewrite the card if it is missing, damaged or behind.

        Raises CardNotWritten when it cannot be written; what the journal holds is safe then.
        """
        if self._is_current():
            return
        try:
            self._rewrite()
        except StorageError as problem:
            raise CardNotWritten(
                f"Your journal is saved. The crisis card is not up to date: {problem.message} "
                "The next command tries again."
            ) from None

    def state(self) -> CardState:
        """How the card stands, to the last letter; nothing is written."""
        try:
            content = read(str(self._path))
        except OSError:
            return CardState.MISSING
        if not parse(content).whole:
            return CardState.DAMAGED
        if not self._is_current():
            return CardState.BEHIND
        return CardState.CURRENT if content == self._wanted() else CardState.DAMAGED

    def _wanted(self) -> bytes:
        return dump(self._read(self._store.card_revision)).encode()

    def _rewrite(self) -> None:
        """Write the card until it says what the journal says: another program may change people at the same time."""
        written = -1
        while written != self._store.card_revision:
            written = self._store.card_revision
            write_private(self._path, dump(self._read(written)).encode())
            self._store.read_card_revision()

    def _is_current(self) -> bool:
        try:
            card = parse(read(str(self._path)))
        except OSError:
            return False
        wanted = (self._store.card_revision, __version__, *self._settings)
        there = (card.revision, card.program, card.countries, card.languages, card.shown_in, card.plain, card.ticked)
        return card.whole and there == wanted


def card_of(
    revision: int,
    settings: Settings,
    contacts: Iterable[Contact],
    steps: Iterable[PlanStep] = (),
    kind: KindWord | None = None,
    marks: Iterable[HelplineMark] = (),
) -> Card:
    """The card that shows contacts and the steps of a plan in their order, a kind word, and lines as they are marked.

    A contact's note is not on it; a step that is tied to one of the contacts names them.
    """
    people, said = list(contacts), list(marks)
    names = {contact.id: contact.name for contact in people}
    parts = [(step.section.value, _told(step, names)) for step in steps]
    return Card(
        revision=revision,
        program=__version__,
        countries=list(settings.country),
        people=list(map(_person, people)),
        sentence=next((text for section, text in parts if section not in HEADINGS), ""),
        steps=[(section, text) for section, text in parts if section in HEADINGS],
        kind=(kind.text, kind.from_whom) if kind else ("", ""),
        hidden=[(each.country, each.name) for each in said if each.hidden],
        checked=[(each.country, each.name, each.checked_on.isoformat()) for each in said if each.checked_on],
        languages=list(settings.languages),
        shown_in=shown_in(settings),
        plain=settings.plain,
    )


def shown_in(settings: Settings) -> str:
    """The language of the card's own sentences: the setting `language` where there is one, else empty for English."""
    return str(getattr(settings, "language", ""))


def _person(contact: Contact) -> Person:
    ways = [(way.kind.value, way.value, way.label) for way in contact.ways]
    return Person(contact.name, ways, contact.hours, contact.say)


def _told(step: PlanStep, names: Mapping[str, str]) -> str:
    name = names.get(step.contact_id or "", "")
    return step.text if name in step.text else f"{step.text} ({name})"
