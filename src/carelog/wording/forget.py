"""forget: deleted words are purged from backups and drafts too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NOTHING_FORGOTTEN = _("Nothing was changed. The copies hold what they held.")
REMNANTS = _(
    "A disk may keep remnants of what was overwritten, and nothing on this computer can be certain that it does not. "
    "Backups of the whole computer, synchronised folders, backups you put elsewhere and pages you handed on are not "
    "touched. Words that you changed in an edit stay in older copies."
)


def ask_rewrite(things: int, paths: Iterable[Path]) -> str:
    """A question before backups are rewritten, after which the words cannot be restored."""
    copies = _listed(paths)
    if not things:
        return _(
            "These copies still hold earlier versions, kept for undo:\n"
            "{copies}\n"
            "carelog writes them again without these versions, which cannot be brought back then. Forget them?"
        ).format(copies=copies)
    return plural(
        things,
        "These copies still hold the words of {count} thing that you deleted:\n"
        "{copies}\n"
        "carelog writes them again without these words. The words cannot be brought back then. Forget them?",
        "These copies still hold the words of {count} things that you deleted:\n"
        "{copies}\n"
        "carelog writes them again without these words. The words cannot be brought back then. Forget them?",
        copies=copies,
    )


def ask_remove(problems: Iterable[str]) -> str:
    """A question before backups are removed that cannot be read, and may hold deleted words."""
    return _(
        "carelog cannot change these copies, so words that you deleted may stay in them:\n"
        "{problems}\n"
        "What else is in them would be gone too. Remove these copies altogether?"
    ).format(problems=_listed(problems))


def ask_drafts(paths: Iterable[Path]) -> str:
    """A question before drafts are removed; one may belong to an editor that is open now."""
    return _(
        "An editor left drafts, or is open now; they may hold words that you deleted:\n{drafts}\nRemove the drafts?"
    ).format(drafts=_listed(paths))


def forgotten(things: int, rewritten: int, removed: int, copies: int) -> str:
    """How many of the copies were rewritten or removed."""
    if not copies:
        return _("There are no copies of your journal here. What you deleted is in none of carelog's files.")
    sentences = [_looked_at(rewritten, removed, copies)]
    if things:
        sentences.append(
            plural(
                things,
                "The words of {count} deleted thing are gone from them.",
                "The words of {count} deleted things are gone from them.",
            )
        )
    return " ".join(sentences)


def still_there(paths: Iterable[Path]) -> str:
    """Files that may still hold deleted words, because they could not or should not be changed."""
    return _("Unchanged, and words that you deleted may be there:\n{files}").format(files=_listed(paths))


def _looked_at(rewritten: int, removed: int, copies: int) -> str:
    left = copies - rewritten - removed
    if rewritten and removed:
        return plural(
            copies,
            "Looked at {count} copy: {rewritten} written again, {removed} removed; {left} unchanged.",
            "Looked at {count} copies: {rewritten} written again, {removed} removed; {left} unchanged.",
            rewritten=rewritten,
            removed=removed,
            left=left,
        )
    if rewritten:
        return plural(
            copies,
            "Looked at {count} copy: {rewritten} written again; {left} unchanged.",
            "Looked at {count} copies: {rewritten} written again; {left} unchanged.",
            rewritten=rewritten,
            left=left,
        )
    if removed:
        return plural(
            copies,
            "Looked at {count} copy: {removed} removed; {left} unchanged.",
            "Looked at {count} copies: {removed} removed; {left} unchanged.",
            removed=removed,
            left=left,
        )
    return plural(
        copies,
        "Looked at {count} copy: {left} unchanged.",
        "Looked at {count} copies: {left} unchanged.",
        left=left,
    )


def _listed(lines: Iterable[Path | str]) -> str:
    return "\n".join(f"  {line}" for line in lines)
