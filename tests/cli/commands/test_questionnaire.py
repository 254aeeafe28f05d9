"""questionnaire: screens with a way back and out, and the response to an answer about death."""

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from support.command import Terminal

Say = Callable[..., Any]
LATER = "2026-12-08T12:00:00+01:00"
BUILT_IN = files("carelog").joinpath("data/measures.toml").read_text("utf-8")
ITEMS = {each["id"]: each["items"] for each in tomllib.loads(BUILT_IN)["measure"]}


def answers(*given: object) -> list[str]:
    """The options that give these answers."""
    return [word for each in given for word in ("--answer", str(each))]


@pytest.fixture
def circle(say: Say) -> None:
    say("settings", "set", "country", "GB")
    say("contact", "add", "Sam", "--phone", "020 7946 0018", "--crisis", "1")
    say("plan", "add", "alone", "make tea")
    say("plan", "add", "distraction", "the library")


def test_answers_of_a_script_are_kept_with_total_band_and_change(
    say: Say, data: Say, now: Callable[[str], None]
) -> None:
    first = data("questionnaire", "take", "gad7", *answers(1, 2, 2, 1, 1, 2, 1), "--difficulty", "1")["answered"]
    assert (first["total"], first["band"], first["change"], first["difficulty"]) == (10, "moderate", None, 1)
    now(LATER)
    second = say("questionnaire", "take", "GAD-7", *answers(1, 1, 1, 1, 1, 0, 0)).stdout
    assert "GAD-7, Tue 8 Dec: 5 (range 0 to 21). On its published scale 5 to 9 is called “mild”." in second
    lower = "On 22 Nov 2026 it was 10: lower by 4 or more, a change larger than the questionnaire’s usual noise."
    assert lower in " ".join(second.split())
    assert "A number about the last 2 weeks, not a diagnosis." in second
    assert "How difficult this made things: " not in second
    assert "Spitzer" in second
    kept = data("questionnaire", "show", "gad7")["questionnaire"]["scores"]
    assert [(each["total"], each["change"]) for each in kept] == [(10, None), (5, "lower")]
    (shown,) = data("trends")["questionnaires"]
    assert (shown["id"], len(shown["scores"])) == ("gad7", 2)


def test_a_small_change_is_about_the_same_and_none_is_told_where_none_is_documented(
    say: Say, now: Callable[[str], None]
) -> None:
    say("questionnaire", "take", "phq9", *answers(1, 1, 1, 1, 1, 1, 1, 1, 0))
    say("questionnaire", "take", "phq8", *answers(*[0] * 8))
    now(LATER)
    assert "it was 8: about the same." in say("questionnaire", "take", "phq9", *answers(*[1] * 7, 0, 0)).stdout
    assert "it was" not in say("questionnaire", "take", "phq8", *answers(*[3] * 8)).stdout


def test_one_left_open_means_no_total(say: Say, data: Say) -> None:
    said = say("questionnaire", "take", "phq8", *answers(1, 1, "-", 1, 1, 1, 1, 1)).stdout
    assert "No total, because a question was left open, and that is fine." in said
    assert data("questionnaire", "show", "phq8")["questionnaire"]["scores"][0]["total"] is None


@pytest.mark.parametrize(
    ("key", "given", "again", "said"),
    [
        (
            "phq4",
            4 * [1],
            "2026-11-29",
            "Again from 29 Nov 2026: it asks about the last 2 weeks, so once a week is often enough.",
        ),
        (
            "k10",
            10 * [1],
            "2026-12-20",
            "Again from 20 Dec 2026: it asks about the last 4 weeks, so once in 4 weeks is often enough.",
        ),
    ],
)
def test_there_is_one_day_from_which_it_can_be_answered_again_and_one_reason(
    refusal: Say, say: Say, data: Say, now: Callable[[str], None], key: str, given: list[int], again: str, said: str
) -> None:
    name = say("questionnaire", "take", key, *answers(*given)).stdout.partition(",")[0]
    listed = {each["id"]: each for each in data("questionnaire")["questionnaires"]}
    assert (listed[key]["last"], listed[key]["next_offered"]) == ("2026-11-22", again)
    assert listed["phq9"]["last"] is None
    assert said[len("Again from ") :].partition(":")[0] in say("questionnaire", "list").stdout
    assert data("questionnaire", "show", key)["questionnaire"]["next_offered"] == again
    assert said in say("questionnaire", "show", key, "--plain").stdout
    now(f"{date.fromisoformat(again) - timedelta(days=1)}T12:00:00+01:00")
    refused = f"You answered the {name} on 22 Nov 2026. {said} To answer it now: --again"
    assert refusal(2, "questionnaire", "take", key, *answers(*given)) == refused
    now(f"{again}T12:00:00+01:00")
    say("questionnaire", "take", key, *answers(*given))
    say("questionnaire", "take", key, *answers(*given), "--again")


