"""A document as one HTML file: no script, no request, made to be read aloud, printed and read in the dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelog.documents.html_environment import rendered

if TYPE_CHECKING:
    from markupsafe import Markup

    from carelog.documents.blocks import Chart, Document

_TITLE_AND_DESCRIPTION = re.compile(r' role="img" aria-label="[^"]*"><title>.*?</title><desc>.*?</desc>', re.DOTALL)


def html(document: Document) -> bytes:
    """The whole document, UTF-8. The person's words are text in it and nothing else."""
    return rendered("document.html.j2", document=document, kind=_kind, drawing=_drawing)


def _kind(block: object) -> str:
    """What a block is called in the template."""
    return type(block).__name__.lower()


def _drawing(chart: Chart) -> Markup:
    """Our own SVG, hidden from those who hear the page: the figure says it in words and has it as a table."""
    from markupsafe import Markup

    return Markup(_TITLE_AND_DESCRIPTION.sub(' aria-hidden="true" focusable="false">', chart.svg, count=1))  # noqa: S704 - drawn and escaped by canvas.py
