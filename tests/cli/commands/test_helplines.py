"""helplines: the sources of the numbers, the marks of a person, and the country that is asked for once."""

import os
from collections.abc import Callable
from pathlib import Path
from shlex import split
from typing import Any

import pytest

from support.command import Command, Terminal

Say = Callable[..., Any]
Start = Callable[..., Terminal]


@pytest.fixture
def british(say: Say) -> None:
    say("settings", "set", "country", "GB")


def test_lines_are_listed_with_hours_languages_and_the_month_in_which_they_were_confirmed(say: Say) -> None:
    shown = say("helplines", "--country", "GB").stdout
    assert "United Kingdom: in danger call 999" in shown
    for fact in ("Samaritans", "  116 123", "  24/7, free", "  In: English", "  Last confirmed 2026-08"):
        assert f"{fact}\n" in shown
    assert "  Last confirmed 2026-04, by one source\n" in say("helplines", "--country", "BG").stdout
    assert (
        "These numbers are copied from their sources. When you have checked one: carelog helplines checked NAME"
        in " ".join(shown.split())
    )
    assert "Sources: " not in shown


def test_each_number_says_where_it_comes_from_when_asked(say: Say) -> None:
    shown = say("helplines", "--country", "GB", "--sources").stdout
    assert "OH (samaritans.org talk-us-phone)" in shown
    assert "OH: open-helplines by Kouki-odaka (CC0)" in shown
    assert "GC: " not in shown
    plain = say("helplines", "--country", "GB", "--sources", "--plain").stdout
    assert all(line.endswith((".", ":")) or ": carelog " in line for line in plain.splitlines())
    assert "Sources: W2021; WEH README; WEN 999 (ambulance, police)" in plain


def test_the_country_is_the_cards_and_a_guess_says_so(say: Say, data: Say) -> None:
    assert "The country is a guess. To set it: carelog settings set country DE" in " ".join(
        say("helplines").stdout.split()
    )
    say("settings", "set", "country", "AT,CH")
    found = data("helplines")
    assert [each["country"] for each in found["countries"]] == ["AT", "CH"]
    assert found["country_source"] == "settings"
    assert "guess" not in say("helplines").stdout
    assert "Fiji: find a line at findahelpline.com" in say("helplines", "--country", "FJ").stdout


@pytest.mark.usefixtures("british")
def test_a_hidden_line_leaves_the_card_at_once_and_comes_back(say: Say, data: Say) -> None:
    mark = data("helplines", "hide", "shout")["mark"]
    assert mark == {"country": "GB", "name": "Shout", "hidden": True, "checked_on": None}
    assert "Shout" not in say("crisis").stdout
    assert [line["name"] for line in data("crisis")["lines"] if line["name"] == "Shout"] == []
    assert "Shout (not on your card)" in say("helplines").stdout
    assert data("helplines")["lines"][-1]["hidden"] is True
    say("helplines", "unhide", "85258")
    assert "85258" in say("crisis").stdout


@pytest.mark.usefixtures("british")
def test_a_line_of_another_country_can_be_hidden_and_shown_again(data: Say) -> None:
    hidden = data("helplines", "hide", "Samaritans", "--country", "IE")["mark"]
    assert (hidden["country"], hidden["hidden"]) == ("IE", True)
    assert data("helplines", "unhide", "Samaritans", "--country", "IE")["mark"] == hidden | {"hidden": False}


@pytest.mark.usefixtures("british")
def test_the_emergency_number_cannot_be_hidden(refusal: Say, say: Say, carelog: Command) -> None:
    for number in ("999", "112", "emergency", "Emergency number"):
        assert "The emergency number always stays on your card." in refusal(2, "helplines", "hide", number)
    for name in ("Samaritans", "Shout", "Lifeline", "Childline"):
        say("helplines", "hide", name)
    last = carelog("helplines", "hide", "NHS", "111")
    assert (
        "All lines of GB are off your card now. The emergency number stays, and any line can come back." in last.stderr
    )
    shown = say("crisis").stdout
    assert shown.startswith("In danger now: call 999 (United Kingdom)\n")
    assert shown.endswith("\nIn danger now: call 999 (United Kingdom)\n")
    assert "findahelpline.com" in shown


@pytest.mark.usefixtures("british")
@pytest.mark.parametrize(
    ("words", "day"),
    [
        (["NHS", "111", "yesterday"], "2026-11-21"),
        (["nhs 111 (choose the mental health option)"], "2026-11-22"),
        (["111", "2026-11-20"], "2026-11-20"),
    ],
)
def test_a_number_that_was_checked_says_so_on_the_card(say: Say, data: Say, words: list[str], day: str) -> None:
    assert data("helplines", "checked", *words)["mark"]["checked_on"] == day
    assert "Last confirmed 2026-11, by you" in say("crisis").stdout
    [line] = [line for line in data("crisis")["lines"] if line["checked_by_you"]]
    assert (line["checked"], line["one_source"]) == (day, False)
    assert "Last confirmed 2026-11, by you" in say("helplines").stdout


