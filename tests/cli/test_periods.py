"""Days are asked for with the same three options everywhere, and both days are in the answer."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command
from support.program import OPTIONS
from support.source import SAMPLES

Say = Callable[..., Any]

DAYLIO = SAMPLES / "daylio" / "daylio_export_8col_12h_bom.csv"
OF_DAYS = [name for name in OPTIONS if "--last" in OPTIONS[name]]
NAMED = {"goal show": "sleep", "questionnaire show": "phq9", "sign past": "short", "export": "--yes -o page.md --force"}
"""What else a command needs."""
LISTS = {
    "log": "entries",
    "shares": "shares",
    "import list": "imports",
    "keep list": "kind_words",
    "bring list": "topics",
    "activity list": "activities",
    "appointment list": "appointments",
    "appointment agreed": "agreements",
}
"""Lists of things that have a day, and their key in JSON."""
REFUSED = {
    "--last x": '“x” is not a length of time carelog understands. Examples: 90d, "12 weeks", "6 months", 1y.',
    "--last 7d --from monday": "Give --last or --from, not both.",
    "--from 2026-11-14 --to 2026-11-12": "The period ends (2026-11-12) before it begins (2026-11-14).",
    "--from 2026-13-40": "“2026-13-40” is not a time carelog understands.",
    "--to 3/4/2026": "Write the date of the one that you mean.",
}
"""What is refused, and the words for it."""
OTHERS = {"trends", "insights", "streaks", "week", "calendar", "export", "goal show", "questionnaire show", "sign past"}
"""Pages, which say their days otherwise."""


@pytest.fixture
def filled(carelog: Command, say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A thing in every list on each of 10, 12 and 14 November."""
    monkeypatch.chdir(tmp_path)
    say("routine", "add", "walk", env={"CARELOG_NOW": "2026-09-01T12:00:00+02:00"})
    for day in (10, 12, 14):
        now = {"CARELOG_NOW": f"2026-11-{day}T12:00:00+01:00"}
        say("mood", "3", "a walk", env=now)
        say("keep", f"words of {day}", env=now)
        say("bring", f"topic of {day}", env=now)
        say("activity", "did", f"boxes on {day}", env=now)
        say("appointment", "add", f"2026-11-{day}", env=now)
        say("appointment", "note", f"agreed on {day}", env=now)
        carelog("export", "--yes", "--force", "--format", "md", "-o", "page.md", env=now)
        carelog("import", str(DAYLIO), "--map", "so-so=3", "--apply", env=now)
        carelog("import", "undo", "last", "--yes", env=now) if day != 14 else None
    say("goal", "add", "sleep well")
    say("sign", "add", "short nights", "--if", "mood below 4 on 1 of 3 days", "--then", "rest")


def test_whatever_takes_one_of_the_three_options_takes_all_and_is_known_here() -> None:
    assert all({"--last", "--from", "--to"} <= {*OPTIONS[name]} for name in OF_DAYS)
    named = {"import list" if name == "imports" else name for name in OF_DAYS}
    assert named == {*LISTS, *OTHERS}


@pytest.mark.parametrize("name", OF_DAYS)
def test_what_cannot_be_read_is_refused_in_the_same_words_everywhere(say: Say, refusal: Say, name: str) -> None:
    say("goal", "add", "sleep well")
    say("sign", "add", "short nights", "--if", "mood below 4 on 1 of 3 days", "--then", "rest")
    for asked, said in REFUSED.items():
        words = [*name.split(), *shlex.split(NAMED.get(name, "")), *shlex.split(asked)]
        assert said in refusal(2, *words)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", LISTS.keys() - {"shares", "import list"})
def test_both_days_are_in_a_list(data: Say, empty: Say, name: str) -> None:
    def days(*asked: str) -> list[int]:
        found = data(*name.split(), *asked)[LISTS[name]]
        return sorted(int((each.get("day") or each["next_day"] or each["last_day"])[-2:]) for each in found)

    whole = days()
    assert {10, 12, 14} <= {*whole}
    assert days("--from", "2026-11-10", "--to", "2026-11-12") == [10, 12]
    assert days("--from", "2026-11-12", "--to", "2026-11-12") == [12]
    assert days("--from", "2026-11-12") == [each for each in whole if each >= 12]
    assert days("--to", "2026-11-12")[-2:] == [10, 12]
    assert days("--last", "11d") == [12, 14]
    assert days("--last", "11") == days("--last", "11d")
    assert days("--last", "3d", "--to", "2026-11-12") == [10, 12]
    assert empty(*name.split(), "--from", "2026-11-20", "--to", "2026-11-20") in {
        "Nothing here on these days.\n",
        "No entries here.\n",
    }


