r"""Pages on the alternate screen of a terminal, and Ctrl-\, which ends carelog at once."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Terminal
from support.tmux import tmux

Say = Callable[..., Any]
Start = Callable[..., Terminal]
WORD = "quillwort"
ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
AT_ONCE = f"{LEAVE}\x1b[2J\x1b[3J\x1b[H\x1b]2;\x07"


@pytest.fixture(autouse=True)
def _noted(say: Say) -> None:
    say("mood", "4", WORD)
    say("contact", "add", "Sam", "--phone", "+44 20 7946 0018", "--crisis", "1")
    say("settings", "set", "own_screen", "on")


@pytest.mark.parametrize("key", ["q", "\r", "\x03", "\x1b"], ids=["q", "Enter", "Ctrl-C", "Escape"])
@pytest.mark.parametrize("words", [["log"], ["today"], ["show", "last"]], ids=" ".join)
def test_a_page_has_its_own_screen_and_leaves_nothing(terminal: Start, words: list[str], key: str) -> None:
    person = terminal(*words)
    person.expect("leaves")
    code, screen = person.leave(key)
    before, _, after = screen.partition(ENTER)
    assert (code, WORD in before) == (0, False)
    assert WORD in after.partition(LEAVE)[0]
    assert after.partition(LEAVE)[2].strip() == ""


def test_what_stays_in_the_scrollback_of_a_terminal_is_nothing_of_the_page(isolated: Path, say: Say) -> None:
    for number in range(40):
        say("note", f"{WORD} {number}")
    with tmux(isolated, "log", "-n", "41", columns=80, rows=24) as window:
        window.screen(until="goes on")
        window.type("Space")
        window.screen(until="nothing stays")
        window.type("b")
        window.screen(until="goes on")
        window.type("Enter", "Enter", "Enter")
        window.screen(until="left")
        assert WORD not in window.run("capture-pane", "-p", "-S", "-")


def test_ctrl_backslash_leaves_a_page_at_once_and_clears_window_scrollback_and_title(terminal: Start) -> None:
    person = terminal("log")
    person.expect("leaves")
    code, screen = person.leave("\x1c")
    assert code == 130
    assert screen.endswith(AT_ONCE)


@pytest.mark.parametrize(
    ("words", "waits_for"),
    [(["mood"], "How is it right now"), (["delete", "last"], "[y/N]:"), (["routine", "add"], "What is it called")],
    ids=["asking", "confirming", "adding"],
)
def test_ctrl_backslash_leaves_a_question_at_once(terminal: Start, data: Say, words: list[str], waits_for: str) -> None:
    before = data("log")["entries"]
    person = terminal(*words)
    person.expect(waits_for)
    code, screen = person.leave("\x1c")
    assert (code, screen.endswith(AT_ONCE)) == (130, True)
    assert data("log")["entries"] == before


def test_ctrl_backslash_in_tmux_takes_what_was_printed_out_of_the_scrollback(isolated: Path, say: Say) -> None:
    say("settings", "set", "own_screen", "off")
    for number in range(40):
        say("note", f"{WORD} {number}")
    printed = f"log -n 40; '{sys.executable}' -m carelog mood"
    with tmux(isolated, printed, columns=80, rows=24) as window:
        window.screen(until="How is it right now")
        assert WORD in window.run("capture-pane", "-p", "-S", "-")
        window.type("C-\\")
        window.screen(until="left")
        assert WORD not in window.run("capture-pane", "-p", "-S", "-")


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (["log", "--plain"], {}),
        (["log"], {"CARELOG_PLAIN": "1"}),
        (["log"], {"TERM": "dumb"}),
        (["log", "--json"], {}),
        (["crisis"], {}),
        (["plan"], {}),
        (["reach"], {}),
        (["helplines"], {}),
        (["mood", "3"], {}),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else "",
)
def test_plain_pages_json_and_pages_for_a_bad_hour_stay_on_the_terminal(
    terminal: Start, words: list[str], env: dict[str, str]
) -> None:
    code, screen = terminal(*words, env=env).finish()
    assert (code, ENTER in screen) == (0, False)


STAY = "Pages now stay in the window like any program's. To have them vanish again: carelog settings set own_screen on"


@pytest.fixture
def as_by_default(say: Say) -> None:
    """own_screen was never set."""
    say("settings", "set", "own_screen", "")


@pytest.fixture
def from_before(say: Say, home: Path) -> Path:
    """The settings of a journal from before pages stayed in the window by default."""
    say("settings", "set", "own_screen", "")
    settings = home / "settings.toml"
    settings.write_text(settings.read_text("utf-8").replace("own_screen = true", "").replace("[told]", ""), "utf-8")
    assert "own_screen" not in settings.read_text("utf-8")
    return settings


@pytest.mark.usefixtures("as_by_default")
@pytest.mark.parametrize("words", [["log"], ["today"], ["show", "last"], []], ids=" ".join)
def test_by_default_pages_stay_in_the_window_and_nothing_is_said_about_it(terminal: Start, words: list[str]) -> None:
    code, screen = terminal(*words).finish()
    assert (code, WORD in screen, ENTER in screen, STAY in " ".join(screen.split())) == (0, True, False, False)


@pytest.mark.usefixtures("as_by_default")
def test_on_a_shared_computer_pages_vanish_unless_the_person_said_that_they_stay(terminal: Start, say: Say) -> None:
    say("settings", "set", "shared_computer", "on")
    person = terminal("log")
    person.expect("leaves")
    assert ENTER in person.leave("q")[1]
    say("settings", "set", "own_screen", "off")
    assert ENTER not in terminal("log").finish()[1]


def test_a_journal_from_before_has_one_more_page_that_vanishes_which_says_that_pages_stay(
    terminal: Start, from_before: Path
) -> None:
    person = terminal("log", columns=120)
    person.expect("leaves")
    code, screen = person.leave("q")
    before, _, after = screen.partition(ENTER)
    page, _, left = after.partition(LEAVE)
    assert (code, WORD in before, left.strip()) == (0, False, "")
    assert page.index(WORD) < page.index(STAY)
    assert "own_screen = true" in from_before.read_text("utf-8").partition("[told]")[2]
    code, screen = terminal("log").finish()
    assert (code, WORD in screen, ENTER in screen, STAY in " ".join(screen.split())) == (0, True, False, False)


@pytest.mark.parametrize(
    ("key", "value"), [("own_screen", "on"), ("own_screen", "off"), ("shared_computer", "on"), ("plain", "on")]
)
@pytest.mark.usefixtures("from_before")
def test_who_chose_or_has_plain_pages_is_not_told(terminal: Start, say: Say, key: str, value: str) -> None:
    say("settings", "set", key, value)
    assert STAY not in " ".join(terminal("log").leave("q")[1].split())


@pytest.mark.usefixtures("from_before")
def test_a_pipe_and_a_program_are_not_told(carelog: Command) -> None:
    assert STAY not in carelog("log").stdout + carelog("log").stderr + carelog("log", "--json").stdout


@pytest.mark.usefixtures("as_by_default")
def test_the_value_in_force_is_told_with_where_it_comes_from(say: Say, data: Say) -> None:
    follows = "It follows shared_computer. To have pages vanish: carelog settings set own_screen on\n"
    assert say("settings", "get", "own_screen").stdout == f"off\n{follows}"
    assert data("settings", "get", "own_screen") == {"own_screen": False}
    say("settings", "set", "shared_computer", "on")
    assert say("settings", "get", "own_screen").stdout == f"on\n{follows}"
    say("settings", "set", "own_screen", "off")
    assert say("settings", "get", "own_screen").stdout == (
        "off\nYou set it. To let it follow shared_computer: carelog settings set own_screen ''\n"
    )
    assert data("settings", "get", "own_screen") == {"own_screen": False}


@pytest.mark.usefixtures("as_by_default")
def test_the_preview_of_a_page_still_vanishes_by_default(terminal: Start) -> None:
    person = terminal("export", "-o", "page.html", rows=200)
    person.expect("q stops")
    assert ENTER in person.leave("q")[1]


def test_it_can_be_switched_off_and_a_pipe_never_has_one(terminal: Start, carelog: Command, say: Say) -> None:
    assert "\x1b" not in carelog("log", env={"TERM": "xterm"}).stdout
    say("settings", "set", "own_screen", "off")
    code, screen = terminal("log").finish()
    assert (code, WORD in screen, ENTER in screen) == (0, True, False)


def test_one_entry_shown_on_a_discreet_screen_has_its_own_too(terminal: Start, say: Say) -> None:
    say("settings", "set", "discreet", "on")
    person = terminal("show", "last")
    person.expect(WORD)
    code, screen = person.leave("q")
    assert (code, ENTER in screen) == (0, True)
    code, screen = terminal("log").finish()
    assert (code, WORD in screen, ENTER in screen) == (0, False, False)


def test_a_window_that_changes_its_size_is_drawn_anew(isolated: Path) -> None:
    with tmux(isolated, "today", columns=100, rows=24) as window:
        window.screen(until="leaves")
        window.run("resize-window", "-x", "60", "-y", "10")
        window.screen(until="goes on|leaves")
        window.type("q")
        window.screen(until="left")


def test_what_is_to_leave_is_read_to_its_end_on_its_own_screen_and_struck_there(isolated: Path, say: Say) -> None:
    for number in range(30):
        say("bring", f"{WORD} {number}")
    say("bring", "the day with Robin")
    with tmux(isolated, "export --format md -o page.md", columns=80, rows=24) as window:
        window.screen(until="goes on")
        window.type("Enter")
        window.screen(until="goes on")
        window.type("Space", "Space", "Space", "s")
        window.screen(
            until=r"What to strike: a section, an entry’s handle, a name or word\. Enter strikes\s+nothing, q stops"
        )
        window.type("robin", "Enter")
        window.screen(until=r"A page for a therapist, 26 October to 22 November 2026\. This is all that goes on\s+it:")
        window.type("Space", "Space", "Space", "Space")
        window.screen(until="q stops, s strikes more, u takes the last one back, Enter writes it to page.md")
        window.type("Enter")
        window.screen(until="left")
        kept = window.run("capture-pane", "-p", "-S", "-")
    assert (WORD in kept, "robin" in kept.lower(), "Written to page.md" in kept) == (False, False, True)
    [page] = isolated.rglob("page.md")
    assert (WORD in page.read_text("utf-8"), "Robin" in page.read_text("utf-8")) == (True, False)


@pytest.mark.parametrize("key", ["q", "\x03", "\x1b"], ids=["q", "Ctrl-C", "Escape"])
def test_what_is_to_leave_stays_when_its_screen_is_left(terminal: Start, isolated: Path, key: str) -> None:
    person = terminal("export", "-o", "page.html", rows=200)
    person.expect("q stops")
    code, screen = person.leave(key)
    assert (code, "Nothing was written." in screen.rpartition(LEAVE)[2]) == (0, True)
    assert not list(isolated.rglob("page.html"))
