"""What TAB offers, and what it never does."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from carelog.cli.app import build
from carelog.cli.command import REGISTRY
from carelog.cli.completing.offered import _OFFERS
from carelog.cli.table import COMMANDS, TOPICS
from support.command import Command

Say = Callable[..., Any]


@pytest.fixture
def completed(carelog_process: Command) -> Callable[[str], list[str]]:
    """`completed("carelog do")`: what bash is offered for the last word."""

    def ask(line: str, code: int = 0) -> list[str]:
        env = {
            "_CARELOG_COMPLETE": "complete_bash",
            "_CARELOG_LINE": line,
            "_CARELOG_WORD": line.rsplit(" ", maxsplit=1)[-1],
        }
        result = carelog_process(env=env)
        assert (result.exit_code, result.stderr) == (code, "")
        return result.stdout.splitlines()

    return ask


@pytest.fixture
def filled(data: Say) -> None:
    for name in ("walk", "write", "wait"):
        data("routine", "add", name)
    data("routine", "archive", "wait")
    data("tracker", "add", "sleep")
    data("tracker", "add", "slump")
    data("tracker", "archive", "slump")
    data("contact", "add", "Sam")
    data("contact", "add", "Sally")
    data("contact", "remove", "Sally", "--yes")
    data("mood", "3", "--feel", "wobbly", "--tag", "river")
    data("mood", "3", "--feel", "weird", "--tag", "rage", "--private")
    data("goal", "add", "sleep early")
    data("activity", "plan", "sort seeds")
    data("note", "walked all day")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("carelog done w", ["walk", "write"]),
        ("carelog done walk w", ["walk", "write"]),
        ("carelog skip W", ["walk", "write"]),
        ("carelog routine edit wa", ["walk"]),
        ("carelog track s", ["sleep="]),
        ("carelog mood 3 --track s", ["sleep="]),
        ("carelog tracker archive s", ["sleep"]),
        ("carelog tracker unarchive s", ["slump"]),
        ("carelog routine unarchive w", ["wait"]),
        ("carelog --plain routine unarchive w", ["wait"]),
        ("carelog contact show s", ["Sam"]),
        ("carelog contact away s", ["Sam"]),
        ("carelog routine add x --with s", ["Sam"]),
        ("carelog routine add x --with-whom s", ["Sam"]),
        ("carelog keep a kind word --from-whom s", ["Sam"]),
        ("carelog routine add x --with-", []),
        ("carelog import undo la", ["last"]),
        ("carelog mood 3 --feel w", ["wobbly", "worried"]),
        ("carelog mood 3 --feel tired,wo", ["tired\\,wobbly", "tired\\,worried"]),
        ("carelog mood 3 --feel=wob", ["wobbly"]),
        ("carelog mood 3 --tag r", ["river"]),
        ("carelog log --tag r", ["river"]),
        ("carelog goal show s", ["sleep\\ early"]),
        ("carelog activity done s", ["sort\\ seeds"]),
        ("carelog settings set theme ", ["auto", "dark", "light"]),
        ("carelog settings set discreet ", ["on", "off"]),
        ("carelog settings get day", ["day_starts_at"]),
        ("carelog settings set helplines.for al", ["alcohol"]),
        ("carelog plan add re", ["reasons"]),
        ("carelog export t", ["therapist"]),
        ("carelog export --for al", ["ally"]),
        ("carelog export --format m", ["md"]),
        ("carelog export --leave-out sym", []),
        ("carelog contact edit Sam --role fr", ["friend"]),
        ("carelog help contact a", ["add", "ask", "away"]),
        ("carelog help sett", ["settings"]),
        ("carelog helplines --for al", ["alcohol"]),
        ("carelog keep it --wi", ["--with"]),
        ("carelog helplines hi", ["hide"]),
        ("carelog keep a kind word --with s", ["Sam"]),
        ("carelog bring the nights", []),
        ("carelog 4 walked --feel wob", ["wobbly"]),
        ("carelog 4 --fe", ["--feel"]),
        ("carelog good: walked --tag r", ["river"]),
        ("carelog settings set country ", []),
        ("carelog settings set languages ", []),
        ("carelog tracker sheet --format h", ["html"]),
        ("carelog export --paper l", ["letter"]),
        ("carelog export --as l", ["life-chart"]),
        ("carelog note w", []),
        ("carelog help", ["help", "helplines"]),
        ("carelog help contact disc", []),
        ("carelog reach s", ["Sam"]),
        ("carelog insights --never wob", ["wobbly"]),
        ("carelog helplines --country IE", ["IE"]),
        ("carelog crisis --country IE", ["IE"]),
        ("carelog lock card hou", ["hours"]),
        ("carelog sui", []),
        ("carelog pan", []),
    ],
)
def test_what_is_offered_fits_what_was_begun(
    completed: Callable[[str], list[str]], line: str, offered: list[str]
) -> None:
    assert sorted(each.replace("\\,", ",") for each in completed(line)) == sorted(
        each.replace("\\,", ",") for each in offered
    )


def test_behind_help_its_topics_are_offered_too(completed: Callable[[str], list[str]]) -> None:
    assert set(completed("carelog help ")) > {"mood", "contact", *TOPICS}


def test_what_is_offered_is_offered_for_parameters_that_there_are() -> None:
    build(list(COMMANDS))
    parameters = {name: list(inspect.signature(command.body).parameters) for name, command in REGISTRY.items()}
    everywhere = {f":{each}" for names in parameters.values() for each in names}
    known = everywhere | {f"{name}:{each}" for name, names in parameters.items() for each in names}
    assert not set(_OFFERS) - known


@pytest.mark.usefixtures("filled")
def test_the_handles_of_the_newest_entries_are_offered(completed: Callable[[str], list[str]], data: Say) -> None:
    handles = [entry["handle"] for entry in data("log")["entries"]]
    for command in ("show", "edit", "delete"):
        assert completed(f"carelog {command} ") == ["last", *reversed(handles)]


@pytest.mark.parametrize(
    "line",
    [
        "restore ", "agenda ", "export -o ", "backup ", "export --output ", "lock on --sheet ", "verify --of ",
        "verify --repair ", "tracker sheet --output ", "tracker sheet -o ", "agenda --neutral ", "restore --yes ",
        "import ", "plan print ", "demo ",
    ],
)  # fmt: skip
def test_where_a_file_is_named_the_shell_offers_files(completed: Callable[..., list[str]], line: str) -> None:
    assert completed(f"carelog {line}", 3) == []


@pytest.mark.parametrize("line", ["lock on ", "lock recovery ", "verify ", "export --strike ", "note ", "reach "])
def test_where_no_file_is_named_the_shell_offers_none(completed: Callable[..., list[str]], line: str) -> None:
    assert completed(f"carelog {line}") == []


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("setting", ["discreet", "shared_computer"])
def test_nothing_of_the_journal_is_offered_where_others_may_see_it(
    completed: Callable[[str], list[str]], data: Say, setting: str
) -> None:
    data("settings", "set", setting, "on")
    for line in ("done ", "contact show ", "track ", "mood 3 --tag ", "show ", "goal show ", "activity done "):
        assert completed(f"carelog {line}") == [], line
    assert "wobbly" not in completed("carelog mood 3 --feel w")
    assert completed("carelog don") == ["done"]


@pytest.mark.usefixtures("filled")
def test_nothing_of_a_locked_journal_is_offered_and_nobody_is_asked(
    completed: Callable[[str], list[str]], carelog: Command
) -> None:
    assert (
        carelog("lock", "on", "--yes", env={"CARELOG_PASSPHRASE_COMMAND": "echo seven uncommon words"}).exit_code == 0
    )
    assert completed("carelog done ") == completed("carelog show ") == []
    assert completed("carelog don") == ["done"]


def test_an_empty_home_stays_empty(completed: Callable[[str], list[str]], home: Any) -> None:
    assert completed("carelog done ") == completed("carelog contact show ") == []
    assert not (home / "journal.db").exists()


def test_the_script_of_an_earlier_carelog_is_offered_no_name(data: Say, carelog_process: Command) -> None:
    data("routine", "add", "$(touch x)")
    for shell in ("bash", "zsh", "fish"):
        old = {"_CARELOG_COMPLETE": f"complete_{shell}", "COMP_WORDS": "carelog done ", "COMP_CWORD": "2"}
        old |= {"_TYPER_COMPLETE_ARGS": "carelog done ", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
        assert "touch" not in carelog_process(env=old).stdout


def test_a_shell_that_is_not_known_is_answered_in_words(refusal: Say) -> None:
    for option in ("--show-completion", "--install-completion"):
        said = refusal(2, option, "tcsh")
        assert said == f"carelog completes in bash, zsh and fish. For one of them: carelog {option} bash"


def test_without_a_shell_among_its_parents_carelog_says_what_to_write(
    refusal: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("carelog.cli.completing.scripts._parent", lambda: "")
    said = refusal(2, "--show-completion")
    assert said == (
        "carelog cannot see which shell you use. Name it: carelog --show-completion bash, and so for zsh and fish."
    )


def test_the_name_of_somebody_who_was_put_away_is_offered_nowhere(
    completed: Callable[[str], list[str]], data: Say
) -> None:
    data("contact", "add", "Maya")
    data("mood", "3", "--tag", "maya", "--tag", "map")
    assert completed("carelog log --tag ma") == ["map", "maya"]
    assert completed("carelog contact show ma") == ["Maya"]
    data("contact", "away", "Maya", "--yes")
    assert completed("carelog log --tag ma") == ["map"]
    assert completed("carelog contact show ma") == []