def test_a_slow_change_is_seen_on_every_page(say: Say, data: Say, now: Callable[[str], None]) -> None:
    said = ""
    for week, total in enumerate(range(15, 7, -1)):
        now(f"{date(2026, 9, 6) + timedelta(weeks=week)}T12:00:00+02:00")
        given = [min(3, max(0, total - 3 * item)) for item in range(8)]
        said = say("questionnaire", "take", "phq9", *answers(*given, 0)).stdout
        assert f": {total} (range 0 to 27)" in said
    sentence = (
        "n 6 Sep 2026, the first here, it was 15: lower by 6 or more, "
        "a change larger than the questionnaire’s usual noise"
    )
    assert f"On 18 Oct 2026 it was 9: about the same.\nO{sentence}.\n" in said
    shown = say("questionnaire", "show", "phq9").stdout
    assert shown.count("lower than the first by 6 or more") == 2
    assert f"O{sentence}." in " ".join(shown.split())
    assert f"; o{sentence}; " in say("questionnaire", "show", "phq9", "--plain").stdout
    *_, last = data("questionnaire", "show", "phq9")["questionnaire"]["scores"]
    assert last["change"] == "about-the-same"
    assert last["compared"] == [
        {"beside": "before", "day": "2026-10-18", "total": 9, "change": "about-the-same"},
        {"beside": "first", "day": "2026-09-06", "total": 15, "change": "lower"},
    ]
    page = say("export", "--for", "therapist", "--from", "2026-09-01", "--format", "md", "--yes", "-o", "-").stdout
    assert "First 15 on 6 Sep, last 8 on 25 Oct: lower by 6 or more." in page


def test_without_a_published_change_totals_stand_side_by_side_without_a_verdict(
    say: Say, data: Say, now: Callable[[str], None]
) -> None:
    said = ""
    for day, total in (("2026-09-29", 3), ("2026-10-13", 12), ("2026-10-27", 18), ("2026-11-10", 5), ("2026-11-24", 6)):
        now(f"{day}T12:00:00+01:00")
        said = say(
            "questionnaire", "take", "phq8", *answers(*(min(3, max(0, total - 3 * at)) for at in range(8)))
        ).stdout
    beside = ["Before: 5 on 10 Nov 2026.", "First: 3 on 29 Sep 2026.", "Highest: 18 on 27 Oct 2026."]
    assert said.splitlines()[1:4] == beside
    shown = " ".join(say("questionnaire", "show", "phq8").stdout.split())
    assert all(sentence in shown for sentence in beside)
    assert "about the same" not in shown
    assert (
        "6, mild; before: 5 on 10 Nov 2026; first: 3 on 29 Sep 2026; highest: 18 on 27 Oct 2026"
        in say("questionnaire", "show", "phq8", "--plain").stdout
    )
    *_, last = data("questionnaire", "show", "phq8")["questionnaire"]["scores"]
    assert last["change"] is None
    assert last["compared"] == [
        {"beside": "before", "day": "2026-11-10", "total": 5, "change": None},
        {"beside": "first", "day": "2026-09-29", "total": 3, "change": None},
        {"beside": "highest", "day": "2026-10-27", "total": 18, "change": None},
    ]
    page = say("export", "--for", "therapist", "--from", "2026-09-01", "--format", "md", "--yes", "-o", "-").stdout
    assert "First 3 on 29 Sep, last 6 on 24 Nov. Highest 18 on 27 Oct 2026." in page


