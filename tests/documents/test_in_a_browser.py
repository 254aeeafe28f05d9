"""HTML pages in a real browser: accessibility, use with a keyboard, and printing."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from carelog.clock import fixed_clock
from carelog.demo.home import make_demo
from carelog.documents.html import html
from carelog.documents.packet.document import document
from carelog.documents.plan_html import plan_page
from carelog.domain.audience import SELF, THERAPIST
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.packet.packet import packet
from carelog.review.people.printed_plan import printed_plan
from support.printed import words_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

CLOCK = fixed_clock("2026-11-22T21:30:00+01:00")
NAMES = ("four weeks", "a year with all notes", "nothing noted", "plan")
WIDTHS = (320, 1200)
"""CSS pixels: a page at 400 % zoom, which WCAG 1.4.10 demands, and an ordinary screen."""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
FOREIGN = "اليوم كان صعبا <script>alert(1)</script> שלום נגמר היום"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages by name, as files, which is how people open them."""
    folder = tmp_path_factory.mktemp("pages")
    paths = Paths.inside(folder / "home")
    make_demo(paths, CLOCK, years=2)
    with Journal.open(paths, CLOCK) as journal:
        journal.entries.add(2, FOREIGN)
        day = journal.today
        before = Period.ending(day.replace(year=2010), 28)
        contents = {
            "four weeks": html(document(packet(journal, Period.ending(day, 28), THERAPIST))),
            "a year with all notes": html(document(packet(journal, Period.ending(day, 365), SELF))),
            "nothing noted": html(document(packet(journal, before, THERAPIST))),
            "plan": plan_page(printed_plan(journal, day)),
        }
    written = {name: folder / f"{number}.html" for number, name in enumerate(contents)}
    for name, content in contents.items():
        written[name].write_bytes(content)
    return written


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield started
        started.close()


def opened(browser: "Browser", file: Path, width: int = 1200, scheme: str = "light") -> "Page":
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_in_the_way_of_those_who_hear_or_enlarge_a_page(
    browser: "Browser", files: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(browser, files[name], width, scheme)
    found = Axe().run(page, options=RULES).response["violations"]
    assert not [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_but_the_file_itself_is_read_and_nothing_runs(
    browser: "Browser", files: dict[str, Path], name: str
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda _: asked.append("a script"))
    page.goto(files[name].as_uri())
    assert asked == [files[name].as_uri()]
    assert page.evaluate("document.scripts.length") == 0
    page.close()


def test_words_of_every_script_stand_on_the_page_as_they_were_typed(browser: "Browser", files: dict[str, Path]) -> None:
    page = opened(browser, files["a year with all notes"])
    assert FOREIGN in page.inner_text("body")
    quote = page.locator("blockquote", has_text="اليوم").first
    assert quote.evaluate("it => getComputedStyle(it).direction") == "rtl"
    page.close()


def test_every_table_that_is_folded_away_opens_with_the_keyboard_alone(
    browser: "Browser", files: dict[str, Path]
) -> None:
    page = opened(browser, files["four weeks"])
    tables = page.locator("summary").count()
    opens = 0
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            page.keyboard.press("Enter")
            opens += page.evaluate("document.activeElement.parentElement.open")
        if opens == tables:
            break
    assert opens == tables > 0
    page.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_prints_on_two_pages_with_every_section(browser: "Browser", files: dict[str, Path], paper: str) -> None:
    page = opened(browser, files["four weeks"])
    printed = page.pdf(format=paper, prefer_css_page_size=False)
    assert len(PdfReader(BytesIO(printed)).pages) <= 2
    for heading in page.locator("h2").all_inner_texts():
        assert heading in words_of(printed)
    page.close()
