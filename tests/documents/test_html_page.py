"""The packet as HTML: text is escaped, nothing is fetched, and every chart has its table."""

import re
from collections.abc import Callable
from gettext import NullTranslations
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog import language
from carelog.documents.html import html
from carelog.documents.packet.document import document
from carelog.domain.text import clean
from carelog.review.packet.packet import Packet

Make = Callable[..., Packet]
OF_SVG = {"svg", "rect", "line", "path", "circle", "text"}
OF_HTML = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "h1",
    "h2",
    "h3",
    "p",
    "dl",
    "dt",
    "dd",
    "ul",
    "li",
}
OF_HTML |= {"blockquote", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "bdi", "figure", "figcaption"}
OF_HTML |= {"ul", "li", "details", "summary"}
hostile = st.text(min_size=1) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}",
        "</blockquote></body>",
        "&amp;<b>",
        "x' onload='y",
        '#read("/etc/passwd")',
        "=cmd|' /C calc'!A0",
        "[link](javascript:alert(1))",
        "\x1b[31m\u202e\x00",
        "שלום\nعليكم\nनमस्ते",
        "a" * 200_000,
    ]
)


class Seen(HTMLParser):
    """The tags, attributes and quotations of a parsed page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, list[str]] = {}
        self.quotes: list[str] = []
        self.inside: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.inside.append(tag)
        if tag == "blockquote":
            self.quotes.append("")
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "blockquote" in self.inside:
            self.quotes[-1] += data


@settings(max_examples=60, deadline=None)
@given(note=hostile)
def test_a_note_comes_out_as_it_was_typed_and_only_as_text(
    note: str, a_packet: Make, some_notes: Callable[..., object]
) -> None:
    page = html(document(a_packet(notes=some_notes(note), name=note[:50], topics=(note[:50],))))
    seen = Seen(page)
    assert seen.quotes[-1] == clean(note).replace("\r\n", "\n").replace("\r", "\n")
    assert set(seen.tags) <= OF_HTML | OF_SVG
    assert not any(name.startswith("on") for name in seen.attributes)


def test_nothing_is_fetched_and_nothing_runs(a_packet: Make) -> None:
    page = html(document(a_packet())).decode()
    seen = Seen(page.encode())
    assert "default-src 'none'" in page
    assert not {"src", "href", "xlink:href", "action"} & set(seen.attributes)
    assert not re.search(r"url\(|@import|<script", page)
    assert set(re.findall(r"https?://[^\"' ]*", page)) == {"http://www.w3.org/2000/svg"}


def test_every_chart_is_said_in_a_sentence_and_has_its_numbers_as_a_table(a_packet: Make) -> None:
    page = html(document(a_packet())).decode()
    figures = re.findall(r"<figure>.*?</figure>", page, re.DOTALL)
    assert len(figures) == 2
    for figure in figures:
        assert 'aria-hidden="true"' in figure
        assert len(re.findall(r"<figcaption>[^<]{40,}</figcaption>", figure)) == 1
        assert "<table>" in figure


def test_headings_are_in_order_and_tables_have_heads(a_packet: Make, some_notes: Callable[..., object]) -> None:
    seen = Seen(html(document(a_packet(notes=some_notes("a note")))))
    levels = [int(tag[1]) for tag in seen.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert seen.tags.count("table") == seen.tags.count("caption") == seen.tags.count("thead")


def test_the_page_says_its_language_and_title(a_packet: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    page = html(document(a_packet())).decode()
    assert '<html lang="en">' in page
    assert "<title>Self-report, 9 to 22 November 2026</title>" in page
    monkeypatch.setattr(language, "_catalogue", NullTranslations())
    monkeypatch.setattr(language, "_language", "pt-BR")
    assert '<html lang="pt-BR">' in html(document(a_packet())).decode()
