"""Write every sentence that people read on two pages, by topic, with remarks: `python scripts/make_sentences.py`.

docs/sentences.md holds what somebody hears who is not well, and is read in an hour; docs/sentences-rest.md the rest.
docs/sentences-topics.toml says which topic a file belongs to. Remarks are kept in docs/sentences-remarks.toml, by the
sentence word for word: what it should be, and why. The house's tests read the same sentences, so that no rule of tone
passes one over.
"""

from __future__ import annotations

import ast
import inspect
import math
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "carelog"
PAGE = ROOT / "docs" / "sentences.md"
REST = ROOT / "docs" / "sentences-rest.md"
TOPICS = ROOT / "docs" / "sentences-topics.toml"
REMARKS = ROOT / "docs" / "sentences-remarks.toml"

CARD = ("crisis/words.py",)
USAGE = "cli/runtime/usage_errors.py"
"""Pairs of a pattern and of the words that take its place."""
ROOMS = (*CARD, "wording", "error_sentences", "settings_fields.py", USAGE, "cli", "")
"""Where sentences stand, in the order of the page; the empty one is the rest of carelog."""
TRANSLATED = ("_", "gettext", "plural", "ngettext", "pgettext")
TYPED = ("Option", "Argument")
WORDS_A_MINUTE = 230
"""How fast a page is read by somebody who weighs each sentence."""
HEADS = {
    PAGE: """# Every sentence that somebody hears who is not well

{words} words: {minutes} minutes at {a_minute} words a minute. {sentences} sentences, {remarked} with a remark.

To be read aloud, in the order in which one may meet them. Values stand in braces; a stroke is a new line. Where there
is a sentence for one and another for several, the one for several is shown. Below a sentence that hurts, misleads or
sounds like nobody stands what it should be, and why. Nobody who works in a clinic, and nobody who lived through such
nights, has read these remarks yet. A command or value that a better sentence names may not exist yet.

Help, settings, importing and repair are on [the other page](sentences-rest.md). Both are written by
`python scripts/make_sentences.py`; topics and remarks are kept in `sentences-topics.toml` and `sentences-remarks.toml`.
""",
    REST: """# Every other sentence that carelog says

{words} words: {minutes} minutes at {a_minute} words a minute. {sentences} sentences, {remarked} with a remark.

What a helping friend reads, or oneself on a calm day; what is heard on a bad one is on [the first page](sentences.md),
which says how to read both. Behind a sentence stands the constant, function, key or command that holds it.
""",
}


class Sentence(NamedTuple):
    """A sentence and where it stands; `name` is the constant, function, key or command that holds it."""

    text: str
    path: Path
    line: int
    name: str
    is_for_one: bool = False
    """Whether it is the form for one thing, beside another for several."""

    @property
    def place(self) -> str:
        """The path and line, as editors and terminals open them."""
        return f"{self.path.relative_to(ROOT)}:{self.line}"


class Topic(NamedTuple):
    """What is read together: a title, the moment in which one hears it, and the files or folders that hold it."""

    title: str
    moment: str
    places: list[str]
    rest: bool = False
    """Whether it stands on the second page."""


class Remark(NamedTuple):
    """What a sentence should be, and why."""

    better: str
    why: str


def main() -> None:
    """Write the pages."""
    for path, text in pages().items():
        path.write_text(text, "utf-8")


def sentences() -> Iterator[Sentence]:
    """Every sentence that people read: the card's, those of wording and of errors, and the help of commands."""
    read: set[Path] = set()
    for room in ROOMS:
        place = SOURCE / room
        paths = [place] if place.is_file() else sorted(place.rglob("*.py"))
        for path in (each for each in paths if each not in read):
            read.add(path)
            yield from _sentences_of(path)


def remarks() -> dict[str, Remark]:
    """The remarks by their sentence, word for word."""
    kept = tomllib.loads(REMARKS.read_text("utf-8")).get("remark", [])
    return {each["sentence"]: Remark(each["better"], each["why"]) for each in kept}


def topics() -> list[Topic]:
    """The topics in the order of the pages."""
    return [Topic(**each) for each in tomllib.loads(TOPICS.read_text("utf-8"))["topic"]]


def place_of(path: Path, places: Iterable[str]) -> str:
    """The place that holds a file: itself, else the nearest folder that is named; nothing where none does."""
    room = path.relative_to(SOURCE).as_posix()
    return max((each for each in places if room == each or (each.endswith("/") and room.startswith(each))), default="")


def words_in(page: str) -> int:
    """How many words a page has, values among them; signs alone are none."""
    return len(re.findall(r"\S*[^\W_]\S*", page))


def pages() -> dict[Path, str]:
    """The two pages as text. A sentence stands where it is heard first."""
    known, heard = remarks(), set[str]()
    parts: dict[Path, list[str]] = {PAGE: [], REST: []}
    listed: dict[Path, list[str]] = {PAGE: [], REST: []}
    for topic, said in _by_topic():
        page = REST if topic.rest else PAGE
        shown = {each.text: each for each in said if each.text not in heard and _is_shown(each, known)}
        heard |= shown.keys()
        listed[page] += shown
        parts[page].append(f"\n## {topic.title}\n\n*{topic.moment}*\n")
        parts[page] += (line for each in shown.values() for line in _lines(each, known, is_named=topic.rest))
    return {page: _with_head(page, "\n".join(parts[page]), listed[page], known) for page in parts}


