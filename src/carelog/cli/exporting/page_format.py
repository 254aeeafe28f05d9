"""The format of a page, and for a PDF its paper and its password."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import need_terminal
from carelog.cli.runtime.standard_streams import DASH
from carelog.cli.runtime.streams import say_on_stderr
from carelog.cli.runtime.unlock import ask_hidden
from carelog.documents.file_ending import format_named
from carelog.documents.packet.formats import Format, packet_pdf, render_document, render_packet
from carelog.documents.pdf import Paper, check_installed, installed
from carelog.domain.audience import ALLY, THERAPIST, Audience
from carelog.domain.text import clean_line
from carelog.errors import InvalidValue
from carelog.wording.files import pdf as words
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.cli.runtime.context import Context
    from carelog.documents.blocks import Document
    from carelog.documents.pdf import Pdf
    from carelog.review.packet.packet import Packet

_MANY_NOTES = 2_000
_SECONDS_A_NOTE, _MEGABYTES_A_NOTE = 0.001, 0.15
"""What a note of a few lines takes in a PDF, as docs/benchmarks.md measures it."""


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A format, and what only a PDF has: its paper, whether a password is asked for, and the one that was typed."""

    form: Format
    paper: Paper = Paper.A4
    locked: bool = False
    password: str | None = None

    def with_password(self, context: Context) -> PageFormat:
        """The same with the password that the person types, where one is wanted; it serves for every file."""
        if not self.locked:
            return self
        context.remarks.append(words.NO_WAY_BACK)
        return replace(self, password=_ask_password())

    def cost(self, page: Packet) -> str:
        """A sentence on the seconds and megabytes that a large PDF takes; empty for every other page."""
        notes = sum(len(day.notes) for day in page.notes or ())
        if self.form is not Format.PDF or notes < _MANY_NOTES:
            return ""
        return words.takes(notes, round(notes * _SECONDS_A_NOTE), round(notes * _MEGABYTES_A_NOTE, -2))

    def render(self, context: Context, page: Packet) -> bytes:
        """The content of the file. What the person has to know about it becomes a remark."""
        if self.form is not Format.PDF:
            return render_packet(page, self.form)
        return _content(context, packet_pdf(page, context.today, self.paper, self.password))

    def render_document(self, context: Context, page: Document) -> bytes:
        """The content of the file of a document that is no packet.

        Raises InvalidValue for CSV and JSON, which are made from a packet alone.
        """
        if self.form is not Format.PDF:
            return render_document(page, self.form)
        from carelog.documents.pdf import pdf

        return _content(context, pdf(page, context.today, paper=self.paper, password=self.password))


def read_page_format(
    context: Context,
    given: str,
    output: str,
    audience: Audience,
    paper: str,
    *,
    locked: bool,
    offered: Iterable[Format] = Format,
) -> PageFormat:
    """The format that the options name; those `offered` are named where an ending is none of any format.

    Raises InvalidValue for an unknown format, ending or paper, for a format that the file's ending contradicts, for a
    PDF on the screen, for paper or a password where the format is not PDF, and where nobody can type the password;
    NotInstalled for a PDF without the extra `pdf`.
    """
    form = _format(given, output, audience, offered)
    if output == DASH and not form.is_text and sys.stdout.isatty():
        raise InvalidValue("export.pdf-not-for-screens" if form is Format.PDF else "export.tables-not-for-screens")
    if form is not Format.PDF:
        if locked or paper:
            raise InvalidValue("export.only-pdf")
        return PageFormat(form)
    check_installed()
    if locked:
        need_terminal(context, "export.password-needs-terminal")
    country = next(iter(context.settings.country), "")
    return PageFormat(form, _paper(paper) if paper else Paper.of(country), locked)


def _content(context: Context, pdf: Pdf) -> bytes:
    if pdf.remark and pdf.remark not in context.remarks:
        context.remarks.append(pdf.remark)
    return pdf.content


def _ask_password() -> str:
    """A password that is typed twice and not shown."""
    from carelog.documents.pdf_password import normalised

    while True:
        typed = ask_hidden(words.ASK)
        try:
            password = normalised(typed)
        except InvalidValue as mistake:
            say_on_stderr(mistake.message)
            continue
        if ask_hidden(words.ASK_AGAIN) == typed:
            return password
        say_on_stderr(words.PASSWORDS_DIFFER)


def _format(given: str, output: str, audience: Audience, offered: Iterable[Format]) -> Format:
    """The format that is given, else that of the file's ending, else the usual one of the audience."""
    endings = {form.value: form.ending for form in Format}
    named = format_named(given, output, endings, [form.value for form in offered])
    return Format(named) if named else _usual_format(audience, output)


def _usual_format(audience: Audience, output: str) -> Format:
    if audience.key == ALLY.key:
        return Format.TEXT
    return Format.PDF if audience.key == THERAPIST.key and output != DASH and installed() else Format.HTML


def _paper(given: str) -> Paper:
    known = {paper.value: paper for paper in Paper}
    if given.strip().lower() not in known:
        raise InvalidValue("export.paper-unknown", given=clean_line(given), known=listed(known))
    return known[given.strip().lower()]
