"""Cards with many people, many scripts or no country: each option prints its page, exits 0 and writes nothing."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.crisis import country as country_module
from carelog.crisis.card import Card, Person, dump
from carelog.crisis.text import width
from carelog.domain.people.contact import Way, WayKind
from carelog.domain.people.kind_word import KindWord
from carelog.domain.people.plan import Section
from carelog.journal import Journal
from carelog.paths import Paths
from support.command import Command, Terminal

Show = Callable[..., Terminal]
DANGER = "In danger now: call 112 (Germany)"
UNKNOWN = "In danger: call your emergency number"
NAMES = ["أحمد الهاشمي", "שרה כהן", "प्रिया शर्मा", "小明的媽媽", "👩\u200d👩\u200d👧 Rosa ❤️"]
OPTIONS = ["", "--all", "--step", "--qr", "--json", "--country=GB", "--plain", "--help"]
NOWHERE = {"LANG": "C", "LC_ALL": "C"}


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a plan of 200 steps, and people with names in many scripts, one of them without a number."""
    folder = tmp_path_factory.mktemp("crowded") / "home"
    with Journal.open(Paths.inside(folder)) as journal:
        for place, name in enumerate(["Nobody's number", *NAMES], 1):
            ways = [Way(WayKind.PHONE, f"030 123456{place}", name)] if place > 1 else []
            journal.contacts.add(name, ways=ways, hours=name, say=name, crisis_order=place, note="hawthorn")
        for number in range(200):
            section = list(Section)[number % 8]
            journal.plan.add(section, f"{NAMES[number % 5]} step {number}")
        journal.plan.add(Section.SENTENCE, NAMES[2] * 8)
        journal.kind_words.insert(KindWord(journal.kind_words.new_id(), journal.today, NAMES[3], NAMES[0]))
    return folder


@pytest.fixture
def crowded(made: Path, home: Path) -> Path:
    return Path(shutil.copytree(made, home))


@pytest.mark.parametrize("option", OPTIONS)
def test_a_long_plan_and_names_of_every_script_are_shown_by_each_option(
    option: str, crowded: Path, carelog: Command
) -> None:
    before = everything_in(crowded)
    answer = carelog("crisis", option)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert everything_in(crowded) == before
    if option == "--json":
        data = json.loads(answer.stdout)["data"]
        assert [person["name"] for person in data["people"]] == ["Nobody's number", *NAMES]
        assert sum(len(steps) for steps in data["plan"].values()) == 200
        return
    lines = answer.stdout.splitlines()
    assert lines[0] == lines[-1] == (DANGER if option != "--country=GB" else "In danger now: call 999 (United Kingdom)")
    assert max(map(width, lines)) <= 40
    if option in {"", "--all", "--step"}:
        no_steps = {Section.SIGNS, Section.OTHERS} if option == "--step" else set()
        shown = [number for number in range(200) if list(Section)[number % 8] not in no_steps]
        assert all(f"step {number}\n" in answer.stdout for number in shown)
    if option in {"", "--all", "--qr"}:
        assert all(f"  030 123456{place}" in lines for place in range(2, 7))
    assert "hawthorn" not in answer.stdout


@pytest.mark.parametrize("option", OPTIONS)
def test_on_a_terminal_no_option_leaves_a_trace(option: str, crowded: Path, terminal: Show) -> None:
    before = everything_in(crowded)
    window = terminal("crisis", option, columns=40, rows=24)
    if option in {"--step", "--qr"}:
        window.expect("Enter: go on. q: leave.")
        window.type("q")
    code, screen = window.finish()
    assert code == 0
    assert screen
    assert everything_in(crowded) == before


def test_the_smallest_window_holds_people_of_any_script_and_the_one_without_a_number(
    crowded: Path, terminal: Show
) -> None:
    assert crowded.exists()
    code, screen = terminal("crisis", columns=40, rows=24).finish()
    lines = screen.splitlines()
    assert (code, len(lines)) == (0, 23)
    assert lines[0] == lines[-1] == DANGER
    assert "Nobody's number, Nobody's number" in lines
    assert {"  030 1234562", "  030 1234563", "  0800 111 0 111"} <= set(lines)
    assert any(line.startswith("First: ") for line in lines)


