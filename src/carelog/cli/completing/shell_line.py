"""The line that a shell completes, as its script hands it over, and how what fits is written for that shell."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEPARATOR = "\x1f"
_BREAKS_IN_BASH = "=:"
"""The characters of COMP_WORDBREAKS that begin a word in bash within one of carelog's."""
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+./,=@%")


def is_own_script() -> bool:
    """Whether one of carelog's own scripts asks; that of an earlier carelog lets zsh run what it is answered."""
    return any(name in os.environ for name in ("_CARELOG_LINE", "_CARELOG_WORDS"))


def shell_that_asks() -> str:
    """The name of the shell."""
    return os.environ["_CARELOG_COMPLETE"].rpartition("_")[2]


def typed(shell: str) -> tuple[list[str], str]:
    """The words up to the cursor, the last of them begun, and the quotation mark that is open in it, if any."""
    if shell == "bash":
        return _split(os.environ.get("_CARELOG_LINE", ""))
    words = os.environ.get("_CARELOG_WORDS", "carelog").split(_SEPARATOR)
    if shell == "fish":
        begun, _ = _split(f"carelog {os.environ.get('_CARELOG_WORD', '')}")
        return [*words, begun[-1] if len(begun) > 1 else ""], ""
    return [_split(each)[0][-1] for each in (words if len(words) > 1 else [*words, ""])], ""


def hand_over(lines: Iterable[str], shell: str, begun: str, quote: str) -> None:
    """Write what fits to the word that was `begun`, for bash as it is typed there: within `quote`, if that is open."""
    if shell == "bash":
        lines = _quoted_for_bash(lines, begun, quote)
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _split(line: str) -> tuple[list[str], str]:
    """The words of a line as a shell reads them, though its end may be within quotation marks."""
    words, word, quote, begun = [], "", "", False
    letters = iter(line)
    for letter in letters:
        if quote:
            if letter == quote:
                quote = ""
            elif letter == "\\" and quote == '"':
                following = next(letters, "")
                word += following if following in '"\\$`' else letter + following
            else:
                word += letter
        elif letter in "'\"":
            quote, begun = letter, True
        elif letter == "\\":
            word, begun = word + next(letters, ""), True
        elif letter.isspace():
            words += [word] if begun else []
            word, begun = "", False
        else:
            word, begun = word + letter, True
    return [*words, word], quote


def _quoted_for_bash(lines: Iterable[str], begun: str, quote: str) -> Iterable[str]:
    """The lines as they are typed in bash, from where bash began its word: = and : begin one there, unless quoted."""
    is_value = begun.startswith("--") and "=" in begun
    cut = begun.rpartition("=")[0] + "=" if is_value else ""
    at_break = os.environ.get("_CARELOG_WORD", "")
    for line in lines:
        text = line
        if not quote and not is_value:
            break_at = max((begun.rfind(each) for each in _BREAKS_IN_BASH), default=-1)
            if break_at >= 0 and at_break.lstrip(_BREAKS_IN_BASH) == begun[break_at + 1 :]:
                text = line[break_at + 1 :]
        yield _within(text, quote) if quote else "".join(map(_escaped, text.removeprefix(cut)))


def _within(text: str, quote: str) -> str:
    if quote == "'":
        return text.replace("'", "'\\''")
    return "".join(f"\\{each}" if each in '"\\$`' else each for each in text)


def _escaped(letter: str) -> str:
    return letter if letter in _PLAIN or not letter.isascii() else f"\\{letter}"
