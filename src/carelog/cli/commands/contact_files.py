"""contact import, contact export: contacts from an address book, and for one."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.importing.address_book import choose_people
from carelog.cli.importing.content import content_of
from carelog.cli.importing.namesakes import Intake, take_in
from carelog.cli.prompts.dry_run import DryRun, refuse_both
from carelog.cli.prompts.file_to_write import file_named
from carelog.cli.prompts.options import Force, Output, Yes
from carelog.cli.runtime.session import Session
from carelog.cli.runtime.standard_streams import output_file
from carelog.domain.people.contact import Contact, Role
from carelog.domain.text import fold
from carelog.errors import InvalidValue
from carelog.exchange.serializers.nouns import contact_shape, way_shape
from carelog.exchange.vcard.namesakes import joined
from carelog.exchange.vcard.reader import AddressBook, Problem, read_address_book, with_numbers
from carelog.language import gettext as _
from carelog.wording.lists import listed
from carelog.wording.people import address_book as address_book_words
from carelog.wording.people import contacts as contacts_words
from carelog.wording.people.people_away import not_taken_in

if TYPE_CHECKING:
    from carelog.journal import Journal
    from carelog.terminal.page import Page

_MOST_PROBLEMS = 5


@command(
    "contact import",
    "carelog contact import contacts.vcf",
    'carelog contact import contacts.vcf --only "Sam Rivera" --only 2 --role friend',
    discretion="as it is",
    asks_country=True,
)
def import_contacts(
    session: Session,
    file: Annotated[
        Path,
        typer.Argument(help=_("A vCard file (.vcf) of a phone, address book or mail program; - is standard input.")),
    ],
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="NAME", help=_("Whom to add, or their number in the list; several times.")),
    ] = None,
    everybody: Annotated[bool, typer.Option("--all", help=_("Add everybody in it; it asks first."))] = False,
    role: Annotated[Role | None, typer.Option("--role", help=_("Who they are to you."))] = None,
    dry_run: DryRun = False,
    yes: Yes = False,
) -> Answer:
    """Look into an address book, and add those you choose. Without a choice nothing is added."""
    refuse_both(dry_run, "--all" if everybody else "--only" if only else "")
    book = _read(session, file)
    _remark_on(session, book.problems)
    people = choose_people(session, book.people, only, everybody=everybody, yes=yes)
    if people is None:
        return _listed(book)
    chosen = [replace(with_numbers(each, session.settings.country), role=role or each.role) for each in people]
    return _add(session, book, chosen, asks=session.can_ask and not yes)


@command(
    "contact export",
    "carelog contact export people.vcf",
    "carelog contact export -o people.vcf --with-notes",
    discretion="as it is",
)
def export_contacts(
    session: Session,
    file: Annotated[
        Path | None, typer.Argument(help=_("The file to write, vCard 3.0; - is standard output."), show_default=False)
    ] = None,
    notes: Annotated[bool, typer.Option("--with-notes", help=_("Your notes about people too."))] = False,
    output: Output = "",
    force: Force = False,
) -> Answer:
    """Write your contacts as vCards for a phone or address book. Your notes about people stay here."""
    from carelog.documents.file_ending import check_ending
    from carelog.documents.private_file import check_free, write
    from carelog.exchange.vcard.writer import vcards

    file = file_named(file, output, "people.vcf")
    check_ending(str(file), "vcf")
    place, contacts = output_file(session, file), list(session.to_read().contacts)
    if not contacts:
        raise InvalidValue("address_book.contact-needed")
    if not place:
        return Answer(document=vcards(contacts, with_notes=notes))
    check_free(place, replace=force)
    write(place, vcards(contacts, with_notes=notes), replace=force)
    shape = {"file": str(place), "contacts": len(contacts)}
    return Answer(address_book_words.exported(len(contacts), str(place)), data=lambda: shape)


def _read(session: Session, file: Path) -> AddressBook:
    """The people of a file or of standard input, each once."""
    book = read_address_book(content_of(session, file, folders=False))
    return replace(book, people=tuple(joined(book.people)))


def _remark_on(session: Session, problems: Sequence[Problem]) -> None:
    """Remark on what could not be read; for programs it is in the answer instead."""
    if session.as_json:
        return
    shown = [address_book_words.problem(each.line, each.message) for each in problems[:_MOST_PROBLEMS]]
    more = len(problems) - len(shown)
    session.remarks += [*shown, *([address_book_words.more_problems(more)] if more else [])]


def _listed(book: AddressBook) -> Answer:
    return Answer(page=lambda: _table(book.people), data=lambda: _shape(book, Intake({})))


def _add(session: Session, book: AddressBook, people: Sequence[Contact], *, asks: bool) -> Answer:
    journal = session.to_write()
    contacts, people = journal.contacts, _without_those_away(session, journal, people)
    intake = take_in(contacts, people, asks=asks)
    written = [*intake.new.values(), *intake.changed.values()]
    if written:
        contacts.add_imported(written)
    return Answer("\n".join(intake.sentences()), data=lambda: _shape(book, intake))


def _without_those_away(session: Session, journal: "Journal", people: Sequence[Contact]) -> list[Contact]:
    """The people of a file who were not put away here; the others are named in a remark."""
    ids = {each.id for each in journal.people_away}
    names = {fold(each.name) for each in journal.people_away}
    left = [each for each in people if each.id in ids or fold(each.name) in names]
    if left:
        session.remarks.append(not_taken_in([each.name for each in left]))
    return [each for each in people if each not in left]


def _table(people: Sequence[Contact]) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (str(number), each.name, listed(map(contacts_words.way, each.ways))) for number, each in enumerate(people, 1)
    ]
    return ListTable(address_book_words.COLUMNS, rows)


def _shape(book: AddressBook, intake: Intake) -> dict[str, Any]:
    return {
        "found": [contact_shape(each, reachable_now=None) for each in book.people],
        "added": [contact_shape(each, reachable_now=None) for each in intake.new.values()],
        "already": intake.known,
        "told_apart": [{"name": name, "called": called} for name, called in intake.apart],
        "not_taken": [{"name": name, "ways": list(map(way_shape, ways))} for name, ways in intake.left],
        "problems": [{"line": each.line, "message": each.message} for each in book.problems],
    }
