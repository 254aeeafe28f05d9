"""JSON for programs: one envelope, and a schema for every command, checked against real answers."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from carelog.cli.app import build
from carelog.cli.command import REGISTRY
from carelog.cli.table import COMMANDS
from support.command import Command, Result
from support.source import ROOT, SAMPLES

Say = Callable[..., Any]
SCHEMAS = ROOT / "docs" / "schemas"
DAYLIO = SAMPLES / "daylio" / "daylio_export_8col_12h_bom.csv"
MEASURE = SAMPLES / "questionnaire" / "two_questions.toml"
WHOLE = SAMPLES / "carelog" / "whole-journal-0003.json"
VCARD = SAMPLES / "vcard" / "google_contacts_v3.vcf"
NOT_COMMANDS = {"error", "help", "journal", "packet"}

build(list(COMMANDS))

ANSWERS = {
    "mood": [["mood", "4", "a", "walk"], ["mood", "1", "--private", "--at", "yesterday"]],
    "note": [["note", "words", "--feel", "tired", "--tag", "work"]],
    "track": [["track", "sleep=7,5"]],
    "feelings": [["feelings"]],
    "tracker add": [["tracker", "add", "steps"], ["tracker", "add", "pain", "--min", "0", "--max", "10"]],
    "tracker edit": [["tracker", "edit", "sleep", "--max", "14"], ["tracker", "edit", "sleep", "--about", "other"]],
    "tracker list": [["tracker", "list", "--all"], ["tracker", "-n", "1"], ["tracker"]],
    "tracker show": [["tracker", "show", "sleep"], ["tracker", "show", "sleep", "-n", "1"]],
    "tracker unarchive": [["tracker", "unarchive", "sleep"]],
    "tracker remove": [["tracker", "remove", "sleep", "--yes"]],
    "tracker sheet": [["tracker", "sheet", "-o", "sheet.md"]],
    "tracker archive": [["tracker", "archive", "sleep"]],
    "log": [["log"], ["log", "-n", "2"], ["log", "last", "week"], ["log", "--search", "nothing like it"]],
    "show": [["show", "last"], ["show", "today"]],
    "on-this-day": [["on-this-day"], ["on-this-day", "-n", "1"]],
    "edit": [["edit", "last", "--mood", "none"]],
    "delete": [["delete", "last", "--yes"]],
    "undo": [["undo"]],
    "crisis": [["crisis"], ["crisis", "--country", "IE"], ["crisis", "--country", "XX", "--text-first"]],
    "sos": [["sos"], ["sos", "--text-first"]],
    "contact add": [["contact", "add", "Mum"], ["contact", "add", "Ada", "--email", "a@example.org", "--crisis", "2"]],
    "contact list": [["contact", "list", "--handles"], ["contact"], ["contact", "--role", "friend", "-n", "1"]],
    "contact show": [["contact", "show", "Sam"]],
    "contact edit": [["contact", "edit", "Sam", "--hours", "daily 18-20", "--zone", "Europe/Paris"]],
    "contact remove": [["contact", "remove", "Sam", "--yes"]],
    "contact away": [["contact", "away", "Sam", "--yes"]],
    "contact back": [["contact", "back"], ["contact", "back", "Robin"]],
    "contact ask": [["contact", "ask", "Sam"], ["contact", "ask", "Sam", "--agreed", "today", "--yes-to", "a call"]],
    "contact snooze": [["contact", "snooze", "Sam", "3w"]],
    "contact import": [["contact", "import", str(VCARD)], ["contact", "import", str(VCARD), "--only", "Ada"]],
    "contact export": [["contact", "export", "-o", "people.vcf", "--with-notes"]],
    "reach": [["reach"], ["reach", "--good-for", "practical", "a", "lift"]],
    "reached": [["reached", "Sam"], ["reached", "Sam", "--helped", "some", "--note", "a walk"]],
    "agenda": [["agenda", "carelog.ics"], ["agenda", "carelog.ics", "--neutral"]],
    "activity plan": [["activity", "plan", "the", "library", "--when", "friday 15:00", "--with", "Sam"]],
    "activity done": [["activity", "done", "visit", "--partly", "--pleasure", "6"]],
    "activity did": [["activity", "did", "carried", "boxes", "--kind", "purpose", "--at", "yesterday"]],
    "activity skip": [["activity", "skip", "visit", "--why", "rain"]],
    "activity show": [["activity", "show", "visit"], ["activity", "show", "tea"]],
    "activity edit": [["activity", "edit", "visit", "the", "zoo", "--when", "off"], ["activity", "edit", "tea"]],
    "activity list": [["activity"], ["activity", "list", "--back"], ["activity", "list", "--last", "30d", "-n", "1"]],
    "activity remove": [["activity", "remove", "last", "--yes"]],
    "helplines list": [
        ["helplines"],
        ["helplines", "list", "--country", "GB,TW,YE,AF"],
        ["helplines", "--for", "young"],
        ["helplines", "Samaritans", "--country", "GB"],
    ],
    "helplines hide": [["helplines", "hide", "Shout", "--country", "GB"]],
    "helplines unhide": [["helplines", "unhide", "Shout"]],
    "helplines checked": [["helplines", "checked", "TelefonSeelsorge", "yesterday"]],
    "sign add": [["sign", "add", "drifting", "--if", "walk not done for 3 days", "--then", "the small version"]],
    "sign list": [["sign"], ["sign", "list", "-n", "1"]],
    "sign past": [["sign", "past", "short"], ["sign", "past", "short", "--last", "30d"]],
    "sign edit": [["sign", "edit", "short", "--if", "sleep below 6 for 1 days"]],
    "sign snooze": [["sign", "snooze", "short", "2w"]],
    "sign remove": [["sign", "remove", "short", "--yes"]],
    "plan list": [["plan"], ["plan", "list", "--handles"]],
    "plan add": [["plan", "add", "people", "call", "Sam", "--with", "Sam"], ["plan", "add", "rea", "the", "dog"]],
    "plan edit": [["plan", "edit", "last", "music", "--place", "1"]],
    "plan remove": [["plan", "remove", "last", "--yes"]],
    "plan review": [["plan", "review"]],
    "plan print": [["plan", "print", "plan.html"]],
    "keep show": [["keep"]],
    "keep add": [["keep", "you", "matter", "--with", "Sam"]],
    "keep edit": [["keep", "edit", "last", "you", "stayed"], ["keep", "edit", "last", "--with", "Ana"]],
    "keep list": [
        ["keep", "list", "--last", "30d", "-n", "1"],
        ["keep", "list", "--from", "2026-01-01", "--to", "2026-12-31"],
    ],
    "keep remove": [["keep", "remove", "last", "--yes"]],
    "goal add": [["goal", "add", "eat with Ana"]],
    "goal list": [["goal"], ["goal", "list", "--all", "-n", "1"]],
    "goal show": [
        ["goal", "show", "sleep", "--last", "30d", "-n", "1"],
        ["goal", "show", "sleep", "--from", "2026-01-01", "--to", "2026-12-31"],
    ],
    "goal rate": [["goal", "rate", "sleep", "4"], ["goal", "rate", "sleep", "5", "--at", "yesterday"]],
    "goal change": [["goal", "change", "sleep", "sleep by eleven"]],
    "goal let-go": [["goal", "let-go", "sleep"]],
    "goal take-up": [["goal", "take-up", "sleep"]],
    "goal remove": [["goal", "remove", "sleep", "--yes"]],
    "routine add": [["routine", "add", "stretch"], ["routine", "add", "swim", "--at", "08:00", "--target", "20"]],
    "routine list": [["routine", "list", "--all", "-n", "1"], ["routine"]],
    "routine show": [["routine", "show", "tablets"]],
    "routine edit": [["routine", "edit", "tablets", "--dose", "75 mg", "--refill-at", "3"]],
    "routine unarchive": [["routine", "unarchive", "walk"]],
    "routine remove": [["routine", "remove", "walk", "--yes"]],
    "routine archive": [["routine", "archive", "walk"]],
    "done": [["done", "walk", "tablets"], ["done", "walk", "--amount", "2,5", "--again"]],
    "skip": [["skip", "walk"]],
    "last": [["last", "walk"], ["last", "tablets"]],
    "pause": [["pause"], ["pause", "2w"]],
    "resume": [["resume"], ["resume"]],
    "today": [["today"], ["today", "yesterday"]],
    "due": [["due"]],
    "week": [["week"], ["week", "2020-01-01"]],
    "streaks": [["streaks"], ["streaks", "walk"], ["streaks", "--last", "12w"]],
    "trends": [["trends"], ["trends", "30d"], ["trends", "--last", "2y", "--instability"]],
    "calendar": [["calendar"], ["calendar", "2020"], ["calendar", "--years", "3"], ["calendar", "--last", "6mo"]],
    "insights": [
        ["insights"],
        ["insights", "--last", "90d", "--people"],
        ["insights", "walk", "--kind", "routine", "--day-after"],
        ["insights", "--never", "sleep"],
    ],
    "appointment add": [["appointment", "add", "tuesday", "14:30", "--with", "Sam", "--every", "1w"]],
    "appointment edit": [["appointment", "edit", "last", "--until", "2027-01-31"]],
    "appointment list": [["appointment"], ["appointment", "list", "-n", "1"]],
    "appointment note": [["appointment", "note", "tea", "--routine"], ["appointment", "note", "rest"]],
    "appointment agreed": [
        ["appointment", "agreed", "--last", "30d", "-n", "1"],
        ["appointment", "agreed", "--from", "2026-01-01", "--to", "2026-12-31"],
    ],
    "appointment remove": [["appointment", "remove", "last", "--yes"]],
    "bring add": [["bring", "the", "nights", "--entry", "last"]],
    "bring edit": [["bring", "edit", "last", "the", "days"], ["bring", "edit", "last", "--entry", "last"]],
    "bring list": [
        ["bring"],
        ["bring", "list", "--all", "--last", "1y", "-n", "1"],
        ["bring", "list", "--from", "2026-01-01", "--to", "2026-12-31"],
    ],
    "bring done": [["bring", "done", "last"]],
    "bring remove": [["bring", "remove", "last", "--yes"]],
    "questionnaire list": [["questionnaire"], ["questionnaire", "list", "-n", "1"]],
    "questionnaire take": [
        ["questionnaire", "take", "phq4", "--again", *["--answer", "1"] * 4],
        ["questionnaire", "take", "gad2", "--language", "de", *["--answer", "1"] * 2],
    ],
    "questionnaire show": [
        ["questionnaire", "show", "phq9", "--last", "30d", "-n", "1"],
        ["questionnaire", "show", "gad2", "--from", "2026-01-01", "--to", "2026-12-31"],
    ],
    "questionnaire remove": [["questionnaire", "remove", "last", "--yes"]],
    "questionnaire add": [["questionnaire", "add", str(MEASURE)]],
    "export": [
        ["export", "--yes", "--last", "4 weeks"],
        ["export", "--yes", "--as", "life-chart", "-o", "chart.md"],
        ["export", "--yes", "--last", "1y", "--format", "json", "--leave-out", "mood", "--say-left-out"],
        ["export", "--yes", "--for", "self", "--format", "json", "-o", "copy.json"],
        ["export", "--yes", "--for", "self", "--by-day", "-o", "diary.zip"],
        ["export", "--yes", "--for", "self", "--by-day", "--to", "2020-01-01"],
        ["export", "--yes", "--from", "2026-11-01", "--format", "csv", "-o", "tables.zip"],
    ],
    "shares": [["shares"], ["shares", "-n", "1"]],
    "import": [
        ["import", str(DAYLIO)],
        ["import", "daylio", str(DAYLIO), "--map", "so-so=3", "--apply"],
        ["import", str(WHOLE), "--apply"],
    ],
    "imports": [["imports"], ["imports", "-n", "1"]],
    "import-undo": [["import-undo", "last", "--yes"]],
    "backup": [["backup", "--output", "elsewhere"], ["backup"]],
    "restore": [["restore"], ["restore", "copy.db", "--yes"]],
    "verify": [
        ["verify"],
        ["verify", "--fix-permissions", "--repair", "saved.db"],
        ["verify", "--of", "copy.db", "--repair", "of.db"],
    ],
    "forget": [["forget", "--yes"]],
    "traces": [["traces"]],
    "erase": [["erase", "--yes"]],
    "lock on": [["lock", "on", "--yes"], ["lock", "on"]],
    "lock status": [["lock"], ["lock", "status"]],
    "lock now": [["lock", "now"]],
    "lock passphrase": [["lock", "passphrase"]],
    "lock recovery": [["lock", "recovery", "--yes"]],
    "lock card": [["lock", "card", "names", "steps"], ["lock", "card", "nothing"]],
    "lock off": [["lock", "off", "--yes"]],
    "start": [["start"]],
    "settings list": [["settings", "list"], ["settings"]],
    "settings get": [["settings", "get", "country"], ["settings", "get", "mood.words"]],
    "settings set": [["settings", "set", "country", "GB,IE"], ["settings", "set", "plain", "on"]],
    "settings preset": [["settings", "preset", "shared-computer", "--yes"]],
    "settings path": [["settings", "path"]],
    "demo": [["demo", "try-it-out", "--years", "1", "--a-day", "1"]],
}
"""Command lines of every command, for a home that has something of every kind."""

NEEDS_LOCK = {"lock now", "lock passphrase", "lock recovery", "lock card", "lock off"}
ASKS_ALWAYS = {"settings edit"}
"""Commands that need a terminal, so that a program gets an error."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that keeps a filled home and a backup, which are copied for each test."""
    return tmp_path_factory.mktemp("template")


