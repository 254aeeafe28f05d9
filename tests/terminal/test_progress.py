import io
import time
from collections.abc import Callable
from itertools import count

import pytest

from carelog.terminal.progress import show_waiting, track_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def ticking(step: float) -> Callable[[], float]:
    moments = count()
    return lambda: next(moments) * step


@pytest.fixture(autouse=True)
def _term(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "60")


def test_a_bar_says_how_far_long_work_has_come() -> None:
    stream = Terminal()
    assert list(track_progress(range(50), "Reading", 50, stream=stream, seconds=ticking(0.2))) == list(range(50))
    assert "Reading" in stream.getvalue()


def test_work_of_less_than_a_second_shows_nothing() -> None:
    stream = Terminal()
    assert list(track_progress(range(50), "Reading", 50, stream=stream, seconds=ticking(0.001))) == list(range(50))
    assert not stream.getvalue().strip()


def test_a_pipe_gets_no_bar() -> None:
    stream = io.StringIO()
    assert list(track_progress(range(50), "Reading", 50, stream=stream, seconds=ticking(9))) == list(range(50))
    assert not stream.getvalue()


def test_the_bar_goes_away_when_the_work_is_interrupted() -> None:
    stream = Terminal()
    watch = track_progress(range(50), "Reading", 50, stream=stream, seconds=ticking(0.5))
    assert [next(watch) for _ in range(20)] == list(range(20))
    assert stream.getvalue().count("\x1b[?25l") == 1
    watch.close()
    assert stream.getvalue().count("\x1b[?25h") == 1
    assert stream.getvalue().endswith("\x1b[2K")


def test_one_long_piece_of_work_says_that_it_goes_on() -> None:
    stream = Terminal()
    with show_waiting("Writing", stream=stream, delay=0.01):
        deadline = time.monotonic() + 20
        while "Writing" not in stream.getvalue() and time.monotonic() < deadline:
            time.sleep(0.01)
    assert "Writing" in stream.getvalue()
    assert stream.getvalue().count("\x1b[?25l") == stream.getvalue().count("\x1b[?25h") == 1


def test_a_short_piece_of_work_shows_nothing_and_a_pipe_never() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    with show_waiting("Writing", stream=terminal, delay=60):
        pass
    with show_waiting("Writing", stream=pipe, delay=0):
        time.sleep(0.05)
    assert not terminal.getvalue().strip()
    assert not pipe.getvalue()
