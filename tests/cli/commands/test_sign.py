"""sign: a sign that comes true is shown with the person's own step, once a day."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from carelog.journal import Journal
from support.command import Command, Terminal

Say = Callable[..., Any]
Now = Callable[[str], None]


@pytest.fixture
def short_nights(say: Say) -> None:
    """A sign about sleep, in a journal that has been used for a while."""
    say("tracker", "add", "sleep")
    say("mood", "3", "--at", "2026-11-15 12:00")
    say("sign", "add", "short nights", "--when", "sleep below 5 on 2 of 3 days", "--then", "call Sam")


@pytest.mark.usefixtures("short_nights")
def test_a_sign_that_comes_true_is_shown_with_ones_own_step_once_a_day(say: Say, data: Say, now: Now) -> None:
    assert "call Sam" not in say("track", "sleep=4", "--at", "yesterday").stdout
    said = say("track", "sleep=4,5").stdout
    assert (
        "You wanted to know when this happens: “short nights”. By what you noted, it may be now: sleep below 5 on 2 of "
        "3 days."
    ) in said
    assert "Your step: call Sam." in said
    assert len(said.splitlines()) == 3
    assert "call Sam" not in say("mood", "3").stdout
    assert data("today")["signs"] == []
    now("2026-11-23T09:00:00+01:00")
    assert [sign["text"] for sign in data("today")["signs"]] == ["short nights"]
    assert "call Sam" not in say("today").stdout


@pytest.mark.usefixtures("short_nights")
def test_today_shows_it_too_drawn_and_in_sentences(say: Say, now: Now) -> None:
    say("track", "sleep=4", "--at", "yesterday")
    say("track", "sleep=4")
    for day, words in (("23", []), ("24", ["--plain"])):
        now(f"2026-11-{day}T09:00:00+01:00")
        say("track", "sleep=4", "--at", f"2026-11-{int(day) - 1} 12:00")
        assert "Your step: call Sam" in " ".join(say("today", *words).stdout.split())


@pytest.mark.usefixtures("short_nights")
def test_undo_still_takes_back_the_note_that_made_it_true(say: Say, data: Say) -> None:
    say("track", "sleep=4", "--at", "yesterday")
    say("track", "sleep=4")
    say("undo")
    assert [entry["readings"] for entry in data("log")["entries"]] == [{}, {"sleep": 4}]
    assert data("sign")["signs"][0]["days"] == 1


@pytest.mark.usefixtures("short_nights")
def test_a_snoozed_sign_rests(say: Say, now: Now) -> None:
    say("sign", "snooze", "short", "1w")
    say("track", "sleep=4", "--at", "yesterday")
    assert "call Sam" not in say("track", "sleep=4").stdout
    now("2026-11-29T12:00:00+01:00")
    say("track", "sleep=4", "--at", "yesterday")
    assert "call Sam" in say("track", "sleep=4").stdout


@pytest.mark.usefixtures("short_nights")
def test_programs_get_the_sign_and_nothing_beside_it(data: Say) -> None:
    data("track", "sleep=4", "--at", "yesterday")
    (sign,) = data("track", "sleep=4")["signs"]
    assert (sign["then"], sign["days"], sign["is_true"]) == ("call Sam", 2, True)
    assert data("mood", "3")["signs"] == []


@pytest.mark.usefixtures("short_nights")
def test_a_list_says_what_each_looks_at_and_how_it_stands(say: Say) -> None:
    say("track", "sleep=4")
    listed = say("sign", "--plain").stdout
    assert "when: sleep below 5 on 2 of 3 days; so far: 1 of 3 days, shown from 2; your step: call Sam." in listed
    say("track", "sleep=4", "--at", "yesterday")
    assert "on 2 of 3 days: shown now" in say("sign", "--plain").stdout


@pytest.mark.usefixtures("short_nights")
def test_an_edit_changes_what_is_given_of_a_sign(data: Say) -> None:
    old = data("sign")["signs"][0]
    for option, key, value in (("--then", "then", "no screens"), ("--text", "text", "two bad nights")):
        data("sign", "edit", "short", option, value)
        old |= {key: value}
        assert data("sign")["signs"] == [old]


@pytest.mark.usefixtures("short_nights")
def test_the_past_says_when_it_would_have_spoken(say: Say, data: Say) -> None:
    for day in (10, 11, 12, 15, 16):
        say("track", "sleep=4", "--at", f"2026-11-{day} 08:00")
    assert data("sign", "past", "short")["days"] == ["2026-11-11", "2026-11-16"]
    assert "Wed 11 Nov, Mon 16 Nov" in say("sign", "past", "short").stdout
    silent = "“short nights” would not have been shown in the last 3 days."
    assert silent in say("sign", "past", "short", "--days", "3").stdout
    assert data("sign")["signs"][0]["is_true"] is False


@pytest.mark.parametrize(
    ("rule", "then"),
    [
        ("tag argument on 2 of 3 days", [["mood", "2", "--tag", "Argument"]]),
        ("feeling empty on 2 of 3 days", [["note", "--feel", "empty", "x"]]),
        ("mood below 2 for 2 days", [["mood", "1"]]),
        ("walk not done for 1 days", [["mood", "3"]]),
        ("no contact for 1 days", [["mood", "3"]]),
    ],
)
def test_rules_of_every_kind_see_what_they_are_about(say: Say, data: Say, rule: str, then: list[list[str]]) -> None:
    say("mood", "3", "--at", "2026-11-15 12:00")
    say("routine", "add", "walk")
    say("sign", "add", "mine", "--when", rule, "--then", "tea")
    for words in then:
        say(*words, "--at", "yesterday")
        say(*words)
    found = data("sign")["signs"][0]
    expected = "not done" not in rule  # the walk began today, so nothing is known of yesterday
    assert found["is_true"] is expected


@pytest.mark.parametrize(
    ("every", "noted", "not_done"),
    [
        (["--every", "3/week"], ["16", "17", "18"], 0),
        (["--every", "3/week"], ["16", "17"], 4),
        (["--every", "every 3 days"], ["16", "19"], 0),
        (["--every", "every 3 days"], ["16"], 3),
        (["--every", "2/3d"], ["16", "17", "19", "20"], 0),
        (["--every", "as-needed"], [], 0),
        (["--every", "daily"], ["16", "18"], 4),
    ],
)
def test_a_day_on_which_nothing_was_asked_is_not_one_on_which_it_was_not_done(
    say: Say, data: Say, now: Now, every: list[str], noted: list[str], not_done: int
) -> None:
    now("2026-11-16T07:00:00+01:00")
    say("routine", "add", "gym", *every)
    say("sign", "add", "no gym", "--when", "gym not done on 1 of 6 days", "--then", "a walk")
    for day in range(16, 23):
        now(f"2026-11-{day}T12:00:00+01:00")
        say("mood", "3")
        if str(day) in noted:
            say("done", "gym")
    assert data("sign")["signs"][0]["days"] == not_done


def test_a_pause_leaves_medicine_due_and_its_sign_awake(say: Say, data: Say, now: Now) -> None:
    now("2026-11-16T07:00:00+01:00")
    say("routine", "add", "tablets", "--kind", "medicine")
    say("routine", "add", "walk")
    for name in ("tablets", "walk"):
        say("sign", "add", f"no {name}", "--when", f"{name} not done for 3 days", "--then", "call Sam")
    say("pause", "2w")
    now("2026-11-20T07:00:00+01:00")
    found = {each["text"]: each["is_true"] for each in data("sign")["signs"]}
    assert found == {"no tablets": True, "no walk": False}


@pytest.mark.parametrize(("scale", "days"), [("two-sided", (3, 3)), ("one-sided", (0, 0))])
def test_a_day_that_was_both_low_and_high_counts_with_the_end_that_a_sign_looks_for(
    say: Say, data: Say, scale: str, days: tuple[int, int]
) -> None:
    say("settings", "set", "mood.scale", scale)
    for rule in ("mood above 4 on 2 of 4 days", "mood below 2 on 2 of 4 days"):
        say("sign", "add", rule, "--when", rule, "--then", "sleep on it")
    for day in (20, 21, 22):
        say("mood", "1", "--at", f"2026-11-{day} 08:00")
        say("mood", "5", "--at", f"2026-11-{day} 11:00")
    assert tuple(each["days"] for each in data("sign")["signs"]) == days


def test_silence_is_seen_on_the_day_it_ends(say: Say, data: Say, now: Now) -> None:
    say("sign", "add", "going quiet", "--when", "no entry for 4 days", "--then", "one line")
    say("mood", "3")
    now("2026-11-26T12:00:00+01:00")
    assert data("mood", "3")["signs"] == []
    now("2026-12-01T12:00:00+01:00")
    assert "Your step: one line" in say("mood", "3").stdout


def test_after_a_return_signs_wait_a_week(say: Say, data: Say, now: Now) -> None:
    say("sign", "add", "going quiet", "--when", "no entry for 4 days", "--then", "one line")
    say("mood", "3")
    now("2026-12-20T12:00:00+01:00")
    assert data("mood", "3")["signs"] == []


HARD = "A hard week, by what you noted. You do not have to wait until it is worse: carelog reach"
ONE_END = "A week at one end, by what you noted. You do not have to wait until it is worse: carelog reach"
HARD_WITH_PLAN = (
    "A hard week, by what you noted. You do not have to wait until it is worse: carelog reach, or your plan: "
    "carelog plan"
)
ONE_END_WITH_PLAN = (
    "A week at one end, by what you noted. You do not have to wait until it is worse: carelog reach, or your plan: "
    "carelog plan"
)


@pytest.mark.parametrize(
    ("scale", "level", "plan", "said"),
    [
        ("one-sided", "1", False, HARD),
        ("one-sided", "1", True, HARD_WITH_PLAN),
        ("two-sided", "1", False, ONE_END),
        ("two-sided", "1", True, ONE_END_WITH_PLAN),
        ("two-sided", "5", False, ONE_END),
        ("two-sided", "5", True, ONE_END_WITH_PLAN),
    ],
)
def test_seven_days_at_a_hard_level_name_people_once_a_day_and_the_plan_where_there_is_one(
    say: Say, now: Now, scale: str, level: str, plan: bool, said: str
) -> None:
    say("settings", "set", "mood.scale", scale)
    if plan:
        say("plan", "add", "alone", "tea")
    for day in range(16, 22):
        assert len(say("mood", level, "--at", f"2026-11-{day} 12:00").stdout.splitlines()) == 1
    assert say("mood", level).stdout.splitlines()[1:] == [said]
    assert len(say("mood", level).stdout.splitlines()) == 1
    now("2026-11-23T12:00:00+01:00")
    say("settings", "set", "offer_plan", "off")
    assert len(say("mood", level).stdout.splitlines()) == 1


def test_a_week_on_the_highest_mood_of_a_one_sided_scale_is_no_hard_one(say: Say) -> None:
    for day in range(16, 23):
        assert len(say("mood", "5", "--at", f"2026-11-{day} 12:00").stdout.splitlines()) == 1


def test_alone_it_asks_and_says_what_a_rule_can_look_at(terminal: Callable[..., Terminal], data: Say) -> None:
    person = terminal("sign", "add")
    person.expect("How do you notice it, in a few words")
    person.type("sleeping badly")
    person.expect("What in the journal would show it, such as: sleep below 5 on 3 of 5 days")
    person.type("I sleep badly")
    person.expect("“I sleep badly” does not say over how many days.")
    person.type("sleep under 5 on 3 of the last 5 nights")
    person.expect("What do you want to do then")
    person.type("call Sam")
    assert person.finish()[0] == 0
    assert [(sign["when"], sign["then"]) for sign in data("sign")["signs"]] == [
        ("sleep below 5 on 3 of 5 days", "call Sam")
    ]


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (2, ["add", "x", "--when", "sleep < 5", "--then", "y"], "“sleep < 5” does not say over how many days."),
        (
            2,
            ["add", "x"],
            (
                'Write it as a whole: carelog sign add "sleeping badly" --if "sleep below 5 on 3 of 5 days" '
                '--then "call Sam"'
            ),
        ),
        (2, ["add", " ", "--when", "no entry for 2 days", "--then", "y"], "A sign needs at least one character."),
        (3, ["past", "x"], "There is no sign called “x”. “carelog sign list” shows what there is."),
        (3, ["remove", "x"], "There is no sign called “x”. “carelog sign list” shows what there is."),
        (2, ["edit", "short", "--when", "soon"], "Examples"),
    ],
)
@pytest.mark.usefixtures("short_nights")
def test_an_invalid_sign_is_refused(refusal: Say, number: int, words: list[str], said: str) -> None:
    assert said in refusal(number, "sign", *words)


@pytest.mark.usefixtures("short_nights")
def test_a_rule_that_cannot_be_read_any_more_is_said_and_keeps_nobody_from_noting(carelog: Command, say: Say) -> None:
    with Journal.open() as journal:
        sign = next(iter(journal.signs))
        journal.signs.edit(replace(sign, rule="sleep of a later carelog"))
    assert carelog("mood", "3").exit_code == 0
    hint = "carelog cannot read this rule any more. To write it again: carelog sign edit 'short nights' --if RULE"
    assert hint in say("sign", "--plain").stdout
    assert "“short nights” would not have been shown in the last 90 days." in say("sign", "past", "short").stdout


@pytest.fixture
def a_brake(say: Say) -> None:
    """A sign that is true today, and holds drafts and plans back."""
    say("mood", "5", "--at", "2026-11-15 12:00")
    say(
        "sign",
        "add",
        "very high",
        "--when",
        "mood above 4 on 1 of 2 days",
        "--then",
        "ask Ana",
        "--hold",
        "plans,drafts",
    )
    say("mood", "5")


BRAKE = "Your own rule for high times: ask Ana. Go on? [y/N]: "
HELD = [["activity", "plan", "a trip"], ["goal", "add", "a new flat"], ["reach", "--good-for", "practical", "a van"]]
Start = Callable[..., Terminal]


@pytest.mark.usefixtures("a_brake")
@pytest.mark.parametrize("words", HELD, ids=" ".join)
def test_ones_own_brake_asks_before_plans_and_drafts(terminal: Start, data: Say, words: list[str]) -> None:
    person = terminal(*words)
    person.expect(BRAKE)
    person.type("")
    person.expect("Left for now.")
    assert person.finish()[0] == 0
    assert data("activity")["activities"] == data("goal")["goals"] == []
    person = terminal(*words)
    person.expect(BRAKE)
    person.type("y")
    number, screen = person.finish()
    assert (number, "Left for now." in screen) == (0, False)


@pytest.mark.usefixtures("a_brake")
@pytest.mark.parametrize("words", HELD, ids=" ".join)
def test_a_script_is_held_back_by_nothing(say: Say, words: list[str]) -> None:
    assert "Left for now." not in say(*words).stdout


@pytest.mark.usefixtures("a_brake")
@pytest.mark.parametrize(
    "change", [["sign", "edit", "very", "--hold", "off"], ["sign", "snooze", "very"], ["edit", "last", "--mood", "3"]]
)
def test_a_brake_that_is_off_or_rests_or_is_not_true_asks_nothing(say: Say, terminal: Start, change: list[str]) -> None:
    say(*change)
    assert "Your own rule for high times:" not in terminal("activity", "plan", "a trip").finish()[1]


@pytest.mark.usefixtures("a_brake")
def test_other_commands_are_never_held_back(terminal: Start) -> None:
    for words in (["mood", "5"], ["reach"], ["note", "a trip"], ["crisis"], ["bring", "a trip"]):
        assert "Your own rule for high times:" not in terminal(*words).finish()[1]


@pytest.mark.parametrize(
    ("rule", "question"),
    [
        ("mood above 4 on 1 of 2 days", "Your own rule for high times: tea. Go on? [y/N]: "),
        ("energy above 3 on 1 of 2 days", "Your own rule for high times: tea. Go on? [y/N]: "),
        ("energy below 8 on 1 of 2 days", "Your own rule: tea. Go on? [y/N]: "),
        ("tag slip on 1 of 2 days", "Your own rule: tea. Go on? [y/N]: "),
    ],
)
def test_a_brake_speaks_of_high_times_where_its_rule_does(say: Say, terminal: Start, rule: str, question: str) -> None:
    say("tracker", "add", "energy")
    say("mood", "5", "a day", "--tag", "slip")
    say("track", "energy=7")
    held = "While it is true, carelog asks once more before drafts and plans."
    assert held not in say("sign", "add", "mine", "--when", rule, "--then", "tea").stdout
    assert say("sign", "edit", "mine", "--hold", "drafts,plans").stdout == (
        f"Changed “mine”. “carelog undo” takes it back. {held}\n"
    )
    assert held not in say("sign", "edit", "mine", "--then", "tea").stdout
    for what in ("drafts", "plans"):
        assert f"asks once more before {what}.\n" in say("sign", "edit", "mine", "--hold", what).stdout
    assert held not in say("sign", "edit", "mine", "--hold", "off").stdout
    say("sign", "remove", "mine", "--yes")
    added = say("sign", "add", "mine", "--when", rule, "--then", "tea", "--hold", "plans,drafts").stdout
    assert added.endswith(f"When your entries show it, carelog shows your step. {held}\n")
    person = terminal("activity", "plan", "a trip")
    person.expect(question)
    person.type("")
    assert person.finish()[0] == 0


def test_what_cannot_be_held_is_refused(carelog: Command) -> None:
    done = carelog("sign", "add", "x", "--when", "no entry for 4 days", "--then", "tea", "--hold", "money")
    assert (done.exit_code, done.stderr) == (
        2,
        "A sign can hold back drafts, plans, or nothing with off; “money” is none of these.\n",
    )