@pytest.mark.parametrize(
    ("key", "given", "talk"),
    [
        ("phq9", (3, 3, 3, 3, 2, 0, 0, 0, 0), False),
        ("phq9", (3, 3, 3, 3, 3, 0, 0, 0, 0), True),
        ("phq8", (3, 3, 3, 3, 2, 0, 0, 0), False),
        ("phq8", (3, 3, 3, 3, 3, 0, 0, 0), True),
        ("gad7", (3, 3, 3, 0, 0, 0, 0), False),
        ("gad7", (3, 3, 3, 1, 0, 0, 0), True),
        ("pcl5", (*[3] * 10, *[0] * 10), False),
        ("pcl5", (*[3] * 9, 4, *[0] * 10), True),
    ],
)
def test_talking_it_over_comes_from_15_of_the_phq_and_10_of_the_gad_on(
    say: Say, key: str, given: tuple[int, ...], talk: bool
) -> None:
    said = say("questionnaire", "take", key, *answers(*given)).stdout
    assert (
        (
            "With a number like this it is worth talking to a doctor or therapist. You can "
            "take it along: carelog export "
            "--for therapist"
        )
        in said
    ) is talk


def test_a_scale_with_cut_points_has_no_made_up_names(say: Say, data: Say) -> None:
    said = say("questionnaire", "take", "pcl5", *answers(*[4] * 20)).stdout
    assert said.startswith(
        "PCL-5, Sun 22 Nov: 80 (range 0 to 80). Its published cut-point is 31. A number about the last month, not a "
        "diagnosis.\n"
    )
    assert data("questionnaire", "show", "pcl5")["questionnaire"]["scores"][0]["band"] is None
    said = say("questionnaire", "take", "k6", *answers(*[1] * 6)).stdout
    assert "Its published cut-points are 5 (moderate) and 13 (serious)." in said
    assert "31 or more" in say("questionnaire", "show", "pcl5").stdout
    assert "6, moderate" in say("questionnaire", "show", "k6", "--plain").stdout
    page = say("export", "--for", "therapist", "--from", "2026-11-01", "--format", "md", "--yes", "-o", "-").stdout
    assert "31 or more" in page


@pytest.mark.parametrize("answer", [1, 2, 3])
@pytest.mark.usefixtures("circle")
def test_every_answer_above_nothing_to_the_last_item_gets_the_same_response_first(say: Say, answer: int) -> None:
    said = say("questionnaire", "take", "phq9", *answers(*[0] * 8, answer)).stdout
    parts = ("Thank you", "call 999 now", "make tea", "020 7946 0018", "116 123", "PHQ-9, Sun 22 Nov:")
    order = [said.index(part) for part in parts]
    assert order == sorted(order)
    assert "Question 9, “Thoughts that you would be better off dead" in said


def test_without_plan_people_and_country_there_is_still_a_response(say: Say) -> None:
    said = say("questionnaire", "take", "phq9", *answers(*[0] * 8, 1)).stdout
    assert "please call 112 (Germany) now" in said
    assert "Lines (Germany, a guess):" in said
    assert "Your own plan:" not in said
    assert "carelog crisis" in said


def test_nothing_is_said_of_it_when_the_answer_is_not_at_all(say: Say) -> None:
    said = say("questionnaire", "take", "phq9", *answers(*[3] * 8, 0)).stdout
    assert "Thank you for answering that." not in said
    assert "PHQ-9, Sun 22 Nov: 24 (range 0 to 27)." in said
    useful = (
        "With a number like this it is worth talking to a doctor or therapist. You can take it along: carelog export "
        "--for therapist"
    )
    assert useful in " ".join(said.split())


@pytest.mark.usefixtures("circle")
def test_the_plan_is_offered_once_on_the_next_day_of_use(say: Say, data: Say, now: Callable[[str], None]) -> None:
    say("questionnaire", "take", "phq9", *answers(*[0] * 8, 1))
    assert not data("today")["plan_after_hard_answers"]
    now("2026-11-25T12:00:00+01:00")
    hint = "Your plan is here whenever you want it: carelog plan. Someone now: carelog reach"
    assert hint in " ".join(say("today").stdout.split())
    say("mood", "3")
    now("2026-11-26T12:00:00+01:00")
    assert hint not in " ".join(say("today").stdout.split())


