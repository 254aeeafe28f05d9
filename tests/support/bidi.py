"""The order in which a terminal with right-to-left text draws a line, and whether hidden marks change it.

A part of Unicode's bidirectional algorithm (UAX 9): the rules for weak and neutral characters, levels and reordering,
without embeddings and isolates, which cleaning takes out, and without paired brackets.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

LRM, RLM = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
PIECES = [*"אב12ab -.,:()+/*ا", LRM, RLM, "carelog ", " --all", "030 1234 567", " שלום ", " ٠٣٠ ١٢٣ "]
hostile_lines = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
NEEDED_MARKS = [
    "שלחו SMS\u200f.",
    "\u200fWhatsApp: שלחו הודעה",
    "אבא: \u200e054 123 4567",
    "\u200eSam (אבא)",
    "أمي\u200f، SMS",
]
HOSTILE_MARKS = [
    ("\u200f", "\ufffd"),
    ("a\u200eb\u200fc", "a\ufffdb\ufffdc"),
    ("0170\u200f 1234 5678", "0170\ufffd 1234 5678"),
    ("\u200f0170 1234 5678", "\ufffd0170 1234 5678"),
    ("אבא 0170\u200e 1234 5678", "אבא 0170\ufffd 1234 5678"),
    ("אבא 0170 1234\u200f אמא", "אבא 0170 1234\ufffd אמא"),
    ("Call \u200f0170 1234, אבא", "Call \ufffd0170 1234, אבא"),
    ("אבא carelog \u200f--all", "אבא carelog \ufffd--all"),
    ("carelog mood \u200f4 2 אבא", "carelog mood \ufffd4 2 אבא"),
]
"""What is typed with marks that could turn a part of it around, and what is left of it."""


def is_in_order(line: str) -> bool:
    """Whether each command and number of a line is drawn in its own order, or is turned without any mark as well."""
    plain = line.replace(LRM, "").replace(RLM, "")
    return all(
        part in drawn(line, base) or part not in drawn(plain, base)
        for part in commands_and_numbers(line)
        for base in ("L", "R", "")
    )


def commands_and_numbers(line: str) -> list[str]:
    """The longest parts of a line from a Latin letter or a digit to another, without a right-to-left letter between."""
    command, number = r"[A-Za-z](?:[\x00-\x7f\ufffd]*[A-Za-z0-9])?", r"[0-9](?:[^\w]*[0-9])*"
    return re.findall(f"{command}|{number}|{number.replace('0-9', '٠-٩')}", line.replace(LRM, "").replace(RLM, ""))


def drawn(line: str, base: str) -> str:
    """The visible characters from left to right; without a `base` the first letter decides, as on many systems."""
    kinds = [unicodedata.bidirectional(each) for each in line]
    base = base or next(("R" if kind in {"R", "AL"} else "L" for kind in kinds if kind in {"L", "R", "AL"}), "L")
    levels = _levels(_neutral(_weak(kinds, base), base), base)
    for place in reversed(range(len(line))):
        if kinds[place] not in {"WS", "S", "B"}:
            break
        levels[place] = int(base == "R")
    order = list(range(len(line)))
    for level in range(max(levels, default=0), 0, -1):
        order = _reversed_from(level, order, levels)
    return "".join(line[place] for place in order if line[place] not in LRM + RLM)


def _weak(kinds: Sequence[str], base: str) -> list[str]:
    found = list(kinds)
    for place, kind in enumerate(found):
        if kind == "NSM":
            found[place] = found[place - 1] if place else base
    found = ["AN" if kind == "EN" and strong == "AL" else kind for kind, strong in _with_strong(found, base)]
    for place in range(1, len(found) - 1):
        around = {found[place - 1], found[place + 1]}
        if (found[place] == "CS" and around in ({"EN"}, {"AN"})) or (found[place] == "ES" and around == {"EN"}):
            found[place] = found[place - 1]
    for match in re.finditer("t*e[et]*", "".join({"EN": "e", "ET": "t"}.get(kind, ".") for kind in found)):
        found[match.start() : match.end()] = ["EN"] * len(match[0])
    found = ["L" if kind == "EN" and strong == "L" else kind for kind, strong in _with_strong(found, base)]
    return ["R" if kind == "AL" else kind if kind in {"L", "R", "EN", "AN"} else "N" for kind in found]


def _with_strong(kinds: Sequence[str], base: str) -> Iterator[tuple[str, str]]:
    """Each direction with that of the last letter up to it."""
    strong = base
    for kind in kinds:
        strong = kind if kind in {"L", "R", "AL"} else strong
        yield kind, strong


def _neutral(kinds: Sequence[str], base: str) -> list[str]:
    found = list(kinds)
    for match in re.finditer("N+", "".join(kind[0] if kind in {"L", "R", "N"} else "r" for kind in kinds)):
        before = kinds[match.start() - 1] if match.start() else base
        after = kinds[match.end()] if match.end() < len(kinds) else base
        sides = {"L" if kind == "L" else "R" for kind in (before, after)}
        found[match.start() : match.end()] = [sides.pop() if len(sides) == 1 else base] * len(match[0])
    return found


def _levels(kinds: Sequence[str], base: str) -> list[int]:
    if base == "R":
        return [1 if kind == "R" else 2 for kind in kinds]
    return [{"L": 0, "R": 1}.get(kind, 2) for kind in kinds]


def _reversed_from(level: int, order: list[int], levels: Sequence[int]) -> list[int]:
    found, run = list[int](), list[int]()
    for place in order:
        if levels[place] >= level:
            run.append(place)
        else:
            found += [*reversed(run), place]
            run = []
    return found + run[::-1]
