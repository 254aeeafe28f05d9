"""The preview of a packet before it is written: every line that goes out, and in numbers what stays here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from carelog.documents.packet.document import document
from carelog.documents.plain_text import plain_text
from carelog.domain.audience import Section
from carelog.wording import days as days_words
from carelog.wording.counts import counted
from carelog.wording.files import export as export_words

if TYPE_CHECKING:
    from carelog.review.packet.packet import Packet, StaysHere

_RULE = "-" * 40


def preview(packet: Packet, stays: StaysHere) -> str:
    """The preview as text. It is for the terminal alone: others should not learn how much is private."""
    heading = f"A page for {packet.audience}, {days_words.from_to(packet.first, packet.last)}. {export_words.GOES_IN}"
    stay = [f"  {each}" for each in (*_what_stays(stays), export_words.ALWAYS_STAYS)]
    urgent = [export_words.NOT_READ_BEFORE, ""] if packet.safety and packet.safety.answers else []
    page = plain_text(document(packet)).rstrip("\n")
    return "\n".join([heading, _RULE, page, _RULE, "", export_words.STAYS, *stay, "", *urgent])


def sections(packet: Packet) -> list[Section]:
    """The sections that were not left out."""
    return [section for section in Section if section.value not in packet.left_out]


def _what_stays(stays: StaysHere) -> Iterator[str]:
    if stays.notes:
        yield f"{counted(stays.notes, 'note')} (to take them along: --include notes)"
    if stays.private_entries:
        private = counted(stays.private_entries, "private entry", "private entries")
        yield f"{private}, not counted anywhere on the page"
    if stays.struck:
        yield f"{counted(stays.struck, 'entry', 'entries')} struck for this page"
    if stays.contacts:
        yield counted(stays.contacts, "contact")