@pytest.mark.usefixtures("filled")
def test_pages_and_imports_are_listed_by_the_day_on_which_they_were_made(data: Say, empty: Say) -> None:
    assert [each["day"] for each in data("import", "list", "--last", "9d")["imports"]] == ["2026-11-14"]
    assert data("import", "list", "--to", "2026-11-13")["imports"] == []
    assert [each["day"][-2:] for each in data("shares", "--to", "2026-11-12")["shares"]] == ["10", "12"]
    assert empty("shares", "--last", "2d") == "Nothing here on these days.\n"


@pytest.mark.usefixtures("filled")
def test_a_plan_to_come_is_in_a_list_from_today_on(data: Say, say: Say) -> None:
    say("activity", "plan", "the library", "--when", "2026-12-24")
    say("appointment", "add", "2026-12-24")
    for name in ("activity", "appointment"):
        assert len(data(name, "--from", "today")[LISTS[f"{name} list"]]) == 1
        assert data(name, "--from", "today", "--to", "2026-12-23")[LISTS[f"{name} list"]] == []
        assert len(data(name, "--from", "today", "--to", "2026-12-24")[LISTS[f"{name} list"]]) == 1


@pytest.mark.usefixtures("filled")
def test_a_year_in_part_has_the_days_that_were_asked_for_and_no_others(data: Say, refusal: Say) -> None:
    days = [each["day"] for each in data("calendar", "--from", "2026-11-11", "--to", "2026-11-14")["days"]]
    assert days == ["2026-11-11", "2026-11-12", "2026-11-13", "2026-11-14"]
    assert data("calendar", "--last", "2y")["years"][-1] == 2026
    assert refusal(2, "calendar", "2026", "--last", "2y").startswith("“2026” and an option both say which days.")


@pytest.mark.usefixtures("filled")
def test_a_week_is_one_week_and_says_where_more_days_are(data: Say, refusal: Say) -> None:
    asked = data("week", "--from", "2026-11-10", "--to", "2026-11-12")
    assert asked == data("week", "2026-11-11")
    assert refusal(2, "week", "--last", "14d") == (
        "This page is about one week, and these days are in several. All of them: "
        "carelog log --from 2026-11-09 --to 2026-11-22"
    )


@pytest.mark.usefixtures("filled")
def test_streaks_are_over_the_whole_weeks_that_were_asked_for(data: Say, say: Say, refusal: Say) -> None:
    say("done", "walk", "--at", "2026-10-01 12:00")
    [walk] = data("streaks", "--from", "2026-09-30", "--to", "2026-10-04")["routines"]
    assert (walk["due"], walk["kept"]) == (1, 1)  # the days around it were without any use
    # the week before is left out: nothing was due in it
    assert say("streaks", "--last", "9w").stdout.startswith("Eight weeks, 28 Sep to 22 Nov 2026\n")
    assert say("streaks", "--last", "12w").stdout.startswith("12 weeks, 31 Aug to 22 Nov 2026\n")
    assert data("streaks", "--last", "8w")["routines"] == data("streaks")["routines"]
    assert refusal(2, "streaks", "--from", "tomorrow", "--to", "2026-12-01") == (
        "That day is in the future. This page is about today or earlier."
    )


@pytest.mark.usefixtures("filled")
def test_a_sign_is_tried_on_the_days_that_were_asked_for(say: Say, data: Say) -> None:
    assert data("sign", "past", "short", "--from", "2026-11-01", "--to", "2026-11-11")["days"] == ["2026-11-10"]
    assert say("sign", "past", "short", "--to", "2026-11-05", "--last", "5d").stdout == (
        "“short nights” would not have been shown on these days: 1 to 5 November 2026.\n"
    )
