"""Covers: what others may read in the place of a name, and what they may not even count."""

import re
import shlex
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.wording.topics import TOPICS
from support.command import Command, Terminal
from support.locks import PASSPHRASE, SCRIPT

Say = Callable[..., Any]
Start = Callable[..., Terminal]
DRAFT = "Hi, I am having a hard time. Do you have a moment to talk?"
PAGES = ("today", "week", "streaks", "due", "routine", "tracker", "contact", "sign", "reach", "plan", "insights")


@pytest.fixture(autouse=True)
def a_life(say: Say, now: Callable[[str], None]) -> None:
    """Somebody, a routine, a scale and a sign with a cover, and one of each without."""
    now("2026-11-22T21:30:00+01:00")
    say("settings", "set", "country", "GB")
    say("contact", "add", "Maya", "--phone", "020 7946 0018", "--crisis", "1", "--cover", "Pottery class")
    say("contact", "add", "Robin", "--phone", "020 7946 0019", "--crisis", "2", "--note", "knows all")
    say("plan", "add", "people", "call Maya, any hour", "--contact", "Maya")
    say("plan", "add", "alone", "write to Maya in the blue book")
    say("plan", "add", "safer", "the bag is at Robin’s", "--not-on-card")
    say("routine", "add", "methadone", "--kind", "medicine", "--dose", "one")
    say("routine", "add", "meeting", "--cover", "errand")
    say("routine", "add", "trauma diary")
    say("tracker", "add", "urges", "--max", "10", "--cover", "stretching")
    say("tracker", "add", "nightmares")
    urging = ("--when", "urges above 1 on 1 of 3 days", "--then", "call Maya")
    say("sign", "add", "going numb", *urging, "--cover", "tired")
    say("sign", "add", "not eating", "--when", "no entry for 3 days", "--then", "soup")
    say("note", "a day", "--track", "urges=5", "--track", "nightmares=1")


def wallet_of(page: str) -> str:
    """The card to fold on a printed plan."""
    return page[page.index("Cut along the line and fold once.") :]


def test_pages_call_things_by_their_covers_and_leave_out_what_has_none(say: Say, data: Say) -> None:
    say("settings", "set", "discreet", "on")
    assert [each["name"] for each in data("contact")["contacts"]] == ["Pottery class"]
    called = sorted(each["name"] for each in data("routine")["routines"])
    assert called[0] == "errand"
    assert [re.fullmatch(r"routine \d", each) is not None for each in called[1:]] == [True]
    assert [each["name"] for each in data("tracker")["trackers"]] == ["stretching"]
    assert [(each["text"], each["when"]) for each in data("sign")["signs"]] == [
        ("tired", "stretching above 1 on 1 of 3 days")
    ]
    assert say("today").stdout.count("routine") == 1
    assert "errand" in say("today").stdout


def test_no_page_says_that_something_is_hidden_or_how_to_see_it(say: Say) -> None:
    said = "".join(say(*line.split(), "--discreet").stdout for line in PAGES).lower()
    for word in (
        "discreet",
        "hidden",
        "mask",
        "not shown",
        "cover",
        "nobody is here",
        "to watch something",
        "a sign is",
    ):
        assert word not in said
    for word in ("maya", "robin", "methadone", "trauma", "urges", "nightmares", "going numb"):
        assert word not in said


def test_a_list_of_which_nothing_is_left_does_not_say_that_there_is_nothing(say: Say, empty: Say) -> None:
    for line, name in (("contact", "Maya"), ("tracker", "urges"), ("sign", "going numb")):
        say(line, "edit", name, "--cover", "")
        assert empty(line, "--discreet") == "Nothing to show here.\n"
    say("routine", "archive", "methadone")
    say("routine", "edit", "meeting", "--cover", "")
    assert empty("routine", "--discreet") == "Nothing to show here.\n"
    assert say("streaks", "--discreet").stdout == "Nothing to show here.\n"


def test_what_is_typed_may_be_a_cover(say: Say, data: Say) -> None:
    say("done", "errand", "--discreet")
    assert data("last", "meeting")["tick"]["state"] == "done"
    say("track", "stretching=2", "--discreet")
    assert {"urges": 2} in [each["readings"] for each in data("log")["entries"]]
    assert data("reached", "pottery")["reached"]["contact"] == data("contact", "show", "Maya")["contact"]["id"]
    assert data("sign", "snooze", "tired")["sign"]["text"] == "going numb"


@pytest.mark.parametrize(
    ("cover", "line"),
    [
        ("Errand", "routine edit trauma"),
        ("meeting", "routine add x"),
        ("maya", "contact edit Robin"),
        ("urges", "tracker edit nightmares"),
        ("tired", "sign edit 'not eating'"),
    ],
)
def test_a_cover_is_nobody_elses_name_or_cover(refusal: Say, cover: str, line: str) -> None:
    told = refusal(2, *shlex.split(line), "--cover", cover)
    assert told == f"“{cover}” is what something else is called already. Choose other words, to tell them apart."


