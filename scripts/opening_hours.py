"""When a helpline is open, read from the hours that its source prints, as the numbers of `carelog.crisis.opening`.

Hours are read where they are plain: "24/7", "Mon-Fri 09:00-17:00, Sat 10-12", "daily 19:00-07:00", each perhaps with a
remark in brackets on the hours of a chat. Any other text is not known, and the line may be open. Where the text says it
in another way, the line has the same in `open`, or `open = ""` for not known.

The clocks are those of the country if all of its zones have the same ones; a line elsewhere has the name of its own
zone: `zone = "Europe/Lisbon"`. How clocks change is taken from this computer's tzdata.
"""

import re
import zoneinfo
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from carelog.crisis.lines import ALWAYS
from carelog.crisis.opening import DAYS
from carelog.domain.people.hours import Hours, read_hours

_ZONES = Path(__file__).parents[1] / "src" / "carelog" / "data" / "helplines" / "zones.txt"
_OTHER_WAYS = re.compile(r" \((?:chat|SMS|text|WhatsApp)\b[^()]*\)$")
"""A remark on ways to write; a line is open when somebody answers its telephone."""
_NAME, _TIME = r"(?:[A-Za-z]+|<[^>]+>)", r"[-+]?[\d:]+"
_RULE = re.compile(
    rf"{_NAME}(?P<usual>{_TIME})(?:{_NAME}(?P<other>{_TIME})?"
    rf",M(?P<begin>[\d.]+)(?:/(?P<begins>{_TIME}))?,M(?P<end>[\d.]+)(?:/(?P<ends>{_TIME}))?)?"
)
"""The last line of a zone in tzdata, in the form of the variable TZ of POSIX: CET-1CEST,M3.5.0,M10.5.0/3."""
_A_DAY, _CHANGE = 24 * 60, "2"
"""The minutes of a day, and the hour at which clocks change where a rule names none."""

Facts = dict[str, Any]


def opening(line: Facts) -> list[tuple[str, str]]:
    """The rows of a line's file that say when it is open; none where that is not known."""
    hours, rule = hours_of(line), rule_of(line)
    if hours is not None and in_words(hours) == ALWAYS:
        return [("open", ALWAYS)]
    if hours is None or not rule:
        return []
    spans = [f"{_A_DAY * each.weekday + each.opens}-{_A_DAY * each.weekday + each.closes}" for each in hours.spans]
    return [("open", " ".join(spans)), ("zone", " ".join(map(str, _numbers(rule))))]


def hours_of(line: Facts) -> Hours | None:
    """The hours of a line; None where they are not plain."""
    hours = line.get("hours", "")
    return read_hours(line.get("open", _OTHER_WAYS.sub("", hours) if line.get("phone") else hours))


def rule_of(line: Facts) -> str:
    """The rule of the clocks by which a line is open; empty where the country has several and the line names none."""
    zones = [line["zone"]] if "zone" in line else _zones_of(line["country"])
    rules = {_rule_of_zone(zone) for zone in zones} - {""}
    return rules.pop() if len(rules) == 1 else ""


def in_words(hours: Hours) -> str:
    """Hours as `open` has them: mon-fri 09:00-17:00, sat 10:00-12:00."""
    by_day = [[_span(each.opens, each.closes) for each in hours.spans if each.weekday == day] for day in range(7)]
    groups = [([DAYS[day] for day in days], times) for times, days in groupby(range(7), by_day.__getitem__)]
    parts = [f"{_days(days)} {time}" for days, times in groups for time in times]
    return ALWAYS if parts == ["daily 00:00-24:00"] else ", ".join(parts)


def table(lines: Iterable[Facts]) -> str:
    """For somebody to look at: each line whose hours say more than 24/7, what is read in them, and the clocks."""
    rows = []
    for line in lines:
        if line.get("hours") and (line["hours"] != ALWAYS or "open" in line):
            hours, found = hours_of(line), dict(opening(line))
            read = in_words(hours) if hours and found else "not known"
            rows.append(f"{line['id']}\n  {line['hours']}\n  {read}{'; ' + rule_of(line) if 'zone' in found else ''}\n")
    return "\n".join(rows)


def _zones_of(country: str) -> list[str]:
    rows = (row.split("\t") for row in _ZONES.read_text(encoding="utf-8").splitlines())
    return [zone for zone, its_country in rows if its_country == country]


@cache
def _rule_of_zone(zone: str) -> str:
    """The rule by which the clocks of a zone go from now on; empty for a name that this computer's tzdata lacks."""
    found = (Path(folder, zone) for folder in zoneinfo.TZPATH)
    return next((path.read_bytes().splitlines()[-1].decode() for path in found if path.is_file()), "")


def _numbers(rule: str) -> list[int]:
    """The minutes ahead of UTC and, where clocks change, those in summer, and when that begins and ends.

    Summer is when clocks are further ahead: Ireland's law calls that the usual time. Raises ValueError for a rule that
    names days in another way than by month, week and weekday.
    """
    found = _RULE.fullmatch(rule)
    if found is None:
        raise ValueError(rule)
    usual = -_minutes(found["usual"])
    if not found["begin"]:
        return [usual]
    other = -_minutes(found["other"]) if found["other"] else usual + 60
    begin, end = (
        [*map(int, found[day].split(".")), _minutes(found[time] or _CHANGE)]
        for day, time in (("begin", "begins"), ("end", "ends"))
    )
    return [usual, other, *begin, *end] if usual < other else [other, usual, *end, *begin]


def _minutes(time: str) -> int:
    """The minutes of a time such as -5:30 or 26, as POSIX writes it."""
    hours, _, rest = time.lstrip("+-").partition(":")
    return (-1 if time.startswith("-") else 1) * (int(hours) * 60 + int(rest or 0))


def _span(opens: int, closes: int) -> str:
    closes -= _A_DAY * (closes > _A_DAY)
    return f"{opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"


def _days(days: list[str]) -> str:
    if len(days) == len(DAYS):
        return "daily"
    return days[0] if len(days) == 1 else f"{days[0]}-{days[-1]}"
