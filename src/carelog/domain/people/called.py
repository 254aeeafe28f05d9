"""What people are called: the words before a comma or a bracket, and how little of a name still says who it is."""

from __future__ import annotations

import re

_BEHIND_A_NAME = re.compile(r"[,;(\[{\uff0c\u3001\u060c\uff08\uff3b]")
"""What begins a remark behind a name, also in the forms of Arabic, Chinese and Japanese."""

_STAY_WITH_A_NAME = frozenset(
    (
        *("dr", "mr", "mrs", "ms", "mx", "prof", "sir", "rev", "revd", "pastor", "rabbi", "imam", "nurse", "coach"),
        *("herr", "frau", "tante", "onkel", "oma", "opa"),
        *("aunt", "auntie", "aunty", "uncle", "cousin", "sister", "brother", "father", "mother"),
        *("gran", "granny", "grandma", "grandpa", "grandad", "granddad", "nan", "nana"),
    )
)
"""Titles and words for kin, which say little without the name behind them."""


def called(name: str) -> str:
    """What somebody is called: of “Jonas (brother)” it is “Jonas”, of “Ines Moreau, therapist” “Ines Moreau”.

    A name that begins with a bracket stays as it is.
    """
    return _BEHIND_A_NAME.split(name, maxsplit=1)[0].strip() or name


def first_name(name: str) -> str:
    """The first name in a full name, with titles and words for kin: “Auntie Bea”, “Dr Ashgrove”, and “Bryony”."""
    words = called(name).split()
    kept = 1
    while kept < len(words) and words[kept - 1].rstrip(".").casefold() in _STAY_WITH_A_NAME:
        kept += 1
    return " ".join(words[:kept])
