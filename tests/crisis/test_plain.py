"""The step between the page and the last resort: plain lines, in a process in which a part of the card is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from carelog.__main__ import LAST_RESORT
from carelog.crisis import plain, words
from carelog.crisis.card import Card, Person, dump
from carelog.crisis.place import DAMAGED, WHOLE
from support.command import Command, Result
from support.source import SOURCE

NEEDED = {f"carelog.crisis.{name}" for name in ("plain", "words", "lines", "country", "place", "screen")}
"""What the plain lines lean on."""
PARTS = {f"carelog.crisis.{path.stem}" for path in (SOURCE / "crisis").glob("[a-z]*.py")}
OPTIONS = [[], ["--all"], ["--step"], ["--qr"], ["--json"], ["--help"], ["--text-first"]]


@pytest.fixture
def with_umlauts(card: Card, card_file: Path) -> Path:
    """A card with characters of which nothing is known without `unicodedata`."""
    card.people = [Person("Özge\u200b", [("phone", "030 1", "")]), Person("小明", [("text", "030 2", "")])]
    card_file.write_text(dump(card), encoding="utf-8")
    return card_file


def without(name: str, *arguments: str) -> Result:
    """Show the card in a process in which a module is missing."""
    start = f"import sys; sys.modules[{name!r}] = None; from carelog.__main__ import run; run()"
    command = [sys.executable, "-c", start, "crisis", *arguments]
    done = subprocess.run(command, env=os.environ, capture_output=True, text=True, timeout=20, check=False)
    return Result(done.returncode, done.stdout, done.stderr)


@pytest.mark.usefixtures("with_umlauts")
@pytest.mark.parametrize("name", [*sorted(PARTS - NEEDED), "unicodedata"])
def test_whatever_is_missing_the_number_of_the_country_and_the_people_are_shown(name: str) -> None:
    for options in OPTIONS:
        answer = without(name, "--country", "US", *options)
        assert (answer.exit_code, answer.stderr) == (0, "")
        assert "911" in answer.stdout
        assert "--help" in options or "030 1" in answer.stdout


@pytest.mark.usefixtures("card_file")
@pytest.mark.parametrize("name", sorted(NEEDED - {"carelog.crisis.plain"}))
def test_without_what_the_plain_lines_need_there_is_still_a_line_to_act_on(name: str) -> None:
    answer = without(name)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout == LAST_RESORT
    assert f"{words.DANGER_UNKNOWN}\n" == LAST_RESORT


def test_a_part_that_is_there_and_broken_is_as_one_that_is_missing(
    card_file: Path, isolated: Path, carelog_process: Command
) -> None:
    assert card_file.exists()
    copy = isolated / "copy" / "carelog"
    (copy / "crisis").mkdir(parents=True)
    for path in (*SOURCE.glob("*.py"), SOURCE / "data", *(SOURCE / "crisis").glob("*.py")):
        if path.name != "page.py":
            (copy / path.relative_to(SOURCE)).symlink_to(path)
    for content in (b"\0\0", b"def", b"1 / 0", b"def page(*_, **__): return 1 / 0"):
        (copy / "crisis" / "page.py").write_bytes(content)
        answer = carelog_process("crisis", env={"PYTHONPATH": str(copy.parent), "PYTHONDONTWRITEBYTECODE": "1"})
        assert (answer.exit_code, answer.stderr) == (0, "")
        assert answer.stdout.startswith("In danger now: call 112 (Germany)\n")
        assert "\nSam: 030 1234567\n" in answer.stdout


def test_the_plain_lines_are_ascii_and_name_the_country_the_people_and_lines(
    card: Card, capsys: pytest.CaptureFixture[str]
) -> None:
    card.people[:0] = [Person("Özge\x1b[2J", [("phone", "030\t1", "")]), Person("小明", [("text", "030 2", "")])]
    plain.show_plainly([], [WHOLE + dump(card).encode()])
    shown = capsys.readouterr().out
    assert shown.isascii()
    assert shown.splitlines() == [
        "In danger now: call 112 (Germany)",
        "Your setting: Germany.",
        "Police: 110",
        "?zge?[2J: 030 1",
        "Person 2: 030 2",
        "Sam: 030 1234567",
        "Sam: 0170 7654321",
        "Mum: 030 7654321",
        *(line for line in shown.splitlines() if line.startswith("TelefonSeelsorge")),
        *shown.splitlines()[9:-2],
        "Find a line: findahelpline.com",
        "In danger now: call 112 (Germany)",
    ]


def test_the_plain_lines_take_what_a_damaged_card_has_and_never_fail(capsys: pytest.CaptureFixture[str]) -> None:
    facts = ("country\tGB", "person\t1\tSam", "way\t1\tphone\t020 1\t", "way", "way\t9", "person", "country\txx")
    plain.show_plainly([], [DAMAGED + "\n".join([*facts, "way\t2\ttext\t07\t", "way\t2\ttext\tcut"]).encode()])
    shown = capsys.readouterr().out
    assert shown.startswith("In danger now: call 999 (United Kingdom)\n")
    assert "\nSam: 020 1\nPerson 2: 07\n" in shown
    for answers in ([], [b"-"], [b"!"], [b""], [b"~\0\xff\t\t\n\n"]):
        plain.show_plainly(["--country", "AF"], answers)
        shown = capsys.readouterr().out
        assert shown.startswith("In danger: call your emergency number\n")
        assert "\nPolice: 119. No ambulance number is confirmed for Afghanistan.\n" in shown
