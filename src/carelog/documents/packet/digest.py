"""The digest for an ally: what was kept and what is asked for, short enough for a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from carelog.documents.blocks import Block, Bullets, Document, Item, Paragraph, Tone
from carelog.review.packet.digest import LevelDays
from carelog.wording.files import packet as words
from carelog.wording.files import packet_people as people_words
from carelog.wording.files import packet_routines as routine_words
from carelog.wording.pages.mood_counts import level_days

if TYPE_CHECKING:
    from carelog.review.packet.digest import Digest, MiddleMood


def digest_document(digest: Digest) -> Document:
    """The page of a digest: a title, a list and a request, without moods in numbers."""
    title = words.digest_title(digest.name, digest.first, digest.last)
    return Document(title, tuple(_blocks(digest)), footer=words.FROM_CARELOG)


def _blocks(digest: Digest) -> Iterator[Block]:
    lines = [routine_words.kept(each.name, each.kept, each.due) for each in digest.kept]
    if each := digest.time_with:
        lines.append(people_words.belonging(each.with_people, each.with_purpose, each.days, each.reached))
    if digest.mood:
        lines.append(_mood_in_short(digest.mood))
    if lines:
        yield Bullets(tuple(map(Item, lines)))
    if digest.ask:
        yield Paragraph(words.asks_for(digest.ask), Tone.STRONG)
    yield Paragraph(words.FROM_CARELOG, Tone.QUIET)


def _mood_in_short(mood: MiddleMood | LevelDays) -> str:
    if isinstance(mood, LevelDays):
        return level_days(mood.word, mood.level, mood.both, mood.days)
    return words.mood_in_short(mood.word)
