"""How carelog speaks: kindly, and about suicide as the guides on safe messaging advise."""

import ast
import re
import runpy
from collections.abc import Iterator

import pytest

from support.source import ROOT, calls, modules, sentences, where

program = runpy.run_path(str(ROOT / "scripts" / "make_sentences.py"))
AVOIDED = re.compile(
    r"""
      !(?=\s|$|["”'])                                    # calm
    | \bjust\b(?!\snow\b) | \bsimply\b | \bobviously\b | \beasy\b   # what is easy for some is not for all
    | \bcommit(s|ted|ting)?\ssuicide | \b(successful|failed)\s(suicide|attempt)
    | \bcry\sfor\shelp | \bepidemic
    | \bbroken?\b | \bfail(s|ed|ure|ures)?\b | (?<!nothing\sis\s)\blost\b | \bloser?\b
    | \byou\s(missed|forgot|should|must|seem|are\s(depressed|at\srisk))\b
    | \bdon['’]t\sworry\b | \bwill\s(pass|be\s(fine|ok|okay))\b | \bare\syou\ssure\b
    | \b(great|good|well)\s(job|done)\b | \bcongratulations\b | \bkeep\sit\sup\b
    | \b(you\sare|you['’]re|keeps?\syou)\ssafe\b | \bguarantee
    | \bsorry\b | \boops\b | \bwhoops\b | \binvalid\b | ^error\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def test_no_sentence_that_people_read_shouts_blames_diagnoses_or_promises() -> None:
    assert not [f"{place}: {text}" for place, text in words_for_people() if AVOIDED.search(text)]


def test_no_text_says_a_sentence_twice() -> None:
    said = [(text, re.findall(r"[^.?:\n]{9,}[.?:]", text)) for _, text in words_for_people()]
    assert sum(len(each) > 1 for _, each in said) > 100
    assert not [text for text, each in said if len(each) > len(set(each))]


def test_what_a_sentence_should_be_keeps_to_the_rule() -> None:
    assert not [each.better for each in program["remarks"]().values() if AVOIDED.search(each.better)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Noted!",
        "Just call them.",
        "You broke your streak.",
        "Your best run is lost.",
        "You missed 4 days.",
        "Great job.",
        "You seem low.",
        "It will pass.",
        "Error: a number, please.",
        "Are you sure?",
    ],
)
def test_the_rule_hears_what_it_should(sentence: str) -> None:
    assert AVOIDED.search(sentence)


def words_for_people() -> Iterator[tuple[str, str]]:
    """Every sentence of the two pages in docs, and whatever else the card holds, is raised, or is asked in place."""
    yield from ((each.place, each.text) for each in program["sentences"]())
    for path, tree in modules("crisis"):
        yield from ((where(path, node), str(node.value)) for node in sentences(tree))
    for path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Raise) and node.exc is not None:
                yield from ((where(path, each), str(each.value)) for each in sentences(node.exc))
        for call in calls(tree, "confirm", "prompt"):
            yield from ((where(path, each), str(each.value)) for each in sentences(call))
