"""The helplines on the card: how to reach each one, its hours and languages, and how well these are confirmed."""

from __future__ import annotations

from carelog.crisis import words
from carelog.crisis.blocks import AIR, BUSY, DETAIL, EVERY_LINE, EXTRA, FIRST_HELP, NEXT_COUNTRY, fitting, inside
from carelog.crisis.text import width, wrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.crisis.blocks import Block
    from carelog.crisis.lines import Country, Line
    from carelog.crisis.opening import Opening

MOST_LINES = 3
"""How many helplines the card shows for a country: more than one, because they are often busy."""


def helplines(places: list[tuple[Country, str]], columns: int, *, short: bool) -> list[Block]:
    """The helplines of all countries as blocks; the first one that is not closed has the highest priority.

    Where every line is closed, a place to find another one has it: a closed line is never the only help.
    """
    countries = [country for country, _ in places if country.lines]
    if not countries:
        return [(AIR, [""]), (FIRST_HELP, wrap(words.FIND_LINE, columns))]
    blocks: list[Block] = []
    first = _first_to_call(countries)
    for country in countries:
        heading = wrap(words.LINES_IN.format(country=country.name), columns)
        blocks.append((AIR, ["", *heading] if len(places) == 1 else [""]))
        lines = first_lines(country)[: 1 if len(countries) > 1 else None] if short else country.lines[:MOST_LINES]
        for line in lines:
            parts = _line(line, columns, short=short)
            if len(places) > 1 and line is lines[0]:
                parts[0][1][:0] = heading
            if line is first:
                blocks += parts
            elif line is lines[0] and line.open_now is not False:
                blocks += [(NEXT_COUNTRY, parts[0][1]), (EXTRA, _rows(parts[1:]))]
            else:
                blocks.append((EXTRA, _rows(parts)))
    next_best = fitting([words.BUSY_LINES, words.BUSY_SHORT], columns) if short else words.BUSY_LINES
    blocks += [(AIR, [""]), (BUSY, wrap(next_best, columns)) if first else (FIRST_HELP, wrap(words.FIND_LINE, columns))]
    return blocks if short else [*blocks, (AIR, [""]), (BUSY, wrap(words.FALLBACK, columns))]


def first_lines(country: Country) -> list[Line]:
    """The helplines for a small screen, see `suitable`."""
    return suitable(country.lines)[:MOST_LINES]


def suitable(lines: list[Line]) -> list[Line]:
    """Those of some helplines that suit the person: for young people alone only if chosen, or if there is no other."""
    return [line for line in lines if line.get("audience") != "youth" or line.get("chosen")] or lines


def find_another(places: list[tuple[Country, str]]) -> str:
    """Where another helpline can be found, if none of the countries has one that may be open; else an empty string."""
    return "" if _first_to_call([country for country, _ in places]) else words.FIND_LINE


def written(line: Line) -> list[str]:
    """The ways to reach a helpline by text or chat."""
    word, number = line.get("sms_text"), line.get("sms")
    texts = [(words.TEXT_WORD_TO if word else words.TEXT_TO).format(word=word, number=number)] if number else []
    return texts + [words.WHATSAPP.format(number=each) for each in line.all("whatsapp")] + line.all("chat")


def confirmed(line: Line) -> str:
    """When a helpline was last confirmed, and the reason for doubt, if any."""
    by = "one_source" if line.get("sources") else "sources"
    by = "you" if line.get("yours") else f"{by}_stale" if line.get("stale") else by
    return words.CONFIRMED[by].format(month=_month(line.get("checked")))


def closed(line: Line) -> str:
    """That a helpline is closed now, and when it opens; empty for one that is open or may be."""
    return words.CLOSED_LINE.format(when=when(line.opens)) if line.opens else ""


def next_opening(lines: list[Line]) -> str:
    """When the first of some helplines opens, if every one is closed now; else an empty string."""
    opening = [line.opens for line in lines if line.opens]
    return when(min(opening)) if opening and len(opening) == len(lines) else ""


def when(opening: Opening) -> str:
    """When a helpline opens, by the clocks of its country or, where they differ, by that of the computer."""
    _, day, time, is_here = opening
    kind = ("day" if day else "today") + ("_here" if is_here else "")
    return words.WHEN[kind].format(time=time, **({"day": words.DAYS[day]} if day else {}))


def _first_to_call(countries: list[Country]) -> Line | None:
    return next((line for country in countries for line in first_lines(country) if line.open_now is not False), None)


def _rows(blocks: list[Block]) -> list[str]:
    return [row for _, rows in blocks for row in rows]


def _month(day: str) -> str:
    """The month of a day such as 2026-06-02; a year alone stays as it is."""
    year, _, month = day[:7].partition("-")
    return words.MONTH.format(year=year, month=words.MONTHS[month]) if month in words.MONTHS else year


def _line(line: Line, columns: int, *, short: bool) -> list[Block]:
    """The blocks of a helpline: its name with the first way to reach it, then the details."""
    name, hours = line.get("name"), line.get("hours") or words.HOURS_UNKNOWN
    hours = words.HOURS_AND_COST.format(hours=hours, cost=line.get("cost")) if line.get("cost") else hours
    if width(together := words.NAME_AND_HOURS.format(name=name, hours=hours)) <= columns:
        name, hours = together, ""
    numbers, texts = [(EXTRA, number) for number in line.all("phone")], _texts(line)
    first, *others = texts + numbers if line.get("text_first") else numbers + texts
    blocks: list[Block] = [(FIRST_HELP, wrap(name, columns) + inside(first[1], columns))]
    blocks += [
        (need, inside(fact, columns)) for need, fact in [*others, (DETAIL, hours), (DETAIL, closed(line))] if fact
    ]
    speaks, sure = words.LANGUAGES.format(languages=line.get("speaks")), confirmed(line)
    together = words.LANGUAGES_AND_CONFIRMED.format(languages=speaks, confirmed=sure)
    if short and width(together) <= columns - 2:
        return [*blocks, (DETAIL, inside(together, columns))]
    return [*blocks, (DETAIL, inside(speaks, columns, 1 if short else EVERY_LINE)), (DETAIL, inside(sure, columns))]


def _texts(line: Line) -> list[tuple[int, str]]:
    return [(DETAIL if place == 0 else EXTRA, text) for place, text in enumerate(written(line))]
