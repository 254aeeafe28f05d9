"""Whatever the format: what leaves is what the preview shows."""

import dataclasses
import html
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from carelog.documents.blocks import Chart, Table
from carelog.documents.life_chart import life_chart_document
from carelog.documents.packet.document import document
from carelog.documents.packet.formats import Format, render_document, render_packet
from carelog.documents.packet.json import as_json
from carelog.documents.packet.tables import tables
from carelog.documents.plain_text import plain_text
from carelog.domain.audience import ALLY, THERAPIST, Audience, Section
from carelog.domain.mood import MoodScale, MoodWords
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.review.packet.packet import Packet, packet
from carelog.review.packet.redaction import STRUCK, Strike
from carelog.review.pages.life_chart import life_chart
from carelog.settings import Settings
from carelog.wording.days import month_name, short_month
from support.journals import DAY, written_and_read
from support.lives import a_life
from support.printed import words_of
from support.source import ROOT

SCHEMA = json.loads((ROOT / "docs" / "schemas" / "packet.json").read_text("utf-8"))
WORDS = ("grim", "low-ish", "middling", "fair", "splendid")
LENGTHS = (1, 5, 7, 28, 60, 100)
MOST_WEEKS = 13
"""Longer pages have months in their tables."""

HOW_TO_READ = {
    "carelog": "the version of the file",
    "document": "the kind of the file",
    "audience": "whom the page is for, which is chosen and not noted",
    "scale": "how the numbers of the mood are meant: the page says “level” of a two-sided one",
    "left_out": "sections by the names that are typed; the page has them in words",
    "higher_is": "the page says “higher is worse”",
    "verdict": "the page says it as a sentence",
    "beside": "the page says it as a sentence",
    "change": "the page says it as a sentence, with the reliable change",
}
"""Values that are carelog's own, by their last key, with the reason why they are not on the page word for word."""
TOLD_IN_ANOTHER_WAY = {
    ("period", "days"): "counted from the first and the last day, which are on the page",
    ("before", "from"): "the page says “the 28 days before”",
    ("before", "to"): "the page says “the 28 days before”",
    ("after", "from"): "the page says “the last 28 days”",
    ("after", "to"): "the page says “the last 28 days”",
}
"""The same for values in some objects only."""

lives = st.builds(Random, st.integers(0, 1_000_000))
audiences = st.sampled_from([THERAPIST, ALLY])


def a_page(journal: Journal, chance: Random, audience: Audience) -> Packet:
    """A page of a journal as one may choose it: of some days, without some sections, with others on request."""
    include = [each for each in sorted(audience.on_request, key=str) if chance.random() < 0.5]
    leave_out = chance.sample(list(Section), chance.choice([0, 0, 0, 1, 3]))
    period = Period.ending(DAY - timedelta(days=chance.choice([0, 0, 3])), chance.choice(LENGTHS))
    journal.settings = Settings(name="Ottilie Quast", mood=MoodWords(chance.choice(list(MoodScale)), WORDS))
    say_left_out = audience is THERAPIST and chance.random() < 0.2
    ask = "a stroll" if chance.random() < 0.5 else ""
    return packet(journal, period, audience, include=include, leave_out=leave_out, ask=ask, say_left_out=say_left_out)


def text_of(page: Packet) -> str:
    return plain_text(document(page))


@settings(max_examples=60, deadline=None)
@given(lives, audiences)
def test_every_word_and_number_in_json_stands_on_the_page(chance: Random, audience: Audience) -> None:
    with written_and_read(a_life(chance)) as journal:
        page = a_page(journal, chance, audience)
    data, said = json.loads(as_json(page)), said_by(text_of(page))
    Draft202012Validator(SCHEMA, format_checker=FormatChecker()).validate(data)
    assert [(path, value) for path, value in values_of(data) if not is_said(path, value, said)] == []


@settings(max_examples=40, deadline=None)
@given(lives, audiences)
def test_every_cell_for_a_spreadsheet_stands_on_the_page(chance: Random, audience: Audience) -> None:
    with written_and_read(a_life(chance)) as journal:
        page = a_page(journal, chance, audience)
    said = said_by(text_of(page))
    cells = [(name, cell) for name, (_head, *rows) in tables(page) for row in rows for cell in row if cell]
    marks = {"note": "what a quoted line is", "–": "nothing to say", "no mood noted": "the head of a row"}
    assert [each for each in cells if each[1] not in marks and not is_said(("cell",), each[1], said)] == []