def _by_topic() -> Iterator[tuple[Topic, list[Sentence]]]:
    """Each topic with its sentences, in the order of its places."""
    found = topics()
    places = [place for topic in found for place in topic.places]
    said: dict[str, list[Sentence]] = {place: [] for place in ("", *places)}
    for each in sentences():
        said[place_of(each.path, places)].append(each)
    for topic in found:
        yield topic, [each for place in topic.places for each in said[place]]


def _with_head(page: Path, body: str, listed: list[str], known: dict[str, Remark]) -> str:
    words = words_in(HEADS[page] + body)
    head = HEADS[page].format(
        words=f"{words:,}",
        minutes=math.ceil(words / WORDS_A_MINUTE),
        a_minute=WORDS_A_MINUTE,
        sentences=f"{len(listed):,}",
        remarked=sum(text in known for text in listed),
    )
    return f"{head}{body}\n"


def _is_shown(sentence: Sentence, known: dict[str, Remark]) -> bool:
    return sentence.text in known or (not sentence.is_for_one and _has_words(sentence.text))


def _lines(sentence: Sentence, known: dict[str, Remark], *, is_named: bool) -> Iterator[str]:
    yield f"* {_shown(sentence.text)}" + (f" · `{sentence.name}`" if is_named else "")
    if remark := known.get(sentence.text):
        yield f"  * **better:** {_shown(remark.better)} · *{_shown(remark.why)}*"


def _has_words(text: str) -> bool:
    """Whether a sentence holds more than values and the signs between them."""
    return bool(re.search("[A-Za-z]{2}", re.sub(r"\{[^}]*\}", "", text)))


def _shown(text: str) -> str:
    """A sentence on one line of Markdown."""
    line = " / ".join(each.strip() for each in text.splitlines() if each.strip())
    for sign in "*<|[]`":
        line = line.replace(sign, f"\\{sign}")
    return line


def _sentences_of(path: Path) -> Iterator[Sentence]:
    tree = ast.parse(path.read_text("utf-8"))
    room = path.relative_to(SOURCE)
    for node in tree.body:
        if isinstance(node, ast.Assign) and (room.as_posix() in CARD or room.parts[0] == "error_sentences"):
            yield from _of_table(path, node)
            continue
        if isinstance(node, ast.Assign) and room.as_posix() == USAGE:
            yield from _of_pairs(path, node)
        name = _name_of(node)
        if isinstance(node, ast.FunctionDef) and (command := _command_of(node)) and (told := ast.get_docstring(node)):
            name = f"carelog {command}"
            yield Sentence(inspect.cleandoc(told), path, node.lineno, name)
            yield from (Sentence(text, path, line, name) for text, line in _examples_of(node))
        for text, line, is_for_one in _in_calls(node):
            yield Sentence(text, path, line, name, is_for_one)


def _of_table(path: Path, node: ast.Assign) -> Iterator[Sentence]:
    """The strings of a table of sentences or of constants, by their key or name."""
    target = node.targets[0]
    names = target.elts if isinstance(target, ast.Tuple) else [target]
    values = node.value.elts if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple) else [node.value]
    for name, value in zip(names, values, strict=True):
        if isinstance(value, ast.Dict):
            pairs = zip(value.keys, value.values, strict=True)
            named = [(str(ast.literal_eval(key)), each) for key, each in pairs if key is not None]
        else:
            named = [(ast.unparse(name), value)]
        for key, each in named:
            texts = each.elts if isinstance(each, ast.Tuple) and isinstance(value, ast.Dict) else [each]
            for text in texts:
                if isinstance(text, ast.Constant) and isinstance(text.value, str) and text.value:
                    yield Sentence(text.value, path, text.lineno, key, text is not texts[-1])


def _of_pairs(path: Path, node: ast.Assign) -> Iterator[Sentence]:
    """The second of each pair of strings."""
    for each in ast.walk(node.value):
        if isinstance(each, ast.Tuple) and isinstance(each.elts[-1], ast.Constant):
            yield Sentence(str(each.elts[-1].value), path, each.lineno, ast.unparse(node.targets[0]))


def _in_calls(node: ast.stmt) -> Iterator[tuple[str, int, bool]]:
    """The strings that are translated and the help of options, with their lines, and which are for one of several."""
    for call in sorted(
        (each for each in ast.walk(node) if isinstance(each, ast.Call)), key=lambda each: (each.lineno, each.col_offset)
    ):
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name in TRANSLATED:
            given = call.args[1:] if name == "pgettext" else call.args
        elif name in TYPED:
            given = [each.value for each in call.keywords if each.arg == "help"]
        else:
            continue
        texts = [each for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        yield from ((str(each.value), each.lineno, each is not texts[-1]) for each in texts if str(each.value).strip())


def _command_of(node: ast.FunctionDef) -> str:
    """The name of the command that a function is, or nothing."""
    for each in node.decorator_list:
        if isinstance(each, ast.Call) and getattr(each.func, "id", "") == "command":
            return str(ast.literal_eval(each.args[0]))
    return ""


def _examples_of(node: ast.FunctionDef) -> Iterator[tuple[str, int]]:
    """The examples below the help of a command, which are command lines."""
    for each in node.decorator_list:
        if isinstance(each, ast.Call) and getattr(each.func, "id", "") == "command":
            for example in each.args[1:]:
                if isinstance(example, ast.Constant):
                    yield str(example.value), example.lineno


def _name_of(node: ast.stmt) -> str:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.name
    if isinstance(node, ast.Assign):
        return ast.unparse(node.targets[0]).strip("()")
    return ast.unparse(node.target) if isinstance(node, ast.AnnAssign | ast.AugAssign) else ""


if __name__ == "__main__":
    main()
