"""A process of its own that looks at the home, for homes on which a look may never end.

Nobody can end a process of which a thread waits for a file system that took a request and stopped. So the card leaves
this one behind. It is loaded where the home is not on a local disk.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import NoReturn

    Look = Callable[[], Iterable[bytes]]
    """Gives answers as they come; it may raise, and need not end."""

_MOST_DESCRIPTORS = 65_536
_END = b"end\n"
_KILL = 9


def look_apart(look: Look) -> tuple[int, Look]:
    """Start a process that looks; return its id and how its answers are read. Raises OSError where there can be none.

    Reading them raises EOFError or ValueError where the process ends before it said everything.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _answer(look, writing)
    os.close(writing)
    return child, lambda: _answers(reading)


def leave(child: int) -> None:
    """End a process without waiting for its end."""
    try:
        os.kill(child, _KILL)
        os.waitpid(child, os.WNOHANG)
    except OSError:
        return


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
    with open(reading, "rb") as pipe:
        while (length := pipe.readline()) != _END:
            answer = pipe.read(int(length))
            if len(answer) < int(length):
                raise EOFError
            yield answer
