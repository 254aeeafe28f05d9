"""helplines: the built-in lines, where each number comes from, and what a person says of them."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.prompts.times import day_of
from carelog.cli.runtime.session import Session
from carelog.errors import InvalidValue, NotFound
from carelog.exchange.serializers.people import helplines_shape, mark_shape
from carelog.wording.people import helplines as helplines_words

if TYPE_CHECKING:
    from carelog.journal import Journal
    from carelog.review.people.helpline_list import HelplineList
    from carelog.terminal.page import Page

Country = Annotated[
    str | None, typer.Option("--country", metavar="CC", help="Another country than yours, such as GB; several: GB,IE.")
]
Line = Annotated[list[str], typer.Argument(metavar="NAME", help="The line's name, the beginning of it, or its number.")]


@command(
    "helplines list",
    "carelog helplines",
    "carelog helplines --country IE --sources",
    panel="People and crisis",
    group="Lines that listen, country by country. Alone it lists those of yours.",
    with_words=True,
    own_screen=False,
)
def show_all(
    session: Session,
    country: Country = None,
    sources: Annotated[bool, typer.Option("--sources", help="Where each number comes from.")] = False,
) -> Answer:
    """List the lines of your country with hours, languages, and when each was last confirmed."""
    found = _listed(session.to_read(), _places(session, country))
    return Answer(page=lambda: _page(found, sources=sources), data=lambda: helplines_shape(found))


@command("helplines hide", "carelog helplines hide Shout", discretion="neutral")
def hide(session: Session, name: Line, country: Country = None) -> Answer:
    """Leave a line off your crisis card. The emergency number always stays."""
    place, line = _named(session, " ".join(name), country)
    journal = session.to_write()
    mark = journal.helpline_marks.mark(place, line, hidden=True)
    if all(each.hidden for each in _listed(journal, [(place, "option")]).countries[0].lines):
        session.remarks.append(helplines_words.none_left(place))
    return Answer(helplines_words.hidden(line, place), data=lambda: {"mark": mark_shape(mark)})


@command("helplines unhide", "carelog helplines unhide Shout", discretion="neutral")
def unhide(session: Session, name: Line, country: Country = None) -> Answer:
    """Let a line be on your crisis card again."""
    place, line = _named(session, " ".join(name), country)
    mark = session.to_write().helpline_marks.mark(place, line, hidden=False)
    return Answer(helplines_words.unhidden(line, place), data=lambda: {"mark": mark_shape(mark)})


@command(
    "helplines checked",
    "carelog helplines checked Samaritans",
    "carelog helplines checked 988 yesterday",
    discretion="neutral",
)
def checked(
    session: Session,
    words: Annotated[list[str], typer.Argument(metavar="NAME [WHEN]", help="The line, and the day: today if none.")],
    country: Country = None,
) -> Answer:
    """Note that you checked a line's number. Your card shows the day, and doubts about the line no longer."""
    place, line, when = _line_and_when(session, words, country)
    day = day_of(session, when)
    if day > session.today:
        raise InvalidValue(helplines_words.FUTURE)
    mark = session.to_write().helpline_marks.mark(place, line, checked_on=day)
    return Answer(helplines_words.checked(line, place, day), data=lambda: {"mark": mark_shape(mark)})


def _listed(journal: "Journal", places: Sequence[tuple[str, str]]) -> "HelplineList":
    from carelog.review.people.helpline_list import helpline_list

    return helpline_list(journal, places)


def _named(session: Session, name: str, country: str | None) -> tuple[str, str]:
    from carelog.review.people.helpline_list import line_named

    codes = [code for code, _ in _places(session, country)]
    return line_named(name, codes, only_there=country is not None)


def _line_and_when(session: Session, words: Sequence[str], country: str | None) -> tuple[str, str, str | None]:
    """The line that the most of the words name, and what is left of them."""
    for length in range(len(words), 1, -1):
        try:
            return *_named(session, " ".join(words[:length]), country), " ".join(words[length:]) or None
        except NotFound:
            continue
    return *_named(session, words[0], country), " ".join(words[1:]) or None


def _places(session: Session, country: str | None) -> list[tuple[str, str]]:
    """Country codes, each with where the choice of it comes from, as the card chooses them."""
    from carelog.crisis.country import code, places

    if country is None:
        return places("", list(session.settings.country), os.environ)
    found = [code(each) for each in country.replace(",", " ").split()]
    if not found or not all(found):
        raise InvalidValue(helplines_words.not_a_country(country))
    return [(each, "option") for each in found]


def _page(found: "HelplineList", *, sources: bool) -> "Page":
    from carelog.terminal.pages.helplines import HelplinesPage

    return HelplinesPage(found, sources=sources)
