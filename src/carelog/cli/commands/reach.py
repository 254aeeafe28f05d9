"""reach, reached, contact ask, contact snooze: turn to people."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.reach import answer_with_someone
from carelog.cli.prompts.options import Aside, At
from carelog.cli.prompts.times import day_of, past_moment
from carelog.cli.runtime.session import Session
from carelog.domain.people.called import called, typed_for
from carelog.domain.people.contact import Contact, GoodFor
from carelog.domain.people.outreach import Helped
from carelog.domain.time.when import Direction
from carelog.exchange.serializers.nouns import contact_shape
from carelog.exchange.serializers.people import reached_shape
from carelog.language import gettext as _
from carelog.wording.people import reach as reach_words

Name = Annotated[list[str], typer.Argument(help=_("Their name, the beginning of it, or a handle."), show_default=False)]


@command(
    "reach",
    "carelog reach",
    'carelog reach --good-for practical "lift to the clinic Thursday"',
    panel="People and crisis",
    own_screen=False,
    takes_text=True,
)
def reach(
    session: Session,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME|TEXT]", help=_("Whom you would like to turn to, or what you would like help with.")
        ),
    ] = None,
    good_for: Annotated[
        list[GoodFor] | None,
        typer.Option("--good-for", help=_("What you need someone for; several: who is good for most of it.")),
    ] = None,
) -> Answer:
    """Name one person to turn to now, a message to copy, and a line that is open. Nothing is sent or noted."""
    return answer_with_someone(session, session.to_read, good_for or (), " ".join(words or ()))


@command(
    "reached", "carelog reached Sam", 'carelog reached Sam --helped yes --note "we walked"', panel="People and crisis"
)
def reached(
    session: Session,
    name: Name,
    helped: Annotated[Helped | None, typer.Option("--helped", help=_("Whether it helped, if you like."))] = None,
    note: Aside = "",
    at: At = None,
) -> Answer:
    """Note that you turned to someone."""
    journal = session.to_write()
    contact = journal.contacts.named(" ".join(name))
    kept = journal.reached.add(contact, helped=helped, note=note, at=past_moment(session, at))
    return Answer(reach_words.noted(called(contact)), data=lambda: {"reached": reached_shape(kept)})


@command(
    "contact ask",
    "carelog contact ask Sam",
    'carelog contact ask Sam --agreed yesterday --yes-to "a call in the evening"',
)
def ask_whether(
    session: Session,
    name: Name,
    agreed: Annotated[str | None, typer.Option("--agreed", metavar="WHEN", help=_("When they answered."))] = None,
    yes_to: Annotated[str | None, typer.Option("--yes-to", metavar="TEXT", help=_("What they said yes to."))] = None,
) -> Answer:
    """Draft a message that asks someone whether you may call on bad days; or keep what they answered."""
    contacts = session.to_read().contacts if agreed is yes_to is None else session.to_write().contacts
    contact = contacts.named(" ".join(name))
    if agreed is None and yes_to is None:
        return _draft(contact, named=not session.masks)
    to = contact.agreed_to if yes_to is None else yes_to
    kept = contacts.edit(replace(contact, agreed_on=day_of(session, agreed), agreed_to=to))
    return Answer(reach_words.agreed(kept), data=lambda: _shape(kept), changed=session.changed_by_person)


@command("contact snooze", "carelog contact snooze Sam", "carelog contact snooze Sam 4w")
def snooze(
    session: Session,
    name: Annotated[str, typer.Argument(help=_("Their name, the beginning of it, or a handle."))],
    until: Annotated[str, typer.Argument(metavar="[2w|WHEN]", help=_("For how long, or until when."))] = "2w",
) -> Answer:
    """Leave someone out of “today” for a while."""
    contacts = session.to_write().contacts
    day = day_of(session, until, Direction.FORWARD)
    contact = contacts.edit(replace(contacts.named(name), snoozed=day))
    changed = session.changed_by_person
    return Answer(reach_words.snoozed(called(contact), day), data=lambda: _shape(contact), changed=changed)


def _draft(contact: Contact, *, named: bool) -> Answer:
    message = reach_words.ask_for_agreement(called(contact)) if named else reach_words.ASK_FOR_AGREEMENT
    text = f"{reach_words.MESSAGE_TO_COPY}\n\n{message}\n\n{reach_words.answer_with(typed_for(contact))}"
    return Answer(text, data=lambda: _shape(contact) | {"message": message, "changed": False})


def _shape(contact: Contact) -> dict[str, Any]:
    return {"contact": contact_shape(contact, reachable_now=None), "message": None}
