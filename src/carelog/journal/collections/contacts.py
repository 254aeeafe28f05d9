"""The contacts of a journal: people and places that a person can turn to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from carelog.domain.ids import new_id
from carelog.domain.letters import meant_by
from carelog.domain.people.called import called as called_by
from carelog.domain.people.contact import Contact, GoodFor, Role, Way, WayKind
from carelog.domain.people.on_card import people_on_card
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue, NotFound
from carelog.journal.collections import given
from carelog.journal.collections.collection import COVERED
from carelog.journal.collections.named_collection import NamedCollection
from carelog.journal.storage.rows import CONTACTS, COVER, as_json, day_or_none, read_json, text_or_none
from carelog.journal.storage.table import Row
from carelog.wording.program import typed

if TYPE_CHECKING:
    from datetime import timedelta


class Contacts(NamedCollection[Contact]):
    """The contacts: first those on the crisis card in its order, then the others by name."""

    table = CONTACTS
    kind = Contact
    arguments: ClassVar = {
        "name": given.text,
        "role": given.choice(Role),
        "ways": given.ways,
        "good_for": given.choices(GoodFor),
        "hours": given.text,
        "crisis_order": given.or_none(given.whole),
        "say": given.text,
        "note": given.text,
        "zone": given.text,
        "agreed_on": given.or_none(given.day),
        "agreed_to": given.text,
        "meets": given.text,
        "keep_in_touch": given.or_none(given.days_between),
        "snoozed": given.or_none(given.day_to_come),
        "cover": given.text,
        "called": given.text,
        "not_on_card": given.flag,
    }
    key_prefix = "contact."
    live = "deleted_at IS NULL AND away IS NULL"
    covered = COVERED
    order = "crisis_order IS NULL, crisis_order, lower(name), id"

    def add(
        self,
        name: str,
        *,
        role: Role | str = Role.FRIEND,
        ways: str | Way | Iterable[str | Way] = (),
        good_for: str | GoodFor | Iterable[str | GoodFor] = (),
        hours: str = "",
        crisis_order: int | None = None,
        say: str = "",
        note: str = "",
        zone: str = "",
        meets: str = "",
        keep_in_touch: int | timedelta | str | None = None,
        cover: str = "",
        called: str = "",
        not_on_card: bool = False,
    ) -> Contact:
        """Add a contact and return it.

        `role` is family, friend, peer, group, professional or service. `ways` are numbers, e-mail and web addresses;
        “address: 5 High Street” and “text: 020 7946 0000” say which kind they are. `good_for` is listening, company,
        practical, distraction or emergency. `crisis_order` is a place on the crisis card, from 1 to 999, `zone` the
        name of a time zone such as Europe/Berlin, `keep_in_touch` a number of days from 1 to 366, or text such as 2w.

        Raises InvalidValue when the name is taken or a value cannot be used, CardNotWritten when the contact is saved
        but the crisis card could not be updated.
        """
        values = self._arguments(locals())
        if fold(clean_line(name)) in self._names_away():
            raise InvalidValue("contact.put-away", name=name, typed=typed(name))
        if self.has_name(name):
            raise InvalidValue("contact.name-taken-edit", name=name, quoted=typed(clean_line(name)))
        contact = Contact(new_id(self._now()), **values)
        self.refuse_cover_taken(contact)
        self._refuse_called_taken(contact)
        self._put(contact.id, _content(contact))
        return contact

    def add_imported(self, contacts: Iterable[Contact]) -> None:
        """Add contacts from elsewhere with their own ids, and new versions of those here, in one transaction.

        Their names are not compared.

        Raises CardNotWritten when they are saved but the crisis card could not be updated.
        """
        with self._store.change(self._now(), can_be_undone=False) as change:
            for contact in contacts:
                change.put(self.table, contact.id, _content(contact))
        self._follow_up()

    def named(self, name: str) -> Contact:
        """The contact that a name means. Raises NotFound, also for somebody who was put away, or AmbiguousName."""
        try:
            return super().named(name)
        except NotFound:
            self._refuse_if_away(name)
            raise

    def has_name(self, name: str, *, beside: str = "") -> bool:
        """Whether a contact but `beside` has exactly this name or this cover, in any case; also one put away."""
        return super().has_name(name, beside=beside) or fold(clean_line(name)) in self._names_away()

    def on_card(self) -> list[Contact]:
        """The contacts on the crisis card, in its order, without those who are kept off it."""
        return people_on_card(self)

    def to_reckon_with(self) -> list[Contact]:
        """The readable contacts without masks: who is there does not depend on who looks on. Never show them."""
        with self._store.unmasked():
            return list(self.readable())

    def added(self) -> dict[str, Moment]:
        """When each contact was added, by its id."""
        rows = self._store.rows(f"SELECT id, created_at FROM contacts WHERE {self.live}")
        return {row["id"]: self._created(row["created_at"]) for row in rows}

    def _write_over(self, old: Contact, thing: Contact) -> Contact:
        if fold(old.name) != fold(thing.name) and self.has_name(thing.name, beside=thing.id):
            raise InvalidValue("contact.name-taken", name=thing.name)
        self.refuse_cover_taken(thing)
        if fold(old.called) != fold(thing.called):
            self._refuse_called_taken(thing)
        self._put(thing.id, _content(thing))
        return thing

    def _refuse_called_taken(self, contact: Contact) -> None:
        """Raise InvalidValue where the person calls somebody else so: a sentence could mean either of them."""
        with self._store.unmasked():
            others = {fold(called_by(each)) for each in self._candidates() if each.id != contact.id}
        if contact.called and (fold(contact.called) in others or self.has_name(contact.called, beside=contact.id)):
            raise InvalidValue("contact.called-taken", called=contact.called)

    def _refuse_if_away(self, name: str) -> None:
        """Raise NotFound with the way back where somebody who was put away is meant."""
        if meant_by(clean_line(name), self._names_away(), str):
            raise NotFound("contact.put-away", name=name, typed=typed(name))

    def _names_away(self) -> set[str]:
        """The names, covers and what they are called of those who were put away, folded."""
        rows = self._store.rows(
            f"SELECT name, called, {COVER} FROM contacts WHERE deleted_at IS NULL AND away IS NOT NULL"
        )
        return {fold(word) for row in rows for word in row if word}

    def _read(self, row: Row) -> Contact:
        return contact_of(row)


def contact_of(row: Row) -> Contact:
    """The contact in a row, which may be of the first schema.

    Raises ValueError, KeyError or TypeError when the row is damaged.
    """
    return Contact(
        id=row["id"],
        name=row["name"],
        role=Role(row["role"]),
        ways=tuple(Way(WayKind(kind), value, label) for kind, value, label in read_json(row["ways"])),
        good_for=tuple(GoodFor(each) for each in read_json(row["good_for"])),
        hours=row["hours"],
        crisis_order=row["crisis_order"],
        say=row["say"],
        note=row["note"],
        zone=row.get("zone") or "",
        agreed_on=day_or_none(row.get("agreed_on")),
        agreed_to=row.get("agreed_to") or "",
        meets=row.get("meets") or "",
        keep_in_touch=row.get("keep_in_touch"),
        snoozed=day_or_none(row.get("snoozed")),
        cover=row.get("cover") or "",
        called=row.get("called") or "",
        not_on_card=bool(row.get("not_on_card")),
    )


def _content(contact: Contact) -> Row:
    return {
        "name": contact.name,
        "role": contact.role.value,
        "ways": as_json([[way.kind.value, way.value, way.label] for way in contact.ways]),
        "good_for": as_json([each.value for each in contact.good_for]),
        "hours": contact.hours,
        "crisis_order": contact.crisis_order,
        "say": contact.say,
        "note": contact.note,
        "zone": contact.zone or None,
        "agreed_on": text_or_none(contact.agreed_on),
        "agreed_to": contact.agreed_to or None,
        "meets": contact.meets or None,
        "keep_in_touch": contact.keep_in_touch,
        "snoozed": text_or_none(contact.snoozed),
        "cover": contact.cover or None,
        "called": contact.called or None,
        "not_on_card": int(contact.not_on_card) or None,
        "away": None,
    }
