"""backup, restore, erase: copy the journal, put a copy back, or remove everything."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.watched import may_be_noticed
from carelog.cli.prompts.ask import ask_text, confirm
from carelog.cli.prompts.file_to_write import place_named
from carelog.cli.prompts.options import Yes
from carelog.cli.runtime.session import Session
from carelog.cli.runtime.standard_streams import need_file, need_folder
from carelog.cli.runtime.unlock import run_unlocked
from carelog.domain.outside_text import shown_path
from carelog.errors import RefusedFile, StorageError
from carelog.language import gettext as _
from carelog.wording import backup as backup_words

if TYPE_CHECKING:
    from carelog.journal.backup.backups import Backup
    from carelog.terminal.page import Page


@command("backup", "carelog backup", "carelog backup /media/stick", panel="In, out, safe", discretion="neutral")
def backup(
    session: Session,
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help=_("Where to; else beside the journal."))
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help=_("Where to; else beside the journal."))
    ] = "",
) -> Answer:
    """Copy the journal, open the copy again and compare it. One is taken by itself on every day you write."""
    place = place_named(folder, output)
    need_folder(place)
    taken = session.to_write().back_up(place)
    return Answer(
        text=backup_words.backed_up(taken.path, taken.counts["entries"]), data=lambda: {"backup": _shape(taken)}
    )


@command(
    "restore",
    "carelog restore",
    "carelog restore backups/journal-20261122T203000Z.db",
    panel="In, out, safe",
    discretion="neutral",
    own_screen=False,
)
def restore(
    session: Session,
    file: Annotated[Path | None, typer.Argument(help=_("A backup; without one they are listed."))] = None,
    yes: Yes = False,
) -> Answer:
    """Put a backup in the journal's place. It shows what changes and asks; the replaced journal is kept."""
    if file is None:
        return _list_backups(session)
    need_file(file)
    return _restore(session, file, yes=yes)


@command("erase", "carelog erase", panel="In, out, safe", discretion="neutral")
def erase(session: Session, yes: Yes = False) -> Answer:
    """Erase everything carelog keeps on this computer, backups too. It asks twice."""
    from carelog.journal.backup.erase import erase_files
    from carelog.journal.backup.traces import traces_of

    places = [trace.path for trace in traces_of(session.paths)]
    agreed = confirm(session, f"{may_be_noticed(session)}\n{backup_words.ask_erase(places)}", yes=yes)
    if not agreed or not (yes or ask_text(backup_words.ASK_ERASE_AGAIN).lower() == backup_words.ERASE):
        return Answer(text=backup_words.NOT_ERASED)
    erase_files(session.paths)
    return Answer(text=backup_words.erased(len(places)), data=lambda: {"files": [str(place) for place in places]})


def _shape(taken: "Backup") -> dict[str, object]:
    return {"path": str(taken.path), "taken": taken.taken.isoformat(timespec="seconds"), "counts": taken.counts}


def _list_backups(session: Session) -> Answer:
    from carelog.journal.backup.backup_names import backups_in, clock_time

    at = session.clock.at
    found = [(at(clock_time(named, path)), at(named), path) for named, path in backups_in(session.paths.backups)]
    shapes = [{"taken": shown.rfc3339, "path": str(path)} for shown, _, path in found]

    def page() -> "Page":
        from carelog.terminal.table import ListTable

        rows = [(backup_words.taken(shown, named), shown_path(path)) for shown, named, path in found]
        return ListTable(backup_words.COLUMNS, rows, if_empty=backup_words.NO_BACKUPS)

    return Answer(page=page, data=lambda: {"backups": shapes})


def _restore(session: Session, file: Path, *, yes: bool) -> Answer:
    from carelog.journal.backup.backups import restore_journal, verify_backup
    from carelog.journal.keys.readable import is_plain

    counts = run_unlocked(session, lambda: verify_backup(file))
    if not confirm(session, backup_words.ask_restore(file.name, _counts_now(session), counts), yes=yes):
        return Answer(text=backup_words.NOT_RESTORED)
    session.close()
    paths, at = session.paths, session.clock.now().instant
    replaced = run_unlocked(session, lambda: restore_journal(file, paths.journal, paths.backups, at))
    session.to_write()
    shape = {"counts": counts, "replaced": str(replaced) if replaced else None}
    lost_its_lock = is_plain(paths.journal) and not is_plain(file)
    return Answer(text=backup_words.restored(replaced, lost_its_lock=lost_its_lock), data=lambda: shape)


def _counts_now(session: Session) -> dict[str, int] | None:
    """What the journal holds, by kind; None where it cannot be read, which may be why a backup is restored."""
    try:
        return session.to_read().counts()
    except (StorageError, RefusedFile):
        return None
