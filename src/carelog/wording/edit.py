"""Deleting, undoing and reading entries and everything else that was noted."""

from __future__ import annotations

from carelog.wording.program import typed

NOT_DELETED = "Nothing was deleted."
NEEDS_YES = "To do this without being asked, add --yes."
NOUNS = {
    "entries": "an entry",
    "trackers": "a tracker",
    "contacts": "a contact",
    "routines": "a routine",
    "ticks": "a tick",
    "pauses": "a pause",
    "plan_steps": "a step of your plan",
    "plan_reviews": "a reading of your plan",
    "kind_words": "a kind word",
    "reached": "contact with someone",
    "activities": "an activity",
    "signs": "a sign",
    "helpline_marks": "a mark on a helpline",
    "appointments": "an appointment",
    "agreements": "what was agreed",
    "topics": "what you want to bring",
    "answered": "an answered questionnaire",
    "shares": "the record of a page",
    "imports": "the record of an import",
}
"""What undo took back, by table, with its article."""


def ask_delete(what: str) -> str:
    """A question before something is deleted, which is final."""
    return f"Delete {what} for good? It cannot be undone. Backups keep the words until “carelog forget”."


def deleted(count: int) -> str:
    """Something was deleted."""
    return f"Deleted {count}. Backups made before still hold the words; “carelog forget” takes them out."


def taken_back(nouns: list[str]) -> str:
    """The last change was undone."""
    return f"Taken back: {', '.join(nouns)}."


def log_takes_no_words(words: str) -> str:
    """Words were typed after log: a number was probably meant as a mood, other words as a search."""
    if words[:1].isdecimal():
        return f"log lists entries and takes no words. To note it: carelog mood {words.split(maxsplit=1)[0]}"
    return f"log lists entries. To look for words: carelog log --search {typed(words)}"


def name_taken(noun: str, name: str) -> str:
    """A name is in use; `noun` comes with its article."""
    return f"There is {noun} “{name}” already."
