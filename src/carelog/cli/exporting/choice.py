"""What goes into a page: as the options say, and as the person strikes it in the preview."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.cli.exporting.preview import NOTHING, STOP, TAKE_BACK, Made, Preview, ask_about_preview
from carelog.cli.exporting.struck_in_name import struck_in_name
from carelog.cli.exporting.struck_words import checked_word
from carelog.cli.prompts.ask import need_terminal
from carelog.cli.runtime.streams import say_on_stderr
from carelog.domain.audience import AUDIENCES, Audience, NameShown, Section
from carelog.domain.ids import is_reference
from carelog.domain.text import clean_line
from carelog.domain.time.days import Period
from carelog.errors import InvalidValue, NotFound
from carelog.wording.files import export as words
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.cli.runtime.context import Context
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Choice:
    """The audience and the period of a page, sections to add and to leave out, and what is struck.

    With `say_left_out` the page names what was left out. With `by_year` it stands for a page for each calendar year;
    with `is_one_year` it is one of those pages.
    """

    audience: Audience
    period: Period
    include: tuple[Section, ...] = ()
    leave_out: tuple[Section, ...] = ()
    struck_entries: tuple[str, ...] = ()
    struck_words: tuple[str, ...] = ()
    ask: str = ""
    say_left_out: bool = False
    by_year: bool = False
    is_one_year: bool = False

    @property
    def left_out(self) -> tuple[Section, ...]:
        """The sections that somebody left out, here or in the settings."""
        return self.audience.left_out(self.include, self.leave_out)

    def pages(self) -> tuple[Choice, ...]:
        """The choice itself, or one for each calendar year of its period."""
        if not self.by_year:
            return (self,)
        from carelog.review.packet.spans import Unit, cut

        years = cut(self.period, Unit.YEAR)
        return tuple(replace(self, period=year, by_year=False, is_one_year=True) for year in years)

    def with_struck(self, journal: Journal, typed: str) -> Choice:
        """The choice with one thing more struck: a section by its name, an entry by its handle, else a word or a name.

        Raises AmbiguousName where a handle fits several entries, InvalidValue for a word that is too short.
        """
        sections = {section.value: section for section in Section}
        if typed.lower() in sections:
            return replace(self, leave_out=(*self.leave_out, sections[typed.lower()]))
        if is_reference(typed):
            with suppress(NotFound):
                return replace(self, struck_entries=(*self.struck_entries, journal.entries.find(typed).id))
        return replace(self, struck_words=(*self.struck_words, checked_word(journal, typed)))


def audience_of(context: Context, given: str) -> Audience:
    """The audience of that name, as the settings change it. Raises InvalidValue for an unknown name."""
    key = given.strip().lower()
    if key not in AUDIENCES:
        raise InvalidValue("export.audience-unknown", given=clean_line(given), known=listed(AUDIENCES))
    settings = context.settings
    sections = settings.shared_sections.get(key) or None
    name = settings.shared_names.get(key)
    chosen = [Section(each) for each in sections] if sections else None
    return AUDIENCES[key].adjusted(chosen, NameShown(name) if name else None)


def sections_named(given: Iterable[str], allowed: Iterable[Section]) -> tuple[Section, ...]:
    """The sections of those names, which may have commas between them.

    Raises InvalidValue for a name that is not among the allowed ones.
    """
    names = [name.strip().lower() for each in given for name in each.split(",") if name.strip()]
    sections = {section.value: section for section in Section if section in set(allowed)}
    for name in names:
        if name not in sections:
            raise InvalidValue("export.section-unknown", given=clean_line(name), known=listed(sections))
    return tuple(sections[name] for name in names)


def choose_in_preview(
    context: Context, journal: Journal, choice: Choice, place: Path | None, preview: Callable[[Choice], Preview[Made]]
) -> Made | None:
    """Show the preview of a choice, and strike what the person names, until they agree; None when they stop.

    Returned is what the last preview showed. Where nothing is left to show, nobody is asked. Raises InvalidValue where
    nobody can be asked.
    """
    need_terminal(context, "export.yes-needs-terminal")
    before: list[Choice] = []
    while (shown := preview(choice)).text:
        told = replace(shown, remarks=[*shown.remarks, *struck_in_name(choice.struck_words, place)])
        typed = ask_about_preview(context, told, str(place or ""), can_take_back=bool(before))
        if typed.lower() in ("", "y", "yes"):
            return shown.made
        if typed.lower() in (STOP, "n", "no"):
            return None
        choice = _next(journal, choice, typed, before)
    return shown.made


def _next(journal: Journal, choice: Choice, typed: str, before: list[Choice]) -> Choice:
    """The choice after an answer: with one thing more struck, or as it was `before`; what cannot be done is said."""
    if typed.lower() == TAKE_BACK:
        if not before:
            say_on_stderr(words.NOTHING_TO_TAKE_BACK)
        return before.pop() if before else choice
    try:
        changed = choice if typed == NOTHING else choice.with_struck(journal, typed)
    except InvalidValue as mistake:
        say_on_stderr(mistake.message)
        return choice
    if changed != choice:
        before.append(choice)
    return changed
