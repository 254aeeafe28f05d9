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


@pytest.fixture
def pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the program writes, by the name of its file."""
    return drawn(tmp_path, monkeypatch)


def test_pictures_are_made_again_the_same(
    pictures: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sorted(pictures) == sorted([*NAMES, "page.png"])
    assert drawn(tmp_path / "again", monkeypatch) == pictures


def test_pictures_show_pages_and_fetch_nothing(pictures: dict[str, bytes]) -> None:
    for name in NAMES:
        assert SHOWN[name.removesuffix(".svg").removesuffix("-light")] in words(pictures[name])
        addresses = set(re.findall(rb"https?://[^\s\"<]+", pictures[name]))
        assert addresses == {b"http://www.w3.org/2000/svg"}


def test_the_pictures_that_are_kept_are_of_this_demo(pictures: dict[str, bytes]) -> None:
    """Words are compared, because a later Rich may draw the same words in another way; of a page its size and kind."""
    kept = {name: (ROOT / "docs" / "pictures" / name).read_bytes() for name in pictures}
    assert {name: words(kept[name]) for name in NAMES} == {name: words(pictures[name]) for name in NAMES}
    assert kept["page.png"][:24] == pictures["page.png"][:24]


def drawn(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    monkeypatch.setattr(sys, "argv", ["make_pictures.py", "--to", str(folder)])
    runpy.run_path(str(PROGRAM), run_name="__main__")
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def words(picture: bytes) -> str:
    without_style = re.sub("(?s)<style>.*?</style>", "", picture.decode("utf-8"))
    return " ".join(re.sub("&#160;|<[^>]+>", " ", without_style).split())
