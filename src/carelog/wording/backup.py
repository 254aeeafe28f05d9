"""Taking backups, restoring one, erasing everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from carelog.domain.time.days import Moment

NO_BACKUPS = _("There are no backups yet. Make one with: carelog backup")
NOT_RESTORED = _("Nothing was changed.")
NOT_ERASED = _("Nothing was erased.")
ERASE = "erase"
"""The word that is typed before everything is erased; like a command, it is the same in every language."""
ASK_ERASE_AGAIN = _("Type “{word}” to erase it all").format(word=ERASE)
KINDS = {
    "imports": _("imports"),
    "trackers": _("trackers"),
    "entries": _("entries"),
    "contacts": _("contacts"),
    "routines": _("routines"),
    "ticks": _("ticks"),
    "pauses": _("pauses"),
    "plan_steps": _("plan_steps"),
    "plan_reviews": _("plan_reviews"),
    "kind_words": _("kind_words"),
    "reached": _("reached"),
    "activities": _("activities"),
    "signs": _("signs"),
    "helpline_marks": _("helpline_marks"),
    "appointments": _("appointments"),
    "agreements": _("agreements"),
    "topics": _("topics"),
    "answered": _("answered"),
    "shares": _("shares"),
    "goals": _("goals"),
    "goal_ratings": _("ratings of goals"),
}
"""What is counted, by table: labels before a number."""

_KEPT_THEN = _("The journal as it is now would be kept beside the backups.")
_ASK_RESTORE = _("Restore it?")
COLUMNS = (_("taken"), _("file"))


def backed_up(path: Path, entries: int) -> str:
    """A backup was taken and verified."""
    return plural(
        entries,
        "Backed up {count} entry to {path}. The copy was opened again and compared.",
        "Backed up {count} entries to {path}. The copy was opened again and compared.",
        path=path,
    )


def clock_fell_behind(now: Moment, earlier: Moment) -> str:
    """A backup was taken while the clock showed an earlier time than at the backup before it."""
    return _(
        "The clock of this computer shows {now}, and your last backup is of {earlier}. The new one is kept all the "
        "same, under the next name. What you note gets its day from the clock: if it is wrong, set it first."
    ).format(now=shown_time(now), earlier=shown_time(earlier))


def shown_time(moment: Moment) -> str:
    """A moment as the clock showed it, such as 2026-11-22 21:30."""
    return f"{moment.local:%Y-%m-%d %H:%M}"


def taken(shown: Moment, named: Moment) -> str:
    """When a backup was taken by the clock; where its name is another time, that is said."""
    if shown == named:
        return shown_time(shown)
    return _("{time} by the clock; the name is later").format(time=shown_time(shown))


def ask_restore(taken: str, now: dict[str, int] | None, then: dict[str, int]) -> str:
    """A question before a restore, with what it would change in numbers; `now` is None for an unreadable journal."""
    if now is None:
        first = _("The backup {taken} would take the place of your journal, which cannot be read:")
        lines = list(_held(then))
    else:
        lines = list(_changes(now, then))
        first = (
            _("The backup {taken} would take the place of your journal:")
            if lines
            else _(
                "The backup {taken} would take the place of your journal. Both hold the same number of "
                "everything; words may differ."
            )
        )
    return "\n".join([first.format(taken=taken), *lines, _KEPT_THEN, _ASK_RESTORE])


def restored(kept: Path | None, *, lost_its_lock: bool = False) -> str:
    """A backup was restored; `kept` is the file of the journal it replaced."""
    lines = [_("Restored. The journal it replaced is kept as {kept}").format(kept=kept) if kept else _("Restored.")]
    if lost_its_lock:
        lines.append(_("The backup was locked, and this journal is not. To lock it: carelog lock on"))
    return "\n".join(lines)


def ask_erase(places: list[Path]) -> str:
    """A question before everything that carelog keeps on this computer is erased."""
    return _(
        "This erases everything carelog keeps here, backups too:\n{places}\n"
        "It cannot be undone. A disk may keep remnants, and other copies are not touched. Erase it all?"
    ).format(places="\n".join(f"  {place}" for place in places))


def erased(count: int) -> str:
    """Everything was erased."""
    return plural(
        count,
        "Erased {count} file. Helplines still show with: carelog crisis",
        "Erased {count} files. Helplines still show with: carelog crisis",
    )


def _held(then: Mapping[str, int]) -> Iterable[str]:
    """A line for each kind of which the backup holds something."""
    line = _("  {kind}: {then} in the backup")
    return (line.format(kind=KINDS[name], then=number) for name, number in then.items() if number)


def _changes(now: Mapping[str, int], then: Mapping[str, int]) -> Iterable[str]:
    """A line for each kind of which the backup holds more or fewer than the journal."""
    line = _("  {kind}: {now} now, {then} in the backup")
    return (
        line.format(kind=KINDS[name], now=now.get(name, 0), then=number)
        for name, number in then.items()
        if now.get(name, 0) != number
    )
