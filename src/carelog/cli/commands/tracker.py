"""tracker: the person's own scales, such as sleep in hours."""

from dataclasses import replace
from typing import Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.exporting.month_sheet import month_named, write_month_sheet
from carelog.cli.forms.empty import if_empty
from carelog.cli.forms.last_ones import ONE_MORE, last_ones
from carelog.cli.forms.new_words import named_and_renamed
from carelog.cli.forms.removal import remove_one
from carelog.cli.forms.tracker import ask_tracker, changed_tracker, read_about, read_bound
from carelog.cli.prompts.discretion_options import Cover
from carelog.cli.prompts.number_options import FromTop, top_of, with_rest
from carelog.cli.prompts.options import Force, Handles, NameToEdit, NewName, Output, Yes
from carelog.cli.runtime.session import Session
from carelog.domain.numbers import show_number
from carelog.domain.tracker import About, Better, Tracker
from carelog.exchange.serializers.nouns import tracker_readings_shape, tracker_shape
from carelog.language import gettext as _
from carelog.terminal.pages.trackers import tracker_page, trackers_table
from carelog.wording import edit as edit_words
from carelog.wording import mood as mood_words
from carelog.wording import trackers as trackers_words

Name = Annotated[list[str], typer.Argument(help=_("Its name or handle."), show_default=False)]
AboutWhat = Annotated[About | None, typer.Option("--about", help=_("What it measures, for pages that have to know."))]
AboutNight = Annotated[bool, typer.Option("--about-night", hidden=True, help=_("Short for --about night."))]


@command(
    "tracker add",
    "carelog tracker add sleep --unit h --min 0 --max 24 --better higher",
    "carelog tracker add rest --about night",
)
def add(
    session: Session,
    name: Annotated[str | None, typer.Argument(help=_("What to watch, such as sleep."), show_default=False)] = None,
    unit: Annotated[str, typer.Option("--unit", help=_("Its unit, such as h."))] = "",
    low: Annotated[str | None, typer.Option("--min", help=_("The lowest possible reading."))] = None,
    high: Annotated[str | None, typer.Option("--max", help=_("The highest possible reading."))] = None,
    better: Annotated[Better, typer.Option("--better", help=_("Which way is better."))] = Better.NEITHER,
    about: AboutWhat = None,
    night: AboutNight = False,
    cover: Cover = None,
) -> Answer:
    """Make a scale of your own. Alone it asks. Where nothing says what it is about, its name may."""
    trackers, what = session.to_write().trackers, read_about(about, night=night)
    if name is None:
        tracker = ask_tracker(session, trackers, what)
    else:
        low_end, high_end = read_bound(low), read_bound(high)
        tracker = trackers.add(
            name, unit=unit, minimum=low_end, maximum=high_end, better=better, about=what, cover=cover or ""
        )
    return Answer(
        text=mood_words.tracker_made(tracker.name, show_number(tracker.example)),
        data=lambda: {"tracker": tracker_shape(tracker)},
    )


@command(
    "tracker list",
    "carelog tracker list",
    "carelog tracker list --handles",
    panel="Note",
    group=_("Your own scales, such as sleep in hours. Alone it lists them."),
)
def show_all(
    session: Session,
    everything: Annotated[bool, typer.Option("--all", help=_("Also those that were put away."))] = False,
    handles: Handles = False,
    most: FromTop = None,
) -> Answer:
    """List your scales."""
    trackers = session.to_read().trackers
    found = list(trackers) if everything else trackers.active()
    shown = top_of(found, most)
    empty = if_empty(session, mood_words.NO_TRACKERS)
    return Answer(
        page=lambda: with_rest(
            trackers_table([_on_page(session, each) for each in shown], empty, handles=handles), shown, found
        ),
        data=lambda: {"trackers": [tracker_shape(each) for each in shown]},
    )


