"""A person at their own carelog on a Sunday evening, and what they and their programs hear back."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Result
from support.kernel import fake_where_refused
from support.locks import forget


@pytest.fixture(autouse=True)
def _at_home(home: Path, now: Callable[[str], None]) -> None:
    """Every test here has a home of its own and the clock stands at 21:30."""


@pytest.fixture
def no_key_waits(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The kernel's keyring, or one like it where containers refuse; no key stays in it when the test is over."""
    fake_where_refused(monkeypatch)
    yield
    forget(home)


@pytest.fixture
def say(carelog: Command) -> Callable[..., Result]:
    """`say("mood", "4")`: the command has to work, and says nothing beside its answer."""

    def run(*words: str, **options: Any) -> Result:
        result = carelog(*words, **options)
        assert (result.exit_code, result.stderr) == (0, ""), words
        return result

    return run


@pytest.fixture
def data(carelog: Command) -> Callable[..., Any]:
    """`data("log")`: what a program gets from a command that works."""

    def run(*words: str, **options: Any) -> Any:
        at = words.index("--") if "--" in words else len(words)
        result = carelog(*words[:at], "--json", *words[at:], **options)
        assert (result.exit_code, result.stderr) == (0, ""), (words, result)
        assert set(result.json) == {"carelog", "command", "data", "errors"}
        return result.json["data"]

    return run


@pytest.fixture
def refusal(carelog: Command) -> Callable[..., str]:
    """`refusal(2, "mood", "9")`: the sentence with which a command refuses, and that it exits with this number."""

    def run(number: int, *words: str, **options: Any) -> str:
        result = carelog(*words, **options)
        assert (result.exit_code, result.stdout) == (number, ""), (words, result)
        assert "Traceback" not in result.stderr
        assert "went wrong inside" not in result.stderr
        return result.stderr.removesuffix("\n")

    return run


@pytest.fixture
def notes(data: Callable[..., Any]) -> Callable[[], list[str]]:
    """The notes in the journal, oldest first."""
    return lambda: [entry["note"] for entry in data("log", "-n", "1000")["entries"]]
