"""imports and import-undo: what was taken in, and how it goes again."""

from collections.abc import Callable

import pytest

from support.command import Command, Terminal
from support.daylio import SAMPLES

FRENCH = str(SAMPLES / "daylio_export_french.csv")

pytestmark = pytest.mark.usefixtures("home", "now")


def test_an_import_is_listed_taken_back_and_imported_again(carelog: Command) -> None:
    assert "Nothing was imported yet" in carelog("imports").stdout
    first = carelog("import", FRENCH, "--apply", "--json").json["data"]
    [run] = carelog("imports", "--json").json["data"]["imports"]
    assert (run["handle"], run["source"], run["counts"]) == (first["import"], "daylio", {"entries": 2})
    assert "2 entries" in carelog("imports").stdout
    gone = carelog("import-undo", run["handle"], "--yes")
    assert "Taken back: 2 entries." in gone.stdout
    assert carelog("log", "--json").json["data"]["entries"] == []
    assert carelog("imports", "--json").json["data"]["imports"] == []
    assert carelog("import", FRENCH, "--apply", "--json").json["data"]["new"] == 2


def test_what_was_edited_since_stays_and_is_counted(carelog: Command) -> None:
    carelog("import", FRENCH, "--apply")
    handle = carelog("log", "--json").json["data"]["entries"][0]["handle"]
    carelog("edit", handle, "my own words")
    data = carelog("import-undo", "last", "--yes", "--json").json["data"]
    assert (data["removed"], data["kept"]) == ({"entries": 1}, 1)
    assert [each["note"] for each in carelog("log", "--json").json["data"]["entries"]] == ["my own words"]


def test_it_asks_first_and_no_leaves_all_as_it_is(terminal: Callable[..., Terminal], carelog: Command) -> None:
    carelog("import", FRENCH, "--apply")
    asked = terminal("import-undo", "last")
    asked.expect("Take back what came from daylio (2 entries)?")
    asked.type("n")
    code, screen = asked.finish()
    assert code == 0
    assert "Nothing was taken back." in screen
    assert len(carelog("log", "--json").json["data"]["entries"]) == 2


@pytest.mark.parametrize("words", [["last"], ["abcdef"]])
def test_an_import_that_is_not_there_is_said(words: list[str], carelog: Command) -> None:
    result = carelog("import-undo", *words, "--yes")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 1
