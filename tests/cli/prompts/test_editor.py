"""Notes from the person's own editor: the draft is private, is removed when it was saved, and survives an error."""

import shutil
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.paths import system_paths
from support.command import Terminal

Say = Callable[..., Any]
WORDS = "what nobody else may read"


@pytest.fixture
def edit(terminal: Callable[..., Terminal], isolated: Path) -> Callable[..., tuple[int, str]]:
    """`edit("note", editor="…")`: the exit number and the screen, with a Python program as editor.

    The program has the path of the draft as `draft` and the words of its command line as `words`.
    """

    def run(*words: str, editor: str, name: str = "editor", **env: str) -> tuple[int, str]:
        program = isolated / name
        program.write_text(
            f"#!{sys.executable}\nimport os, signal, sys\nfrom pathlib import Path\n"
            f"words = sys.argv[1:]\ndraft = Path(words[-1])\n{editor}\n"
        )
        program.chmod(0o700)
        return terminal(*words, env={"EDITOR": str(program), **env}).finish()

    return run


@pytest.fixture
def drafts(isolated: Path, home: Path) -> Callable[[], list[Path]]:
    """The drafts that are left in the home or in memory."""
    return lambda: [path for place in (isolated, home) for path in place.rglob("draft*") if path.is_file()]


def test_what_was_written_is_noted_and_no_draft_stays(edit: Say, drafts: Say, data: Say) -> None:
    code, screen = edit("mood", "3", "begun", "--edit", editor=f"draft.write_text(draft.read_text() + '\\n{WORDS}\\n')")
    assert (code, WORDS in screen) == (0, False)
    assert data("show", "last")["entry"]["note"] == f"begun\n{WORDS}"
    assert drafts() == []


def test_a_note_without_words_opens_the_editor(edit: Say, data: Say) -> None:
    assert edit("note", editor=f"draft.write_text({WORDS!r})")[0] == 0
    assert data("show", "last")["entry"]["note"] == WORDS


def test_editing_begins_with_what_was_there_or_with_the_words_that_are_given(edit: Say, data: Say, say: Say) -> None:
    say("note", "an old note, at home -", "-", stdin="")
    assert edit("edit", "last", editor="draft.write_text(draft.read_text().upper())")[0] == 0
    assert data("show", "last")["entry"]["note"] == "AN OLD NOTE, AT HOME -"
    assert edit("edit", "last", "new words", "--edit", editor="draft.write_text(draft.read_text() + '.')")[0] == 0
    assert data("show", "last")["entry"]["note"] == "new words."


def test_the_draft_is_the_persons_alone_and_has_a_name_that_says_nothing(edit: Say, isolated: Path) -> None:
    seen = isolated / "seen"
    code, _ = edit(
        "note",
        editor=f"draft.write_text('x'); folder = draft.parent; Path({str(seen)!r}).write_text("
        "f'{draft.stat().st_mode:o} {folder.stat().st_mode:o} {folder.parent} {draft.name}')",
    )
    draft, folder, place, name = seen.read_text().split()
    assert code == 0
    assert stat.S_IMODE(int(draft, 8)) == 0o600
    assert stat.S_IMODE(int(folder, 8)) == 0o700
    assert place == str(isolated / "run")
    assert name == "draft.txt"


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        ("sys.exit(1)", "closed with an error (1)"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "closed with an error (-9)"),
    ],
    ids=["exit 1", "killed"],
)
def test_what_a_crashed_editor_leaves_is_kept_and_the_person_hears_where(
    edit: Say, drafts: Say, data: Say, ending: str, said: str
) -> None:
    code, screen = edit("note", editor=f"draft.write_text({WORDS!r})\n{ending}")
    [draft] = drafts()
    assert code == 4
    assert said in screen
    assert str(draft) in screen.replace("\n", "")
    assert WORDS not in screen
    assert draft.read_text() == WORDS
    assert data("log")["entries"] == []


def test_what_cannot_be_saved_is_kept_too(edit: Say, drafts: Say, data: Say) -> None:
    code, screen = edit("note", editor="draft.write_text('x' * 1_000_001)")
    [draft] = drafts()
    assert (code, draft.stat().st_size) == (2, 1_000_001)
    assert str(draft) in screen.replace("\n", "")
    assert data("log")["entries"] == []


@pytest.mark.parametrize("editor", ["pass", "draft.write_text(' \\n')", "draft.unlink(); draft.mkdir()"])
def test_an_empty_draft_notes_nothing_and_is_not_kept(edit: Say, drafts: Say, data: Say, editor: str) -> None:
    code, screen = edit("note", editor=editor)
    assert (code, screen) == (2, "Nothing was saved, and that is fine.\n")
    assert data("log")["entries"] == drafts() == []


