"""The English words of an answer in the pseudo-language, without those that stay English in every language.

What stays: commands and options, what is typed, names in files, official texts, what the system says, and the card,
which has files of its own for its languages.
"""

import errno
import json
import os
import platform
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

from carelog.cli.command import REGISTRY
from carelog.cli.prompts.periods_as_said import EXAMPLES as PERIODS
from carelog.cli.table import IN_TWO_WORDS
from carelog.crisis.language import ENGLISH as CARD
from carelog.documents.packet.formats import Format
from carelog.domain.audience import AUDIENCES, Section
from carelog.domain.people import hours, meeting
from carelog.domain.routines import cadence
from carelog.domain.sign_rule import EXAMPLES as RULES
from carelog.domain.time import when
from carelog.exchange.readers.formats import FORMATS
from carelog.exchange.readers.loop.export import HABITBULL
from carelog.settings_fields import FIELDS, REMEMBERED
from carelog.wording.lock import ASK_FIELDS
from carelog.wording.pages.trends import LENGTHS
from reliability.matrix import LOOP, MEASURE, VCARD, Happened, Step
from support.program import CHOICES, OPTIONS, PLACEHOLDERS, meant_by
from support.source import HELPLINES, SAMPLES, SOURCE

DAYLIO = SAMPLES / "daylio" / "daylio_export_8col_12h_bom.csv"
WORD = re.compile(r"\b[A-Za-z]{2,}\b…?")
NO_WORDS = re.compile(r"<style>.*?</style>|<(?:[^>]*?(?: aria-label=\"([^\"]*)\"))?[^>]*>", re.DOTALL)
ESCAPE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*\b")
PATH = re.compile(r"(?<![\w<])/[\w./-]+")
RECOVERY_CODE = re.compile(r"\b[A-Z0-9]{4}(?:-\s?[A-Z0-9]{4})+\b")
HANDLE = re.compile(r"\b[0-9a-f]{6}\b")
BROKEN_BY_MARKS = re.compile(r"(?<=[a-z])\n +(?=[a-z]+\.?~)")
"""Where a column of help breaks a word, because the marks of the pseudo-language behind it make it too long."""
FILES = (
    "questionnaires",
    "backups",
    "replaced-journal",
    "journal",
    "carelog-keys",
    "settings.toml",
    "card.txt",
    "agenda.ics",
    ".db",
)
"""Parts of names of files, which a page may break anywhere."""

SYNTAX = (*RULES, when.EXAMPLES, cadence.EXAMPLES, meeting.EXAMPLES, hours.EXAMPLES, LENGTHS, *CHOICES)
SYSTEM = tuple(os.strerror(number) for number in errno.errorcode)
IN_EDITOR = ("larkspur", "robin")
COMMON = frozenset(
    WORD.findall("an and as at be by for from in is it my no not of on or so some that the then this to with")
)
"""Words of sentences: a text of several words is kept as a whole, and none of these for itself."""

SECTIONS = [*(each.value for each in (*Section, *Format)), *AUDIENCES]
KEYS = [
    *(part for each in (*FIELDS, *REMEMBERED) for part in (each.key, *re.split(r"[._]", each.key))),
    "on",
    "nothing",
]
NAMED = {
    "settings": [*KEYS, "names", "numbers", "lines"],
    "--no-discreet": KEYS,
    "traces": KEYS,
    "lock": [*ASK_FIELDS, *"-".join(ASK_FIELDS).split("-"), "commas", "it"],
    "plan": ["signs", "alone", "distraction", "people", "professionals", "safer", "reasons", "others", "sentence"],
    "export": [*SECTIONS, "zip"],
    "log 31 april": [PERIODS],
    "contact add": ["add"],
    "shares": [*SECTIONS, "sha"],
    "import": [*(each.name for each in FORMATS), HABITBULL],
    "contact import": ["mobile"],
    "agenda": ["ics"],
    "erase": ["erase"],
    "restore": ["backup.db"],
    "helplines": [path.stem for path in HELPLINES.iterdir()],
    "--version": ["Python", "SQLite", "system", "carelog", "card", "settings", platform.platform()],
}
"""What is typed or named in the answers of a command: keys, parts, sections and formats."""
CARD_SHOWN = (
    *("plan", "lock on", "questionnaire take", "helplines", "reach", "--no-discreet", "settings set country"),
)
"""Which commands show sentences of the card, or its names of countries and helplines."""


