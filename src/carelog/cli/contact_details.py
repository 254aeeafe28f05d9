"""What is said of a contact, as typed or as asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.ask import ask, ask_text, need_terminal, new_name
from carelog.domain.contact import Contact, GoodFor, Role, Way, WayKind
from carelog.errors import InvalidValue
from carelog.wording import changing as changing_words
from carelog.wording import contacts as contacts_words
from carelog.wording import noting as noting_words

if TYPE_CHECKING:
    from carelog.cli.session import Session
    from carelog.journal.contacts import Contacts


def ways_of(
    session: Session, phones: Sequence[str] | None, texts: Sequence[str] | None, emails: Sequence[str] | None
) -> tuple[Way, ...]:
    """The ways to reach someone that stand on the command line, in the order calling, texting, writing.

    A label may follow in brackets. A number is written as the person's country writes it; one that is not known there
    is kept as it was given, and that is remarked.
    """
    given = ((WayKind.PHONE, phones), (WayKind.TEXT, texts), (WayKind.EMAIL, emails))
    return tuple(_way(session, kind, value) for kind, values in given for value in values or () if value.strip())


def changed_ways(
    session: Session,
    old: Contact,
    phones: Sequence[str] | None,
    texts: Sequence[str] | None,
    emails: Sequence[str] | None,
) -> tuple[Way, ...]:
    """The ways to reach someone with those that were given in place of all of their kind; an empty one removes them."""
    given = {WayKind.PHONE: phones, WayKind.TEXT: texts, WayKind.EMAIL: emails}
    kept = tuple(way for way in old.ways if given.get(way.kind) is None)
    return kept + ways_of(session, phones, texts, emails)


def _way(session: Session, kind: WayKind, typed: str) -> Way:
    value, label = _labelled(typed)
    way = Way(kind, value, label)
    if kind is WayKind.EMAIL:
        return way
    from carelog.exchange.phone_numbers import read_number

    number = read_number(way.value, session.settings.country)
    if number.doubtful:
        session.remarks.append(contacts_words.number_not_known(way.value))
    return replace(way, value=number.text)


def _labelled(typed: str) -> tuple[str, str]:
    """A value and the label in brackets behind it: `020 7946 0018 (mobile)`; brackets around digits are a number's."""
    value, opened, label = typed.strip().removesuffix(")").rpartition("(")
    if typed.strip().endswith(")") and opened and value.strip() and any(sign.isalpha() for sign in label):
        return value, label
    return typed, ""


def changed_contact(
    old: Contact,
    name: str | None,
    ways: tuple[Way, ...],
    role: Role | None,
    good_for: Sequence[GoodFor] | None,
    hours: str | None,
    crisis: int | None,
    say: str | None,
    note: str | None,
) -> Contact:
    """The contact with what was given in place of what was there."""
    return replace(
        old,
        name=old.name if name is None else name,
        ways=ways,
        role=role or old.role,
        good_for=old.good_for if good_for is None else tuple(good_for),
        hours=old.hours if hours is None else hours,
        crisis_order=old.crisis_order if crisis is None else crisis or None,
        say=old.say if say is None else say,
        note=old.note if note is None else note,
    )


def asked_contact(session: Session, contacts: Contacts) -> Contact:
    """Ask for a contact field by field, and keep it; Enter skips all but the name.

    Raises InvalidValue where nobody can be asked.
    """
    need_terminal(session, noting_words.NEEDS_NAME)
    name = ask(
        contacts_words.ASK_CONTACT, lambda typed: new_name(typed, changing_words.NOUNS["contacts"], contacts.has_name)
    )
    phone = ask(contacts_words.ASK_PHONE, lambda typed: ways_of(session, [typed], None, None))
    hours = ask_text(contacts_words.ASK_HOURS)
    order = ask(contacts_words.ASK_ON_CARD, _place, str(len(contacts.on_card()) + 1))
    say = ask_text(contacts_words.ASK_SAY)
    return contacts.add(name, ways=phone, hours=hours, crisis_order=order, say=say)


def _place(typed: str) -> int | None:
    if not typed.strip().isdecimal():
        raise InvalidValue(contacts_words.CARD_PLACE)
    return int(typed) or None
