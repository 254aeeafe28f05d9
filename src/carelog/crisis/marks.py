"""A person's marks on the built-in helplines: which are hidden, which they checked, which of them come first."""

from __future__ import annotations

from carelog.crisis.lines import everybody_leads

_ALWAYS = ("24/7", "24 h")
_WAYS_TO_WRITE = ("sms", "whatsapp", "chat")
_DEAF = "deaf"
_BEHIND_OTHERS = {"youth": 1, "topic": 2}

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.crisis.card import Card
    from carelog.crisis.lines import Country, Line


def mark(country: Country, card: Card, *, text_first: bool = False) -> None:
    """Apply the marks of a card to a country's helplines: hide, confirm, and sort them as the person wants.

    A line that is for one topic alone is added only if the person chose the topic. Chosen lines come behind the first
    of all others, so that one that listens to everybody always leads. With `text_first`, or for the deaf, lines that
    can be written to come before others. The emergency number is not a helpline, so that nothing can hide it.
    """
    hidden = {name for code, name in card.hidden if code == country.code}
    topics = [topic for topic in card.topics if topic != _DEAF]
    lines = country.lines + [line for line in country.for_topics if is_for_any(line, topics)]
    country.lines = [line for line in lines if line.get("name") not in hidden]
    days = {name: day for code, name, day in card.checked if code == country.code}
    for line in country.lines:
        if (day := days.get(line.get("name"), "")) >= line.get("checked") and day:
            _confirm(line, day)
    text_first = text_first or card.text_first or _DEAF in card.topics
    if days or card.languages or text_first:
        country.lines.sort(key=lambda line: _rank(line, card.languages, text_first=text_first))
    if text_first:
        for line in country.lines:
            line.facts["text_first"] = ["yes"]
    for line in country.lines:
        if is_for_any(line, topics):
            line.facts["chosen"] = ["yes"]
    country.lines = everybody_leads(country.lines)


def doubts(line: Line) -> tuple[int, bool, bool, bool]:
    """The sort key of a helpline, whatever the hour: what may keep it from helping, the worst first.

    It is for young people or for a topic alone; it is known to close, or its hours are not known; it was not confirmed
    for long; it has one source. At 3 a.m. an old number that answers day and night is better than a sure one that is
    closed.
    """
    closes = not line.get("hours").startswith(_ALWAYS)
    return _BEHIND_OTHERS.get(line.get("audience"), 0), closes, bool(line.get("stale")), bool(line.get("sources"))


def is_for_any(line: Line, topics: list[str]) -> bool:
    """Whether a line is for one of the topics; every line that can be written to is one for deaf people."""
    return any(topic in line.all("for") or (topic == _DEAF and can_write(line)) for topic in topics)


def can_write(line: Line) -> bool:
    """Whether a line can be reached without speaking."""
    return any(line.get(way) for way in _WAYS_TO_WRITE)


def _rank(line: Line, languages: list[str], *, text_first: bool) -> tuple[int, ...]:
    audience, *others = doubts(line)
    return _is_foreign(line, languages), audience, text_first and not can_write(line), *others


def _confirm(line: Line, day: str) -> None:
    """Note the person's own check, which is newer than the sources and ends their doubts."""
    line.facts = {key: values for key, values in line.facts.items() if key not in {"sources", "stale"}}
    line.facts |= {"checked": [day], "yours": ["yes"]}


def _is_foreign(line: Line, languages: list[str]) -> bool:
    return bool(languages) and not set(languages) & set(line.all("languages"))
