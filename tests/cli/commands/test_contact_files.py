"""contact import, contact export: only people who are chosen are added."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.domain.people.contact import Contact, Way, WayKind
from carelog.journal import Journal
from support.command import Command, Terminal
from support.source import SAMPLES

Say = Callable[..., Any]
BOOK = str(SAMPLES / "vcard" / "google_contacts_v3.vcf")


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
    person.expect("Whom to add: names or numbers from the list, with commas between them (Enter adds nobody)")
    person.type("3")
    person.expect("“3” is not in the list, neither as a name nor as a number.")
    person.type("1, ada")
    assert person.finish()[0] == 0
    assert set(names()) == {"Sam Rivera", "Dr. Ada Osei"}


def test_on_a_terminal_nobody_is_a_choice_too(terminal: Callable[..., Terminal], names: Say, say: Say) -> None:
    say("settings", "set", "country", "GB")
    person = terminal("contact", "import", BOOK)
    person.expect("Whom to add: names or numbers from the list, with commas between them (Enter adds nobody)")
    person.type("")
    code, screen = person.finish()
    assert (code, "Nothing was added." in screen) == (0, True)
    assert names() == []


def test_what_cannot_be_read_is_said_with_its_line(carelog: Command) -> None:
    Path("broken.vcf").write_text("BEGIN:VCARD\nTEL:1\nEND:VCARD\n" * 9 + "BEGIN:VCARD\nFN:Sam\nEND:VCARD\n")
    answer = carelog("contact", "import", "broken.vcf")
    assert "Line 1: This contact has no name, so it is left out." in answer.stderr
    assert "and 4 more of that kind." in answer.stderr
    assert "Sam" in answer.stdout


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (
            3,
            [BOOK, "--only", "Nobody"],
            ("“Nobody” is not in the list, neither as a name nor as a number. To see the list, leave out --only."),
        ),
        (
            2,
            [BOOK, "--only", "a"],
            "“a” fits 2 of them; use the whole name. Or take the number in the list: 1 or 2.",
        ),
        (
            3,
            [BOOK, "--only", "3"],
            "“3” is not in the list, neither as a name nor as a number. To see the list, leave out --only.",
        ),
        (
            3,
            [BOOK, "--only", "0"],
            "“0” is not in the list, neither as a name nor as a number. To see the list, leave out --only.",
        ),
        (2, [BOOK, "--all"], "To do this without being asked, add --yes."),
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
    nobody = "Your list of contacts is empty, so no file was written. To add one: carelog contact add"
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


# --- people of one name

NOT_AGAIN = "Nothing was added.\nHere already, left as they are: "


def book(*people: str) -> str:
    """The name of a file with a card for each person, such as `Mama CELL:1 HOME:2`: a name, types and numbers."""
    cards = []
    for each in people:
        name, *numbers = each.split(" ")
        lines = [f"TEL;TYPE={kind}:{number}" for kind, number in (number.split(":") for number in numbers)]
        cards += ["BEGIN:VCARD", f"FN:{name.replace('_', ' ')}", *lines, "END:VCARD"]
    Path("book.vcf").write_text("".join(f"{line}\r\n" for line in cards), "utf-8")
    return "book.vcf"


@pytest.fixture
def reached(data: Say) -> Callable[[], dict[str, list[str]]]:
    """The numbers of each contact, by name."""
    return lambda: {
        each["name"]: [way["value"] for way in each["ways"]] for each in data("contact", "list")["contacts"]
    }


TWINS = ("Mama CELL:+491712345678", "Mama HOME:+49301234567")
BOTH = {"Mama": ["+49 171 2345678"], "Mama home": ["+49 30 1234567"]}


@pytest.mark.parametrize("choice", [["--only", "Mama"], ["--only", "mam"], ["--all"], ["--only", "1", "--only", "2"]])
def test_two_of_one_name_are_told_apart_and_both_are_reached(say: Say, reached: Say, choice: list[str]) -> None:
    answer = say("contact", "import", book(*TWINS), *choice, "--yes").stdout
    assert answer == (
        "Added Mama, Mama home. A place on your card: carelog contact edit Mama --crisis 1\n"
        "There is another “Mama”, so this one is called “Mama home”. To change that: "
        "carelog contact edit 'Mama home' --name NAME\n"
    )
    assert reached() == BOTH
    assert "+49 30 1234567" in say("contact", "show", "Mama", "home").stdout
    assert say("contact", "import", "book.vcf", "--all", "--yes").stdout == f"{NOT_AGAIN}Mama, Mama home.\n"
    assert reached() == BOTH


def test_one_of_two_is_chosen_by_place_and_the_other_later(say: Say, reached: Say) -> None:
    say("contact", "import", book(*TWINS), "--only", "2")
    assert reached() == {"Mama": ["+49 30 1234567"]}
    say("contact", "import", "book.vcf", "--only", "1")
    assert reached() == {"Mama": ["+49 30 1234567"], "Mama mobile": ["+49 171 2345678"]}


def test_a_name_that_is_a_number_comes_before_the_place(say: Say, reached: Say) -> None:
    say("contact", "import", book("Sam CELL:1", "Ana CELL:2", "1 CELL:3"), "--only", "1", "--only", "2")
    assert reached() == {"1": ["3"], "Ana": ["2"]}


def test_one_person_in_several_cards_is_added_once_with_all_numbers(say: Say, data: Say, reached: Say) -> None:
    cards = ("Mama CELL:1", "MAMA HOME:2 CELL:1", "Mama WORK:2", "Mama")
    assert len(data("contact", "import", book(*cards))["found"]) == 1
    say("contact", "import", book(*cards), "--all", "--yes")
    assert reached() == {"Mama": ["1", "2"]}


def test_whoever_is_here_stays_on_the_card_and_a_namesake_is_beside_them(say: Say, data: Say, reached: Say) -> None:
    say("settings", "set", "country", "DE")
    say("contact", "add", "mama", "--phone", "030 1234567", "--crisis", "1", "--good-for", "emergency")
    say("contact", "ask", "mama", "--agreed", "today", "--yes-to", "a call")
    before = data("contact", "show", "mama")
    say("contact", "import", book(*TWINS), "--all", "--yes", "--role", "family")
    assert data("contact", "show", "mama") == before
    assert reached() == {"mama": ["030 1234567"], "Mama mobile": ["0171 2345678"]}
    assert [each["name"] for each in data("contact")["contacts"] if each["crisis_order"]] == ["mama"]
    assert "030 1234567" in say("crisis").stdout
    assert "0171" not in say("crisis").stdout


def test_two_who_have_one_name_here_already_both_stay_as_they_are(data: Say) -> None:
    with Journal.open() as journal:
        numbers = ("", "030 1234567")
        ways = ([Way(WayKind.PHONE, number)] if number else [] for number in numbers)
        journal.contacts.add_imported(
            Contact(f"018f0000-0000-7000-8000-00000000000{place}", "Mama", ways=tuple(each), crisis_order=place)
            for place, each in enumerate(ways, 1)
        )
    before = data("contact")["contacts"]
    assert data("contact", "import", book("Mama HOME:+49301234567"), "--all", "--yes")["already"] == ["Mama"]
    assert data("contact", "import", book("Mama HOME:+49301234567"), "--all", "--yes")["not_taken"] == []
    assert data("contact")["contacts"] == before
    assert data("contact", "import", book("Mama CELL:1"), "--all", "--yes")["not_taken"][0]["name"] == "Mama"


def test_what_is_changed_here_is_not_undone_by_the_same_file(say: Say, data: Say, reached: Say) -> None:
    say("contact", "import", book(*TWINS), "--all", "--yes")
    say("contact", "edit", "Mama", "--name", "Mum", "--crisis", "1", "--phone", "07700 900371")
    before = data("contact", "show", "Mum")
    answer = say("contact", "import", "book.vcf", "--all", "--yes").stdout
    left = "The file has more for “Mum”, which was not taken over: +49 171 2345678 (mobile).\n"
    assert answer == f"{NOT_AGAIN}Mum, Mama home.\n{left}"
    assert data("contact", "show", "Mum") == before
    assert reached() == {"Mum": ["07700 900371"], "Mama home": ["+49 30 1234567"]}


def test_what_the_file_has_beside_a_contact_is_said(say: Say, data: Say, reached: Say) -> None:
    say("contact", "add", "Sam", "--phone", "1")
    found = data("contact", "import", book("Sam CELL:1 HOME:2"), "--all", "--yes")
    assert found["not_taken"] == [{"name": "Sam", "ways": [{"kind": "phone", "value": "2", "label": "home"}]}]
    assert (found["added"], found["already"], found["told_apart"]) == ([], ["Sam"], [])
    assert reached() == {"Sam": ["1"]}


def test_on_a_terminal_the_person_says_who_is_who(
    terminal: Callable[..., Terminal], say: Say, data: Say, reached: Say
) -> None:
    say("settings", "set", "country", "DE")
    say("contact", "add", "Sam", "--phone", "1", "--note", "mine", "--crisis", "1")
    person = terminal("contact", "import", book(*TWINS, "Sam HOME:2", "Sam CELL:1 WORK:3"))
    person.expect("1  Mama  +491712345678 (mobile)")
    person.expect("2  Mama  +49301234567 (home)")
    person.expect("Whom to add: names or numbers from the list, with commas between them (Enter adds nobody)")
    person.type("1, 2, Sam")
    person.expect("There is a “Mama” with 0171 2345678 (mobile). Is 030 1234567 (home) for the same person? [Y/n]")
    person.type("")
    person.expect("There is a “Sam” with 1. Is 2 (home) for the same person? [Y/n]")
    person.type("n")
    person.expect("“Sam” is here already. Add 3 (work)? [y/N]")
    person.type("y")
    code, screen = person.finish()
    assert (code, "Added to those who are here: Sam." in screen) == (0, True)
    assert reached() == {"Sam": ["1", "3"], "Mama": ["0171 2345678", "030 1234567"], "Sam home": ["2"]}
    sam = data("contact", "show", "Sam")["contact"]
    assert (sam["note"], sam["crisis_order"]) == ("mine", 1)


def test_letters_that_were_guessed_are_said_and_kept(carelog: Command, reached: Say) -> None:
    Path("old.vcf").write_bytes(b"BEGIN:VCARD\nFN:Zo\xeb\nTEL:1\nEND:VCARD\n")
    answer = carelog("contact", "import", "old.vcf", "--all", "--yes")
    assert answer.stderr == (
        "Line 2: the letters of this contact are not UTF-8. They were read as Windows-1252; "
        "look at letters such as é in "
        "it.\n"
    )
    assert reached() == {"Zoë": ["1"]}
