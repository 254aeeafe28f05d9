"""Several things in one sentence, with the signs and words of the language between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable


def listed(things: Iterable[str]) -> str:
    """Things one after the other, such as walk, tablets."""
    return _(", ").join(things)


def listed_with_and(things: Iterable[str]) -> str:
    """Things that all count, such as passphrase and recovery code."""
    return _(" and ").join(things)


def listed_with_or(things: Iterable[str]) -> str:
    """Things of which one is enough, such as 112 or 999."""
    return _(" or ").join(things)
