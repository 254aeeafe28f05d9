"""What the card shows when lines are closed: never one of them as the only help, and when the next one opens."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.crisis.card import Card, Person
from carelog.crisis.codes import as_text
from carelog.crisis.lines import Country, country, put_open_first
from carelog.crisis.opening import moment_of
from carelog.crisis.page import page
from carelog.crisis.steps import all_steps, screens
from carelog.crisis.text import width
from support.command import Command, Terminal
from support.helplines import use_lines

NIGHT = "2026-11-29T03:00:00+01:00"
FIND_LINE = "Find a line: findahelpline.com"
CLOSED = {"office": "Mon-Fri 09:00-17:00", "day": "daily 08:00-20:00"}
PERSON = Person("Sam", [("phone", "030 1234567", "")])


@pytest.fixture
def night(monkeypatch: pytest.MonkeyPatch, isolated: Path) -> Callable[..., Country]:
    """A country with lines of a test, on a Sunday at three in the morning."""

    def put(code: str = "DE", **hours: str) -> Country:
        found = use_lines(monkeypatch, isolated / "lines", code, **hours)
        put_open_first(found, moment_of(NIGHT))
        return found

    return put


Night = Callable[..., Country]


def test_the_first_line_on_a_small_screen_is_one_that_answers(night: Night) -> None:
    shown = page(None, [(night(**CLOSED, always="24/7"), "settings")], 40, 23).splitlines()
    first = shown.index("Lines: Germany")
    assert shown[first : first + 5] == [
        "Lines: Germany",
        "always, 24/7",
        "  0800 55 2",
        "  In: English. Last confirmed 2026-01",
        "office, Mon-Fri 09:00-17:00",
    ]
    assert {"  Closed now, opens Monday at 09:00", "  Closed now, opens at 08:00"} <= set(shown)
    assert shown[1] == "Your setting: Germany."


def test_where_every_line_is_closed_the_next_opening_stands_below_the_emergency_number(night: Night) -> None:
    place = (night(**CLOSED), "settings")
    for rows in (None, 23):
        shown = page(None, [place], 40, rows).splitlines()
        assert shown[:3] == [
            "In danger now: call 112 (Germany)",
            "Germany: the next line opens at 08:00.",
            "Your setting: Germany.",
        ]
        first = shown.index("Lines: Germany")
        assert shown[first + 1 : first + 4] == [
            "office, Mon-Fri 09:00-17:00",
            "  0800 55 0",
            "  Closed now, opens Monday at 09:00",
        ]
        assert FIND_LINE in shown
        assert "Lines can be busy, which says nothing about you. Try the next, or a person." not in " ".join(shown)


@given(st.integers(1, 30), st.integers(20, 40), st.booleans(), st.booleans())
def test_on_no_screen_is_a_closed_line_the_only_help(
    rows: int, columns: int, with_person: bool, elsewhere: bool
) -> None:
    closed, other = country("DK"), country("DE")
    for line in closed.lines:
        line.within_hours, line.opens = False, (0, "", "09:00", False)
    numbers = [line.get("phone") for line in closed.lines]
    places = [(closed, "timezone"), *([(other, "locale")] if elsewhere else [])]
    shown = page(Card(people=[PERSON]) if with_person else None, places, columns, rows).splitlines()
    assert max(map(width, shown)) <= columns
    if any(f"  {number}" in shown for number in numbers):
        helped = f"  {other.lines[0].get('phone')}" in shown if elsewhere else "findahelpline.com" in " ".join(shown)
        assert helped, shown


def test_where_one_country_is_closed_the_open_line_of_the_other_stays_longest(night: Night) -> None:
    closed = night(**CLOSED)
    usual = country("DE")
    usual.name = "Elsewhere"
    for line in usual.lines:
        line.within_hours = True
    shown = page(None, [(closed, "settings"), (usual, "settings")], 40, 8).splitlines()
    assert "Lines: Elsewhere" in shown
    assert "Lines: Germany" not in shown


def test_a_step_has_no_number_that_does_not_answer(night: Night) -> None:
    card = Card(steps=[("alone", "tea")])
    closed = [(night(**CLOSED), "settings")]
    for text in (all_steps(card, closed, 40), *screens(card, closed, 40, 23)):
        assert "0800 55" not in text
        assert text.endswith("In danger now: call 112 (Germany)\n")
    assert "always:\n  0800 55 2" in all_steps(card, [(night(**CLOSED, always="24/7"), "settings")], 40)
    assert "Sam:\n  030 1234567" in all_steps(Card(people=[PERSON], steps=card.steps), closed, 40)


def test_a_code_of_a_closed_line_says_so(night: Night) -> None:
    shown = as_text(Card(), [(night(**CLOSED), "settings")], 40)
    assert "office:\n  0800 55 0\n  Closed now, opens Monday at 09:00\n" in shown
    assert shown.startswith("In danger now: call 112 (Germany)\n")


@pytest.mark.usefixtures("home")
def test_pages_beside_the_card_say_it_too(night: Night, carelog: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    night(**CLOSED)
    monkeypatch.setenv("CARELOG_NOW", NIGHT)
    carelog("settings", "set", "country", "DE")
    shown = carelog("helplines").stdout
    assert "Germany: in danger call 112\n  The next line opens at 08:00. Until then: findahelpline.com\n" in shown
    assert "  Mon-Fri 09:00-17:00\n  Closed now, opens Monday at 09:00\n" in shown
    closed = "The next line opens at 08:00. Until then: findahelpline.com\n"
    assert carelog("reach").stdout.startswith(closed)
    assert carelog("reach", "--json").json["data"]["lines"] == []
    monkeypatch.setenv("CARELOG_NOW", "2026-11-30T10:00:00+01:00")
    shown = carelog("helplines").stdout
    assert "  Mon-Fri 09:00-17:00\n  Open now\n" in shown
    office = "Open now: office, 0800 55 0. To add someone you trust, later: carelog contact add"
    assert carelog("reach", "--plain").stdout.splitlines()[0] == office


@pytest.mark.usefixtures("home")
def test_a_line_whose_hours_nobody_knows_is_one_to_try(
    night: Night, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    night(**CLOSED, unknown="")
    monkeypatch.setenv("CARELOG_NOW", NIGHT)
    carelog("settings", "set", "country", "DE")
    unknown = "Open now or may be: unknown, 0800 55 2. To add someone you trust, later: carelog contact add"
    assert carelog("reach", "--plain").stdout.splitlines()[0] == unknown


@pytest.mark.usefixtures("home")
def test_paper_is_read_at_another_hour_and_keeps_the_order_of_the_file(
    night: Night, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    night(office="Mon-Fri 09:00-17:00", always="24/7")
    monkeypatch.setenv("CARELOG_NOW", NIGHT)
    carelog("settings", "set", "country", "DE")
    carelog("plan", "add", "alone", "make tea")
    carelog("plan", "print", "plan.html")
    printed = Path("plan.html").read_text("utf-8")
    assert "0800 55 0" in printed  # one line fits
    assert "0800 55 1" not in printed
    assert "Closed now" not in printed


BROKEN = [
    {"CARELOG_NOW": None},
    {"CARELOG_NOW": None, "TZ": "Nowhere/Land"},
    {"CARELOG_NOW": None, "TZ": ":/dev/null"},
    {"CARELOG_NOW": None, "TZ": "x" * 5000},
    {"CARELOG_NOW": None, "TZ": "Europe/Berlin", "TZDIR": "/nonexistent", "PYTHONTZPATH": ""},
    {"CARELOG_NOW": "1970-01-01T00:00:00Z"},
    {"CARELOG_NOW": "2100-02-29T23:59:59Z"},
    {"CARELOG_NOW": "9999-12-31T23:59:59-23:59"},
    {"CARELOG_NOW": "0001-01-01T00:00:00+23:59"},
    {"CARELOG_NOW": "nonsense"},
]


@pytest.mark.usefixtures("card_file")
@pytest.mark.parametrize("env", BROKEN)
def test_a_broken_zone_no_zones_and_a_clock_that_is_far_off_cost_no_line(
    env: dict[str, str | None], carelog_process: Command
) -> None:
    for code in ("DK", "PT", "KE"):
        answer = carelog_process("crisis", "--country", code, env=env)
        assert (answer.exit_code, answer.stderr) == (0, "")
        assert all(f"  {line.get('phone')}\n" in answer.stdout for line in country(code).lines)


@pytest.mark.usefixtures("card_file")
def test_a_terminal_shows_the_same(terminal: Callable[..., Terminal]) -> None:
    env = {"CARELOG_NOW": "2026-11-29T08:00:00+00:00"}  # 8:00 in Portugal, where this line opens in the afternoon
    code, screen = terminal("crisis", "--country", "PT", columns=40, rows=24, env=env).finish()
    assert code == 0
    assert "  1411\n" in screen
    _, whole = terminal("crisis", "--country", "PT", "--all", columns=40, rows=24, env=env).finish()
    assert "  Closed now, opens at 15:30\n" in whole
