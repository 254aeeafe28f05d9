"""A person's first hour, from an empty home to a printed page, in a shell in a real terminal."""

import re
import subprocess
from pathlib import Path

import pytest

from support.first_hour import first_hour, page_of
from support.source import ROOT

PICTURES = ROOT / "docs" / "pictures"


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], Path]:
    """The screens of the hour by name, and the page that it ends with."""
    folder = tmp_path_factory.mktemp("hour")
    return dict(first_hour(folder)), page_of(folder)


def test_the_first_hour_ends_with_a_page_to_print_which_keeps_what_was_noted(
    hour: tuple[dict[str, str], Path],
) -> None:
    page = hour[1]
    text = subprocess.run(["pdftotext", "-layout", page, "-"], capture_output=True, text=True, check=True).stdout
    assert (page.name, page.stat().st_mode & 0o777) == ("pages-2026-11-22.pdf", 0o600)
    assert "the nights" in text
    assert "first walk in a week" not in text


def test_the_pictures_of_the_readme_are_of_this_hour(hour: tuple[dict[str, str], Path]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, screen in hour[0].items():
        for ending in ("", "-light"):
            picture = PICTURES / f"first-hour-{name}{ending}.svg"
            assert words_of_picture(picture.read_text(encoding="utf-8")) == words_of_screen(screen)
            assert f"docs/pictures/{picture.name}" in readme


def words_of_screen(screen: str) -> str:
    return "".join(re.sub(r"\x1b\[[0-9;]*m", "", screen).split())


def words_of_picture(picture: str) -> str:
    without_style = re.sub("(?s)<style>.*?</style>", "", picture)
    letters = re.sub("&#160;|<[^>]+>", " ", without_style)
    return "".join(letters.replace("&quot;", '"').replace("&#x27;", "'").replace("&amp;", "&").split())
