"""Starting the card: its two names in any spelling, no import that could be missing, and no trace left behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from carelog.crisis import boundary, plain
from carelog.crisis.card import Card, Person, dump
from support.command import Command, environment

GERMANY = "In danger now: call 112 (Germany)"
LOADED = "import sys; {}; print(*sys.modules, file=sys.stderr)"
START = "from carelog.__main__ import main; main(sys.argv[1:])"
MUST_NOT_HAPPEN = """
import os, sys
def watch(event, args):
    writes = event == "open" and (args[2] or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND)
    if writes or event.partition(".")[0] in {"socket", "subprocess", "shutil"} or event in CHANGES:
        os.write(2, f"{event} {args}\\n".encode())
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate",
    "os.utime", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.setxattr"}
sys.addaudithook(watch)
"""


@pytest.mark.parametrize(
    "words",
    [["crisis"], ["sos"], ["SOS"], ["Crisis"], ["--plain", "CRISIS"], ["--json-ish", "-x", "sos"], ["--", "crisis"]],
)
@pytest.mark.usefixtures("card_file")
def test_both_words_lead_to_the_card_in_any_letters_and_behind_options(words: list[str], carelog: Command) -> None:
    answer = carelog(*words)
    assert (answer.exit_code, answer.stderr) == (0, "")
    assert answer.stdout.startswith(GERMANY)
    assert "Sam" in answer.stdout


@pytest.mark.usefixtures("card_file")
def test_options_it_does_not_know_are_passed_over(carelog: Command) -> None:
    plain = carelog("crisis")
    odd = [["--wat", "now"], ["help", "me"], ["\udcff"], ["--country"]]
    for words in odd:
        assert carelog("crisis", *words) == plain


@pytest.mark.usefixtures("card_file")
def test_a_country_that_is_not_known_is_said_below_the_card_of_the_persons_own(carelog: Command) -> None:
    for words in (["--country", "nowhere"], ["--country=nowhere", "--all"], ["--country", "gb, nowhere"]):
        answer = carelog("crisis", *words)
        assert (answer.exit_code, answer.stderr) == (0, "")
        said = " ".join(answer.stdout.split())
        assert "That name is not known here. By code: carelog crisis --country GB" in said
    assert carelog("crisis", "--country", "nowhere").stdout.startswith(GERMANY)
    assert "No country here" not in carelog("crisis", "--country", "Deutschland").stdout


@pytest.mark.usefixtures("card_file")
def test_another_country_can_be_asked_for(carelog: Command) -> None:
    for words in (["--country", "gb"], ["--country=GB"], ["--COUNTRY", "uk"]):
        answer = carelog("crisis", *words)
        assert answer.stdout.startswith("In danger now: call 999 (United Kingdom)\n")
        assert "116 123" in answer.stdout


@pytest.mark.usefixtures("card_file")
@pytest.mark.parametrize(
    "options", [["--all"], ["--step"], ["--qr"], ["--text-first"], ["--country", "GB"], ["--plain"]]
)
def test_both_words_take_the_same_options(options: list[str], carelog: Command) -> None:
    answer = carelog("sos", *options)
    assert answer == carelog("crisis", *options)
    assert answer.stdout
    assert answer != carelog("sos", "--json")


@pytest.mark.usefixtures("card_file")
def test_even_the_help_begins_and_ends_with_the_number(carelog: Command) -> None:
    for word in ("--help", "-h"):
        answer = carelog("crisis", word)
        assert answer.exit_code == 0
        assert answer.stdout.startswith(GERMANY)
        assert answer.stdout.endswith(GERMANY + "\n")
        assert "--all" in answer.stdout


@pytest.mark.usefixtures("card_file")
def test_the_card_as_json_has_the_documented_shape(carelog: Command) -> None:
    envelope = carelog("crisis", "--json").json
    data = envelope.pop("data")
    assert envelope == {"carelog": 1, "command": "crisis", "errors": []}
    assert (data["country"], data["country_source"]) == ("DE", "settings")
    assert (data["emergency"]["number"], data["emergency"]["police"], data["emergency"]["also"]) == ("112", "110", None)
    assert data["people"][0] == {
        "name": "Sam",
        "ways": [
            {"kind": "phone", "value": "030 1234567", "label": "home"},
            {"kind": "text", "value": "0170 7654321", "label": None},
        ],
        "hours": "Mon-Fri 09:00-17:00",
        "say": "Can you stay on the phone with me?",
    }
    line = data["lines"][0]
    assert (line["name"], line["phone"], line["sms"]) == ("TelefonSeelsorge", "0800 111 0 111", None)
    assert (line["hours"], line["languages"], line["checked"]) == ("24/7", ["de"], "2026-06-02")
    assert data["plan"]["signs"] == ["I stop answering"]
    assert data["plan"]["others"] == []
    assert data["sentence"] == "This has been here before, and it went."
    assert data["kind"] == {"text": "You matter to us.", "from_whom": "Mum"}


def test_json_without_any_country_says_so(carelog: Command, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boundary, "places", lambda *_: [])
    data = carelog("crisis", "--json").json["data"]
    assert not home.exists()
    assert (data["country"], data["country_source"], data["lines"]) == (None, "none", [])
    assert data["emergency"]["number"] is None


@pytest.mark.parametrize("code", ["DE", "DK", "PT"])
def test_the_card_loads_nothing_that_python_itself_does_not_need(code: str, card_file: Path) -> None:
    built_in = "import time, unicodedata, __future__, _thread"  # all that it takes besides os and sys
    extra = modules(START, "crisis", "--country", code) - modules(built_in)
    assert card_file.exists()
    assert {name for name in extra if not name.startswith("carelog")} == set()
    assert {name for name in extra if name.count(".") < 2} == {"carelog", "carelog.__main__", "carelog.crisis"}


@pytest.mark.parametrize("option", ["", "--all", "--step", "--qr", "--json", "--help", "--country=GB"])
@pytest.mark.parametrize("with_card", [True, False])
def test_looking_at_the_card_leaves_no_trace(option: str, with_card: bool, card_file: Path, isolated: Path) -> None:
    if not with_card:
        card_file.unlink()
    before = everything_in(isolated)
    done = subprocess.run(
        [sys.executable, "-B", "-c", f"{MUST_NOT_HAPPEN}\n{START}", "crisis", option],
        env=os.environ,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    assert everything_in(isolated) == before


def test_what_the_journal_remembers_is_shown_when_the_card_is_gone(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    found = Card(countries=["AT"], people=[Person("Sam", [("phone", "030 1", "")])])
    assert boundary.main(["crisis"], lambda: [dump(found)]) == 0
    first, second = capsys.readouterr().out.split("\n\nIn danger now: call 112 (Austria)", 1)
    assert not home.exists()
    assert first.startswith("In danger now: call 112 (Germany)")
    assert "030 1" in second
    assert boundary.main(["crisis", "--json"], lambda: [dump(found)]) == 0
    assert json.loads(capsys.readouterr().out)["data"]["people"][0]["name"] == "Sam"


def test_people_on_a_damaged_card_are_not_given_up_for_a_journal_without_any(
    capsys: pytest.CaptureFixture[str], card_file: Path
) -> None:
    card_file.write_bytes(card_file.read_bytes()[:-5])
    assert boundary.main(["crisis"], lambda: [dump(Card(countries=["AT"]))]) == 0
    assert "Austria" not in capsys.readouterr().out
    assert boundary.main(["crisis", "--json"], lambda: [dump(Card(countries=["AT"]))]) == 0
    assert json.loads(capsys.readouterr().out)["data"]["people"][0]["name"] == "Sam"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("trouble", [KeyboardInterrupt, SystemExit, RecursionError, MemoryError, ImportError])
def test_a_journal_that_cannot_be_asked_takes_nothing_away(
    trouble: type[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    def rescue() -> list[str]:
        raise trouble

    for words in (["crisis"], ["crisis", "--json"]):
        assert boundary.main(words, rescue) == 0
        captured = capsys.readouterr()
        assert "0800 111 0 111" in captured.out
        assert captured.err == ""


@pytest.mark.usefixtures("home")
def test_a_mistake_of_carelogs_own_still_ends_in_a_line_to_act_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boundary, "page", lambda *_, **__: 1 / 0)
    assert boundary.main(["crisis"], list) == 0
    assert capsys.readouterr().out.startswith("In danger now: call 112 (Germany)\nGuess from the time zone: Germany.\n")
    monkeypatch.setattr(plain, "places", lambda *_: 1 / 0)
    assert boundary.main(["crisis"], list) == 0
    assert capsys.readouterr().out == "In danger: call your emergency number\nFind a line: findahelpline.com\n"
    monkeypatch.setattr(boundary, "_card", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    assert boundary.main(["crisis"], list) == 0
    assert capsys.readouterr().out == ""


def modules(code: str, *arguments: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running some code."""
    command = [sys.executable, "-c", LOADED.format(code), *arguments]
    done = subprocess.run(command, env=environment({"CARELOG_NOW": None}), capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def everything_in(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """The mode, modification time and content of everything in a folder."""
    return {
        str(path): (path.stat().st_mode, path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in sorted(folder.rglob("*"))
    }
