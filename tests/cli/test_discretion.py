"""Discretion: where others can see the screen, no page shows a word that the journal holds."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from carelog.cli.app import build
from carelog.cli.command import REGISTRY
from carelog.cli.table import COMMANDS
from carelog.domain.sign import Sign
from carelog.journal import Journal
from carelog.journal.storage.masks import _MASKS
from carelog.journal.storage.rows import TABLES
from carelog.paths import Paths
from support.command import Command
from support.journals import fill
from support.source import SAMPLES

Say = Callable[..., Any]
WORD = "zaffre"
NOTHING_CHANGED = "Nothing to change: it is like that already.\n"
AS_IT_IS = {"show", "export", "agenda", "plan print", "contact export", "contact import", "import", "lock card"}
AS_IT_IS |= {"tracker sheet"}

build(list(COMMANDS))

LOOKING = (
    *("feelings", "log", "log --tag zaffre-tag", "log --search note", "on-this-day", "today", "due", "week", "streaks"),
    *(
        "trends --last 4w",
        "calendar",
        "insights",
        "insights --people",
        "insights --never zaffre-tag",
        "reach",
        "reach --good-for listening",
    ),
    *("contact", "contact list", "contact show zaf", "contact ask zaf", "plan", "plan list --handles"),
    *("routine", "routine list --all", "routine show 'zaffre walk'", "last 'zaffre walk'", "tracker", "activity"),
    *(
        "activity list --back",
        "sign",
        "sign past 'zaffre short'",
        "goal",
        "goal show zaf",
        "keep",
        "keep list",
        "appointment",
    ),
    *("tracker list --all", "tracker show 'zaffre hours'", "activity show zaf"),
    *("appointment agreed", "bring", "bring list --all", "questionnaire", "shares", "imports", "helplines", "settings"),
)
CHANGING = (
    *("done 'zaffre walk' --again", "skip 'zaffre walk' --again", "reached zaf", "contact edit zaf --crisis 2"),
    *("contact away zaf --yes", "contact back zaf"),
    *("contact snooze zaf", "edit last --mood 4", "undo", "routine edit 'zaffre pill' --dose 3", "pause", "resume"),
    *("sign snooze 'zaffre short'", "activity done zaf", "bring done last", "tracker archive 'zaffre hours'"),
    "tracker edit 'zaffre hours' --about-night",
    *("mood 1", "appointment edit last --every 2w", "appointment note tea", "plan edit last tea"),
    *("goal rate zaf 4", "goal change zaf zaffre-tea", "goal let-go zaf"),
    *("activity edit zaf tea", "keep edit last tea", "bring edit last tea", "routine unarchive 'zaffre walk'"),
    *("tracker unarchive 'zaffre hours'", "tracker remove 'zaffre hours' --yes", "routine remove 'zaffre walk' --yes"),
    *("keep remove last --yes", "delete last --yes", "contact remove zaf --yes", "bring remove last --yes"),
)
LET_ALONE = {
    *("crisis", "sos", "backup", "restore", "erase", "forget", "traces", "demo", "verify", "import-undo"),
    *("start", "settings get", "settings set", "settings edit", "settings path", "settings preset"),
    *("helplines hide", "helplines unhide", "helplines checked"),
    *("activity skip", "activity remove", "appointment remove", "plan remove", "plan review", "routine archive"),
    *("questionnaire remove", "sign edit", "sign remove", "goal remove", "goal take-up"),
}
"""What is not tried: it says nothing of what is stored, or no more than another command that is."""


@pytest.fixture
def filled(home: Path, now: Callable[[str], None]) -> Path:
    """A home in which every field for words has the same word."""
    now("2026-11-22T21:30:00+01:00")
    with Journal.open(Paths.inside(home)) as journal:
        fill(journal, WORD)
        rule = f'"{WORD} hours" above 1 on 1 of 3 days'
        journal.signs.insert(Sign(journal.signs.new_id(), f"{WORD} short", rule, f"{WORD} rest"))
        [share] = journal.shares
        journal.shares.edit(replace(share, sections=("mood",)))
        [run] = journal.imports
        journal.imports.edit(replace(run, counts={"entries": 1}))
        for mood in (1, 3, 5):
            journal.entries.add(mood, f"{WORD}", tags=[f"{WORD}-tag"], feelings=[f"{WORD} calm"])
    (home / "settings.toml").write_text(
        f'name = "{WORD}"\nstreaks = true\ncountry = ["GB"]\n[mood]\nwords = ["{WORD} a", "b", "c", "d", "e"]\n'
    )
    return home


def split(line: str) -> list[str]:
    import shlex

    return shlex.split(line)


def test_every_column_that_a_delete_blanks_has_a_mask_or_holds_no_words() -> None:
    without_words = {
        "entries": {"mood", "readings", "import_id"},  # numbers, by the ids of trackers
        "imports": {"sha256", "counts", "first", "last"},
        "trackers": {"minimum", "maximum", "about", "cover", "import_id"},
        "contacts": {
            "good_for",
            "crisis_order",
            "agreed_on",
            "keep_in_touch",
            "snoozed",
            "cover",
            "not_on_card",
            "away",
        },
        "routines": {"stock", "contact_id", "terms", "cover", "import_id"},
        "ticks": {"amount", "planned", "again", "import_id"},
        "plan_steps": {"contact_id", "not_on_card", "away_with"},
        "kind_words": {"away_with"},
        "reached": {"contact_id", "helped"},
        "activities": {"contact_id", "expected", "pleasure", "mastery", "closeness", "away_with"},
        "helpline_marks": {"name"},  # one of the built-in lines
        "appointments": {"contact_id"},
        "agreements": {"appointment_id", "routine_id"},
        "topics": {"entry_id"},
        "answered": {"answers", "difficulty", "language"},
        "goal_ratings": {"value"},
        "signs": {"holds", "cover", "away_with"},
        "shares": {"sections", "sha256"},
    }
    left = [
        f"src/carelog/journal/storage/masks.py: add a mask for {column} of {table.name}, or that it has no words"
        for table in TABLES
        for column in table.blank
        if column not in {*_MASKS.get(table.name, {}), *without_words.get(table.name, set())}
    ]
    assert not left, "\n".join(left)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("line", LOOKING)
def test_no_page_shows_a_stored_word(carelog: Command, line: str) -> None:
    words = split(line)
    shown = carelog(*words, env={"COLUMNS": "100"})
    assert shown.exit_code == 0, shown
    for result in (
        carelog("--discreet", *words),
        carelog(*words, "--discreet"),
        carelog(*words, "--discreet", "--plain"),
        carelog(*words, "--discreet", "--json"),
    ):
        assert result.exit_code == shown.exit_code, result
        assert WORD not in (result.stdout + result.stderr).lower()
        assert (result.stdout or result.stderr).strip()
    drawn = carelog(*words, "--discreet").stdout
    assert not [letter for letter in drawn if 0x2500 <= ord(letter) <= 0x28FF], "a picture"


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("line", CHANGING)
def test_a_change_is_answered_without_a_stored_word(carelog: Command, say: Say, line: str) -> None:
    say("settings", "set", "discreet", "on")
    result = carelog(*split(line))
    assert result.exit_code in (0, 3), result
    assert WORD not in (result.stdout + result.stderr).lower()
    if result.exit_code == 0:
        assert result.stdout in ("Done.\n", NOTHING_CHANGED)


def test_these_commands_alone_show_stored_words_where_others_can_see_the_screen() -> None:
    assert {each.name for each in REGISTRY.values() if each.discretion == "as it is"} == AS_IT_IS


@pytest.mark.usefixtures("filled")
def test_every_command_is_looked_at_or_let_alone() -> None:
    tried = [split(line) for line in (*LOOKING, *CHANGING)]
    tried_names = {name for name in REGISTRY if any(words[: len(name.split())] == name.split() for words in tried)}
    groups = {name for name in REGISTRY if name.endswith((" list", " show")) and [name.split()[0]] in tried}
    untold = set(REGISTRY) - tried_names - groups - AS_IT_IS
    adding = {name for name in untold if name.split()[-1] in ("add", "plan", "did", "take", "note", "track")}
    not_tried = {name for name in untold - adding if not name.startswith("lock ")}
    wrong = [f"add a line of {name} to LOOKING or CHANGING, or {name} to LET_ALONE" for name in not_tried - LET_ALONE]
    wrong += [f"take {name} out of LET_ALONE" for name in LET_ALONE - not_tried]
    assert not wrong, "\n".join(f"tests/cli/test_discretion.py: {each}" for each in sorted(wrong))


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "line", ["keep remove last", "contact remove zaf", "plan remove last", "bring remove last", "activity remove last"]
)
def test_a_question_does_not_name_what_it_is_about(terminal: Say, say: Say, line: str) -> None:
    say("settings", "set", "discreet", "on")
    person = terminal(*split(line))
    person.expect("Go on? [y/N]:")
    person.type("n")
    code, screen = person.finish()
    assert (code, WORD in screen) == (0, False)


@pytest.mark.usefixtures("filled")
def test_one_entry_is_shown_with_its_words_when_it_is_asked_for(say: Say) -> None:
    say("settings", "set", "discreet", "on")
    assert WORD in say("show", "last").stdout
    assert WORD not in say("log").stdout
    assert WORD in say("log", "--no-discreet").stdout
    assert WORD in say("--no-discreet", "log").stdout


@pytest.mark.usefixtures("filled")
def test_what_is_handed_over_is_whole(say: Say, isolated: Path) -> None:
    say("settings", "set", "discreet", "on")
    say("contact", "export", str(isolated / "people.vcf"))
    assert WORD in (isolated / "people.vcf").read_text()
    say("plan", "print", str(isolated / "plan.html"))
    assert WORD in (isolated / "plan.html").read_text()
    assert WORD in say("export", "--yes", "-o", "-").stdout


@pytest.mark.usefixtures("filled")
def test_nothing_that_stands_in_for_words_is_ever_written(carelog: Command, say: Say, data: Say, home: Path) -> None:
    before = data("log")["entries"], data("contact", "list")["contacts"], (home / "card.txt").read_bytes()
    say("settings", "set", "discreet", "on")
    for line in LOOKING:
        assert carelog(*split(line)).exit_code == 0
    say("settings", "set", "discreet", "off")
    assert (data("log")["entries"], data("contact", "list")["contacts"], (home / "card.txt").read_bytes()) == before


@pytest.mark.usefixtures("filled")
def test_a_thing_has_the_same_number_on_every_page(data: Say, say: Say) -> None:
    [medicine] = [each["name"] for each in data("routine", "list", "--discreet")["routines"]]
    assert medicine in say("today", "--discreet").stdout
    say("routine", "archive", "routine 1" if medicine == "routine 2" else "routine 2", "--discreet")
    assert [each["name"] for each in data("routine", "list", "--discreet")["routines"]] == [medicine]


@pytest.mark.usefixtures("filled")
def test_things_can_be_named_by_the_number_that_pages_show(data: Say, refusal: Say) -> None:
    later = {"CARELOG_NOW": "2026-11-22T21:45:00+01:00"}
    called = data("routine", "show", f"{WORD} walk", "--discreet")["routine"]["name"]
    data("done", called, "--again", "--discreet", env=later)
    assert data("last", f"{WORD} walk", env=later)["tick"]["at"] == "2026-11-22T21:45:00+01:00"
    assert data("contact", "show", "person", "1", "--discreet")["contact"]["name"] == "person 1"
    refusal(3, "done", called, "--again")
    refusal(3, "contact", "show", "person 2", "--discreet")
    refusal(3, "contact", "show", "person 1")


@pytest.mark.parametrize("words", ["list", "show heaviness"])
def test_what_a_scale_measures_does_not_stand_beside_its_cover(carelog: Command, data: Say, words: str) -> None:
    data("tracker", "add", "heaviness", "--about", "cycle", "--cover", "morning notes")
    shown = carelog("tracker", *words.split(), "--discreet").stdout
    assert "morning notes" in shown
    assert "cycle" not in shown
    assert "cycle" in carelog("tracker", *words.split()).stdout


@pytest.mark.usefixtures("filled")
def test_the_crisis_card_and_what_is_noted_are_untouched(say: Say, data: Say) -> None:
    say("settings", "set", "discreet", "on")
    assert WORD in say("crisis", "--all").stdout
    say("mood", "4", "words of my own")
    say("settings", "set", "discreet", "off")
    assert data("show", "last")["entry"]["note"] == "words of my own"


def test_a_mistake_and_a_no_are_not_answered_as_done(carelog: Command, say: Say, terminal: Say) -> None:
    say("settings", "set", "discreet", "on")
    say("note", "x")
    person = terminal("delete", "last")
    person.expect("[y/N]:")
    person.type("n")
    code, screen = person.finish()
    assert (code, "Nothing was changed." in screen, "Done" in screen) == (0, True, False)
    result = carelog("done", "walk")
    assert (result.exit_code, "walk" in result.stderr) == (3, True)


@pytest.mark.usefixtures("filled")
def test_a_reading_is_asked_for_by_the_number_of_its_scale(terminal: Say, say: Say, data: Say) -> None:
    say("settings", "set", "discreet", "on")
    person = terminal("track")
    person.expect("scale 1: ")
    person.type("many")
    person.expect("scale 1: ")
    person.type("7")
    code, screen = person.finish()
    assert (code, WORD in screen) == (0, False)
    readings = [each["readings"] for each in data("log", "--no-discreet")["entries"]]
    assert {f"{WORD} hours": 7} in readings


@pytest.mark.usefixtures("filled")
def test_a_questionnaire_of_ones_own_is_in_no_list_and_can_be_taken(
    say: Say, data: Say, refusal: Say, isolated: Path
) -> None:
    text = (SAMPLES / "questionnaire" / "two_questions.toml").read_text("utf-8")
    own = isolated / "own.toml"
    own.write_text(text.replace("two-questions", f"{WORD}-two"), "utf-8")
    say("settings", "set", "discreet", "on")
    assert say("questionnaire", "add", str(own)).stdout == "Done.\n"
    listed = data("questionnaire", "list", "--no-discreet")["questionnaires"]
    assert listed[-1]["id"] == f"{WORD}-two"
    assert WORD not in str(data("questionnaire", "list"))
    assert WORD not in refusal(3, "questionnaire", "show", "nothing")
    say("questionnaire", "take", f"{WORD}-two", "--answer", "1", "--answer", "1")
    assert len(data("questionnaire", "show", f"{WORD}-two", "--no-discreet")["questionnaire"]["scores"]) == 1
