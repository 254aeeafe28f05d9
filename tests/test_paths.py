"""Everything is where the person or the platform wants it, and asking for a place makes none."""

from pathlib import Path

import platformdirs
import pytest

from carelog.paths import Paths, system_paths

PLACES = ("journal", "card", "backups", "drafts", "settings")


def test_carelog_home_is_one_folder_with_everything_in_it(home: Path) -> None:
    paths = system_paths()
    assert {place: getattr(paths, place).relative_to(home).as_posix() for place in PLACES} == {
        "journal": "journal.db",
        "card": "card.txt",
        "backups": "backups",
        "drafts": "drafts",
        "settings": "settings.toml",
    }


@pytest.mark.parametrize("variables", [{}, {"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config"}])
def test_without_it_things_are_where_the_platform_has_them(
    variables: dict[str, str], isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, folder in variables.items():
        monkeypatch.setenv(name, str(isolated / folder))
    paths = system_paths()
    assert paths.data == Path(platformdirs.user_data_dir("carelog", appauthor=False))
    assert paths.config == Path(platformdirs.user_config_dir("carelog", appauthor=False))
    assert paths.data.is_relative_to(isolated)


def test_asking_for_places_makes_none(home: Path) -> None:
    for paths in (system_paths(), Paths.inside(home)):
        assert not [place for place in PLACES if getattr(paths, place).exists()]
    assert not home.exists()


@pytest.mark.parametrize(
    ("given", "below"),
    [("~", ""), ("~/journal", "journal"), ("journal", "here/journal"), ("./a/../journal", "here/journal")],
)
def test_a_home_that_is_no_whole_path_is_made_one(
    given: str, below: str, isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(isolated))
    monkeypatch.setenv("CARELOG_HOME", given)
    (isolated / "here").mkdir()
    monkeypatch.chdir(isolated / "here")
    assert system_paths().data == isolated / below


def test_a_relative_home_in_a_folder_that_is_gone_stays_as_it_is(
    isolated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (isolated / "gone").mkdir()
    monkeypatch.chdir(isolated / "gone")
    (isolated / "gone").rmdir()
    monkeypatch.setenv("CARELOG_HOME", "journal")
    assert system_paths().data == Path("journal")
