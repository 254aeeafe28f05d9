"""Tests quote whole sentences, so that whoever looks for a sentence that people read finds the tests about it."""

import ast
import re
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from support.source import ROOT, calls, where

program = runpy.run_path(str(ROOT / "scripts" / "make_sentences.py"))
TESTS = ROOT / "tests"
NOT_READ = ("house",)
"""The tests of the words themselves."""
FEW_WORDS = 3
"""From how many words on a part is looked for: fewer often stand in many sentences, or are words of something else."""
VALUE = "\0"
COMMAND = "carelog "
BEFORE = re.compile(rf"(^|\n|[.?!:]\s)“?{VALUE}?[ ,:]*$")
"""What stands before the beginning of a sentence. A value that it begins with may be left out."""
BEHIND = re.compile(rf"\s*{VALUE}?($|\n)|(?<=[.?!:])\s")
"""What stands behind the end of a sentence. A value that it ends with may be left out."""
TYPED = "what somebody types, which an example shows too"
STORED = "words that a person in a test has noted, or a file holds"
BEGINNING = "what several sentences begin with, none of which may be said"
OF_PYTHON = {"ValueError", "OSError", "AssertionError"}
ALLOWED = {
    "Tue 19:00 every week": TYPED,
    "an id of its own": "the name of a case",
    "at 2 or below": "exchanged for the other end within a whole sentence",
    "at 4 or above": "exchanged for the other end within a whole sentence",
    "a call in the evening": TYPED,
    "sleep below 5 on 3 of 5 days": TYPED,
    "settings set discreet off": TYPED,
    "carelog settings set discreet": TYPED,
    "Someone to talk to": "the name of a line in a test",
    "Type the recovery code from your paper": "the beginning of a question that a window breaks into lines",
    "How is it right now": "the beginning of a question that a window breaks into lines",
    "the shell's history: commands as they were typed": "given to a page whose looks are kept in a file",
    "every 3 days": TYPED,
    "walk, 20 minutes": TYPED,
    "visit the library": TYPED,
    "settings preset shared-computer": TYPED,
    "now and then": TYPED,
    "bring list --all": TYPED,
    "mood 3 --feel WORD": TYPED,
    "import undo last": TYPED,
    "carelog import undo la": TYPED,
    "tracker add sleep": TYPED,
    "sleep below 5": TYPED,
    "settings set country": TYPED,
    "goal list --all": TYPED,
    "contact edit Sam": TYPED,
    "carelog track s": TYPED,
    "my own words": STORED,
    "a hard day": STORED,
    "in the way": STORED,
    "{}: a walk": STORED,
    "the last one": STORED,
    "journal and backup": "what a failing test says",
    "a new one": STORED,
    "a day with {}s": STORED,
    "a day with {}.": STORED,
    "a day with {}": STORED,
    "items = [{}]": STORED,
    "at any time": STORED,
    "No clear change": BEGINNING,
    "It may be": BEGINNING,
    "could be anywhere": "what several sentences have in their middle, none of which may be said",
    "Did you mean": "what stands behind it is looked at",
    "Before that your journal was copied to": "the sentence ends with a path, and may not be said with any",
    "carelog contact show": "the name of a command, which a shell completes",
    "as it is": "a value of the registry of commands",
    "in its set": "a value of the list of helplines",
    "not a number": "the name of a case",
    "time of day": "the head of a column",
    "pages on paper": "given to a page whose looks are kept in a file",
    "9 March 2025": "a day, counted on a page",
    "0 to 10": "a range",
    "1 to 5": "a range",
    "# 2 and 3 are reversed {}reverse_items = [2, 3]": "a line of a file, which a refusal shows",
}
"""The parts of sentences that tests hold all the same, and why."""
NOT_SAID = {
    "few words": STORED,
    "call Sam": STORED,
    "not done": TYPED,
    "it was": "the middle of what is said beside an earlier total",
    "Closed now": BEGINNING,
    "has no": "what stands behind the name of carelog where no command is meant",
    "emergency number": "what a country with the number of the police alone has not",
    "left out": "what no sentence for an ally may have, whichever it is",
    "0 of": "a count of nothing",
    "either way": "the end of a range",
    "of 5": "a count",
}
"""The parts of two words that may not be said, and why no whole sentence stands there."""


def test_what_a_test_quotes_of_a_sentence_is_whole() -> None:
    parts = [f"{place}: {text!r} of {sentence!r}" for place, text, sentence in _found() if text not in ALLOWED]
    assert not parts, "\n".join(["quote the whole sentence:", *parts])


def test_every_part_that_is_allowed_is_quoted() -> None:
    assert not ALLOWED.keys() - {text for _, text, _ in _found()}


