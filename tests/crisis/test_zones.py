"""The clocks of the zones of helplines, held against the database of zones, and what is read in their hours."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from carelog.crisis.lines import ALWAYS, country
from carelog.crisis.opening import minutes_ahead
from support.helplines import HOURS, LINES
from support.source import ROOT

READ = Path(__file__).parent / "hours_as_read.txt"
STEP, MINUTES_AROUND = timedelta(hours=6), timedelta(minutes=5)
BEGIN, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2037, 1, 1, tzinfo=UTC)
ODD = [
    "Africa/Cairo", "America/New_York", "America/Nuuk", "America/Santiago", "America/St_Johns", "Asia/Beirut",
    "Asia/Jerusalem", "Asia/Kathmandu", "Atlantic/Azores", "Australia/Lord_Howe", "Europe/Dublin", "Pacific/Auckland",
    "Pacific/Kiritimati", "Pacific/Pago_Pago",
]  # fmt: skip
"""Zones with half hours, with summer in January or by the night before, with changes at midnight or by Irish law."""


def zones() -> Iterator[tuple[str, str]]:
    """Every zone of a line that has hours, with the numbers that its file has for it."""
    for line in LINES:
        for found in country(line["country"]).lines:
            if found.get("line") == line["id"] and found.get("zone"):
                named = [line["zone"]] if "zone" in line else HOURS["_zones_of"](line["country"])
                yield from ((zone, found.get("zone")) for zone in named)


def differences(zone: str, numbers: str) -> list[str]:
    """The moments of eleven years at which the numbers differ from the zone: four a day, and around every change."""
    clocks, moment, wrong = ZoneInfo(zone), BEGIN, []
    while moment < END:
        same = moment.astimezone(clocks).utcoffset() == (moment + STEP).astimezone(clocks).utcoffset()
        step = STEP if same else MINUTES_AROUND
        for each in range(STEP // step):
            at = moment + each * step
            if at.astimezone(clocks).utcoffset() != timedelta(minutes=minutes_ahead(numbers, int(at.timestamp()))):
                wrong.append(str(at))
        moment += STEP
    return wrong


@pytest.mark.parametrize(("zone", "numbers"), sorted(set(zones())))
def test_the_clocks_of_every_line_are_those_of_its_zone_for_ten_years(zone: str, numbers: str) -> None:
    assert differences(zone, numbers) == []


@pytest.mark.parametrize("zone", ODD)
def test_zones_in_which_a_line_may_be_one_day_are_understood_as_well(zone: str) -> None:
    [_, (_, numbers)] = HOURS["opening"]({"country": "XX", "zone": zone, "hours": "daily 09-17:00"})
    assert differences(zone, numbers) == []
    assert len(numbers.split()) in {1, 10}


@pytest.mark.parametrize(
    ("hours", "read"),
    [
        ("24/7", "24/7"),
        ("24/7 (chat 10:00-22:00)", "24/7"),
        ("24/7 (chat and SMS daily 16:15-22:45)", "24/7"),
        ("24/7 (SMS 8-24; WhatsApp, chat 8-2)", "24/7"),
        ("24/7 (WhatsApp 8-24)", "24/7"),
        ("daily 19:00-07:00", "daily 19:00-07:00"),
        ("daily 09:00-24:00", "daily 09:00-24:00"),
        ("daily 11:00-05:00 (chat Mon-Fri 17-21, Sat-Sun 13-17)", "daily 11:00-05:00"),
        ("Mon-Thu 10-22, Fri-Sun 10-18", "mon-thu 10:00-22:00, fri-sun 10:00-18:00"),
        ("Mon-Fri 9-12, Mon-Fri 14-18", "mon-fri 09:00-12:00, mon-fri 14:00-18:00"),
        ("Mon-Fri 09:00-17:00, Sun 10-12", "mon-fri 09:00-17:00, sun 10:00-12:00"),
        ("Mon-Fri 24/7, Sat 10-12", "mon-fri 00:00-24:00, sat 10:00-12:00"),
    ],
)
def test_plain_hours_are_read_and_read_again_as_they_are_told(hours: str, read: str) -> None:
    found = HOURS["hours_of"]({"phone": "1", "hours": hours})
    assert HOURS["in_words"](found) == read
    assert set(HOURS["hours_of"]({"hours": "", "open": read}).spans) == set(found.spans)


@pytest.mark.parametrize(
    "hours",
    [
        "",
        "24/7 (some lines 08:00-20:00)",
        "24/7 (was interrupted at weekends in Dec 2024 for lack of money)",
        "24/7 by one source, not round the clock by another",
        "24 h in many places, shorter in others",
        "daily from 11:00 into the night (11:00-04:00 in 2021; current closing time not confirmed)",
        "Mon, Thu, Fri 24 h; other days 06:00-24:00 (2022)",
        "daily 16:00-21:00; on the 10th of each month 08:00 until 08:00 next day",
        "daily 08:30-05:30 in 2021; round the clock not confirmed",
        "weekdays",
        "chat 10-12",
        "daily 9-5",
        "daily 09:00-25:00",
    ],
)
def test_hours_that_are_not_plain_are_not_known(hours: str) -> None:
    line = {"country": "DE", "phone": "1", "hours": hours}
    assert HOURS["opening"](line) == []
    assert [row[0] for row in HOURS["opening"](line | {"open": "mon-fri 09:00-17:00"})] == ["open", "zone"]
    assert HOURS["opening"]({"country": "DE", "hours": "24/7", "open": ""}) == []


def test_a_line_without_a_telephone_has_no_hours_but_those_of_its_chat() -> None:
    assert HOURS["opening"]({"country": "DE", "hours": "24/7 (chat evenings)"}) == []


def test_a_line_of_a_country_with_several_clocks_names_its_own() -> None:
    line = {"country": "PT", "hours": "daily 15:30-00:30"}
    assert HOURS["opening"](line) == []
    assert [row[0] for row in HOURS["opening"](line | {"zone": "Europe/Lisbon"})] == ["open", "zone"]
    assert HOURS["opening"](line | {"zone": "Europe/Lissabon"}) == []


def test_every_line_with_plain_hours_tells_when_it_is_open() -> None:
    """Where this fails the country has several clocks: give the line its own, or say that nobody knows."""
    missing = [line["id"] for line in LINES if HOURS["hours_of"](line) and not HOURS["opening"](line)]
    assert not missing, f'helplines.toml: zone = "Continent/City" or open = "" for {missing}'
    shown = [line for code in {each["country"] for each in LINES} for line in country(code).lines]
    assert [line.get("line") for line in shown if line.get("hours") == ALWAYS and not line.open_now] == []


def test_what_is_read_in_hours_was_looked_at() -> None:
    """Look at the difference before you keep it."""
    script = [sys.executable, str(ROOT / "scripts" / "make_helplines.py"), "--hours"]
    read = subprocess.run(script, check=True, capture_output=True, text=True).stdout
    ask = f"python scripts/make_helplines.py --hours > {READ.relative_to(ROOT)}"
    assert read == READ.read_text("utf-8"), ask
