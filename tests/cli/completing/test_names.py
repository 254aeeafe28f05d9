"""Names of the journal are offered without Typer, and are those that Typer would have offered."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carelog import __main__ as start
from carelog.cli.completing.names import asked_for
from carelog.cli.completing.offered import _OFFERS
from support.command import Result, in_process
from support.source import SOURCE

TABLE = (SOURCE / "data" / "completion" / "names.txt").read_text("utf-8").splitlines()
COMMANDS = {name: parts.split("\t") for name, _, parts in (line.partition("\t") for line in TABLE)}
BEGUN = ["", "w", "S", "zz"]
VALUES = ["walk", "sleep=3", "Sam", "last", "4", "2h", "x y"]


def named() -> Iterator[str]:
    """A line for each place and option of each command at which a name is offered, without the name."""
    for name, parts in COMMANDS.items():
        places = [part for part in parts if "=" not in part and not part.removeprefix("+").startswith("-")]
        for number, place in enumerate(places):
            if "@" in place:
                yield " ".join([name, *["a"] * number])
        for option in parts:
            forms, _, value = option.removeprefix("+").partition("=")
            if value.startswith("@"):
                yield f"{name} {forms.split('/')[0]}"


@pytest.fixture
def filled(data: Any) -> None:
    for name in ("walk", "write", "été", "wait"):
        data("routine", "add", name)
    data("routine", "archive", "wait")
    for name in ("sleep", "slump"):
        data("tracker", "add", name)
    data("tracker", "archive", "slump")
    for name in ("Sam", "Sally O'Hara", "$(touch x)"):
        data("contact", "add", name)
    data("mood", "3", "--feel", "wobbly", "--tag", "river", "--track", "sleep=7")
    for name in ("sleep early", "see: more"):
        data("goal", "add", name)
    data("goal", "let-go", "see: more")
    data("activity", "plan", "sort seeds")
    data("sign", "add", "short nights", "--if", "sleep below 5 on 3 of 5 days", "--then", "call Sam")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("line", [*named()])
def test_each_place_for_a_name_is_answered_without_typer_and_as_typer_does(line: str) -> None:
    for begun in BEGUN:
        assert asked_for([*line.split(), begun], TABLE)[0] in _OFFERS
        assert answered("bash", f"carelog {line} {begun}") == by_typer("bash", f"carelog {line} {begun}")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("line", ["done ", "insights ", "mood 4 --feel=ti", "contact show ", "goal show s"])
@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_every_shell_is_told_the_same_without_typer(shell: str, line: str) -> None:
    assert answered(shell, f"carelog {line}") == by_typer(shell, f"carelog {line}")
    assert answered(shell, f"carelog {line}").stdout


@pytest.mark.parametrize("begun", ["", "c", "import", "help", "zz", "--", "D"])
def test_bash_is_told_the_commands_that_typer_would_name(begun: str) -> None:
    told, by = (sorted(each("bash", f"carelog {begun}").stdout.splitlines()) for each in (answered, by_typer))
    assert told == by


@st.composite
def lines(draw: st.DrawFn) -> str:
    """A command of the table, then words that may belong to it or not, and the last word as far as it is begun."""
    name = draw(st.sampled_from(sorted(COMMANDS)))
    forms = [form for part in COMMANDS[name] if "-" in part for form in part.strip("+").partition("=")[0].split("/")]
    options = [form for form in forms if form.startswith("-")]
    valued = st.builds("{}={}".format, st.sampled_from(options), st.sampled_from([*BEGUN, *VALUES[:3], "="]))
    odd = st.sampled_from(["--", "-", "-2h", "-x", "--no-such", "=", "help", "rm", "-h", "--from-whom", "''"])
    words = st.sampled_from(options) | valued | st.sampled_from(["walk", "Sam", "last", "4"]) | odd
    last = st.sampled_from(BEGUN) | valued | st.sampled_from(["'S", '"s', "=", "--", "-", "a,w", "--fe"])
    return " ".join(["carelog", name, *draw(st.lists(words, max_size=4)), draw(last)])


@pytest.mark.usefixtures("filled")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(line=lines())
def test_any_line_is_answered_as_typer_does(line: str) -> None:
    assert answered("bash", line) == by_typer("bash", line)


@pytest.mark.parametrize(
    "words",
    [
        ["done"],
        ["contact", "sh"],
        ["contact show", ""],
        ["keep", "add", "a word", "--with", ""],
        ["done", "--amount", ""],
        ["done", "--amount", "2", "--amount", "3", ""],
        ["done", "--small=yes", ""],
        ["done", "--no-such", ""],
        ["done", "--", ""],
        ["done", "--at", "--again", ""],
        ["goal", "rate", "sleep", ""],
        ["mood", "4", "--fe"],
        ["mood", "4", ""],
        [],
    ],
)
def test_what_the_table_does_not_say_is_left_to_typer(words: list[str]) -> None:
    assert asked_for(words, TABLE) == ("", "")


def test_a_damaged_table_or_none_leaves_all_to_typer(
    data: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data("routine", "add", "walk")
    for content in (b"", b"done\n", b"\xff", b"done\t@no such key\n"):
        (tmp_path / "names.txt").write_bytes(content)
        monkeypatch.setattr("carelog.cli.completing.names._TABLE", tmp_path / "names.txt")
        assert answered("bash", "carelog done w") == Result(0, "walk\n", "")
    (tmp_path / "names.txt").unlink()
    assert answered("bash", "carelog done w") == Result(0, "walk\n", "")


def by_typer(shell: str, line: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(start, "_is_answered", lambda _words: False)
        return answered(shell, line)


def answered(shell: str, line: str) -> Result:
    *before, last = line.split(" ")
    asked = {
        "bash": {"_CARELOG_LINE": line, "_CARELOG_WORD": last},
        "zsh": {"_CARELOG_WORDS": "\x1f".join([*before, last])},
        "fish": {"_CARELOG_WORDS": "\x1f".join(before), "_CARELOG_WORD": last},
    }
    return in_process(env={"_CARELOG_COMPLETE": f"complete_{shell}", **asked[shell]})
