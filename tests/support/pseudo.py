"""`xx`, a language that nobody speaks: English with accents, a third longer, with the same slots."""

import re
from collections.abc import Iterable
from pathlib import Path

from carelog.crisis.language import ENGLISH, KEPT, MOST_COLUMNS
from carelog.crisis.lines import country
from support.source import HELPLINES

ACCENTS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz,:",
    "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž‚꞉",
)
LONGER, FILLER = 0.3, " ŵöŕðš"


def pseudo(sentence: str, kept: Iterable[str] = (), *, longer: bool = True) -> str:
    """A sentence in `xx`; slots in braces and what is `kept` stay as they are."""
    whole = "|".join([r"\{\w+\}", *map(re.escape, sorted(kept, key=len, reverse=True))])
    parts = re.split(f"({whole})", sentence)
    accented = "".join(part if place % 2 else part.translate(ACCENTS) for place, part in enumerate(parts))
    more = int(len(sentence) * LONGER) if longer and any(map(str.isalpha, "".join(parts[::2]))) else 0
    filler = (FILLER * (more // len(FILLER) + 1))[:more].rstrip()
    return accented + filler


def card_in_xx() -> dict[str, str]:
    """Every sentence of the card in `xx`, by its key; those that are never wrapped are as wide as in English."""
    return {key: pseudo(english, KEPT, longer=key not in MOST_COLUMNS) for key, english in ENGLISH.items()}


def data_in_xx() -> dict[str, str]:
    """Names of countries and languages, hours and costs in `xx`, as wide as in English, by their keys."""
    texts = set(find_all("countries"))
    for path in HELPLINES.glob("??.txt"):
        place = country(path.stem)
        texts |= {number for number in place.numbers.values() if " " in number}
        for line in place.lines:
            texts |= {line.get("hours"), line.get("cost"), *line.get("speaks").split(", ")}
    return {f"={text}": pseudo(text, longer=False) for text in sorted(texts) if text}


def find_all(table: str) -> list[str]:
    """The values of one of the tables beside the helplines."""
    rows = (HELPLINES / f"{table}.txt").read_text("utf-8").splitlines()
    return [row.partition("\t")[2] for row in rows]


def write_card(folder: Path, sentences: dict[str, str], language: str = "xx") -> Path:
    """Write the file of a language as the card reads it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{language}.txt"
    path.write_text("".join(f"{key}\t{sentence}\n" for key, sentence in sentences.items()), encoding="utf-8")
    return path
