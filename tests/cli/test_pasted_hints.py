"""A next step can be pasted: what an answer says to type parses as it stands, with names that a shell would split."""

import re
import shlex
from collections.abc import Callable, Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import typer

from carelog.cli.earlier_words import with_one_name
from carelog.cli.groups import with_command_named
from carelog.cli.table import COMMANDS
from support.command import Command
from support.program import COMMANDS_BY_NAME, meant_by
from support.source import SAMPLES

Say = Callable[..., Any]

PERSON, ROUTINE, SCALE, SIGN, GOAL = "Anna Maria O'Neil", "slow walk; up", "back & neck", "short nights", "be $HOME"
DAYLIO = SAMPLES / "daylio" / "daylio_export_8col_12h_bom.csv"
LOOP = min((SAMPLES / "loop").glob("*.db"))
VCARD = SAMPLES / "vcard" / "google_contacts_v3.vcf"

CHANGING = (
    ["mood", "1", "a hard day"],
    ["mood", "4", "--track", f"{SCALE}=3"],
    ["mood", "4", "--track", "nothing=3"],
    ["note", "relapse", "again"],
    ["note", "words", "--private"],
    ["track", f"{SCALE}=2"],
    ["edit", "last", "new words"],
    ["edit", "last", "--mood", "2"],
    ["edit", "last"],
    ["delete", "last", "--yes"],
    ["delete", "abcdef", "--yes"],
    ["undo"],
    ["undo"],
    ["tracker", "add", "two words", "--min", "0", "--max", "10"],
    ["tracker", "add", SCALE],
    ["tracker", "edit", SCALE, "--max", "9"],
    ["tracker", "archive", SCALE],
    ["contact", "add", PERSON],
    ["contact", "add", "Bo Li"],
    ["contact", "add", "Jo An", "--phone", "030 5550101", "--crisis", "1"],
    ["contact", "edit", PERSON, "--phone", "12"],
    ["contact", "edit", PERSON, "--crisis", "2"],
    ["contact", "show", "A"],
    ["contact", "ask", PERSON],
    ["contact", "ask", PERSON, "--agreed", "today", "--yes-to", "a call"],
    ["contact", "snooze", PERSON],
    ["contact", "away", PERSON, "--yes"],
    ["contact", "edit", PERSON, "--crisis", "2"],
    ["contact", "back", PERSON],
    ["contact", "remove", PERSON],
    ["contact", "remove", "Bo Li", "--yes"],
    ["contact", "import", str(VCARD)],
    ["contact", "import", str(VCARD), "--only", "1"],
    ["contact", "import", str(VCARD), "--all", "--yes"],
    ["contact", "export", "people.vcf"],
    ["contact", "export", "people.vcf"],
    ["reach", "--good-for", "practical"],
    ["reach", PERSON],
    ["reached", PERSON],
    ["plan", "add", "people", "call her", "--with", PERSON],
    ["plan", "add", "alone", "tea"],
    ["plan", "edit", "last", "a bath"],
    ["plan", "edit", "last"],
    ["plan", "remove", "last"],
    ["plan", "review"],
    ["plan", "print", "plan.html"],
    ["plan", "print", "page.html", "--with", PERSON],
    ["keep", "you came back", "--with", PERSON],
    ["keep", "remove", "last"],
    ["keep", "remove", "last", "--yes"],
    ["sign", "add", "quiet days", "--if", "no entry for 4 days", "--then", "a line"],
    ["sign", "add", "x", "--if", "back hurts", "--then", "rest"],
    ["sign", "edit", SIGN, "--then", "rest"],
    ["sign", "past", SIGN],
    ["sign", "snooze", SIGN],
    ["sign", "remove", SIGN, "--yes"],
    ["routine", "add", "two words", "--time", "08:00", "--time", "20:00"],
    ["routine", "add", "my tablets", "--kind", "medicine", "--time", "08:00", "--dose", "50 mg", "--stock", "1"],
    ["routine", "edit", ROUTINE, "--every", "3/week"],
    ["routine", "edit", ROUTINE, "--dose", "5 mg"],
    ["routine", "edit", ROUTINE, "--time", "08:00", "--time", "20:00"],
    ["routine", "show", ROUTINE],
    ["done", ROUTINE],
    ["done", ROUTINE],
    ["done", "my tablets"],
    ["done", "my tablets", "--again"],
    ["done", "my tablets", "--again"],
    ["done", ROUTINE, "my tablets", "--amount", "2"],
    ["done", "nothing of the kind"],
    ["skip", "my tablets"],
    ["skip", "two words"],
    ["last", ROUTINE],
    ["last", "two words"],
    ["routine", "archive", ROUTINE],
    ["pause"],
    ["pause", "2w"],
    ["resume"],
    ["activity", "plan", "the big library", "--when", "tomorrow 15:00", "--with", PERSON],
    ["activity", "did", "boxes"],
    ["activity", "done", "the big library", "--pleasure", "6"],
    ["activity", "done", "the big library"],
    ["activity", "skip", "nothing"],
    ["activity", "remove", "last"],
    ["activity", "remove", "last", "--yes"],
    ["agenda", "a.ics"],
    ["goal", "add", "two words"],
    ["goal", "rate", GOAL, "4"],
    ["goal", "rate", "4"],
    ["goal", "change", GOAL, "new words"],
    ["goal", "let-go", "new words"],
    ["goal", "remove", "two words", "--yes"],
    ["appointment", "add", "tuesday", "14:30", "--with", PERSON],
    ["appointment", "add", "tuesday", "14:30", "--with", "Nobody Here"],
    ["appointment", "edit", "last", "--every", "1w"],
    ["appointment", "note", "tea", "--routine"],
    ["appointment", "remove", "last", "--yes"],
    ["bring", "the nights"],
    ["bring", "done", "last"],
    ["bring", "done"],
    ["bring", "remove", "last", "--yes"],
    ["questionnaire", "take", "phq9", *["--answer", "2"] * 9],
    ["questionnaire", "take", "phq9", *["--answer", "2"] * 9],
    ["questionnaire", "take", "phq9", "--answer", "2"],
    ["questionnaire", "show", "phq9"],
    ["questionnaire", "show", "nothing"],
    ["questionnaire", "remove", "last", "--yes"],
    ["export", "--yes", "--format", "md", "-o", "page.md", "--with", PERSON],
    ["export", "--yes", "--format", "md", "-o", "page.md"],
    ["export", "ally", "--yes", "--format", "md", "-o", "ally.md"],
    ["export", "--as", "life-chart", "--yes", "-o", "chart.md"],
    ["tracker", "sheet", "-o", "sheet.md"],
    ["import", str(DAYLIO)],
    ["import", str(DAYLIO), "--map", "so-so=3"],
    ["import", str(DAYLIO), "--map", "so-so=3", "--apply"],
    ["import", str(VCARD)],
    ["import", str(LOOP)],
    ["import", str(LOOP), "--apply"],
    ["import", "undo", "last", "--yes"],
    ["import", "no such.csv"],
    ["backup"],
    ["restore", "nothing.db"],
    ["verify"],
    ["forget"],
    ["forget", "--yes"],
    ["traces"],
    ["settings", "set", "country", "GB"],
    ["settings", "set", "country", "XX"],
    ["settings", "set", "no_such", "on"],
    ["settings", "preset", "shared_computer"],
    ["helplines", "hide", "Samaritans"],
    ["helplines", "hide", "Nobody At All"],
    ["helplines", "checked", "Samaritans"],
    ["insights", "--never", SCALE],
    ["insights", "nothing at all"],
    ["start"],
    ["lock", "status"],
    ["log", "4"],
    ["log", "sun"],
    ["feelings"],
    ["today"],
)
"""What changes something, or is refused, in an order in which most of it is possible."""
ONLY_THE_PERSON_KNOWS = {
    "contact edit 'Bo Li' --phone NUMBER --crisis 1",
    "mood 3 --feel WORD",
    "routine add NAME --kind medicine",
}
"""The command lines with something in capitals in place of what carelog cannot know."""
WORD = r"(?:'[^']*'|\"[^\"]*\"|[^\s“”'\"()…;,.:]|[.:,;](?=[^\s”“)\n]))+"
COMMAND = re.compile(rf"\bcarelog((?: {WORD})+)")
PROSE = frozenset(
    ["and", "or", "says", "shows", "lists", "then", "tells", "saves", "names", "has", "works", "is", "takes", "does"]
)


