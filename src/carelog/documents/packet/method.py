"""How the numbers on a page are made and how it is to be read: nothing about numbers that it does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.files import packet as words

if TYPE_CHECKING:
    from carelog.review.packet.packet import Packet


def method(packet: Packet) -> tuple[str, ...]:
    """The sentences in small print at the end of a page."""
    return words.method(moods=packet.has_moods, readings=bool(packet.trackers))
