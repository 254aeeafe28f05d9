"""Text from the command line or from the editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from carelog.wording import mood as mood_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.journal import Journal


@contextmanager
def full_text(context: Context, words: Sequence[str] | None, *, edit: bool, old: str = "") -> Iterator[str]:
    """Yield the words as one text, or what the person makes of it in the editor; without words it is the `old` text.

    The draft of the editor is removed when the block ends well.
    """
    text = old if words is None else " ".join(words)
    if edit:
        from carelog.cli.prompts.editor import written_in_editor

        with written_in_editor(context, text) as written:
            yield written
    else:
        yield text


def warn_of_history(context: Context, journal: Journal | None, words: Sequence[str] | None) -> None:
    """Remark that a shell keeps what is typed there: before the first entry, and always on a shared computer.

    The remark is made too where the journal stays closed (None), because this may be the first entry.
    """
    if not words or context.reads_standard_input or not context.can_ask:
        return
    if context.settings.shared_computer or journal is None or journal.entries.first_day() is None:
        context.remarks.append(mood_words.IN_SHELL_HISTORY)


def tell_of_hash(context: Context, journal: Journal | None, words: Sequence[str] | None) -> None:
    """Remark that a shell leaves out words that begin with #: once, where the first entry was typed without words."""
    if words and context.can_ask and journal is not None and journal.entries.first_day() is None:
        context.remarks.append(mood_words.HASH_IS_LEFT_OUT)
