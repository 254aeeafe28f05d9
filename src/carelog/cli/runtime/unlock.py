"""Open a locked journal with a passphrase that a command prints or the person types."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from carelog.cli.runtime.passphrase_command import OLD_COMMAND, from_command
from carelog.cli.runtime.streams import in_lines, say_on_stderr
from carelog.errors import InvalidValue, JournalLocked, WrongPassphrase
from carelog.wording import lock as lock_words
from carelog.wording.lock_files import WAY_IN_COSTS_LITTLE
from carelog.wording.punctuation import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from carelog.cli.runtime.context import Context

Made = TypeVar("Made")

TRIES = 3


def run_unlocked(context: Context, work: Callable[[], Made]) -> Made:
    """Return what `work` returns; where it meets a locked journal, unlock that and do it again.

    Raises JournalLocked where nobody can be asked, WrongPassphrase when no answer opens the lock.
    """
    try:
        return work()
    except JournalLocked as locked:
        open_lock(context, Path(locked.place))
        return work()


def open_lock(context: Context, place: Path) -> bytes:
    """The key of a folder of slots, kept in the system's cache for the minutes that the settings say.

    Raises as `run_unlocked` does.
    """
    from carelog.journal.lock.lock import unlock

    minutes = context.settings.lock_minutes
    key = with_passphrase(context, lock_words.ASK_WAY_IN, lambda typed: unlock(place, typed, minutes=minutes))
    if context.can_ask:
        _offer_more_cost(context, place)
    return key


def ask_once_more(context: Context) -> None:
    """Ask for the passphrase of a locked journal, also where its key waits in a cache; nothing is asked without a lock.

    Raises as `run_unlocked` does.
    """
    from carelog.journal.keys.key_folder import keys_beside
    from carelog.journal.keys.readable import is_plain

    place = keys_beside(context.paths.journal)
    if place is not None and not is_plain(context.paths.journal):
        open_lock(context, place)


def with_passphrase(context: Context, question: str, use: Callable[[str], bytes]) -> bytes:
    """What `use` returns for the passphrase: from the command of a script, else from the person, who has three tries.

    Raises as `run_unlocked` does.
    """
    given = from_command(OLD_COMMAND)
    if given is not None:
        return use(given)
    if not context.can_ask:
        raise JournalLocked("lock.needs-command")
    for _ in range(TRIES - 1):
        try:
            return use(ask_hidden(question))
        except WrongPassphrase as mistake:
            say_on_stderr(mistake.message)
    return use(ask_hidden(question))


def _offer_more_cost(context: Context, place: Path) -> None:
    from carelog.journal.lock.slot_cost import is_to_be_offered

    if is_to_be_offered(place):
        context.remarks.append(WAY_IN_COSTS_LITTLE)


def needs_passphrase(context: Context) -> bool:
    """Whether the journal is encrypted and its key is neither in use nor in a cache."""
    from carelog.journal.keys.key_folder import keys_beside

    place = keys_beside(context.paths.journal)
    if place is None:
        return False
    from carelog.journal.keys.readable import is_plain
    from carelog.journal.lock.lock import key_is_known

    return not (is_plain(context.paths.journal) or key_is_known(place))


def ask_hidden(question: str) -> str:
    """Ask for a line that is not shown. Typer would hide it only after the question, and lose what is typed before.

    Raises InvalidValue where the terminal sends bytes that are not UTF-8.
    """
    from getpass import getpass

    try:
        return getpass(in_lines(f"{label(question)} ", sys.stderr, is_question=True))
    except UnicodeDecodeError:
        raise InvalidValue("text.not-text") from None
