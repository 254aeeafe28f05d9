"""What the person's home answers, within a second in all: a home may never answer.

A thread collects the answers, so that the card can go on without them. Where the home is not on a local disk, a process
of its own asks: nobody can end a process of which a thread waits for a file system that took a request and stopped, so
that the card itself would not end (docs/decisions/0032-a-home-that-does-not-answer.md).
"""

from __future__ import annotations

import _thread
import os
import time

from carelog.crisis.disk import are_local
from carelog.crisis.place import data_folder, is_whole, read, settings_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import NoReturn

    from carelog.crisis.card import Card

    Rescue = Callable[[], Iterable[Card]]
    """Reads the card's facts from the journal, and gives the card again after each part of it."""

    Look = Callable[[], Iterable[bytes]]

SECONDS = 1.0
"""How long the card waits for the home, all in all."""
FOUND, MISSING, FAILED = b"+", b"-", b"!"
"""How an answer begins: with the text of a card behind it, with none because there is no file, or it cannot be read."""
_MOST_DESCRIPTORS = 65_536
_END = b"end\n"
_KILL = 9


class Home:
    """The answers of a home, as they come. `look` gives them and may raise, or never end; it is called at once.

    `answers` are those that came so far. `complete` says that `look` came to its end, `late` that the time ran out.
    With `apart` a process of its own looks, where the system has such.
    """

    __slots__ = ("_child", "_ended", "_first", "_until", "answers", "complete", "late")

    def __init__(self, look: Look, *, apart: bool) -> None:
        self._until = time.monotonic() + SECONDS
        self.answers: list[bytes] = []
        self.complete = self.late = False
        self._first, self._ended = _thread.allocate_lock(), _thread.allocate_lock()
        self._first.acquire()
        self._ended.acquire()
        self._child, look = _in_a_process(look) if apart and hasattr(os, "fork") else (0, look)
        try:
            _thread.start_new_thread(self._collect, (look,))
        except RuntimeError:  # no more threads: better to look without a limit than not at all, where that is safe
            if not self._child:
                self._collect(look)

    def first(self) -> bytes | None:
        """The first answer, waited for; None where there is none in time."""
        if not self.answers:
            self._wait_for(self._first)
        return self.answers[0] if self.answers else None

    def last(self) -> bytes | None:
        """The last answer behind the first, when there are no more or the time has run out; None without any."""
        if not self.complete:
            self._wait_for(self._ended)
        return self.answers[-1] if len(self.answers) > 1 else None

    def leave(self) -> None:
        """End the process that looks, without waiting for its end."""
        if self._child:
            try:
                os.kill(self._child, _KILL)
                os.waitpid(self._child, os.WNOHANG)
            except OSError:
                return

    def _wait_for(self, lock: _thread.LockType) -> None:
        self.late = not lock.acquire(timeout=max(self._until - time.monotonic(), 0))

    def _collect(self, look: Look) -> None:
        try:
            for answer in look():
                self.answers.append(answer)
                if len(self.answers) == 1:
                    self._first.release()
            self.complete = True
        except BaseException:  # noqa: BLE001 - what came before it is shown, and a thread has nobody to tell
            return
        finally:
            if not self.answers:
                self._first.release()
            self._ended.release()


def look_at_home(rescue: Rescue) -> Home:
    """Begin to read the person's card: its file first and, where that is missing or damaged, what `rescue` finds."""
    folder = data_folder(os.environ)
    card, journal = os.path.join(folder, "card.txt"), os.path.join(folder, "journal.db")
    settings = os.path.join(settings_folder(os.environ), "settings.toml")
    return Home(lambda: _cards(card, rescue), apart=not are_local((card, journal, settings)))


def _cards(path: str, rescue: Rescue) -> Iterator[bytes]:
    content = b""
    try:
        content = read(path)
        yield FOUND + content
    except (FileNotFoundError, NotADirectoryError):
        yield MISSING
    except (OSError, ValueError):
        yield FAILED
    if not is_whole(content):
        from carelog.crisis.card import dump

        for card in rescue():
            yield FOUND + dump(card).encode()


def _in_a_process(look: Look) -> tuple[int, Look]:
    """Start a process that looks; return its id, 0 if there can be none, and how its answers are read."""
    try:
        reading, writing = os.pipe()
        child = os.fork()
    except OSError:
        return 0, look
    if child == 0:
        _answer(look, writing)
    os.close(writing)
    return child, lambda: _answers(reading)


def _answer(look: Look, writing: int) -> NoReturn:
    """Write the answers into a pipe, with nothing else open: whoever waits for the card's output waits for its end."""
    try:
        os.closerange(0, writing)
        os.closerange(writing + 1, _MOST_DESCRIPTORS)
        with open(writing, "wb") as pipe:
            for answer in look():
                pipe.write(b"%d\n%b" % (len(answer), answer))
                pipe.flush()
            pipe.write(_END)
    finally:
        os._exit(0)


def _answers(reading: int) -> Iterator[bytes]:
    """The whole answers in a pipe. Raises EOFError or ValueError where it ends before the end was said."""
    with open(reading, "rb") as pipe:
        while (length := pipe.readline()) != _END:
            answer = pipe.read(int(length))
            if len(answer) < int(length):
                raise EOFError
            yield answer
