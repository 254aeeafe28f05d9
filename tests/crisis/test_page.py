"""The page of the card: its content, and that it fits the screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.crisis.card import Card, Person
from carelog.crisis.helplines import MOST_LINES
from carelog.crisis.lines import Country, country
from carelog.crisis.page import FIRST_STEPS, page
from carelog.crisis.text import clean, shorten, width, wrap
from carelog.crisis.words import HEADINGS

Place = tuple[Country, str]
GERMANY: list[Place] = [(country("DE"), "settings")]
SCRIPTS = [
    "Sam",
    "أحمد الهاشمي",
    "שרה כהן",
    "प्रिया शर्मा",
    "小明",
    "👩\u200d👩\u200d👧❤️",
    "x" * 300,
    "a b " * 80,
    "\x1b[2J",
    "e\u0301" * 90,
]
MANY_LINES = ("AU", "EE", "GB", "HK", "JP", "LK", "MY")
"""Countries that have more than three lines for everybody."""
words = st.one_of(st.sampled_from(SCRIPTS), st.text(max_size=80)).map(clean)
phones = st.from_regex(r"\+?[0-9]{2,6}( [0-9]{2,6}){0,4}", fullmatch=True)
ways = st.tuples(st.sampled_from(["phone", "text", "email", "web", "address"]), phones, words)
cards = st.builds(
    Card,
    people=st.lists(st.builds(Person, words, st.lists(ways, max_size=3), words, words), max_size=5),
    sentence=words,
    steps=st.lists(st.tuples(st.sampled_from(list(HEADINGS)), words), max_size=200),
    kind=st.tuples(words, words),
)
somewhere = st.sampled_from([
    [],
    *([(country(code), source)] for code in ("DE", "US", "AQ", "AF") for source in ("settings", "timezone", "locale")),
    [(country("DE"), "timezone"), (country("US"), "locale")],
    [(country("AQ"), "timezone"), (country("GB"), "locale")],
    [(country("AT"), "settings"), (country("CH"), "settings"), (country("ZA"), "settings")],
    [(country("NA"), "settings"), (country("AF"), "settings"), (country("ZA"), "settings")],
])  # fmt: skip


def shown(card: Card | None = None, places: list[Place] | None = None, **options: int | None) -> str:
    return page(card, GERMANY if places is None else places, options.get("columns") or 40, options.get("rows"))


@given(cards, somewhere, st.integers(20, 200), st.integers(1, 30))
def test_on_a_terminal_it_fits_and_begins_and_ends_with_the_number_to_call(
    card: Card, places: list[Place], columns: int, rows: int
) -> None:
    lines = page(card, places, columns, rows).splitlines()
    assert len(lines) <= rows
    assert max(map(width, lines)) <= min(columns, 40)
    number = places[0][0].emergency if places else ""
    for line in (lines[0], lines[-1]):
        assert (number or "all") in line


@given(cards, somewhere)
def test_in_a_pipe_nothing_is_left_out_and_every_line_fits(card: Card, places: list[Place]) -> None:
    text = page(card, places, 40)
    assert max(map(width, text.splitlines())) <= 40
    whole = "".join(text.split())
    for person in card.people:
        for _, number, label in person.ways:
            assert "".join(number.split()) in whole
            assert "".join(label.split()) in whole
        assert all("".join(said.split()) in whole for said in (person.name, person.hours, person.say))
    for place, _ in places:
        assert all("".join(line.get("name").split()) in whole for line in place.lines[:MOST_LINES])
        assert place.police_only in text


@given(cards)
def test_the_first_numbers_of_three_people_are_never_cut(card: Card) -> None:
    lines = page(card, GERMANY, 40, 23).splitlines()
    for person in card.people[:3]:
        to_call = [number for kind, number, _ in person.ways if kind == "phone"]
        for number in (to_call or [value for _, value, _ in person.ways])[:1]:
            assert any(line.endswith(number) for line in lines), number


def test_people_come_in_the_persons_own_order_each_number_on_a_line_of_its_own(card: Card) -> None:
    for rows in (None, 23):
        lines = page(card, GERMANY, 40, rows).splitlines()
        assert (
            lines.index("Sam, Mon-Fri 09:00-17:00") < lines.index("Mum") < lines.index("TelefonSeelsorge, 24/7, free")
        )
        assert {"  030 1234567", "  030 7654321", "  0800 111 0 111"} <= set(lines)
        assert "  Say: Can you stay on the phone with" in lines


def test_three_people_and_a_line_share_a_full_screen_and_the_rest_is_one_word_away(card: Card) -> None:
    card.people = [
        Person(f"Friend {n}", [("phone", f"030 55{n}", "")], "at any time", "Can we talk?") for n in range(20)
    ]
    short, whole = shown(card, rows=23), shown(card)
    assert [f"030 55{n}" in short for n in range(4)] == [True, True, True, False]
    assert "0800 111 0 111" in short
    assert "Last confirmed 2026-06" in short
    assert "More: carelog crisis --all" in short
    assert all(f"030 55{n}" in whole for n in range(20))


def test_a_full_card_of_ordinary_words_is_whole_in_the_smallest_window() -> None:
    say = "I'm having a hard time. Can you stay on the phone with me?"
    people = [
        Person(name, [("phone", "020 7946 0018", "")], "Mon-Fri 09:00-17:00", say) for name in ("Sam", "Mum", "Jo")
    ]
    sentence = "This has been here before, and it went. First some distance, then a voice."
    card = Card(countries=["US"], people=people, sentence=sentence, steps=[("alone", "make tea, then shower")])
    lines = page(card, [(country("US"), "settings")], 40, 23).splitlines()
    assert len(lines) <= 23
    assert lines[0] == lines[-1] == "In danger now: call 911 (United States)"
    assert lines[1] == "Your setting: United States."
    shown = "\n".join(lines)
    for fact in (
        *("First some distance, then a voice.", "First: make tea, then shower"),
        *(f"{name}, Mon-Fri 09:00-17:00\n  020 7946 0018\n  Say: I'm having" for name in ("Sam", "Mum", "Jo")),
        *("988 Suicide & Crisis Lifeline", "  988\n", "  Text 988\n", "24/7, free", "  In: English, Spanish\n"),
        *("  Last confirmed 2026-08", "If busy: try the next, or a person.", "More: carelog crisis --all"),
    ):
        assert fact in shown, fact


def test_it_says_for_which_country_the_number_is_and_by_whose_choice() -> None:
    germany = country("DE")
    assert shown(places=[(germany, "settings")]).startswith(
        "In danger now: call 112 (Germany)\nYour setting: Germany.\n"
    )
    assert shown(places=[(germany, "option")]).splitlines()[1] == "Shown as you asked: Germany."
    assert shown(places=[(germany, "timezone")]).splitlines()[1] == "Guess from the time zone: Germany."
    assert shown(places=[(germany, "locale")]).splitlines()[:3] == [
        "In danger now: call 112",
        "if you are here: Germany.",
        "A guess from this computer's language.",
    ]


def test_several_countries_that_were_asked_for_are_all_shown_as_asked() -> None:
    lines = shown(places=[(country("DE"), "option"), (country("IE"), "option")]).splitlines()
    assert "Shown as you asked." in lines
    assert lines.index("Lines: Germany") < lines.index("Lines: Ireland")


def test_two_guesses_that_disagree_are_both_shown_and_labelled() -> None:
    lines = shown(places=[(country("DE"), "timezone"), (country("US"), "locale")]).splitlines()
    assert lines[0] == "In danger now: call 112 (Germany)"
    assert lines[1] == "or 911 if you are here: United States."
    assert lines[-1] == "In danger now: 112 (DE) or 911 (US)"
    assert lines.index("Lines: Germany") < lines.index("Lines: United States")
    small = shown(places=[(country("AQ"), "timezone"), (country("GB"), "locale")], rows=9).splitlines()
    assert small[:4] == [
        "In danger: call your emergency number",
        "Antarctica: no number is confirmed.",
        "Anyone near you may know it.",
        "or 999 if you are here: United Kingdom.",
    ]
    assert small[small.index("Lines: United Kingdom") + 1] == "Samaritans, 24/7, free"


@pytest.mark.parametrize(("code", "name"), [("AQ", "Antarctica"), ("GN", "Guinea")])
def test_where_no_number_is_confirmed_none_is_made_up(code: str, name: str) -> None:
    text = shown(places=[(country(code), "settings")])
    begin, _, _ = text.partition("\nYour setting: ")
    assert begin.split("\n", 1)[0] == "In danger: call your emergency number"
    assert " ".join(begin.split("\n")[1:]) == f"{name}: no number is confirmed. Anyone near you may know it."
    assert "911" not in text


def test_without_a_country_it_says_how_to_name_one() -> None:
    text = shown(places=[])
    assert "  carelog crisis --country GB\n" in text
    assert "  carelog settings set country GB\n" in text
    assert "findahelpline.com" in text


def test_an_empty_card_invites_and_a_damaged_one_says_so(card: Card) -> None:
    assert "  carelog contact add\n" in shown(None)
    assert "  carelog contact add\n" in shown(Card())
    assert "damaged" not in shown(card)
    card.whole = False
    assert "Part of your own card could not be read.\n" in shown(card)


def test_each_line_says_how_well_it_is_confirmed() -> None:
    assert "  Last confirmed 2026-08\n" in shown(places=[(country("GB"), "settings")])
    assert "  Last confirmed 2026-04, by one source\n" in shown(places=[(country("BG"), "settings")])
    assert "  Last confirmed 2025-10: may have\n  changed\n" in shown(places=[(country("TH"), "settings")])
    assert "hours not confirmed" in shown(places=[(country("KE"), "settings")])


def test_ways_to_write_are_shown_to_those_who_cannot_speak() -> None:
    assert "  Text HOME to 741741\n" in shown(places=[(country("US"), "settings")], rows=23)
    assert "  WhatsApp 9151 1767\n" in shown(places=[(country("SG"), "settings")])
    assert "  https://www.143.ch/\n" in shown(places=[(country("CH"), "settings")])


def test_a_page_that_lost_a_name_still_shows_the_number() -> None:
    assert "Someone you chose\n  030 1\n" in shown(Card(people=[Person("", [("phone", "030 1", "")])]))


@given(words, st.integers(2, 60))
def test_wrapping_keeps_every_character_but_the_spaces_it_breaks_at(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert "".join("".join(lines).split(" ")) == "".join(text.split(" "))
    assert all(width(line) <= columns for line in lines)


@given(cards)
def test_on_a_terminal_of_the_smallest_kind_there_is_still_something_of_ones_own(card: Card) -> None:
    first = next((text for part in FIRST_STEPS for section, text in card.steps if section == part), "")
    lines = page(card, GERMANY, 40, 23).splitlines()
    assert not first or any(line.startswith("First: "[: width(line)]) for line in lines)
    assert not card.sentence or shorten(card.sentence, 40, 2)[0] in lines


def test_all_of_a_long_plan_is_in_a_pipe_and_one_step_of_it_on_a_terminal() -> None:
    steps = [("alone", f"step {number}") for number in range(200)]
    card = Card(steps=[*steps, ("reasons", "the dog")], kind=("You matter to us.", "Mum"))
    everything = shown(card)
    assert all(f"  step {number}\n" in everything for number in range(200))
    assert everything.index("What I can do by myself") < everything.index("What I want to stay for")
    assert "“You matter to us.” Mum" in everything
    small = shown(card, rows=23)
    assert "First: step 0" in small
    assert "step 1\n" not in small


@pytest.mark.parametrize("code", MANY_LINES)
@pytest.mark.parametrize("rows", [None, 200])
def test_of_a_country_with_more_lines_the_first_three_are_shown(code: str, rows: int | None) -> None:
    found = country(code)
    text = shown(None, [(found, "settings")], rows=rows)
    names = [line.get("name") for line in found.lines]
    assert [name for name in names if "".join(name.split()) in "".join(text.split())] == names[:3]
    assert text.count("Last confirmed") == 3
