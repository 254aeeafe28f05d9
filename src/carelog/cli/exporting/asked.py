"""What the options of export ask for, and which of its kinds that is: a page, a life chart, a diary or a whole copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.cli.exporting.choice import Choice, audience_of, choose_in_preview, sections_named
from carelog.cli.exporting.diary import export_diary
from carelog.cli.exporting.full_copy import export_full_copy, is_full_copy
from carelog.cli.exporting.life_chart import check_life_chart, export_life_chart, is_life_chart, months_of_chart
from carelog.cli.exporting.own_copy import nothing_written
from carelog.cli.exporting.page_format import read_page_format
from carelog.cli.exporting.pages import MadePage, made_pages, preview_of_pages, unmet_on_pages
from carelog.cli.exporting.period import AskedDays, period_of_page
from carelog.cli.exporting.struck_in_name import struck_in_name
from carelog.cli.exporting.struck_words import checked_word
from carelog.cli.exporting.write import check_places, place_of, write_pages
from carelog.cli.runtime.progress import spinner
from carelog.documents.packet.formats import ON_PAPER, Format
from carelog.domain.audience import THERAPIST, Section
from carelog.domain.text import clean_line
from carelog.errors import InvalidValue
from carelog.wording.files import export as words

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.cli.answer import Answer
    from carelog.cli.exporting.page_format import PageFormat
    from carelog.cli.exporting.preview import Preview
    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session
    from carelog.domain.audience import Audience
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class AskedContent:
    """What the options say of the content: sections to add or leave out, what is struck, and what an ally is asked."""

    include: Sequence[str] = ()
    leave_out: Sequence[str] = ()
    without: Sequence[str] = ()
    strike: Sequence[str] = ()
    ask: str = ""
    say_left_out: bool = False

    @property
    def narrows(self) -> bool:
        """Whether less than everything, or more than the journal, is asked for."""
        return any((self.leave_out, self.without, self.strike, self.ask, self.say_left_out))

    def choice(self, context: Context, journal: Journal, audience: Audience, days: AskedDays, *, yes: bool) -> Choice:
        """The choice of a page or a chart for an audience.

        Raises InvalidValue for a section, a word or a day that cannot be used, NotFound or AmbiguousName for an entry.
        """
        if not all(map(clean_line, self.strike)):
            raise InvalidValue("export.strike-empty")
        return Choice(
            audience,
            period_of_page(context, journal, audience, days, yes=yes),
            sections_named(self.include, audience.on_request | audience.sections),
            sections_named(self.leave_out, Section),
            tuple(journal.entries.find(each).id for each in self.without),
            tuple(checked_word(journal, each) for each in self.strike),
            self.ask,
            say_left_out=self.say_left_out,
            by_year=days.by_year,
        )


@dataclass(frozen=True, slots=True)
class AskedFile:
    """What the options say of the file: its format, paper and place, whom it is given to, and whether to ask first."""

    form: str = ""
    paper: str = ""
    output: str = ""
    whom: str = ""
    locked: bool = False
    yes: bool = False
    force: bool = False

    def page_format(self, context: Context, audience: Audience, *, is_chart: bool, by_day: bool) -> PageFormat:
        """The format that is asked for, else the usual one: of a diary Markdown, whose files lie in a zip.

        Raises as `read_page_format` does.
        """
        form, output = (self.form or Format.MARKDOWN.value, "") if by_day else (self.form, self.output)
        offered = ON_PAPER if is_chart else Format
        return read_page_format(context, form, output, audience, self.paper, locked=self.locked, offered=offered)


def one_audience(word: str | None, option: str | None) -> str:
    """The audience that a bare word or --for names; the therapist without any.

    Raises InvalidValue where they name two.
    """
    if word and option and word.strip().lower() != option.strip().lower():
        raise InvalidValue("export.two-audiences", one=clean_line(word), other=clean_line(option))
    return word if word is not None else THERAPIST.key if option is None else option


def export_asked(
    session: Session,
    audience: str,
    kind: str,
    days: AskedDays,
    content: AskedContent,
    file: AskedFile,
    *,
    by_day: bool,
) -> Answer:
    """Make what is asked for, once the person agrees to it or `file.yes` agrees in advance.

    Raises InvalidValue for what cannot be used, or not together; NotFound or AmbiguousName for an entry.
    """
    chosen = audience_of(session, audience)
    is_chart = is_life_chart(kind)
    page_format = file.page_format(session, chosen, is_chart=is_chart, by_day=by_day)
    agreed = {"yes": file.yes, "force": file.force}
    if is_chart:
        absent = {"--ask": content.ask, "--say-left-out": content.say_left_out}
        absent |= {"--by-year": days.by_year, "--by-day": by_day}
        check_life_chart(chosen, page_format.form, content.include, absent)
        choice = content.choice(session, session.to_read(), chosen, months_of_chart(session, days), yes=file.yes)
        return export_life_chart(session, choice, page_format, file.output, file.whom, **agreed)
    narrowed = content.narrows or days.by_year or bool(file.whom)
    if by_day:
        narrowed = narrowed or bool(content.include)
        return export_diary(session, chosen, page_format, days, narrowed=narrowed, output=file.output, **agreed)
    if is_full_copy(chosen, page_format):
        return export_full_copy(session, content.include, narrowed or bool(days), file.output, **agreed)
    choice = content.choice(session, session.to_read(), chosen, days, yes=file.yes)
    return _export_page(session, choice, page_format, file)


def _export_page(session: Session, choice: Choice, page_format: PageFormat, file: AskedFile) -> Answer:
    place = place_of(session, file.output, page_format.form)
    check_places(place, choice, force=file.force)
    pages = (
        _pages(session, choice, page_format, place) if file.yes else _agreed_pages(session, choice, page_format, place)
    )
    if pages is None:
        return nothing_written()
    return write_pages(session, pages, page_format, place, file.whom, force=file.force)


def _pages(session: Session, choice: Choice, page_format: PageFormat, place: Path | None) -> Sequence[MadePage]:
    """The pages, unless a word or an entry that was to be taken off them is not there."""
    journal = session.to_read()
    with spinner(session, words.WRITING):
        pages = made_pages(journal, choice)
    session.remarks += unmet_on_pages(journal, choice, pages, page_format).remarks_or_refusal()
    session.remarks += struck_in_name(choice.struck_words, place)
    return pages


def _agreed_pages(
    session: Session, choice: Choice, page_format: PageFormat, place: Path | None
) -> Sequence[MadePage] | None:
    """The pages as the person saw them last; None where they stopped."""
    journal = session.to_read()

    def preview(choice: Choice) -> Preview[tuple[MadePage, ...]]:
        return preview_of_pages(journal, choice, page_format)

    return choose_in_preview(session, journal, choice, place, preview)
