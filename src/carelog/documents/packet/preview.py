"""The preview of a packet before it is written: every line that goes out, and in numbers what stays here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from carelog.documents.packet.document import document
from carelog.documents.plain_text import plain_text
from carelog.wording.files import export as export_words

if TYPE_CHECKING:
    from carelog.review.packet.packet import Packet, StaysHere

_RULE = "-" * 40


def preview(packet: Packet, stays: StaysHere) -> str:
    """The preview as text. It is for the terminal alone: others should not learn how much is private."""
    heading = export_words.goes_in(packet.audience, packet.first, packet.last)
    stay = [f"  {each}" for each in (*_what_stays(stays), export_words.ALWAYS_STAYS)]
    urgent = [export_words.NOT_READ_BEFORE, ""] if packet.safety and packet.safety.answers else []
    page = plain_text(document(packet)).rstrip("\n")
    return "\n".join([heading, _RULE, page, _RULE, "", export_words.STAYS, *stay, "", *urgent])


def _what_stays(stays: StaysHere) -> Iterator[str]:
    if stays.notes:
        yield export_words.notes_stay(stays.notes)
    if stays.private_entries:
        yield export_words.private_stay(stays.private_entries)
    if stays.struck:
        yield export_words.struck(stays.struck)
    if stays.contacts:
        yield export_words.contacts_stay(stays.contacts)
