"""What a scale is about, by its name, where the person said nothing: names with a word for sleep are about the night.

The words are those for sleep (the noun, and what people name such a scale) in general dictionaries, such as Wiktionary
lists under “sleep”; speakers of each language were not asked. A wrong guess costs one comparison, that with the mood of
the day after, and the person's own word for it (`About`) always wins.
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

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def about_named(name: str) -> About | None:
    """What a scale of this name is about; None where the name does not say."""
    folded = fold(name)
    is_night = any(fold(stem) in folded for stem in _ANYWHERE) or not _WHOLE.isdisjoint(_BETWEEN_WORDS.split(folded))
    return About.NIGHT if is_night else None
