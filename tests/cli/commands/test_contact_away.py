"""contact away, contact back: somebody whose name nothing brings up, until they are wanted back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Terminal
from support.source import SAMPLES

Say = Callable[..., Any]
Start = Callable[..., Terminal]
NAMED = "Maya"
BRINGING_UP = (
    *("reach", "keep", "keep list", "plan", "crisis --all", "today", "on-this-day", "contact list", "sign", "week"),
    *("activity", "insights --people", "insights", "trends", "due", "streaks"),
)
"""Pages that nobody opened in order to read about Maya."""


@pytest.fixture(autouse=True)
def maya(say: Say, now: Callable[[str], None]) -> None:
    """Maya, everywhere a name can stand, and Jo."""
    now("2026-11-22T21:30:00+01:00")
    ways = ("--phone", "+44 20 7946 0018", "--hours", "daily 00:00-23:59", "--meets", "Tue 19:00 every week")
    say("contact", "add", "Maya Okonkwo", *ways, "--crisis", "1", "--keep-in-touch", "1d")
    say("contact", "add", "Jo", "--phone", "+44 20 7946 0019", "--crisis", "2")
    say("plan", "add", "people", "call her, any hour", "--contact", "Maya")
    say("plan", "add", "alone", "walk past Maya’s house")
    say("plan", "add", "reasons", "the mayapple in spring")
    say("keep", "You came back every time. That counts.", "--from-whom", "Maya")
    say("sign", "add", "sleeping badly", "--when", "no entry for 1 day", "--then", "call maya")
    say("activity", "plan", "visit MAYA", "--when", "today", "--with", "Maya")
    say("routine", "add", "swim", "--with", "Maya")
    say("appointment", "add", "2026-11-24", "15:00", "--with", "Maya")
    say("note", "tea with Maya", "--at", "2025-11-22 12:00", "--tag", "maya")


def everything_brought_up(carelog: Command) -> str:
    """What all pages, the card's file, the printed plan and the agenda say."""
    said = "".join(carelog(*line.split()).stdout for line in BRINGING_UP)
    carelog("agenda", "agenda.ics", "--force")
    carelog("plan", "print", "plan.html", "--force")
    return said + "".join(Path(name).read_text("utf-8") for name in ("agenda.ics", "plan.html"))


def test_nothing_brings_up_the_name_of_somebody_who_was_put_away(carelog: Command, home: Path) -> None:
    before = everything_brought_up(carelog).lower()
    assert before.count("maya") - before.count("mayapple") > 10
    carelog("contact", "away", "Maya", "--yes")
    said = everything_brought_up(carelog) + (home / "card.txt").read_text("utf-8")
    assert "mayapple" in said
    assert "maya" not in said.lower().replace("mayapple", "")
    assert "Okonkwo" not in said
    assert "7946 0018" not in said
    assert "Jo" in said


def test_the_person_sees_where_the_name_stands_before_it_is_put_away(terminal: Start, data: Say) -> None:
    person = terminal("contact", "away", "Maya", columns=160)
    person.expect(
        "Maya Okonkwo also stands in: your plan (2), kind words (1), signs (1), planned activities (1). "
        "Put those away too? [Y/n/look]:"
    )
    person.type("look")
    person.expect("your plan: call her, any hour")
    person.expect("kind words: You came back every time. That counts.")
    person.expect("sign: sleeping badly: call maya")
    person.expect("[Y/n/look]:")
    person.type("perhaps")
    person.expect("y, n or look, please.")
    person.type("")
    number, screen = person.finish()
    assert number == 0
    assert "Put away: Maya Okonkwo. Nothing will bring this name up by itself." in screen
    assert [each["kind"] for each in data("contact", "back")["put_away"]] == [
        *("plan_steps", "plan_steps", "kind_words", "signs", "activities")
    ]


def test_who_says_no_keeps_the_rest_and_is_told_so(terminal: Start, data: Say) -> None:
    person = terminal("contact", "away", "Maya", columns=160)
    person.expect("[Y/n/look]:")
    person.type("n")
    assert "What you left as it is still has the name." in person.finish()[1]
    assert data("keep")["kind_word"]["from_whom"] == "Maya"
    assert [each["name"] for each in data("contact", "back")["contacts"]] == ["Maya Okonkwo"]


