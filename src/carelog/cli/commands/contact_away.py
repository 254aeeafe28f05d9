"""contact away, contact back: people whose name nothing brings up by itself, until they are wanted back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.people_away import contact_or_raise, contact_to_put_away, put_away_shape, things_to_put_away
from carelog.cli.prompts.options import Yes
from carelog.cli.runtime.session import Session
from carelog.domain.people.contact import Contact
from carelog.domain.people.put_away import PutAway
from carelog.errors import NotFound
from carelog.exchange.serializers.nouns import contact_shape
from carelog.language import gettext as _
from carelog.wording.discretion import NOTHING_HERE
from carelog.wording.people import people_away as away_words
from carelog.wording.punctuation import quoted

if TYPE_CHECKING:
    from carelog.terminal.page import Page

Name = Annotated[list[str], typer.Argument(help=_("Their name, the beginning of it, or a handle."), show_default=False)]
Back = Annotated[
    list[str] | None, typer.Argument(help=_("Their name, or the handle of one thing. Alone it lists what is away."))
]


@command("contact away", "carelog contact away Sam")
def away(session: Session, name: Name, yes: Yes = False) -> Answer:
    """Put somebody away: nothing brings the name up by itself. It asks about your plan and kind words; all is kept."""
    journal, typed = session.to_write(), " ".join(name)
    contact = contact_to_put_away(journal, typed)
    things = things_to_put_away(session, journal, contact, yes=yes)
    journal.people_away.put_away(contact, session.today, things or ())
    shape = {"contact": contact_shape(contact, reachable_now=None), "put_away": put_away_shape(things or ())}
    said, changed = away_words.put_away(contact.name, all_of_it=things != []), session.changed_by_person
    return Answer(said, data=lambda: shape, changed=changed)


@command("contact back", "carelog contact back", "carelog contact back Sam")
def back(session: Session, name: Back = None) -> Answer:
    """Bring somebody back with what was put away with them, or one thing by its handle. Alone it lists what is away."""
    if not name:
        return _listed(session)
    people, typed = session.to_write().people_away, " ".join(name)
    try:
        contact = people.named(typed)
    except NotFound:
        return _thing_or_nobody_back(session, typed)
    things = people.bring_back(contact)
    return _answer(session, away_words.brought_back(contact.name, things), contact, things)


def _thing_or_nobody_back(session: Session, typed: str) -> Answer:
    """The answer for a thing that comes back alone, and for somebody who is not away."""
    journal = session.to_write()
    people = journal.people_away
    try:
        thing = people.thing(typed)
    except NotFound as nothing:
        return _answer(session, "", contact_or_raise(journal, typed, nothing), ())
    people.bring_thing_back(thing)
    return _answer(session, away_words.brought_back(quoted(thing.text), ()), None, [thing])


def _listed(session: Session) -> Answer:
    shape = _shape(session, None, ()) | {"changed": False}
    if session.masks:
        return Answer(NOTHING_HERE, data=lambda: shape)
    people = session.to_read().people_away
    away = [PutAway("contacts", each.id, each.name, each.id) for each in people] + people.things()
    return Answer(page=lambda: _table(away), data=lambda: shape)


def _answer(session: Session, text: str, contact: Contact | None, things: Sequence[PutAway]) -> Answer:
    shape, changed = _shape(session, contact, things), session.changed_by_person
    return Answer(text, data=lambda: shape, changed=changed)


def _shape(session: Session, contact: Contact | None, brought_back: Sequence[PutAway]) -> dict[str, Any]:
    """Who and what came back, and who and what is still away; others who see the screen learn nothing of these."""
    people = session.to_read().people_away
    contacts, things = ([], []) if session.masks else (list(people), people.things())
    return {
        "contact": contact and contact_shape(contact, reachable_now=None),
        "brought_back": put_away_shape(brought_back),
        "contacts": [contact_shape(each, reachable_now=None) for each in contacts],
        "put_away": put_away_shape(things),
    }


def _table(away: list[PutAway]) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [(away_words.KINDS[each.table], each.text, each.handle) for each in away]
    return ListTable(away_words.COLUMNS, rows, if_empty=away_words.NOBODY_AWAY)
