"""Read the changes to an entry from the options."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.forms.entry import Details
from carelog.errors import InvalidValue

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.entry import Entry
    from carelog.journal import Journal


def edited(
    context: Context,
    journal: Journal,
    entry: Entry,
    words: Sequence[str] | None,
    mood: str | None,
    feelings: Sequence[str] | None,
    tags: Sequence[str] | None,
    readings: Sequence[str] | None,
    at: str | None,
    private: bool | None,
) -> Entry:
    """The entry with what is given in place of what was there; readings are added to the others.

    A note stays, because its new text is read later, perhaps in the editor. An entry without a note takes the words for
    now, so that it is never empty. Raises InvalidValue for a value that cannot be used.
    """
    details = Details.typed(context, journal, feelings, tags, readings, at, private=bool(private))
    return replace(
        entry,
        mood=entry.mood if mood is None else _score(context, mood),
        note=entry.note or (" ".join(words) if words else ""),
        feelings=entry.feelings if feelings is None else details.feelings,
        tags=entry.tags if tags is None else details.tags,
        readings={**entry.readings, **details.readings},
        at=details.at or entry.at,
        private=entry.private if private is None else private,
    )


def _score(context: Context, typed: str) -> int | None:
    if typed.strip().lower() == "none":
        return None
    score, rest = context.settings.mood.read(typed)
    if score is None or rest:
        raise InvalidValue("entry.score-needed")
    return score