class Kept:
    """What stays English on a walk: it grows with what is typed."""

    def __init__(self) -> None:
        self._phrases = {*SYNTAX, *SYSTEM}
        self._words = {*IN_EDITOR}

    def typed(self, step: Step, desk: Path) -> None:
        """Keep what was typed: a single word, and a text of several words as a whole."""
        for text in (*_texts_in(step.words(desk)), *step.typed.split("\n")):
            if WORD.search(text) and (" " in text or "-" in text):
                self._phrases.add(" ".join(text.split()))
            else:
                self._words |= {word.lower() for word in WORD.findall(text)}

    def english_in(self, happened: Happened) -> set[str]:
        """The English of carelog's own in both streams; of JSON, only in the sentences of its errors."""
        line, out = happened.step.line, happened.stdout
        if "--json" in line:
            out = " ".join(each["message"] for each in json.loads(out)["errors"])
        if out.startswith("<!DOCTYPE"):
            out = unescape(NO_WORDS.sub(r" \1 ", out))
        out = BROKEN_BY_MARKS.sub("", out)
        text = self._without_phrases(" ".join(ESCAPE.sub("", f"{out}\n{happened.stderr}").split()), line)
        words = (self._words - COMMON) | _kept_in(line)
        return {word for word in WORD.findall(text) if not _is_one_of(word, words)}

    def _without_phrases(self, text: str, line: str) -> str:
        text = HANDLE.sub(" ", OPTION.sub(" ", re.sub(_command_lines(), " ", text)))
        if line.startswith("lock"):
            text = RECOVERY_CODE.sub(" ", text)
        for phrase in sorted(self._phrases, key=len, reverse=True):
            text = re.sub(re.escape(phrase), " ", text, flags=re.IGNORECASE) if phrase.lower() in text.lower() else text
        for cut in re.findall(r"[^…]{0,60}…", text):
            starts = (phrase[:size] for phrase in self._phrases for size in range(len(phrase), 3, -1))
            if start := max((each for each in starts if cut.endswith(f"{each.rstrip()}…")), key=len, default=""):
                text = text.replace(f"{start.rstrip()}…", " ")
        for name in FILES:
            text = re.sub(r"\s?".join(map(re.escape, name)), " ", text)
        return PATH.sub(" ", text)


def _texts_in(words: list[str]) -> Iterator[str]:
    """The words behind a command and its options; bare words that follow each other are one text as well."""
    known = (name.split() for name in meant_by(words))
    bare: list[str] = []
    for word in words[max((len(name) for name in known if words[: len(name)] == name), default=0) :]:
        if word.startswith("--"):
            bare = []
            continue
        bare.append(word)
        yield word
        yield from (" ".join(bare[first:]) for first in range(max(len(bare) - 1, 1)))


def _is_one_of(word: str, words: frozenset[str] | set[str]) -> bool:
    """Whether a word, or the start of a word that is cut off, is one of these."""
    start = word.removesuffix("…").lower()
    return start in words or (word.endswith("…") and any(each.startswith(start) for each in words))


@cache
def _command_lines() -> str:
    """A pattern for the commands and placeholders that stand in the slots of sentences."""
    named = {*OPTIONS, *map(" ".join, IN_TWO_WORDS.values()), *(name.split()[0] for name in OPTIONS)}
    names = sorted(named, key=len, reverse=True)
    commands, placeholders = ("|".join(map(re.escape, each)) for each in (names, PLACEHOLDERS))
    return rf"(?<![\w/])carelog (?:(?:{commands})(?![\w-])|(?=--help))|(?:: |“)(?:{placeholders})(?=[~”])"


@cache
def _kept_in(line: str) -> frozenset[str]:
    """The words that stay English in the answer of this command line alone."""
    texts = [text for start, named in NAMED.items() if line.startswith(start) for text in named]
    if "--help" in line:
        examples = (example for each in REGISTRY.values() for example in each.examples)
        texts += [*OPTIONS, *PLACEHOLDERS, *CHOICES, LENGTHS, *examples, "OPTIONS COMMAND ARGS str int float range"]
    if line.startswith(CARD_SHOWN):
        texts += [*CARD.values(), *(path.read_text("utf-8") for path in HELPLINES.glob("*.txt"))]
    if "--sources" in line:
        texts += [(SOURCE / "data" / "helplines.toml").read_text("utf-8")]
    if line.startswith(("questionnaire", "export", "trends", "traces")):
        texts += [(SOURCE / "data" / "measures.toml").read_text("utf-8"), MEASURE.read_text("utf-8")]
    if "import" in line:
        texts += [each.read_text("utf-8") for each in (VCARD, DAYLIO, LOOP)]
    return frozenset(word.lower() for text in texts for word in WORD.findall(text))
