"""The colours of pages, by the names of the styles that use them.

The five mood levels go from violet to amber, each lighter than the one below it, so that their order is visible in grey
too. They stay distinct with colour blindness, and none is red; every level also has a shape of its own. The contrast
ratio (WCAG 2) is at least 4.5 on the theme's own background; AUTO cannot know the background and reaches 3 on both
black and white.
"""

from __future__ import annotations

from rich.color import Color, ColorSystem
from rich.style import Style
from rich.theme import Theme as Styles

from carelog.settings import Theme

LEVELS = {
    Theme.DARK: ("#9a7cf0", "#7fabe0", "#3fcfb8", "#b0dc55", "#f5e08c"),
    Theme.LIGHT: ("#43128a", "#1b4288", "#005c5e", "#46641a", "#9c6700"),
    Theme.AUTO: ("#7636d6", "#3c6cc8", "#009178", "#66963a", "#bf880c"),
}
LEVELS_OF_256 = {
    Theme.DARK: ("#af87ff", "#87afd7", "#5fd7af", "#afd75f", "#ffd787"),
    Theme.LIGHT: ("#8700ff", "#005fd7", "#00875f", "#5f5f00", "#875f00"),
    Theme.AUTO: ("#8700d7", "#005faf", "#008787", "#878700", "#af875f"),
}
"""The same for terminals with 256 colours; to some eyes the two highest levels of LIGHT differ by their shapes only."""

QUIET = {Theme.DARK: "#9a9a9a", Theme.LIGHT: "#666666", Theme.AUTO: "#808080"}
_EXACT_ENOUGH = {"256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}


def palette(theme: Theme, color_system: str | None) -> Styles:
    """The styles of a theme for one of Rich's colour systems.

    Terminals with 16 colours get no colours: each person sets what those look like, and some would be unreadable.
    """
    table = LEVELS_OF_256 if color_system == "256" else LEVELS
    levels = {f"mood.{level}": color for level, color in enumerate(table[theme], start=1)}
    colors = {**levels, "kept": levels["mood.3"], "bar.pulse": levels["mood.2"]}
    colors |= {"bar.complete": levels["mood.2"], "bar.finished": levels["mood.3"]}
    colors |= {"quiet": QUIET[theme], "bar.back": QUIET[theme]}
    styles = {name: Style(color=_color(color, color_system)) for name, color in colors.items()}
    return Styles({**styles, "heading": Style(bold=True)})


def _color(color: str, color_system: str | None) -> Color | None:
    """A colour as the colour system can show it, if it has enough colours.

    Rich caches the escape sequence of a style for all consoles, so the colour is converted before the style is made.
    """
    system = _EXACT_ENOUGH.get(color_system or "")
    return Color.parse(color).downgrade(system) if system else None
