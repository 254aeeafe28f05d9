"""How a page comes out: its format, and for a PDF the paper and the password."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from carelog.cli.prompts.ask import need_terminal
from carelog.documents.packet.formats import Format, packet_pdf, render_packet
from carelog.documents.pdf import Paper, check_installed, installed
from carelog.domain.audience import ALLY, THERAPIST, Audience
from carelog.errors import InvalidValue
from carelog.wording.files import export as export_words
from carelog.wording.files import pdf as words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.review.packet.packet import Packet

STDOUT = "-"

_MANY_NOTES = 2_000
_SECONDS_A_NOTE, _MEGABYTES_A_NOTE = 0.001, 0.15
"""What a note of a few lines takes, as docs/benchmarks.md measures it."""


@dataclass(frozen=True, slots=True)
class Printing:
    """A format, and what only a PDF has: its paper, whether a password is asked for, and the one that was typed."""

    form: Format
    paper: Paper = Paper.A4
    locked: bool = False
    password: str | None = None

    def with_password(self, context: Context) -> Printing:
        """The same with the password typed, where one is asked for: once, however many files it is for."""
        if not self.locked:
            return self
        context.remarks.append(words.NO_WAY_BACK)
        return replace(self, password=_ask_password())

    def weight(self, page: Packet) -> str:
        """What making a page takes, where that is much; empty where it is not, and for what is written in a moment."""
        notes = sum(len(day.notes) for day in page.notes or ())
        if self.form is not Format.PDF or notes < _MANY_NOTES:
            return ""
        return words.takes(notes, round(notes * _SECONDS_A_NOTE), round(notes * _MEGABYTES_A_NOTE, -2))

    def of(self, context: Context, page: Packet) -> bytes:
        """The file's content. What a person has to know about it becomes a remark."""
        if self.form is not Format.PDF:
            return render_packet(page, self.form)
        made = packet_pdf(page, context.today, self.paper, self.password)
        if made.remark and made.remark not in context.remarks:
            context.remarks.append(made.remark)
        return made.content


def printing(context: Context, given: str, output: str, audience: Audience, paper: str, *, locked: bool) -> Printing:
    """How this page comes out.

    Raises InvalidValue for a format or paper that there is not, for a PDF on the screen, for a password on anything but
    a PDF or without anybody who could type it; NotInstalled for a PDF without the extra `pdf`.
    """
    form = _format(given, output, audience)
    if output == STDOUT and not form.is_text:
        raise InvalidValue(words.not_for_screens(form.value))
    if form is not Format.PDF:
        if locked or paper:
            raise InvalidValue(words.ONLY_PDF)
        return Printing(form)
    check_installed()
    if locked:
        need_terminal(context, words.NOT_IN_SCRIPTS)
    country = next(iter(context.settings.country), "")
    return Printing(form, _paper(paper) if paper else Paper.of(country), locked)


def _format(given: str, output: str, audience: Audience) -> Format:
    """The format that is asked for, else that of the file's ending, else the audience's usual one."""
    ending = Path(output).suffix.removeprefix(".").lower()
    known = {form.value: form for form in Format}
    if not given:
        return {form.ending: form for form in Format}.get(ending) or _usual(audience, output)
    if given.strip().lower() not in known:
        raise InvalidValue(export_words.no_format(given, known))
    return known[given.strip().lower()]


def _usual(audience: Audience, output: str) -> Format:
    if audience.key == ALLY.key:
        return Format.TEXT
    return Format.PDF if audience.key == THERAPIST.key and output != STDOUT and installed() else Format.HTML


def _paper(given: str) -> Paper:
    known = {paper.value: paper for paper in Paper}
    if given.strip().lower() not in known:
        raise InvalidValue(export_words.no_paper(given, known))
    return known[given.strip().lower()]


def _ask_password() -> str:
    """A password, typed twice and never shown."""
    from carelog.documents.pdf_password import normalised

    def checked(typed: str) -> str:
        try:
            return normalised(typed)
        except InvalidValue as mistake:
            raise typer.BadParameter(mistake.message) from None

    asked: str = typer.prompt(
        words.ASK, hide_input=True, confirmation_prompt=words.ASK_AGAIN, value_proc=checked, err=True
    )
    return asked