def test_the_plan_is_offered_also_where_another_questionnaire_followed(
    say: Say, data: Say, now: Callable[[str], None]
) -> None:
    say("questionnaire", "take", "phq9", *answers(*[0] * 8, 1))
    say("questionnaire", "take", "gad7", *answers(*[0] * 7))
    now("2026-11-24T12:00:00+01:00")
    assert (
        "Your card is here whenever you want it: carelog crisis. Someone now: carelog reach"
        in say("today", "--plain").stdout
    )
    now("2026-12-07T12:00:00+01:00")
    assert not data("today")["plan_after_hard_answers"]


def test_of_several_countries_each_number_says_where_it_answers(say: Say) -> None:
    say("settings", "set", "country", "GB,DE,FR")
    said = say("questionnaire", "take", "phq9", *answers(*[0] * 8, 1)).stdout
    assert "please call 999 (United Kingdom) or 112 (Germany) now" in said
    assert said.index("Lines in your country:") < said.index("Samaritans")


def test_a_plan_without_steps_to_do_alone_is_still_the_persons_plan(say: Say) -> None:
    say("contact", "add", "Alex", "--phone", "020 7946 0101")
    say("plan", "add", "people", "call Alex", "--contact", "Alex")
    said = say("questionnaire", "take", "phq9", *answers(*[0] * 8, 3)).stdout
    assert "Your own plan:\n  call Alex, 020 7946 0101" in said


@pytest.mark.usefixtures("circle")
def test_a_program_gets_the_response_in_words_to_show(data: Say) -> None:
    taken = data("questionnaire", "take", "phq9", *answers(*[0] * 8, 1))
    assert "call 999 now" in taken["response"]
    assert "make tea" in taken["response"]
    assert data("questionnaire", "take", "phq8", *answers(*[3] * 8))["response"] is None


def test_scores_are_in_trends_before_any_entry(say: Say) -> None:
    assert "Nothing is noted yet. Begin with: carelog mood 4 a few words" in " ".join(say("trends").stdout.split())
    say("questionnaire", "take", "gad7", *answers(*[1] * 7))
    for words in (["trends"], ["trends", "--plain"]):
        shown = say(*words).stdout
        assert "GAD-7" in shown
        assert "mild" in shown


def test_a_result_is_removed_by_the_handle_that_is_shown(say: Say, data: Say) -> None:
    say("questionnaire", "take", "phq4", *answers(3, 2, 1, 0))
    handle = data("questionnaire", "show", "phq4")["questionnaire"]["scores"][0]["handle"]
    for words in ([], ["--plain"]):
        shown = say("questionnaire", "show", "phq4", *words).stdout
        assert handle in shown
        assert "GAD-2 5" in shown
    say("questionnaire", "remove", handle, "--yes")
    assert data("questionnaire", "show", "phq4")["questionnaire"]["scores"] == []


def test_how_difficult_it_made_things_is_shown_and_never_added(say: Say) -> None:
    said = say("questionnaire", "take", "gad7", *answers(*[1] * 7), "--difficulty", "2").stdout
    assert "GAD-7, Sun 22 Nov: 7 (range 0 to 21)" in said
    assert "How difficult this made things: very difficult." in said
    assert "very difficult" in say("questionnaire", "show", "gad7").stdout


def test_a_screen_for_each_question_with_a_way_back(terminal: Callable[..., Terminal], data: Say) -> None:
    person = terminal("questionnaire", "take", "phq4")
    for place, typed in enumerate(["2", "x", "b", "1", "", "3", "0"]):
        number = {0: 0, 1: 1, 2: 1, 3: 0, 4: 1, 5: 2, 6: 3}[place]
        person.expect(
            ITEMS["phq4"][number][:30] if typed != "b" else "Type one of the numbers beside the answers, or b, q or -."
        )
        person.expect("Number") if typed != "b" else None
        person.type(typed)
    code, screen = person.finish()
    assert code == 0
    assert "4 of 4" in screen
    assert data("questionnaire", "show", "phq4")["questionnaire"]["scores"][0]["answers"] == [1, None, 3, 0]


