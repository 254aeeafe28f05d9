"""Taking backups, restoring one, erasing everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NO_BACKUPS = "There are no backups yet. Make one with: carelog backup"
KEPT_THEN = "The journal as it is now would be kept beside the backups."
NOT_RESTORED = "Nothing was changed."
NOT_ERASED = "Nothing was erased."
ASK_ERASE_AGAIN = "Type “erase” to erase it all"


def backed_up(path: Path, entries: int) -> str:
    """A backup was taken and verified."""
    noun = "entry" if entries == 1 else "entries"
    return f"Backed up {entries} {noun} to {path}. The copy was opened again and compared."


def ask_restore(taken: str, now: dict[str, int] | None, then: dict[str, int]) -> str:
    """A question before a restore, with what it would change in numbers; `now` is None for an unreadable journal."""
    first = f"The backup {taken} would take the place of your journal"
    if now is None:
        holds = [f"  {name}: {number} in the backup" for name, number in then.items() if number]
        return "\n".join([f"{first}, which cannot be read:", *holds, KEPT_THEN, "Restore it?"])
    lines = [f"  {name}: {now.get(name, 0)} now, {then[name]} in the backup" for name in then]
    differ = [line for line, name in zip(lines, then, strict=True) if now.get(name, 0) != then[name]]
    changes = [f"{first}:", *differ] if differ else [f"{first}. Both hold as many of everything; words may differ."]
    return "\n".join([*changes, KEPT_THEN, "Restore it?"])


def restored(kept: Path | None, *, lost_its_lock: bool = False) -> str:
    """A backup was restored; `kept` is the file of the journal it replaced."""
    lines = ["Restored." + (f" The journal it replaced is kept as {kept}" if kept else "")]
    lines += ["The backup was locked, and this journal is not. To lock it: carelog lock on"] if lost_its_lock else []
    return "\n".join(lines)


def ask_erase(places: list[Path]) -> str:
    """A question before everything that carelog keeps on this computer is erased."""
    listed = "\n".join(f"  {place}" for place in places)
    return (
        f"This erases everything carelog keeps here, backups too:\n{listed}\n"
        "It cannot be undone. A disk may keep remnants, and other copies are not touched. Erase it all?"
    )


def erased(count: int) -> str:
    """Everything was erased."""
    return f"Erased {'1 file' if count == 1 else f'{count} files'}. Helplines still show with: carelog crisis"
