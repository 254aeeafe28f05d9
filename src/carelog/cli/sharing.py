"""export: a page to hand over."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.ask import confirm, need_terminal
from carelog.cli.command import command
from carelog.cli.session import Session
from carelog.cli.streams import say_beside
from carelog.cli.times import day_of
from carelog.documents.packet_file import Format, check_free, neutral_name, rendered, write
from carelog.documents.packet_preview import preview, sections
from carelog.domain.audience import AUDIENCES, Section
from carelog.domain.days import Period
from carelog.errors import InvalidValue
from carelog.review.packet import Packet, StaysHere, packet, stays_here
from carelog.wording import changing as changing_words
from carelog.wording import sharing as sharing_words

_FOUR_WEEKS = 28
_STDOUT = "-"


@command(
    "export",
    "carelog export --for therapist",
    "carelog export --from 2026-10-01 --include notes -o october.md",
    "carelog export --leave-out medicines --leave-out feelings",
)
def export(
    session: Session,
    *,
    audience: Annotated[str, typer.Option("--for", metavar="WHOM", help="Who it is for: therapist.")] = "therapist",
    since: Annotated[str | None, typer.Option("--from", metavar="WHEN", help="First day; four weeks back.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="WHEN", help="Last day; today.")] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="md to read, json for programs.")] = "md",
    include: Annotated[list[str] | None, typer.Option(metavar="SECTION", help="Add to the page: notes.")] = None,
    leave_out: Annotated[
        list[str] | None, typer.Option(metavar="SECTION", help="Leave out, as often as you like: mood, days, …")
    ] = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to; - is stdout.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Write without asking.", show_default=False)] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace a file.", show_default=False)] = False,
) -> Answer:
    """Make a page to bring to a therapist. You see what goes in before it is written; nothing is sent anywhere."""
    chosen = _format(form)
    page = _page(session, audience, (since, until), include or [], leave_out or [])
    place = _place(session, output, chosen, force=force)
    stays = stays_here(session.to_read(), page)
    if not _agreed(session, preview(page, stays), place, yes=yes):
        return Answer(sharing_words.NOTHING_WRITTEN, data=lambda: {"file": None})
    content = rendered(page, chosen)
    if place is None:
        return Answer(content.decode().removesuffix("\n"))
    write(place, content, replace=force)
    return Answer(sharing_words.written(place), data=lambda: _data(place, chosen, page, stays, content))


def _page(
    session: Session,
    audience: str,
    ends: tuple[str | None, str | None],
    include: Iterable[str],
    leave_out: Iterable[str],
) -> Packet:
    key = audience.strip().lower()
    if key not in AUDIENCES:
        raise InvalidValue(sharing_words.not_yet("page for", audience, ", ".join(AUDIENCES)))
    return packet(
        session.to_read(),
        _period(session, *ends),
        AUDIENCES[key],
        include_notes=Section.NOTES in _sections(include, [Section.NOTES]),
        leave_out=_sections(leave_out, list(Section)),
    )


def _period(session: Session, since: str | None, until: str | None) -> Period:
    """The days that are asked for, as far as they have come: four weeks unless --from says otherwise."""
    last = min(day_of(session, until), session.today)
    first = day_of(session, since) if since else Period.ending(last, _FOUR_WEEKS).first
    if first > session.today:
        raise InvalidValue(sharing_words.FUTURE_PERIOD)
    return Period(first, last)


def _place(session: Session, output: str, form: Format, *, force: bool) -> Path | None:
    """Where the page goes; None for standard output."""
    if output == _STDOUT:
        if session.as_json:
            raise InvalidValue(sharing_words.STDOUT_IS_JSON)
        return None
    place = Path(output or neutral_name(session.today, form))
    check_free(place, replace=force)
    return place


def _agreed(session: Session, shown: str, place: Path | None, *, yes: bool) -> bool:
    if not yes:
        need_terminal(session, changing_words.NEEDS_YES)
        say_beside(shown)
    return confirm(session, sharing_words.ask_to_write(str(place) if place else ""), yes=yes, default=True)


def _format(given: str) -> Format:
    try:
        return Format(given.strip().lower())
    except ValueError:
        raise InvalidValue(sharing_words.not_yet("format", given, ", ".join(form.value for form in Format))) from None


def _sections(given: Iterable[str], allowed: Iterable[Section]) -> list[Section]:
    names = [name.strip().lower() for each in given for name in each.split(",") if name.strip()]
    sections = {section.value: section for section in allowed}
    for name in names:
        if name not in sections:
            raise InvalidValue(sharing_words.no_such_section(name, ", ".join(sections)))
    return [sections[name] for name in names]


def _data(place: Path, form: Format, page: Packet, stays: StaysHere, content: bytes) -> dict[str, Any]:
    return {
        "file": str(place),
        "format": form.value,
        "audience": page.audience,
        "period": {"from": page.first.isoformat(), "to": page.last.isoformat()},
        "sections": [section.value for section, _ in sections(page)],
        "left_out": list(page.left_out),
        "stays": {
            "notes": stays.notes,
            "private_entries": stays.private_entries,
            "contacts": stays.contacts,
        },
        "sha256": hashlib.sha256(content).hexdigest(),
    }