def test_it_is_not_asked_about_what_there_is_not(say: Say) -> None:
    assert say("contact", "away", "Jo").stdout == (
        "Put away: Jo. Nothing will bring this name up by itself. To have it back: carelog contact back Jo\n"
    )


def test_one_undo_takes_it_all_back(carelog: Command, say: Say) -> None:
    before = everything_brought_up(carelog)
    say("contact", "away", "Maya", "--yes")
    say("undo")
    assert everything_brought_up(carelog) == before


def test_somebody_comes_back_with_all_that_went_along(carelog: Command, say: Say) -> None:
    before, card = everything_brought_up(carelog), carelog("crisis", "--all").stdout
    say("contact", "away", "Maya", "--yes")
    assert say("contact", "back", "maya").stdout == (
        "Maya Okonkwo is back, and with the name: your plan (2), kind words (1), signs (1), planned activities (1).\n"
    )
    assert everything_brought_up(carelog) == before
    assert carelog("crisis", "--all").stdout == card


def test_whoever_types_the_name_is_told_the_way_back(refusal: Say, say: Say) -> None:
    say("contact", "away", "Maya", "--yes")
    told = "“Maya” was put away. To have the name back: carelog contact back Maya"
    assert refusal(3, "reached", "Maya") == told
    assert refusal(3, "contact", "show", "Maya") == told
    assert refusal(2, "contact", "add", "maya okonkwo") == (
        "“maya okonkwo” was put away. To have the name back: carelog contact back 'maya okonkwo'"
    )
    assert refusal(3, "contact", "back", "Nobody") == (
        "Nothing that was put away is called “Nobody”. “carelog contact back” shows what there is."
    )


def test_removing_somebody_asks_the_same_and_one_thing_can_come_back(terminal: Start, data: Say, say: Say) -> None:
    person = terminal("contact", "remove", "Maya", columns=160)
    person.expect("[y/N]:")
    person.type("y")
    person.expect("[Y/n/look]:")
    person.type("y")
    assert "Nothing will bring this name up by itself." in person.finish()[1]
    away = data("contact", "back")
    assert (away["contacts"], len(away["put_away"])) == ([], 5)
    word = next(each for each in away["put_away"] if each["kind"] == "kind_words")
    assert say("contact", "back", word["handle"]).stdout == ("“You came back every time. That counts.” is back.\n")
    assert data("keep")["kind_word"]["text"] == "You came back every time. That counts."


def test_nobody_is_asked_without_a_terminal(refusal: Say) -> None:
    assert "To do this without being asked, add --yes." in refusal(2, "contact", "away", "Maya")


def test_who_sees_the_screen_learns_nobody_who_was_put_away(say: Say, data: Say) -> None:
    say("contact", "away", "Maya", "--yes")
    assert say("contact", "back", "--discreet").stdout == "Nothing to show here.\n"
    assert "Maya" not in str(data("contact", "back", "--discreet"))


def test_an_address_book_brings_nobody_back(say: Say, carelog: Command, data: Say) -> None:
    book = SAMPLES / "vcard" / "google_contacts_v3.vcf"
    say("contact", "import", str(book), "--only", "Dr. Ada Osei", "--yes")
    [ada] = [each["name"] for each in data("contact", "list")["contacts"] if "Ada" in each["name"]]
    say("contact", "away", ada, "--yes")
    told = carelog("contact", "import", str(book), "--only", "Dr. Ada Osei", "--yes").stderr
    assert f"Put away here, and so not added: {ada}. To have someone back: carelog contact back" in told
    assert ada not in [each["name"] for each in data("contact", "list")["contacts"]]


@pytest.mark.parametrize("line", ["export --for self --format json --include private --yes -o copy.json"])
def test_a_whole_copy_keeps_who_was_put_away(say: Say, data: Say, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    say("contact", "away", "Maya", "--yes")
    say(*line.split())
    monkeypatch.setenv("CARELOG_HOME", str(Path("elsewhere").absolute()))
    say("import", "copy.json", "--apply")
    assert [each["name"] for each in data("contact", "back")["contacts"]] == ["Maya Okonkwo"]
    assert "Maya" not in say("plan").stdout
    say("verify")
