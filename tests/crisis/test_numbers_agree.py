"""The card, `helplines` and their JSON say the same of every country, and the police never look like an ambulance."""

import json
import re
from pathlib import Path

import pytest

from carelog.crisis.card import Card, Person
from carelog.crisis.codes import as_text
from carelog.crisis.envelope import emergency_shape
from carelog.crisis.helplines import MOST_LINES
from carelog.crisis.lines import country
from carelog.crisis.marks import mark
from carelog.crisis.page import page
from carelog.crisis.steps import all_steps, screens
from support.command import Command
from support.helplines import COUNTRIES

POLICE_ONLY = [code for code in COUNTRIES if country(code).police_only]
UNKNOWN = "In danger: call your emergency number"
SAM = Card(people=[Person("Sam", [("phone", "030 5550100", "")])], steps=[("alone", "tea")])


@pytest.mark.parametrize("code", COUNTRIES)
def test_every_number_of_a_country_is_on_its_card(code: str) -> None:
    found = country(code)
    mark(found, Card())
    text = page(None, [(found, "settings")], 40)
    joined = " ".join(text.split())
    for kind, number in found.numbers.items():
        assert number in joined or kind == "service"
    for line in found.lines[:MOST_LINES]:
        for number in (*line.all("phone"), *line.all("sms"), *line.all("whatsapp")):
            assert number in joined
    first, last = text.splitlines()[0], text.splitlines()[-1]
    assert (found.emergency or UNKNOWN) in first
    assert (found.emergency or UNKNOWN) in last


@pytest.mark.parametrize("code", COUNTRIES[::7] + POLICE_ONLY + ["GB", "IT", "TW", "ZA", "AQ"])
def test_the_card_and_the_list_say_the_same(code: str, carelog: Command) -> None:
    card, found = (carelog(word, "--country", code, "--json").json["data"] for word in ("crisis", "helplines"))
    [place] = found["countries"]
    assert place["numbers"] == card["emergency"] == emergency_shape(country(code))
    assert place["emergency"] == card["emergency"]["number"]
    assert [line["name"] for line in found["lines"]] == [line["name"] for line in card["lines"]]
    shown = " ".join(carelog("helplines", "--country", code).stdout.split())
    for key, value in card["emergency"].items():
        assert key == "service" or value is None or value in shown


@pytest.mark.parametrize("code", POLICE_ONLY)
@pytest.mark.parametrize("card", [None, SAM])
@pytest.mark.parametrize("rows", [None, 23, 9])
def test_the_police_stand_below_everybody_who_helps_and_are_called_police(
    code: str, card: Card | None, rows: int | None
) -> None:
    found = country(code)
    text = page(card, [(found, "settings")], 40, rows)
    said = f"Police: {found.police_only}. No ambulance number is confirmed for {found.name}."
    lines = text.splitlines()
    assert lines[0] == lines[-1] == UNKNOWN
    assert said in " ".join(text.split())
    assert text.count(found.police_only) == 1
    police = next(place for place, line in enumerate(lines) if line.startswith("Police: "))
    assert lines.index("Find a line: findahelpline.com") < police
    assert card is None or lines.index("  030 5550100") < police
    assert "In danger now:" not in text


@pytest.mark.parametrize("code", POLICE_ONLY)
def test_no_other_page_of_the_card_calls_the_police_an_emergency_number(code: str) -> None:
    places = [(country(code), "settings")]
    for text in (all_steps(SAM, places, 40), as_text(SAM, places, 40), *screens(SAM, places, 40, 23)):
        assert text.splitlines()[-1] == UNKNOWN
        for line in text.splitlines():
            assert not re.search(rf"\b{country(code).police_only}\b", line) or line.startswith("Police: ")
    said = json.loads(json.dumps(emergency_shape(country(code))))
    assert (said["number"], said["service"], said["police"]) == (None, "police", country(code).police_only)


def test_a_second_country_with_the_police_alone_is_not_passed_over() -> None:
    text = page(None, [(country("GB"), "settings"), (country("NA"), "settings")], 40)
    assert text.startswith("In danger now: call 999 (United Kingdom)\n")
    assert text.index("Samaritans") < text.index("Police: 10111. No ambulance number is\nconfirmed for Namibia.")


def test_a_screen_of_codes_without_any_number_shows_what_there_is(home: Path, carelog: Command) -> None:
    assert not home.exists()
    shown = carelog("crisis", "--qr", "--country", "NA").stdout
    assert "Police: 10111. No ambulance number is\nconfirmed for Namibia.\n" in shown


def test_the_answer_to_the_setting_says_what_the_card_will_show(carelog: Command) -> None:
    assert carelog("settings", "set", "country", "AF").stderr.strip() == (
        "Police: 119. No ambulance number is confirmed for Afghanistan. It comes at the end of your card, and never "
        "first. Numbers you know can go on it: carelog contact add"
    )
    assert carelog("settings", "set", "country", "FJ").stderr == ""


def test_the_list_begins_with_the_name_and_ends_with_the_police(carelog: Command) -> None:
    shown = carelog("helplines", "--country", "AF").stdout
    assert shown.startswith("Afghanistan\n")
    assert "\nPolice: 119. No ambulance number is confirmed for Afghanistan.\n" in shown
    assert "emergency number" not in shown
