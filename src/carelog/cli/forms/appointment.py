"""Read an appointment from the options, or ask for it, and keep what was agreed there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, need_terminal
from carelog.cli.prompts.times import day_and_clock, day_of, days_in
from carelog.domain.people.agreement import Agreement
from carelog.domain.people.appointment import Appointment
from carelog.domain.text import clean_line, takes_away
from carelog.domain.time.when import Direction
from carelog.errors import InvalidValue, NotFound
from carelog.wording.people import appointments as appointments_words

if TYPE_CHECKING:
    from datetime import date

    from carelog.cli.runtime.context import Context
    from carelog.domain.routines.routine import Routine
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
    """A new appointment; without a time the person is asked for it.

    Raises InvalidValue for a value that cannot be used and where nobody can be asked, NotFound for an unknown contact.
    """
    words = " ".join(when or ())
    if not words:
        words, with_whom, every = _ask_appointment(context, journal.contacts)
    bare = Appointment(journal.appointments.new_id(), context.today)
    return changed_appointment(context, journal.contacts, bare, words, with_whom, every, until)


def changed_appointment(
    context: Context,
    contacts: Contacts,
    old: Appointment,
    when: str | None,
    with_whom: str | None,
    every: str | None,
    until: str | None,
) -> Appointment:
    """The appointment with what is given in place of what was there; empty text or off removes it.

    Raises InvalidValue for a value that cannot be used, NotFound for an unknown contact.
    """
    day, at = day_and_clock(context, when) if when else (old.day, old.at)
    return replace(
        old,
        day=day,
        at=at,
        every=old.every if every is None else _read_interval(context, every),
        until=old.until if until is None else _last_day(context, until),
        contact_id=old.contact_id if with_whom is None else _contact_id(contacts, with_whom),
    )


def agreed_text(words: Sequence[str] | None) -> str:
    """The words of an agreement as one text. Raises InvalidValue without any."""
    text = " ".join(words or ())
    if not text.strip():
        raise InvalidValue("appointment.agreement-needed")
    return text


def agreed_routine(context: Context, journal: Journal, text: str, every: str) -> Routine:
    """An agreement as a routine from today. Raises InvalidValue for a cadence that cannot be read."""
    from carelog.domain.routines.cadence import read_cadence
    from carelog.domain.routines.routine import Routine

    return Routine(journal.routines.new_id(), clean_line(text), context.today, read_cadence(every))


def keep_agreement(context: Context, journal: Journal, text: str, routine: Routine | None) -> Agreement:
    """Keep an agreement with the last appointment up to today and, where there is one, with its routine."""
    tomorrow = context.today.fromordinal(context.today.toordinal() + 1)
    last = journal.appointments.last_before(tomorrow)
    appointment_id, day = (last[0].id, last[1]) if last else (None, context.today)
    if routine is None:
        return journal.agreements.add(text, day=day, appointment=last[0] if last else None)
    agreement = Agreement(journal.agreements.new_id(), day, text, appointment_id)
    return journal.agreements.add_as_routine(agreement, routine, journal.routines)


def _ask_appointment(context: Context, contacts: Contacts) -> tuple[str, str, str]:
    need_terminal(context, "appointment.needs-terminal")

    def checked_when(typed: str) -> str:
        day_and_clock(context, typed)
        return typed

    def checked_name(typed: str) -> str:
        try:
            _contact_id(contacts, typed)
        except NotFound as unknown:
            raise InvalidValue(unknown.key, **unknown.values) from None
        return typed

    def checked_interval(typed: str) -> str:
        _read_interval(context, typed)
        return typed

    when = ask(appointments_words.ASK_WHEN, checked_when)
    name = ask(appointments_words.ASK_WHOM, checked_name)
    return when, name, ask(appointments_words.ASK_EVERY, checked_interval)


def _read_interval(context: Context, length: str) -> int | None:
    """The days from one appointment to the next; None for a single one."""
    try:
        return days_in(context, length)
    except InvalidValue:
        raise InvalidValue("appointment.interval-not-understood", text=length) from None


def _last_day(context: Context, until: str) -> date | None:
    return None if takes_away(until) else day_of(context, until, Direction.FORWARD)


def _contact_id(contacts: Contacts, name: str) -> str | None:
    return contacts.named(name).id if name.strip() else None
