"""Pages and documents in the pseudo-language `xx`: no line is too wide, and no English of carelog's own is left."""

import json
import re
import tempfile
import tomllib
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from rich.cells import cell_len

from carelog.crisis.language import ENGLISH as CARD
from carelog.documents.packet.formats import Format
from carelog.domain.audience import AUDIENCES, Section
from carelog.settings import Settings
from carelog.settings_fields import FIELDS
from reliability.matrix import Step, environment_of
from reliability.record import PAGES
from reliability.same_process import walk
from support.source import HELPLINES, SOURCE

COLUMNS = 40
THE_CARD = ("crisis", "crisis --all", "crisis --qr")
"""The card has files of its own for its languages, and tests of its own in tests/crisis."""
DISCREET = tuple(f"--discreet {page}" for page in ("today", "week", "trends", "calendar", "log", "contact", "sign"))
DOCUMENTS = tuple(
    f"export --yes --for {audience} --format {form} -o -"
    for audience in ("therapist", "self")
    for form in ("md", "txt")
)
SENTENCES = ("keep", "agenda agenda.ics", "verify", "lock", "last walk", *DISCREET)
"""Answers in sentences, and pages without columns: neither is wrapped where there is no terminal."""
LINES = tuple(line for line in PAGES if line not in THE_CARD) + DISCREET + DOCUMENTS

WORD = re.compile(r"\b[A-Za-z]{2,}\b…?")
NO_WORDS = re.compile(r"<style>.*?</style>|<(?:[^>]*?(?: aria-label=\"([^\"]*)\"))?[^>]*>", re.DOTALL)


SETTINGS = "settings.toml"
KEPT_FROM = "export --yes --for self --format json -o -"
"""What shows the words that are stored, which are the same in every language."""


@pytest.fixture(scope="module")
def said() -> Iterator[dict[str, str]]:
    """What carelog answers to each line on an invented year."""
    with tempfile.TemporaryDirectory() as place:
        home, desk = Path("../home"), Path(place) / "desk"
        variables = environment_of(Path(place), home, desk)
        variables |= {"COLUMNS": str(COLUMNS), "CARELOG_LANG": "xx", "CARELOG_NOW": "2026-11-22T12:00:00+01:00"}
        steps = (Step(f"demo {home} --years 1"), *map(Step, LINES), Step(KEPT_FROM))
        walked = walk(steps, desk, variables)
        assert not [str(each) for each in walked if each.exit_code]
        settings = {SETTINGS: (desk / home / "settings.toml").read_text("utf-8")}
        yield settings | {each.step.line: each.stdout for each in walked}


@pytest.fixture(scope="module")
def kept_english(said: dict[str, str]) -> set[str]:
    """The words that are the same in every language."""
    return words_of([json.loads(said[KEPT_FROM]), tomllib.loads(said[SETTINGS]), official_texts()])


def official_texts() -> list[str]:
    """Names, titles and bands of the questionnaires, which are translated by their authors alone."""
    measures = tomllib.loads((SOURCE / "data" / "measures.toml").read_text("utf-8"))["measure"]
    bands = [
        named["text"]
        for each in measures
        for named in (*each.get("bands", ()), *each.get("cutpoints", ()))
        if "text" in named
    ]
    return [*bands, *(each[part] for each in measures for part in ("name", "title"))]


def words_of(data: object) -> set[str]:
    """The words of all texts in a JSON value, in lower case."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        return {word for each in data for word in words_of(each)}
    return {word.lower() for word in WORD.findall(data)} if isinstance(data, str) else set()


FILES = {"db", "journal", "card", "txt", "settings", "toml", "backups"}
KEYS = words_of([[each.key, *re.split("[._]", each.key)] for each in FIELDS])
KEPT_ON_PAGES = {
    "plan": words_of(list(CARD.values())),
    "helplines": words_of(
        [
            "carelog helplines",
            *CARD.values(),
            *((HELPLINES / each).read_text("utf-8") for each in ("GB.txt", "countries.txt")),
        ]
    ),
    "reach": words_of((HELPLINES / "GB.txt").read_text("utf-8")),
    "settings": words_of([[each.key, *re.split("[._]", each.key), each.value_in(Settings())] for each in FIELDS]),
    "shares": {"sha", *AUDIENCES, *(each.value for each in (*Section, *Format))},
    "agenda agenda.ics": {"agenda", "ics"},
    "verify": FILES,
    "traces": FILES | KEYS,
}
"""English that stays on some pages: sentences of the card, which has files of its own for its languages, names of
helplines and countries, keys of settings and what is typed as their values, names of files and of SHA-256, and what a
page is asked for with: audience, sections and format."""


@pytest.mark.parametrize("line", LINES)
def test_no_line_is_too_wide_and_no_english_is_left(said: dict[str, str], kept_english: set[str], line: str) -> None:
    shown = said[line]
    if not line.startswith("export") and line not in SENTENCES:
        assert not [each for each in shown.splitlines() if cell_len(each) > COLUMNS]
    kept = kept_english | KEPT_ON_PAGES.get(line, set())
    text = unescape(NO_WORDS.sub(r" \1 ", shown)) if shown.startswith("<!DOCTYPE") else shown
    english = {word for word in WORD.findall(text) if not is_kept(word, kept)}
    assert not english, "translate these words, with _( )"


def is_kept(word: str, kept: set[str]) -> bool:
    """Whether a word, or the start of a word that is cut off, is one of those that are kept."""
    start = word.removesuffix("…").lower()
    return start in kept or (word.endswith("…") and any(each.startswith(start) for each in kept))
