"""verify: whether everything that carelog keeps is as it was written."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.runtime.session import Session
from carelog.cli.runtime.standard_streams import need_file
from carelog.cli.runtime.unlock import run_unlocked
from carelog.documents.file_ending import check_ending
from carelog.domain.finding import Finding, FindingKind, Severity
from carelog.errors import InvalidValue, NotFound, RefusedFile, StorageError
from carelog.file_access import is_file
from carelog.language import gettext as _
from carelog.wording import verify as words
from carelog.wording.damaged_rows import one
from carelog.wording.program import typed

if TYPE_CHECKING:
    from carelog.journal.backup.salvage import Salvaged

Repair = Annotated[
    Path | None,
    typer.Option("--repair", metavar="FILE", help=_("Write what is sound to a new file."), show_default=False),
]
Of = Annotated[
    Path | None,
    typer.Option("--of", metavar="FILE", help=_("With --repair: of this backup instead."), show_default=False),
]
Close = Annotated[
    bool, typer.Option("--fix-permissions", help=_("Close files to other people of this computer."), show_default=False)
]

_ENDINGS = ("db", "sqlite", "sqlite3")


@command(
    "verify",
    "carelog verify",
    "carelog verify --repair saved.db",
    "carelog verify --of backups/journal-20261122T203000Z.db --repair saved.db",
    "carelog verify --fix-permissions",
    panel="In, out, safe",
)
def verify(session: Session, repair: Repair = None, of: Of = None, fix_permissions: Close = False) -> Answer:
    """Check whether journal, card, settings and backups are whole. It looks only; nothing is repaired in place."""
    _refuse_alone(of, repair)
    session.do_without_settings()
    closed = _close_to_others(session) if fix_permissions else []
    findings = _verify_home(session)
    number = StorageError.exit_number if any(each.kind.severity is Severity.WRONG for each in findings) else 0
    saved = _salvage(session, findings, repair, of) if repair else None
    lines = [words.closed_to_others(closed)] if closed else []
    lines += [words.report(findings), *_about_repair(findings, saved, of, asked=repair is not None)]
    shape = _shape(findings, saved, closed)
    return Answer(text="\n".join(lines), data=lambda: shape, exit_number=number)


def _close_to_others(session: Session) -> list[Path]:
    from carelog.journal.verify import make_private

    return make_private(session.paths)


def _verify_home(session: Session) -> list[Finding]:
    from carelog.journal.verify import verify_home

    return run_unlocked(session, lambda: verify_home(session.paths, session.clock))


def _refuse_alone(of: Path | None, repair: Path | None) -> None:
    """Raise InvalidValue for a backup to repair without a file for what is sound in it, and for one of another kind."""
    need_file(of)
    need_file(repair)
    check_ending(str(repair or ""), *_ENDINGS)
    if of is not None and repair is None:
        raise InvalidValue("backup.repair-needs-file", quoted=typed(str(of)))


def _salvage(session: Session, findings: Sequence[Finding], target: Path, of: Path | None) -> "Salvaged | None":
    """Write what is sound in a damaged journal, or in a backup, to a new file; None where the journal is sound.

    Raises NotFound where there is no journal, RefusedFile where there is no such backup.
    """
    source = of or session.paths.journal
    if not is_file(source):
        raise RefusedFile("backup.no-such-file", path=of) if of else NotFound("program.nothing-yet")
    if of is None and any(each.kind is FindingKind.JOURNAL_SOUND for each in findings):
        return None
    from carelog.journal.backup.salvage import salvage

    at = session.clock.now().instant
    return run_unlocked(session, lambda: salvage(source, target, at))


def _about_repair(findings: Sequence[Finding], saved: "Salvaged | None", of: Path | None, *, asked: bool) -> list[str]:
    if saved is None:
        return [words.NOTHING_TO_REPAIR] if asked else []
    faults = [row for each in findings for row in each.rows]
    named = {f"{row.table} {row.row}" for row in faults}
    changed = [row for each in findings if each.kind is FindingKind.ROWS_DAMAGED for row in each.about]
    damaged = [*(row for row in changed if row not in named), *map(one, faults)]
    return [words.repaired(saved.path, saved.counts, saved.left, damaged if of is None else [], of)]


def _shape(findings: Sequence[Finding], saved: "Salvaged | None", closed: Sequence[Path]) -> dict[str, Any]:
    return {
        "sound": all(each.kind.severity is not Severity.WRONG for each in findings),
        "findings": [
            {
                "kind": each.kind.value,
                "weight": each.kind.severity.value,
                "path": str(each.path),
                "about": list(each.about),
                "message": words.sentence(each),
                "rows": [
                    {"table": row.table, "row": row.row, "column": row.column or None, "fault": row.fault.value}
                    for row in each.rows
                ],
            }
            for each in findings
        ],
        "closed_to_others": [str(path) for path in closed],
        "repaired": {"path": str(saved.path), "counts": saved.counts, "left_behind": saved.left} if saved else None,
    }
