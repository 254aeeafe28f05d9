"""Write an answer to standard output: as JSON for programs, as a page or as text for people."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from carelog.cli.runtime.streams import say, say_on_stderr, shown, stop_writing
from carelog.errors import StorageError
from carelog.wording import program as program_words

if TYPE_CHECKING:
    from typing import TextIO

    from carelog.cli.answer import Answer
    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session
    from carelog.terminal.page import Page


class ClosedPipe(Exception):
    """Whoever read standard output has closed it, and wants no more of the answer."""


def give(answer: Answer, session: Session) -> int:
    """Write an answer to stdout and the remarks to stderr; return the exit number of the answer.

    Where stdout cannot be written, such as on a full disk, stderr says so and the exit number is that of StorageError:
    the command itself has done its work. Raises ClosedPipe when the reader has closed stdout.
    """
    try:
        _write(answer, session)
        sys.stdout.flush()
    except BrokenPipeError:
        stop_writing(sys.stdout)
        raise ClosedPipe from None
    except OSError as problem:
        return unshown(problem)
    refused = [] if session.as_json else [each.message for each in answer.refused]
    for remark in (*refused, *session.remarks, *session.left_out, *session.notices):
        say_on_stderr(remark)
    return answer.exit_number


def unshown(problem: OSError | ValueError) -> int:
    """Say that the answer could not be shown, and return the exit number of that; what was asked for is done."""
    stop_writing(sys.stdout)
    say_on_stderr(program_words.not_shown(getattr(problem, "strerror", None) or ""))
    return StorageError.exit_number


def write_json(
    stream: TextIO,
    command: str,
    data: Mapping[str, Any],
    errors: Sequence[Mapping[str, str]],
    notices: Sequence[str] = (),
) -> None:
    """Write the envelope, the one JSON object that every program reads; it has notices only where there are some."""
    import json

    from carelog.domain.outside_text import named_in_letters

    envelope = {"carelog": 1, "command": command, "data": data, "errors": errors} | (
        {"notices": notices} if notices else {}
    )
    stream.write(named_in_letters(json.dumps(envelope, ensure_ascii=False, indent=2)) + "\n")


def _write(answer: Answer, session: Session) -> None:
    if session.as_json:
        data = {**answer.data(), **({} if answer.changed is None else {"changed": answer.changed})}
        errors = [{"code": each.code, "key": each.key, "message": shown(each.message)} for each in answer.refused]
        write_json(sys.stdout, session.command.name, data, errors, session.notices)
    elif answer.changed is False:
        say(program_words.NOTHING_TO_CHANGE, sys.stdout)
    elif session.opened_to_write and session.hides_stored_words and not answer.is_neutral:
        say(program_words.DISCREET_DONE if session.changed else program_words.DISCREET_NOTHING_CHANGED, sys.stdout)
    elif answer.page:
        _show_or_say(answer.page(), session)
    elif answer.document is not None:
        _hand_over(answer.document)
    elif answer.text:
        _say(answer)


def _say(answer: Answer) -> None:
    """Write a text; that a list is empty is said beside stdout where a program reads rows there."""
    if answer.is_empty_list and not sys.stdout.isatty():
        say_on_stderr(answer.text)
    else:
        say(answer.text, sys.stdout)


def _show_or_say(page: Page, session: Session) -> None:
    if getattr(page, "is_empty_list", False) and not sys.stdout.isatty():
        for line in page.sentences():
            say_on_stderr(line)
    else:
        _show(page, session)


def _hand_over(document: bytes) -> None:
    """Write the content of a file, byte for byte unless a person reads it on a terminal."""
    if sys.stdout.isatty():
        say(document.decode().removesuffix("\n"), sys.stdout, in_lines_of_window=False)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(document)
    sys.stdout.buffer.flush()


def _show(page: Page, context: Context) -> None:
    """Show a page, on the alternate screen where that is wanted and the terminal has one.

    In a journal whose pages vanished before that was a choice, the first one does so still, and says that at its end:
    a new default takes no protection away before its person knows.
    """
    is_told = context.is_to_hear_that_pages_stay
    if is_told or context.page_has_own_screen:
        from carelog.terminal.own_screen import can_have_own_screen

        if can_have_own_screen(sys.stdin, sys.stdout):
            _show_on_own_screen(page, context, remark=program_words.PAGES_STAY if is_told else "")
            return
    from carelog.terminal.console import show

    show(page, plain=context.plain, theme=context.settings.theme, stream=sys.stdout, stdin=sys.stdin)


def _show_on_own_screen(page: Page, context: Context, remark: str) -> None:
    from carelog.terminal.console import render_page, theme_for
    from carelog.terminal.own_screen import show_on_own_screen
    from carelog.terminal.word_wrap import said

    out = sys.stdout
    theme = theme_for(page, context.settings.theme, sys.stdin, out)

    def lines() -> list[str]:
        drawn = render_page(page, theme, out).rstrip("\n").split("\n")
        return [*drawn, "", *said(remark, out).split("\n")] if remark else drawn

    show_on_own_screen(lines, sys.stdin, out)
    if remark:
        from carelog.cli.runtime.pages_stay import remember

        remember(context)
