"""A document as PDF: tagged for screen readers (PDF/UA), with carelog's own fonts, encrypted if the person wants that.

Typst lays it out in memory; nothing is written and nothing is fetched.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from carelog.errors import NotInstalled
from carelog.wording.files import pdf as pdf_words

if TYPE_CHECKING:
    from datetime import date

    from carelog.documents.blocks import Document

_FONTS = Path(__file__).parents[1] / "data" / "fonts"
_TEMPLATE = Path(__file__).parent / "templates" / "document.typ"
_ACCESSIBLE: list[Literal["ua-1"]] = ["ua-1"]
_TYPST_PAPERS = {"a4": "a4", "letter": "us-letter"}
_LETTER_COUNTRIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
_NOT_DRAWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_LIBRARIES = ("typst", "pypdf")
_REFUSED = "Typst refused the page"
"""The whole message of an error: Typst's own message would hold the person's words."""
_PANIC = "PanicException"
"""The name of the class for a panic in Rust: a BaseException that no module exports."""


class Paper(Enum):
    """A paper size; the value is what is typed after --paper."""

    A4 = "a4"
    LETTER = "letter"

    @classmethod
    def of(cls, country: str) -> Paper:
        """The paper that a country (an ISO code) prints on, by the Unicode CLDR."""
        return cls.LETTER if country in _LETTER_COUNTRIES else cls.A4


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF, and the scripts that no font on this computer can draw.

    `not_drawn` holds the first words of those letters' Unicode names, such as CJK. It is None when every character is
    drawn, and empty when only characters other than letters are missing.
    """

    content: bytes
    not_drawn: tuple[str, ...] | None = None

    @property
    def remark(self) -> str:
        """What to tell the person about missing fonts; empty when nothing is missing."""
        return "" if self.not_drawn is None else pdf_words.not_drawn(self.not_drawn)


def installed() -> bool:
    """Whether the extra `pdf` is installed."""
    return all(map(find_spec, _LIBRARIES))


def check_installed() -> None:
    """Raise NotInstalled without the extra `pdf`; for commands, so that they can say so before they show a preview."""
    if not installed():
        raise NotInstalled("export.pdf-not-installed")


def pdf(document: Document, day: date, *, paper: Paper = Paper.A4, password: str | None = None) -> Pdf:
    """The document as PDF; `day` is the date in its metadata. The same input gives the same bytes.

    A password encrypts it with AES-256, whose random salt makes the bytes differ each time. Raises NotInstalled without
    the extra `pdf`, InvalidValue for a password that cannot be used.
    """
    check_installed()
    from carelog.documents.pdf_password import encrypted, normalised
    from carelog.documents.typst_document import as_json

    key = None if password is None else normalised(password)
    plain = _laid_out(as_json(document, _TYPST_PAPERS[paper.value], day))
    return plain if key is None else Pdf(encrypted(plain.content, key), plain.not_drawn)


def _laid_out(document: str) -> Pdf:
    """Lay the document out with carelog's fonts, else with the system's too, else with boxes for missing characters.

    Only carelog's own fonts make the same page everywhere. Typst allows PDF/UA only if every character is drawn.
    """
    from typst import TypstError

    missing: tuple[str, ...] | None = None
    for system_fonts in (False, True):
        try:
            return Pdf(_compiled(document, _ACCESSIBLE, system_fonts=system_fonts))
        except TypstError as error:
            missing = _scripts(error.diagnostic)
            if missing is None:
                raise RuntimeError(_REFUSED) from None
    return Pdf(_compiled(document, [], system_fonts=True), missing)


def _compiled(document: str, standards: list[Literal["ua-1"]], *, system_fonts: bool) -> bytes:
    import typst

    try:
        return typst.compile(
            _TEMPLATE.read_bytes(),
            font_paths=typst.Fonts(
                include_system_fonts=system_fonts, include_embedded_fonts=False, font_paths=[_FONTS]
            ),
            format="pdf",
            sys_inputs={"document": document},
            pdf_standards=[*standards],
            timestamp=0,
        )
    except BaseException as error:
        if type(error).__name__ == _PANIC:
            raise RuntimeError(_REFUSED) from None
        raise


def _scripts(diagnostic: str) -> tuple[str, ...] | None:
    """The scripts of the letters that Typst could not draw; None when its error is about something else."""
    quoted = _NOT_DRAWN.findall(diagnostic)
    if not quoted:
        return None
    characters = {each for text in quoted for each in _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)}
    return tuple(sorted({unicodedata.name(each).split()[0] for each in characters if each.isalpha()}))