@settings(max_examples=40, deadline=None)
@given(lives, audiences, st.integers(0, 1_000_000))
def test_what_does_not_change_the_page_changes_neither_json_nor_tables(
    chance: Random, audience: Audience, start: int
) -> None:
    """Whatever is changed in a packet without a trace on its page leaves no trace in data: nothing else is in it."""
    with written_and_read(a_life(chance)) as journal:
        page = a_page(journal, chance, audience)
    shown, written = text_of(page), render_packet(page, Format.JSON)
    places = list(places_in(page))
    for number in range(40):
        place = places[(start + 7919 * number) % len(places)]
        other = with_another(page, place)
        if may_be(other) and text_of(other) == shown:
            assert render_packet(other, Format.JSON) == written, place
            assert list(tables(other)) == list(tables(page)), place


@settings(max_examples=40, deadline=None)
@given(lives, audiences)
def test_text_markdown_and_html_say_the_same(chance: Random, audience: Audience) -> None:
    with written_and_read(a_life(chance)) as journal:
        page = a_page(journal, chance, audience)
    said = words_in(text_of(page))
    marked = words_in(re.sub(r"\\(?=\W)", "", render_packet(page, Format.MARKDOWN).decode()))
    assert marked - said - heads_of(page) == set()
    assert said - marked - heads_of(page) == set()
    shown = words_in(without_drawings(render_packet(page, Format.HTML).decode()))
    assert shown - said - heads_of(page) - dates_of_charts(page) - words_in(document(page).footer) == set()
    assert said - shown - heads_of(page) - words_beside_drawings(page) == set()


@settings(max_examples=12, deadline=None)
@given(lives, audiences)
def test_a_pdf_says_what_the_text_says(chance: Random, audience: Audience) -> None:
    with written_and_read(a_life(chance)) as journal:
        page = a_page(journal, chance, audience)
    printed = words_in(words_of(render_packet(page, Format.PDF)).replace("-\n", "-"))
    said = words_in(text_of(page)) | heads_of(page) | words_in(document(page).footer)
    drawn = set().union(*(words_in(drawing_of(each)) for each in charts_of(page)))
    sheets = {str(number) for number in range(1, 20)} | {"page", "of"}
    assert {word for word in printed - said - drawn - sheets if not is_a_piece(word, said | drawn)} == set()


@settings(max_examples=25, deadline=None)
@given(
    lives, audiences, st.sampled_from(["gardening", "amoxil", "lighthouse", "slumber", "middling", "outing", "stroll"])
)
def test_what_was_struck_is_in_no_format(chance: Random, audience: Audience, word: str) -> None:
    with written_and_read(a_life(chance)) as journal:
        page = Strike([word]).page(a_page(journal, chance, audience))
    data, said = json.loads(as_json(page)), said_by(text_of(page))
    assert [(path, value) for path, value in values_of(data) if not is_said(path, value, said)] == []
    for form in (Format.JSON, Format.TEXT, Format.MARKDOWN, Format.HTML):
        assert word not in render_packet(page, form).decode().replace(STRUCK, "")


@settings(max_examples=20, deadline=None)
@given(lives, st.booleans())
def test_a_life_chart_says_the_same_in_every_format(chance: Random, with_words: bool) -> None:
    sections = THERAPIST.contents([Section.WORDS], chance.sample(list(Section), chance.choice([0, 2])))
    with written_and_read(a_life(chance)) as journal:
        journal.settings = Settings(mood=MoodWords(chance.choice(list(MoodScale)), WORDS))
        wanted = sections if with_words else sections - {Section.WORDS}
        page = life_chart_document(life_chart(journal, Period.ending(DAY, 90), wanted, name="Ottilie Quast"))
    said = words_in(plain_text(page))
    heads = set().union(*(words_in(" ".join(each.head)) for each in page.in_one_column if isinstance(each, Table)))
    written = [words_in(render_document(page, form).decode()) for form in (Format.MARKDOWN,)]
    written.append(words_in(without_drawings(render_document(page, Format.HTML).decode())))
    told = set().union(*(words_in(each.in_words) for each in page.in_one_column if isinstance(each, Chart)))
    assert [(each - said - heads, said - each - heads - told) for each in written] == [(set(), set())] * 2
    assert (
        not any(isinstance(each, Chart) for each in page.in_one_column)
        or Section.MOOD not in wanted
        or told
        >= {
            "grim",
            "splendid",
        }
    )


# --- what the page says


def said_by(text: str) -> set[str]:
    said = words_in(text)
    return said | {number for word, number in (("once", "1"), ("twice", "2")) if word in said}


def words_in(text: str) -> set[str]:
    """The words and the numbers of a text."""
    return set(re.findall(r"\d+(?:\.\d+)?|[^\W\d_]+", html.unescape(text).casefold()))


