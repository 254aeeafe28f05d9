"""The file formats of a packet."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from carelog.domain.audience import SELF
from carelog.errors import InvalidValue

if TYPE_CHECKING:
    from carelog.documents.blocks import Document
    from carelog.documents.pdf import Paper, Pdf
    from carelog.review.packet.packet import Packet


class Format(Enum):
    """A format; the value is what is typed after --format."""

    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    CSV = "csv"
    JSON = "json"

    @property
    def ending(self) -> str:
        """The file name extension, without the dot: CSV makes several tables, which go into a zip."""
        return "zip" if self is Format.CSV else self.value

    @property
    def is_text(self) -> bool:
        """Whether the file is text and can be shown on a screen."""
        return self not in (Format.PDF, Format.CSV)


ON_PAPER = (Format.PDF, Format.HTML, Format.MARKDOWN, Format.TEXT)
"""The formats of a page that is no packet: it has no tables and no data for programs."""


def render_packet(packet: Packet, form: Format) -> bytes:
    """The packet as a file of a format; text is UTF-8, a PDF is on A4 and has no password.

    Raises NotInstalled for a PDF without the extra `pdf`.
    """
    if form is Format.PDF:
        from carelog.documents.pdf import Paper

        return packet_pdf(packet, packet.last, Paper.A4).content
    if form is Format.JSON:
        from carelog.documents.packet.json import as_json

        return as_json(packet).encode()
    if form is Format.CSV:
        from carelog.documents.packet.tables import zipped_tables

        return zipped_tables(packet)
    from carelog.documents.packet.document import document

    front_matter = _front_matter(packet).encode() if form is Format.MARKDOWN else b""
    return front_matter + render_document(document(packet), form)


def said_in(packet: Packet, form: Format) -> object:
    """All that a file of a format says of a packet, to be compared with what it says of another."""
    if form is Format.JSON:
        from carelog.documents.packet.json import as_json

        return as_json(packet)
    if form is Format.CSV:
        from carelog.documents.packet.tables import tables

        return list(tables(packet))
    from carelog.documents.packet.document import document

    return document(packet)


def render_document(page: Document, form: Format) -> bytes:
    """A document as HTML, Markdown or text. Raises InvalidValue for a format that needs a packet or paper."""
    if form is Format.HTML:
        from carelog.documents.html import html

        return html(page)
    if form is Format.MARKDOWN:
        from carelog.documents.markdown import markdown

        return markdown(page).encode()
    if form is Format.TEXT:
        from carelog.documents.plain_text import plain_text

        return plain_text(page).encode()
    raise InvalidValue("export.not-as-tables", format=form.value)


def packet_pdf(packet: Packet, day: date, paper: Paper, password: str | None = None) -> Pdf:
    """The packet as PDF with `day` as its date, encrypted if there is a password.

    Raises NotInstalled without the extra `pdf`, InvalidValue for a password that cannot be used.
    """
    from carelog.documents.packet.document import document
    from carelog.documents.pdf import pdf

    return pdf(document(packet), day, paper=paper, password=password)


def neutral_name(today: date, ending: str) -> str:
    """A file name that tells nothing to someone who sees it, as in a list of recent files."""
    return f"pages-{today}.{ending}"


def _front_matter(packet: Packet) -> str:
    """Front matter for a packet that the person makes for themselves, for note apps; empty for other audiences."""
    if packet.audience != SELF.key:
        return ""
    from carelog.documents.front_matter import front_matter

    return f"{front_matter({'from': packet.first, 'to': packet.last})}\n"
