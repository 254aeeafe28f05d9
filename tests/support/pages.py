"""The pages of the documentation as a renderer reads them: blocks, inline commands, and the home that they begin in.

A comment of HTML, which readers do not see, says what a page is run in (CONTRIBUTING.md, “Documentation”):
`<!-- home: empty -->`, `demo` or `someone`, with lines of set-up below that word, begins a new home;
`<!-- typed: y, Enter -->` is what a person answers to the questions of the next block.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from carelog.cli.command import REGISTRY
from carelog.cli.table import COMMANDS
from support.program import OPTIONS
from support.source import ROOT

PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md")
ENTER = "Enter"
SOMEONE, EMPTY, DEMO = "someone", "empty", "demo"
SAYS = re.compile(r"<!-- (?P<what>home|typed): ?(?P<said>.*?) *-->", re.DOTALL)
COMMAND = re.compile(r"(?:[A-Z_]+=\S+ )*(?:\.venv/bin/|python3? -m )?carelog(?: |$)")
_READER = MarkdownIt("commonmark").enable("table")


@dataclass(frozen=True)
class Home:
    """What a page is run in: the kind of home, and lines that are run in it before."""

    kind: str = SOMEONE
    setup: tuple[str, ...] = ()


@dataclass(frozen=True)
class Block:
    """A fenced block: its place, language and text, what a person answers, and the home that begins with it, if any."""

    where: str
    language: str
    text: str
    typed: str = ""
    begins: Home | None = None


@dataclass(frozen=True)
class Inline:
    """A command within a text, in one line, and its place."""

    where: str
    typed: str


@dataclass(frozen=True)
class Page:
    """A page: its home at the beginning, its blocks, and the commands within its text, each once."""

    home: Home
    blocks: tuple[Block, ...]
    inline: tuple[Inline, ...]


@cache
def page_of(path: Path) -> Page:
    """Read a page."""
    return read_page(path.read_text("utf-8"), path.relative_to(ROOT).as_posix())


def read_page(text: str, name: str) -> Page:
    """Read the text of a page that is called so."""
    tokens = _READER.parse(text)
    inline: dict[str, Inline] = {}
    for each in _inline(tokens, name):
        inline.setdefault(each.typed, each)
    blocks = tuple(_blocks(tokens, name))
    return Page(_first_home(tokens), blocks, tuple(inline.values()))


def is_command(code: str) -> bool:
    """Whether code within a text is a command: `carelog …`, or a command without that, such as `settings set KEY`."""
    if COMMAND.match(code):
        return True
    words = code.split()
    if len(words) < 2 or words[0] not in COMMANDS:
        return False
    return " ".join(words[:2]) in REGISTRY or (words[0] in OPTIONS and words[1].startswith("--"))


def _blocks(tokens: list[Token], name: str) -> Iterator[Block]:
    typed, begins = "", None
    for token in tokens:
        if token.type == "html_block":
            for found in SAYS.finditer(token.content):
                if found["what"] == "typed":
                    typed = "".join(f"{each.removeprefix(ENTER)}\n" for each in found["said"].split(", "))
                else:
                    begins = _home(found["said"])
        elif token.type in {"fence", "code_block"}:
            assert token.map
            where = f"{name}:{token.map[0] + 1}"
            yield Block(where, token.info.strip(), token.content, typed, begins)
            typed, begins = "", None


def _inline(tokens: list[Token], name: str) -> Iterator[Inline]:
    line = 0
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        for child in token.children or ():
            code = " ".join(child.content.split())
            if child.type == "code_inline" and is_command(code):
                yield Inline(f"{name}:{line}", code if COMMAND.match(code) else f"carelog {code}")


def _first_home(tokens: list[Token]) -> Home:
    for token in tokens:
        if token.type in {"fence", "code_block"}:
            break
        found = SAYS.search(token.content) if token.type == "html_block" else None
        if found and found["what"] == "home":
            return _home(found["said"])
    return Home()


def _home(said: str) -> Home:
    kind, *setup = said.splitlines()
    assert kind in {SOMEONE, EMPTY, DEMO}, f"a home is {SOMEONE}, {EMPTY} or {DEMO}, not {kind}"
    return Home(kind, tuple(line for line in setup if line.strip()))
