"""Writing in the person's own editor, with a draft that nobody else sees and no crash loses."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from carelog import wording
from carelog.cli.ask import need_terminal
from carelog.cli.streams import say_beside
from carelog.errors import InvalidValue, StorageError
from carelog.files import PRIVATE_FOLDER, make_private_folder, write_private

if TYPE_CHECKING:
    from carelog.cli.session import Session

_VIM_LEAVES_NOTHING = ("-n", "-i", "NONE", "--cmd", "set nobackup nowritebackup noundofile noswapfile nomodeline")
_MEMORY = "/dev/shm"  # noqa: S108 - the folder made in it has a random name and is the person's alone
_VIMS = {"vi", "vim", "view", "gvim", "nvim"}


@contextmanager
def written_in_editor(session: Session, text: str, instead: str = wording.NEEDS_DASH) -> Iterator[str]:
    """Open the editor on a draft, and hand over what was written.

    The draft lies in a private folder, in memory where the system has such a place. It is removed when the block
    ends well; when the editor or the block fails it is kept, and the error says where. Raises InvalidValue without
    a terminal, saying what to do `instead`, or without an editor, StorageError when that ended with an error.
    """
    need_terminal(session, instead)
    folder = _new_folder(session)
    draft = folder / "draft.txt"
    write_private(draft, text.encode("utf-8", "replace"))
    kept = True
    try:
        _run_editor(draft)
        yield draft.read_bytes().decode("utf-8", "replace")
        kept = False
    finally:
        if not kept or draft.read_bytes().strip() in (b"", text.strip().encode("utf-8", "replace")):
            _remove(folder)
        else:
            say_beside(wording.draft_kept(draft))


def _new_folder(session: Session) -> Path:
    for place in (os.environ.get("XDG_RUNTIME_DIR", ""), _MEMORY):
        folder = Path(place, f"draft-{os.urandom(6).hex()}") if place else None
        with suppress(OSError):
            if folder:
                folder.mkdir(PRIVATE_FOLDER)
                return folder
    folder = session.paths.drafts / os.urandom(6).hex()
    make_private_folder(folder)
    return folder


def _run_editor(draft: Path) -> None:
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    quiet = _VIM_LEAVES_NOTHING if Path(editor[0]).stem in _VIMS else ()
    try:
        finished = subprocess.run([*editor, *quiet, str(draft)], check=False)
    except OSError:
        raise InvalidValue(wording.no_editor(editor[0])) from None
    if finished.returncode:
        raise StorageError(wording.editor_failed(finished.returncode))


def _remove(folder: Path) -> None:
    for leftover in folder.iterdir():
        leftover.unlink()
    folder.rmdir()