@pytest.mark.parametrize("option", OPTIONS)
def test_without_a_country_and_a_zone_it_names_no_number_and_says_how_to_choose(
    option: str, home: Path, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(country_module, "_zones", lambda _: iter(()))
    home.mkdir()
    (home / "card.txt").write_text(dump(Card(people=[Person("Sam", [("phone", "030 1234567", "")])])))
    answer = carelog("crisis", option, env=NOWHERE)
    assert (answer.exit_code, answer.stderr) == (0, "")
    if option == "--json":
        assert answer.json["data"]["emergency"]["number"] is None
        assert answer.json["data"]["country_source"] == "none"
    elif option != "--country=GB":
        lines = answer.stdout.splitlines()
        assert lines[0] == lines[-1] == UNKNOWN
        assert "  030 1234567" in lines or option == "--help"
        assert "  carelog crisis --country GB" in lines or option in {"--qr", "--step"}


@pytest.mark.parametrize("option", OPTIONS)
@pytest.mark.parametrize("code", ["XX", "AQ"])
def test_a_country_that_is_not_known_costs_its_numbers_and_nobody_elses(
    option: str, code: str, home: Path, carelog: Command
) -> None:
    home.mkdir()
    card = Card(countries=[code], people=[Person("Sam", [("phone", "030 1234567", "")])], steps=[("alone", "tea")])
    (home / "card.txt").write_text(dump(card))
    answer = carelog("crisis", option)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert "112" not in answer.stdout or option == "--country=GB"
    if option not in {"--json", "--help", "--country=GB"}:
        assert answer.stdout.startswith(UNKNOWN)
        assert "  030 1234567\n" in answer.stdout


@pytest.mark.parametrize("option", ["", "--all", "--step", "--qr", "--json"])
def test_where_zone_and_language_disagree_both_numbers_are_there_at_the_end(
    option: str, home: Path, carelog: Command
) -> None:
    home.mkdir()
    card = Card(people=[Person("Sam", [("phone", "030 1234567", "")])], steps=[("alone", "tea")])
    (home / "card.txt").write_text(dump(card))
    answer = carelog("crisis", option, env={"LC_ALL": "en_US.UTF-8"})
    assert (answer.exit_code, answer.stderr) == (0, "")
    if option == "--json":
        data = answer.json["data"]
        assert (data["emergency"]["number"], data["country_source"]) == ("112", "timezone")
        assert data["other_countries"][0]["emergency"]["number"] == "911"
    else:
        lines = answer.stdout.splitlines()
        assert "112" in lines[0]
        assert lines[-1] == "In danger now: 112 (DE) or 911 (US)"


@pytest.mark.parametrize("option", ["--step", "--qr"])
def test_a_number_that_only_the_language_hints_at_is_worded_so(
    option: str, home: Path, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(country_module, "_zones", lambda _: iter(()))
    home.mkdir()
    (home / "card.txt").write_text(dump(Card(steps=[("alone", "tea")])))
    shown = carelog("crisis", option, env={"LC_ALL": "en_US.UTF-8"}).stdout
    assert shown.count("In danger now: call 911\nif you are here: United States.\n") == 2


def test_twenty_people_and_thirty_steps_load_no_more_than_two_people_and_none(crowded: Path) -> None:
    program = "import sys; from carelog.__main__ import main; main(['crisis']); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", program]
    full = subprocess.run(command, env=os.environ, capture_output=True, text=True, check=True).stderr.split()
    (crowded / "card.txt").write_text(dump(Card()))
    bare = subprocess.run(command, env=os.environ, capture_output=True, text=True, check=True).stderr.split()
    of_scripts = {"unicodedata", "carelog.crisis.breaks", "carelog.crisis.direction"}
    assert set(full) - of_scripts == set(bare) - of_scripts


def everything_in(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """The mode, modification time and content of the folder and everything in it."""
    return {
        str(path): (path.stat().st_mode, path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in [folder, *sorted(folder.rglob("*"))]
    }
