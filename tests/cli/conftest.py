"""Fixtures of the command line: a home, a fixed time, and commands that run for a person or for a program."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Result
from support.kernel import fake_where_refused
from support.locks import forget


@pytest.fixture(autouse=True)
def _at_home(home: Path, now: Callable[[str], None]) -> None:
    """Every test here has its own home, and the time is fixed at 21:30 on a Sunday."""


@pytest.fixture
def empty_keyring(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The keyring of the kernel, or a fake one where a container refuses it; the test leaves no key in it."""
    fake_where_refused(monkeypatch)
    yield
    forget(home)


@pytest.fixture
def say(carelog: Command) -> Callable[..., Result]:
    """`say("mood", "4")` runs a command that has to succeed, with nothing on stderr."""

    def run(*words: str, **options: Any) -> Result:
        result = carelog(*words, **options)
        assert (result.exit_code, result.stderr) == (0, ""), words
        return result

    return run


@pytest.fixture
def empty(carelog: Command) -> Callable[..., str]:
    """`empty("log")` runs a command that has nothing to list, and returns what it says of that beside stdout."""

    def run(*words: str, **options: Any) -> str:
        result = carelog(*words, **options)
        assert (result.exit_code, result.stdout) == (0, ""), (words, result)
        return result.stderr

    return run


@pytest.fixture
def data(carelog: Command) -> Callable[..., Any]:
    """`data("log")` runs a command with --json that has to succeed, and returns its data."""

    def run(*words: str, **options: Any) -> Any:
        at = words.index("--") if "--" in words else len(words)
        result = carelog(*words[:at], "--json", *words[at:], **options)
        assert (result.exit_code, result.stderr) == (0, ""), (words, result)
        assert set(result.json) == {"carelog", "command", "data", "errors"}
        return result.json["data"]

    return run


@pytest.fixture
def refusal(carelog: Command) -> Callable[..., str]:
    """`refusal(2, "mood", "9")` runs a command that has to end with that exit number, and returns its error."""

    def run(number: int, *words: str, **options: Any) -> str:
        result = carelog(*words, **options)
        assert (result.exit_code, result.stdout) == (number, ""), (words, result)
        assert "Traceback" not in result.stderr
        assert "That is a mistake in carelog, not yours." not in result.stderr
        return result.stderr.removesuffix("\n")

    return run


@pytest.fixture
def notes(data: Callable[..., Any]) -> Callable[[], list[str]]:
    """The notes in the journal, oldest first."""
    return lambda: [entry["note"] for entry in data("log", "-n", "1000")["entries"]]
