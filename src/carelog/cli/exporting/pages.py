"""The pages of a choice as they are shown and written, and what was to be taken off them and is not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from carelog.cli.exporting.preview import Preview
from carelog.cli.exporting.struck_words import told_of_struck
from carelog.cli.exporting.unmet import Unmet, unmet
from carelog.documents.packet.document import document
from carelog.documents.packet.formats import said_in
from carelog.documents.plain_text import plain_text
from carelog.review.packet.packet import packet, stays_here
from carelog.review.packet.redaction import Strike

if TYPE_CHECKING:
    from carelog.cli.exporting.choice import Choice
    from carelog.cli.exporting.page_format import PageFormat
    from carelog.journal import Journal
    from carelog.review.packet.packet import Packet, StaysHere


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page of a choice: `whole` before words are struck, `packet` as it leaves, and how much stays here."""

    choice: Choice
    whole: Packet
    packet: Packet
    stays: StaysHere


def made_pages(journal: Journal, choice: Choice) -> tuple[MadePage, ...]:
    """The page of a choice, or one for each year."""
    return tuple(_made(journal, each) for each in choice.pages())


def preview_of_pages(journal: Journal, choice: Choice, page_format: PageFormat) -> Preview[tuple[MadePage, ...]]:
    """Every line of the pages of a choice, with what making them takes, if that is much."""
    from carelog.documents.packet.preview import preview

    pages = made_pages(journal, choice)
    texts = [text for each in pages for text in (preview(each.packet, each.stays), page_format.cost(each.packet))]
    missed = unmet_on_pages(journal, choice, pages, page_format)
    told = told_of_struck(choice.struck_words, [each.whole for each in pages], partial(_text_with, pages))
    return Preview(pages, "\n".join(filter(None, texts)), [*told, *missed.sentences()])


def unmet_on_pages(journal: Journal, choice: Choice, pages: Sequence[MadePage], page_format: PageFormat) -> Unmet:
    """What of a choice is on none of its pages, in their format."""

    def says(strike: Strike) -> object:
        return [said_in(strike.page(each.whole), page_format.form) for each in pages]

    def quoted_of(choice: Choice) -> object:
        """What topics refer to, which may be of any day."""
        return [_whole(journal, each).marked for each in choice.pages()]

    return unmet(journal, choice, choice.audience.contents(choice.include), says, quoted_of)


def _text_with(pages: Sequence[MadePage], strike: Strike) -> str:
    return "\n".join(plain_text(document(strike.page(each.whole))) for each in pages)


def _made(journal: Journal, choice: Choice) -> MadePage:
    whole = _whole(journal, choice)
    return MadePage(
        choice, whole, Strike(choice.struck_words).page(whole), stays_here(journal, whole, choice.struck_entries)
    )


def _whole(journal: Journal, choice: Choice) -> Packet:
    return packet(
        journal,
        choice.period,
        choice.audience,
        include=choice.include,
        leave_out=choice.leave_out,
        without=choice.struck_entries,
        ask=choice.ask,
        say_left_out=choice.say_left_out,
    )
