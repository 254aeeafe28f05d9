"""Standard input, output and error, made such that a closed or failing stream stops no command."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from carelog.domain.text import clean

if TYPE_CHECKING:
    from typing import TextIO


_ALWAYS_FITS = 10
"""A text of fewer characters is no wider than the narrowest window, whatever its letters are."""
_PLAIN_FORMS = str.maketrans({"“": '"', "”": '"', "’": "'", "…": "..."})


def prepare_streams() -> None:
    """Open the streams that are closed, and replace letters that a stream cannot encode.

    What is typed at a question keeps bytes that are not UTF-8 until they are read (`carelog.cli.runtime.outside`).
    A closed stream gets its file descriptor back, and refuses what is written: a journal that was opened under the
    descriptor of standard output would be overwritten by the answer.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDONLY), mode, encoding="utf-8"))
    sys.stdin.reconfigure(errors="surrogateescape")  # type: ignore[union-attr]
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def say(sentence: str, stream: TextIO, *, hanging: int = 0, in_lines_of_window: bool = True) -> None:
    """Write cleaned lines and flush them; quotation marks become ASCII where the stream lacks them. Raises OSError.

    On a terminal lines are broken between words; what follows in a line is indented by `hanging` columns more.
    """
    text = in_lines(sentence, stream, hanging=hanging) if in_lines_of_window else _encodable(sentence, stream)
    stream.write(f"{text}\n")
    stream.flush()


def in_lines(sentence: str, stream: TextIO, *, hanging: int = 0, is_question: bool = False) -> str:
    """A sentence as `say` writes it to a stream; behind a question there is room for an answer."""
    text = _encodable(sentence, stream)
    if len(text) < _ALWAYS_FITS or not stream.isatty():
        return text
    from carelog.terminal import word_wrap

    return word_wrap.question(text, stream) if is_question else word_wrap.said(text, stream, hanging=hanging)


def shown(sentence: str) -> str:
    """A sentence as it can be written anywhere: cleaned, with the letters of files whose names are not UTF-8."""
    if sentence.isprintable():
        return sentence
    from carelog.domain.outside_text import named_in_letters

    return clean(named_in_letters(sentence))


def say_on_stderr(sentence: str, *, hanging: int = 0) -> None:
    """Write it to stderr; nothing happens where that cannot be written."""
    try:
        say(sentence, sys.stderr, hanging=hanging)
    except (OSError, ValueError):
        stop_writing(sys.stderr)


def stop_writing(stream: TextIO) -> None:
    """Redirect a stream that fails to the null device, so that the interpreter's last flush does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        return
    finally:
        os.close(nowhere)


def _encodable(sentence: str, stream: TextIO) -> str:
    text = shown(sentence)
    try:
        text.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return text.translate(_PLAIN_FORMS)
    return text