def test_what_a_refusal_is_matched_with_is_whole() -> None:
    """Only the errors of Python are matched by a part, because their words are not carelog's."""
    parts = [
        where(path, call)
        for path, tree in _tests()
        for call in calls(tree, "raises")
        for option in call.keywords
        if option.arg == "match" and ast.unparse(call.args[0]) not in OF_PYTHON and not list(calls(option, "whole"))
    ]
    assert not parts, "match=whole(…)"


def test_what_must_not_be_said_is_whole_from_two_words_on() -> None:
    """A part that no sentence has any more would never be said, and the test would see nothing for ever."""
    parts = [
        (f"{where(path, node)}: {text!r} of {sentence!r}", text)
        for path, tree in _tests()
        for compared in ast.walk(tree)
        if isinstance(compared, ast.Compare) and any(isinstance(each, ast.NotIn) for each in compared.ops)
        for node, text, sentence in _parts(compared.left, few_words=2)
        if text not in ALLOWED
    ]
    wrong = [place for place, text in parts if text not in NOT_SAID]
    assert not wrong, "\n".join(["quote the whole sentence:", *wrong])
    assert not NOT_SAID.keys() - {text for _, text in parts}


@pytest.mark.parametrize(
    ("quoted", "is_part"),
    [
        ('"is not a carelog journal."', False),
        ('f"{path} is not a carelog journal."', False),
        ('"” is not a time of day such as 21:30."', False),
        ('"is not a carelog"', True),
        ('f"{path} is not a carelog"', True),
        ('"Your last change may not be saved."', False),
        ('"last change may not be saved."', True),
        ('"A time stands before its entry."', False),
        ('["A lock encrypts your journal"]', True),
    ],
)
def test_the_rule_sees_parts(quoted: str, is_part: bool) -> None:
    assert bool(list(_parts(ast.parse(f"_ = {quoted}")))) is is_part


@cache
def _found() -> list[tuple[str, str, str]]:
    """Where a test quotes a part of a sentence, the part, and the sentence."""
    return [(where(path, node), *part) for path, tree in _tests() for node, *part in _parts(tree)]


@cache
def _tests() -> list[tuple[Path, ast.Module]]:
    paths = [path for path in sorted(TESTS.rglob("*.py")) if path.relative_to(TESTS).parts[0] not in NOT_READ]
    return [(path, ast.parse(path.read_text("utf-8"))) for path in paths]


def _parts(tree: ast.AST, few_words: int = FEW_WORDS) -> Iterator[tuple[ast.expr, str, str]]:
    """Every string that is no more than a part of some sentence, and that sentence."""
    for node, text in _quoted(tree):
        pieces = [piece.strip() for piece in text.split(VALUE)]
        long = [piece for piece in pieces if len(piece.split()) >= few_words and piece in _all_lines()]
        holding = [each for each, line in _sentences().items() if any(piece in line for piece in long)] if long else []
        if holding and not any(_is_whole(pieces, each) for each in holding):
            yield node, text.replace(VALUE, "{}"), holding[0].replace(VALUE, "{}")


def _quoted(tree: ast.AST) -> Iterator[tuple[ast.expr, str]]:
    """Every string except docstrings, on one line; an f-string with a sign for each of its values."""
    apart = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    apart |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in apart:
            parts = (str(part.value) if isinstance(part, ast.Constant) else VALUE for part in node.values)
            yield node, " ".join("".join(parts).split())
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield node, " ".join(node.value.split())


@cache
def _sentences() -> dict[str, str]:
    """Every sentence that people read, with a sign for each value, and the same on one line; no command line."""
    said = program["sentences"]()
    texts = {each.text for each in said if not (each.name.startswith(COMMAND) and each.text.startswith(COMMAND))}
    shown = {
        "".join(words + VALUE * (name is not None) for words, name, *_ in Formatter().parse(text)) for text in texts
    }
    lines = ("\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip()) for text in sorted(shown))
    return {each: each.replace("\n", " ") for each in lines}


@cache
def _all_lines() -> str:
    return "\n".join(_sentences().values())


def _is_whole(pieces: list[str], sentence: str) -> bool:
    """Whether the first of the pieces begins where a sentence begins, and the last ends where one ends."""
    line = _sentences()[sentence]
    begins = [found.start() for found in re.finditer(re.escape(pieces[0]), line)]
    ends = [found.end() for found in re.finditer(re.escape(pieces[-1]), line)]
    return (not begins or any(BEFORE.search(sentence[:place]) for place in begins)) and (
        not ends or any(BEHIND.match(sentence, place) for place in ends)
    )
