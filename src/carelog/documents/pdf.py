"""A document as PDF: tagged for those who listen, with its own fonts, and locked if the person wants that.

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
from carelog.wording import printing as printing_words

if TYPE_CHECKING:
    from datetime import date

    from carelog.documents.blocks import Document

_FONTS = Path(__file__).parents[1] / "data" / "fonts"
_TEMPLATE = Path(__file__).parent / "templates" / "document.typ"
_ACCESSIBLE: list[Literal["ua-1"]] = ["ua-1"]
_OF_TYPST = {"a4": "a4", "letter": "us-letter"}
_LETTER_COUNTRIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
_NOT_DRAWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_NEEDED = ("typst", "pypdf")
_REFUSED = "Typst refused the page"
"""All that is said of a fault: Typst's own message holds the person's words."""
_PANIC = "PanicException"
"""What a fault in Rust becomes, which is no Exception and has no module to import it from."""


class Paper(Enum):
    """The papers there are; the value is what is typed."""

    A4 = "a4"
    LETTER = "letter"

    @classmethod
    def of(cls, country: str) -> Paper:
        """What printers of a country hold, by the Unicode CLDR."""
        return cls.LETTER if country in _LETTER_COUNTRIES else cls.A4


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF, and the scripts (first words of their letters' names) that no font here could draw.

    `not_drawn` is None when every character is drawn, and empty when those that are not are no letters.
    """

    content: bytes
    not_drawn: tuple[str, ...] | None = None

    @property
    def remark(self) -> str:
        """What to tell the person about it; empty when all is as it should be."""
        return "" if self.not_drawn is None else printing_words.not_drawn(self.not_drawn)


def installed() -> bool:
    """Whether the extra `pdf` is there."""
    return all(map(find_spec, _NEEDED))


def check_installed() -> None:
    """Raise NotInstalled where the extra `pdf` is missing: better before the person has looked at a preview."""
    if not installed():
        raise NotInstalled(printing_words.NOT_INSTALLED)


def pdf(document: Document, day: date, *, paper: Paper = Paper.A4, password: str | None = None) -> Pdf:
    """The document as it is printed; `day` is the day in the file's facts about itself. The same input, the same bytes.

    A password locks it with AES-256; then a random number is in it, and the bytes differ each time. Raises NotInstalled
    without the extra `pdf`, InvalidValue for a password that cannot be used.
    """
    check_installed()
    from carelog.documents.pdf_password import locked, normalised
    from carelog.documents.typst_document import as_json

    opens = None if password is None else normalised(password)
    made = _laid_out(as_json(document, _OF_TYPST[paper.value], day))
    return made if opens is None else Pdf(locked(made.content, opens), made.not_drawn)


def _laid_out(document: str) -> Pdf:
    """Laid out with our own fonts, else with those of the system too, else with boxes for what nothing here can draw.

    Only our own fonts make the same page everywhere. Typst promises PDF/UA only where every character is drawn.
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
    """The scripts of the letters that Typst could not draw; None where it complains of something else."""
    quoted = _NOT_DRAWN.findall(diagnostic)
    if not quoted:
        return None
    characters = {each for found in quoted for each in _ESCAPED.sub(lambda code: chr(int(code[1], 16)), found)}
    return tuple(sorted({unicodedata.name(each).split()[0] for each in characters if each.isalpha()}))
