"""import list, also called imports: the imports from other apps; import undo, import-undo: take one of them back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.empty import if_none
from carelog.cli.prompts.ask import confirm
from carelog.cli.prompts.number_options import Newest, top_of, with_rest
from carelog.cli.prompts.options import HandlesAnyway, Yes
from carelog.cli.prompts.period_options import First, Last, Until, period_of_list, within
from carelog.cli.runtime.session import Session
from carelog.domain.import_run import ImportRun
from carelog.language import gettext as _
from carelog.wording import days as days_words
from carelog.wording.files import imports as imports_words

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.journal.collections.imports import UndoneImport
    from carelog.terminal.page import Page


@command("imports", "carelog import list", "carelog import list --json", panel="In, out, safe")
def imports(
    session: Session,
    last: Last = None,
    first: First = None,
    until: Until = None,
    newest: Newest = None,
    _handles: HandlesAnyway = False,
) -> Answer:
    """List what was taken in from other apps, newest first: from which, when, and what it brought."""
    period = period_of_list(session, last, first, until)
    found = within(session.to_read().imports, period)[::-1]
    runs = top_of(found, newest)
    empty = if_none(period, imports_words.NO_IMPORTS)
    return Answer(
        data=lambda: {"imports": [_shape(run) for run in runs]},
        page=lambda: with_rest(_table(runs, empty), runs, found),
    )


@command("import-undo", "carelog import undo last", "carelog import undo 3d26f9 --yes", panel="In, out, safe")
def import_undo(
    session: Session,
    reference: Annotated[str, typer.Argument(metavar="REF", help=_("A handle from “import list”, or last."))],
    yes: Yes = False,
) -> Answer:
    """Take an import back. It asks first; what you edited since stays, and the file can be imported again."""
    from carelog.journal.collections.imports import UndoneImport

    run = session.to_read().imports.find(reference)
    brought = imports_words.listed(run.counts)
    if not confirm(session, imports_words.ask_take_back(run.source, brought), yes=yes):
        return Answer(imports_words.NOT_TAKEN_BACK, data=lambda: _undo_shape(UndoneImport(run), None))
    return _take_back(session, run)


def _shape(run: ImportRun) -> dict[str, Any]:
    return {
        "id": run.id,
        "handle": run.handle,
        "at": run.at.rfc3339,
        "day": run.day.isoformat(),
        "source": run.source,
        "counts": dict(run.counts),
        "range": {
            "from": run.period.first.isoformat() if run.period else None,
            "to": run.period.last.isoformat() if run.period else None,
        },
        "sha256": run.sha256,
    }


def _table(runs: Sequence[ImportRun], if_empty: str) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (
            run.handle,
            days_words.day_in_table(run.day),
            run.source,
            imports_words.listed(run.counts),
            days_words.from_to(run.period.first, run.period.last, short=True) if run.period else "",
        )
        for run in runs
    ]
    return ListTable(imports_words.COLUMNS, rows, if_empty=if_empty)


def _undo_shape(done: "UndoneImport", backup: "Path | None") -> dict[str, Any]:
    place = str(backup) if backup else None
    return {"import": _shape(done.run), "removed": dict(done.removed), "kept": done.kept, "backup": place}


def _take_back(session: Session, run: ImportRun) -> Answer:
    session.close()
    journal = session.to_write()
    backup = journal.back_up().path
    done = journal.imports.undo(run)
    sentence = imports_words.taken_back(imports_words.listed(done.removed), done.kept)
    return Answer(f"{sentence}\n{imports_words.backed_up(backup)}", data=lambda: _undo_shape(done, backup))
