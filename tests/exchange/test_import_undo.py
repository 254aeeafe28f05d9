"""`imports` and `import-undo`: imports are listed, undone and repeated."""

from collections.abc import Callable
from pathlib import Path

import pytest

from support.command import Command, Terminal
from support.daylio import DAYLIO
from support.source import SAMPLES

FRENCH = str(DAYLIO / "daylio_export_french.csv")

pytestmark = pytest.mark.usefixtures("home", "now")


def test_an_import_is_listed_taken_back_and_imported_again(carelog: Command) -> None:
    assert "Nothing was imported yet. Try: carelog import FILE" in carelog("imports").stderr
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


def test_a_look_at_habits_says_how_often_they_come_round_and_a_reading_what_it_is(carelog: Command) -> None:
    loop = next((SAMPLES / "loop").glob("*.db"))
    shown = carelog("import", str(loop)).stdout
    assert "3 routines in the file: 3 new" in shown
    assert "Sleep, daily, 7 hours" in shown
    assert "Exercise, any kind, 3/week" in shown
    shown = carelog("import", str(SAMPLES / "trackandgraph" / "export.csv")).stdout
    assert "2025-03-09 07:00  Sleep 7.5" in shown


def test_a_damaged_backup_says_that_it_is_damaged(carelog: Command, tmp_path: Path) -> None:
    loop = next((SAMPLES / "loop").glob("*.db")).read_bytes()
    zipped = next(DAYLIO.glob("*.daylio")).read_bytes()
    for number, content in enumerate((loop[:300], loop[:5000], zipped[:300])):
        file = tmp_path / str(number)
        file.write_bytes(content)
        result = carelog("import", str(file))
        assert result.exit_code == 6
        assert "damaged" in result.stderr
        assert len(result.stderr.splitlines()) == 1
