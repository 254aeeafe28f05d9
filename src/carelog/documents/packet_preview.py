"""What the person sees before a packet is written: what goes out in numbers, and what stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from carelog.domain.audience import Section
from carelog.wording import days as days_words
from carelog.wording import sharing as sharing_words

if TYPE_CHECKING:
    from carelog.review.packet import Packet, StaysHere


def preview(packet: Packet, stays: StaysHere) -> str:
    """The lines of the preview, for the terminal alone: how much is private is nobody else's to know."""
    heading = f"A page for a {packet.audience}, {days_words.from_to(packet.first, packet.last)}."
    goes = [f"  {sharing_words.HEADINGS[section]}: {content}" for section, content in sections(packet) if content]
    stay = [f"  {each}" for each in (*staying(stays), sharing_words.ALWAYS_STAYS)]
    left_out = ", ".join(sharing_words.HEADINGS[Section(each)].lower() for each in packet.left_out)
    named = [f"  The page says what is left out: {left_out}"] if left_out else []
    return "\n".join([heading, "", sharing_words.GOES_IN, *goes, *named, "", sharing_words.STAYS, *stay, ""])


def sections(packet: Packet) -> Iterator[tuple[Section, str]]:
    """Each section that is on the page and what there is of it; empty where there is nothing."""
    yield Section.NAME, packet.name
    if packet.mood is not None:
        whole = packet.mood.whole.numbers
        yield Section.MOOD, f"{sharing_words.counted(whole.days, 'day')} of {whole.of}, by week" if whole.days else ""
    if packet.trackers is not None:
        yield Section.TRACKERS, ", ".join(each.name for each in packet.trackers)
    if packet.medicines is not None:
        yield Section.MEDICINES, ", ".join(each.name for each in packet.medicines)
    if packet.routines is not None:
        yield Section.ROUTINES, ", ".join(each.name for each in packet.routines)
    if packet.rated_days is not None:
        shown = len(packet.rated_days.lowest) + len(packet.rated_days.highest)
        yield Section.DAYS, sharing_words.counted(shown, "day") if shown else ""
    if packet.feelings is not None:
        yield Section.FEELINGS, ", ".join(each.word for each in packet.feelings)
    if packet.notes is not None:
        count = sum(len(each.notes) for each in packet.notes)
        yield Section.NOTES, f"{sharing_words.counted(count, 'note')} in full" if count else ""


def staying(stays: StaysHere) -> Iterator[str]:
    """What of the period stays on this computer, in numbers."""
    if stays.notes:
        yield f"{sharing_words.counted(stays.notes, 'note')} (to take them along: --include notes)"
    if stays.private_entries:
        private = sharing_words.counted(stays.private_entries, "private entry", "private entries")
        yield f"{private}, not counted anywhere on the page"
    if stays.contacts:
        yield sharing_words.counted(stays.contacts, "contact")
