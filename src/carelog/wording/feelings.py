"""Words for feelings: those that can be offered to whoever has none, and what the list of them says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

WORDS = (
    _("afraid"), _("angry"), _("anxious"), _("ashamed"), _("bored"), _("calm"), _("close"), _("confused"),
    _("content"), _("curious"), _("empty"), _("excited"), _("flat"), _("grateful"), _("guilty"), _("happy"),
    _("hopeful"), _("hurt"), _("irritable"), _("jealous"), _("lonely"), _("loved"), _("numb"), _("overwhelmed"),
    _("proud"), _("relieved"), _("restless"), _("sad"), _("safe"), _("tense"), _("tired"), _("worried"),
)  # fmt: skip
OWN = _("Any word of your own will do: carelog mood 3 --feel WORD")


def used(words: Iterable[str]) -> str:
    """The words that the person has noted before."""
    return _("You have used: {words}.").format(words=listed(words))


def some(words: Iterable[str]) -> str:
    """Words for whoever has noted none."""
    return _("Some words: {words}.").format(words=listed(words))


def others(words: Iterable[str]) -> str:
    """Words that the person has not noted yet, beside those that they have."""
    return _("Others: {words}.").format(words=listed(words))
