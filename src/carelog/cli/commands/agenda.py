"""agenda: what has a time, for a phone's calendar."""

from pathlib import Path
from typing import Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.prompts.file_to_write import file_named
from carelog.cli.prompts.options import Force, Output
from carelog.cli.runtime.session import Session
from carelog.cli.runtime.standard_streams import output_file
from carelog.documents.file_ending import check_ending
from carelog.documents.private_file import check_free, write
from carelog.errors import InvalidValue
from carelog.exchange.serializers.agenda_ics import agenda_ics, is_agenda
from carelog.language import gettext as _
from carelog.review.pages.agenda import Agenda, AgendaKind
from carelog.wording.files import agenda as agenda_words


@command(
    "agenda",
    "carelog agenda carelog.ics",
    "carelog agenda -o carelog.ics --neutral",
    panel="Routines",
    discretion="as it is",
)
def agenda(
    session: Session,
    file: Annotated[
        Path | None,
        typer.Argument(
            help=_("The file to write; an older agenda is replaced; - is standard output."), show_default=False
        ),
    ] = None,
    output: Output = "",
    neutral: Annotated[bool, typer.Option("--neutral", help=_("No names and no titles of yours."))] = False,
    force: Force = False,
) -> Answer:
    """Write routines, meetings, activities and appointments as a calendar file with alarms. Nothing is sent."""
    file = file_named(file, output, "carelog.ics")
    check_ending(str(file), "ics")
    place = output_file(session, file)
    replacing = force or is_agenda(file)
    if place:
        check_free(place, replace=replacing)
    found = _read_agenda(session)
    content = agenda_ics(found, session.clock.now().instant, neutral=neutral)
    if not place:
        session.remarks += [agenda_words.left_out(found.left_out)] if found.left_out else []
        return Answer(document=content)
    write(place, content, replace=replacing)
    return Answer(_sentences(place, found), data=lambda: _shape(place, found))


def _read_agenda(session: Session) -> Agenda:
    from carelog.review.pages.agenda import agenda as review_agenda

    found = review_agenda(session.to_read(), session.today)
    if not found.events:
        raise InvalidValue("export.agenda-empty")
    return found


def _sentences(file: Path, found: Agenda) -> str:
    written = agenda_words.written(str(file), *(found.count(kind) for kind in AgendaKind))
    return f"{written}\n{agenda_words.left_out(found.left_out)}" if found.left_out else written


def _shape(file: Path, found: Agenda) -> dict[str, Any]:
    kinds = (AgendaKind.ROUTINE, AgendaKind.MEETING, AgendaKind.APPOINTMENT)
    return {
        "file": str(file),
        **{f"{kind.value}s": found.count(kind) for kind in kinds},
        "activities": found.count(AgendaKind.ACTIVITY),
        "left_out": list(found.left_out),
    }
