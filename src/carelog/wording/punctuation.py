"""Marks between words and around them, which differ from language to language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENDS = _(".!?…:")
"""The marks that end a sentence, one beside the other."""


def in_clauses(parts: Iterable[str]) -> str:
    """Several statements, each of which may hold a comma, such as sleep 7.5 h; calm, tired."""
    return _("; ").join(parts)


def labelled(label: str, text: str) -> str:
    """A text behind what it is about, such as hours: 9 to 17."""
    return _("{label}: {text}").format(label=label, text=text)


def label(text: str) -> str:
    """What a text is about, with the colon that sets it apart from the text."""
    return _("{label}:").format(label=text)


def quoted(text: str) -> str:
    """A text between quotation marks."""
    return _("“{text}”").format(text=text)


def with_remark(text: str, remark: str) -> str:
    """A text with a remark behind it, such as Walk (agreed on)."""
    return _("{text} ({remark})").format(text=text, remark=remark)


def named(name: str, value: str) -> str:
    """A name with its value, such as sleep 7.5 h."""
    return _("{name} {value}").format(name=name, value=value)


def capitalised(text: str) -> str:
    """A statement as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """A sentence with a full stop, unless it has an end of its own, which may stand inside quotation marks."""
    return text if text.rstrip("”").endswith(tuple(_ENDS)) else _("{text}.").format(text=text)