@pytest.mark.usefixtures("british")
def test_a_check_and_a_hidden_line_are_undone_like_everything_else(say: Say, data: Say) -> None:
    say("helplines", "checked", "Samaritans")
    say("helplines", "hide", "Samaritans")
    say("undo")
    assert [line["name"] for line in data("crisis")["lines"] if line["checked_by_you"]] == ["Samaritans"]


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (2, ["hide", "Telefono"], "Telefono Amico Italia (IT)"),
        (
            3,
            ["hide", "Shout", "--country", "IE"],
            "There is no line called “Shout”. “carelog helplines --country GB” lists those of a country.",
        ),
        (
            3,
            ["hide", "Nobody"],
            "There is no line called “Nobody”. “carelog helplines --country GB” lists those of a country.",
        ),
        (3, ["hide", ""], "There is no line called “”. “carelog helplines --country GB” lists those of a country."),
        (
            3,
            ["unhide", "Nobody"],
            "There is no line called “Nobody”. “carelog helplines --country GB” lists those of a country.",
        ),
        (
            2,
            ["checked", "Samaritans Ireland", "2027-01-01"],
            "That day is in the future. A day up to today can be used.",
        ),
        (2, ["checked", "1813", "some", "day"], "some day"),
        (
            2,
            ["--country", "Atlantis"],
            "carelog knows no country “Atlantis”. Write its name or its code of two letters, such as Ireland or IE.",
        ),
        (
            2,
            ["--country", ""],
            "carelog knows no country “”. Write its name or its code of two letters, such as Ireland or IE.",
        ),
    ],
)
def test_a_refusal_says_what_can_be_done(refusal: Say, number: int, words: list[str], said: str) -> None:
    assert said in refusal(number, "helplines", *words)


def test_the_line_of_ones_own_country_is_meant_before_any_other(data: Say, say: Say, refusal: Say) -> None:
    for country in ("AT", "DE"):
        say("settings", "set", "country", country)
        assert data("helplines", "checked", "TelefonSeelsorge")["mark"]["country"] == country
    assert data("helplines", "checked", "TelefonSeelsorge", "--country", "AT")["mark"]["country"] == "AT"
    say("settings", "set", "country", "CH")
    assert "TelefonSeelsorge (AT)" in refusal(2, "helplines", "checked", "TelefonSeelsorge")


@pytest.mark.usefixtures("british")
def test_lines_of_preferred_languages_come_first_on_the_card_too(say: Say, data: Say) -> None:
    say("settings", "set", "country", "BE")
    assert data("crisis")["lines"][0]["languages"] == ["nl"]
    say("settings", "set", "helplines.languages", "en")
    for command in ("crisis", "helplines"):
        assert [line["languages"] for line in data(command)["lines"]] == [["en"], ["nl"], ["fr"]]


@pytest.mark.usefixtures("british")
def test_pages_beside_the_card_leave_hidden_lines_out_as_well(say: Say) -> None:
    say("plan", "add", "alone", "make tea")
    say("helplines", "hide", "Samaritans")
    say("plan", "print", "plan.html")
    printed = Path("plan.html").read_text("utf-8")
    assert "Samaritans" not in printed
    assert "Shout" in printed


@pytest.mark.parametrize("words", [["contact", "add", "Sam"], ["plan", "add", "alone", "make tea"]])
def test_the_country_is_asked_for_the_first_time_that_people_or_the_plan_change(
    terminal: Start, data: Say, words: list[str]
) -> None:
    person = terminal(*words)
    person.expect("several: UK, Ireland) [Germany]:")
    person.type("England and eire")
    person.expect("Your card has the lines of: United Kingdom, Ireland")
    assert person.finish()[0] == 0
    assert data("settings", "get", "country") == {"country": ["GB", "IE"]}
    code, screen = terminal("contact", "add", "Kim").finish()
    assert (
        code,
        "Your country, for the lines on your crisis card (name or code; several: UK, Ireland)"
        in " ".join(screen.split()),
    ) == (0, False)


