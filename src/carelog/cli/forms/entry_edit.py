"""Read the changes to an entry from the options."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.forms.counted import begins_with_count
from carelog.cli.prompts.typed_again import typed_with
from carelog.domain.ids import is_last
from carelog.domain.text import takes_away
from carelog.errors import InvalidValue
from carelog.wording import mood as mood_words

if TYPE_CHECKING:
    from carelog.cli.forms.entry import Details
    from carelog.cli.runtime.context import Context
    from carelog.domain.entry import Entry
    from carelog.journal import Journal


def entry_to_edit(
    journal: Journal,
    reference: str,
    words: Sequence[str] | None,
    options: Sequence[object],
    *,
    edit: bool,
) -> Entry:
    """The entry that a reference means. Raises NotFound or AmbiguousName where there is none, or several.

    Raises InvalidValue where `last` is a reading alone, an earlier entry has a mood or words, and words or one of the
    `options` for those were given: either may be meant.
    """
    found = journal.entries.find(reference)
    if not is_last(reference) or not _is_reading_alone(found):
        return found
    if words or edit or any(each is not None for each in options):
        other = journal.entries.last_with_words()
        if other:
            command = typed_with(other.handle, reference, sys.argv[1:])
            raise InvalidValue("entry.last-is-reading", reading=found.handle, entry=other.handle, command=command)
    return found


def score_and_note(
    context: Context, mood: str | None, words: Sequence[str] | None, *, edit: bool
) -> tuple[str | None, Sequence[str] | None]:
    """The new score and the new note, each None where it stays.

    Without --mood, words begin with a score as they do for `carelog mood`: 1 to 5, or a mood word alone or before a
    colon. A number that counts what follows it, as in `5 days since`, is a part of the note. Raises InvalidValue for
    another number alone, which would be a score that there is not.
    """
    if mood is not None or edit or not words:
        return mood, words
    text = " ".join(words)
    if begins_with_count(text):
        return None, words
    try:
        score, note = context.settings.mood.read(text)
    except InvalidValue:
        if len(text.split()) == 1:
            raise
        return None, words
    return (None, words) if score is None else (str(score), [note] if note else None)


def say_changed(context: Context, journal: Journal, old: Entry, new: Entry) -> str:
    """What an edited entry holds now, after what it held before where words of it were replaced or removed."""
    from carelog.terminal.pages.entry_list import EntryList

    units = {each.name: each.unit for each in journal.trackers}
    pages = (EntryList([each], context.settings.mood, units=units, revealed=True) for each in (old, new))
    before, now = (" ".join([*page.sentences()][0 if old.day != new.day else 1 :]) for page in pages)
    return mood_words.changed_entry(new.handle, before if _words_went(old, new) or old.day != new.day else "", now)


def edited(
    context: Context,
    details: Details,
    entry: Entry,
    words: Sequence[str] | None,
    mood: str | None,
    feelings: Sequence[str] | None,
    tags: Sequence[str] | None,
    private: bool | None,
) -> Entry:
    """The entry with what is given in place of what was there; readings are added to the others.

    A note stays, because its new text is read later, perhaps in the editor. An entry without a note takes the words for
    now, so that it is never empty. Raises InvalidValue for a value that cannot be used. Where readings without a
    tracker are all that is given and nobody can be asked, they are in it, and the journal refuses them.
    """
    given = (words, mood, feelings, tags, private, details.at)
    is_all = not details.readings and all(each is None for each in given)
    refused = details.offered if is_all and not context.can_ask else {}
    return replace(
        entry,
        mood=entry.mood if mood is None else _score(context, mood),
        note=entry.note or (" ".join(words) if words else ""),
        feelings=entry.feelings if feelings is None else details.feelings,
        tags=entry.tags if tags is None else details.tags,
        readings={**entry.readings, **details.readings, **refused},
        at=details.at or entry.at,
        private=entry.private if private is None else private,
    )


def _is_reading_alone(entry: Entry) -> bool:
    return bool(entry.readings) and not (entry.mood or entry.note or entry.feelings or entry.tags)


def _words_went(old: Entry, new: Entry) -> bool:
    """Whether a note, a feeling or a tag that was there is there no more."""
    return (
        (bool(old.note) and old.note != new.note)
        or not set(old.feelings) <= set(new.feelings)
        or not set(old.tags) <= set(new.tags)
    )


def _score(context: Context, typed: str) -> int | None:
    if takes_away(typed):
        return None
    score, rest = context.settings.mood.read(typed)
    if score is None or rest:
        raise InvalidValue("entry.score-needed")
    return score
