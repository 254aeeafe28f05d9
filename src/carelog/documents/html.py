"""A document as one HTML file without scripts or requests, made for screen readers, printing and dark mode."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelog.documents.html_environment import render_template
from carelog.wording.pages import charts as charts_words

if TYPE_CHECKING:
    from markupsafe import Markup

    from carelog.documents.blocks import Chart, Document

_TITLE_AND_DESCRIPTION = re.compile(r' role="img" aria-label="[^"]*"><title>.*?</title><desc>.*?</desc>', re.DOTALL)


def html(document: Document) -> bytes:
    """The whole document, UTF-8. Everything that the person wrote is escaped."""
    return render_template("document.html.j2", document=document, kind=_kind, drawing=_drawing, charts=charts_words)


def _kind(block: object) -> str:
    """The name of a block's class as the template knows it."""
    return type(block).__name__.lower()


def _drawing(chart: Chart) -> Markup:
    """The SVG of a chart, hidden from screen readers: the figure has its caption and table for them."""
    from markupsafe import Markup

    return Markup(_TITLE_AND_DESCRIPTION.sub(' aria-hidden="true" focusable="false">', chart.svg, count=1))  # noqa: S704 - drawn and escaped by canvas.py
