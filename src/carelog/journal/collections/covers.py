"""The words by which a thing can be typed: its name and, where it has them, its cover and what it is called."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from carelog.domain.letters import begun_within, meant_by
from carelog.journal.storage.rows import COVER

if TYPE_CHECKING:
    from typing import Protocol

    class _WithName(Protocol):
        @property
        def id(self) -> str: ...
        @property
        def name(self) -> str: ...


Thing = TypeVar("Thing", bound="_WithName")


def named_or_covered(typed: str, things: Iterable[Thing]) -> list[Thing]:
    """The things of which a person may have typed the name, the cover or what they are called, each once."""
    return _each_once(meant_by(typed, _with_words(things), itemgetter(1)))


def with_word_that_begins(typed: str, things: Iterable[Thing]) -> list[Thing]:
    """The things of which a person may have typed a word from within, each once."""
    return _each_once(begun_within(typed, _with_words(things), itemgetter(1)))


def words_for(thing: _WithName) -> tuple[str, ...]:
    """The name of a thing, what it is called, and its cover."""
    return tuple(filter(None, (thing.name, getattr(thing, "called", ""), cover_of(thing))))


def cover_of(thing: _WithName) -> str:
    """What others may read in the place of a name; empty where a thing has none, or can have none."""
    return getattr(thing, COVER, "")


def _with_words(things: Iterable[Thing]) -> list[tuple[Thing, str]]:
    return [(thing, word) for thing in things for word in words_for(thing)]


def _each_once(found: Iterable[tuple[Thing, str]]) -> list[Thing]:
    return list({thing.id: thing for thing, _ in found}.values())