def values_of(data: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    """The values of a page's JSON with the keys that lead to them."""
    match data:
        case dict():
            for key, value in data.items():
                yield from values_of(value, (*path, key))
        case list():
            for value in data:
                yield from values_of(value, path)
        case _:
            yield path, data


def is_said(path: tuple[str, ...], value: object, said: set[str]) -> bool:
    """Whether the page says a value; what there is none of it does not mention."""
    if value is None or isinstance(value, bool) or value == 0:
        return True
    if path[-1] in HOW_TO_READ or path[-2:] in TOLD_IN_ANOTHER_WAY:
        return True
    if isinstance(value, int | float):
        return f"{abs(value):g}" in said
    assert isinstance(value, str)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return day_is_said(date.fromisoformat(value), said)
    return words_in(value) - said == set()


def day_is_said(day: date, said: set[str]) -> bool:
    months = {short_month(day).casefold(), month_name(day).casefold()}
    return str(day.day) in said and bool(months & said)


# --- changes to a packet

CARELOGS_OWN = {"audience", "sections", "left_out", "is_chosen"}
HELD_TWICE = {
    "band": "the place of a total on its scale, which is on the page",
    "ranges": "the bands, where there are any",
    "two_sided": "how the numbers of the mood are meant, also where there is none",
    "counts.low": "never more than the days with a low entry, which are on the page",
    "counts.high": "never more than the days with a high entry, which are on the page",
}
"""What a packet holds a second time, from which the page is not made."""


def places_in(value: object, place: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """The places of all numbers, words and days in a packet."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if place or field.name not in CARELOGS_OWN:
                yield from places_in(getattr(value, field.name), (*place, field.name))
    elif isinstance(value, tuple) and not (place[-1] == "weeks" and held_as_spans(value)):
        for number, each in enumerate(value):
            yield from places_in(each, (*place, number))
    elif isinstance(value, str | int | float) and value != "" and not is_held_twice(place):
        yield place


def is_held_twice(place: tuple[object, ...]) -> bool:
    return not {*place, ".".join(map(str, place[-2:]))}.isdisjoint(HELD_TWICE)


def may_be(page: Packet) -> bool:
    """Whether a page has no mood above the scale, and no further days where it has none."""
    days, rated = page.mood.days if page.mood else (), page.rated_days
    on_scale = all(1 <= mood <= 5 for each in days for mood in (each.low, each.median, each.high))
    return on_scale and (
        rated is None
        or (bool(rated.lowest) >= bool(rated.more_lowest) and bool(rated.highest) >= bool(rated.more_highest))
    )


def held_as_spans(weeks: tuple[Any, ...]) -> bool:
    """Whether weeks are few enough for a table of them, which is made of the spans: the same weeks."""
    return len(weeks) <= MOST_WEEKS


def with_another(value: Any, place: tuple[Any, ...]) -> Any:
    """The same with another value at a place."""
    if not place:
        return not value if isinstance(value, bool) else f"{value}zq" if isinstance(value, str) else value + 1
    first, *rest = place
    if isinstance(value, tuple):
        return (*value[:first], with_another(value[first], tuple(rest)), *value[first + 1 :])
    return dataclasses.replace(value, **{first: with_another(getattr(value, first), tuple(rest))})


# --- formats


def charts_of(page: Packet) -> list[Chart]:
    return [block for block in document(page).in_one_column if isinstance(block, Chart)]


def heads_of(page: Packet) -> set[str]:
    """The heads of tables, which are longer where each cell is named, and what is not drawn but told in words."""
    heads = [" ".join((*block.head, *block.read_aloud, block.caption)) for block in tables_of(page)]
    return set().union(*map(words_in, heads), {"≤", "≥"})


def tables_of(page: Packet) -> list[Any]:
    blocks = list(document(page).in_one_column)
    return [getattr(block, "table", block) for block in blocks if hasattr(block, "table") or hasattr(block, "head")]


def dates_of_charts(page: Packet) -> set[str]:
    """The days of the tables below charts, which are on the page in words."""
    return set().union(*(words_in(row[0]) for chart in charts_of(page) for row in chart.table.rows))


def words_beside_drawings(page: Packet) -> set[str]:
    return set().union(*(words_in(chart.in_words) for chart in charts_of(page)))


def without_drawings(page: str) -> str:
    """The text of an HTML page without its style, its drawings, and the captions that say how to read them."""
    body = page[page.index("<body") :]
    body = re.sub(r"<(svg|figcaption|summary|style)\b.*?</\1>", " ", body, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", body)


def drawing_of(chart: Chart) -> str:
    return " ".join([chart.title, chart.alternative, re.sub(r"<[^>]+>", " ", chart.svg)])


def is_a_piece(word: str, known: set[str]) -> bool:
    """Whether a word is one that a line break parted."""
    return any(word in each for each in known)
