"""Count where sentences stand: `python scripts/count_sentences.py`.

Prints how many errors are raised with a sentence in place and how many with one from elsewhere, the plurals and the
dates that are made by hand, and the f-strings with words in the wording room.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "carelog"
NAMED_DATE = re.compile(r"%[aAbB]")


def main() -> None:
    """Print each count on a line."""
    counts = Counter(kind for path in sorted(SOURCE.rglob("*.py")) for kind in kinds(path))
    for kind, count in sorted(counts.items()):
        print(f"{count:5} {kind}")


def kinds(path: Path) -> Iterator[str]:
    """What is counted in a file, once for each time."""
    tree = ast.parse(path.read_text("utf-8"))
    in_wording = path.relative_to(SOURCE).parts[0] == "wording"
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
            yield f"errors with a {kind_of(node.exc.args[0])}"
        elif isinstance(node, ast.IfExp) and ast.unparse(node.test).endswith("== 1") and has_several_words(node):
            yield "plurals made by hand"
        elif isinstance(node, ast.FormattedValue) and node.format_spec and NAMED_DATE.search(ast.unparse(node)):
            yield "dates with English names"
        elif in_wording and isinstance(node, ast.JoinedStr) and has_words(node):
            yield "f-strings with words in wording"


def kind_of(argument: ast.expr) -> str:
    """What an error is raised with first: a key such as `time.not-understood`, or a sentence."""
    if isinstance(argument, ast.Constant | ast.JoinedStr) and " " not in ast.unparse(argument):
        return "key"
    in_place = isinstance(argument, ast.JoinedStr | ast.Constant | ast.BinOp)
    return "sentence in place" if in_place else "key or sentence from elsewhere"


def has_several_words(node: ast.AST) -> bool:
    """Whether a text within has more than one word: others are names, keys and what is typed."""
    texts = (str(each.value).strip() for each in ast.walk(node) if isinstance(each, ast.Constant))
    return any(" " in text for text in texts)


def has_words(node: ast.JoinedStr) -> bool:
    """Whether an f-string has a word of its own."""
    return any(isinstance(each, ast.Constant) and re.search("[A-Za-z]{2}", str(each.value)) for each in node.values)


if __name__ == "__main__":
    main()
