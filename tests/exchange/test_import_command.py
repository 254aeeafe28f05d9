import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.exchange.readers.formats import FORMATS
from carelog.journal.storage.rows import as_json
from support.command import Command, Terminal
from support.daylio import DAYLIO, SAMPLE_FILES, written

CLASSIC = str(DAYLIO / "daylio_export_8col_12h_bom.csv")
SCALES = str(DAYLIO / "daylio_export_9col_scales_24h.csv")
FRENCH = str(DAYLIO / "daylio_export_french.csv")

pytestmark = pytest.mark.usefixtures("home", "now")


def kept(carelog: Command) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = carelog("log", "--json").json["data"]["entries"]
    return entries


def export(rows: list[dict[str, str]], name: str = "export.csv") -> str:
    Path(name).write_bytes(written(rows))
    return name


@pytest.mark.parametrize("sample", SAMPLE_FILES, ids=lambda path: path.stem)
def test_looking_at_a_file_writes_nothing(sample: Path, carelog: Command, home: Path) -> None:
    result = carelog("import", str(sample))
    assert result.exit_code == 0
    assert "Nothing was written. Add --apply to take this in." in result.stdout
    assert not home.exists()


def test_a_look_at_a_file_that_came_in_before_offers_nothing_to_take_in(carelog: Command) -> None:
    assert carelog("import", SCALES, "--map", "tired=2", "--apply").exit_code == 0
    said = "Everything in this file was in your journal already. Nothing was changed.\n"
    assert carelog("import", SCALES).stdout.endswith(said)
    assert carelog("import", SCALES, "--apply").stdout.endswith(said)


def test_a_file_without_entries_is_not_said_to_be_in_the_journal(carelog: Command) -> None:
    Path("empty.csv").write_text("full_date,date,weekday,time,mood,activities,note_title,note\n")
    for look in (carelog("import", "empty.csv"), carelog("import", "empty.csv", "--apply")):
        assert look.stdout == "No entry was found in the file.\n\nNothing was written.\n"


def test_several_files_are_imported_one_at_a_time(carelog: Command) -> None:
    said = (
        'Give one file or folder at a time. A name with spaces goes in quotes, such as: carelog import "my file.csv"\n'
    )
    for words in ([SCALES, SCALES], ["Loop", "Habits", "Backup.db"]):
        refused = carelog("import", *words)
        assert (refused.exit_code, refused.stderr) == (2, said)


def test_a_folder_that_is_not_recognised_is_called_a_folder(carelog: Command) -> None:
    Path("phone").mkdir()
    Path("phone", "list.csv").write_text("one,two\n")
    refused = carelog("import", "phone")
    assert (refused.exit_code, refused.stderr) == (
        6,
        "carelog does not recognise what is in the folder phone. Give the file that the other app exported.\n",
    )


def test_help_names_every_format(carelog: Command) -> None:
    said = " ".join(carelog("import", "--help", "--plain").stdout.split())
    named = (
        "loop, daylio, dayfiles, jrnl, dayone, pixels, emoods, bearable, nomie, howwefeel, trackandgraph, journey, "
        "diarium, minidiary, tickmate, dailyyou, csv"
    )
    assert f"Its format is recognised; to name it: {named}." in said
    assert named.split(", ") == [each.name for each in FORMATS]


def test_a_look_says_what_there_is_and_what_is_needed(carelog: Command) -> None:
    shown = carelog("import", SCALES).stdout
    assert "3 entries in the file: 3 new, 0 in your journal already." in shown
    assert "10 April 2026 to 12 April 2026." in shown
    assert "Sleep Quality, 0 to 10 points" in shown
    assert "--map tired=NUMBER   1 entry" in shown
    assert "2026-04-12 21:30  good  Better First line." in shown


def test_taking_in_needs_every_mood_placed_and_then_takes_all_of_it(carelog: Command, home: Path) -> None:
    refused = carelog("import", "daylio", SCALES, "--apply")
    assert refused.exit_code == 6
    assert (
        "Nothing was written, because these moods have no number yet: “tired” (1). "
        "Give each one from 1 to 5: --map tired=NUMBER"
    ) in refused.stderr
    assert not home.exists()
    assert carelog("import", "daylio", SCALES, "--map", "Tired=2", "--apply").exit_code == 0
    assert [(each["mood"], each["feelings"]) for each in kept(carelog)] == [(2, []), (2, ["tired"]), (4, [])]
    assert kept(carelog)[1]["readings"] == {"Sleep Quality": 3, "Sleep Time": 4.5}


def test_a_mood_once_placed_is_remembered(carelog: Command) -> None:
    assert carelog("import", SCALES, "--map", "tired=2", "--apply").exit_code == 0
    again = carelog("import", export([{"mood": "TIRED"}]), "--apply")
    assert again.exit_code == 0
    assert [each["mood"] for each in kept(carelog) if each["feelings"]] == [2, 2]


def test_a_second_run_adds_nothing_and_leaves_what_was_changed_or_deleted(carelog: Command) -> None:
    assert carelog("import", FRENCH, "--apply").exit_code == 0
    first, second = kept(carelog)
    assert carelog("edit", first["handle"], "my own words").exit_code == 0
    assert carelog("delete", second["handle"], "--yes").exit_code == 0
    again = carelog("import", FRENCH, "--apply", "--json").json["data"]
    assert (again["found"], again["new"], again["already"], again["applied"]) == (2, 0, 2, True)
    assert [each["note"] for each in kept(carelog)] == ["my own words"]


