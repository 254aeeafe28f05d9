"""The colours are legible and distinct for most eyes on most terminals."""

import itertools

import pytest
from rich.color import ColorType

from carelog.settings import Theme
from carelog.terminal.palette import LEVELS, LEVELS_OF_256, QUIET, palette
from carelog.terminal.palette import contrast as palette_contrast

BACKGROUNDS = {
    Theme.DARK: ("#000000", "#1e1e1e", "#300a24", "#002b36"),
    Theme.LIGHT: ("#ffffff", "#fdf6e3"),
}
THEMES = tuple(BACKGROUNDS)
# How eyes without one kind of cones see a colour, in linear RGB: Machado, Oliveira and Fernandes (2009).
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
NOTICEABLE = 10  # CIE 1976 colour difference; about 2 is visible side by side


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_legible_on_the_backgrounds_of_its_theme(theme: Theme) -> None:
    for color, background in itertools.product([*LEVELS[theme], QUIET[theme]], BACKGROUNDS[theme]):
        assert contrast(color, background) >= 4.5, (color, background)
        assert palette_contrast(color, background) == pytest.approx(contrast(color, background))


@pytest.mark.parametrize("theme", THEMES)
def test_with_256_colours_they_are_as_legible(theme: Theme) -> None:
    for style in palette(theme, "256").styles.values():
        if style.color is not None and style.color.type is ColorType.EIGHT_BIT:
            color = style.color.get_truecolor().hex
            assert all(contrast(color, background) >= 4.5 for background in BACKGROUNDS[theme]), color


@pytest.mark.parametrize("levels", [*LEVELS.items(), *LEVELS_OF_256.items()], ids=str)
def test_the_worst_days_are_neither_the_darkest_nor_those_that_stand_out_most(
    levels: tuple[Theme, tuple[str, ...]],
) -> None:
    theme, colors = levels
    assert luminance(colors[0]) > min(map(luminance, colors[1:]))
    prominent = [contrast(color, BACKGROUNDS[theme][0]) for color in colors]
    assert prominent[0] < max(prominent[1:])


@pytest.mark.parametrize("theme", THEMES)
def test_the_middle_is_the_quietest(theme: Theme) -> None:
    prominent = [contrast(color, BACKGROUNDS[theme][0]) for color in LEVELS[theme]]
    assert prominent[2] == min(prominent)


@pytest.mark.parametrize("colors", ["256", "truecolor"])
def test_where_the_background_is_not_known_there_are_no_colours(colors: str) -> None:
    styles = palette(Theme.AUTO, colors).styles
    assert not [name for name in (*(f"mood.{level}" for level in range(1, 6)), "kept", "quiet") if styles[name].color]
    assert styles["heading"].bold


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("theme", THEMES)
def test_levels_stay_apart_for_eyes_that_tell_few_colours_from_each_other(theme: Theme, eyes: str) -> None:
    seen = [
        lab(tuple(sum(a * b for a, b in zip(row, linear(color), strict=True)) for row in EYES[eyes]))
        for color in LEVELS[theme]
    ]
    for one, other in itertools.combinations(seen, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= NOTICEABLE


@pytest.mark.parametrize("theme", THEMES)
def test_no_level_is_red(theme: Theme) -> None:
    for color in LEVELS[theme]:
        red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
        assert red < 1.8 * max(green, blue)


@pytest.mark.parametrize("colors", [None, "standard", "windows"])
def test_a_terminal_with_few_colours_keeps_its_own(colors: str | None) -> None:
    assert not [
        name for name, style in palette(Theme.DARK, colors).styles.items() if name.startswith("mood.") and style.color
    ]


def linear(color: str) -> tuple[float, ...]:
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def luminance(color: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(color), strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def lab(color: tuple[float, ...]) -> tuple[float, float, float]:
    red, green, blue = (min(max(part, 0.0), 1.0) for part in color)
    x, y, z = (
        part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
        for part in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