@pytest.mark.usefixtures("circle")
def test_on_a_terminal_help_is_there_at_once_and_one_can_always_carry_on(
    terminal: Callable[..., Terminal], data: Say
) -> None:
    person = terminal("questionnaire", "take", "phq9")
    person.expect("Nobody else sees your answers, and carelog cannot call anyone.")
    person.expect("Enter: begin, 8: the PHQ-8 instead, q: leave")
    person.type("")
    for item in ITEMS["phq9"][:8]:
        person.expect(item[:24])
        person.expect("Number")
        person.type("0")
    person.expect("Thoughts that you would")
    person.expect("Number")
    person.type("1")
    person.expect("Thank you for answering that.")
    person.expect("What would help right now? 1: my plan, 2: a person, 3: a line, Enter: carry on")
    person.type("my plan")
    person.expect("What I can do by myself")
    person.expect("People and places that take my mind off it")
    person.expect("What would help right now? 1: my plan, 2: a person, 3: a line, Enter: carry on")
    person.type("2")
    person.expect("020 7946 0018")
    person.expect("call 999 now")
    person.expect("What would help right now? 1: my plan, 2: a person, 3: a line, Enter: carry on")
    person.type("")
    person.expect("how difficult have these problems")
    person.expect("Number")
    person.type("0")
    code, screen = person.finish()
    assert code == 0
    assert screen.index("Thank you for answering that.") < screen.index("1 (range 0 to 27)")
    assert screen.rstrip().count("carelog crisis") > 2
    (kept,) = data("questionnaire", "show", "phq9")["questionnaire"]["scores"]
    assert (kept["total"], kept["difficulty"], kept["safety"][0]["answer"]) == (1, 0, 1)


def test_going_back_keeps_what_was_answered_and_enter_leaves_it_so(
    terminal: Callable[..., Terminal], data: Say
) -> None:
    person = terminal("questionnaire", "take", "gad7")
    steps = [("2", 1), ("3", 2), ("b", 3), ("b", 2), ("", 1), ("-", 2), ("1", 3)]
    for typed, place in steps:
        person.expect(f"{place} of 7")
        person.expect("q stops")
        person.type(typed)
    for place in range(4, 8):
        person.expect(f"{place} of 7")
        person.expect("q stops")
        person.type("0")
    person.expect("how difficult")
    person.expect("q stops")
    person.type("b")
    person.expect("7 of 7")
    person.expect("> 0  Not at all")
    person.expect("Enter keeps 0")
    person.type("1")
    person.expect("how difficult")
    person.expect("q stops")
    person.type("2")
    assert person.finish()[0] == 0
    (kept,) = data("questionnaire", "show", "gad7")["questionnaire"]["scores"]
    assert (kept["answers"], kept["difficulty"]) == ([2, None, 1, 0, 0, 0, 1], 2)


@pytest.mark.parametrize(("typed", "answered"), [("8", {"phq8"}), ("q", set())])
def test_before_the_phq_9_one_can_take_the_phq_8_instead_or_leave(
    terminal: Callable[..., Terminal], data: Say, typed: str, answered: set[str]
) -> None:
    person = terminal("questionnaire", "take", "phq9")
    person.expect("Nobody else sees your answers, and carelog cannot call anyone.")
    person.expect("q: leave")
    person.type(typed)
    for place in range(1, 9 if answered else 1):
        person.expect(f"{place} of 8")
        person.expect("q stops")
        person.type("0")
    code, screen = person.finish()
    assert code == 0
    assert ("Nothing was kept." in screen) is not answered
    listed = data("questionnaire")["questionnaires"]
    assert {each["id"] for each in listed if each["last"]} == answered