def test_a_question_for_the_country_that_was_left_open_is_not_asked_again(
    terminal: Start, data: Say, isolated: Path
) -> None:
    nowhere = {"TZ": "Antarctica/Troll_", "LANG": "C", "LC_ALL": "C", **without_zone(isolated)}
    person = terminal("contact", "add", "Sam", env=nowhere)
    person.expect("several: UK, Ireland):")
    person.type("")
    assert person.finish()[0] == 0
    assert data("settings", "get", "country") == {"country": []}
    code, screen = terminal("contact", "add", "Kim", env=nowhere).finish()
    assert (
        code,
        "Your country, for the lines on your crisis card (name or code; several: UK, Ireland)"
        in " ".join(screen.split()),
    ) == (0, False)
    assert {each["name"] for each in data("contact")["contacts"]} == {"Sam", "Kim"}


def test_without_a_terminal_nothing_is_asked(say: Say, data: Say) -> None:
    assert say("contact", "add", "Sam").stdout
    assert say("plan", "add", "alone", "make tea").stdout
    assert data("settings", "get", "country") == {"country": []}


def without_zone(folder: Path) -> dict[str, str]:
    """An environment in which the machine's own time zone cannot be found."""
    (folder / "nowhere").mkdir()
    program = "from carelog.crisis import country\ncountry._if_there = lambda look: ''\n"
    (folder / "nowhere" / "sitecustomize.py").write_text(program)
    return {"PYTHONPATH": os.pathsep.join([str(folder / "nowhere"), os.environ.get("PYTHONPATH", "")])}


@pytest.mark.usefixtures("british")
def test_one_line_says_what_a_call_is_like_and_whether_it_may_send_help(say: Say) -> None:
    shown = " ".join(say("helplines", "samaritans").stdout.split())
    assert "Samaritans 116 123 24/7, free In: English Last confirmed 2026-08" in shown
    assert "It may send help without your yes when it thinks that a life is in danger" in shown
    assert (
        "You can say as little as you like, and hang up. You may ask first: "
        "“Would you ever send someone without my yes?”" in shown
    )
    assert "Shout" not in shown
    other = " ".join(say("helplines", "Shout").stdout.split())
    assert "Whether it would send anybody without your yes is not confirmed" in other


@pytest.mark.usefixtures("british")
def test_a_line_for_a_topic_is_found_by_its_name_and_stays_off_the_list_for_everybody(say: Say, data: Say) -> None:
    [line] = data("helplines", "National", "Domestic")["lines"]
    assert (line["name"], line["for"], line["audience"]) == (
        "National Domestic Abuse Helpline (women)",
        ["abuse"],
        "topic",
    )
    assert "0808 2000 247" not in say("helplines").stdout
    assert "More lines for: abuse, alcohol, young, deaf. To see them: carelog helplines --for abuse" in " ".join(
        say("helplines").stdout.split()
    )


@pytest.mark.usefixtures("british")
def test_commands_on_the_page_of_another_country_can_be_pasted_and_stay_there(say: Say) -> None:
    shown = " ".join(say("helplines", "--country", "DE").stdout.split())
    assert "More lines for: abuse, young, deaf. To see them: carelog helplines --for abuse --country DE" in shown
    assert "Where each number comes from: carelog helplines --sources --country DE" in shown
    assert "Lines for: abuse and violence" in say("helplines", "--for", "abuse", "--country", "DE").stdout
    none = " ".join(say("helplines", "--for", "eating", "--country", "DE").stdout.split())
    assert "These listen to everybody: carelog helplines --country DE" in none


@pytest.mark.usefixtures("british")
def test_a_country_without_lines_offers_none_by_topic_and_speaks_of_no_numbers(say: Say) -> None:
    nothing = "Yemen: no emergency number is confirmed\n  Yemen: find a line at findahelpline.com\n"
    assert say("helplines", "--country", "YE").stdout == nothing
    assert say("helplines", "--country", "YE", "--for", "eating").stdout == f"Lines for: eating\n\n{nothing}"


@pytest.mark.usefixtures("british")
def test_a_line_that_was_hidden_names_the_command_that_brings_it_back(say: Say) -> None:
    nhs = "NHS 111 (choose the mental health option)"
    for words, line, command in (
        (["Shout"], "Shout (GB)", "carelog helplines unhide Shout"),
        (["NHS"], f"{nhs} (GB)", f"carelog helplines unhide '{nhs}'"),
        (
            ["Samaritans", "--country", "IE"],
            "Samaritans Ireland (IE)",
            "carelog helplines unhide 'Samaritans Ireland' --country IE",
        ),
    ):
        hidden = say("helplines", "hide", *words).stdout
        assert hidden == f"{line} is off your card. To have it back: {command}\n"
        assert say(*split(command)[1:]).stdout == f"{line} can be on your card again.\n"


