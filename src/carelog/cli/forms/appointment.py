"""What is said of an appointment, as typed or as asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, need_terminal
from carelog.cli.prompts.times import day_and_clock, day_of, days_in
from carelog.domain.people.appointment import Appointment
from carelog.domain.time.when import Direction
from carelog.errors import InvalidValue, NotFound
from carelog.wording.people import appointments as appointments_words

if TYPE_CHECKING:
    from datetime import date

    from carelog.cli.runtime.context import Context
    from carelog.journal import Journal
    from carelog.journal.collections.contacts import Contacts


def new_appointment(
    context: Context,
    journal: Journal,
    when: Sequence[str] | None,
    with_whom: str | None,
    every: str | None,
    until: str | None,
) -> Appointment:
    """The appointment that is meant; without a time it is asked for.

    Raises InvalidValue or NotFound for what cannot be used, and where nobody can be asked.
    """
    words = " ".join(when or ())
    if not words:
        words, with_whom, every = _asked(context, journal.contacts)
    bare = Appointment(journal.appointments.new_id(), context.today)
    return changed(context, journal.contacts, bare, words, with_whom, every, until)


def changed(
    context: Context,
    contacts: Contacts,
    old: Appointment,
    when: str | None,
    with_whom: str | None,
    every: str | None,
    until: str | None,
) -> Appointment:
    """An appointment with what is said in place of what was there; empty text or off removes it."""
    day, at = day_and_clock(context, when) if when else (old.day, old.at)
    return replace(
        old,
        day=day,
        at=at,
        every=old.every if every is None else read_round(context, every),
        until=old.until if until is None else _last_day(context, until),
        contact_id=old.contact_id if with_whom is None else _contact(contacts, with_whom),
    )


def read_round(context: Context, length: str) -> int | None:
    """After how many days it comes round; None for once."""
    try:
        return days_in(context, length)
    except InvalidValue:
        raise InvalidValue(appointments_words.not_an_interval(length)) from None


def _last_day(context: Context, until: str) -> date | None:
    return None if until.strip().lower() in ("", "off") else day_of(context, until, Direction.FORWARD)


def _contact(contacts: Contacts, name: str) -> str | None:
    return contacts.named(name).id if name.strip() else None


def _asked(context: Context, contacts: Contacts) -> tuple[str, str, str]:
    need_terminal(context, appointments_words.NEEDS_WHEN)

    def understood(typed: str) -> str:
        day_and_clock(context, typed)
        return typed

    def known(typed: str) -> str:
        try:
            _contact(contacts, typed)
        except NotFound as unknown:
            raise InvalidValue(unknown.message) from None
        return typed

    def comes_round(typed: str) -> str:
        read_round(context, typed)
        return typed

    when = ask(appointments_words.ASK_WHEN, understood)
    return when, ask(appointments_words.ASK_WHOM, known), ask(appointments_words.ASK_EVERY, comes_round)
