"""The whole matrix in a locked home: none of its words can be read in any file, even after errors."""

from pathlib import Path

import pytest

from carelog.journal.backup.integrity import verify_journal
from carelog.journal.keys.key_ring import forget_keys
from carelog.journal.lock.lock import unlock
from reliability.matrix import LOCKED, PLANTED, Happened, environment_of, furnish
from reliability.same_process import walk_forked
from support.locks import PASSPHRASE, files_with, forget

TICKED = {"5550147"}
"""What the card of a locked home shows by default: the number of somebody on it."""


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Happened, ...]]:
    """The folder in which the matrix was run, and its results."""
    place = tmp_path_factory.mktemp("locked")
    desk = place / "desk"
    variables = environment_of(place, place / "carelog", desk)
    furnish(desk)
    happened = tuple(walk_forked(LOCKED, desk, variables))
    forget(place / "carelog")
    return place, happened


@pytest.mark.slow
def test_every_command_ends_as_it_does_in_a_plain_home(life: tuple[Path, tuple[Happened, ...]]) -> None:
    _, happened = life
    assert [str(each) for each in happened if each.exit_code != each.step.exit_code] == []
    assert [str(each) for each in happened if "Traceback" in each.stdout + each.stderr] == []


@pytest.mark.slow
@pytest.mark.parametrize("word", PLANTED)
def test_no_word_is_readable_but_what_was_ticked(life: tuple[Path, tuple[Happened, ...]], word: str) -> None:
    place, happened = life
    assert any(word in each.step.line + each.step.typed for each in happened) or word == "larkspur"
    assert files_with(word, place / "carelog") == (["card.txt"] if word in TICKED else [])
    others = (place / "desk" / "stick", place / "person", place / "tmp", place / "run")
    assert [files_with(word, other) for other in others] == [[]] * len(others)


@pytest.mark.slow
def test_all_of_it_is_there_for_who_has_the_passphrase(life: tuple[Path, tuple[Happened, ...]]) -> None:
    place, _ = life
    try:
        unlock(place / "carelog" / "carelog-keys", PASSPHRASE)
        files = [place / "carelog" / "journal.db", *(place / "carelog" / "backups").glob("*.db")]
        files += (place / "desk" / "stick").glob("*.db")
        assert len(files) > 3
        assert all(verify_journal(path)["entries"] >= 0 for path in files)
    finally:
        forget_keys()
