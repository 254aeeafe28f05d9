"""A person's marks on the built-in helplines: which are hidden, which they checked, which languages come first."""

from __future__ import annotations

_ALWAYS = ("24/7", "24 h")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.crisis.card import Card
    from carelog.crisis.lines import Country, Line


def mark(country: Country, card: Card) -> None:
    """Apply the marks of a card to a country's helplines: hide, confirm, and sort the person's languages first.

    The emergency number is not a helpline, so that nothing can hide it.
    """
    hidden = {name for code, name in card.hidden if code == country.code}
    country.lines = [line for line in country.lines if line.get("name") not in hidden]
    days = {name: day for code, name, day in card.checked if code == country.code}
    for line in country.lines:
        if (day := days.get(line.get("name"), "")) >= line.get("checked") and day:
            _confirm(line, day)
    if days or card.languages:
        country.lines.sort(key=lambda line: (_is_foreign(line, card.languages), *doubts(line)))


def doubts(line: Line) -> tuple[bool, bool, bool, bool]:
    """The sort key of a helpline, whatever the hour: what may keep it from helping, the worst first.

    It is for young people alone; it is known to close, or its hours are not known; it was not confirmed for long; it
    has one source. At 3 a.m. an old number that answers day and night is better than a sure one that is closed.
    """
    closes = not line.get("hours").startswith(_ALWAYS)
    return line.get("audience") == "youth", closes, bool(line.get("stale")), bool(line.get("sources"))


def _confirm(line: Line, day: str) -> None:
    """Note the person's own check, which is newer than the sources and ends their doubts."""
    line.facts = {key: values for key, values in line.facts.items() if key not in {"sources", "stale"}}
    line.facts |= {"checked": [day], "yours": ["yes"]}


def _is_foreign(line: Line, languages: list[str]) -> bool:
    return bool(languages) and not set(languages) & set(line.all("languages"))
