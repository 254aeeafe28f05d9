"""Which lines are open at an hour: those first that may answer, and when the others open."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.clock import fixed_clock
from carelog.crisis import lines, words
from carelog.crisis.helplines import closed
from carelog.crisis.lines import Country, put_open_first
from carelog.crisis.opening import moment_of
from support.command import Command, Terminal
from support.helplines import names, use_lines

There = Callable[..., Country]
Show = Callable[..., Terminal]

NIGHT, MORNING, SUNDAY = "2026-11-25T03:00:00+01:00", "2026-11-25T10:00:00+01:00", "2026-11-29T12:00:00+01:00"
FIND_LINE = "Find a line: findahelpline.com"
BY_COMPUTER = words.WHEN["today_here"].partition("{time} ")[2]


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch, isolated: Path) -> There:
    """Germany with other lines: `there(office="Mon-Fri 09:00-17:00", always="24/7")`, also under another code."""

    def put(code: str = "DE", **hours: str) -> Country:
        return use_lines(monkeypatch, isolated / "lines", code, **hours)

    return put


def at(moment: str, found: Country) -> list[str]:
    """The names of a country's lines in their order at a moment."""
    put_open_first(found, moment_of(moment))
    return names(found)


def said(moment: str, found: Country) -> str:
    """What is said at a moment of a country's only line; empty if it is open or may be."""
    put_open_first(found, moment_of(moment))
    [line] = found.lines
    assert (line.open_now is False) == bool(closed(line))
    return closed(line)


def test_lines_that_are_closed_stand_behind_all_others_and_each_kind_stays_in_order(there: There) -> None:
    hours = {"office": "Mon-Fri 09:00-17:00", "unknown": "", "day": "daily 08:00-20:00", "always": "24/7"}
    hours |= {"some": "24 h in many places, shorter in others", "night": "daily 19:00-07:00"}
    assert at(NIGHT, there(**hours)) == ["unknown", "always", "some", "night", "office", "day"]
    assert at(MORNING, there(**hours)) == ["office", "unknown", "day", "always", "some", "night"]
    assert at(SUNDAY, there(**hours)) == ["unknown", "day", "always", "some", "office", "night"]


def test_whether_a_line_is_open_is_yes_no_or_not_known(there: There) -> None:
    found = there(office="Mon-Fri 09:00-17:00", unknown="", always="24/7", chat="24/7 (chat 10-12)", day="daily 01-05")
    put_open_first(found, moment_of(NIGHT))
    told = {line.get("name"): line.open_now for line in found.lines}
    assert told == {"office": False, "unknown": None, "always": True, "chat": True, "day": True}


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-11-25T08:59:59+01:00", "Closed now, opens at 09:00"),
        ("2026-11-25T09:00:00+01:00", ""),
        ("2026-11-25T16:59:59+01:00", ""),
        ("2026-11-25T17:00:00+01:00", "Closed now, opens Thursday at 09:00"),
        ("2026-11-25T23:59:59+01:00", "Closed now, opens Thursday at 09:00"),
        ("2026-11-26T00:00:00+01:00", "Closed now, opens at 09:00"),
        ("2026-11-27T17:00:00+01:00", "Closed now, opens Monday at 09:00"),
        (SUNDAY, "Closed now, opens Monday at 09:00"),
    ],
)
def test_a_line_is_open_from_its_first_minute_to_its_last_and_else_says_when_it_opens(
    there: There, moment: str, opens: str
) -> None:
    assert said(moment, there(office="Mon-Fri 09:00-17:00")) == opens