def test_what_was_left_open_is_finished_the_same_day_and_never_in_the_way(
    terminal: Callable[..., Terminal], say: Say, data: Say, now: Callable[[str], None]
) -> None:
    say("questionnaire", "take", "phq4", *answers(1, "-", 2, 0))
    person = terminal("questionnaire", "take", "phq4")
    person.expect("You began today; what you answered is still here.")
    person.expect("2 of 4")
    person.expect("q stops")
    person.type("3")
    for place in (3, 4):
        person.expect(f"{place} of 4")
        person.expect("q stops")
        person.type("")
    assert person.finish()[0] == 0
    (kept,) = data("questionnaire", "show", "phq4")["questionnaire"]["scores"]
    assert (kept["answers"], kept["total"]) == ([1, 3, 2, 0], 6)
    say("questionnaire", "take", "gad2", *answers(1, "-"))
    now("2026-11-23T12:00:00+01:00")
    say("questionnaire", "take", "gad2", *answers(1, 1))
    assert [each["total"] for each in data("questionnaire", "show", "gad2")["questionnaire"]["scores"]] == [None, 2]


@pytest.mark.parametrize(
    ("typed", "then"),
    [
        ("000", "4 of 9"),
        ("000000002", "What would help right now? 1: my plan, 2: a person, 3: a line, Enter: carry on"),
    ],
)
def test_one_can_leave_at_any_moment_and_nothing_is_kept(
    terminal: Callable[..., Terminal], data: Say, typed: str, then: str
) -> None:
    person = terminal("questionnaire", "take", "phq9")
    person.expect("q: leave")
    person.type("")
    for answer in typed:
        person.expect("q stops")
        person.type(answer)
    person.expect(then)
    assert person.leave("\x03")[0] == 130
    assert data("questionnaire", "show", "phq9")["questionnaire"]["scores"] == []


def test_a_questionnaire_that_cannot_be_answered_begins_no_journal(refusal: Say, home: Path) -> None:
    refusal(2, "questionnaire", "take", "phq9")
    refusal(2, "questionnaire", "take", "phq9", *answers(1))
    assert not (home / "journal.db").exists()


def test_answers_on_the_command_line_are_never_asked_for_again(terminal: Callable[..., Terminal]) -> None:
    code, screen = terminal("questionnaire", "take", "phq9", *answers(*[1] * 8, 0)).finish()
    assert code == 0
    assert "8 (range 0 to 27)" in screen


def test_on_a_narrow_screen_words_stay_whole(terminal: Callable[..., Terminal]) -> None:
    person = terminal("questionnaire", "take", "phq9", columns=32)
    person.expect("q: leave")
    person.type("8")
    person.expect("Little interest or pleasure in")
    person.expect("q stops")
    person.type("q")
    code, screen = person.finish()
    assert code == 0
    shown = screen.partition("1 of 8")[2].partition("Number:")[0]
    assert "Over the last 2 weeks, how often" in shown
    assert max(map(len, shown.splitlines())) <= 32


@pytest.mark.parametrize(("keep", "count"), [("y", 1), ("n", 0)])
def test_one_can_stop_and_choose_what_stays(
    terminal: Callable[..., Terminal], data: Say, keep: str, count: int
) -> None:
    person = terminal("questionnaire", "take", "phq8")
    person.expect("Number")
    person.type("2")
    person.expect("2 of 8")
    person.expect("Number")
    person.type("q")
    person.expect("Keep what you answered so far, without a total? You can finish it today.")
    person.type(keep)
    assert person.finish()[0] == 0
    scores = data("questionnaire", "show", "phq8")["questionnaire"]["scores"]
    assert [each["answers"] for each in scores] == [[2, *[None] * 7]] * count


def test_answers_can_be_removed_and_undone(say: Say, data: Say) -> None:
    say("questionnaire", "take", "phq4", *answers(1, 1, 1, 1))
    say("undo")
    assert data("questionnaire", "show", "phq4")["questionnaire"]["scores"] == []
    say("questionnaire", "take", "phq4", *answers(1, 1, 1, 1))
    say("questionnaire", "remove", "last", "--yes")
    assert data("questionnaire", "show", "phq4")["questionnaire"]["scores"] == []