def test_a_newer_export_adds_what_is_new(carelog: Command) -> None:
    older = [{"note": "second"}, {"note": "first"}]
    assert carelog("import", export(older), "--apply").exit_code == 0
    data = carelog("import", export([{"note": "third"}, *older]), "--apply", "--json").json["data"]
    assert (data["new"], data["already"]) == (1, 2)
    assert sorted(each["note"] for each in kept(carelog)) == ["first", "second", "third"]


def test_a_journal_with_something_in_it_is_backed_up_first(carelog: Command, home: Path) -> None:
    assert "Before that your journal was copied to" not in carelog("import", FRENCH, "--apply").stdout
    backup = Path(carelog("import", CLASSIC, "--map", "so-so=3", "--apply", "--json").json["data"]["backup"])
    assert backup.parent == home / "backups"
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_an_import_that_is_stopped_leaves_nothing_behind(carelog: Command) -> None:
    assert carelog("mood", "4", "mine").exit_code == 0
    columns = iter(range(8))

    def stop_midway(value: object) -> str | None:
        if next(columns, None) is None:
            raise KeyboardInterrupt
        return as_json(value)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("carelog.journal.collections.entries.as_json", stop_midway)
        assert carelog("import", SCALES, "--map", "tired=2", "--apply").exit_code == 130
    assert [each["note"] for each in kept(carelog)] == ["mine"]
    assert carelog("tracker", "list", "--json").json["data"]["trackers"] == []


def test_programs_get_every_problem_and_remark_with_its_line(carelog: Command) -> None:
    file = export([{"time": "soon"}, {"scales": "Steps: many"}, {"mood": "tired"}, {}])
    data = carelog("import", file, "--json").json["data"]
    assert [(each["line"], type(each["message"])) for each in data["problems"]] == [(2, str)]
    assert [each["line"] for each in data["remarks"]] == [3]
    assert data["unknown_moods"] == {"tired": 1}
    assert data["range"] == {"from": "2025-03-09", "to": "2025-03-09"}
    assert (data["source"], data["found"], data["new"], data["applied"]) == ("daylio", 3, 3, False)


def test_a_file_with_a_thousand_problems_is_still_a_page(carelog: Command) -> None:
    shown = carelog("import", export([{"time": "soon"}] * 1000)).stdout
    assert "No entry was found in the file." in shown
    assert "and 980 more; --json lists them all" in shown
    assert len(shown.splitlines()) < 30


def test_a_tracker_of_the_same_name_with_another_meaning_is_left_alone(carelog: Command) -> None:
    assert carelog("tracker", "add", "sleep quality", "--min", "1", "--max", "5").exit_code == 0
    assert carelog("import", SCALES, "--map", "tired=2", "--apply").exit_code == 0
    assert kept(carelog)[-1]["readings"]["Sleep Quality (of 10)"] == 7
    trackers = carelog("tracker", "list", "--json").json["data"]["trackers"]
    assert [(each["min"], each["max"]) for each in trackers if each["name"] == "sleep quality"] == [(1, 5)]


@pytest.mark.parametrize("placed", ["tired", "tired=", "=3", "tired=0", "tired=6", "tired=two", "tired=³", "tired=2.5"])
def test_a_score_that_cannot_be_is_a_usage_error(placed: str, carelog: Command, home: Path) -> None:
    assert carelog("import", SCALES, "--apply", "--map", placed).exit_code == 2
    assert not home.exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [(["daylio"], 2), (["daylio", FRENCH, FRENCH], 2), (["moodflow", FRENCH], 6), (["missing.csv"], 6), (["."], 6)],
)
def test_what_cannot_be_imported_says_so_in_a_sentence(words: list[str], code: int, carelog: Command) -> None:
    result = carelog("import", *words)
    assert result.exit_code == code
    assert len(result.stderr.splitlines()) == 1


def test_a_person_at_a_terminal_is_asked_where_their_moods_stand(
    terminal: Callable[..., Terminal], carelog: Command
) -> None:
    asked = terminal("import", SCALES, "--apply")
    asked.expect("Which number fits “tired” (1 entry), 1 to 5 (")
    asked.type("9")
    asked.expect("Moods go from 1 to 5, so 9 cannot be kept. Pick the closest one; it need not be exact.")
    asked.type("tired")
    asked.expect("Give a number from 1 (lowest) to 5 (highest), or one of the five words.")
    asked.type("bad")
    code, screen = asked.finish()
    assert code == 0
    assert "Taken in: 3 entries." in screen
    assert [each["mood"] for each in kept(carelog)] == [2, 2, 4]


def test_a_person_who_would_rather_not_say_leaves_all_as_it_was(terminal: Callable[..., Terminal], home: Path) -> None:
    asked = terminal("import", SCALES, "--apply")
    asked.expect("Which number fits “tired” (1 entry), 1 to 5 (")
    assert asked.leave("\x03")[0] == 130
    assert not home.exists()
