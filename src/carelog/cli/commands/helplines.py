"""helplines: the built-in lines with their sources, and the marks that a person makes on them."""

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.prompts.times import day_of
from carelog.cli.runtime.session import Session
from carelog.domain.people.line_topic import LineTopic
from carelog.errors import InvalidValue, NotFound
from carelog.exchange.serializers.people import helplines_shape, mark_shape
from carelog.language import gettext as _
from carelog.wording.people import helplines as helplines_words

if TYPE_CHECKING:
    from datetime import date

    from carelog.journal import Journal
    from carelog.review.people.helpline_list import HelplineList
    from carelog.terminal.page import Page

Country = Annotated[
    str | None,
    typer.Option(
        "--country",
        metavar="COUNTRY",
        help=_("Another country than yours: Ireland; several: GB,IE."),
    ),
]
Line = Annotated[
    list[str], typer.Argument(metavar="NAME", help=_("The line's name, the beginning of it, or its number."))
]


@command(
    "helplines list",
    "carelog helplines",
    "carelog helplines Samaritans",
    "carelog helplines --for alcohol",
    "carelog helplines --country IE --sources",
    panel="People and crisis",
    group=_("Lines that listen, country by country. Alone it lists those of yours."),
    with_words=True,
    own_screen=False,
)
def show_all(
    session: Session,
    name: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]", help=_("One line alone, and what happens on a call."))
    ] = None,
    country: Country = None,
    topic: Annotated[LineTopic | None, typer.Option("--for", help=_("Lines that are for this."))] = None,
    sources: Annotated[bool, typer.Option("--sources", help=_("Where each number comes from."))] = False,
) -> Answer:
    """List the lines of your country with hours, languages, and when each was last confirmed.

    With a name it shows one line, and what happens on a call.
    """
    found = _found(session, " ".join(name or ()), country, topic)
    return Answer(page=lambda: _page(found, sources=sources), data=lambda: helplines_shape(found))


@command("helplines hide", "carelog helplines hide Shout", discretion="neutral")
def hide(session: Session, name: Line, country: Country = None) -> Answer:
    """Leave a line off your crisis card. The emergency number always stays."""
    place, line = _line_named(session, " ".join(name), country)
    journal = session.to_write()
    mark = journal.helpline_marks.add(place, line, hidden=True)
    _remark_on_none_left(session, journal, place)
    changed = session.changed_by_person
    return Answer(
        helplines_words.hidden(line, place, country or ""), data=lambda: {"mark": mark_shape(mark)}, changed=changed
    )


@command("helplines unhide", "carelog helplines unhide Shout", discretion="neutral")
def unhide(session: Session, name: Line, country: Country = None) -> Answer:
    """Put a line back on your crisis card."""
    place, line = _line_named(session, " ".join(name), country)
    mark = session.to_write().helpline_marks.unhide(place, line)
    changed = session.changed_by_person
    return Answer(helplines_words.unhidden(line, place), data=lambda: {"mark": mark_shape(mark)}, changed=changed)


@command(
    "helplines checked",
    "carelog helplines checked Samaritans",
    "carelog helplines checked 988 yesterday",
    discretion="neutral",
)
def checked(
    session: Session,
    words: Annotated[list[str], typer.Argument(metavar="NAME [WHEN]", help=_("The line, and the day: today if none."))],
    country: Country = None,
) -> Answer:
    """Note that you checked a line's number. Your card then shows that day with the line."""
    place, line, day = _line_and_day(session, words, country)
    mark = session.to_write().helpline_marks.add(place, line, checked_on=day)
    changed = session.changed_by_person
    return Answer(helplines_words.checked(line, place, day), data=lambda: {"mark": mark_shape(mark)}, changed=changed)


def _found(session: Session, name: str, country: str | None, topic: LineTopic | None) -> "HelplineList":
    from carelog.review.people.helpline_list import helpline_list, one_line

    if name and topic:
        raise InvalidValue("helpline.name-or-topic")
    if name:
        return one_line(session.to_read(), *_line_named(session, name, country))
    return helpline_list(session.to_read(), _places(session, country), topic)


def _places(session: Session, country: str | None) -> list[tuple[str, str]]:
    """The country codes of the option, else those of the card; each with where it comes from."""
    from carelog.cli.forms.country import read_countries
    from carelog.crisis.country import places

    if country is None:
        return places([], list(session.settings.country), os.environ)
    return [(each, "option") for each in read_countries(country)]


def _page(found: "HelplineList", *, sources: bool) -> "Page":
    from carelog.terminal.pages.helplines import HelplinesPage

    return HelplinesPage(found, sources=sources)


def _line_named(session: Session, name: str, country: str | None) -> tuple[str, str]:
    """The country and the name of a line."""
    from carelog.review.people.helpline_list import line_named

    codes = [code for code, _ in _places(session, country)]
    return line_named(name, codes, only_there=country is not None)


def _remark_on_none_left(session: Session, journal: "Journal", place: str) -> None:
    """Remark that the card shows no line of a country any more, where every one is hidden."""
    from carelog.review.people.helpline_list import helpline_list

    if all(each.hidden for each in helpline_list(journal, [(place, "option")]).countries[0].lines):
        session.remarks.append(helplines_words.none_left(place))


def _line_and_day(session: Session, words: Sequence[str], country: str | None) -> "tuple[str, str, date]":
    """The country and the name of a line, and the day that the words behind the name mean: today without any.

    Raises InvalidValue for a day that has not come yet.
    """
    place, line, rest = _split_name(session, words, country)
    day = day_of(session, " ".join(rest) or None)
    if day > session.today:
        raise InvalidValue("helpline.day-ahead")
    return place, line, day


def _split_name(session: Session, words: Sequence[str], country: str | None) -> tuple[str, str, Sequence[str]]:
    """The country and the name of the line that as many of the words as possible name, and the rest of the words."""
    for length in range(len(words), 1, -1):
        with suppress(NotFound):
            return *_line_named(session, " ".join(words[:length]), country), words[length:]
    return *_line_named(session, words[0], country), words[1:]
