"""What holds for every country, at every hour, in every form of the card: a number to call, and one line that helps."""

import json
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from carelog.crisis import lines
from carelog.crisis.boundary import main
from carelog.crisis.card import Card, Person
from carelog.crisis.codes import as_text
from carelog.crisis.envelope import envelope
from carelog.crisis.helplines import first_lines
from carelog.crisis.lines import Country, Line, country, put_open_first
from carelog.crisis.marks import mark
from carelog.crisis.opening import moment_of
from carelog.crisis.page import page
from carelog.crisis.steps import all_steps
from carelog.crisis.text import width
from support.helplines import COUNTRIES
from support.source import HELPLINES

WITH_HOURS = [code for code in COUNTRIES if any(line.get("zone") for line in country(code).lines)]
SAM = Card(people=[Person("Sam", [("phone", "030 5550100", "")])], steps=[("alone", "tea"), ("people", "Sam")])
CARDS = [
    Card(),
    SAM,
    Card(topics=["young"]),
    Card(topics=["abuse", "alcohol"]),
    Card(languages=["en"], text_first=True),
]
MONDAY = datetime.fromisoformat("2026-11-30T00:05:00+00:00")
HOURS = [MONDAY + timedelta(hours=hour) for hour in range(0, 168, 5)]
"""Hours apart by a number that shares nothing with a day, so that a week has each hour of the day."""
FIND_LINE = "findahelpline.com"


def at(code: str, card: Card, hour: datetime) -> Country:
    """A country as the card has it at an hour."""
    found = country(code)
    mark(found, card)
    put_open_first(found, moment_of(hour.isoformat()))
    return found


def forms(found: Country, card: Card, columns: int) -> Iterator[str]:
    """The whole page, the page on three screens, all codes as text, and all steps."""
    places = [(found, "settings")]
    yield from (page(card, places, columns, rows) for rows in (None, 23, 15, 9))
    yield as_text(card, places, columns)
    yield all_steps(card, places, columns)


def named(number: str, text: str) -> bool:
    return re.search(rf"(?<!\d){re.escape(number)}(?!\d)", text) is not None


def shown(lines: list[Line], text: str) -> list[Line]:
    """The lines whose names are in a text, however it is wrapped."""
    joined = " ".join(text.split())
    return [line for line in lines if line.get("name") in joined]


@pytest.mark.parametrize("code", COUNTRIES)
@pytest.mark.parametrize("columns", [27, 40, 80, 120])
def test_every_form_begins_and_ends_with_the_emergency_number_and_fits_the_screen(code: str, columns: int) -> None:
    for card in CARDS:
        found = at(code, card, MONDAY)
        for text in forms(found, card, columns):
            rows = text.splitlines()
            for row in (rows[0], rows[-1]):
                assert named(found.emergency, row) if found.emergency else not any(map(str.isdigit, row))
            assert max(map(width, rows)) <= columns
            assert "\n\n\n" not in text


@pytest.mark.parametrize("code", WITH_HOURS)
@pytest.mark.parametrize("card", CARDS, ids=["nothing", "people", "young", "topics", "text"])
def test_at_every_hour_a_line_that_answers_everybody_stands_first_and_a_closed_one_is_never_alone(
    code: str, card: Card
) -> None:
    for hour in HOURS:
        found = at(code, card, hour)
        closed = [line.open_now is False for line in found.lines if line.get("audience") != "youth"]
        assert closed == sorted(closed)
        for_everybody = [line for line in found.lines if not line.get("audience") and line.open_now is not False]
        assert not for_everybody or found.lines[0] in for_everybody
        assert not for_everybody or first_lines(found)[0] in for_everybody
        for text in forms(found, card, 40):
            there = shown(found.lines, text)
            assert not there or FIND_LINE in text or any(line.open_now is not False for line in there)


@pytest.mark.parametrize("code", WITH_HOURS)
def test_the_list_of_the_json_is_that_of_the_page_at_every_hour(code: str) -> None:
    for hour in HOURS:
        found = at(code, Card(), hour)
        data = json.loads(envelope(None, [(found, "settings")]))["data"]
        assert data["emergency"]["number"] == (found.emergency or None)
        text = page(None, [(found, "settings")], 40)
        places = [" ".join(text.split()).find(line["name"]) for line in data["lines"][:3]]
        assert -1 not in places
        assert places == sorted(places)