@pytest.fixture
def filled_home(say: Say, data: Say, home: Path, template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home with something of every kind, and an early backup of it in the working folder."""
    if not (template / "home").exists():
        fill(say)
        shutil.move(data("backup")["backup"]["path"], template / "copy.db")
        say("pause", "2w")
        say("mood", "2", "now", "--track", "sleep=5")
        shutil.move(home, template / "home")
    shutil.copytree(template / "home", home)
    shutil.copy(template / "copy.db", "copy.db")
    for name in ("CARELOG_PASSPHRASE_COMMAND", "CARELOG_NEW_PASSPHRASE_COMMAND"):
        monkeypatch.setenv(name, "echo four words of mine")


def fill(say: Say) -> None:
    say("settings", "set", "country", "DE")
    say("import", str(DAYLIO), "--map", "so-so=3", "--apply")
    say("contact", "add", "Sam", "--phone", "+44 20 7946 0018", "--good-for", "listening", "--crisis", "1")
    say("contact", "add", "Choir", "--role", "group", "--meets", "Tue 19:00 every week", "--keep-in-touch", "1d")
    say("contact", "add", "Robin")
    say("plan", "add", "people", "call Robin")
    say("contact", "away", "Robin", "--yes")
    say("plan", "add", "alone", "make tea")
    say("keep", "You came back.", "--from-whom", "Sam")
    say("goal", "add", "sleep before midnight")
    say("tracker", "add", "sleep", "--unit", "h")
    say("activity", "did", "tea with Sam", "--kind", "connection", "--pleasure", "7", "--at", "yesterday")
    say("activity", "plan", "visit the museum", "--when", "today", "--expect", "3")
    say("sign", "add", "short nights", "--when", "sleep below 8 on 1 of 3 days", "--then", "no screens after nine")
    say("routine", "add", "walk", "--every", "3/week", "--small", "round the block", "--with-whom", "Sam")
    say("routine", "add", "tablets", "--kind", "medicine", "--at", "08:00", "--dose", "50 mg", "--stock", "4")
    say("appointment", "add", "2026-11-17", "15:00", "--every", "1w", "--with-whom", "Sam")
    say("appointment", "note", "one page of reading")
    say("bring", "the week at work")
    say("questionnaire", "take", "phq9", *["--answer", "1"] * 9)
    say("mood", "3", "last year", "--at", "2025-11-22 12:00")
    say("done", "walk", "--at", "yesterday", "--small")


@pytest.fixture(scope="session")
def schemas() -> Registry[Any]:
    """All schema files, each under its path below docs/schemas."""
    files = {path.relative_to(SCHEMAS).as_posix(): path for path in SCHEMAS.rglob("*.json")}
    resources = {name: Resource.from_contents(json.loads(path.read_text("utf-8"))) for name, path in files.items()}
    return Registry().with_resources(resources.items())


@pytest.fixture
def wrong(schemas: Registry[Any]) -> Callable[[str, Any], list[str]]:
    """`wrong("mood", answer)` returns what in an answer violates the schema of the command."""

    def check(name: str, answer: Any) -> list[str]:
        whole = {"$ref": f"{name.replace(' ', '-')}.json"}
        validator = Draft202012Validator(whole, registry=schemas, format_checker=FormatChecker())
        return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(answer)]

    return check


def test_every_command_has_a_schema_and_every_schema_a_command() -> None:
    kept = {path.stem for path in SCHEMAS.glob("*.json")} - NOT_COMMANDS
    needed = {name.replace(" ", "-") for name in REGISTRY}
    called = {*ANSWERS, *ASKS_ALWAYS}
    wrong = [f"docs/schemas/{name}.json: say what the command answers with --json" for name in needed - kept]
    wrong += [f"docs/schemas/{name}.json: there is no command of that name" for name in kept - needed]
    wrong += [
        f"tests/cli/test_contract.py: say in ANSWERS how programs call {name}" for name in REGISTRY.keys() - called
    ]
    wrong += [f"tests/cli/test_contract.py: take {name} out of ANSWERS" for name in called - REGISTRY.keys()]
    assert not wrong, "\n".join(sorted(wrong))


@pytest.mark.parametrize("path", sorted(SCHEMAS.rglob("*.json")), ids=lambda path: path.stem)
def test_a_schema_is_sound_says_what_it_is_and_lets_keys_be_added(path: Path) -> None:
    schema = json.loads(path.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]
    closed = [each for each in parts_of(schema) if each.get("additionalProperties") is False]
    assert not closed or path.stem == "envelope"
    objects = [each for each in parts_of(schema) if each.get("type") == "object" and "properties" in each]
    assert path.stem in {"settings-get", "settings-set", "packet"} or all("required" in each for each in objects)


@pytest.mark.parametrize(
    "words",
    [["help"], ["help", "discreet"], ["help", "environment"], ["help", "exit-codes"], ["slip"], ["urge"], ["unsafe"]],
)
def test_what_help_says_to_programs_is_what_its_schema_says(carelog: Command, wrong: Say, words: list[str]) -> None:
    answer = carelog(*words, "--json")
    assert (answer.exit_code, wrong("help", answer.json)) == (0, [])


@pytest.mark.usefixtures("filled_home")
@pytest.mark.parametrize("name", ANSWERS)
def test_what_a_command_answers_is_what_its_schema_says_and_nothing_less(
    carelog: Command, wrong: Say, name: str
) -> None:
    if name in NEEDS_LOCK:
        assert carelog("lock", "on", "--yes").exit_code == 0
    for words in ANSWERS[name]:
        result = carelog(*words, "--json")
        assert (result.exit_code, result.stderr) == (0, ""), (words, result)
        answer = result.json
        assert wrong(name, answer) == []
        assert wrong(name, {**answer, "command": "another"})
        assert wrong(name, {key: answer[key] for key in answer if key != "errors"})
        for key in answer["data"]:
            less = {**answer, "data": {other: answer["data"][other] for other in answer["data"] if other != key}}
            assert wrong(name, less), key


def test_an_empty_home_answers_in_the_same_shapes(carelog: Command, wrong: Say) -> None:
    for name in ("log", "today", "due", "week", "on-this-day", "contact list", "routine list", "restore", "crisis"):
        assert wrong(name, carelog(*name.split(), "--json").json) == []


@pytest.mark.parametrize(
    ("words", "number", "code", "command"),
    [
        (["mood", "9"], 2, "usage", "mood"),
        (["mood"], 2, "usage", "mood"),
        (["settings", "edit"], 2, "usage", "settings edit"),
        (["contact", "edit"], 2, "usage", "contact edit"),
        (["contact", "--no-such-option"], 2, "usage", "contact list"),
        (["no such command"], 2, "usage", "no such command"),
        (["contact", "show", "S"], 2, "ambiguous", "contact show"),
        (["show", "abcdef"], 3, "not-found", "show"),
        (["settings", "get", "x"], 3, "not-found", "settings get"),
        (["backup", "file/below"], 4, "storage", "backup"),
        (["import", "nothing.csv"], 6, "refused", "import"),
    ],
)
def test_an_error_has_a_number_a_code_and_the_whole_name_of_the_command(
    carelog: Command, wrong: Say, say: Say, words: list[str], number: int, code: str, command: str
) -> None:
    for name in ("Sam", "Simon"):
        say("contact", "add", name)
    Path("file").write_text("")
    result = carelog(*words, "--json")
    assert (result.exit_code, result.stderr) == (number, "")
    assert wrong("error", result.json) == []
    assert (result.json["command"], result.json["data"]) == (command, {})
    assert [error["code"] for error in result.json["errors"]] == [code]


@pytest.mark.parametrize(
    ("damage", "number", "code"),
    [
        (lambda home: (home / "journal.db").write_bytes(b"garbage" * 1000), 4, "damaged"),
        (lambda home: (home / "settings.toml").write_text("="), 5, "settings"),
        (lambda home: ((home / "settings.toml").unlink(), (home / "settings.toml").mkdir()), 5, "settings"),
    ],
    ids=["journal", "settings", "settings folder"],
)
def test_damage_is_an_error_for_programs_too(
    carelog: Command, wrong: Say, say: Say, home: Path, damage: Callable[[Path], None], number: int, code: str
) -> None:
    say("mood", "4", "a secret")
    damage(home)
    for words in (["mood", "3"], ["log"]):
        result = carelog(*words, "--json")
        assert (result.exit_code, result.json["errors"][0]["code"]) == (number, code)
        assert wrong("error", result.json) == []
        assert "secret" not in result.stdout


def test_an_interrupt_is_an_error_for_programs_too(
    carelog: Command, wrong: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("carelog.journal.collections.entries.Entries.within", interrupted)
    result = carelog("log", "--json")
    assert (result.exit_code, result.json["errors"][0]["code"]) == (130, "interrupted")
    assert wrong("error", result.json) == []
    plain = carelog("log")
    assert (plain.exit_code, plain.stderr) == (130, "Stopped. What was saved before stays.\n")


def test_a_bug_is_reported_without_a_word_of_the_journal(
    carelog: Command, wrong: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong_inside(*_: object, **__: object) -> None:
        raise RuntimeError("a secret")

    monkeypatch.setattr("carelog.journal.collections.entries.Entries.add", wrong_inside)
    results: list[Result] = [carelog("mood", "4", "a secret", *json_too) for json_too in ([], ["--json"])]
    assert [result.exit_code for result in results] == [1, 1]
    assert not any("secret" in result.stdout + result.stderr for result in results)
    assert "RuntimeError" in results[0].stderr
    assert wrong("error", results[1].json) == []


def test_after_two_dashes_json_is_a_word(carelog: Command, data: Say) -> None:
    assert carelog("mood", "4", "--", "--json").stdout.startswith("Noted 4 good")
    assert data("show", "last")["entry"]["note"] == "--json"
    assert carelog("mood", "9", "--", "--json").stdout == ""


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object in a schema, at any depth."""
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from parts_of(inner)
