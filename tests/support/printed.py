"""The content of a file that is handed over, as shown to a reader and as found by taking it apart."""

import subprocess
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import StreamObject

from carelog.documents.packet.formats import Format, render_packet
from carelog.review.packet.packet import Packet
from support.zips import unzipped


def words_of(content: bytes, *options: str) -> str:
    """The text of a PDF, read by poppler."""
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=content, capture_output=True, check=True)
    return done.stdout.decode()


def all_of(page: Packet, form: Format) -> str:
    """Everything in the file of a format as text: of a zip its files, of a PDF its text and all unpacked objects."""
    content = render_packet(page, form)
    if form is Format.CSV:
        members = unzipped(content)
        return "\n".join([*members, *(member.decode() for member in members.values())])
    if form is not Format.PDF:
        return content.decode()
    reader = PdfReader(BytesIO(content))
    parts = [reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1)]
    unpacked = [part.get_data().decode("latin-1") for part in parts if isinstance(part, StreamObject)]
    return "\n".join([words_of(content), content.decode("latin-1"), *map(str, parts), *unpacked])
