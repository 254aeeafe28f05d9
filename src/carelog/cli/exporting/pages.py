"""The pages of a choice: their preview, and what was to be taken off them and is not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from carelog.cli.exporting.choice import Choice, build_packet
from carelog.cli.exporting.preview import Preview
from carelog.cli.exporting.unmet import NOTHING_UNMET, Unmet, unmet

if TYPE_CHECKING:
    from carelog.journal import Journal
    from carelog.review.packet.packet import Packet
    from carelog.review.packet.redaction import Strike


def preview_of_pages(journal: Journal, choice: Choice, cost: Callable[[Packet], str]) -> Preview:
    """Every line of the pages of a choice; `cost` says what making a page takes, if that is much."""
    from carelog.documents.packet.preview import preview
    from carelog.review.packet.redaction import Strike

    strike = Strike(choice.struck_words)
    previews: list[str] = []
    for each in choice.pages():
        page, stays = build_packet(journal, each, strike)
        previews += filter(None, [preview(page, stays), cost(page)])
    return Preview("\n".join(previews), _unmet(journal, choice, strike).sentences())


def unmet_on_pages(journal: Journal, choice: Choice) -> Unmet:
    """What of a choice is on none of its pages."""
    from carelog.review.packet.redaction import Strike

    if not choice.takes_off:
        return NOTHING_UNMET
    strike = Strike(choice.struck_words)
    if choice.struck_words:
        for each in choice.pages():
            build_packet(journal, each, strike)
    return _unmet(journal, choice, strike)


def _unmet(journal: Journal, choice: Choice, strike: Strike) -> Unmet:
    def quoted_of(choice: Choice) -> object:
        """What topics refer to, which may be of any day."""
        return [build_packet(journal, each)[0].marked for each in choice.pages()]

    return unmet(journal, choice, strike, choice.audience.contents(choice.include), quoted_of)
