"""What a scale is about, by its name, where the person said nothing: names with a word for sleep are about the night.

The words are those for sleep (the noun, and what people name such a scale), irritability and anxiety in general
dictionaries, such as Wiktionary lists under “sleep”; speakers of each language were not asked. A wrong guess costs one
comparison, that of a night with the mood of the day after, or puts a column too many on the life chart. The person's
own word for it (`About`) always wins.
"""

from __future__ import annotations

import re

from carelog.domain.text import fold
from carelog.domain.tracker import About

_ANYWHERE = (
    *("sleep", "slept", "schlaf", "slaap", "geslapen", "søvn", "sömn", "svefn", "sommeil", "sueño", "sueno", "sonno"),
    *("dormi", "somn", "yöuni", "alvás", "uyku", "spánek", "spanek", "spánok", "spanok", "spanje", "spavanj", "ύπνο"),
    *("спавањ", "miegas", "miego", "miegs", "tidur", "giấc ngủ", "नींद", "ঘুম", "தூக்கம்", "การนอน", "睡眠", "睡觉"),
    *("睡覺", "수면"),
)
"""Stems that stand in few other words, so that “Schlafdauer” and “hours of sleep” are found."""

_WHOLE = frozenset(
    (*("uni", "unen", "unet", "sono", "sen", "snu", "сон", "сна", "сън", "نوم", "النوم", "خواب", "שינה"), "잠", "ngủ")
)
"""Short words, which have to stand alone: “uni” is sleep in Finnish and a part of “tunic”."""

_BEGINNINGS = {
    About.IRRITABILITY: ("irritab", "reizbar", "gereizt", "prikkelbaar", "drażliw", "ärtyi", "раздражит"),
    About.ANXIETY: (
        *("anxiet", "anxiét", "anxious", "angst", "ansiedad", "ansiet", "ångest", "ahdistu", "тревог", "тревож"),
        *("不安", "焦虑", "焦慮", "불안"),
    ),
}
"""Beginnings of words, so that “Angststärke” is found and “gangster” is not."""

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def about_named(name: str) -> About | None:
    """What a scale of this name is about; None where the name does not say."""
    folded = fold(name)
    words = _BETWEEN_WORDS.split(folded)
    if any(fold(stem) in folded for stem in _ANYWHERE) or not _WHOLE.isdisjoint(words):
        return About.NIGHT
    for about, beginnings in _BEGINNINGS.items():
        if any(word.startswith(tuple(map(fold, beginnings))) for word in words):
            return about
    return None
