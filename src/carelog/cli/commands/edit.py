"""edit, delete, undo: change what was noted."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.entry import Details
from carelog.cli.forms.entry_edit import edited, entry_to_edit, say_changed, score_and_note
from carelog.cli.forms.offered_tracker import number_after, with_offered
from carelog.cli.prompts.ask import confirm
from carelog.cli.prompts.free_text import full_text
from carelog.cli.prompts.options import At, Edit, Feel, Tag, Track, Words, Yes
from carelog.cli.runtime.session import Session
from carelog.errors import InvalidValue, NotFound
from carelog.exchange.serializers.nouns import entry_shape
from carelog.language import gettext as _
from carelog.wording import edit as edit_words
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from carelog.journal import Journal

Reference = Annotated[str, typer.Argument(metavar="REF", help=_("A handle from a list, or last."))]


@command(
    "edit",
    "carelog edit last 3",
    "carelog edit last the whole note in other words",
    "carelog edit 3d26f9 --mood 3 --tag work",
    "carelog edit last --edit",
    panel="Note",
    takes_text=True,
)
def edit(
    session: Session,
    reference: Reference,
    words: Words = None,
    mood: Annotated[
        str | None, typer.Option("--mood", help=_("A new score, 1 to 5 or its word; none removes it."))
    ] = None,
    feel: Feel = None,
    tag: Tag = None,
    track: Track = None,
    at: At = None,
    private: Annotated[
        bool | None, typer.Option("--private/--not-private", help=_("Keep it out of every export."))
    ] = None,
    edit: Edit = False,
) -> Answer:
    """Change an entry: what is given replaces what was there. 1 to 5 or a mood word is its score, other words its note.

    With --mood or --edit all words are the note.
    """
    journal = session.to_write()
    old = entry_to_edit(journal, reference, words, (mood, feel, tag), edit=edit)
    mood, note = score_and_note(session, mood, words, edit=edit)
    details = Details.typed(session, journal, feel, tag, track, at, private=bool(private))
    new = edited(session, details, old, note, mood, feel, tag, private)
    wants_editor = edit or all(each is None for each in (words, mood, feel, tag, track, at, private))
    with full_text(session, note, edit=wants_editor, old=old.note) as text:
        entry = journal.entries.edit(replace(new, note=text))
    entry = with_offered(session, journal, entry, details.offered)
    text, number = say_changed(session, journal, old, entry), number_after(session, details.offered)
    changed = session.changed_by_person
    return Answer(text, data=lambda: {"entry": entry_shape(entry)}, exit_number=number, changed=changed)


@command("delete", "carelog delete 3d26f9", "carelog delete last --yes", panel="Note")
def delete(
    session: Session,
    references: Annotated[list[str], typer.Argument(metavar="REF...", help=_("Handles from a list, or last."))],
    yes: Yes = False,
) -> Answer:
    """Delete entries or ticks for good. It asks first; backups keep the words."""
    journal = session.to_write()
    found = list(dict.fromkeys(_find(journal, reference) for reference in references))
    if not confirm(session, edit_words.ask_delete(_names(found)), yes=yes):
        return Answer(text=edit_words.NOT_DELETED)
    journal.entries.remove(*(each for is_entry, each in found if is_entry))
    journal.ticks.remove(*(each for is_entry, each in found if not is_entry))
    return Answer(text=edit_words.deleted(len(found)), data=lambda: {"ids": [each for _, each in found]})


@command("undo", "carelog undo", panel="Note")
def undo(session: Session) -> Answer:
    """Take back the last add, edit or tick."""
    taken_back = session.to_write().undo()
    return Answer(
        text=edit_words.taken_back((table, remains) for table, _, remains in taken_back),
        data=lambda: {"changes": [{"kind": kind, "id": each, "remains": left} for kind, each, left in taken_back]},
    )


def _find(journal: "Journal", reference: str) -> tuple[bool, str]:
    """Whether a reference means an entry, and the id; it means a tick where no entry has that handle."""
    try:
        return True, journal.entries.find(reference).id
    except NotFound as nothing:
        try:
            return False, journal.ticks.find(reference).id
        except (NotFound, InvalidValue):
            raise nothing from None


def _names(found: list[tuple[bool, str]]) -> str:
    from carelog.domain.ids import handle

    return listed(f"[{handle(thing_id)}]" for _, thing_id in found)
