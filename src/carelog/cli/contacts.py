"""contact: the people and places one can turn to."""

from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.ask import confirm
from carelog.cli.command import command
from carelog.cli.contact_details import asked_contact, changed_contact, changed_ways, ways_of
from carelog.cli.options import Yes
from carelog.cli.session import Session
from carelog.domain.contact import Contact, GoodFor, Role
from carelog.exchange.shapes import contact_shape
from carelog.wording import changing as changing_words
from carelog.wording import contacts as contacts_words

if TYPE_CHECKING:
    from carelog.terminal.page import Page

Name = Annotated[list[str], typer.Argument(help="Their name, the beginning of it, or a handle.", show_default=False)]
Phones = Annotated[
    list[str] | None,
    typer.Option("--phone", help="A number to call, a label in brackets behind it."),
]
Texts = Annotated[list[str] | None, typer.Option("--text", help="A number to text.")]
Emails = Annotated[list[str] | None, typer.Option("--email", help="An e-mail address.")]
Hours = Annotated[str | None, typer.Option("--hours", help="When they can be reached: Mon-Fri 09:00-17:00.")]
GoodFors = Annotated[list[GoodFor] | None, typer.Option("--good-for", help="What they are good for.")]
Crisis = Annotated[
    int | None, typer.Option("--crisis", min=0, help="Place on the crisis card, from 1; 0 takes it off.")
]
Say = Annotated[str | None, typer.Option("--say", help="What to say when you call.")]
Note = Annotated[str | None, typer.Option("--note", help="A note for yourself; never on the card.")]


@command(
    "contact add",
    'carelog contact add Sam --phone "020 7946 0018" --crisis 1 --say "Can you stay on the phone with me?"',
    'carelog contact add "Dr Ada" --role professional --hours "Mon-Fri 09:00-17:00"',
)
def add(
    session: Session,
    name: Annotated[str | None, typer.Argument(help="Their name.", show_default=False)] = None,
    phone: Phones = None,
    text: Texts = None,
    email: Emails = None,
    role: Annotated[Role, typer.Option("--role", help="Who they are to you.")] = Role.FRIEND,
    good_for: GoodFors = None,
    hours: Hours = None,
    crisis: Crisis = None,
    say: Say = None,
    note: Note = None,
) -> Answer:
    """Add someone you can turn to. Alone it asks."""
    contacts = session.to_write().contacts
    if name is None:
        return _added(asked_contact(session, contacts))
    ways = ways_of(session, phone, text, email)
    hours, say, note = hours or "", say or "", note or ""
    place = crisis or None
    contact = contacts.add(
        name, role=role, ways=ways, good_for=good_for or (), hours=hours, crisis_order=place, say=say, note=note
    )
    return _added(contact)


@command("contact list", "carelog contact list", "carelog contact --json")
def show_all(session: Session) -> Answer:
    """List the people and places you can turn to, those on the crisis card first."""
    contacts = list(session.to_read().contacts)
    return Answer(
        page=lambda: _table(contacts),
        data=lambda: {"contacts": [contact_shape(each) for each in contacts]},
    )


@command("contact show", "carelog contact show Sam")
def show(session: Session, name: Name) -> Answer:
    """Show one contact with everything you noted."""
    contact = session.to_read().contacts.named(" ".join(name))
    return Answer(page=lambda: _details(contact), data=lambda: {"contact": contact_shape(contact)})


@command("contact edit", 'carelog contact edit Sam --phone "020 7946 0021"', "carelog contact edit Sam --crisis 0")
def edit(
    session: Session,
    name: Name,
    new_name: Annotated[str | None, typer.Option("--name", help="A new name.")] = None,
    phone: Phones = None,
    text: Texts = None,
    email: Emails = None,
    role: Annotated[Role | None, typer.Option("--role", help="Who they are to you.")] = None,
    good_for: GoodFors = None,
    hours: Hours = None,
    crisis: Crisis = None,
    say: Say = None,
    note: Note = None,
) -> Answer:
    """Change a contact: what is given replaces what was there; an empty text removes it."""
    contacts = session.to_write().contacts
    old = contacts.named(" ".join(name))
    ways = changed_ways(session, old, phone, text, email)
    new = changed_contact(old, new_name, ways, role, good_for, hours, crisis, say, note)
    contact = contacts.replace(new)
    return Answer(text=contacts_words.contact_changed(contact.name), data=lambda: {"contact": contact_shape(contact)})


@command("contact remove", "carelog contact remove Sam")
def remove(
    session: Session,
    name: Name,
    yes: Yes = False,
) -> Answer:
    """Remove a contact for good, from the crisis card too. It asks first."""
    contacts = session.to_write().contacts
    contact = contacts.named(" ".join(name))
    if not confirm(session, changing_words.ask_delete(f"“{contact.name}”"), yes=yes):
        return Answer(text=changing_words.NOT_DELETED)
    contacts.remove(contact.id)
    return Answer(text=changing_words.deleted(1), data=lambda: {"ids": [contact.id]})


def _added(contact: Contact) -> Answer:
    text = contacts_words.contact_added(contact.name, on_card=contact.crisis_order is not None)
    return Answer(text=text, data=lambda: {"contact": contact_shape(contact)})


def _table(contacts: list[Contact]) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (
            str(each.crisis_order or ""),
            each.name,
            each.role.value,
            ", ".join(way.value for way in each.ways),
            each.hours,
            ", ".join(good.value for good in each.good_for),
        )
        for each in contacts
    ]
    return ListTable(("card", "name", "role", "reach", "hours", "good for"), rows, if_empty=contacts_words.NO_CONTACTS)


def _details(contact: Contact) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [("name", contact.name), ("role", contact.role.value)]
    rows += [(way.kind.value, f"{way.value} {way.label}".strip()) for way in contact.ways]
    rows += [("good for", ", ".join(each.value for each in contact.good_for)), ("hours", contact.hours)]
    rows += [("crisis card", str(contact.crisis_order or "")), ("what to say", contact.say), ("note", contact.note)]
    return ListTable(("", ""), [row for row in rows if row[1]])
