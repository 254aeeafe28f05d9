"""Text from the command line, from standard input, or from the editor."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from carelog import wording
from carelog.domain.text import LONGEST_TEXT

if TYPE_CHECKING:
    from carelog.cli.session import Session

STANDARD_INPUT = "-"


@contextmanager
def full_text(session: Session, words: str, *, edit: bool) -> Iterator[str]:
    """The text that is meant by words, by `-` for standard input, or by writing on in the editor.

    With the editor, the draft is gone when the block has ended well.
    """
    text = _without_dash(words)
    if edit:
        from carelog.cli.editor import written_in_editor

        with written_in_editor(session, text) as written:
            yield written
    else:
        yield text


def warn_of_history(session: Session, words: Sequence[str] | None, *, first: bool) -> None:
    """Say once, and always on a shared computer, that a shell keeps what is typed on its command line."""
    if words and words[-1] != STANDARD_INPUT and session.can_ask and (first or session.settings.shared_computer):
        session.remarks.append(wording.IN_SHELL_HISTORY)


def _without_dash(words: str) -> str:
    before, _, last = words.rpartition(" ")
    if last != STANDARD_INPUT:
        return words
    piped = sys.stdin.buffer.read(4 * LONGEST_TEXT + 1).decode("utf-8", "replace")
    return f"{before} {piped}".strip()