@pytest.mark.parametrize(
    ("hours", "moment", "opens"),
    [
        ("daily 19:00-07:00", "2026-11-29T23:59:00+01:00", ""),
        ("daily 19:00-07:00", "2026-11-30T00:00:00+01:00", ""),
        ("daily 19:00-07:00", "2026-11-30T06:59:00+01:00", ""),
        ("daily 19:00-07:00", "2026-11-30T07:00:00+01:00", "Closed now, opens at 19:00"),
        ("Sun 22:00-02:00", "2026-11-30T01:59:00+01:00", ""),
        ("Sun 22:00-02:00", "2026-11-29T01:00:00+01:00", "Closed now, opens at 22:00"),
        ("Sun 22:00-02:00", "2026-11-30T02:00:00+01:00", "Closed now, opens Sunday at 22:00"),
        ("Fri 20:00-02:00", "2026-11-28T01:59:00+01:00", ""),
        ("Fri 20:00-02:00", "2026-11-27T01:59:00+01:00", "Closed now, opens at 20:00"),
        ("daily 09:00-24:00", "2026-11-29T23:59:00+01:00", ""),
        ("daily 09:00-24:00", "2026-11-30T00:00:00+01:00", "Closed now, opens at 09:00"),
        ("Mon-Fri 09-12, Mon-Fri 14-18", "2026-11-25T13:00:00+01:00", "Closed now, opens at 14:00"),
        ("Mon 09-10", "2026-11-23T10:00:00+01:00", "Closed now, opens Monday at 09:00"),
    ],
)
def test_hours_over_midnight_end_on_the_next_day_also_from_sunday_to_monday(
    there: There, hours: str, moment: str, opens: str
) -> None:
    assert said(moment, there(line=hours)) == opens


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-03-28T22:00:00+01:00", "Closed now, opens Sunday at 08:00 " + BY_COMPUTER),
        ("2026-03-29T06:59:00+00:00", "Closed now, opens at 07:00 " + BY_COMPUTER),
        ("2026-03-29T07:00:00+00:00", ""),
        ("2026-03-29T15:00:00+00:00", "Closed now, opens Monday at 07:00 " + BY_COMPUTER),
        ("2026-10-25T07:59:00+00:00", "Closed now, opens at 08:00 " + BY_COMPUTER),
        ("2026-10-25T08:00:00+00:00", ""),
        ("2026-10-25T16:00:00+00:00", "Closed now, opens Monday at 08:00 " + BY_COMPUTER),
    ],
)
def test_on_the_days_on_which_clocks_change_a_line_opens_by_the_clocks_on_its_wall(
    there: There, moment: str, opens: str
) -> None:
    assert said(moment, there(line="daily 09:00-17:00")) == opens


@pytest.mark.parametrize(
    ("moment", "opens"),
    [
        ("2026-03-28T22:00:00+01:00", "Closed now, opens Sunday at 09:00"),
        ("2026-10-24T22:00:00+02:00", "Closed now, opens Sunday at 09:00"),
    ],
)
def test_a_computer_whose_clock_changes_as_well_needs_no_other_words(there: There, moment: str, opens: str) -> None:
    found = there(line="daily 09:00-17:00")
    put_open_first(found, (moment_of(moment)[0], None))
    assert closed(found.lines[0]) == opens


def test_somebody_abroad_is_told_the_time_of_their_own_clock_and_its_day(there: There) -> None:
    found = there(office="Mon-Fri 09:00-17:00")
    assert said("2026-11-29T20:00:00-08:00", found) == f"Closed now, opens Monday at 00:00 {BY_COMPUTER}"
    assert said("2026-11-30T09:00:00+09:00", found) == f"Closed now, opens at 17:00 {BY_COMPUTER}"
    assert said("2026-11-30T17:00:00+09:00", found) == ""
    assert said("2026-12-01T02:00:00+09:00", found) == f"Closed now, opens at 17:00 {BY_COMPUTER}"


@pytest.mark.parametrize("moment", ["1970-01-01T03:00:00+00:00", "2026-01-06T00:00:00+01:00"])
def test_a_clock_from_before_the_day_on_which_a_line_was_confirmed_is_wrong_and_moves_nothing(
    there: There, moment: str
) -> None:
    found = there(office="Mon-Fri 09:00-10:00", always="24/7")
    assert at(moment, found) == ["office", "always"]
    assert [line.open_now for line in found.lines] == [None, True]


