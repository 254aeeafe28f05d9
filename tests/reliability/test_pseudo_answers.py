"""Every command in the pseudo-language `xx`: no English of carelog's own in its answers, questions, errors and help."""

import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from reliability.kept_english import Kept
from reliability.matrix import MATRIX, Happened, Step, environment_of, furnish
from reliability.mistakes import MISTAKES, QUESTIONS
from reliability.same_process import walk
from support.program import OPTIONS, TAKES_WORDS, meant_by

THE_CARD = ("crisis", "sos")
"""It has files of its own for its languages, and tests of its own in tests/crisis."""
UNKNOWN_OPTIONS = tuple(Step(f"{name} --no-such-option", 2) for name in OPTIONS if name not in THE_CARD)
HELP = tuple(Step(f"{name} --help --plain".strip()) for name in ("", *OPTIONS) if name not in THE_CARD)
CUT = re.compile(r"(?:[^\x00-\x7F“”]\w*|~)…")
"""A word of carelog's own that is cut off. Help cuts words in English too."""


@pytest.fixture(scope="module")
def answers() -> list[Happened]:
    return walked((*MATRIX, *MISTAKES, *UNKNOWN_OPTIONS))


@pytest.fixture(scope="module")
def questions() -> list[Happened]:
    return walked(QUESTIONS)


@pytest.fixture(scope="module")
def help_pages() -> list[Happened]:
    return walked(HELP)


def test_every_command_is_answered_on_the_walk_and_mistyped_where_it_takes_words() -> None:
    answered = names_in(step for step in (*MATRIX, *QUESTIONS) if not step.exit_code or step.line.startswith("due"))
    refused = names_in(step for step in (*MATRIX, *MISTAKES) if step.exit_code)
    missing = [
        f"tests/reliability/matrix.py: add a Step to MATRIX that `carelog {name}` answers"
        for name in OPTIONS.keys() - answered - set(THE_CARD)
    ]
    missing += [
        f"tests/reliability/mistakes.py: add a Step to MISTAKES in which `carelog {name}` gets a wrong word"
        for name in TAKES_WORDS - refused - set(THE_CARD)
    ]
    assert not missing, "\n".join(sorted(missing))


def test_no_english_is_left_in_answers_and_errors_and_no_word_of_a_page_is_cut(answers: list[Happened]) -> None:
    assert not english_in(answers), "translate these words, with _( )"
    pages = [each for each in answers if "--help" not in each.step.line]
    assert not [(each.step.line, line) for each in pages for line in each.stdout.splitlines() if CUT.search(line)]


def test_no_english_is_left_in_questions(questions: list[Happened]) -> None:
    assert not english_in(questions), "translate these words, with _( )"


def test_no_english_is_left_in_help(help_pages: list[Happened]) -> None:
    assert not english_in(help_pages), "translate these words, with _( )"


def names_in(steps: Iterable[Step]) -> set[str]:
    """The commands that these steps use."""
    return {name for step in steps for name in meant_by(step.words(Path("/desk")))}


def walked(steps: Sequence[Step]) -> list[Happened]:
    """What carelog says in `xx` at 40 columns, in a home that is empty at first."""
    with tempfile.TemporaryDirectory() as place:
        desk = Path(place) / "desk"
        variables = environment_of(Path(place), Path("../home"), desk) | {"COLUMNS": "40", "CARELOG_LANG": "xx"}
        furnish(desk)
        happened = walk(steps, desk, variables)
    unexpected = [str(each) for each in happened if each.exit_code != each.step.exit_code]
    assert not unexpected, "\n".join(unexpected)
    return [each for each in happened if not each.step.line.lower().startswith(THE_CARD)]


def english_in(walked: Iterable[Happened]) -> dict[str, set[str]]:
    """The English that is left, by the command line that shows it."""
    kept, found = Kept(), dict[str, set[str]]()
    for each in walked:
        kept.typed(each.step, Path("/desk"))
        if left := kept.english_in(each):
            found[each.step.line] = left
    return found
