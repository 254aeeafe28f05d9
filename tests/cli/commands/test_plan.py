"""plan: steps are saved at once, reviewed, and printed for oneself or for a friend."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from carelog.documents.plan_html import page_for, plan_page
from carelog.domain.people.plan import SECTIONS
from carelog.domain.text import clean
from carelog.review.people.printed_plan import PersonPrinted, PrintedForFriend, PrintedPlan, StepPrinted
from support.command import Command, Terminal
from support.journals import DAY
from support.strategies import names

Say = Callable[..., Any]


@pytest.fixture
def plan(data: Say) -> Callable[[str], list[str]]:
    """The texts of the steps of a part."""
    return lambda section: [step["text"] for step in data("plan")["plan"][section]]


def test_an_empty_plan_says_how_to_begin_and_that_parts_may_stay_empty(say: Say) -> None:
    assert "carelog plan edit" in say("plan").stdout
    few = (
        "A plan is a few short steps in your own words. One is enough to begin, any part can stay empty, and you can "
        "make it with someone: carelog plan edit."
    )
    assert few in " ".join(say("plan").stdout.split())


def test_steps_stand_in_their_parts_in_the_order_they_were_written(say: Say, plan: Say) -> None:
    for step in ("make tea", "shower", "-2 minutes of breathing"):
        say("plan", "add", "alone", step)
    say("plan", "add", "reas", "the", "dog")
    assert plan("alone") == ["make tea", "shower", "-2 minutes of breathing"]
    page = say("plan").stdout
    assert page.index("What I can do by myself") < page.index("make tea") < page.index("What I want to stay for")


def test_a_step_tied_to_someone_names_them(say: Say, data: Say) -> None:
    sam = data("contact", "add", "Sam")["contact"]
    step = data("plan", "add", "people", "tell someone", "--with", "sam")["step"]
    assert step["contact"] == sam["id"]
    assert "tell someone (Sam)" in say("plan").stdout
    say("contact", "remove", "Sam", "--yes")
    assert "tell someone" not in say("plan").stdout
    say("contact", "back", step["handle"])
    assert "tell someone\n" in say("plan").stdout


def test_a_step_can_be_tied_to_someone_else_and_to_nobody(say: Say, data: Say) -> None:
    sam, ada = (data("contact", "add", name)["contact"]["id"] for name in ("Sam", "Ada"))
    assert data("plan", "add", "people", "tell someone", "--with", "Sam")["step"]["contact"] == sam
    assert data("plan", "edit", "last", "--with", "Ada")["step"]["contact"] == ada
    assert data("plan", "edit", "last", "--with", "")["step"]["contact"] is None
    assert "tell someone\n" in say("plan").stdout


def test_a_step_can_be_said_anew_moved_and_taken_back(say: Say, data: Say, plan: Say) -> None:
    for step in ("tea", "shower", "music"):
        last = data("plan", "add", "alone", step)["step"]
    say("plan", "edit", last["handle"], "loud music", "--to", "1")
    assert plan("alone") == ["loud music", "tea", "shower"]
    say("plan", "edit", last["handle"], "--to", "99")
    assert plan("alone") == ["tea", "shower", "loud music"]
    say("undo")
    assert plan("alone") == ["loud music", "tea", "shower"]
    say("plan", "remove", last["handle"], "--yes")
    assert plan("alone") == ["tea", "shower"]


NO_PART = (
    "is not a part of the plan. "
    "Parts: signs, alone, distraction, people, professionals, safer, reasons, others, sentence."
)


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (2, ["add", "moods", "x"], f"“moods” {NO_PART}"),
        (2, ["add", "s", "x"], f"“s” {NO_PART}"),
        (2, ["add", "alone"], "Write the step behind its section: carelog plan add alone put the kettle on"),
        (2, ["add", "alone", "x" * 301], "up to 300"),
        (3, ["add", "alone", "x", "--with", "Nobody"], "carelog contact add"),
        (2, ["edit"], "Write the step behind its section: carelog plan add alone put the kettle on"),
        (
            2,
            ["edit", "abcdef"],
            (
                "Write the new words behind the step, or give it --with or --place. To be asked step by step: "
                "carelog plan edit"
            ),
        ),
        (3, ["edit", "abcdef", "x"], "No step has the handle “abcdef”. To see them: carelog plan"),
        (3, ["remove", "abcdef"], "No step has the handle “abcdef”. To see them: carelog plan"),
        (2, ["print", "/"], "/ is not a file that can be written. Name another one."),
    ],
)
def test_a_refusal_says_what_can_be_done(refusal: Say, number: int, words: list[str], said: str) -> None:
    assert said in refusal(number, "plan", *words)


def test_the_walk_asks_part_by_part_and_keeps_each_step_at_once(terminal: Callable[..., Terminal], plan: Say) -> None:
    person = terminal("plan", "edit")
    person.expect("[Germany]:")
    person.type("")
    person.expect("What do you notice first, in thoughts, body, sleep or what you do?")
    person.type("I stop answering")
    person.expect("One more (Enter goes on)")
    person.type("")
    person.expect("What has helped for a while, without anyone else?")
    person.type("tea")
    person.expect("One more (Enter goes on)")
    assert person.leave("\x03")[0] == 130
    assert plan("signs") == ["I stop answering"]
    assert plan("alone") == ["tea"]


def test_a_walk_in_which_nothing_was_written_names_no_plan(terminal: Callable[..., Terminal]) -> None:
    person = terminal("plan", "edit")
    person.expect("[Germany]:")
    for _ in range(len(SECTIONS) + 4):
        person.type("")
    code, screen = person.finish()
    assert code == 0
    said = " ".join(screen.split())
    assert said.endswith("Nothing was written, and that is fine. One step is enough, at any time: carelog plan edit")


def test_every_part_of_the_walk_can_be_skipped(terminal: Callable[..., Terminal], data: Say) -> None:
    person = terminal("plan", "edit")
    person.expect("[Germany]:")
    person.type("")
    for _ in SECTIONS[:-1]:
        person.expect("?")
        person.type("")
    for answer in ("sit with me", "", "come by"):
        person.type(answer)
    person.type("This has been here before.")
    assert person.finish()[0] == 0
    kept = data("plan")
    assert [step["text"] for step in kept["plan"]["others"]] == [
        "What helps: sit with me",
        "If I do not answer: come by",
    ]
    assert kept["sentence"] == "This has been here before."


def test_after_ninety_days_today_offers_another_reading_once_there_is_a_plan(
    say: Say, data: Say, now: Callable[[str], None]
) -> None:
    say("plan", "add", "alone", "tea")
    for day in ("2027-02-15", "2027-02-18"):
        now(f"{day}T12:00:00+01:00")
        say("mood", "3")
    assert data("today")["plan_unread"] is None
    now("2027-02-20T12:00:00+01:00")
    assert data("today")["plan_unread"] == 90
    offer = "Your plan is from November 2026. Read it through when you like: carelog plan"
    assert offer in " ".join(say("today").stdout.split())
    on_page = "Your plan is from November 2026. If it still fits: carelog plan review. To change it: carelog plan edit"
    assert " ".join(say("plan").stdout.split()).endswith(on_page)
    assert "Read through today." in say("plan", "review").stdout
    assert data("today")["plan_unread"] is None
    assert data("plan")["reviewed"] == "2027-02-20"


@pytest.mark.parametrize(("scale", "hard"), [("one-sided", ["1"]), ("two-sided", ["1", "5"])])
def test_in_a_hard_time_the_plan_begins_with_what_to_do_and_hands_out_no_work(
    say: Say, data: Say, now: Callable[[str], None], scale: str, hard: list[str]
) -> None:
    say("settings", "set", "mood.scale", scale)
    say("plan", "add", "signs", "I stop answering")
    say("plan", "add", "alone", "tea")
    say("plan", "add", "others", "sit with me")
    now("2027-04-20T12:00:00+02:00")
    say("mood", "3")
    for day, level in enumerate(hard):
        now(f"2027-05-{day + 1:02}T12:00:00+02:00")
        assert "If it still fits: carelog plan review." in say("plan").stdout
        say("mood", level)
        page = say("plan").stdout
        assert page.index("tea") < page.index("I stop answering") < page.index("sit with me")
        assert page.splitlines()[-1].strip() == "1  sit with me"
        assert "carelog plan" not in say("today").stdout
        assert next(iter(data("plan")["plan"])) == "signs"
        say("undo")


def test_without_a_plan_a_hard_time_is_none_to_write_one(say: Say) -> None:
    say("mood", "1")
    assert " ".join(say("plan").stdout.split()) == (
        "A plan is for a better day; nothing has to be written now. Someone now: carelog reach. "
        "In danger: carelog crisis"
    )


def test_a_printed_plan_is_private_and_replaces_nothing(say: Say, refusal: Say, data: Say) -> None:
    say("plan", "add", "alone", "tea")
    place = Path(data("plan", "print", "plan.html")["file"])
    assert place.stat().st_mode & 0o777 == 0o600
    assert "--force" in refusal(2, "plan", "print", "plan.html")
    say("plan", "print", "plan.html", "--force")


def test_a_step_with_somebody_is_printed_with_their_number_once(say: Say, data: Say) -> None:
    say("settings", "set", "country", "GB")
    say("contact", "add", "Sam", "--phone", "020 7946 0018", "--text", "020 7946 0018")
    say("plan", "add", "people", "call after work", "--with", "Sam")
    say("plan", "add", "alone", "tea")
    printed = Seen(Path(data("plan", "print", "plan.html")["file"]).read_bytes())
    assert "call after work (Sam) 020 7946 0018\n" in printed.text
    assert printed.text.count("020 7946 0018") == 1


def test_a_printed_plan_has_every_number_of_the_country_and_calls_the_police_police(say: Say, data: Say) -> None:
    say("plan", "add", "alone", "tea")
    say("settings", "set", "country", "IT")
    italian = Seen(Path(data("plan", "print", "italy.html")["file"]).read_bytes()).text
    assert "In danger now: call 112 (Italy)\nAmbulance: 118\n" in italian
    say("settings", "set", "country", "GB")
    british = Seen(Path(data("plan", "print", "britain.html")["file"]).read_bytes()).text
    said = "Cannot speak? Call 999 and press 55 when asked (mobile). Deaf: text 999 (register first).\n"
    assert said in british


def test_a_printed_plan_has_the_police_below_the_steps_where_they_are_all_there_is(carelog: Command, data: Say) -> None:
    data("plan", "add", "alone", "tea")
    assert carelog("settings", "set", "country", "NA").exit_code == 0
    printed = Seen(Path(data("plan", "print", "namibia.html")["file"]).read_bytes()).text
    assert "In danger now: call the emergency number of the country you are in\n" in printed
    police = "Police: 10111. No ambulance number is confirmed for Namibia.\n"
    assert printed.index("tea") < printed.index(police)


def test_a_friends_page_holds_what_is_for_them_and_nothing_else(say: Say, refusal: Say, data: Say) -> None:
    say("settings", "set", "country", "GB")
    say("contact", "add", "Sam", "--phone", "020 7946 0018", "--crisis", "1", "--note", "tansy")
    say("contact", "add", "Ada", "--phone", "020 7946 0019", "--crisis", "2")
    nothing = "There is nothing to print for Sam yet. What others can do: carelog plan add others your words"
    assert refusal(2, "plan", "print", "sam.html", "--for", "Sam") == nothing
    for section in SECTIONS:
        say("plan", "add", section.value, f"step of {section.value}")
    page = Path(data("plan", "print", "sam.html", "--for", "sam")["file"]).read_text("utf-8")
    assert "For Sam" in page
    assert "step of others" in page
    assert "Samaritans" in page
    for kept_back in ("Ada", "020 7946", "tansy", *(f"step of {section.value}" for section in SECTIONS[:-1])):
        assert kept_back not in page


def test_a_plan_printed_as_pdf_is_a_pdf_and_says_what_the_page_says(say: Say, data: Say) -> None:
    say("settings", "set", "country", "GB")
    say("contact", "add", "Sam", "--phone", "020 7946 0018", "--crisis", "1", "--say", "Can you stay on the phone?")
    say("plan", "add", "alone", "make tea")
    say("plan", "add", "people", "call after work", "--with", "Sam")
    say("plan", "add", "others", "sit with me")
    done = say("plan", "print", "plan.pdf")
    assert (
        done.stdout
        == "Written to plan.pdf, ready to print. Anyone who opens it can read it: choose where you keep it.\n"
    )
    place = Path("plan.pdf")
    assert place.stat().st_mode & 0o777 == 0o600
    plan, card = (page.extract_text() for page in PdfReader(place).pages)
    assert place.read_bytes().startswith(b"%PDF-")
    for each in ("In danger now: call 999", "make tea", "call after work (Sam) 020 7946 0018", "sit with me"):
        assert each in plan
    for each in (
        "To carry with you",
        "In danger now: call 999",
        "Sam 020 7946 0018",
        "Say: Can you stay",
        "Samaritans",
    ):
        assert each in card
    assert "sit with me" not in card
    friend = PdfReader(data("plan", "print", "sam.pdf", "--for", "Sam")["file"])
    assert "sit with me" in (told := "".join(page.extract_text() for page in friend.pages))
    assert "make tea" not in told


@pytest.mark.parametrize("name", ["plan.docx", "plan.md", "plan.txt", "plan.json"])
def test_a_plan_is_never_html_under_another_ending(name: str, say: Say, refusal: Say) -> None:
    say("plan", "add", "alone", "tea")
    ending = Path(name).suffix
    said = f"carelog cannot write a file that ends in {ending} here. What a name can end in: .html, .pdf."
    assert refusal(2, "plan", "print", name) == said
    assert not Path(name).exists()


class Seen(HTMLParser):
    """The tags with attributes and the text of a page, as a browser parses it."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = st.sampled_from(
    ['<script>alert("1")</script>', "{{ 7 * 7 }}", "&amp;<b>", "x' onload='y", "\x1b[31m\u202e", "שלום"]
)


@settings(max_examples=60)
@given(names() | HOSTILE, names() | HOSTILE)
def test_words_reach_a_page_as_they_were_written_and_only_as_text(step: str, name: str) -> None:
    person = PersonPrinted(name, (step,), step, step)
    plan = PrintedPlan(
        DAY,
        step,
        tuple((section, (StepPrinted(step, name, (step,)),)) for section in SECTIONS),
        (step,),
        (person,),
        None,
        step,
    )
    friend = PrintedForFriend(name, (step,), step, None)
    for page in (plan_page(plan), page_for(friend)):
        seen = Seen(page)
        assert set(seen.tags) <= {
            *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "section"),
            *("ol", "ul", "li", "span", "div"),
        }
        assert seen.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "dir"}
        assert clean(step) in seen.text
        assert clean(name) in seen.text
        assert not re.search(rb"https?:|url\(|@import", page)