@pytest.fixture
def awkward(say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal whose names a shell would split, expand or take for its own signs."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "400")
    say("contact", "add", PERSON, "--phone", "030 5550102")
    say("routine", "add", ROUTINE)
    say("tracker", "add", SCALE)
    say("sign", "add", SIGN, "--if", f"{SCALE} above 2 on 1 of 3 days", "--then", "rest")
    say("goal", "add", GOAL)


def hints_in(text: str) -> Iterator[str]:
    """The command lines that a text names, without what follows them in its sentence, and without “carelog knows …”."""
    for found in COMMAND.finditer(text):
        words = list(takewhile(lambda word: word not in PROSE, re.findall(WORD, found[1])))
        if words and (words[0] in COMMANDS or text[: found.start()].endswith(("“", ": "))):
            yield " ".join(words)


def problem_with(hint: str) -> str:
    """Why a command line would not be understood as it is pasted; empty where it would."""
    try:
        words = with_one_name(shlex.split(hint))
    except ValueError as torn:
        return str(torn)
    words = with_command_named(words[0], words, words)
    name = next((each for each in (" ".join(words[:2]), words[0]) if each in COMMANDS_BY_NAME), "")
    if not name or "--help" in words:
        return "" if meant_by(words) else "no such command"
    try:
        COMMANDS_BY_NAME[name].make_context(name, words[len(name.split()) :])
    except typer.TyperException as refused:
        return str(refused.format_message())
    return ""


@pytest.mark.usefixtures("awkward")
def test_every_command_line_that_an_answer_names_can_be_pasted(carelog: Command) -> None:
    wrong, seen = [], set()
    for words in CHANGING:
        answer = carelog(*words)
        for hint in hints_in(answer.stdout + answer.stderr):
            seen.add(hint)
            problem = problem_with(hint)
            if re.search(r"\b[A-Z]{3,}\b", hint.replace("$HOME", "")) and hint not in ONLY_THE_PERSON_KNOWS:
                problem = problem or "something in capitals, which carelog may know"
            wrong += [f"{shlex.join(words)}: carelog {hint}: {problem}"] if problem else []
    assert {"resume", "undo", f"contact back {shlex.quote(PERSON)}", f"reached {shlex.quote(PERSON)}"} <= seen
    assert not wrong, "\n".join(dict.fromkeys(wrong))
