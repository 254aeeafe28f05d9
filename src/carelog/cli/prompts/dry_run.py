"""`--dry-run`, for commands that only look unless they are told more: it says what holds anyway, unseen in help."""

from __future__ import annotations

from typing import Annotated

import typer

from carelog.errors import InvalidValue

DryRun = Annotated[bool, typer.Option("--dry-run", hidden=True)]


def refuse_both(dry_run: bool, option: str) -> None:
    """Raise InvalidValue where `--dry-run` stands beside an option that takes something in, empty without one."""
    if dry_run and option:
        raise InvalidValue("program.dry-run-and-more", option=option)