@pytest.mark.parametrize(("editor", "name"), [("/no/such editor", "/no/such"), ("'unfinished", "'unfinished")])
def test_an_editor_that_is_not_there_is_named(terminal: Say, drafts: Say, editor: str, name: str) -> None:
    code, screen = terminal("note", env={"EDITOR": editor}, columns=100).finish()
    assert code == 2
    assert f"“{name}” could not be started. Set EDITOR to an editor you have, such as nano." in screen
    assert drafts() == []


def test_ctrl_c_in_the_editor_is_a_key_of_the_editor(edit: Say, data: Say) -> None:
    editor = f"os.kill(os.getppid(), signal.SIGINT)\nimport time; time.sleep(0.5)\ndraft.write_text({WORDS!r})"
    assert edit("note", editor=editor)[0] == 0
    assert data("show", "last")["entry"]["note"] == WORDS


@pytest.mark.parametrize("name", ["vim", "nvim"])
def test_vim_leaves_no_swap_undo_or_history_files(edit: Say, isolated: Path, name: str) -> None:
    seen = isolated / "seen"
    assert edit("note", name=name, editor=f"Path({str(seen)!r}).write_text(' '.join(words[:-1]))")[0] == 2
    assert seen.read_text() == "-n -i NONE --cmd set nobackup nowritebackup noundofile noswapfile nomodeline"


def test_another_editor_gets_its_own_words_and_the_draft_alone(edit: Say, isolated: Path) -> None:
    seen = isolated / "seen"
    (isolated / "my editor").symlink_to(isolated / "editor")
    editor = f"Path({str(seen)!r}).write_text(repr(words[:-1]))"
    edit("note", editor=editor, VISUAL=f"'{isolated}/my editor' --wait")
    assert seen.read_text() == "['--wait']"


def test_without_a_place_in_memory_the_draft_lies_beside_the_journal(
    isolated: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(isolated / "run")
    monkeypatch.setattr("carelog.paths._SHARED_MEMORY", "")
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    from carelog.cli.prompts.editor import _new_folder

    folder = _new_folder(system_paths())
    assert folder.parent == home / "drafts"
    assert stat.S_IMODE(folder.stat().st_mode) == stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


def test_settings_are_edited_and_checked_before_they_are_kept(edit: Say, home: Path, drafts: Say, say: Say) -> None:
    assert edit("settings", "edit", editor="draft.write_text('# mine\\ncountry = [\"GB\"]\\n')")[0] == 0
    begun_here = "\n[told]\nown_screen = true\n"
    assert (home / "settings.toml").read_text() == f'# mine\ncountry = ["GB"]\n{begun_here}'
    assert say("settings", "get", "country").stdout == "GB\n"
    code, screen = edit("settings", "edit", editor="draft.write_text('country = \"Great Britain\"')")
    assert code == 5
    assert "country" in screen
    assert str(drafts()[0]) in screen.replace("\n", "")
    assert say("settings", "get", "country").stdout == "GB\n"


@pytest.mark.parametrize(("name", "leave"), [("nano", "Ctrl+X"), ("vi", "ZZ")])
def test_an_editor_that_nobody_chose_says_in_a_first_line_how_to_leave_it(
    edit: Say, data: Say, isolated: Path, name: str, leave: str
) -> None:
    data("note", "a first note")
    editor = (
        "print('FIRST', draft.read_text().splitlines())\nprint('WORDS', words[:-1])\n"
        "draft.write_text(draft.read_text() + ' and more')"
    )
    nothing = {"EDITOR": "", "VISUAL": "", "PATH": str(isolated)}
    code, screen = edit("edit", "last", "--edit", editor=editor, name=name, **nothing)
    assert code == 0, screen
    shown = " ".join(screen.split())
    assert "FIRST ['# " in shown
    assert leave in shown
    assert "This line is taken away.', 'a first note']" in shown
    assert "'+2'" in shown
    assert data("show", "last")["entry"]["note"] == "a first note and more"


def test_a_draft_that_is_left_as_it_was_notes_nothing(edit: Say, drafts: Say, data: Say, isolated: Path) -> None:
    nothing = {"EDITOR": "", "VISUAL": "", "PATH": str(isolated)}
    code, screen = edit("note", "--edit", editor="pass", name="nano", **nothing)
    assert (code, drafts(), data("log")["entries"]) == (2, [], [])
    assert "Nothing was saved, and that is fine." in screen
