"""A page as an SVG image, for the documentation."""

from __future__ import annotations

import io

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from carelog.settings import Theme
from carelog.terminal.page import Page
from carelog.terminal.palette import palette

_ANSI = [(0, 0, 0), (170, 60, 60), (60, 140, 60), (170, 130, 40), (60, 90, 170), (130, 70, 150), (40, 140, 140)]
_PAPER = {
    Theme.DARK: TerminalTheme((24, 26, 31), (222, 222, 222), [*_ANSI, (222, 222, 222)]),
    Theme.LIGHT: TerminalTheme((252, 251, 247), (34, 34, 34), [*_ANSI, (34, 34, 34)]),
}
_FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 12 {width} {height}" role="img">
<style>
.{unique_id}-matrix {{ font: {char_height}px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{height}"/></clipPath>
{lines}
</defs>
<rect y="12" width="{width}" height="{height}" rx="10" fill="PAPER"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's SVG template without the window frame, its buttons and its web font."""


def svg(page: Page, *, columns: int, theme: Theme = Theme.DARK) -> str:
    """The page as SVG, as it looks on a terminal `columns` wide. AUTO is drawn on a dark background."""
    paper = _PAPER[Theme.LIGHT if theme is Theme.LIGHT else Theme.DARK]
    console = Console(
        file=io.StringIO(),
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=True,
        force_jupyter=False,
        color_system="truecolor",
        no_color=False,
        legacy_windows=False,
        width=columns,
        record=True,
    )
    console.push_theme(palette(theme, console.color_system))
    console.print(page)
    frame = _FRAME.replace("PAPER", paper.background_color.hex)
    return console.export_svg(title="", theme=paper, code_format=frame, unique_id="carelog")
