"""Whether a passphrase or password is among the first that a stranger tries."""

from __future__ import annotations

import re
import string
from functools import cache
from typing import TYPE_CHECKING

from carelog.domain.letters import plain_letters
from carelog.domain.passphrase import SHORTEST

if TYPE_CHECKING:
    from collections.abc import Collection

_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "qwertzuiopu",
    "azertyuiop",
    "asdfghjkl",
    "qsdfghjklm",
    "zxcvbnm",
    "yxcvbnm",
    "wxcvbn",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "йцукенгшщзхъ",
    "фывапролджэ",
    "ячсмитьбю",
)
_COLUMNS = "1qaz 1qay 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 8ik 9ol 147 258 369 159 357"
_SHORTEST_RUN, _MOST_BESIDE_RUNS = 3, 2
_MOST_DIGITS = 15
"""So many digits a telephone number has at most (E.164), and a date fewer."""
_SHORTEST_WORD = 3
_LEAST_REMAINS = 4
"""Where fewer letters and digits are left without the signs, it is the signs that are hard to guess."""
_FEWEST_DIFFERENT = 4
"""A secret of fewer different letters, digits and signs is one of repetitions, whatever their order."""
_AROUND = string.digits + string.punctuation + string.whitespace + "§€£°–—…“”„‚‘’«»¡¿"
_LOOKALIKES = tuple(str.maketrans("013457@$!€+", f"o{i}eastas{i}et") for i in "il")


def repeats(secret: str, known: Collection[str]) -> bool:
    """Whether a secret is one letter or a short group again and again (aaaaaaaa, abcabcab1, annaanna).

    A longer group counts only where it is a run or one of the words that are `known` to be chosen often.
    """
    plain, signs = "".join(plain_letters(secret).split()), _signs(secret)
    looked_at = {plain, *(each for each in (plain.strip(_AROUND), signs) if len(each) >= _LEAST_REMAINS)}
    return any(_repeats(each, known) for each in looked_at) or len(set(plain)) < _FEWEST_DIFFERENT


def is_run(secret: str) -> bool:
    """Whether a secret stands in a row on a keyboard, in the alphabet or among the digits, also two by turns (q1w2)."""
    signs = _signs(secret)
    within = max(_in_runs(signs), _in_runs(signs[::2]) + _in_runs(signs[1::2]))
    return within >= _LEAST_REMAINS and len(signs) - within <= _MOST_BESIDE_RUNS


def is_often_chosen(secret: str, known: Collection[str]) -> bool:
    """Whether a secret is a date, or one or two of the words that are `known` to be chosen often, also backwards.

    Case, accents, signs that stand for letters (pa$$w0rt), and digits and signs around it are aside.
    """
    plain = plain_letters(secret)
    cores = {plain, plain.strip(_AROUND), plain.lstrip(_AROUND), plain.rstrip(_AROUND)}
    written = cores | {each.translate(lookalikes) for each in cores for lookalikes in _LOOKALIKES}
    words = {re.sub(r"[\s._+,-]", "", each) for each in written}
    return _is_number(plain) or any(_is_known(each, known) or _is_known(each[::-1], known) for each in words)


def _signs(secret: str) -> str:
    """The plain letters and digits of a secret."""
    return re.sub(r"[\W_]", "", plain_letters(secret)) or secret


def _repeats(plain: str, known: Collection[str]) -> bool:
    for length in range(1, len(plain) // 2 + 1):
        group = plain[:length]
        if (group * (len(plain) // length + 1)).startswith(plain):
            return length < SHORTEST or is_run(group) or is_often_chosen(group, known)
    return False


def _in_runs(plain: str) -> int:
    """How many characters are part of a run."""
    found = begin = 0
    while begin < len(plain):
        length = max(_run_at(plain, begin), 1)
        found += length if length >= _SHORTEST_RUN else 0
        begin += length if length >= _SHORTEST_RUN else 1
    return found


def _run_at(plain: str, begin: int) -> int:
    """The length of the longest run that begins at a place."""
    rows, end = _rows(), begin + 1
    while end <= len(plain) and (rows := tuple(row for row in rows if plain[begin:end] in row)):
        end += 1
    return end - 1 - begin


@cache
def _rows() -> tuple[str, ...]:
    """What stands in a row, forwards and backwards, and each letter or digit many times."""
    rows = (*_ROWS, *_COLUMNS.split())
    many = (each * SHORTEST for each in sorted(set("".join(_ROWS))))
    return (*rows, *(row[::-1] for row in rows), *many)


def _is_number(plain: str) -> bool:
    """Whether it is a number as dates and telephone numbers are written."""
    return bool(re.fullmatch(r"[\d\s./:+()-]+", plain)) and sum(map(str.isdigit, plain)) <= _MOST_DIGITS


def _is_known(word: str, known: Collection[str]) -> bool:
    if len(word) < _SHORTEST_WORD:
        return False
    return word in known or any(word[:end] in known and word[end:] in known for end in range(1, len(word)))
