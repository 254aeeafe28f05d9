"""Full copies on the command line: written on one computer, and imported on another."""

import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from carelog.journal import Journal
from carelog.paths import Paths
from support.command import Command, Terminal
from support.source import ROOT, SAMPLES

KEPT = str(SAMPLES / "carelog" / "whole-journal-0003.json")
SCHEMA = json.loads((ROOT / "docs" / "schemas" / "journal.json").read_text("utf-8"))
WORDS = ("export", "--for", "self", "--format", "json")
ELSEWHERE = {"CARELOG_HOME": "elsewhere"}

pytestmark = pytest.mark.usefixtures("home", "now")


@pytest.fixture
def noted(carelog: Command, home: Path, now: Callable[[str], None]) -> None:
    """A mood, a private one, somebody on the card and a routine."""
    assert not home.exists()
    now("2026-11-22T21:30:00+01:00")
    carelog("mood", "4", "a walk")
    carelog("mood", "1", "Wolkenbruch", "--private")
    carelog("contact", "add", "Sam", "--phone", "020 7946 0123", "--crisis", "1")
    carelog("routine", "add", "walk", "--every", "daily")


@pytest.mark.usefixtures("noted")
def test_what_goes_out_comes_back_on_another_computer(carelog: Command) -> None:
    done = carelog(*WORDS, "--include", "private", "--yes", "-o", "all.json")
    assert done.exit_code == 0
    for_you = "This copy of your whole journal is for you: notes, people with their numbers, your plan."
    assert for_you in " ".join(done.stdout.split())
    assert stat.S_IMODE(Path("all.json").stat().st_mode) == 0o600
    assert not list(Draft202012Validator(SCHEMA).iter_errors(json.loads(Path("all.json").read_text("utf-8"))))
    looked = carelog("import", "all.json", env=ELSEWHERE)
    assert "new: 2 entries" in looked.stdout
    assert "Nothing was written. Add --apply to take this in." in looked.stdout
    assert not Path("elsewhere").exists()
    assert carelog("import", "carelog", "all.json", "--apply", env=ELSEWHERE).exit_code == 0
    for words in (("log", "--json"), ("contact", "list", "--json"), ("routine", "list", "--json")):
        assert carelog(*words, env=ELSEWHERE).json["data"] == carelog(*words).json["data"]
    assert "020 7946 0123" in carelog("crisis", "--all", env=ELSEWHERE).stdout
    assert "Nothing was changed." in carelog("import", "all.json", "--apply", env=ELSEWHERE).stdout


@pytest.mark.usefixtures("noted")
def test_private_entries_stay_unless_they_are_asked_for_and_that_is_said(carelog: Command) -> None:
    done = carelog(*WORDS, "--yes", "-o", "shared.json")
    assert "1 private entry stays here" in done.stderr
    assert "Wolkenbruch" not in Path("shared.json").read_text("utf-8")
    answer = carelog(*WORDS, "--yes", "-o", "again.json", "--json").json["data"]
    assert answer["stays"] == {"private_entries": 1}
    assert answer["holds"]["entries"] == 1
    told = carelog("export", "--for", "self", "--format", "json", "--yes", "-o", "-")
    assert "1 private entry stays here" in told.stderr
    assert "Wolkenbruch" not in told.stdout


@pytest.mark.usefixtures("noted")
def test_making_a_copy_leaves_the_journal_as_the_copy_says(carelog: Command, home: Path) -> None:
    before = (home / "journal.db").read_bytes()
    carelog(*WORDS, "--include", "private", "--yes", "-o", "copy.json")
    assert (home / "journal.db").read_bytes() == before
    assert not carelog("shares", "--json").json["data"]["shares"]


@pytest.mark.usefixtures("noted")
def test_a_person_sees_what_it_holds_and_can_stop(terminal: Callable[..., Terminal]) -> None:
    asked = terminal(*WORDS)
    for said in (
        "whole journal",
        "1 entry, 1 contact, 1 routine",
        "1 private entry stays here",
        "Enter writes it to pages-2026-11-22.json. q stops",
    ):
        asked.expect(said)
    code, _ = asked.leave("q\r")
    assert code == 0
    assert not list(Path.cwd().glob("*.json"))


@pytest.mark.usefixtures("noted")
def test_the_copy_holds_what_was_told_though_the_journal_changes_meanwhile(
    terminal: Callable[..., Terminal], home: Path
) -> None:
    asked = terminal(*WORDS, "-o", "copy.json")
    asked.expect("1 entry, 1 contact, 1 routine")
    asked.expect("q stops")
    with Journal.open(Paths.inside(home)) as journal:
        journal.entries.add(2, "Regenbogen")
    asked.type("")
    assert asked.finish()[0] == 0
    assert "Regenbogen" not in Path("copy.json").read_text("utf-8")


@pytest.mark.parametrize(
    "narrowed", [["--from", "today"], ["--leave-out", "mood"], ["--strike", "Sam"], ["--include", "notes"]]
)
def test_a_copy_is_whole_or_is_refused_with_what_to_do(carelog: Command, narrowed: list[str]) -> None:
    done = carelog(*WORDS, "--yes", *narrowed)
    assert done.exit_code == 2
    assert (
        "A JSON copy for yourself is always whole. For some days or sections write another format, such as "
        "--format html, csv or md."
    ) in done.stderr


def test_a_copy_that_was_kept_comes_in_after_a_backup_where_there_is_something_to_lose(carelog: Command) -> None:
    carelog("mood", "4", "mine")
    done = carelog("import", KEPT, "--apply", "--json")
    assert done.json["data"]["backup"]
    assert done.json["data"]["new"] == done.json["data"]["found"]
    assert "mine" in carelog("log", "--plain").stdout


@pytest.mark.parametrize("content", ["{}", '{"carelog": 1, "document": "journal"', '{"carelog":1}'])
def test_what_is_no_copy_is_refused_and_begins_no_journal(carelog: Command, home: Path, content: str) -> None:
    Path("copy.json").write_text(content)
    done = carelog("import", "carelog", "copy.json", "--apply")
    assert done.exit_code == 6
    assert not home.exists()
