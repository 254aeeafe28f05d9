"""tracker: a scale is made, changed, and about what it is about, by its name or by what was said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.journal import Journal

Say = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "about"),
    [
        (["Schlaf"], "night"),
        (["tea"], None),
        (["rest", "--about-night"], "night"),
        (["rest", "--about", "night"], "night"),
        (["uni", "--about", "other"], "other"),
        (["how it got in the way", "--about", "function"], "function"),
    ],
)
def test_a_new_scale_is_about_what_was_said_or_else_what_its_name_says(data: Say, words: list[str], about: str) -> None:
    assert data("tracker", "add", *words)["tracker"]["about"] == about
    assert data("tracker")["trackers"][0]["about"] == about


def test_two_answers_that_do_not_agree_are_refused(refusal: Say) -> None:
    told = refusal(2, "tracker", "add", "rest", "--about-night", "--about", "cycle")
    assert "--about-night means --about night; with another --about it is not clear which." in str(told)


def test_a_scale_is_changed_and_what_is_not_named_stays(say: Say, data: Say) -> None:
    say("tracker", "add", "rest", "--unit", "h", "--min", "0", "--max", "24", "--better", "higher")
    assert say("tracker", "edit", "rest", "--about-night").stdout == (
        "“rest” is changed. “carelog undo” takes it back.\n"
    )
    edited = data("tracker", "edit", "rest", "--max", "none", "--better", "lower")["tracker"]
    kept = {key: edited[key] for key in ("name", "unit", "min", "max", "better", "about")}
    assert kept == {"name": "rest", "unit": "h", "min": 0, "max": None, "better": "lower", "about": "night"}
    assert "the night" in " ".join(say("tracker").stdout.split())
    say("undo")
    assert data("tracker")["trackers"][0]["max"] == 24


def test_a_scale_of_an_old_journal_is_about_what_its_name_says_and_its_row_is_left_alone(home: Path) -> None:
    assert not home.exists()
    with Journal.open() as journal:
        sleep, tea = journal.trackers.add("My Sleep"), journal.trackers.add("tea")
        journal._store.connection.execute("UPDATE trackers SET about = NULL")
        assert [journal.trackers.get(each.id).about for each in (sleep, tea)] == [sleep.about, None]
        assert [row["about"] for row in journal._store.rows("SELECT about FROM trackers")] == [None, None]


def test_a_scale_whose_name_is_masked_is_still_about_the_night(say: Say, data: Say) -> None:
    say("tracker", "add", "sleep", "--cover", "tea")
    with Journal.open() as journal:
        journal._store.connection.execute("UPDATE trackers SET about = NULL")
    shown = data("--discreet", "tracker")["trackers"][0]
    assert (shown["name"], shown["about"]) == ("tea", "night")


def test_a_cover_can_be_changed_and_taken_away(say: Say, data: Say) -> None:
    say("tracker", "add", "sleep", "--cover", "tea")
    assert data("tracker", "edit", "sleep", "--cover", "coffee")["tracker"]["cover"] == "coffee"
    assert data("tracker", "edit", "sleep", "--cover", "")["tracker"]["cover"] is None


@pytest.mark.parametrize(
    "bounds", [(), ("--max", "3"), ("--min", "8"), ("--max", "0.5"), ("--min", "-9", "--max", "-2")]
)
def test_the_reading_that_is_named_when_a_scale_is_made_is_on_it(say: Say, data: Say, bounds: tuple[str, ...]) -> None:
    said = say("tracker", "add", "itch", *bounds).stdout
    example = said.rstrip().rpartition("carelog track ")[2]
    assert example.startswith("itch=")
    say("track", example)
    assert len(data("log")["entries"]) == 1


def test_readings_that_were_cut_say_how_to_see_more(say: Say, data: Say) -> None:
    say("tracker", "add", "screen time")
    for hour in range(21):
        assert "-n" not in say("tracker", "show", "screen time").stdout
        say("track", "screen time=3", "--at", f"2026-11-21 {hour:02}:00")
    more = "The last 20; there are more: carelog tracker show 'screen time' -n 100"
    for plain in ([], ["--plain"]):
        assert " ".join(say("tracker", "show", "screen time", *plain).stdout.split()).endswith(more)
    assert "-n" not in say("tracker", "show", "screen time", "-n", "20").stdout
    assert len(data("tracker", "show", "screen time")["readings"]) == 20
    assert len(data("tracker", "show", "screen time", "-n", "100")["readings"]) == 21
