"""contact: the people and places that a person can turn to."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.contact import ContactOptions, ask_contact
from carelog.cli.forms.empty import if_empty
from carelog.cli.forms.new_words import named_and_renamed
from carelog.cli.forms.people_away import put_away_shape, things_to_put_away
from carelog.cli.prompts.ask import confirm
from carelog.cli.prompts.discretion_options import Cover, NotOnCard
from carelog.cli.prompts.number_options import FromTop, top_of, with_rest
from carelog.cli.prompts.options import Handles, NameToEdit, NewName, Yes
from carelog.cli.runtime.session import Session
from carelog.domain.people.called import called as called_by
from carelog.domain.people.contact import Contact, GoodFor, Role
from carelog.exchange.serializers.nouns import contact_shape
from carelog.language import gettext as _
from carelog.terminal.pages.contacts import contact_table, contacts_table
from carelog.wording import edit as edit_words
from carelog.wording.people import contacts as contacts_words
from carelog.wording.people.people_away import removed

if TYPE_CHECKING:
    from carelog.domain.people.put_away import PutAway
    from carelog.review.people.contacts import Reachable

Name = Annotated[list[str], typer.Argument(help=_("Their name, the beginning of it, or a handle."), show_default=False)]
Phones = Annotated[
    list[str] | None, typer.Option("--phone", help=_("A number to call, a label in brackets behind it."))
]
Texts = Annotated[list[str] | None, typer.Option("--text", metavar="NUMBER", help=_("A number to text."))]
Emails = Annotated[list[str] | None, typer.Option("--email", help=_("An e-mail address."))]
Webs = Annotated[list[str] | None, typer.Option("--web", help=_("A web page or a link to a meeting."))]
Addresses = Annotated[list[str] | None, typer.Option("--address", help=_("Where they are, or where a group meets."))]
Hours = Annotated[str | None, typer.Option("--hours", help=_("When they can be reached: Mon-Fri 09:00-17:00."))]
Zone = Annotated[str | None, typer.Option("--zone", help=_("The time zone of their hours: Europe/Berlin."))]
GoodFors = Annotated[list[GoodFor] | None, typer.Option("--good-for", help=_("What they are good for."))]
Crisis = Annotated[
    int | None, typer.Option("--crisis", min=0, help=_("Place on the crisis card, from 1; 0 takes it off."))
]
Say = Annotated[str | None, typer.Option("--say", help=_("What to say when you call."))]
Note = Annotated[str | None, typer.Option("--note", help=_("A note for yourself; never on the card."))]
Meets = Annotated[str | None, typer.Option("--meets", help=_("When a group meets: Tue 19:00 every week."))]
InTouch = Annotated[
    str | None,
    typer.Option(
        "--keep-in-touch", metavar="LENGTH", help=_("Have “today” say when it is time to be in touch; off ends it.")
    ),
]

Called = Annotated[
    str | None, typer.Option("--call", metavar="NAME", help=_("What you call them: Jo. It can be typed as well."))
]


@command(
    "contact add",
    'carelog contact add Sam --phone "020 7946 0018 (mobile)" --crisis 1 --say "Can you stay on the phone with me?"',
    'carelog contact add "Dr Ada" --role professional --hours "Mon-Fri 09:00-17:00"',
    'carelog contact add Choir --role group --meets "Tue 19:00 every week" --address "Town hall"',
    asks_country=True,
)
def add(
    session: Session,
    name: Annotated[str | None, typer.Argument(help=_("Their name."), show_default=False)] = None,
    phone: Phones = None,
    text: Texts = None,
    email: Emails = None,
    web: Webs = None,
    address: Addresses = None,
    role: Annotated[Role, typer.Option("--role", help=_("Who they are to you."))] = Role.FRIEND,
    good_for: GoodFors = None,
    hours: Hours = None,
    zone: Zone = None,
    crisis: Crisis = None,
    say: Say = None,
    note: Note = None,
    meets: Meets = None,
    touch: InTouch = None,
    called: Called = None,
    cover: Cover = None,
    not_on_card: NotOnCard = None,
) -> Answer:
    """Add someone you can turn to. Alone it asks."""
    contacts = session.to_write().contacts
    if name is None:
        asked = ask_contact(session, contacts)
        return _added(session, asked) if asked else Answer(contacts_words.NOBODY_ADDED)
    ways = (phone, text, email, web, address)
    options = ContactOptions(*ways, good_for, hours, zone, crisis, say, note, meets, touch, called, cover, not_on_card)
    return _added(session, contacts.add(name, role=role, **options.fields(session)))


@command(
    "contact list",
    "carelog contact list",
    "carelog contact --role family",
    "carelog contact list --handles",
    "carelog contact --json",
    panel="People and crisis",
    group=_("People and places you can turn to. Alone it lists them."),
)
def show_all(
    session: Session,
    role: Annotated[Role | None, typer.Option("--role", help=_("Only those who are this to you."))] = None,
    handles: Handles = False,
    most: FromTop = None,
) -> Answer:
    """List the people and places you can turn to, those on the crisis card first, and who can be reached now."""
    found = _reachable(session, (each for each in session.to_read().contacts if role in (None, each.role)))
    contacts = top_of(found, most)
    empty = if_empty(session, contacts_words.nobody_as(role) if role else contacts_words.NO_CONTACTS)
    return Answer(
        page=lambda: with_rest(contacts_table(contacts, empty, handles=handles), contacts, found),
        data=lambda: {"contacts": list(map(_shape, contacts))},
    )


@command("contact show", "carelog contact show Sam")
def show(session: Session, name: Name) -> Answer:
    """Show one contact with everything you noted."""
    (contact,) = _reachable(session, [session.to_read().contacts.named(" ".join(name))])
    return Answer(page=lambda: contact_table(contact), data=lambda: {"contact": _shape(contact)})


@command(
    "contact edit",
    'carelog contact edit Sam --phone "020 7946 0021"',
    "carelog contact edit Sam Samira",
    "carelog contact edit Sam --crisis 0",
    asks_country=True,
)
def edit(
    session: Session,
    name: NameToEdit,
    new_name: NewName = None,
    phone: Phones = None,
    text: Texts = None,
    email: Emails = None,
    web: Webs = None,
    address: Addresses = None,
    role: Annotated[Role | None, typer.Option("--role", help=_("Who they are to you."))] = None,
    good_for: GoodFors = None,
    hours: Hours = None,
    zone: Zone = None,
    crisis: Crisis = None,
    say: Say = None,
    note: Note = None,
    meets: Meets = None,
    touch: InTouch = None,
    called: Called = None,
    cover: Cover = None,
    not_on_card: NotOnCard = None,
) -> Answer:
    """Change a contact: what is given replaces what was there; an empty text removes it."""
    contacts = session.to_write().contacts
    old, new_name = named_and_renamed(contacts, name, new_name)
    ways = (phone, text, email, web, address)
    options = ContactOptions(*ways, good_for, hours, zone, crisis, say, note, meets, touch, called, cover, not_on_card)
    (contact,) = _reachable(session, [contacts.edit(options.changed(session, old, new_name, role))])
    said, changed = contacts_words.contact_changed(called_by(contact.contact)), session.changed_by_person
    return Answer(said, data=lambda: {"contact": _shape(contact)}, changed=changed)


@command("contact remove", "carelog contact remove Sam")
def remove(
    session: Session,
    name: Name,
    yes: Yes = False,
) -> Answer:
    """Remove a contact for good, from the crisis card too. It asks first, also about your plan and kind words."""
    journal = session.to_write()
    contact = journal.contacts.named(" ".join(name))
    if not confirm(session, edit_words.ask_remove_words(contact.name), yes=yes):
        return Answer(text=edit_words.NOT_REMOVED)
    things = things_to_put_away(session, journal, contact, yes=yes)
    journal.people_away.put_things_away(things or ())
    journal.contacts.remove(contact.id)
    return Answer(removed(nothing_left=things != []), data=lambda: _removed_shape(contact, things or ()))


def _removed_shape(contact: Contact, things: "Iterable[PutAway]") -> dict[str, Any]:
    return {"ids": [contact.id], "put_away": put_away_shape(list(things))}


def _added(session: Session, contact: Contact) -> Answer:
    on_card, can_be_reached = contact.crisis_order is not None, bool(contact.ways)
    text = contacts_words.contact_added(contact.name, on_card=on_card, can_be_reached=can_be_reached)
    (added,) = _reachable(session, [contact])
    return Answer(text, data=lambda: {"contact": _shape(added)})


def _reachable(session: Session, contacts: Iterable[Contact]) -> "list[Reachable]":
    from carelog.review.people.contacts import reachable

    journal, now = session.to_read(), session.clock.now()
    return [reachable(journal, contact, now) for contact in contacts]


def _shape(reachable: "Reachable") -> dict[str, Any]:
    return contact_shape(reachable.contact, reachable_now=reachable.now)
