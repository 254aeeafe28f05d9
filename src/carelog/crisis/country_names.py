"""Countries as people write them: by code, in English, in a country's own languages, in any letters, with no accents.

names.txt has what countries.txt does not call them: own names and ISO's longer codes, and names that are several.
It is read where somebody names a country, and never otherwise.
"""

from __future__ import annotations

import unicodedata

from carelog.crisis.lines import code, find, rows_of

_LEFT_OUT = ".'’ʻ"
"""Signs that stand within a word: U.K. is UK."""
_BETWEEN = (",", ";", "/", "&", " and ")
"""What stands between the names of several countries, where it is not in a name."""


def codes_of(name: str) -> list[str]:
    """The ISO codes of the country with this name or code; several where a name is, and none where nothing has it."""
    found = code(name.replace(".", ""))
    return [found] if found and find("countries", found) else names().get(folded(name), [])


def named_in(text: str) -> list[tuple[str, list[str]]]:
    """Each country that is named in a text, as it is written there, with its codes as `codes_of` has them."""
    text = text.strip().strip(",;/&").strip()
    if not text or (found := codes_of(text)):
        return [(text, found)] if text else []
    for sign in _BETWEEN:
        before, found_there, after = text.partition(sign)
        if found_there:
            return named_in(before) + named_in(after)
    words = [(word, codes_of(word)) for word in text.split()]
    return words if all(codes for _, codes in words) else [(text, [])]


def names() -> dict[str, list[str]]:
    """Every name that is known, folded, with the codes of its countries."""
    found = {folded(name): [code] for code, name in rows_of("countries")}
    for row in rows_of("names"):
        found.update((folded(name), row[0].split()) for name in row[1:])
    return found


def folded(name: str) -> str:
    """A name as it is compared: no accents, no capitals, no signs, “saint” for “st”, no “the” before it."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    words = "".join(_letter(sign) for sign in plain).split()
    words = ["saint" if word == "st" else word for word in words]
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _letter(sign: str) -> str:
    if sign.isalnum():
        return sign
    return "" if unicodedata.combining(sign) or sign in _LEFT_OUT else " "
