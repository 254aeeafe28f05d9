"""What carelog does without a command: versions, the first start, today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.command import REGISTRY, Command
from carelog.cli.runtime.output import give
from carelog.cli.runtime.session import Session
from carelog.cli.versions import in_lines, version_facts
from carelog.file_access import is_there

if TYPE_CHECKING:
    from carelog.paths import Paths


def versions(*, verbose: bool, as_json: bool) -> int:
    """Write the versions of what runs and, with `verbose`, the places of files; return the exit number."""
    session = Session(Command("version"), as_json=as_json)
    facts = version_facts()
    if verbose:
        import platform

        paths = session.paths
        facts |= {"journal": str(paths.journal), "card": str(paths.card), "settings": str(paths.settings)}
        facts |= {"backups": str(paths.backups), "system": platform.platform()}
    return give(Answer(text=in_lines(facts), data=lambda: {"versions": facts}), session)


def bare(*, as_json: bool, plain: bool | None, discreet: bool | None) -> int:
    """Run the first start where there is neither a journal nor settings, else today; return the exit number."""
    from carelog.cli.commands.start import first_start
    from carelog.cli.commands.today import today

    session = Session(REGISTRY["today"], as_json=as_json, plain=plain, discreet=discreet)
    try:
        return give(first_start(session) if _is_new_here(session.paths) else today(session), session)
    finally:
        session.end()


def _is_new_here(paths: Paths) -> bool:
    """Whether there is neither a journal nor a settings file."""
    return not (is_there(paths.journal) or is_there(paths.settings))
