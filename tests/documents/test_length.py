"""The number of pages of a packet with many entries: a session with a therapist is short."""

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from carelog.clock import fixed_clock
from carelog.demo.home import make_demo
from carelog.documents.packet.document import document
from carelog.documents.pdf import Paper, pdf
from carelog.domain.audience import Section
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.packet.packet import packet
from support.printed import words_of

CLOCK = fixed_clock("2026-11-22T21:30:00+01:00")
SMALLEST_LETTER = 6.6
"""The smallest letters, in points: the labels of charts. The text is larger."""


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    paths = Paths.inside(tmp_path_factory.mktemp("demo") / "home")
    make_demo(paths, CLOCK, years=2)
    with Journal.open(paths, CLOCK) as opened:
        yield opened


@pytest.mark.parametrize(("days", "most"), [(7, 1), (28, 1), (91, 2), (365, 2), (730, 3)], ids=str)
@pytest.mark.parametrize("paper", Paper)
def test_four_weeks_are_one_page_and_years_two(journal: Journal, paper: Paper, days: int, most: int) -> None:
    page = packet(journal, Period.ending(journal.today, days))
    content = pdf(document(page), journal.today, paper=paper).content
    assert len(PdfReader(BytesIO(content)).pages) <= most
    assert "Lowest and highest days" in words_of(content)


def test_an_empty_period_says_so_on_one_page(journal: Journal) -> None:
    before = journal.today - timedelta(days=3_000)
    content = pdf(document(packet(journal, Period(before, before + timedelta(days=27)))), journal.today).content
    assert len(PdfReader(BytesIO(content)).pages) == 1
    assert "Nothing was noted in these days." in words_of(content)


@pytest.mark.parametrize(
    ("days", "left_out", "usual"),
    [(7, [], False), (7, [Section.SCORES], True), (28, [], False), (365, [], True)],
)
def test_letters_are_smaller_only_where_that_makes_one_page(
    journal: Journal, days: int, left_out: list[Section], usual: bool
) -> None:
    page = packet(journal, Period.ending(journal.today, days), leave_out=left_out)
    sizes = sizes_of_letters(pdf(document(page), journal.today).content)
    assert min(sizes) >= SMALLEST_LETTER
    assert (9.0 in sizes) is usual


def sizes_of_letters(content: bytes) -> set[float]:
    """The sizes of all text on the pages, charts left out, in points."""
    found: set[float] = set()

    def note(text: str, current: list[float], matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.add(round(abs(size * matrix[3] * current[3]), 1))

    for each in PdfReader(BytesIO(content)).pages:
        each.extract_text(visitor_text=note)
    return found
