"""Starting carelog from a test: in this process, as a process, in a terminal."""

import io
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import pexpect
import pytest
import typer

PROCESS_SECONDS = 60
ANSWER_SECONDS = 15


@dataclass(frozen=True, slots=True)
class Result:
    """The exit code of a command and its output, decoded as UTF-8 (invalid bytes as surrogates)."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        """The JSON envelope on stdout."""
        return json.loads(self.stdout)


class Command(Protocol):
    """Run `carelog ARGUMENTS…`; `env` sets variables for this call, None unsets one."""

    def __call__(
        self, *arguments: str, stdin: str | bytes = "", env: Mapping[str, str | None] | None = None
    ) -> Result: ...


def in_process(*arguments: str, stdin: str | bytes = "", env: Mapping[str, str | None] | None = None) -> Result:
    """Call carelog's main function with streams of its own: fast, and a crash shows its traceback."""
    from carelog.__main__ import main

    out, err = _stream(), _stream(errors="backslashreplace")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (env or {}).items():
            patch.delenv(name, raising=False) if value is None else patch.setenv(name, value)
        patch.setattr(sys, "argv", ["carelog", *arguments])
        patch.setattr(sys, "stdin", _stream(_encoded(stdin)))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        try:
            code = main(list(arguments))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    return Result(code, _written(out), _written(err))


@contextmanager
def built_once() -> Iterator[None]:
    """Give every call of a first word in this process the command line that the first one built for it.

    Help and completion depend on the window and the shell: they are built each time.
    """
    from typer import main

    from carelog.cli import app
    from carelog.language import language_in_use

    @cache
    def built(names: tuple[str, ...], _language: str) -> typer.Typer:
        return build(list(names))

    def build_or_take(names: Sequence[str], *, drawn: bool = False, boxed: bool = True) -> typer.Typer:
        return build(names, drawn=drawn, boxed=boxed) if drawn else built(tuple(names), language_in_use())

    build = app.build
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app, "build", build_or_take)
        patch.setattr(main, "get_command", cache(main.get_command))
        yield


def as_process(*arguments: str, stdin: str | bytes = "", env: Mapping[str, str | None] | None = None) -> Result:
    """Start a fresh interpreter, as a shell would; fail after a minute."""
    done = subprocess.run(
        [sys.executable, "-m", "carelog", *arguments],
        input=_encoded(stdin),
        env=environment(env),
        capture_output=True,
        timeout=PROCESS_SECONDS,
        check=False,
    )
    return Result(done.returncode, _decoded(done.stdout), _decoded(done.stderr))


def environment(changes: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """The isolated environment of the test with changes; None unsets a variable."""
    return {name: value for name, value in {**os.environ, **(changes or {})}.items() if value is not None}


class Terminal:
    """carelog in a pseudo-terminal of a given size, whose output can be awaited and which can be typed into."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str | None] | None = None,
    ) -> None:
        self._seen = io.StringIO()
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "carelog", *arguments],
            env=environment({"TERM": "xterm-256color", "COLORFGBG": "15;0", **(env or {})}),
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
            timeout=ANSWER_SECONDS,
        )
        self._child.logfile_read = self._seen
        self._child.delaybeforesend = None
        self._child.delayafterclose = 0
        self._child.ptyproc.delayafterclose = 0

    @property
    def screen(self) -> str:
        """All output so far, with escape sequences and echoed typing."""
        return self._seen.getvalue().replace("\r\n", "\n")

    def expect(self, text: str) -> None:
        """Wait until this text appears after the text awaited before, on one line or wrapped at its blanks."""
        try:
            self._child.expect(r"\s+".join(map(re.escape, re.split(" +", text))))
        except (pexpect.TIMEOUT, pexpect.EOF):
            pytest.fail(f"{text!r} did not appear in:\n{self.screen}", pytrace=False)

    def type(self, text: str | bytes, *, enter: bool = True) -> None:
        r"""Type a text, or bytes of any encoding, and press Enter; "\x03" without Enter is Ctrl-C, "\x04" Ctrl-D."""
        os.write(self._child.child_fd, _encoded(text) + b"\r" * enter)

    def answer(self, text: str, *, enter: bool = True) -> tuple[int, str]:
        """Type an answer, and wait for the end."""
        self.type(text, enter=enter)
        return self.finish()

    def leave(self, key: str) -> tuple[int, str]:
        """Press a key to leave, up to five times, and wait for the end.

        Python notices a signal that arrives just before it waits for a line only with the next key.
        """
        for _ in range(5):
            self._child.send(key)
            if self._child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=1) == 0:
                break
        return self.finish()

    def wait_until_keys_are(self, *, seen: bool) -> None:
        """Wait until the terminal shows the keys that are typed, or no longer does."""
        end = time.monotonic() + ANSWER_SECONDS
        while self._child.getecho() is not seen:
            assert time.monotonic() < end, self.screen
            time.sleep(0.05)

    def end_by(self, number: int) -> tuple[int, str]:
        """Send a signal that ends the process, up to five times as `leave` presses a key, and wait for the end."""
        for _ in range(5):
            self._child.kill(number)
            if self._child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=1) == 0:
                break
        return self.finish()

    def finish(self) -> tuple[int, str]:
        """Wait for the end; return the exit code (minus the signal that ended it, if any) and all output."""
        try:
            self._child.expect(pexpect.EOF)
        except pexpect.TIMEOUT:
            pytest.fail(f"still running after:\n{self.screen}", pytrace=False)
        self._child.wait()
        code = self._child.exitstatus
        return (-self._child.signalstatus if code is None else code), self.screen

    def close(self) -> None:
        """End the process if it is still running."""
        self._child.close(force=True)


def _stream(content: bytes = b"", errors: str = "surrogateescape") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", errors=errors, write_through=True)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return _decoded(stream.buffer.getvalue())  # type: ignore[attr-defined]  # a BytesIO, see _stream


def _encoded(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")


def _decoded(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")
