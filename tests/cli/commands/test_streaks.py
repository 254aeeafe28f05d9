from collections.abc import Callable
from typing import Any

Say = Callable[..., Any]


def test_without_routines_streaks_says_how_to_begin(say: Say, data: Say) -> None:
    assert say("streaks").stdout == "No routines yet. Something small to begin with: carelog routine add walk\n"
    assert data("streaks") == {
        "period": {"from": "2026-09-28", "to": "2026-11-22"},
        "days_away": None,
        "routines": [],
    }


def test_twenty_days_have_the_strength_that_loop_gives_them(data: Say, say: Say, now: Callable[[str], None]) -> None:
    now("2026-11-03T09:00:00+01:00")
    say("routine", "add", "walk")
    now("2026-11-22T21:30:00+01:00")
    for day in range(3, 23):
        say("done", "walk", "--at", f"2026-11-{day:02} 12:00")
    (walk,) = data("streaks")["routines"]
    assert {key: walk[key] for key in ("due", "kept", "small", "skipped", "missed")} == {
        "due": 20,
        "kept": 20,
        "small": 0,
        "skipped": 0,
        "missed": 0,
    }
    assert round(walk["strength"], 6) == 0.655748
    assert (walk["run"], walk["best_run"], walk["bridged"]) == (None, None, [])


def test_runs_come_with_the_setting_and_go_with_it(data: Say, say: Say, now: Callable[[str], None]) -> None:
    now("2026-11-17T09:00:00+01:00")
    say("routine", "add", "walk")
    now("2026-11-22T21:30:00+01:00")
    for day in (17, 18, 20, 21):
        say("done", "walk", "--at", f"2026-11-{day} 12:00")
    assert "run" not in say("streaks").stdout
    say("settings", "set", "streaks", "on")
    (walk,) = data("streaks")["routines"]
    assert (walk["run"], walk["best_run"], walk["run_unit"]) == (4, 4, "day")
    assert walk["bridged"] == ["2026-11-19"]
    assert (walk["kept"], walk["missed"]) == (4, 1)
    assert [day["state"] for day in walk["days"][-6:]] == ["done", "done", "bridged", "done", "done", "open"]
    assert "run of 4 days" in say("streaks").stdout
    assert "Bridged: Thu 19 Nov." in say("streaks", "--plain").stdout
    say("settings", "set", "streaks", "off")
    assert data("streaks")["routines"][0]["run"] is None


def test_a_change_of_the_past_changes_what_is_derived_from_it(data: Say, say: Say) -> None:
    say("routine", "add", "walk")
    say("done", "walk")
    assert data("streaks")["routines"][0]["kept"] == 1
    say("undo")
    assert data("streaks")["routines"][0]["kept"] == 0


def test_a_routine_that_is_as_needed_now_still_says_what_was_due_before(
    say: Callable[..., Any], now: Callable[[str], None]
) -> None:
    now("2026-11-16T08:00:00+01:00")
    say("routine", "add", "walk", "--every", "daily")
    say("done", "walk")
    now("2026-11-20T08:00:00+01:00")
    say("routine", "edit", "walk", "--every", "as-needed")
    assert "kept 1 of 4 times" in say("streaks").stdout
    assert "1 of 4" in say("week").stdout
    say("done", "walk")
    assert "kept 1 of 4 times, and once more" in say("streaks").stdout
    say("done", "walk")
    assert "kept 1 of 4 times, and 2 times more" in say("streaks").stdout


def test_one_routine_or_several_can_be_asked_for_by_name(data: Say, refusal: Say) -> None:
    for name in ("walk", "tablets", "water the plants"):
        data("routine", "add", name)
    names = [
        sorted(each["name"] for each in data("streaks", *words)["routines"])
        for words in (["wal"], ["walk", "tablets"], ["water", "the", "plants"], [])
    ]
    assert names == [["walk"], ["tablets", "walk"], ["water the plants"], ["tablets", "walk", "water the plants"]]
    assert (
        refusal(3, "streaks", "swim")
        == "There is no routine called “swim”. “carelog routine list” shows what there is."
    )
