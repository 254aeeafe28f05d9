"""contact import, contact export: only people who are chosen are added."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Terminal
from support.source import ROOT

Say = Callable[..., Any]
BOOK = str(ROOT / "tests" / "samples" / "vcard" / "google_contacts_v3.vcf")


@pytest.fixture
def names(data: Say) -> Callable[[], list[str]]:
    """The names of the contacts."""
    return lambda: [each["name"] for each in data("contact")["contacts"]]


def test_without_a_choice_it_shows_who_is_there_and_adds_nobody(carelog: Command, names: Say, home: Path) -> None:
    answer = carelog("contact", "import", BOOK)
    assert "Sam Rivera" in answer.stdout
    assert "--only NAME" in answer.stderr
    assert not home.exists()
    assert names() == []


def test_those_who_are_named_are_added_with_their_role(say: Say, data: Say, names: Say) -> None:
    say("settings", "set", "country", "FR")
    added = data("contact", "import", BOOK, "--only", "osei", "--role", "professional")["added"]
    assert [(each["name"], each["role"], each["ways"][0]["value"]) for each in added] == [
        ("Dr. Ada Osei", "professional", "04 72 11 11 11")
    ]
    assert names() == ["Dr. Ada Osei"]


def test_who_is_here_already_is_left_as_they_are(say: Say, data: Say, names: Say) -> None:
    say("contact", "add", "sam rivera", "--note", "mine")
    found = data("contact", "import", BOOK, "--all", "--yes")
    assert (found["already"], [each["name"] for each in found["added"]]) == (["Sam Rivera"], ["Dr. Ada Osei"])
    assert data("contact", "show", "sam rivera")["contact"]["note"] == "mine"
    assert (
        "Here already, left as they are: Sam Rivera, Dr. Ada Osei."
        in say("contact", "import", BOOK, "--all", "--yes").stdout
    )
    assert len(names()) == 2


def test_on_a_terminal_it_asks_whom(terminal: Callable[..., Terminal], names: Say, say: Say) -> None:
    say("settings", "set", "country", "GB")
    person = terminal("contact", "import", BOOK)
    person.expect("2  Dr. Ada Osei")
    person.expect("Whom to add")
    person.type("3")
    person.expect("Nobody in the file is called “3”.")
    person.type("1, ada")
    assert person.finish()[0] == 0
    assert set(names()) == {"Sam Rivera", "Dr. Ada Osei"}


def test_on_a_terminal_nobody_is_a_choice_too(terminal: Callable[..., Terminal], names: Say, say: Say) -> None:
    say("settings", "set", "country", "GB")
    person = terminal("contact", "import", BOOK)
    person.expect("Whom to add")
    person.type("")
    code, screen = person.finish()
    assert (code, "Nobody was added." in screen) == (0, True)
    assert names() == []


def test_what_cannot_be_read_is_said_with_its_line(carelog: Command) -> None:
    Path("broken.vcf").write_text("BEGIN:VCARD\nTEL:1\nEND:VCARD\n" * 9 + "BEGIN:VCARD\nFN:Sam\nEND:VCARD\n")
    answer = carelog("contact", "import", "broken.vcf")
    assert "Line 1: This card has no name, so it is left out." in answer.stderr
    assert "and 4 more of that kind." in answer.stderr
    assert "Sam" in answer.stdout


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (3, [BOOK, "--only", "Nobody"], "Nobody in the file is called “Nobody”. Without --only it lists who is in it."),
        (2, [BOOK, "--only", "a"], "“a” fits 2 of them; use the whole name."),
        (2, [BOOK, "--all"], "add --yes"),
        (6, ["missing.vcf"], "There is no file missing.vcf. Check the name, or the folder you are in."),
        (6, ["."], ". is not a file. Give the file that the other app exported."),
        (
            6,
            ["words.vcf"],
            "There is no vCard in this file. Export contacts as vCard (.vcf) from the phone or address book.",
        ),
    ],
)
def test_what_is_not_possible_is_refused(refusal: Say, names: Say, number: int, words: list[str], said: str) -> None:
    Path("words.vcf").write_text("hello")
    assert said in refusal(number, "contact", "import", *words)
    assert names() == []


def test_people_go_out_without_notes_and_come_back_elsewhere(say: Say, data: Say, refusal: Say, home: Path) -> None:
    nobody = "There is nobody to export yet. Add someone you trust: carelog contact add"
    assert nobody in refusal(2, "contact", "export", "people.vcf")
    say("contact", "add", "Sam", "--phone", "020 7946 0018 (night number)", "--say", "hello", "--note", "knows the dog")
    say("contact", "export", "people.vcf")
    content = Path("people.vcf").read_text("utf-8")
    assert "knows the dog" not in content
    assert "hello" not in content
    assert Path("people.vcf").stat().st_mode & 0o777 == 0o600
    assert "--force" in refusal(2, "contact", "export", "people.vcf")
    say("contact", "export", "people.vcf", "--with-notes", "--force")
    assert "knows the dog" in Path("people.vcf").read_text("utf-8")
    ways = data("contact", "show", "Sam")["contact"]["ways"]
    shutil.rmtree(home)
    data("contact", "import", "people.vcf", "--only", "Sam")
    assert data("contact", "show", "Sam")["contact"]["ways"] == ways