def test_a_name_is_nobody_elses_cover_and_may_be_like_ones_own(refusal: Say, say: Say) -> None:
    assert "already" in refusal(2, "routine", "add", "errand")
    say("routine", "edit", "meeting", "--cover", "meeting time")


def test_someone_is_proposed_by_the_cover_and_the_draft_names_nobody(data: Say, say: Say) -> None:
    found = data("reach", "--discreet")
    assert (found["contact"]["name"], found["message"]) == ("Pottery class", DRAFT)
    assert [way["value"] for way in found["contact"]["ways"]] == ["020 7946 0018"]
    said = say("contact", "ask", "Pottery class", "--discreet").stdout
    assert "Hi, on bad days it would help me to be able to call you." in said
    assert "Hi Maya, I am having a hard time." in data("reach")["message"]


def test_the_plan_names_who_has_a_cover_and_numbers_the_rest(say: Say) -> None:
    said = say("plan", "--discreet").stdout
    assert "Pottery class" in said
    assert len(set(re.findall(r"step \d", said))) == 2
    assert "020 7946 0018" not in said or "Maya" not in said


def test_the_plan_has_its_steps_in_order_and_no_heading_that_says_what_they_are_for(say: Say) -> None:
    """A step that was added first may stand last; its number is its place on the page, and is said once."""
    say("plan", "add", "signs", "I sleep at odd hours")
    say("plan", "remove", "last", "--yes")
    say("plan", "add", "signs", "the kitchen is left")
    assert say("plan", "--discreet").stdout.splitlines()[1:] == ["step 1.", "step 2.", "Pottery class.", "step 4."]
    assert "What I can do by myself" in say("plan").stdout


def test_kind_words_are_left_out_whole(say: Say, data: Say, empty: Say) -> None:
    say("keep", "Come by.", "--from-whom", "Robin")
    for line in (["keep"], ["keep", "list"]):
        assert empty(*line, "--discreet") == "Nothing to show here.\n"
    assert data("keep", "list", "--discreet") == {"kind_words": []}
    assert "Come by." in say("keep").stdout


def test_the_card_calls_people_by_their_covers_while_discretion_is_on(say: Say, home: Path) -> None:
    card = home / "card.txt"
    assert "Maya" in card.read_text("utf-8")
    say("settings", "set", "discreet", "on")
    kept = card.read_text("utf-8")
    assert "Maya" not in kept
    assert "person\t1\tPottery class" in kept
    assert "020 7946 0018" in kept
    assert "write to Pottery class in the blue book" in kept
    assert "Pottery class" in say("crisis", "--all").stdout
    assert "cover" not in kept
    say("settings", "set", "discreet", "off")
    assert "Maya" in card.read_text("utf-8")
    assert stat.S_IMODE(card.stat().st_mode) == 0o600


def test_what_is_kept_off_the_card_is_on_neither_card(say: Say, data: Say, home: Path) -> None:
    say("keep", "Come by.", "--from-whom", "Robin")
    say("contact", "edit", "Robin", "--not-on-card")
    say("contact", "add", "Ada", "--crisis", "3", "--not-on-card")
    say("plan", "add", "alone", "breathe", "--on-card")
    say("plan", "print", "plan.html")
    page = Path("plan.html").read_text("utf-8")
    for said in ((home / "card.txt").read_text("utf-8"), say("crisis", "--all").stdout, wallet_of(page)):
        assert "bag" not in said
        assert "Robin" not in said
        assert "Ada" not in said
        assert "breathe" in said
    assert "the bag is at Robin" in page
    assert data("plan", "list")["plan"]["safer"][0]["not_on_card"] is True
    step = data("plan", "list")["plan"]["safer"][0]["handle"]
    say("contact", "edit", "Robin", "--on-card")
    say("plan", "edit", step, "--on-card")
    assert "bag" in (home / "card.txt").read_text("utf-8")
    say("plan", "edit", step, "--not-on-card")
    assert "bag" not in (home / "card.txt").read_text("utf-8")
    say("contact", "add", "Eve", "--crisis", "4", "--on-card")
    assert "Eve" in (home / "card.txt").read_text("utf-8")


def test_a_lost_card_is_made_again_without_what_is_kept_off_it(carelog: Command, say: Say, home: Path) -> None:
    say("contact", "edit", "Robin", "--not-on-card")
    say("contact", "away", "Maya", "--yes")
    (home / "card.txt").write_text("lost")
    said = carelog("crisis", "--all").stdout
    assert "Robin" not in said
    assert "Maya" not in said
    assert "bag" not in said


