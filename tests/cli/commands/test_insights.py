"""insights: what went together with better days, on the command line."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from carelog.domain.time.days import Moment
from carelog.journal import Journal
from support.command import Terminal
from support.locks import lock_home

Say = Callable[..., Any]
TODAY = date(2026, 11, 22)


@pytest.fixture
def with_walks(home: Path) -> None:
    """Ninety days, better ones with a walk; some of the walks are with Sam."""
    assert not home.exists()
    chance = Random(7)
    with Journal.open() as journal:
        journal.contacts.add("Sam")
        for ago in range(90, 0, -1):
            at = Moment.of_milliseconds(milliseconds_of(TODAY - timedelta(days=ago)), 60)
            walked = chance.random() < 0.5
            tags = ["walk", "sam"] if walked and chance.random() < 0.8 else ["walk"] if walked else ["bus"]
            journal.entries.add(chance.randint(1, 3) + 2 * walked, tags=tags, at=at)


def milliseconds_of(day: date) -> int:
    return (day - date(1970, 1, 1)).days * 86_400_000 + 19 * 3_600_000


@pytest.mark.usefixtures("with_walks")
def test_what_went_together_is_told_with_its_counts(say: Say, data: Say) -> None:
    found = data("insights")["found"]
    walk = next(each for each in found if each["factor"] == "walk" and each["lag"] == 0)
    walked, other = (f"{share['days']} of {share['of']}" for share in walk["shares"])
    assert walk["n_with"] + walk["n_without"] == walk["days"] == sum(share["of"] for share in walk["shares"])
    for words in ((), ("--plain",)):
        told = " ".join(say("insights", *words).stdout.split())
        said = f"In your entries, mood was 4 or 5 on {walked} days with “walk” and on {other} days without (90 days)."
        assert said in told


@pytest.mark.usefixtures("with_walks")
def test_people_are_compared_when_they_are_asked_for_and_not_before(say: Say, data: Say) -> None:
    without, asked = data("insights"), data("insights", "--people")
    assert "sam" not in {each["factor"] for each in without["found"]}
    assert "sam" in {each["factor"] for each in asked["found"]}
    assert (without["people_left_out"], asked["people_left_out"]) == (True, False)
    assert "People are left out here. To compare them too: carelog insights --people" in say("insights").stdout
    assert "not about sam" in say("insights", "--people").stdout


@pytest.mark.usefixtures("with_walks")
@pytest.mark.parametrize(
    ("words", "first", "days"),
    [
        ([], "2026-08-24", 90),
        (["--last", "60d"], "2026-09-24", 59),
        (["--last", "10y"], "2026-08-24", 90),
        (["--from", "2026-09-01", "--to", "2026-09-30"], "2026-09-01", 30),
        (["--to", "2026-09-30"], "2026-08-24", 38),
    ],
)
def test_the_period_is_a_year_unless_another_is_asked_for(data: Say, words: list[str], first: str, days: int) -> None:
    answer = data("insights", *words)
    assert (answer["period"]["from"], answer["coverage"]["days"], answer["ground"]) == (first, days, "enough")


@pytest.mark.parametrize(
    "words",
    [["--last", "soon"], ["--last", "90d", "--from", "monday"], ["--from", "2026-11-20", "--to", "2026-11-01"]],
)
def test_an_invalid_period_is_refused(refusal: Say, words: list[str]) -> None:
    refusal(2, "insights", *words)


def test_a_new_journal_says_how_to_begin(say: Say, data: Say) -> None:
    assert say("insights").stdout.startswith("Nothing is noted yet.")
    assert (data("insights")["ground"], data("insights")["coverage"]["days"]) == ("no-moods", 0)


def test_a_week_of_moods_is_too_early(say: Say) -> None:
    for number in range(7):
        say("mood", "4", "--at", f"2026-11-{15 + number} 12:00")
    assert "Too early to say: a comparison takes 30 days with a mood, and so far there are 7." in " ".join(
        say("insights").stdout.split()
    )


@pytest.mark.usefixtures("with_walks")
def test_on_a_two_sided_scale_other_days_are_the_better_ones(say: Say, data: Say) -> None:
    say("settings", "set", "mood.scale", "two-sided")
    answer = data("insights")
    assert answer["scale"] == "two-sided"
    assert all(each["levels"] in ([3], [2, 3, 4]) for each in answer["found"])


@pytest.mark.usefixtures("with_walks")
def test_one_thing_is_asked_about_by_its_name_and_answered_also_where_nothing_stands_out(say: Say, data: Say) -> None:
    asked = data("insights", "bus", "--day-after")["asked"]
    assert (asked["name"], asked["kind"], asked["lag"], asked["stands_out"]) == ("bus", "tag", 1, False)
    told = " ".join(say("insights", "bus", "--day-after", "--plain").stdout.split())
    after, other = (f"{share['days']} of {share['of']}" for share in asked["finding"]["shares"])
    assert "You asked about one thing. Nothing differs clearly; that is common." in told
    said = (
        f"In your entries, mood was 4 or 5 on {after} days that followed a day with “bus” "
        f"and on {other} that followed a day without (83 days)."
    )
    assert said in told
    assert asked["finding"]["low"] < 0
    assert "You asked about one thing, and it differs clearly." in say("insights", "walk").stdout


@pytest.mark.usefixtures("with_walks")
def test_what_cannot_be_asked_is_refused_with_what_can(refusal: Say) -> None:
    what = "You can ask about a tag, a feeling, a scale, a routine, a person, a kind of activity or a questionnaire."
    nothing = f"Nothing in your journal is called “quince” in these days. {what}"
    assert refusal(3, "insights", "quince") == refusal(3, "insights", "quince", "--last", "10y") == nothing
    back = f"{what} To look further back: carelog insights"
    assert refusal(3, "insights", "quince", "--last", "4w") == (
        f"Nothing in these days is called “quince”. {back} quince --last 10y"
    )
    assert refusal(3, "insights", "#quince", "jam", "--day-after", "--last", "4w") == (
        f"Nothing in these days is called “#quince jam”. {back} '#quince jam' --day-after --last 10y"
    )
    with_question = "--kind and --day-after belong to a question: carelog insights sleep --day-after"
    assert refusal(2, "insights", "--day-after") == refusal(2, "insights", "--kind", "tag") == with_question
    no_walk = nothing.replace("quince", "walk")
    assert refusal(3, "insights", "walk", "--kind", "routine") == no_walk


@pytest.mark.usefixtures("with_walks")
def test_what_is_kept_out_is_on_no_page_until_it_is_taken_back(say: Say, data: Say, refusal: Say) -> None:
    assert say("insights", "--never", "#Walk").stdout == (
        "From now on, “Walk” is left out of insights and of every page that compares.\n"
    )
    assert "walk" not in {each["factor"] for each in data("insights")["found"]}
    assert "“walk” is left out: carelog does not compare it with your mood." in refusal(2, "insights", "walk")
    assert say("insights", "--never", "walk").stdout == (
        "“walk” is left out of insights already. What is left out: carelog settings get insights.never\n"
    )
    assert say("settings", "get", "insights.never").stdout == "Walk\n"
    assert data("insights", "--never", "bus") == {"never": ["Walk", "bus"]}
    say("settings", "set", "insights.never", "bus")
    assert "walk" in {each["factor"] for each in data("insights")["found"]}


@pytest.mark.usefixtures("with_walks")
def test_on_a_terminal_the_same_name_again_asks_whether_it_may_be_compared(
    terminal: Callable[..., Terminal], say: Say, data: Say
) -> None:
    say("insights", "--never", "walk")
    for typed, kept, answer in (
        ("", ["walk"], "“walk” is left out of insights already. What is left out"),
        ("y", [], "“walk” may be compared again."),
    ):
        person = terminal("insights", "--never", "walk")
        person.expect("“walk” is left out of insights already. Compare it again? [y/N]:")
        person.type(typed)
        code, screen = person.finish()
        assert (code, answer in screen) == (0, True)
        assert data("settings", "get", "insights.never") == {"insights.never": kept}


@pytest.mark.usefixtures("with_walks")
def test_what_is_kept_out_is_hidden_where_others_see_the_screen(carelog: Say, data: Say, say: Say) -> None:
    say("settings", "set", "discreet", "on")
    assert say("insights", "--never", "walk").stdout == "Done.\n"
    assert say("insights", "--never", "walk").stdout == "Done.\n"
    assert data("insights", "--never", "walk") == {"never": ["…"]}
    for words in (["settings"], ["settings", "get", "insights.never"], ["settings", "--json"], ["insights"]):
        shown = carelog(*words)
        assert "walk" not in shown.stdout + shown.stderr
    assert carelog("--no-discreet", "settings", "get", "insights.never").stdout == "walk\n"


def test_a_name_that_nothing_has_is_kept_out_all_the_same_and_said(carelog: Say) -> None:
    result = carelog("insights", "--never", "hurt-mysefl")
    assert result.exit_code == 0
    assert result.stderr == "Nothing in the last year is called that yet; it will be left out all the same.\n"
    assert carelog("insights", "--never", " ").exit_code == 2


def test_an_activity_is_a_name_that_can_be_kept_out(carelog: Say) -> None:
    carelog("activity", "did", "got drunk")
    assert carelog("insights", "--never", "got-drunk").stderr == ""


def test_a_locked_journal_says_that_the_name_stands_in_the_open(carelog: Say, home: Path) -> None:
    lock_home(home)
    in_the_open = "The name is in your settings file, which the lock does not cover."
    assert in_the_open in carelog("insights", "--never", "walk").stderr


@pytest.mark.usefixtures("with_walks")
def test_the_last_line_says_that_relief_is_not_feeling_better(say: Say) -> None:
    last = "This says what went together, not what helps. Relief on the same day is not the same as feeling better."
    for words in (("insights",), ("insights", "walk"), ("insights", "bus"), ("insights", "--discreet")):
        for columns in ("40", "80", "120"):
            told = " ".join(say(*words, env={"COLUMNS": columns}).stdout.split())
            assert told.endswith(last), words
    assert last not in say("insights", "walk", "--day-after").stdout


@pytest.mark.usefixtures("with_walks")
def test_names_are_completed_but_not_those_of_people_or_kept_out_nor_where_others_may_look(
    carelog: Say, say: Say
) -> None:
    def completed(begun: str) -> list[str]:
        words = f"carelog insights {begun}"
        env = {"_CARELOG_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": "2"}
        return [each for each in carelog(env=env).stdout.split() if not each.startswith("-")]

    assert completed("") == ["bus", "walk"]
    assert completed("w") == ["walk"]
    say("questionnaire", "take", "phq2", "--answer", "1", "--answer", "0")
    assert completed("ph") == ["phq2"]
    say("insights", "--never", "phq2")
    assert completed("ph") == []
    say("insights", "--never", "walk")
    assert completed("") == ["bus"]
    for key in ("discreet", "shared_computer"):
        say("settings", "set", key, "on")
        assert completed("") == []
        say("settings", "set", key, "off")
