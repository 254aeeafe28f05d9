"""The digest: all that a page for an ally holds. No format of such a page gets anything else to write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.mood import MIDDLE
from carelog.domain.score import LOWEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carelog.review.packet.mood import MoodPart
    from carelog.review.packet.packet import Packet
    from carelog.review.packet.together import BelongingPart


@dataclass(frozen=True, slots=True)
class KeptRoutine:
    """A routine that was kept at least once, how often, and out of how many times that it was due."""

    name: str
    kept: int
    due: int


@dataclass(frozen=True, slots=True)
class TimeWith:
    """On how many of the `days` there was time with people and something with purpose; how often somebody was reached.

    One of the three is above 0.
    """

    days: int
    with_people: int
    with_purpose: int
    reached: int


@dataclass(frozen=True, slots=True)
class MiddleMood:
    """The word for the mood in the middle of the days, on a scale on which higher is better."""

    word: str


@dataclass(frozen=True, slots=True)
class LevelDays:
    """On how many of the `days` with a mood somebody was level, which has a `word`, and on how many at `both` ends.

    It stands for the mood on a two-sided scale, because a middle hides both ends.
    """

    word: str
    level: int
    both: int
    days: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What an ally reads: what was kept, time with others, the mood in short, and what they are asked for.

    It is the same whether something was left out or never noted, so that it does not tell which. A routine that was
    not kept once is not in it: “kept 0 of 7” would blame.
    """

    name: str
    first: date
    last: date
    kept: tuple[KeptRoutine, ...]
    time_with: TimeWith | None
    mood: MiddleMood | LevelDays | None
    ask: str


def digest_of(packet: Packet) -> Digest:
    """The digest of a packet for an ally."""
    return Digest(
        packet.name,
        packet.first,
        packet.last,
        tuple(_kept(packet)),
        _time_with(packet.belonging) if packet.belonging else None,
        _mood(packet.mood) if packet.mood else None,
        packet.ask,
    )


def _kept(packet: Packet) -> Iterator[KeptRoutine]:
    for each in packet.routines or ():
        if each.counts.kept:
            yield KeptRoutine(each.name, each.counts.kept, each.counts.due)


def _time_with(part: BelongingPart) -> TimeWith | None:
    noted = (part.with_people, part.with_purpose, part.reached)
    return TimeWith(part.days, *noted) if any(noted) else None


def _mood(part: MoodPart) -> MiddleMood | LevelDays | None:
    if part.whole.numbers.median is None:
        return None
    if not part.two_sided:
        return MiddleMood(part.whole.word)
    counts = part.whole.counts
    return LevelDays(part.words[MIDDLE - LOWEST], counts.level, counts.both, counts.days)
