"""`-` is standard input in place of any text and file that is read, and standard output in place of one to write."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Terminal

Say = Callable[..., Any]
Start = Callable[..., Terminal]

SAID = "a word from outside"
TEXTS = (
    ("note -", "entry.note"),
    ("note so far -", "entry.note"),
    ("note - --tag walk", "entry.note"),
    ("note --tag -", "entry.tags"),
    ("mood 4 -", "entry.note"),
    ("mood 4 --feel -", "entry.feelings"),
    ("edit last -", "entry.note"),
    ("keep -", "kind_word.text"),
    ("keep add -", "kind_word.text"),
    ("keep you matter --from-whom -", "kind_word.from_whom"),
    ("bring -", "topic.text"),
    ("bring add -", "topic.text"),
    ("activity plan -", "activity.text"),
    ("activity did -", "activity.text"),
    ("activity did cake --note -", "activity.note"),
    ("activity skip walk --why -", "activity.note"),
    ("plan add alone -", "step.text"),
    ("contact add -", "contact.name"),
    ("contact edit Sam --note -", "contact.note"),
    ("contact edit Sam --say -", "contact.say"),
    ("contact ask Sam --yes-to - --agreed today", "contact.agreed_to"),
    ("reached Sam --note -", "reached.note"),
    ("done tea --note -", "ticks.0.note"),
    ("skip tea --why -", "ticks.0.note"),
    ("routine edit tea --small -", "routine.small"),
    ("goal add -", "goal.name"),
    ("goal change rest -", "goal.name"),
    ("appointment note -", "agreement.text"),
    ("tracker add -", "tracker.name"),
)
"""A command line, and where in its data the text stands."""
FILES = {
    "agenda": ("agenda {}", b"BEGIN:VCALENDAR\r\n"),
    "contact export": ("contact export {}", b"BEGIN:VCARD\r\n"),
    "plan print": ("plan print {}", b"<!DOCTYPE html>"),
    "export": ("export self --yes -o {} --format md", b"---\n"),
    "pdf": ("export self --yes --format pdf -o {}", b"%PDF-"),
    "tables": ("export self --yes --format csv -o {}", b"PK"),
    "days": ("export self --yes --format md --by-day -o {}", b"PK"),
    "full copy": ("export self --yes --format json -o {}", b"{"),
    "life chart": ("export self --yes --as life-chart --format txt -o {}", b""),
    "tracker sheet": ("tracker sheet --format md -o {}", b"#"),
}
"""Command lines that write a file, and how it begins."""


@pytest.fixture
def lived_in(data: Say) -> None:
    """A journal with something of every kind."""
    data("contact", "add", "Sam", "--phone", "030 5550101")
    data("tracker", "add", "sleep")
    data("routine", "add", "tea", "--at", "08:00")
    data("activity", "plan", "walk")
    data("goal", "add", "rest")
    data("appointment", "add", "yesterday")
    data("plan", "add", "alone", "tea")
    data("mood", "4", "before", "--track", "sleep=7")


def found_in(data: Any, path: str) -> Any:
    for key in path.split("."):
        data = data[int(key)] if key.isdecimal() else data[key]
    return data


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize(("typed", "path"), TEXTS, ids=[each[0] for each in TEXTS])
def test_a_dash_in_place_of_a_text_is_standard_input(data: Say, typed: str, path: str) -> None:
    found = found_in(data(*typed.split(), stdin=f"{SAID}\n"), path)
    before = "so far " if "so far" in typed else ""
    assert found in (f"{before}{SAID}", [SAID])
    assert not Path("-").exists()


def test_a_mood_can_come_from_standard_input_with_its_words(data: Say) -> None:
    entry = data("mood", "-", stdin="4 walked\n\nthen home\n")["entry"]
    assert (entry["mood"], entry["note"]) == (4, "walked\n\nthen home")


def test_behind_two_dashes_and_within_a_text_it_is_a_dash(data: Say) -> None:
    assert data("note", "--", "-", stdin=SAID)["entry"]["note"] == "-"
    assert data("note", "here", "-", "there", stdin=SAID)["entry"]["note"] == "here - there"


def test_two_of_them_are_refused_and_nothing_is_kept(refusal: Say, data: Say) -> None:
    said = "“-” reads standard input, which can be read once. Write out all but one of them."
    assert refusal(2, "activity", "did", "-", "--note", "-", stdin=SAID) == said
    assert data("activity", "list")["activities"] == []


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("edit last -", "log"),
        ("edit last and more -", "log"),
        ("contact edit Sam --say -", "contact"),
        ("routine edit tea --purpose -", "routine"),
        ("activity edit last -", "activity"),
        ("goal change rest -", "goal"),
        ("plan edit last -", "plan"),
    ],
)
@pytest.mark.parametrize("piped", ["", "\n", "  \n\n"])
def test_an_empty_pipe_takes_nothing_away(refusal: Say, data: Say, typed: str, shown: str, piped: str) -> None:
    before = data(shown)
    assert refusal(2, *typed.split(), stdin=piped) == (
        "Nothing came in through “-”, so nothing was changed. Check the command or the file in front of it."
    )
    assert data(shown) == before


def test_on_a_terminal_it_is_said_how_to_end(terminal: Start, data: Say) -> None:
    person = terminal("note", "-")
    person.expect("Type or paste it here. To end: Enter, then Ctrl-D.")
    person.type("along the river")
    person.type("\x04", enter=False)
    person.expect("Noted")
    assert person.finish()[0] == 0
    assert data("log")["entries"][-1]["note"] == "along the river"


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize(("line", "begin"), FILES.values(), ids=FILES)
def test_a_dash_in_place_of_a_file_is_standard_output_byte_for_byte(
    carelog: Command, line: str, begin: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written = carelog(*line.format("file").split())
    assert written.exit_code == 0, written
    answer = carelog(*line.format("-").split())
    assert answer.exit_code == 0, answer
    content, in_file = answer.stdout.encode("utf-8", "surrogateescape"), Path("file").read_bytes()
    assert content.startswith(begin)
    assert [*Path().iterdir()] == [Path("file")]
    if begin == b"PK":
        parts = [zipfile.ZipFile(BytesIO(each)) for each in (content, in_file)]
        assert parts[0].namelist() == parts[1].namelist() != []
    elif begin != b"%PDF-":
        assert content == in_file


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("line", [line for line, _ in FILES.values()], ids=FILES)
def test_a_program_that_wants_json_is_told_to_name_a_file(carelog: Command, line: str) -> None:
    answer = carelog(*line.format("-").split(), "--json")
    assert answer.exit_code == 2
    assert answer.json["errors"][0]["message"] == (
        "--json already uses standard output. Name a file, or leave --json out."
    )


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize(
    ("form", "said"),
    [("pdf", "A PDF is not for the screen."), ("csv", "Tables are a zip, which is not for the screen.")],
)
def test_what_is_no_text_is_refused_on_a_screen(terminal: Start, form: str, said: str) -> None:
    person = terminal("export", "self", "--yes", "--format", form, "-o", "-")
    person.expect(said)
    assert person.finish()[0] == 2


@pytest.mark.usefixtures("lived_in")
def test_people_go_from_one_journal_to_another_through_a_pipe(carelog: Command, tmp_path: Path) -> None:
    people = carelog("contact", "export", "-").stdout
    other = {"CARELOG_HOME": str(tmp_path / "other")}
    taken = carelog("contact", "import", "-", "--all", "--yes", "--json", stdin=people, env=other)
    assert [each["name"] for each in taken.json["data"]["added"]] == ["Sam"]


@pytest.mark.usefixtures("lived_in")
def test_a_whole_copy_goes_through_a_pipe(carelog: Command, tmp_path: Path) -> None:
    copy = carelog("export", "self", "--format", "json", "--yes", "-o", "-").stdout
    other = {"CARELOG_HOME": str(tmp_path / "other")}
    for words in (["import", "-"], ["import", "carelog", "-"]):
        assert carelog(*words, "--apply", "--json", stdin=copy, env=other).exit_code == 0
    assert json.loads(carelog("log", "--json", env=other).stdout)["data"]["entries"][0]["note"] == "before"


def test_files_of_other_apps_and_questionnaires_come_through_a_pipe(carelog: Command, data: Say) -> None:
    jrnl = "[2025-03-07 08:10] Slept four hours.\n"
    for words in (["import", "-"], ["import", "jrnl", "-"]):
        assert data(*words, stdin=jrnl)["found"] == 1
    refused = carelog("questionnaire", "add", "-", stdin="not toml")
    assert (refused.exit_code, "- cannot be read as TOML" in refused.stderr) == (6, True)
    assert carelog("import", "-", stdin="").exit_code == 6


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("backup -", "folder"),
        ("backup -o -", "folder"),
        ("backup --output=-", "folder"),
        ("demo -", "folder"),
        ("restore -", "file"),
        ("verify --repair -", "file"),
        ("verify --of - --repair x.db", "file"),
        ("lock on --sheet - --yes", "file"),
        ("lock recovery --sheet - --yes", "file"),
    ],
)
def test_where_no_stream_can_be_a_dash_is_refused(
    refusal: Say, typed: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = f"“-” stands for text that comes in or goes out. Here a {what} is needed: name one."
    assert refusal(2, *typed.split()) == said
    assert [*tmp_path.iterdir()] == []