@pytest.mark.parametrize(("code", "hour"), [("DK", 9), ("IT", 23)])
def test_a_chosen_line_stands_behind_the_first_that_is_open_to_everybody(code: str, hour: int) -> None:
    found = at(code, Card(topics=["young"], text_first=code == "IT"), MONDAY + timedelta(hours=hour))
    assert [line.get("audience") for line in found.lines][:2] == ["", "youth"]
    assert found.lines[0].open_now is True
    assert found.lines[-1].open_now is False


@pytest.mark.parametrize("hour", [MONDAY, MONDAY + timedelta(hours=9)])
def test_steps_send_nobody_to_a_line_for_children_because_the_others_are_closed(hour: datetime) -> None:
    found = at("BG", Card(), hour)
    text = all_steps(Card(steps=[("alone", "tea")]), [(found, "settings")], 40)
    adults, children = (line.get("phone") for line in found.lines)
    assert (adults in text, FIND_LINE in text) == ((True, False) if hour > MONDAY else (False, True))
    assert children not in text


def test_how_to_call_without_a_voice_is_one_sentence_on_the_card_of_the_united_kingdom() -> None:
    for rows in (None, 23):
        text = page(None, [(country("GB"), "settings")], 40, rows)
        assert text.splitlines()[2:6] == [
            "Also: 112",
            "Cannot speak? Call 999 and press 55 when",
            "asked (mobile). Deaf: text 999 (register",
            "first).",
        ]
    assert "\nDeaf: text 114.\n" in page(None, [(country("FR"), "settings")], 40, 23)
    several = page(None, [(country("FR"), "settings"), (country("GB"), "settings")], 40, 23)
    assert "\nFrance: Deaf: text 114.\n" in several
    assert "999 and press" not in several


@pytest.mark.parametrize(("first", "second"), [("GB", "DE"), ("DE", "GB"), ("FR", "US"), ("BG", "GB")])
def test_a_screen_for_two_countries_keeps_a_line_of_each_that_may_be_open(first: str, second: str) -> None:
    countries = [at(code, Card(), MONDAY) for code in (first, second)]
    text = page(None, [(countries[0], "timezone"), (countries[1], "locale")], 40, 23)
    for found in countries:
        line = found.lines[0]
        assert line.open_now is False or (line.get("name") in " ".join(text.split()) and line.get("phone") in text)


@pytest.mark.parametrize("option", [[], ["--qr"], ["--step"], ["--text-first"], ["--plain"], ["--all"], ["--json"]])
@pytest.mark.parametrize("code", ["GB", "AF", "FJ", "BG", "AQ"])
def test_every_option_of_the_command_shows_the_number(
    option: list[str], code: str, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["crisis", "--country", code, *option], lambda: None) == 0
    text, found = capfdbinary.readouterr().out.decode(), country(code)
    if option == ["--json"]:
        numbers = json.loads(text)["data"]["emergency"]
        assert (numbers["number"], numbers["police"]) == (found.emergency or None, found.numbers.get("police"))
    else:
        assert named(found.emergency, text) if found.emergency else "In danger: call your emergency number" in text
        assert (
            not found.police_only
            or f"Police: {found.police_only}. No ambulance number is confirmed for {found.name}."
            in " ".join(text.split())
        )


@pytest.mark.parametrize("code", ["DE", "GB", "IT"])
def test_a_file_that_was_cut_anywhere_shows_its_whole_rows_and_no_part_of_a_number(
    code: str, isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (HELPLINES / f"{code}.txt").read_bytes()
    for table in ("countries.txt", "zones.txt"):
        shutil.copy(HELPLINES / table, isolated)
    numbers = {value for row in whole.decode().splitlines() for value in row.split("\t")[1:]}
    monkeypatch.setattr(lines, "_FOLDER", str(isolated))
    for end in range(len(whole)):
        (isolated / f"{code}.txt").write_bytes(whole[:end])
        found = at(code, Card(topics=["abuse"]), MONDAY)
        text = page(SAM, [(found, "settings")], 40)
        assert "  030 5550100\n" in text
        assert (found.emergency in text.splitlines()[0]) if b"\n" in whole[:end] else not found.numbers
        assert {number for line in found.lines for number in line.all("phone")} <= numbers


def test_people_and_lines_stay_without_the_module_of_marks(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setitem(sys.modules, "carelog.crisis.marks", None)
    assert main(["crisis", "--country", "GB", "--text-first"], lambda: None) == 0
    text = capfdbinary.readouterr().out.decode()
    assert text.startswith("In danger now: call 999 (United Kingdom)\n")
    assert "  116 123\n" in text
