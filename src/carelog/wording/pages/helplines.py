"""Helplines on the pages of the terminal and on the printed plan."""

from __future__ import annotations

from carelog.language import gettext as _


def word_to_number(word: str, number: str) -> str:
    """How a helpline is texted: the word that it asks for, and the number that gets it."""
    return _("{word} to {number}").format(word=word, number=number)
