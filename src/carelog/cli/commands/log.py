"""log, show, on-this-day: read what was noted."""

from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.last_ones import ONE_MORE, last_ones
from carelog.cli.forms.log import period_to_show, read_sought
from carelog.cli.prompts.number_options import Newest, newest_of, rest_of
from carelog.cli.prompts.period_options import First, Last, Until
from carelog.cli.runtime.session import Session
from carelog.exchange.serializers.nouns import entry_shape
from carelog.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.domain.entry import Entry
    from carelog.journal.collections.entries import Entries
    from carelog.terminal.page import Page


@command(
    "log",
    "carelog log -n 5",
    "carelog log --from monday --tag walk",
    "carelog log --last 30d",
    "carelog log river",
    "carelog log last week --json",
    panel="Look back",
)
def log(
    session: Session,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHEN|WORDS]", help=_("A day, a period, or words to look for."), show_default=False),
    ] = None,
    last: Last = None,
    first: First = None,
    until: Until = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", help=_("Only entries with this tag; several: with all of them."))
    ] = None,
    feel: Annotated[
        list[str] | None, typer.Option("--feel", help=_("Only entries with this feeling; several: with all of them."))
    ] = None,
    search: Annotated[
        list[str] | None, typer.Option("--search", help=_("Only entries that hold these words; several: all of them."))
    ] = None,
    low: Annotated[int | None, typer.Option("--min", min=1, max=5, help=_("The lowest mood."))] = None,
    high: Annotated[int | None, typer.Option("--max", min=1, max=5, help=_("The highest mood."))] = None,
    newest: Newest = None,
) -> Answer:
    """List entries, newest last: the last 20, or all of a period. Every option narrows it."""
    entries = session.to_read().entries
    period, parts = read_sought(session, words, search or (), last, first, until)
    most = newest or (None if period else ONE_MORE)
    found = entries.within(
        period, tag=tag or (), feeling=feel or (), search=parts, lowest=low, highest=high, newest=most
    )
    if period or newest:
        return _list(session, found)
    shown, has_more = last_ones(found)
    is_narrowed = any((tag, feel, parts, low, high))
    return _list(session, shown, more=_more(len(shown), entries, is_narrowed=is_narrowed) if has_more else "")


@command(
    "show",
    "carelog show 3d26f9",
    "carelog show last",
    "carelog show yesterday",
    panel="Look back",
    discretion="as it is",
)
def show(
    session: Session,
    reference: Annotated[list[str], typer.Argument(metavar="REF", help=_("A handle from a list, or last; or a day."))],
) -> Answer:
    """Show one entry with all its words, private ones too; or all entries of a day."""
    text = " ".join(reference)
    entries = session.to_read().entries
    period = period_to_show(session, text)
    if period:
        return _list(session, entries.within(period), revealed=True)
    return _list(session, [entries.find(text)], key="entry", revealed=True)


@command("on-this-day", "carelog on-this-day", panel="Look back")
def on_this_day(session: Session, newest: Newest = None) -> Answer:
    """List what you noted on this day in earlier years."""
    from carelog.review.people.standing_in import names_away, without_names

    journal = session.to_read()
    found = list(without_names(journal.entries.on_this_day(session.today), names_away(journal)))
    shown = newest_of(found, newest)
    return _list(session, shown, more=rest_of(shown, found))


def _more(shown: int, entries: "Entries", *, is_narrowed: bool) -> str:
    from carelog.wording.pages.last_ones import last_entries, last_entries_found

    return last_entries_found(shown) if is_narrowed else last_entries(shown, len(entries))


def _list(
    session: Session, entries: "Sequence[Entry]", *, key: str = "entries", revealed: bool = False, more: str = ""
) -> Answer:
    def page() -> "Page":
        from carelog.terminal.pages.entry_list import EntryList
        from carelog.terminal.pages.with_line import PageWithLine

        listed = EntryList(entries, session.mood_words, units=units, revealed=revealed)
        return PageWithLine(listed, more) if more else listed

    units = {each.name: each.unit for each in session.to_read().trackers}
    shapes = [entry_shape(entry) for entry in entries]
    return Answer(page=page, data=lambda: {key: shapes if key == "entries" else shapes[0]})
