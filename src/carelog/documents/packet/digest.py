"""The digest for an ally: what was kept and what is asked for, short enough for a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from carelog.documents.blocks import Block, Bullets, Document, Item, Paragraph, Tone
from carelog.domain.mood import LOWEST, MIDDLE
from carelog.wording.files import packet as words
from carelog.wording.files import packet_people as people_words
from carelog.wording.files import packet_routines as routine_words
from carelog.wording.pages.mood_counts import level_days

if TYPE_CHECKING:
    from carelog.review.packet.mood import MoodPart
    from carelog.review.packet.packet import Packet


def digest(packet: Packet) -> Document:
    """The digest of a packet: a title, a list and a request, without moods in numbers.

    It is the same whether something was left out or never noted, so that it does not tell which. A routine that was
    not kept once is not on it: “kept 0 of 7” would blame.
    """
    title = words.digest_title(packet.name, packet.first, packet.last)
    return Document(title, tuple(_blocks(packet)), footer=words.FROM_CARELOG)


def _blocks(packet: Packet) -> Iterator[Block]:
    lines = [
        routine_words.kept(each.name, each.counts.kept, each.counts.due)
        for each in packet.routines or ()
        if each.counts.kept
    ]
    if part := packet.belonging:
        lines.append(people_words.belonging(part.with_people, part.with_purpose, part.days, part.reached))
    if packet.mood and packet.mood.whole.numbers.median is not None:
        lines.append(_mood_in_short(packet.mood))
    if any(lines):
        yield Bullets(tuple(map(Item, filter(None, lines))))
    if packet.ask:
        yield Paragraph(words.asks_for(packet.ask), Tone.STRONG)
    yield Paragraph(words.FROM_CARELOG, Tone.QUIET)


def _mood_in_short(mood: MoodPart) -> str:
    """The mood in the middle of the days; of a two-sided scale the level days, because a middle hides both ends."""
    if not mood.two_sided:
        return words.mood_in_short(mood.whole.word)
    counts = mood.whole.counts
    return level_days(mood.words[MIDDLE - LOWEST], counts.level, counts.both, counts.days)
