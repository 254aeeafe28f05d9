"""The formats of a packet, and the neutral names of its files."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from carelog.domain.audience import SELF

if TYPE_CHECKING:
    from carelog.documents.pdf import Paper, Pdf
    from carelog.review.packet.packet import Packet


class Format(Enum):
    """The formats there are; the value is what is typed, and how the file's name ends unless that is a zip."""

    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    CSV = "csv"
    JSON = "json"

    @property
    def ending(self) -> str:
        """How a file of it is called at the end: several tables are a zip."""
        return "zip" if self is Format.CSV else self.value

    @property
    def is_text(self) -> bool:
        """Whether it can be shown on a screen."""
        return self not in (Format.PDF, Format.CSV)


def rendered(packet: Packet, form: Format) -> bytes:
    """The packet in a format, UTF-8; as PDF on A4 and open to all.

    Raises NotInstalled for a PDF without the extra `pdf`.
    """
    if form is Format.PDF:
        from carelog.documents.pdf import Paper

        return printed(packet, packet.last, Paper.A4).content
    if form is Format.JSON:
        from carelog.documents.packet.json import as_json

        return as_json(packet).encode()
    if form is Format.CSV:
        from carelog.documents.packet.tables import zipped_tables

        return zipped_tables(packet)
    from carelog.documents.packet.document import document

    page = document(packet)
    if form is Format.HTML:
        from carelog.documents.html import html

        return html(page)
    if form is Format.MARKDOWN:
        from carelog.documents.markdown import markdown

        return (_properties(packet) + markdown(page)).encode()
    from carelog.documents.plain_text import plain_text

    return plain_text(page).encode()


def _properties(packet: Packet) -> str:
    """What note apps sort a page by, before one for oneself; others read the page, and would only wonder."""
    if packet.audience != SELF.key:
        return ""
    from carelog.documents.front_matter import front_matter

    return f"{front_matter({'from': packet.first, 'to': packet.last})}\n"


def printed(packet: Packet, day: date, paper: Paper, password: str | None = None) -> Pdf:
    """The packet as PDF, made on a day.

    Raises NotInstalled without the extra `pdf`, InvalidValue for a password that cannot be used.
    """
    from carelog.documents.packet.document import document
    from carelog.documents.pdf import pdf

    return pdf(document(packet), day, paper=paper, password=password)


def neutral_name(today: date, ending: str) -> str:
    """A file name that says nothing to whoever looks over a shoulder or at a list of recent files."""
    return f"pages-{today}.{ending}"
