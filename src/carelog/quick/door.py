"""Note a plain mood or note within the time of importing SQLite; everything else is left to the command line.

It knows no option, so that no second reader of a command line has to be kept in step with the first one. Where anything
is not as it knows it, it answers None and has changed nothing, and the command line does what it always does.
"""

from __future__ import annotations

import os
import sys

from carelog.crisis.place import data_folder, read, settings_folder
from carelog.domain.ids import handle
from carelog.domain.score import read_score
from carelog.domain.text import checked_text
from carelog.journal.quick_file.agreement import FILE, LONGEST, has_wishes, parse
from carelog.journal.quick_file.now import Now
from carelog.wording.noted import noted_mood, noted_note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from carelog.journal.quick_file.agreement import Known
    from carelog.journal.quick_file.begun import Begun

MOOD, NOTE = "mood", "note"
_BESIDE_A_LOCK = ("carelog-keys", "sealed")


def enter(words: Sequence[str], verbs: Collection[str]) -> int | Begun | None:
    """Note what a command line says, and return the exit number; None where that is for the slow way to do.

    `verbs` are words that begin no text. Returns Begun where the slow way has to see to the end what was begun here.
    """
    try:
        text, now = _text(words, verbs), Now()
        known = _known(now) if text and not has_wishes(os.environ) else None
        if known is None or now.minutes < known.day_begins:
            return None
        mood, note = read_score(text, known.scored) if words[0] == MOOD else (None, text)
        note = checked_text(note, "text.note")
        if not (note if words[0] == NOTE else mood in known.scores):
            return None
        said = _answer(known, mood, now, "")
        if not _fits(f"{said}{'0' * len(handle('0' * 32))}"):
            return None
    except (OSError, ValueError, LookupError):
        return None
    return _saved_and_said(known, now, mood, note)


def _text(words: Sequence[str], verbs: Collection[str]) -> str:
    """The words of a plain mood or note; empty for a command line that the door does not know."""
    if words[0] not in {MOOD, NOTE} or None in {sys.stdin, sys.stdout, sys.stderr} or sys.platform == "win32":
        return ""
    text = " ".join(words[1:])
    is_plain = text.isprintable() and not any(word.startswith("-") for word in words)
    return text if is_plain and text.strip() and words[1].partition(" ")[0].casefold() not in verbs else ""


def _known(now: Now) -> Known | None:
    data, config = data_folder(os.environ), settings_folder(os.environ)
    if any(os.path.lexists(f"{data}/{name}") for name in _BESIDE_A_LOCK):
        return None
    return parse(read(f"{data}/{FILE}", LONGEST), data, f"{config}/settings.toml", now)


def _answer(known: Known, mood: int | None, now: Now, row_id: str) -> str:
    if mood is None:
        return noted_note(now.clock, handle(row_id))
    return noted_mood(mood, known.scored[mood - 1][1], now.clock, handle(row_id))


def _fits(said: str) -> bool:
    """Whether an answer is shown as it is: a line that needs no break, in letters that the stream has."""
    said.encode(sys.stdout.encoding or "ascii")
    if not sys.stdout.isatty():
        return said.isprintable()
    from carelog.terminal.window import columns_of

    return said.isascii() and said.isprintable() and len(said) <= columns_of(sys.stdout)


def _saved_and_said(known: Known, now: Now, mood: int | None, note: str) -> int | Begun | None:
    from carelog.quick.saving import Plain, Saved, save

    if any(stream.isatty() for stream in (sys.stdout, sys.stderr)):
        from carelog.cli.runtime.panic_key import install_panic_key

        install_panic_key()
    path, not_first = f"{data_folder(os.environ)}/journal.db", sys.stdin.isatty()
    saved = save(path, known.revision, Plain(now, mood, note), not_first=not_first)
    if not isinstance(saved, Saved):
        return saved
    try:
        sys.stdout.write(f"{_answer(known, mood, now, saved.row_id)}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        from carelog.cli.runtime.streams import stop_writing

        stop_writing(sys.stdout)
    except (OSError, ValueError) as problem:
        from carelog.cli.runtime.output import unshown

        return unshown(problem)
    return 0