def test_one_of_ones_own_is_added_and_answered(say: Say, data: Say, refusal: Say) -> None:
    start = BUILT_IN.index("[[measure]]", BUILT_IN.index('id = "gad2"') - 40)
    mine = (
        BUILT_IN[start : BUILT_IN.index("[[measure]]", start + 5)].replace('"gad2"', '"mine"').replace("GAD-2", "Mine")
    )
    Path("mine.toml").write_text(mine, "utf-8")
    assert "carelog questionnaire take mine" in say("questionnaire", "add", "mine.toml").stdout
    assert data("questionnaire", "take", "mine", *answers(1, 2))["answered"]["total"] == 3
    Path("bad.toml").write_text(mine.replace("max = 6", "max = 7"), "utf-8")
    not_the_sum = "bad.toml, line 28, max: the items add up to 6, not 7."
    assert refusal(6, "questionnaire", "add", "bad.toml") == not_the_sum


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (2, ["take", "phq4"], "Give --answer as often as it has questions: a number, or - to leave one open."),
        (3, ["take", "core10"], "There are phq9"),
        (3, ["show", "x"], "There are phq9"),
        (
            2,
            ["take", "phq4", *answers(1)],
            "The PHQ-4 has 4 questions, and 1 answer was given. Leave one open with --answer -",
        ),
        (
            2,
            ["take", "phq4", *answers(1, 1, 1, 4)],
            "“4” is not among the answers here: 0, 1, 2, 3, or - to leave it open.",
        ),
        (
            2,
            ["take", "phq4", *answers(1, 1, 1, "often")],
            "“often” is not among the answers here: 0, 1, 2, 3, or - to leave it open.",
        ),
        (
            2,
            ["take", "phq9", *answers(*[1] * 9), "--difficulty", "7"],
            "“7” is not among the answers on difficulty: 0 to 3.",
        ),
        (
            2,
            ["take", "phq9", *answers(*[0] * 9), "--difficulty", "1"],
            "The question about difficulty is asked only where an answer is above 0.",
        ),
        (2, ["take", "phq8", *answers(*[1] * 8), "--difficulty", "1"], "The PHQ-8 has no question about difficulty."),
        (
            2,
            ["take", "phq4", *answers("-", "-", "-", "-")],
            "A questionnaire needs at least one answer, and answers are counted from 0.",
        ),
        (3, ["remove", "last"], "No questionnaire is answered yet. Those there are: carelog questionnaire list"),
        (6, ["add", "nothing.toml"], "nothing.toml is not a file."),
    ],
)
def test_invalid_answers_and_files_are_refused(
    refusal: Say, data: Say, number: int, words: list[str], said: str
) -> None:
    assert said in refusal(number, "questionnaire", *words)
    assert {each["last"] for each in data("questionnaire")["questionnaires"]} == {None}


# --- what stands before and after


def test_before_and_after_the_pcl_5_there_are_kind_words(terminal: Callable[..., Terminal], say: Say) -> None:
    say("plan", "add", "alone", "water the herbs.")
    person = terminal("questionnaire", "take", "pcl5", columns=100)
    person.expect("It asks about one very stressful event. You need not write it down or say which.")
    person.expect("Stop at any question; nothing is lost. Your card, at any time: carelog crisis")
    person.expect("q: leave")
    person.type("")
    for place in range(1, 21):
        person.expect(f"{place} of 20")
        person.expect("q stops")
        person.type("1")
    code, screen = person.finish()
    assert code == 0
    assert "That can stir things up. Something ordinary next is a good idea: water the herbs." in screen


def test_after_the_pcl_5_there_are_kind_words_without_a_plan_and_when_one_stops(
    terminal: Callable[..., Terminal], data: Say
) -> None:
    said = (
        "That can stir things up. Something ordinary next is a good idea: a glass of water, going outside, or a few "
        "words with somebody."
    )
    assert data("questionnaire", "take", "pcl5", *answers(*[0] * 20))["after"] == said
    person = terminal("questionnaire", "take", "pcl5", "--again")
    person.expect("q: leave")
    person.type("")
    person.expect("q stops")
    person.type("q")
    code, screen = person.finish()
    assert code == 0
    assert screen.index("Nothing was kept.") < screen.index("That can stir things up.")
    assert data("questionnaire", "take", "gad2", *answers(1, 1))["after"] is None


def test_where_others_see_the_screen_the_kind_words_name_no_step_of_the_plan(carelog: Say, say: Say) -> None:
    say("plan", "add", "alone", "water the herbs")
    taken = carelog("questionnaire", "take", "pcl5", "--discreet", *answers(*[0] * 20))
    assert taken.stdout == "Done.\n"
    assert taken.stderr == (
        "That can stir things up. Something ordinary next is a good idea: a glass of water, going outside, or a few "
        "words with somebody.\n"
    )


