"""What is said of an appointment, as typed or as asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.ask import ask, need_terminal
from carelog.cli.times import day_and_clock, day_of, days_in
from carelog.domain.people.appointment import Appointment
from carelog.domain.time.when import Direction
from carelog.errors import InvalidValue, NotFound
from carelog.wording import appointments as appointments_words

if TYPE_CHECKING:
    from datetime import date

    from carelog.cli.session import Session


def new_appointment(
    session: Session, when: Sequence[str] | None, with_whom: str | None, every: str | None, until: str | None
) -> Appointment:
    """The appointment that is meant; without a time it is asked for.

    Raises InvalidValue or NotFound for what cannot be used, and where nobody can be asked.
    """
    words = " ".join(when or ())
    if not words:
        words, with_whom, every = _asked(session)
    bare = Appointment(session.to_write().appointments.new_id(), session.today)
    return changed(session, bare, words, with_whom, every, until)


def changed(
    session: Session, old: Appointment, when: str | None, with_whom: str | None, every: str | None, until: str | None
) -> Appointment:
    """An appointment with what is said in place of what was there; empty text or off removes it."""
    day, at = day_and_clock(session, when) if when else (old.day, old.at)
    return replace(
        old,
        day=day,
        at=at,
        every=old.every if every is None else read_round(session, every),
        until=old.until if until is None else _last_day(session, until),
        contact_id=old.contact_id if with_whom is None else _contact(session, with_whom),
    )


def read_round(session: Session, length: str) -> int | None:
    """After how many days it comes round; None for once."""
    try:
        return days_in(session, length)
    except InvalidValue:
        raise InvalidValue(appointments_words.no_round(length)) from None


def _last_day(session: Session, until: str) -> date | None:
    return None if until.strip().lower() in ("", "off") else day_of(session, until, Direction.FORWARD)


def _contact(session: Session, name: str) -> str | None:
    return session.to_write().contacts.named(name).id if name.strip() else None


def _asked(session: Session) -> tuple[str, str, str]:
    need_terminal(session, appointments_words.NEEDS_WHEN)

    def understood(typed: str) -> str:
        day_and_clock(session, typed)
        return typed

    def known(typed: str) -> str:
        try:
            _contact(session, typed)
        except NotFound as unknown:
            raise InvalidValue(unknown.message) from None
        return typed

    def comes_round(typed: str) -> str:
        read_round(session, typed)
        return typed

    when = ask(appointments_words.ASK_WHEN, understood)
    return when, ask(appointments_words.ASK_WHOM, known), ask(appointments_words.ASK_EVERY, comes_round)
