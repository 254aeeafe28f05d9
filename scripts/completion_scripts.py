"""The completion scripts of bash, zsh and fish: those of scripts/completion, with a table of the whole command line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from command_tree import FILES, FLAG, JOURNAL, TEXT, WORDS, Node, Place

from carelog.cli.table import IN_TWO_WORDS, TOPICS
from carelog.crisis.pleas import HELP

TEMPLATES = Path(__file__).parent / "completion"
MARKS = {FLAG: "", TEXT: "x", JOURNAL: "j", FILES: "f"}
"""How the scripts write what can stand at a place; fixed words follow a =."""
PLAIN = re.compile(r"[\w.:,@%=-]+")
"""What the scripts can keep in their lists; every word of the program is such a word."""
LISTS = ("names", "flags")
HELP_IN_SHORT, TOPIC_IN_SHORT = "How a command is typed", "A page of help"


Word = tuple[str, str]
"""What can be typed, and its help."""


class Shell(NamedTuple):
    """How a shell writes a list of words with their help, and the entry of a command in its table."""

    listed: Callable[[Iterable[Word]], str]
    entry: Callable[[str, dict[str, str]], str]


def completion_scripts(tree: Node) -> dict[str, str]:
    """The text of each script by the name of its file."""
    nodes = [node for each in tree.walk() for node in (each, *each.behind_word.values())]
    everywhere = [each for each in tree.options if all(each in node.options for node in nodes)]
    return {name: _script(name, shell, nodes, everywhere) for name, shell in _SHELLS.items()}


def first_sentence(text: str) -> str:
    """The first sentence of a help, without its full stop."""
    paragraph = " ".join(text.partition("\n\n")[0].split())
    return re.split(r"\.(?= [A-Z“]|$)", paragraph)[0].rstrip(":")


def _script(name: str, shell: Shell, nodes: list[Node], everywhere: list[Place]) -> str:
    parts = {
        "@TABLE@": "\n".join(shell.entry(each.path, _values(shell, each, nodes, everywhere)) for each in nodes),
        "@EVERYWHERE@": shell.listed(map(_flag, everywhere)),
        "@TOPICS@": shell.listed((topic, TOPIC_IN_SHORT) for topic in TOPICS),
    }
    text = (TEMPLATES / name).read_text("utf-8")
    for mark, part in parts.items():
        text = text.replace(mark, part)
    return text


def _values(shell: Shell, node: Node, nodes: list[Node], everywhere: list[Place]) -> dict[str, str]:
    values = {
        "names": shell.listed(_names(node, nodes)),
        "flags": shell.listed(_flag(each) for each in node.options if each not in everywhere),
        "places": " ".join("+" * each.is_repeated + _mark(each) for each in node.arguments),
        "alone": node.alone,
        "before_words": node.before_words,
    }
    return {name: value for name, value in values.items() if value}


def _names(node: Node, nodes: list[Node]) -> Iterator[Word]:
    """What is a command behind this one; behind import it is one beside the files."""
    in_two_words = [each for each in nodes if tuple(each.path.split()) in IN_TWO_WORDS.values()]
    for each in [*node.inside, *in_two_words]:
        before, _, name = each.path.rpartition(" ")
        if before == node.path:
            yield _checked(name), first_sentence(each.help)
    if not node.path:
        yield HELP, HELP_IN_SHORT


def _flag(option: Place) -> Word:
    return f"{'+' * option.is_repeated}{'/'.join(option.names)}|{_mark(option)}", " ".join(option.help.split())


def _mark(place: Place) -> str:
    return f"={';'.join(map(_checked, place.words))}" if place.kind == WORDS else MARKS[place.kind]


def _checked(word: str) -> str:
    if not PLAIN.fullmatch(word):
        raise ValueError(f"the scripts cannot keep {word!r} in their lists")
    return word


def _in_bash(path: str, values: dict[str, str]) -> str:
    parts = (f"{name}='{value}'" for name, value in values.items())
    return f"    '{path}') {' '.join(parts)} ;;"


def _in_zsh(path: str, values: dict[str, str]) -> str:
    parts = (f"{name}=({value})" if name in LISTS else f"{name}='{value}'" for name, value in values.items())
    return f"    '{path}') {' '.join(parts)} ;;"


def _in_fish(path: str, values: dict[str, str]) -> str:
    split = {
        name: value if name in LISTS else " ".join(f"'{each}'" for each in value.split())
        for name, value in values.items()
    }
    lines = (f"            set __carelog_{name} {value}" for name, value in split.items())
    return "\n".join([f"        case '{path}'", *lines])


def _quoted_for_zsh(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _quoted_for_fish(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


_SHELLS = {
    "carelog.bash": Shell(lambda words: " ".join(word for word, _ in words), _in_bash),
    "_carelog": Shell(lambda words: " ".join(_quoted_for_zsh("|".join(each)) for each in words), _in_zsh),
    "carelog.fish": Shell(lambda words: " ".join(_quoted_for_fish("|".join(each)) for each in words), _in_fish),
}
