"""Read a contact from the options, or ask for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from carelog.cli.prompts.ask import ask, ask_text, need_terminal, new_name
from carelog.cli.prompts.times import days_in
from carelog.clock import zone_named
from carelog.domain.people.contact import Contact, GoodFor, Role, Way, WayKind
from carelog.domain.text import checked_name, clean_line
from carelog.errors import InvalidValue
from carelog.wording.people import contacts as contacts_words
from carelog.wording.start import NOBODY_YET

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.journal.collections.contacts import Contacts

Values = Sequence[str] | None


@dataclass(frozen=True, slots=True)
class ContactOptions:
    """What the options say of a contact beside its name and role; None leaves what was there, empty text removes it."""

    phone: Values
    text: Values
    email: Values
    web: Values
    address: Values
    good_for: Sequence[GoodFor] | None
    hours: str | None
    zone: str | None
    crisis: int | None
    say: str | None
    note: str | None
    meets: str | None
    touch: str | None
    called: str | None = None
    cover: str | None = None
    not_on_card: bool | None = None

    def fields(self, context: Context) -> dict[str, Any]:
        """The fields of a new contact; a field that no option names is left out.

        Raises InvalidValue for a value that cannot be used.
        """
        return {"ways": _ways(context, self._ways_typed), **self._other_fields(context)}

    def changed(self, context: Context, old: Contact, name: str | None, role: Role | None) -> Contact:
        """The contact with what is given in place of what was there; new ways replace all of their kind.

        Raises InvalidValue for a value that cannot be used.
        """
        others = self._other_fields(context)
        if name is not None:
            others["name"] = name
        return replace(old, role=role or old.role, ways=self._changed_ways(context, old.ways), **others)

    def _changed_ways(self, context: Context, ways: tuple[Way, ...]) -> tuple[Way, ...]:
        """New ways in the place of all of their kind; those that are there already stay in their place."""
        for kind, values in self._ways_typed.items():
            new = _ways(context, {kind: values})
            if values is not None and new != tuple(way for way in ways if way.kind is kind):
                ways = (*(way for way in ways if way.kind is not kind), *new)
        return ways

    @property
    def _ways_typed(self) -> dict[WayKind, Values]:
        return {
            WayKind.PHONE: self.phone,
            WayKind.TEXT: self.text,
            WayKind.EMAIL: self.email,
            WayKind.WEB: self.web,
            WayKind.ADDRESS: self.address,
        }

    def _other_fields(self, context: Context) -> dict[str, Any]:
        typed: dict[str, Any] = {
            "good_for": self.good_for,
            "hours": self.hours,
            "zone": self.zone,
            "crisis_order": self.crisis,
            "say": self.say,
            "note": self.note,
            "meets": self.meets,
            "keep_in_touch": self.touch,
            "called": self.called,
            "cover": self.cover,
            "not_on_card": self.not_on_card,
        }
        fields = {name: value for name, value in typed.items() if value is not None}
        if "good_for" in fields:
            fields["good_for"] = tuple(fields["good_for"])
        if "crisis_order" in fields:
            fields["crisis_order"] = fields["crisis_order"] or None
        if fields.get("zone"):
            fields["zone"] = _zone(fields["zone"])
        if "keep_in_touch" in fields:
            fields["keep_in_touch"] = _days(context, fields["keep_in_touch"])
        _remark_on_times(context, fields)
        return fields


def ask_contact(context: Context, contacts: Contacts) -> Contact | None:
    """Ask for a contact field by field, and keep it; Enter skips a field, and for the name it ends the questions.

    The place on the crisis card is asked for where there is a number. Raises InvalidValue where nobody can be asked.
    """
    need_terminal(context, "program.name-needs-terminal", command="contact add", example="Sam")
    name = ask(contacts_words.ASK_CONTACT, lambda typed: _read_new_name(typed, contacts))
    if not name:
        return None
    phone = ask_phone(context)
    hours = ask_text(contacts_words.ASK_HOURS)
    order = ask(contacts_words.ASK_ON_CARD, _read_place, str(len(contacts.on_card()) + 1)) if phone else None
    say = ask_text(contacts_words.ASK_SAY)
    return contacts.add(name, ways=phone, hours=hours, crisis_order=order, say=say)


def read_name(typed: str) -> str:
    """A name, or an empty text for “nobody yet”. Raises InvalidValue where it can be no name."""
    return "" if clean_line(typed).lower() in NOBODY_YET else checked_name(typed, "text.name")


def ask_phone(context: Context) -> tuple[Way, ...]:
    """Ask for a number to call; Enter skips it."""
    return ask(contacts_words.ASK_PHONE, lambda typed: _ways(context, {WayKind.PHONE: [typed]}))


def _ways(context: Context, typed: Mapping[WayKind, Values]) -> tuple[Way, ...]:
    """The ways to reach someone, kind by kind; an empty value is left out."""
    return tuple(
        _way(context, kind, value) for kind, values in typed.items() for value in values or () if value.strip()
    )


def _way(context: Context, kind: WayKind, typed: str) -> Way:
    """A way to reach someone, with the label that a number may have behind it in brackets.

    A number is written as the person's country writes it. One that is not known there is kept as it was typed, with a
    remark.
    """
    value, label = _labelled(typed) if kind in (WayKind.PHONE, WayKind.TEXT) else (typed, "")
    way = Way(kind, value, label)
    if kind not in (WayKind.PHONE, WayKind.TEXT):
        return way
    from carelog.exchange.vcard.phone_numbers import read_number

    number = read_number(way.value, context.settings.country)
    if number.doubtful:
        context.remarks.append(contacts_words.number_not_known(way.value))
    return replace(way, value=number.text)


def _labelled(typed: str) -> tuple[str, str]:
    """A value and its label, as in `020 7946 0018 (mobile)`; brackets around digits belong to the number."""
    value, opened, label = typed.strip().removesuffix(")").rpartition("(")
    if typed.strip().endswith(")") and opened and value.strip() and any(sign.isalpha() for sign in label):
        return value, label
    return typed, ""


def _zone(name: str) -> str:
    if (zone := zone_named(name)) is None:
        raise InvalidValue("contact.zone-unknown", name=name)
    return zone.key


def _days(context: Context, length: str) -> int | None:
    """The number of days in a length such as 3w; None for off."""
    try:
        return days_in(context, length)
    except InvalidValue:
        raise InvalidValue("contact.length-not-understood", text=length) from None


def _remark_on_times(context: Context, fields: dict[str, Any]) -> None:
    """Remark on hours and meeting times that cannot be read; they are kept as words."""
    from carelog.domain.people.hours import EXAMPLES as HOURS
    from carelog.domain.people.hours import read_hours
    from carelog.domain.people.meeting import EXAMPLES as MEETINGS
    from carelog.domain.people.meeting import read_meeting

    if fields.get("hours") and read_hours(fields["hours"]) is None:
        context.remarks.append(contacts_words.not_understood(fields["hours"], HOURS))
    if fields.get("meets") and read_meeting(fields["meets"]) is None:
        context.remarks.append(contacts_words.not_understood(fields["meets"], MEETINGS))


def _read_new_name(typed: str, contacts: Contacts) -> str:
    if not typed.strip() or not read_name(typed):
        return ""
    return new_name(typed, contacts.has_name, "contact.name-taken")


def _read_place(typed: str) -> int | None:
    if not typed.strip().isdecimal():
        raise InvalidValue("contact.card-place-not-understood")
    return int(typed) or None
