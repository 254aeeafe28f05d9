"""Deleting, undoing and reading entries and everything else that was noted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.wording.files.rows import counted_rows
from carelog.wording.lists import listed
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_DELETED = _("Nothing was deleted.")
NOT_REMOVED = _("Nothing was removed.")
REMOVED = _("Removed. Backups made before still hold the words; “carelog forget” takes them out.")

_TAKEN_BACK = {
    "entries": _("an entry"),
    "trackers": _("a tracker"),
    "contacts": _("a contact"),
    "routines": _("a routine"),
    "ticks": _("a tick"),
    "pauses": _("a pause"),
    "plan_steps": _("a step of your plan"),
    "plan_reviews": _("a reading of your plan"),
    "kind_words": _("a kind word"),
    "reached": _("contact with someone"),
    "activities": _("an activity"),
    "signs": _("a sign"),
    "helpline_marks": _("a mark on a helpline"),
    "appointments": _("an appointment"),
    "agreements": _("what was agreed"),
    "topics": _("what you want to bring"),
    "answered": _("an answered questionnaire"),
    "shares": _("the record of a page"),
    "goals": _("a goal"),
    "goal_ratings": _("a rating of a goal"),
    "imports": _("the record of an import"),
}
"""What undo took back, by table: the members of a list that follows a colon."""


def ask_delete(what: str) -> str:
    """A question before entries or ticks are deleted for good; `what` are their handles."""
    return _("Delete {what} for good? It cannot be undone. Backups keep the words until “carelog forget”.").format(
        what=what
    )


def ask_remove(what: str) -> str:
    """A question before something is removed for good; `what` is a name or a day that is not quoted."""
    return _("Remove {what} for good? It cannot be undone. Backups keep the words until “carelog forget”.").format(
        what=what
    )


def ask_remove_words(words: str) -> str:
    """A question before something is removed for good that is called by its own words."""
    return _("Remove “{words}” for good? It cannot be undone. Backups keep the words until “carelog forget”.").format(
        words=words
    )


def put_away(name: str, group: str) -> str:
    """A tracker or routine was archived; `group` is the first word of the commands for it."""
    return _("“{name}” is put away. What was noted stays. To have it back: {command}").format(
        name=name, command=" ".join(["carelog", group, "unarchive", typed(name)])
    )


def deleted(count: int) -> str:
    """Entries or ticks were deleted."""
    return _("Deleted {count}. Backups made before still hold the words; “carelog forget” takes them out.").format(
        count=count
    )


def taken_back(rows: Iterable[tuple[str, bool]]) -> str:
    """The last change was undone: the tables of its rows, and whether each row remains, as it was before the change."""
    gone, remaining = Counter[str](), Counter[str]()
    for table, remains in rows:
        (remaining if remains else gone)[table] += 1
    said = [_("Taken back: {things}.").format(things=_counted(gone))] if gone else []
    said += [_("Changed back: {things}.").format(things=_counted(remaining))] if remaining else []
    return "\n".join(said)


def _counted(tables: Counter[str]) -> str:
    return listed(_TAKEN_BACK[table] if count == 1 else counted_rows(table, count) for table, count in tables.items())