def test_a_lock_asks_whose_wish_it_is_to_see_the_words(say: Say, carelog: Command) -> None:
    say("lock", "on", "--yes", env=SCRIPT | {"CARELOG_NEW_PASSPHRASE_COMMAND": f"echo {PASSPHRASE}"})
    say("settings", "set", "discreet", "on", env=SCRIPT)
    refused = carelog("contact", "--no-discreet", env={"CARELOG_PASSPHRASE_COMMAND": ""})
    assert refused.exit_code != 0
    assert "Maya" not in refused.stdout
    assert "Maya" in say("contact", "--no-discreet", env=SCRIPT).stdout


def test_an_editor_turns_discretion_off_in_a_locked_journal_for_a_passphrase_alone(
    say: Say, terminal: Start, tmp_path: Path
) -> None:
    say("lock", "on", "--yes", env=SCRIPT | {"CARELOG_NEW_PASSPHRASE_COMMAND": f"echo {PASSPHRASE}"})
    say("settings", "set", "discreet", "on", env=SCRIPT)
    editor = tmp_path / "editor"
    opened = tmp_path / "opened"
    editor.write_text(f'#!/bin/sh\ntouch {opened}\necho "discreet = false" > "$1"\n')
    editor.chmod(0o700)
    for typed, after in ((("wrong", "wrong", "wrong"), "on"), ((PASSPHRASE,), "off")):
        person = terminal("settings", "edit", env={"EDITOR": str(editor)})
        for answer in typed:
            person.expect("Passphrase, or recovery code (nothing is shown while you type)")
            assert opened.exists()
            person.type(answer)
        code, _ = person.finish()
        assert (code == 0) == (after == "off")
        assert say("settings", "get", "discreet", env=SCRIPT).stdout == f"{after}\n"


def test_where_all_that_is_due_is_left_out_nothing_says_that_nothing_is_due(say: Say, empty: Say) -> None:
    say("routine", "archive", "methadone")
    say("routine", "edit", "meeting", "--cover", "")
    assert "trauma diary" in say("due").stdout
    assert empty("due", "--discreet") == "Nothing to show here.\n"


def test_a_week_and_a_day_of_which_all_is_left_out_are_not_called_empty(say: Say, home: Path) -> None:
    for each in home.iterdir():
        each.unlink() if each.is_file() else shutil.rmtree(each)
    say("routine", "add", "trauma diary")
    say("done", "trauma diary")
    assert say("week", "--discreet").stdout.splitlines()[1:] == ["Nothing to show here."]
    assert say("today", "--discreet").stdout.splitlines()[1:] == [
        "Today: nothing here yet. To note how it is: carelog mood"
    ]


def test_a_name_that_is_not_there_does_not_say_that_nobody_is(refusal: Say, say: Say) -> None:
    say("contact", "edit", "Maya", "--cover", "")
    told = "There is no contact called “Ada”. “carelog contact list” shows what there is."
    assert refusal(3, "contact", "show", "Ada", "--discreet") == told


@pytest.mark.parametrize(
    ("kept", "page", "called"),
    [
        ("mood 4 --feel tense", "today", "feeling"),
        ("mood 4 --tag garden", "today", "tag"),
        ("activity plan tea", "activity list", "activity"),
        ("goal add tea", "goal", "goal"),
        ("appointment note tea", "appointment agreed", "agreement"),
        ("bring tea", "bring", "topic"),
        ("plan add alone tea", "plan", "step"),
        ("routine add tablets --kind medicine", "routine list", "routine"),
    ],
)
def test_what_has_a_number_in_place_of_its_words_and_stays(
    kept: str, page: str, called: str, carelog: Say, say: Say
) -> None:
    before = carelog(*page.split(), "--discreet").stdout
    say(*kept.split())
    shown = say(*page.split(), "--discreet").stdout
    assert len(re.findall(rf"\b{called} \d", shown)) == len(re.findall(rf"\b{called} \d", before)) + 1


def test_help_has_the_way_back_and_says_what_a_cover_is(say: Say) -> None:
    cover = (
        "A cover is what others may read instead. Choose something true enough to say out loud if you are asked. "
        "It hides words, not that there is a journal."
    )
    way_back = "The way back, for every page: carelog settings set discreet off"
    left_out = (
        "Notes are hidden, moods have neutral words, and pages are said in sentences, without pictures. People, "
        "routines, scales and signs are called by their cover. Those without one are left out. A medicine without one "
        "stays and has a number, and so do feelings, tags, activities, goals, what you agreed or want to bring, and "
        "the steps of your plan."
    )
    assert way_back in TOPICS["discreet"]["text"]
    assert left_out in TOPICS["discreet"]["text"]
    assert cover in TOPICS["discreet"]["text"]
    for line in ("contact add", "contact edit", "routine add", "routine edit", "tracker add", "sign edit"):
        assert cover in " ".join(say(*line.split(), "--help", env={"CARELOG_PLAIN": "1"}).stdout.split())
