"""traces: the files that carelog has written on this computer."""

from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.watched import may_be_noticed
from carelog.cli.runtime.session import Session
from carelog.errors import StorageError
from carelog.file_access import is_folder
from carelog.wording.pages import traces as traces_words

if TYPE_CHECKING:
    from carelog.domain.trace import Trace
    from carelog.terminal.page import Page


@command("traces", "carelog traces", panel="In, out, safe", own_screen=False)
def traces(session: Session) -> Answer:
    """List every file carelog has written on this computer, what each tells a stranger, and what it cannot know of."""
    from carelog.journal.backup.traces import closed_folders, traces_of, with_what_they_hold

    session.do_without_settings()
    session.remarks += [problem.message for problem in closed_folders(session.paths)]
    found = with_what_they_hold(traces_of(session.paths), session.paths)
    unknown = _unknown(session, found)
    return Answer(
        page=lambda: _page(found, [*unknown, may_be_noticed(session)]),
        data=lambda: {"traces": [_shape(each) for each in found], "unknown": unknown},
    )


def _shape(trace: "Trace") -> dict[str, object]:
    return {
        "path": str(trace.path),
        "kind": trace.kind.value,
        "tells": traces_words.tells(trace),
        "holds": list(trace.holds),
    }


def _unknown(session: Session, found: "list[Trace]") -> list[str]:
    """What carelog cannot know of; a locked journal is not opened for that."""
    try:
        count = 0 if any(each.is_locked for each in found) else len(session.to_read().shares)
    except StorageError:
        count = 0
    waits = [traces_words.KEY_WAITS] if is_folder(session.paths.keys) else []
    handed_over = [traces_words.handed_over(count)] if count else []
    return [*traces_words.UNKNOWN, *waits, *handed_over]


def _page(found: "list[Trace]", unknown: list[str]) -> "Page":
    from carelog.terminal.pages.traces import TracesPage

    return TracesPage(found, unknown)
