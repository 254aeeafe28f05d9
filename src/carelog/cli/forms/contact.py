"""What is said of a contact, as typed or as asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from carelog.cli.prompts.ask import ask, ask_text, need_terminal, new_name
from carelog.cli.prompts.times import days_in
from carelog.domain.people.contact import Contact, Way, WayKind
from carelog.errors import InvalidValue
from carelog.wording import mood as mood_words
from carelog.wording.people import contacts as contacts_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.journal.collections.contacts import Contacts

Typed = Sequence[str] | None


def ways_of(context: Context, typed: dict[WayKind, Typed]) -> tuple[Way, ...]:
    """The ways to reach someone that stand on the command line, kind by kind.

    A label may follow in brackets. A number is written as the person's country writes it; one that is not known there
    is kept as it was given, and that is remarked.
    """
    return tuple(
        _way(context, kind, value) for kind, values in typed.items() for value in values or () if value.strip()
    )


def changed_ways(context: Context, old: Contact, typed: dict[WayKind, Typed]) -> tuple[Way, ...]:
    """The ways to reach someone with those that were given in place of all of their kind; an empty one removes them."""
    kept = tuple(way for way in old.ways if typed.get(way.kind) is None)
    return kept + ways_of(context, typed)


def given_fields(context: Context, **typed: Any) -> dict[str, Any]:
    """What was said of a contact beside names and ways, by field; what was not said is left out.

    Raises InvalidValue for a time zone or a length of time that is not understood.
    """
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


def asked_contact(context: Context, contacts: Contacts) -> Contact:
    """Ask for a contact field by field, and keep it; Enter skips all but the name.

    Raises InvalidValue where nobody can be asked.
    """
    need_terminal(context, mood_words.NEEDS_NAME)
    name = ask(contacts_words.ASK_CONTACT, lambda typed: new_name(typed, "contacts", contacts.has_name))
    phone = ask_phone(context)
    hours = ask_text(contacts_words.ASK_HOURS)
    order = ask(contacts_words.ASK_ON_CARD, _place, str(len(contacts.on_card()) + 1))
    say = ask_text(contacts_words.ASK_SAY)
    return contacts.add(name, ways=phone, hours=hours, crisis_order=order, say=say)


def ask_phone(context: Context) -> tuple[Way, ...]:
    """Ask for a number to call; Enter skips it."""
    return ask(contacts_words.ASK_PHONE, lambda typed: ways_of(context, {WayKind.PHONE: [typed]}))


def _way(context: Context, kind: WayKind, typed: str) -> Way:
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
    """A value and the label in brackets behind it: `020 7946 0018 (mobile)`; brackets around digits are a number's."""
    value, opened, label = typed.strip().removesuffix(")").rpartition("(")
    if typed.strip().endswith(")") and opened and value.strip() and any(sign.isalpha() for sign in label):
        return value, label
    return typed, ""


def _zone(name: str) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name.strip()).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InvalidValue(contacts_words.no_zone(name)) from None


def _days(context: Context, length: str) -> int | None:
    """How many days a length such as 3w has; None for off."""
    try:
        return days_in(context, length)
    except InvalidValue:
        raise InvalidValue(contacts_words.no_length(length)) from None


def _remark_on_times(context: Context, fields: dict[str, Any]) -> None:
    """Say which hours or meeting times are kept as words because they are not understood."""
    from carelog.domain.people.hours import EXAMPLES as HOURS
    from carelog.domain.people.hours import read_hours
    from carelog.domain.people.meeting import EXAMPLES as MEETINGS
    from carelog.domain.people.meeting import read_meeting

    if fields.get("hours") and read_hours(fields["hours"]) is None:
        context.remarks.append(contacts_words.not_understood(fields["hours"], HOURS))
    if fields.get("meets") and read_meeting(fields["meets"]) is None:
        context.remarks.append(contacts_words.not_understood(fields["meets"], MEETINGS))


def _place(typed: str) -> int | None:
    if not typed.strip().isdecimal():
        raise InvalidValue(contacts_words.CARD_PLACE)
    return int(typed) or None
