"""Reading, changing, deleting and undoing what was noted."""

from __future__ import annotations

from carelog.wording.program import typed

# --- deleting, undoing


def ask_delete(what: str) -> str:
    """A delete is final, and backups are not touched."""
    return f"Delete {what} for good? It cannot be undone. Backups keep the words until “carelog forget”."


def deleted(count: int) -> str:
    """Something was deleted."""
    return f"Deleted {count}. Backups made before still hold the words; “carelog forget” takes them out."


NOT_DELETED = "Nothing was deleted."
NEEDS_YES = "To do this without being asked, add --yes."


def taken_back(nouns: list[str]) -> str:
    """Undo took something back."""
    return f"Taken back: {', '.join(nouns)}."


# --- reading


def log_takes_no_words(words: str) -> str:
    """A number after log was probably meant as a mood, words as something to look for."""
    if words[:1].isdecimal():
        return f"log lists entries and takes no words. To note it: carelog mood {words.split(maxsplit=1)[0]}"
    return f"log lists entries. To look for words: carelog log --search {typed(words)}"


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


def name_taken(noun: str, name: str) -> str:
    """Something has that name; `noun` comes with its article."""
    return f"There is {noun} “{name}” already."
