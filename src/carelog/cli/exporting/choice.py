"""What goes into a page, as it is typed, and as it is struck while one looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.cli.exporting.preview import STOP, asked_about
from carelog.cli.prompts.ask import need_terminal
from carelog.cli.prompts.times import day_of
from carelog.cli.runtime.streams import say_beside
from carelog.domain.audience import AUDIENCES, Audience, NameShown, Section
from carelog.domain.ids import is_reference
from carelog.domain.time.days import Period
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.wording import edit as edit_words
from carelog.wording.files import export as words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.journal import Journal
    from carelog.review.packet.packet import Packet, StaysHere


@dataclass(frozen=True, slots=True)
class Choice:
    """Who a page is for, which days, and what is in it: sections added and left out, entries and words struck.

    With `by_year` it is a page for each calendar year; `is_one_year` says that it is one of these.
    """

    audience: Audience
    period: Period
    include: tuple[Section, ...] = ()
    leave_out: tuple[Section, ...] = ()
    entries: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    ask: str = ""
    by_year: bool = False
    is_one_year: bool = False

    def pages(self) -> tuple[Choice, ...]:
        """The choice itself, or one for each calendar year of it."""
        if not self.by_year:
            return (self,)
        from carelog.review.packet.spans import Unit, cut

        years = cut(self.period, Unit.YEAR)
        return tuple(replace(self, period=year, by_year=False, is_one_year=True) for year in years)

    def struck(self, journal: Journal, typed: str) -> Choice:
        """The choice without what was typed: a section by its name, an entry by its handle, else a word or a name."""
        sections = {section.value: section for section in Section}
        if typed.lower() in sections:
            return replace(self, leave_out=(*self.leave_out, sections[typed.lower()]))
        if not is_reference(typed):
            return replace(self, words=(*self.words, typed))
        try:
            entry = journal.entries.find(typed)
        except NotFound:
            return replace(self, words=(*self.words, typed))
        return replace(self, entries=(*self.entries, entry.id))


def audience_of(context: Context, given: str) -> Audience:
    """The audience that is meant, as the person set it. Raises InvalidValue for one that there is not."""
    key = given.strip().lower()
    if key not in AUDIENCES:
        raise InvalidValue(words.no_audience(given, AUDIENCES))
    settings = context.settings
    sections = settings.shared_sections.get(key) or None
    name = settings.shared_names.get(key)
    chosen = [Section(each) for each in sections] if sections else None
    return AUDIENCES[key].adjusted(chosen, NameShown(name) if name else None)


def period_of_page(
    context: Context, journal: Journal, audience: Audience, since: str | None, until: str | None
) -> Period:
    """The days that are asked for, as far as they have come; where nobody says so, those since the last time."""
    from carelog.review.people.shared_period import usual_period

    last = min(day_of(context, until), context.today)
    if since is None:
        return usual_period(journal, audience, last)
    first = day_of(context, since)
    if first > context.today:
        raise InvalidValue(words.FUTURE_PERIOD)
    return Period(first, last)


def sections_named(given: Iterable[str], allowed: Iterable[Section]) -> tuple[Section, ...]:
    """The sections that are meant. Raises InvalidValue for a name that is none of the allowed ones."""
    names = [name.strip().lower() for each in given for name in each.split(",") if name.strip()]
    sections = {section.value: section for section in allowed}
    for name in names:
        if name not in sections:
            raise InvalidValue(words.no_such_section(name, sections))
    return tuple(sections[name] for name in names)


def made(journal: Journal, choice: Choice) -> tuple[Packet, StaysHere]:
    """The packet of a choice, and what stays."""
    from carelog.review.packet.packet import packet, stays_here
    from carelog.review.packet.redaction import with_words_struck

    page = packet(
        journal,
        choice.period,
        choice.audience,
        include=choice.include,
        leave_out=choice.leave_out,
        without=choice.entries,
        ask=choice.ask,
    )
    return with_words_struck(page, choice.words), stays_here(journal, page, choice.entries)


def looked_over(
    context: Context, journal: Journal, choice: Choice, place: str, weight: Callable[[Packet], str]
) -> Choice | None:
    """The choice once the person has seen every line of it and struck what they liked; None when they stop.

    `weight` says of a page what making it takes, if that is much. Raises InvalidValue where nobody can be asked.
    """
    from carelog.documents.packet.preview import preview

    need_terminal(context, edit_words.NEEDS_YES)
    while True:
        seen: list[str] = []
        for each in choice.pages():
            page, stays = made(journal, each)
            seen += filter(None, [preview(page, stays), weight(page)])
        typed = asked_about(context, "\n".join(seen), place)
        if typed.lower() in ("", "y", "yes"):
            return choice
        if typed.lower() in (STOP, "n", "no"):
            return None
        try:
            choice = choice.struck(journal, typed)
        except AmbiguousName as several:
            say_beside(several.message)
