"""What is said of 0, 1, 2 or 5 things agrees with their number: nouns, verbs, and what stands for them."""

import ast
import re
from collections.abc import Iterator

import pytest

from support.source import SOURCE, modules, where

NUMBERS = (0, 1, 2, 5)
SLOTS = re.compile(r"\{(?!count\}|number\})\w+\}")
NOUNS = (
    "activities|agreements|appointments|backups|cards|contacts|copies|days|entries|events|feelings|files|folders|goals"
    "|hours|imports|kinds|letters|levels|lines|meetings|minutes|months|names|notes|numbers|pages|pairs|pauses|people"
    "|photos|questionnaires|questions|readings|reviews|rows|routines|seconds|shares|signs|steps|ticks|times|things"
    "|topics|trackers|tracks|values|weeks|words|years"
)
OF_SEVERAL = "are|were|have|stay|stand|wait|lie|hold|come|take"
OF_ONE = "is|was|has|stays|stands|waits|lies|holds|comes|takes"
ONE = re.compile(
    rf"(?<![\d/.-])1(?: \w+)? (?:{NOUNS})\b"
    rf"|(?:^|[.:,;] |days )1(?: \w+){{0,2}}? (?:could not be \w+ and )?(?:{OF_SEVERAL})\b"
    r"|(?:^|\. )1 [^.]*\b(?:they|them|their)\b(?!\.$)"
)
"""One with a noun, a verb or a pronoun of several."""
MORE = re.compile(rf"(?:^|[.:,;] )[025](?: \w+){{0,2}}? (?:{OF_ONE})\b|(?:^|\. )[025] [^.]*\bit(?:s)?\b(?! \w+ed for)")
"""None or several with a verb or a pronoun of one."""
BY_HAND = re.compile(rf"(?<!1 to )\{{\w+\}} (?:\w+ )?(?:{NOUNS})\b")

NEVER_ONE = {
    "days_with": "a comparison takes more than one day on each side",
    "days_without": "a comparison takes more than one day on each side",
    "fewest": "a constant above one",
    "a_side": "a constant above one",
    "seconds": "a constant above one",
    "count": "said where several are meant",
    "shown": "what a drawing says of itself",
    "path": "the name of a file",
}
"""Slots before a noun in the plural that never hold one, or hold no number."""


def pairs() -> Iterator[tuple[str, str, str]]:
    """The place of each sentence of which there is one for one thing and one for several, and both."""
    for path, tree in modules():
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"plural", "ngettext"}
            ):
                texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
                if len(texts) == 2:
                    yield where(path, node), *map(str, texts)
        if path.parent == SOURCE / "error_sentences":
            for node in ast.walk(tree):
                if isinstance(node, ast.Tuple) and len(node.elts) == 2:
                    yield where(path, node), *(str(ast.literal_eval(each)) for each in node.elts)


PAIRS = sorted(set(pairs()))


def said(number: int, one: str, other: str) -> str:
    """The template for a number with that number in it, and dots in its other slots."""
    template = SLOTS.sub("…", one if number == 1 else other)
    return re.sub(r"\{(?:count|number)\}", str(number), template)


@pytest.mark.parametrize("number", NUMBERS)
def test_nouns_and_verbs_agree_with_the_number(number: int) -> None:
    wrong = ONE if number == 1 else MORE
    assert len(PAIRS) > 150
    found = [(place, text) for place, *both in PAIRS if wrong.search(text := said(number, *both))]
    assert not found, "\n".join(map(str, found))


def test_no_plural_is_made_by_hand() -> None:
    """A slot before a noun in the plural is a number, and one day the number is one."""
    in_pairs = {text for _, *both in PAIRS for text in both}
    found = [
        (each[0][1:].partition("}")[0], where(path, node), node.value)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in in_pairs
        for each in BY_HAND.finditer(node.value)
    ]
    slots = {slot for slot, *_ in found}
    assert not [each for slot, *each in found if slot not in NEVER_ONE]
    assert slots == NEVER_ONE.keys(), "no sentence needs it"


def test_a_wrong_sentence_would_be_found() -> None:
    """The sentences that were wrong before."""
    assert ONE.search("1 sealed note could not be opened and stay where they are")
    assert ONE.search("Of these days 1 were")
    assert ONE.search("Noted on 1 of 1 days")
    assert ONE.search("1 days")
    assert MORE.search("2 of them stays")
    assert BY_HAND.search("{days} days")
