"""import of a full copy: a whole journal, as carelog itself exported it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.cli.answer import Answer
from carelog.wording.files import full_copy as words
from carelog.wording.files import imports as imports_words

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.cli.runtime.session import Session
    from carelog.journal.backup.full_copy import MergeResult


def import_full_copy(session: Session, content: bytes, *, apply: bool) -> Answer:
    """Say what a copy brings or, with `apply`, add it to the journal after a backup.

    Raises RefusedFile when it cannot be imported, StorageError when the journal or its backup cannot be written.
    """
    from carelog.exchange.serializers.full_copy_json import read_full_copy

    whole = read_full_copy(content)
    taken = session.to_read().preview_merge(whole)
    if not apply:
        return _answer(taken, [words.NOT_APPLIED], applied=False)
    if not taken.changes:
        return _answer(taken, [words.NOTHING_NEW], applied=True)
    session.close()
    journal = session.to_write()
    backup = None if journal.is_empty else journal.back_up().path
    taken = journal.merge(whole)
    saved = [imports_words.backed_up(backup)] if backup else []
    return _answer(
        taken, [words.taken_in(taken.changes), *saved, imports_words.FILE_STAYS], applied=True, backup=backup
    )


def _answer(taken: MergeResult, ending: list[str], *, applied: bool, backup: Path | None = None) -> Answer:
    text = "\n".join([words.found(taken.new, taken.newer, taken.known), "", *ending])
    return Answer(text, data=lambda: _shape(taken, applied=applied, backup=backup))


def _shape(taken: MergeResult, *, applied: bool, backup: Path | None) -> dict[str, Any]:
    return {
        "source": "carelog",
        "found": taken.changes + taken.known,
        "new": sum(taken.new.values()),
        "newer": sum(taken.newer.values()),
        "already": taken.known,
        "kinds": {},
        "early": {"kinds": {}, "edited": []},
        "range": {"from": None, "to": None},
        "unknown_moods": {},
        "trackers": [],
        "routines": [],
        "problems": [],
        "remarks": [],
        "applied": applied,
        "backup": str(backup) if backup else None,
        "import": None,
    }