def test_the_day_on_which_a_line_was_confirmed_is_not_before_itself_anywhere_on_earth(there: There) -> None:
    assert at("2026-01-07T00:00:00+14:00", there(office="Mon-Fri 14:00-17:00", always="24/7")) == ["always", "office"]


def test_a_country_with_several_clocks_says_nothing_of_hours(there: There) -> None:
    for code in ("US", "PT", "AU", "ID"):
        assert at(NIGHT, there(code, office="Mon-Fri 09:00-17:00", always="24/7")) == ["office", "always"]
    assert at(NIGHT, there("MY", office="Mon-Fri 09:00-10:00", always="24/7")) == ["always", "office"]


@pytest.mark.parametrize(
    "row", ["open\t", "open\tmon-fri", "open\t1-2-3", "zone\tCET", "zone\t60 120", "zone\t60 1 2 3"]
)
def test_hours_that_are_damaged_move_nothing(there: There, row: str, isolated: Path) -> None:
    there(office="Mon-Fri 09:00-17:00", always="24/7")
    path, key = isolated / "lines" / "DE.txt", row.partition("\t")[0]
    rows = path.read_text("utf-8").splitlines()
    first = next(place for place, each in enumerate(rows) if each.startswith(f"{key}\t"))
    path.write_text("\n".join([*rows[:first], row, *rows[first + 1 :]]) + "\n", "utf-8")
    assert at(NIGHT, lines.country("DE")) == ["office", "always"]


@given(
    st.floats(0, 7e9),
    st.integers(-14 * 60, 14 * 60),
    st.sampled_from(["seconds", "milliseconds", "microseconds"]),
)
def test_a_clock_that_stands_still_is_read_as_by_the_rest_of_the_program(
    seconds: float, offset: int, timespec: str
) -> None:
    shown = datetime.fromtimestamp(seconds, timezone(timedelta(minutes=offset)))
    text = shown.isoformat(timespec=timespec)
    now = fixed_clock(text).now()
    for written in (text, text.replace("T", " ")):
        assert moment_of(written) == (now.milliseconds // 1000, now.offset)
    assert moment_of(f"{shown:%Y-%m-%dT%H:%M:%S}Z")[1] == 0


@pytest.mark.parametrize("shown", ["", "now", "2026-11-25", "2026-11-25T03:00:00", "2026-99-25T03:00:00Z", "9" * 99])
def test_a_clock_that_cannot_be_read_moves_nothing(
    there: There, shown: str, carelog: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    there(office="Mon-Fri 09:00-10:00", always="24/7")
    monkeypatch.setattr("time.time", lambda: 9e99)
    answer = carelog("crisis", env={"CARELOG_NOW": shown})
    assert answer.exit_code == 0
    assert answer.stdout.index("office") < answer.stdout.index("always")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("moment", "order"), [(NIGHT, ["always", "office"]), (MORNING, ["office", "always"])])
def test_every_page_has_the_same_order(
    there: There, carelog: Command, moment: str, order: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    there(office="Mon-Fri 09:00-17:00", always="24/7", hidden="24/7")
    monkeypatch.setenv("CARELOG_NOW", moment)
    carelog("settings", "set", "country", "DE")
    for typed in (["crisis"], ["helplines"], ["crisis", "--all"], ["crisis", "--qr"]):
        shown = carelog(*typed).stdout
        assert shown.index(order[0]) < shown.index(order[1]), typed
    for typed in (["crisis"], ["helplines"]):
        told = {line["name"]: line["open_now"] for line in carelog(*typed, "--json").json["data"]["lines"]}
        assert told == {order[0]: True, order[1]: moment == MORNING, "hidden": True}
        assert next(iter(told)) == order[0]
    open_now = [line["name"] for line in carelog("reach", "--json").json["data"]["lines"]]
    assert open_now == (["always", "hidden"] if moment == NIGHT else ["office", "always", "hidden"])
