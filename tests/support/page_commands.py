"""Commands within a text: their placeholders filled in, and whether the command tree takes them."""

import re

import pytest

from carelog.cli import runner
from carelog.cli.command import REGISTRY
from support.command import Result, in_process
from support.page_shell import STOPPED, before_and_behind, commands_in, variables_and_rest, words_of
from support.program import EVERYWHERE, OPTIONS, meant_by

PLACEHOLDER = re.compile(r"\b(?:[A-Z]{3,}(?:-[A-Z]+)*|N)\b(?!-)")
STANDS_FOR = {"N": "3", "NUMBER": "7", "SECTION": "alone", "WHEN": "yesterday", "YEAR": "2025", "DIFFICULTY": "1"}
"""What a placeholder is read as, where it has to be something else than a word."""
A_WORD, A_NUMBER = "words", "5"
LACKS = re.compile(r"Something is missing|needs something after it")
OF_THE_CARD = ("crisis", "sos")
HELP = ("-h", "--help")


def filled_in(typed: str) -> str:
    """A command as it could be typed: with words in place of what stands in capitals, brackets or as `…`."""
    text = typed.replace("[OPTIONS]", "").strip()
    text = re.sub(r"\[([^]|]+)(?:\|[^]]*)?\]", r"\1", text).replace("0-10", A_NUMBER)
    text = re.sub(r" …$", "", text).replace(" … ", f" {A_WORD} ").replace("…", "")
    return PLACEHOLDER.sub(lambda found: STANDS_FOR.get(found[0], A_WORD), text)


def refusal_of(typed: str) -> str:
    """What carelog says against a command, of which nothing is run; empty where it takes it.

    A command may be named with nothing behind it, and an option without its value: then words are put there.
    """
    for command in commands_in(filled_in(typed)):
        words = carelog_words(command)
        refused = "" if words is None else _refused(words)
        if refused:
            return refused
    return ""


def is_whole(typed: str) -> bool:
    """Whether a command can be typed as it stands: without placeholders, and with all that it needs."""
    given = [carelog_words(command) for command in commands_in(typed)]
    return filled_in(typed) == typed and not any(
        LACKS.search(_parsed(words).stderr) for words in given if words and words[0] not in OF_THE_CARD
    )


def is_name_alone(typed: str) -> bool:
    """Whether a command is no more than its name: such a one may be answered that something is missing."""
    return typed.removeprefix("carelog ") in REGISTRY


def carelog_words(command: str) -> list[str] | None:
    """The words behind carelog, without variables and files; None for another program."""
    _, words = variables_and_rest(before_and_behind(words_of(command), ">")[0])
    return words[words.index("carelog") + 1 :] if "carelog" in words else None


def _refused(words: list[str]) -> str:
    if words and words[0] in OF_THE_CARD:  # the card ignores what it does not know
        taken = {*OPTIONS["crisis"], *EVERYWHERE, *HELP}
        return ", ".join(word for word in words[1:] if word.startswith("-") and word not in taken)
    for added in ([], [A_WORD], [A_NUMBER], [A_WORD, A_WORD], [A_WORD, A_NUMBER], [A_NUMBER, A_NUMBER]):
        answer = _parsed([*words, *added])
        if answer.exit_code in {0, STOPPED} or is_name_alone(" ".join(words)):
            named = meant_by(words)
            return "" if named or not words or words[0].startswith("-") or words[0] == "help" else "no such command"
        if not (LACKS.search(answer.stderr) or added):
            break
    return answer.stderr.strip()


def _parsed(words: list[str]) -> Result:
    """What becomes of a command line up to the body of its command, which is not run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runner, "_run", lambda _session, _words: 0)
        return in_process(*words)