@command("tracker show", "carelog tracker show sleep", "carelog tracker show sleep -n 5")
def show(
    session: Session,
    name: Name,
    newest: Annotated[
        int | None, typer.Option("-n", min=1, help=_("How many of the newest readings; else 20."), show_default=False)
    ] = None,
) -> Answer:
    """Show one scale and its readings, newest last."""
    journal = session.to_read()
    tracker = journal.trackers.named(" ".join(name))
    found = journal.entries.with_reading(tracker.id, newest or ONE_MORE)
    noted, has_more = (found, False) if newest else last_ones(found)
    return Answer(
        page=lambda: tracker_page(_on_page(session, tracker), noted, has_more=has_more),
        data=lambda: tracker_readings_shape(tracker, noted),
    )


@command(
    "tracker edit",
    "carelog tracker edit rest --about night",
    "carelog tracker edit uni --about other",
    "carelog tracker edit sleep --max none",
    "carelog tracker edit uni university",
)
def edit(
    session: Session,
    name: NameToEdit,
    new_name: NewName = None,
    unit: Annotated[str | None, typer.Option("--unit", help=_("Its unit; an empty one takes it away."))] = None,
    low: Annotated[str | None, typer.Option("--min", help=_("The lowest possible reading, or none."))] = None,
    high: Annotated[str | None, typer.Option("--max", help=_("The highest possible reading, or none."))] = None,
    better: Annotated[Better | None, typer.Option("--better", help=_("Which way is better."))] = None,
    about: AboutWhat = None,
    night: AboutNight = False,
    cover: Cover = None,
) -> Answer:
    """Change a scale. What was noted stays as it is; a new range is for new readings."""
    trackers, what = session.to_write().trackers, read_about(about, night=night)
    old, new_name = named_and_renamed(trackers, name, new_name)
    tracker = trackers.edit(
        changed_tracker(old, new_name, unit=unit, low=low, high=high, better=better, about=what, cover=cover)
    )
    return _changed(session, mood_words.tracker_changed(tracker.name), tracker)


@command("tracker archive", "carelog tracker archive weight")
def archive(session: Session, name: Name) -> Answer:
    """Put a scale away. Its readings stay in their entries; unarchive brings it back."""
    trackers = session.to_write().trackers
    tracker = trackers.archive(trackers.named(" ".join(name)), session.today)
    return _changed(session, edit_words.put_away(tracker.name, "tracker"), tracker)


@command("tracker unarchive", "carelog tracker unarchive weight")
def unarchive(session: Session, name: Name) -> Answer:
    """Bring back a scale that was put away."""
    trackers = session.to_write().trackers
    tracker = trackers.unarchive(trackers.named(" ".join(name)))
    return _changed(session, trackers_words.tracker_back(tracker.name), tracker)


@command("tracker remove", "carelog tracker remove weight")
def remove(session: Session, name: Name, yes: Yes = False) -> Answer:
    """Remove a scale and its readings for good. It asks first; archive keeps them."""
    journal = session.to_write()
    tracker = journal.trackers.named(" ".join(name))
    question = trackers_words.ask_remove_tracker(tracker.name, len(journal.entries.with_reading(tracker.id)))
    return remove_one(session, journal.trackers, tracker.id, question, yes=yes)


@command(
    "tracker sheet",
    "carelog tracker sheet",
    "carelog tracker sheet --month last -o sheet.pdf",
    "carelog tracker sheet --empty --month next",
    discretion="as it is",
)
def sheet(
    session: Session,
    month: Annotated[
        str | None,
        typer.Option(
            "--month", metavar="MONTH", help=_("2026-11, november, last or next; this one unless it is given.")
        ),
    ] = None,
    empty: Annotated[bool, typer.Option("--empty", help=_("Nothing filled in, to write by hand."))] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=_("pdf, html, md or txt; as FILE ends, else pdf."))
    ] = "",
    output: Output = "",
    force: Force = False,
) -> Answer:
    """Make a page of a month with your own scales, a line a day, to print. Private entries are not on it."""
    return write_month_sheet(session, month_named(session, month), form, output, empty=empty, force=force)


def _changed(session: Session, text: str, tracker: Tracker) -> Answer:
    return Answer(text, data=lambda: {"tracker": tracker_shape(tracker)}, changed=session.changed_by_person)


def _on_page(session: Session, tracker: Tracker) -> Tracker:
    """A tracker without what it measures where others can see the screen: that says what its cover hides."""
    return replace(tracker, about=None) if session.masks else tracker
