"""edit, delete, undo: changing what was noted."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from carelog import wording
from carelog.cli.answer import Answer
from carelog.cli.ask import confirm
from carelog.cli.command import command
from carelog.cli.entry_edit import edited
from carelog.cli.free_text import full_text
from carelog.cli.options import At, Edit, Feel, Tag, Track, Words
from carelog.cli.session import Session
from carelog.errors import InvalidValue, NotFound
from carelog.exchange.shapes import entry_shape

if TYPE_CHECKING:
    from carelog.journal import Journal

Reference = Annotated[str, typer.Argument(metavar="REF", help="A handle from a list, or last.")]


@command(
    "edit",
    "carelog edit last the whole note, written anew",
    "carelog edit 3d26f9 --mood 3 --tag work",
    "carelog edit last --edit",
    takes_text=True,
)
def edit(
    session: Session,
    reference: Reference,
    words: Words = None,
    mood: Annotated[
        str | None, typer.Option("--mood", help="A new score, 1 to 5 or its word; none removes it.")
    ] = None,
    feel: Feel = None,
    tag: Tag = None,
    track: Track = None,
    at: At = None,
    private: Annotated[bool | None, typer.Option("--private/--not-private", help="Keep it out of exports.")] = None,
    edit: Edit = False,
) -> Answer:
    """Change an entry: what is given replaces what was there. Words alone replace the note."""
    old = session.to_write().entries.find(reference)
    new = edited(session, old, words, mood, feel, tag, track, at, private)
    given = (words, mood, feel, tag, track, at, private)
    wants_editor = edit or all(each is None for each in given)
    with full_text(session, words, edit=wants_editor, old=old.note) as text:
        entry = session.to_write().entries.replace(replace(new, note=text))
    return Answer(text=wording.changed(entry.handle), data=lambda: {"entry": entry_shape(entry)})


@command("delete", "carelog delete 3d26f9", "carelog delete last --yes")
def delete(
    session: Session,
    references: Annotated[list[str], typer.Argument(metavar="REF...", help="Handles from a list, or last.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
) -> Answer:
    """Delete entries or ticks for good. It asks first; backups keep the words."""
    journal = session.to_write()
    found = [_find(journal, reference) for reference in dict.fromkeys(references)]
    if not confirm(session, wording.ask_delete(_name(found)), yes=yes):
        return Answer(text=wording.NOT_DELETED)
    for is_entry, thing_id in dict.fromkeys(found):
        (journal.entries if is_entry else journal.ticks).remove(thing_id)
    return Answer(text=wording.deleted(len(set(found))), data=lambda: {"deleted": [each for _, each in found]})


@command("undo", "carelog undo")
def undo(session: Session) -> Answer:
    """Take back the last add, edit or tick."""
    taken_back = session.to_write().undo()
    nouns = [wording.NOUNS[table] for table, _ in taken_back]
    return Answer(
        text=wording.taken_back(nouns),
        data=lambda: {"taken_back": [{"kind": table, "id": row_id} for table, row_id in taken_back]},
    )


def _find(journal: "Journal", reference: str) -> tuple[bool, str]:
    """Whether a reference means an entry, and its id; handles of ticks are found when no entry has them."""
    try:
        return True, journal.entries.find(reference).id
    except NotFound as nothing:
        try:
            return False, journal.ticks.find(reference).id
        except (NotFound, InvalidValue):
            raise nothing from None


def _name(found: list[tuple[bool, str]]) -> str:
    from carelog.domain.ids import handle

    return ", ".join(f"[{handle(thing_id)}]" for _, thing_id in found)
