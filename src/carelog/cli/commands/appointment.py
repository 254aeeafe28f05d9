"""appointment: when the person sees somebody who helps, and what was agreed there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.appointment import (
    agreed_routine,
    agreed_text,
    changed_appointment,
    keep_agreement,
    new_appointment,
)
from carelog.cli.forms.empty import if_none
from carelog.cli.forms.new_words import words_or_option
from carelog.cli.forms.removal import remove_one
from carelog.cli.prompts.number_options import FromTop, Newest, newest_of, top_of, with_rest
from carelog.cli.prompts.options import HandlesAnyway, Reference, Words, Yes
from carelog.cli.prompts.period_options import First, Last, Until, period_of_list, within
from carelog.cli.runtime.session import Session
from carelog.domain.ids import is_last
from carelog.domain.people.agreement import Agreement
from carelog.domain.people.appointment import Appointment
from carelog.domain.people.called import called
from carelog.domain.text import clean_line
from carelog.errors import NotFound
from carelog.exchange.serializers.people import agreement_shape, appointment_shape
from carelog.language import gettext as _
from carelog.review.people.appointments import ShownAppointment
from carelog.wording import edit as edit_words
from carelog.wording.days import day_in_table
from carelog.wording.people import appointments as appointments_words

if TYPE_CHECKING:
    from carelog.journal.collections.appointments import Agreements, Appointments
    from carelog.terminal.page import Page

WithWhom = Annotated[str | None, typer.Option("--with", metavar="NAME", help=_("The contact you see."))]
When = Annotated[list[str] | None, typer.Argument(metavar="[WHEN]…", help=_("A day, and a time if you know it."))]
NewWhen = Annotated[list[str] | None, typer.Argument(metavar="[WHEN]…", help=_("Another day and time."))]
Every = Annotated[
    str | None, typer.Option("--every", metavar="LENGTH", help=_("How often: 1w, 2w, 10 days; off takes it away."))
]
EndsOn = Annotated[
    str | None, typer.Option("--until", metavar="WHEN", help=_("The last day it may fall on; off takes it away."))
]


@command(
    "appointment add",
    "carelog appointment add tuesday 14:30 --with Sam --every 1w",
    "carelog appointment add 2026-12-03",
)
def add(
    session: Session,
    when: When = None,
    with_whom: WithWhom = None,
    every: Every = None,
    until: EndsOn = None,
) -> Answer:
    """Keep an appointment. Alone it asks."""
    journal = session.to_write()
    kept = journal.appointments.insert(new_appointment(session, journal, when, with_whom, every, until))
    return _answer(session, kept)


@command(
    "appointment edit",
    "carelog appointment edit last --every 2w",
    "carelog appointment edit last friday 15:00",
    "carelog appointment edit last --until friday",
)
def edit(
    session: Session,
    reference: Reference,
    words: NewWhen = None,
    when: Annotated[str | None, typer.Option("--when", hidden=True)] = None,
    with_whom: WithWhom = None,
    every: Every = None,
    until: EndsOn = None,
) -> Answer:
    """Change an appointment."""
    journal = session.to_write()
    found = journal.appointments.find(reference)
    new_when = words_or_option(words, when)
    kept = journal.appointments.edit(
        changed_appointment(session, journal.contacts, found, new_when, with_whom, every, until)
    )
    return _answer(session, kept, changed=session.changed_by_person)


@command(
    "appointment list",
    "carelog appointment list",
    "carelog appointment list --from today",
    panel="Share",
    group=_("When you see somebody who helps, and what you agreed. Alone it lists them."),
)
def show_all(
    session: Session,
    last: Last = None,
    first: First = None,
    until: Until = None,
    most: FromTop = None,
    _handles: HandlesAnyway = False,
) -> Answer:
    """List your appointments, those to come first."""
    from carelog.review.people.appointments import appointments

    journal = session.to_read()
    period = period_of_list(session, last, first, until, ahead=True)
    found = [each for each in appointments(journal, session.today, list(journal.contacts)) if each.is_within(period)]
    shown = top_of(found, most)
    empty = if_none(period, appointments_words.NONE_YET)
    return Answer(
        page=lambda: with_rest(_table(shown, empty), shown, found),
        data=lambda: {"appointments": list(map(_shape, shown))},
    )


@command(
    "appointment note",
    'carelog appointment note "walk, 20 minutes" --routine --every 3/week',
    "carelog appointment note keep the evenings free",
    takes_text=True,
    kept_by="appointment note",
)
def note(
    session: Session,
    words: Words = None,
    routine: Annotated[bool, typer.Option("--routine", help=_("Make a routine of it."))] = False,
    every: Annotated[str, typer.Option("--every", metavar="CADENCE", help=_("How often, with --routine."))] = "daily",
) -> Answer:
    """Keep what was agreed at your last appointment; as a routine it is due from today."""
    text = agreed_text(words)
    journal = session.to_write()
    made = agreed_routine(session, journal, text, every) if routine else None
    kept = keep_agreement(session, journal, text, made)
    said = appointments_words.agreed(kept.day, made.name if made else "")
    return Answer(said, data=lambda: {"agreement": agreement_shape(kept)})


@command("appointment agreed", "carelog appointment agreed")
def agreed(
    session: Session,
    last: Last = None,
    first: First = None,
    until: Until = None,
    newest: Newest = None,
    _handles: HandlesAnyway = False,
) -> Answer:
    """List what was agreed at your appointments."""
    period = period_of_list(session, last, first, until)
    found = within(session.to_read().agreements, period)
    shown = newest_of(found, newest)
    empty = if_none(period, appointments_words.NOTHING_AGREED)
    return Answer(
        page=lambda: with_rest(_agreements_table(shown, empty), shown, found),
        data=lambda: {"agreements": list(map(agreement_shape, shown))},
    )


@command("appointment remove", "carelog appointment remove last", "carelog appointment remove 3d26f9")
def remove(session: Session, reference: Reference, yes: Yes = False) -> Answer:
    """Remove an appointment, or something that was agreed, for good. It asks first."""
    collection, thing_id, question = _find(session, reference)
    return remove_one(session, collection, thing_id, question, yes=yes)


def _answer(session: Session, kept: Appointment, *, changed: bool | None = None) -> Answer:
    said = appointments_words.added(kept.day, kept.at, _contact_name(session, kept), kept.every)
    return Answer(said, data=lambda: {"appointment": appointment_shape(kept)}, changed=changed)


def _contact_name(session: Session, appointment: Appointment) -> str:
    people = {contact.id: called(contact) for contact in session.to_read().contacts}
    return people.get(appointment.contact_id or "", "")


def _table(shown: Sequence[ShownAppointment], if_empty: str) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (
            appointments_words.appointment(day, each.appointment.at, each.who),
            appointments_words.interval(each.appointment.every),
            appointments_words.last_time(each.last_day, day, planned=each.was_planned) if each.last_day else "",
            each.appointment.handle,
        )
        for each in shown
        for day in [each.next_day or each.appointment.day]
    ]
    return ListTable(appointments_words.COLUMNS, rows, if_empty=if_empty)


def _shape(coming: ShownAppointment) -> dict[str, Any]:
    return appointment_shape(coming.appointment) | {
        "next_day": coming.next_day.isoformat() if coming.next_day else None,
        "last_day": coming.last_day.isoformat() if coming.last_day else None,
        "last_day_was_planned": coming.was_planned,
    }


def _agreements_table(shown: Sequence[Agreement], if_empty: str) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [(day_in_table(each.day), clean_line(each.text), each.handle) for each in shown]
    return ListTable(appointments_words.AGREEMENT_COLUMNS, rows, if_empty=if_empty)


def _find(session: Session, reference: str) -> "tuple[Appointments | Agreements, str, str]":
    """The collection, the id and the question of what a reference means: an appointment, else an agreement."""
    journal = session.to_write()
    try:
        appointment = journal.appointments.find(reference)
    except NotFound:
        if is_last(reference):
            raise
        agreement = journal.agreements.find(reference)
        return journal.agreements, agreement.id, edit_words.ask_remove_words(clean_line(agreement.text))
    name = appointments_words.appointment(appointment.day, appointment.at, _contact_name(session, appointment))
    return journal.appointments, appointment.id, edit_words.ask_remove(name)
