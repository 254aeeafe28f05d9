"""appointment: when the person sees somebody who helps, and what was agreed there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.appointment import changed, new_appointment
from carelog.cli.prompts.ask import confirm
from carelog.cli.prompts.options import Words, Yes
from carelog.cli.runtime.session import Session
from carelog.domain.people.agreement import Agreement
from carelog.domain.people.appointment import Appointment
from carelog.domain.text import clean_line
from carelog.errors import InvalidValue, NotFound
from carelog.exchange.serializers.people import agreement_shape, appointment_shape
from carelog.review.people.appointments import ShownAppointment
from carelog.wording import edit as edit_words
from carelog.wording.people import appointments as appointments_words

if TYPE_CHECKING:
    from carelog.domain.routines.routine import Routine
    from carelog.journal.collections.appointments import Agreements, Appointments
    from carelog.terminal.page import Page

Reference = Annotated[str, typer.Argument(metavar="REF", help="A handle from the list, or last.")]
WithWhom = Annotated[str | None, typer.Option("--with-whom", metavar="NAME", help="The contact you see.")]
When = Annotated[list[str] | None, typer.Argument(metavar="[WHEN]…", help="A day, and a time if you know it.")]
Every = Annotated[str | None, typer.Option("--every", metavar="1w", help="How it comes round: 1w, 2w, 10 days; off.")]
Until = Annotated[str | None, typer.Option("--until", metavar="WHEN", help="The last day it may fall on; off.")]


@command(
    "appointment add",
    "carelog appointment add tuesday 14:30 --with-whom Sam --every 1w",
    "carelog appointment add 2026-12-03",
)
def add(
    session: Session,
    when: When = None,
    with_whom: WithWhom = None,
    every: Every = None,
    until: Until = None,
) -> Answer:
    """Keep an appointment. Alone it asks."""
    journal = session.to_write()
    kept = journal.appointments.add(new_appointment(session, journal, when, with_whom, every, until))
    return _answer(session, kept)


@command("appointment edit", "carelog appointment edit last --every 2w", "carelog appointment edit last --until friday")
def edit(
    session: Session,
    reference: Reference,
    when: Annotated[str | None, typer.Option("--when", metavar="WHEN", help="Another day and time.")] = None,
    with_whom: WithWhom = None,
    every: Every = None,
    until: Until = None,
) -> Answer:
    """Change an appointment."""
    journal = session.to_write()
    found = journal.appointments.find(reference)
    kept = journal.appointments.replace(changed(session, journal.contacts, found, when, with_whom, every, until))
    return _answer(session, kept)


@command(
    "appointment list",
    "carelog appointment list",
    panel="Share",
    group="When you see somebody who helps, and what you agreed. Alone it lists them.",
)
def show_all(session: Session) -> Answer:
    """List your appointments, those to come first."""
    from carelog.review.people.appointments import appointments

    journal = session.to_read()
    shown = appointments(journal, session.today, list(journal.contacts))
    return Answer(page=lambda: _table(shown), data=lambda: {"appointments": list(map(_standing, shown))})


@command(
    "appointment note",
    'carelog appointment note "walk, 20 minutes" --routine --every 3/week',
    "carelog appointment note keep the evenings free",
    takes_text=True,
)
def note(
    session: Session,
    words: Words = None,
    routine: Annotated[bool, typer.Option("--routine", help="Make a routine of it.")] = False,
    every: Annotated[str, typer.Option("--every", metavar="CADENCE", help="How often, with --routine.")] = "daily",
) -> Answer:
    """Keep what was agreed at your last appointment; as a routine it is due from today."""
    text = " ".join(words or ())
    if not text.strip():
        raise InvalidValue(appointments_words.NEEDS_WORDS)
    made = _homework(session, text, every) if routine else None
    kept = _kept(session, text, made)
    said = appointments_words.agreed(kept.day, made.name if made else "")
    return Answer(said, data=lambda: {"agreement": agreement_shape(kept)})


@command("appointment agreed", "carelog appointment agreed")
def agreed(session: Session) -> Answer:
    """List what was agreed at your appointments."""
    shown = list(session.to_read().agreements)
    return Answer(page=lambda: _agreed(shown), data=lambda: {"agreements": list(map(agreement_shape, shown))})


@command("appointment remove", "carelog appointment remove last", "carelog appointment remove 3d26f9")
def remove(session: Session, reference: Reference, yes: Yes = False) -> Answer:
    """Remove an appointment, or something that was agreed, for good. It asks first."""
    collection, found, question = _meant(session, reference)
    if not confirm(session, question, yes=yes):
        return Answer(text=edit_words.NOT_DELETED)
    collection.remove(found)
    return Answer(text=edit_words.deleted(1), data=lambda: {"ids": [found]})


def _kept(session: Session, text: str, routine: "Routine | None") -> Agreement:
    """What was agreed, with the last appointment up to today and, if there is one, as a routine."""
    journal = session.to_write()
    tomorrow = session.today.fromordinal(session.today.toordinal() + 1)
    last = journal.appointments.last_before(tomorrow)
    appointment_id, day = (last[0].id, last[1]) if last else (None, session.today)
    agreement = Agreement(journal.agreements.new_id(), day, text, appointment_id)
    if routine is None:
        return journal.agreements.add(agreement)
    return journal.agreements.add_as_routine(agreement, routine, journal.routines)


def _homework(session: Session, text: str, every: str) -> "Routine":
    from carelog.domain.routines.cadence import read_cadence
    from carelog.domain.routines.routine import Routine

    routine_id = session.to_write().routines.new_id()
    return Routine(routine_id, clean_line(text), session.today, read_cadence(every))


def _who(session: Session, appointment: Appointment) -> str:
    people = {contact.id: contact.name for contact in session.to_read().contacts}
    return people.get(appointment.contact_id or "", "")


def _told(session: Session, appointment: Appointment) -> str:
    return appointments_words.appointment(appointment.day, appointment.at, _who(session, appointment))


def _answer(session: Session, kept: Appointment) -> Answer:
    said = appointments_words.added(kept.day, kept.at, _who(session, kept), kept.every)
    return Answer(said, data=lambda: {"appointment": appointment_shape(kept)})


def _meant(session: Session, reference: str) -> "tuple[Appointments | Agreements, str, str]":
    """Where it is kept, its id, and the question before it is removed. An appointment comes before what was agreed."""
    journal = session.to_write()
    try:
        appointment = journal.appointments.find(reference)
    except NotFound:
        if reference == "last":
            raise
        agreement = journal.agreements.find(reference)
        return journal.agreements, agreement.id, edit_words.ask_delete_words(clean_line(agreement.text))
    return journal.appointments, appointment.id, edit_words.ask_delete(_told(session, appointment))


def _table(shown: Sequence[ShownAppointment]) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (
            appointments_words.appointment(each.next_day or each.appointment.day, each.appointment.at, each.who),
            appointments_words.interval(each.appointment.every),
            each.last_day.isoformat() if each.last_day else "",
            each.appointment.handle,
        )
        for each in shown
    ]
    return ListTable(("when", "comes round", "last", "handle"), rows, if_empty=appointments_words.NONE_YET)


def _agreed(shown: Sequence[Agreement]) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [(each.day.isoformat(), clean_line(each.text), each.handle) for each in shown]
    return ListTable(("agreed", "what", "handle"), rows, if_empty=appointments_words.NOTHING_AGREED)


def _standing(coming: ShownAppointment) -> dict[str, Any]:
    return appointment_shape(coming.appointment) | {
        "next_day": coming.next_day.isoformat() if coming.next_day else None,
        "last_day": coming.last_day.isoformat() if coming.last_day else None,
    }
