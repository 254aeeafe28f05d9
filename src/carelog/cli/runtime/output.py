"""How an answer reaches the person or the program that asked."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from carelog.cli.runtime.streams import say, say_beside, stop_writing
from carelog.errors import StorageError
from carelog.wording import program as program_words

if TYPE_CHECKING:
    from typing import TextIO

    from carelog.cli.answer import Answer
    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session
    from carelog.terminal.page import Page


class ClosedPipe(Exception):
    """Whoever read the answer has seen enough."""


def give(answer: Answer, session: Session) -> int:
    """Show an answer and what is to be remarked beside it; the exit number is the answer's.

    Where there is no room for it, that is said on stderr: what was asked for is done. Raises ClosedPipe when nobody
    reads on.
    """
    try:
        if session.as_json:
            write_json(sys.stdout, session.command.name, answer.data(), [])
        elif session.opened_to_write and session.may_not_speak and not answer.is_neutral:
            say(program_words.DISCREET_DONE if session.changed else program_words.DISCREET_NOTHING_CHANGED, sys.stdout)
        elif answer.page:
            _show(answer.page(), session)
        elif answer.text:
            say(answer.text, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        stop_writing(sys.stdout)
        raise ClosedPipe from None
    except OSError as problem:
        stop_writing(sys.stdout)
        say_beside(program_words.not_shown(problem.strerror or ""))
        return StorageError.exit_number
    for remark in session.remarks:
        say_beside(remark)
    return answer.exit_number


def write_json(stream: TextIO, command: str, data: Mapping[str, Any], errors: Sequence[Mapping[str, str]]) -> None:
    """Write the one envelope that programs read."""
    import json

    envelope = {"carelog": 1, "command": command, "data": data, "errors": errors}
    stream.write(json.dumps(envelope, ensure_ascii=False, indent=2) + "\n")


def _show(page: Page, context: Context) -> None:
    """Show a page, on a screen of its own where that is wanted and there can be one."""
    from carelog.terminal.console import render_page, show

    theme, out = context.settings.theme, sys.stdout
    if context.wants_own_screen:
        from carelog.terminal.own_screen import can_have_own_screen, show_on_own_screen

        if can_have_own_screen(sys.stdin, out):
            show_on_own_screen(lambda: render_page(page, theme, out).rstrip("\n").split("\n"), sys.stdin, out)
            return
    show(page, plain=context.plain, theme=theme, stream=out)
