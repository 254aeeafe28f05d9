"""The packet as a document, in the order in which a therapist needs its sections; most formats are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from carelog.documents.blocks import Block, Bullets, Document, Facts, Heading, Item, Paragraph, Tone
from carelog.documents.packet.activities import belonging
from carelog.documents.packet.days import notes, rated_days
from carelog.documents.packet.digest import digest_document
from carelog.documents.packet.goals import goals
from carelog.documents.packet.method import method
from carelog.documents.packet.mood import mood, trackers
from carelog.documents.packet.routines import medicine_now, medicines, routines, together
from carelog.documents.packet.scores import safety, scores
from carelog.domain.audience import ALLY, SELF, Section
from carelog.review.packet.digest import digest_of
from carelog.wording.counts import part_of
from carelog.wording.days import day_count
from carelog.wording.files import packet as words
from carelog.wording.files import packet_mood as mood_words
from carelog.wording.lists import listed
from carelog.wording.punctuation import in_clauses

if TYPE_CHECKING:
    from carelog.review.packet.mood import FeelingPart
    from carelog.review.packet.packet import Packet
    from carelog.review.packet.scores import ScorePart

Part = TypeVar("Part")

MOST_FEELINGS = 5
"""The words for feelings that stand on the page."""


def document(packet: Packet) -> Document:
    """The document of a packet; for an ally the short digest."""
    if packet.audience == ALLY.key:
        return digest_document(digest_of(packet))
    title, footer = words.title(packet.first, packet.last), words.footer(packet.name)
    return Document(title, tuple(_blocks(packet)), subtitle=words.NOT_AN_ASSESSMENT, footer=footer)


def _blocks(packet: Packet) -> Iterator[Block]:
    yield from _header(packet)
    yield from _section(Section.TOPICS, packet.topics, _topics)
    yield from _section(Section.SAFETY, packet.safety, lambda part: safety(part, packet.first, packet.last))
    yield from _section(Section.SCORES, packet.scores, lambda part: _scores(part, packet))
    yield from _section(Section.GOALS, packet.goals, lambda part: goals(part, packet.last))
    if packet.days_with_entries:
        yield from _section(Section.MOOD, packet.mood, lambda part: mood(part, packet))
    readings = list(trackers(packet))
    yield from _section(Section.TRACKERS, readings, iter)
    yield from _feelings(packet.feelings or ())
    yield from _section(Section.MEDICINES, packet.medicines, medicines)
    yield from _section(Section.ROUTINES, packet.routines, lambda part: routines(part, packet.resting))
    if packet.together and packet.together.sentences:
        yield from _section(Section.TOGETHER, packet.together, together)
    if packet.belonging and packet.belonging.has_any:
        yield from _section(Section.BELONGING, packet.belonging, lambda part: belonging(part, packet.activities or ()))
    if packet.has_moods:
        yield from _section(Section.DAYS, packet.rated_days, rated_days)
    yield from _section(Section.WORDS, packet.marked, notes)
    yield from _section(Section.NOTES, packet.notes, notes)
    yield from (Paragraph(sentence, Tone.QUIET) for sentence in method(packet))


def _scores(parts: Sequence[ScorePart], packet: Packet) -> Iterator[Block]:
    return scores(parts, packet.first, packet.last, with_bands=packet.audience != SELF.key)


def _header(packet: Packet) -> Iterator[Block]:
    facts = [(words.DAYS_WITH_ENTRIES, part_of(packet.days_with_entries, packet.days))]
    if packet.name:
        facts.insert(0, (words.NAME, packet.name))
    if packet.paused:
        facts.append((words.ON_A_PAUSE, day_count(packet.paused)))
    if packet.medicines:
        facts.append((words.MEDICINES, in_clauses(medicine_now(each) for each in packet.medicines)))
    if packet.left_out:
        facts.append((words.LEFT_OUT, listed(words.SECTIONS_IN_A_LIST[Section(each)] for each in packet.left_out)))
    yield Facts(tuple(facts))
    if packet.is_chosen and not packet.left_out:
        yield Paragraph(words.NOT_EVERYTHING)
    if not (packet.days_with_entries or packet.is_chosen or _has_more_than_entries(packet)):
        yield Paragraph(words.NO_ENTRIES)


def _has_more_than_entries(packet: Packet) -> bool:
    """Whether something else was noted in the period: an answer, a tick, an activity or somebody reached."""
    ticked = [*(each.counts for each in packet.medicines or ()), *(each.counts for each in packet.routines or ())]
    return (
        any(each.lines for each in packet.scores or ())
        or any(counts.kept or counts.extra or counts.skipped for counts in ticked)
        or bool(packet.belonging and packet.belonging.has_any)
    )


def _section(section: Section, part: Part | None, blocks: Callable[[Part], Iterator[Block]]) -> Iterator[Block]:
    """A section with its heading; no block at all where the packet has nothing for it."""
    if part:
        yield Heading(words.HEADINGS[section])
        yield from blocks(part)


def _topics(topics: Sequence[str]) -> Iterator[Block]:
    yield Bullets(tuple(map(Item, topics)))


def _feelings(feelings: Sequence[FeelingPart]) -> Iterator[Block]:
    """The feelings noted on most days, in one line without a heading."""
    if feelings:
        yield Paragraph(mood_words.feelings((each.word, each.days) for each in feelings[:MOST_FEELINGS]))
