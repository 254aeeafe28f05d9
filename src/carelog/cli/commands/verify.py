"""verify: whether everything that carelog keeps is as it was written."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.runtime.session import Session
from carelog.cli.runtime.unlock import run_unlocked
from carelog.domain.finding import Finding, FindingKind, Severity
from carelog.errors import NotFound, SettingsError, StorageError
from carelog.language import gettext as _
from carelog.settings import Settings
from carelog.wording import verify as words

if TYPE_CHECKING:
    from carelog.journal.backup.salvage import Salvaged

Repair = Annotated[
    Path | None,
    typer.Option("--repair", metavar="FILE", help=_("Write what is sound to a new file."), show_default=False),
]
Close = Annotated[
    bool, typer.Option("--fix-permissions", help=_("Close files to other people of this computer."), show_default=False)
]


@command(
    "verify",
    "carelog verify",
    "carelog verify --repair saved.db",
    "carelog verify --fix-permissions",
    panel="In, out, safe",
)
def verify(session: Session, repair: Repair = None, fix_permissions: Close = False) -> Answer:
    """Look whether journal, card, settings and backups are as they were written. It repairs nothing in its place."""
    _do_without_settings(session)
    closed = _close_to_others(session) if fix_permissions else []
    findings = _verify_home(session)
    number = StorageError.exit_number if any(each.kind.severity is Severity.WRONG for each in findings) else 0
    saved = _salvage(session, findings, repair) if repair else None
    lines = [words.closed_to_others(closed)] if closed else []
    lines += [words.report(findings), *_about_repair(findings, saved, asked=repair is not None)]
    shape = _shape(findings, saved, closed)
    return Answer(text="\n".join(lines), data=lambda: shape, exit_number=number)


def _do_without_settings(session: Session) -> None:
    """Go on with default settings where the file cannot be used; that is one of the findings."""
    try:
        _ = session.settings
    except SettingsError:
        session.settings = Settings()


def _close_to_others(session: Session) -> list[Path]:
    from carelog.journal.verify import make_private

    return make_private(session.paths)


def _verify_home(session: Session) -> list[Finding]:
    from carelog.journal.verify import verify_home

    return run_unlocked(session, lambda: verify_home(session.paths, session.clock))


def _salvage(session: Session, findings: Sequence[Finding], target: Path) -> "Salvaged | None":
    """Write what is sound in a damaged journal to a new file; None where the journal is sound.

    Raises NotFound where there is no journal.
    """
    if not session.paths.journal.exists():
        raise NotFound("program.nothing-yet")
    if any(each.kind is FindingKind.JOURNAL_SOUND for each in findings):
        return None
    from carelog.journal.backup.salvage import salvage

    at = session.clock.now().instant
    return run_unlocked(session, lambda: salvage(session.paths.journal, target, at))


def _about_repair(findings: Sequence[Finding], saved: "Salvaged | None", *, asked: bool) -> list[str]:
    if saved is None:
        return [words.NOTHING_TO_REPAIR] if asked else []
    damaged = [row for each in findings if each.kind is FindingKind.ROWS_DAMAGED for row in each.about]
    return [words.repaired(saved.path, saved.counts, saved.left, damaged)]


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
            }
            for each in findings
        ],
        "closed_to_others": [str(path) for path in closed],
        "repaired": {"path": str(saved.path), "counts": saved.counts, "left_behind": saved.left} if saved else None,
    }
