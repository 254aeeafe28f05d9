"""Where no settings file can be, or none can be looked at, nothing that a person needs is refused for it."""

import sys
from pathlib import Path

import pytest

from support.written import written

OUT_OF_REACH = {"a file in place of the folder": "file", "a link to itself": "loop"}


@pytest.mark.parametrize("how", OUT_OF_REACH.values(), ids=OUT_OF_REACH)
@pytest.mark.parametrize("words", [["mood", "4", "hi"], ["note", "hi"], ["due"], ["today", "--plain"], ["reach"]])
def test_what_is_asked_for_is_done(tmp_path: Path, how: str, words: list[str]) -> None:
    folder = tmp_path / "config"
    if how == "loop":
        folder.symlink_to(folder)
    else:
        folder.touch()
    variables = {"CARELOG_HOME": None, "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(tmp_path / "data")}
    for _ in range(2):
        number, out, said = written([sys.executable, "-m", "carelog", *words], variables)
        assert number == 0, said
        assert out or said == b"Nothing is due.\n"
