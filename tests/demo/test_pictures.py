"""The pictures of the documentation can be made again by anybody, and show what the program shows."""

import re
import runpy
import sys
from pathlib import Path

import pytest

from support.source import ROOT

PROGRAM = ROOT / "scripts" / "make_pictures.py"
SHOWN = {
    "today": "Medicine",
    "week": "Medicine",
    "plan": "Maya",
    "streaks": "Medicine",
    "trends": "sleep",
    "calendar": "Mon",
    "insights": "Walk",
}
NAMES = sorted(f"{page}{paper}.svg" for page in SHOWN for paper in ("", "-light"))


def test_pictures_are_made_again_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = drawn(tmp_path / "first", monkeypatch), drawn(tmp_path / "second", monkeypatch)
    assert sorted(first) == NAMES
    assert first == second


def test_pictures_show_pages_and_fetch_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = drawn(tmp_path, monkeypatch)
    for name in NAMES:
        text = re.sub("&#160;|<[^>]+>", " ", pictures[name])
        assert SHOWN[name.removesuffix(".svg").removesuffix("-light")] in text
        addresses = set(re.findall(r"https?://[^\s\"<]+", pictures[name]))
        assert addresses == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize("name", NAMES)
def test_the_pictures_that_are_kept_are_of_this_demo(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their words are compared, because a later Rich may draw the same words in another way."""
    kept = (ROOT / "docs" / "pictures" / name).read_text("utf-8")
    assert words(kept) == words(drawn(tmp_path, monkeypatch)[name])


def test_the_page_for_a_therapist_is_drawn_as_large_as_the_one_that_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its letters are pixels, and another poppler may set them otherwise: the size and the kind are compared."""
    drawn(tmp_path, monkeypatch)
    kept, again = ((folder / "page.png").read_bytes()[:24] for folder in (ROOT / "docs" / "pictures", tmp_path))
    assert kept.startswith(b"\x89PNG")
    assert kept == again


def drawn(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.setattr(sys, "argv", ["make_pictures.py", "--to", str(folder)])
    runpy.run_path(str(PROGRAM), run_name="__main__")
    return {path.name: path.read_text("utf-8") for path in folder.glob("*.svg")}


def words(picture: str) -> list[str]:
    return re.sub("&#160;|<[^>]+>", " ", re.sub("(?s)<style>.*?</style>", "", picture)).split()
