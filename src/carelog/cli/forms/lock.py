"""Questions of `lock`: a new passphrase, the recovery code, and what the crisis card shows while it is locked."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, ask_yes_or_no, confirm, need_terminal
from carelog.cli.prompts.wrap import show_lines
from carelog.cli.runtime.passphrase_command import NEW_COMMAND, OLD_COMMAND, from_command
from carelog.cli.runtime.streams import say_on_stderr
from carelog.cli.runtime.unlock import ask_hidden
from carelog.domain.passphrase import read_passphrase
from carelog.domain.recovery_code import new_recovery_code, read_recovery_code
from carelog.errors import InvalidValue
from carelog.new_passphrase import checked_passphrase, drawn_words
from carelog.settings_fields import NOTHING_TICKED
from carelog.settings_file import set_value
from carelog.wording import lock as lock_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from carelog.cli.runtime.context import Context
    from carelog.crisis.card import Card


_INDENT = "    "


def new_passphrase(context: Context, *variables: str) -> str:
    """A passphrase for a lock: from the command in the first environment variable that is set, else typed twice.

    Who types nothing is shown words that were drawn. Raises InvalidValue for one that is guessed soon, and where nobody
    can be asked.
    """
    for name in variables or (NEW_COMMAND, OLD_COMMAND):
        given = from_command(name)
        if given is not None:
            return checked_passphrase(given)
    if not context.can_ask:
        raise InvalidValue("lock.new-needs-command")
    while True:
        try:
            if passphrase := _typed_twice(context):
                return passphrase
        except InvalidValue as mistake:
            say_on_stderr(mistake.message)
        else:
            say_on_stderr(lock_words.NOT_THE_SAME)


def new_code(context: Context, sheet: Path | None, *, yes: bool) -> str:
    """A new recovery code: written to the file `sheet`, if that is wanted, then shown and typed back.

    With `yes` it is not shown here, because the answer of the command shows it. Raises InvalidValue where the file
    exists already, and where nobody can be asked.
    """
    if not yes:
        need_terminal(context, "lock.code-needs-terminal")
    code = new_recovery_code()
    if sheet:
        _write_sheet(context, sheet, code)
    if yes:
        return code
    try:
        with _alternate_screen(context):
            show_lines([lock_words.CODE_FIRST, "", *_code_lines(code), ""])
            ask(lock_words.ASK_CODE, lambda typed: _check_code(typed, code))
    except BaseException:
        if sheet:
            sheet.unlink(missing_ok=True)  # its code opens nothing
        raise
    return code


def choose_card(context: Context, card: Callable[[Sequence[str]], Card]) -> None:
    """Ask what of the crisis card stays readable, and show the `card` that results, until the person accepts it."""
    from carelog.crisis.boundary import text_of

    show_lines([lock_words.CARD_FIRST])
    while True:
        ticked = [name for name, question in lock_words.ASK_FIELDS.items() if _is_ticked(context, name, question)]
        context.settings = set_value(context.paths, "lock.card", ",".join(ticked) or NOTHING_TICKED)
        say_on_stderr(f"\n{lock_words.CARD_LOOKS}\n\n{text_of(card(context.settings.lock_card))}")
        if ask_yes_or_no(lock_words.ASK_CARD, default=True):
            return


def agrees_to_lock(context: Context, *, yes: bool) -> bool:
    """Whether the person wants a lock, having read what it cannot do. Raises InvalidValue where nobody can be asked."""
    if yes:
        return True
    need_terminal(context, "program.yes-needs-terminal")
    show_lines([*lock_words.LIMITS.split("\n"), ""])
    return confirm(context, lock_words.ASK_ON)


def _typed_twice(context: Context) -> str:
    """A new passphrase; empty where the two differ. Raises InvalidValue for one that is guessed soon."""
    typed = ask_hidden(lock_words.ASK_NEW)
    if not typed.strip():
        return _drawn_passphrase(context)
    passphrase = checked_passphrase(typed)
    return passphrase if read_passphrase(ask_hidden(lock_words.ASK_NEW_AGAIN)) == passphrase else ""


def _drawn_passphrase(context: Context) -> str:
    """Words that were drawn and typed back, or others until some are; empty where something else was typed."""
    with _alternate_screen(context):
        while True:
            words = drawn_words()
            show_lines([lock_words.WORDS_FIRST, "", f"{_INDENT}{words}", ""])
            typed = read_passphrase(ask_hidden(lock_words.ASK_WORDS))
            if typed:
                return words if typed.casefold().split() == words.split() else ""


def _write_sheet(context: Context, sheet: Path, code: str) -> None:
    from carelog.files import write_private

    try:
        write_private(sheet, lock_words.sheet(code, context.today.isoformat()).encode(), replace=False)
    except FileExistsError:
        raise InvalidValue("lock.sheet-taken", path=sheet) from None
    context.remarks.append(lock_words.sheet_written(str(sheet)))


@contextmanager
def _alternate_screen(context: Context) -> Iterator[None]:
    """The alternate screen, where pages have one: the code opens the journal, and a scrollback would keep it."""
    from carelog.terminal.own_screen import can_have_own_screen, own_screen

    if context.private_screen_is_on and can_have_own_screen(sys.stdin, sys.stderr):
        with own_screen(sys.stderr):
            yield
    else:
        yield


def _code_lines(code: str) -> list[str]:
    """The groups of a code, as many on a line as the window has room for."""
    groups, room = code.split("-"), max((shutil.get_terminal_size().columns - len(_INDENT)) // 5, 1)
    return [_INDENT + "-".join(groups[first : first + room]) for first in range(0, len(groups), room)]


def _check_code(typed: str, code: str) -> None:
    if read_recovery_code(typed) != read_recovery_code(code):
        raise InvalidValue("lock.other-code")


def _is_ticked(context: Context, name: str, question: str) -> bool:
    return ask_yes_or_no(question, default=name in context.settings.lock_card)
