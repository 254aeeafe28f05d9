"""The program without a command: its versions, the first start, today."""

from __future__ import annotations

import platform

from carelog import __version__
from carelog.cli.answer import Answer, give
from carelog.cli.session import Session


def versions(*, verbose: bool) -> int:
    """Say which versions run, and with `verbose` where things are, for a report of a problem."""
    from carelog.journal.database import sqlite_version

    session = Session("version")
    lines = [f"carelog {__version__}", f"Python {platform.python_version()}", f"SQLite {sqlite_version()}"]
    if verbose:
        paths = session.paths
        lines += [f"journal {paths.journal}", f"card {paths.card}", f"settings {paths.settings}"]
        lines += [f"backups {paths.backups}", f"system {platform.platform()}"]
    return give(Answer(text="\n".join(lines)), session)


def bare(*, plain: bool) -> int:
    """Answer to the program's name alone: the first time a short start, afterwards today."""
    from carelog.cli.days import today
    from carelog.cli.starting import is_new_here, start

    session = Session("today", plain=plain)
    try:
        return give(start(session) if is_new_here(session) else today(session), session)
    finally:
        session.close()
