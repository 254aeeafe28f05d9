"""A card in its place, and starting `carelog crisis` from a shell."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from carelog.crisis import language
from carelog.crisis.card import Card, Person, dump
from support.pseudo import card_in_xx, data_in_xx, write_card

Start = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(autouse=True)
def _one_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show every page as on one Sunday evening, whenever it is tested: at another hour other lines are open."""
    monkeypatch.setenv("CARELOG_NOW", "2026-11-22T21:30:00+01:00")


@pytest.fixture
def card() -> Card:
    return Card(
        revision=3,
        program="0.1.0",
        countries=["DE"],
        people=[
            Person(
                "Sam",
                [("phone", "030 1234567", "home"), ("text", "0170 7654321", "")],
                "Mon-Fri 09:00-17:00",
                "Can you stay on the phone with me?",
            ),
            Person("Mum", [("phone", "030 7654321", "")]),
        ],
        sentence="This has been here before, and it went.",
        steps=[("signs", "I stop answering"), ("alone", "make tea, then shower"), ("reasons", "the dog")],
        kind=("You matter to us.", "Mum"),
        checked=[("GB", "Shout", "2026-11-20")],
    )


@pytest.fixture
def card_file(home: Path, card: Card) -> Path:
    """The path of the card's file, written as the journal writes it."""
    home.mkdir(mode=0o700)
    path = home / "card.txt"
    path.write_bytes(dump(card).encode())
    return path


@pytest.fixture
def languages(isolated: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the card's languages, with none in it; in the end the card is in English again."""
    folder = isolated / "languages"
    folder.mkdir()
    monkeypatch.setattr(language, "_FOLDER", str(folder))
    yield folder
    language.use("")


@pytest.fixture
def xx(languages: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The sentences of `xx`, in which the card is from now on."""
    sentences = card_in_xx()
    write_card(languages, {**sentences, **data_in_xx()})
    monkeypatch.setenv("CARELOG_LANG", "xx")
    language.use("xx")
    return sentences


@pytest.fixture
def shell() -> Start:
    """Run a shell command line in which `$carelog` starts carelog."""

    def run(line: str, **changes: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["bash", "-c", line],
            env={**os.environ, "carelog": f"{sys.executable} -m carelog", **changes},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            check=False,
        )

    return run
