"""forget: deleted words are purged from backups and drafts too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.counts import counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NOTHING_FORGOTTEN = "Nothing was changed. The copies hold what they held."
NEEDS_YES = "To do this without being asked, add --yes; --remove for copies that cannot be read, --drafts for drafts."
REMNANTS = (
    "A disk may keep remnants of what was overwritten, and nothing on this computer can be certain that it does not. "
    "Backups of the whole computer, synchronised folders, backups you put elsewhere and pages you handed on are not "
    "touched. Words that you changed in an edit stay in older copies."
)


def ask_rewrite(things: int, paths: Iterable[Path]) -> str:
    """A question before backups are rewritten, after which the words cannot be restored."""
    what = f"the words of {counted(things, 'thing')} that you deleted" if things else "earlier versions, kept for undo"
    return (
        f"These copies still hold {what}:\n{_listed(paths)}\n"
        "They are written anew without them; the words cannot be brought back then. Forget them?"
    )


def ask_remove(problems: Iterable[str]) -> str:
    """A question before backups are removed that cannot be read, and may hold deleted words."""
    listed = "\n".join(f"  {problem}" for problem in problems)
    return (
        f"These copies cannot be written anew, so words that you deleted may stay in them:\n{listed}\n"
        "Remove these copies altogether?"
    )


def ask_drafts(paths: Iterable[Path]) -> str:
    """A question before drafts are removed; one may belong to an editor that is open now."""
    return (
        f"An editor left drafts, or is open now; they may hold words that you deleted:\n{_listed(paths)}\n"
        "Remove the drafts?"
    )


def forgotten(things: int, rewritten: int, removed: int, copies: int) -> str:
    """How many of the copies were rewritten or removed."""
    if not copies:
        return "There are no copies of your journal here. What you deleted is in none of carelog's files."
    done = [f"{rewritten} written anew"] if rewritten else []
    done += [f"{removed} removed"] if removed else []
    changed = f"{', '.join(done)}; " if done else ""
    words = f" The words of {counted(things, 'deleted thing')} are gone from them." if things else ""
    others = copies - rewritten - removed
    return f"Looked at {counted(copies, 'copy', 'copies')}: {changed}{others} left as they were.{words}"


def still_there(paths: Iterable[Path]) -> str:
    """Files that may still hold deleted words, because they could not or should not be changed."""
    return f"These were left as they are, and may hold words that you deleted:\n{_listed(paths)}"


def _listed(paths: Iterable[Path]) -> str:
    return "\n".join(f"  {path}" for path in paths)
