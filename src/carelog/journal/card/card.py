"""The file of the crisis card: compared with the journal at every opening, and rewritten when it is out of date."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from carelog import __version__
from carelog.crisis.card import Card, Person, dump, parse
from carelog.crisis.place import read
from carelog.crisis.words import HEADINGS
from carelog.domain.card_field import CardField
from carelog.domain.people.on_card import people_on_card, steps_on_card, word_on_card
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
        if self.is_current():
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
        if not self.is_current():
            return CardState.BEHIND
        if is_later(parse(content).program) or content == self._content(self._store.card_revision):
            return CardState.CURRENT
        return CardState.OTHER

    def is_current(self) -> bool:
        """Whether the card need not be rewritten."""
        try:
            content = read(str(self._path))
        except OSError:
            return False
        card = parse(content)
        if not card.whole or card.revision != self._store.card_revision:
            return False
        if card.program != __version__ and not is_later(card.program):
            return False
        if card.ticked != self._ticked or _wishes(card) != self._expected:
            return False
        return not self._has_covers or is_later(card.program) or content == self._content(card.revision)

    @property
    def _has_covers(self) -> bool:
        """Whether somebody has a cover: the file does not say whether it calls them by it, so it is compared whole."""
        found = "SELECT EXISTS (SELECT 1 FROM contacts WHERE deleted_at IS NULL AND cover IS NOT NULL)"
        return bool(next(self._store.rows(found))[0])

    def _rewrite(self) -> None:
        """Write the card until its revision is the journal's: another program may change people at the same time."""
        written = -1
        while written != self._store.card_revision:
            written = self._store.card_revision
            write_private(self._path, self._content(written))
            self._store.read_card_revision()

    def _content(self, revision: int) -> bytes:
        return dump(self._read(revision)).encode()


def is_later(program: str) -> bool:
    """Whether a later version of carelog wrote a card: it may hold facts that this one does not know, so it stays."""
    return _numbers(program) > _numbers(__version__)


def card_of(
    revision: int,
    settings: Settings,
    contacts: Iterable[Contact],
    steps: Iterable[PlanStep] = (),
    kind: KindWord | None = None,
    marks: Iterable[HelplineMark] = (),
) -> Card:
    """Build the crisis card from all contacts, plan steps, a kind word and marks of helplines, in their order.

    Contacts without a place on the card, and whoever and whatever is kept off it, are not on it. A contact's note is
    left out. A step that refers to somebody on the card names them. With `discreet` on, those who have a cover are
    called by it, here and in the steps.
    """
    known, marked = list(contacts), list(marks)
    covered = [each for each in known if each.cover] if settings.discreet else []
    people, kind = people_on_card(known), word_on_card(known, kind)
    names = {each.id: _name(each, covered) for each in people}
    shown, cover = steps_on_card(known, steps), _covering(covered)
    parts = [(step.section.value, _step_text(step, cover(step.text), names)) for step in shown]
    return Card(
        revision=revision,
        program=__version__,
        countries=list(settings.country),
        people=[_person(each, covered, cover) for each in people],
        sentence=next((text for section, text in parts if section not in HEADINGS), ""),
        steps=[(section, text) for section, text in parts if section in HEADINGS],
        kind=(cover(kind.text), cover(kind.from_whom)) if kind else ("", ""),
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


def _numbers(version: str) -> list[int]:
    return [int(part) if part.isdecimal() else -1 for part in version.split(".")]


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


def _name(contact: Contact, covered: list[Contact]) -> str:
    return contact.cover if contact in covered else contact.name


def _covering(covered: list[Contact]) -> Callable[[str], str]:
    """What puts covers in the place of names in a text."""
    if not covered:
        return lambda text: text
    from carelog.domain.people.spoken_name import with_covers

    return lambda text: with_covers(text, covered)


def _person(contact: Contact, covered: list[Contact], cover: Callable[[str], str]) -> Person:
    from carelog.domain.people.called import short_name

    ways = [(way.kind.value, way.value, way.label) for way in contact.ways]
    short = contact.cover if contact in covered else short_name(contact)
    return Person(_name(contact, covered), ways, contact.hours, cover(contact.say), short)


def _step_text(step: PlanStep, text: str, names: Mapping[str, str]) -> str:
    name = names.get(step.contact_id or "", "")
    return text if name in text else f"{text} ({name})"