@pytest.mark.usefixtures("british")
def test_a_name_and_a_topic_are_two_questions(refusal: Say) -> None:
    assert refusal(2, "helplines", "Samaritans", "--for", "alcohol") == (
        "A name shows one line, and --for a list. Leave one of them out."
    )


@pytest.mark.usefixtures("british")
def test_the_sources_of_a_line_elsewhere_are_listed_there(say: Say) -> None:
    shown = " ".join(say("helplines", "Pieta", "--country", "IE").stdout.split())
    assert "Where each number comes from: carelog helplines --sources --country IE" in shown


@pytest.mark.usefixtures("british")
def test_a_line_that_is_misspelled_is_found_by_what_it_is_called(refusal: Say) -> None:
    assert refusal(3, "helplines", "samaritns") == "There is no line called “samaritns”. Did you mean Samaritans?"


@pytest.mark.parametrize(
    ("topic", "country", "names"),
    [
        ("abuse", "US", ["National Domestic Violence Hotline"]),
        ("alcohol", "GB", ["Alcoholics Anonymous"]),
        ("drugs", "US", ["SAMHSA National Helpline (finds treatment)"]),
        ("eating", "AU", ["Butterfly National Helpline"]),
        ("young", "GB", ["Childline (under 19)"]),
        ("deaf", "GB", ["Shout", "Childline (under 19)"]),
        ("eating", "GB", []),
    ],
)
def test_lines_are_listed_for_what_they_are_asked_for(
    topic: str, country: str, names: list[str], data: Say, say: Say
) -> None:
    found = data("helplines", "--for", topic, "--country", country)
    assert (found["for"], [line["name"] for line in found["lines"]]) == (topic, names)
    shown = " ".join(say("helplines", "--for", topic, "--country", country).stdout.split())
    assert shown.startswith("Lines for: ")
    assert ("United Kingdom: carelog knows no such line yet." in shown) == (not names)


@pytest.mark.usefixtures("british")
def test_chosen_topics_are_on_the_card_and_leave_it_again(say: Say, data: Say) -> None:
    say("mood", "3")
    say("settings", "set", "helplines.for", "alcohol, abuse")
    say("mood", "3")
    assert [line["name"] for line in data("crisis")["lines"]][:2] == [
        "Samaritans",
        "National Domestic Abuse Helpline (women)",
    ]
    say("settings", "set", "helplines.for", "")
    say("mood", "3")
    assert all(line["audience"] != "topic" for line in data("crisis")["lines"])


def test_a_topic_that_is_not_known_is_refused(refusal: Say) -> None:
    assert (
        "“sleep” does not fit helplines.for. It can be abuse, alcohol, drugs, eating, young and deaf, with commas."
        in refusal(2, "settings", "set", "helplines.for", "sleep")
    )
    assert "--for" in refusal(2, "helplines", "--for", "sleep")


@pytest.mark.usefixtures("british")
def test_written_lines_come_first_when_asked_for_once_or_always(say: Say, carelog: Command) -> None:
    assert carelog("crisis", "--text").stdout.index("85258") < carelog("crisis", "--text").stdout.index("116 123")
    assert carelog("crisis").stdout.index("85258") > carelog("crisis").stdout.index("116 123")
    say("settings", "set", "helplines.text_first", "on")
    say("mood", "3")
    assert carelog("crisis").stdout.index("85258") < carelog("crisis").stdout.index("116 123")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--country", "FJ"), "Fiji: find a line at findahelpline.com"),
        (("--country", "FJ", "--for", "abuse"), "Fiji: find a line at findahelpline.com"),
        (
            ("--country", "PT", "--for", "eating"),
            "Portugal: carelog knows no such line yet. These listen to everybody: carelog helplines --country PT",
        ),
        (("--country", "DE"), "carelog helplines --for abuse --country DE"),
        (("--country", "BG"), "carelog helplines --for young --country BG"),
    ],
)
def test_a_command_that_a_list_names_leads_to_lines(say: Say, typed: tuple[str, ...], said: str) -> None:
    shown = " ".join(say("helplines", *typed).stdout.split())
    assert said in shown
    if "FJ" in typed:
        assert "--for" not in shown
        assert shown.endswith("These numbers are copied from their sources.")


@pytest.mark.usefixtures("home")
def test_where_only_a_line_for_children_is_open_the_list_says_when_the_next_opens(
    say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARELOG_NOW", "2026-11-30T03:00:00+02:00")
    say("settings", "set", "country", "BG")
    said = "The next line opens at 09:00. Until then: findahelpline.com"
    assert said in " ".join(say("helplines").stdout.split())
    reach = " ".join(say("reach").stdout.split())
    assert said in reach
    assert "116 111" not in reach