@pytest.mark.parametrize("said", ["1", "3"])
def test_where_others_see_the_screen_an_answer_about_death_is_met_all_the_same(
    carelog: Say, data: Say, say: Say, said: str
) -> None:
    say("settings", "set", "country", "GB")
    given = ("questionnaire", "take", "phq9", *answers(*[0] * 8), "--answer", said)
    taken = carelog(*given, "--discreet")
    assert taken.stdout == "Done.\n"
    assert taken.stderr.strip() == data(*given, "--again")["response"].strip()
    assert "999" in taken.stderr
    nothing = carelog("questionnaire", "take", "phq9", "--discreet", "--again", *answers(*[0] * 9))
    assert (nothing.stdout, nothing.stderr) == ("Done.\n", "")


@pytest.mark.parametrize("key", ["phq8", "gad7", "k10", "k6"])
def test_the_card_is_named_before_every_questionnaire(terminal: Callable[..., Terminal], key: str) -> None:
    person = terminal("questionnaire", "take", key)
    person.expect(
        "Nobody else sees your answers, and carelog cannot call anyone. Your crisis card, at any time: carelog crisis"
    )
    person.expect("1 of ")
    person.expect("q stops")
    person.type("q")
    assert person.finish()[0] == 0


def test_an_instruction_stands_before_the_first_question(terminal: Callable[..., Terminal], say: Say) -> None:
    start = BUILT_IN.index("[[measure]]", BUILT_IN.index('id = "gad2"') - 40)
    mine = BUILT_IN[start : BUILT_IN.index("[[measure]]", start + 5)].replace('"gad2"', '"mine"')
    Path("mine.toml").write_text(f'{mine}instruction = "Think of the last two weeks."\n', "utf-8")
    say("questionnaire", "add", "mine.toml")
    person = terminal("questionnaire", "take", "mine")
    person.expect("Your crisis card, at any time: carelog crisis")
    person.expect("Think of the last two weeks.")
    person.expect("q: leave")
    person.type("q")
    code, screen = person.finish()
    assert code == 0
    assert "1 of 2" not in screen


@pytest.mark.parametrize("recall", ["7 days", "last 7 days", "the last 7 days", "Over the past 7 days"])
def test_the_time_that_a_file_asks_about_is_said_once(say: Say, recall: str) -> None:
    file = Path("own.toml")
    start = BUILT_IN.index("[[measure]]", BUILT_IN.index('id = "gad2"') - 40)
    mine = BUILT_IN[start : BUILT_IN.index("[[measure]]", start + 5)].replace('"gad2"', '"mine"')
    file.write_text(mine.replace('"2 weeks"', f'"{recall}"').replace("GAD-2", "Mine"), "utf-8")
    say("questionnaire", "add", str(file))
    assert (
        " A number about the last 7 days, not a diagnosis."
        in say("questionnaire", "take", "mine", *answers(1, 0)).stdout
    )


def test_a_file_that_cannot_be_counted_any_more_is_named_beside_the_list(carelog: Say, say: Say, home: Path) -> None:
    start = BUILT_IN.index("[[measure]]", BUILT_IN.index('id = "gad2"') - 40)
    mine = BUILT_IN[start : BUILT_IN.index("[[measure]]", start + 5)].replace('"gad2"', '"mine"')
    Path("mine.toml").write_text(mine, "utf-8")
    say("questionnaire", "add", "mine.toml")
    kept = next(home.rglob("mine.toml"))
    kept.write_text(f"# reversed: 2\n{mine}", "utf-8")
    listed = carelog("questionnaire")
    assert listed.exit_code == 0
    assert listed.stderr == (
        f"Left out: {kept}, line 1, reversed: this speaks of questions that count the other way round, and not in a "
        "way that carelog understands. Write reverse_items = [2, 3] with the numbers of those questions, or "
        "reverse_items = [] if there are none.\n"
    )
    assert carelog("questionnaire", "list", "--discreet").stderr == ""
