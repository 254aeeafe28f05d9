"""The colours of pages, by the names of the styles that use them: a set for dark windows, and one for light ones.

The five mood levels go from violet over blue, grey-green and green to yellow, or to amber on white. The middle is the
quietest; the lowest is neither the darkest nor the one that stands out most, and none is red. They stay distinct with
colour blindness, and every level also has a shape of its own. The contrast ratio (WCAG 2.2, 1.4.3) is at least 4.5 on
black, #1e1e1e, #300a24 and #002b36, or on white and #fdf6e3; one set for all would reach 3.9. So AUTO, where the
background is not known, has no colours but the terminal's own.
"""

from __future__ import annotations

from rich.color import Color, ColorSystem
from rich.style import Style
from rich.theme import Theme as Styles

from carelog.settings import Theme

LEVELS = {
    Theme.DARK: ("#dcc0ff", "#74a8ea", "#6fb090", "#b4dc5a", "#ffeaa0"),
    Theme.LIGHT: ("#6d2a9c", "#1f6bc4", "#2e7868", "#1f4a00", "#8f5500"),
}
LEVELS_OF_256 = {
    Theme.DARK: ("#d7afff", "#5f87ff", "#5fafaf", "#afd75f", "#ffffaf"),
    Theme.LIGHT: ("#8700d7", "#005faf", "#005f5f", "#005f00", "#875f00"),
}
"""The same for terminals with 256 colours; to some eyes neighbours of LIGHT differ by their shapes only."""

QUIET = {Theme.DARK: "#9a9a9a", Theme.LIGHT: "#666666"}
LEAST_CONTRAST = 4.5
"""The least contrast ratio of text that WCAG 2.2 asks for (1.4.3, level AA)."""

_NAMES = (*(f"mood.{level}" for level in range(1, 6)), "kept", "quiet")
_BAR_WITHOUT_COLORS = {
    **dict.fromkeys(("bar.pulse", "bar.complete", "bar.finished"), Style(bold=True)),
    "bar.back": Style(dim=True),
}
_EXACT_ENOUGH = {"256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}


def palette(theme: Theme, color_system: str | None) -> Styles:
    """The styles of a theme for one of Rich's colour systems.

    Terminals with 16 colours get no colours: each person sets what those look like, and some would be unreadable. AUTO
    has none either.
    """
    if theme is Theme.AUTO:
        return Styles({**dict.fromkeys(_NAMES, Style()), **_BAR_WITHOUT_COLORS, "heading": Style(bold=True)})
    table = LEVELS_OF_256 if color_system == "256" else LEVELS
    levels = {f"mood.{level}": color for level, color in enumerate(table[theme], start=1)}
    colors = {**levels, "kept": levels["mood.3"], "bar.pulse": levels["mood.2"]}
    colors |= {"bar.complete": levels["mood.2"], "bar.finished": levels["mood.3"]}
    colors |= {"quiet": QUIET[theme], "bar.back": QUIET[theme]}
    styles = {name: Style(color=_color(color, color_system)) for name, color in colors.items()}
    return Styles({**styles, "heading": Style(bold=True)})


def is_legible(theme: Theme, background: str) -> bool:
    """Whether every colour of a theme has enough contrast on a background such as #1e1e1e."""
    colors = (*LEVELS[theme], *LEVELS_OF_256[theme], QUIET[theme])
    return all(contrast(color, background) >= LEAST_CONTRAST for color in colors)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours such as #1e1e1e, from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    """The relative luminance of a colour, from 0 for black to 1 for white, as WCAG 2.2 defines it."""
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _color(color: str, color_system: str | None) -> Color | None:
    """A colour as the colour system can show it, if it has enough colours.

    Rich caches the escape sequence of a style for all consoles, so the colour is converted before the style is made.
    """
    system = _EXACT_ENOUGH.get(color_system or "")
    return Color.parse(color).downgrade(system) if system else None
