"""mood, note, track: note how a moment is."""

from typing import Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.entry import Details, read_mood, read_note, read_readings
from carelog.cli.prompts.free_text import full_text, tell_of_hash, warn_of_history
from carelog.cli.prompts.options import At, Edit, Feel, Private, Sealed, Tag, Track, Words
from carelog.cli.runtime.session import Session
from carelog.language import gettext as _


@command(
    "mood",
    "carelog mood 4 first walk in a week",
    "carelog mood bad: slept badly --feel tired --track sleep=4,5",
    'carelog mood 3 --at "yesterday 21:00" --tag work',
    panel="Note",
    takes_text=True,
    kept_by="note",
)
def mood(
    session: Session,
    words: Words = None,
    feel: Feel = None,
    tag: Tag = None,
    track: Track = None,
    at: At = None,
    private: Private = False,
    edit: Edit = False,
    sealed: Sealed = False,
) -> Answer:
    """Note how it is, from 1 to 5, with or without words. “carelog mood” alone asks.

    A word that begins with # is left out by most shells: use --tag.
    """
    journal = session.to_write_or_seal(sealed=sealed)
    details = Details.typed(session, journal, feel, tag, track, at, private=private)
    score, text, details = read_mood(session, words, details)
    warn_of_history(session, journal, words if text else None)
    tell_of_hash(session, journal, words if not text else None)
    with full_text(session, [text] if words else None, edit=edit, old=text) as note:
        return details.save(session, journal, score, note)


@command(
    "note",
    "carelog note called Sam, walked home along the river",
    "carelog note --edit --at yesterday",
    "fortune | carelog note -",
    panel="Note",
    takes_text=True,
    kept_by="note",
)
def note(
    session: Session,
    words: Words = None,
    feel: Feel = None,
    tag: Tag = None,
    track: Track = None,
    at: At = None,
    private: Private = False,
    edit: Edit = False,
    sealed: Sealed = False,
) -> Answer:
    """Note something without a score. Without words it asks for them, or opens the editor that you have set."""
    journal = session.to_write_or_seal(sealed=sealed)
    details = Details.typed(session, journal, feel, tag, track, at, private=private)
    text, edit = read_note(session, words, details, edit=edit)
    warn_of_history(session, journal, words)
    with full_text(session, [text], edit=edit) as written:
        return details.save(session, journal, None, written)


@command(
    "track",
    "carelog track sleep=7,5 irritability=2",
    "carelog track weight=70.5 --at 08:00",
    panel="Note",
    takes_text=True,
)
def track(
    session: Session,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME=NUMBER...", help=_("A scale of yours, and its number."), show_default=False),
    ] = None,
    at: At = None,
    private: Private = False,
) -> Answer:
    """Note readings of your own scales. Sleep belongs to the day you woke up on."""
    journal = session.to_write()
    readings = read_readings(session, journal.trackers, words)
    details = Details.typed(session, journal, None, None, readings, at, private=private)
    return details.save(session, journal, None, "")
