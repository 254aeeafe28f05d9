"""Writing in the person's own editor, with a draft that nobody else sees and no crash loses."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import need_terminal
from carelog.cli.runtime.streams import say_beside
from carelog.errors import InvalidValue, StorageError
from carelog.files import PRIVATE_FOLDER, make_private_folder, write_private
from carelog.paths import drafts_of, memory_folders
from carelog.wording import mood as mood_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.paths import Paths

_VIM_LEAVES_NOTHING = ("-n", "-i", "NONE", "--cmd", "set nobackup nowritebackup noundofile noswapfile nomodeline")
_VIMS = {"vi", "vim", "view", "gvim", "nvim"}


@contextmanager
def written_in_editor(context: Context, text: str, instead: str = mood_words.NEEDS_DASH) -> Iterator[str]:
    """Open the editor on a draft, and hand over what was written.

    The draft lies in a private folder, in memory where the system has such a place. It is removed when the block
    ends well; when the editor or the block fails it is kept, and the error says where. Raises InvalidValue without
    a terminal, saying what to do `instead`, or without an editor, StorageError when that ended with an error.
    """
    need_terminal(context, instead)
    for earlier in drafts_of(context.paths):
        say_beside(mood_words.earlier_draft(earlier))
    folder = _new_folder(context.paths)
    draft = folder / "draft.txt"
    write_private(draft, text.encode("utf-8", "replace"))
    kept = True
    try:
        _run_editor(draft)
        yield _written(draft)
        kept = False
    finally:
        if not kept or _written(draft).strip() in ("", text.strip()):
            shutil.rmtree(folder, ignore_errors=True)
        else:
            say_beside(mood_words.draft_kept(draft))


def _new_folder(paths: Paths) -> Path:
    name = f"{paths.draft_prefix}{os.urandom(6).hex()}"
    for place in memory_folders():
        with suppress(OSError):
            (place / name).mkdir(PRIVATE_FOLDER)
            return place / name
    folder = paths.drafts / name
    make_private_folder(folder)
    return folder


def _written(draft: Path) -> str:
    """The words in a draft; an editor that took the file away wrote none."""
    try:
        return draft.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _editor() -> list[str]:
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        return shlex.split(named) or ["vi"]
    except ValueError:
        raise InvalidValue(mood_words.no_editor(named)) from None


def _run_editor(draft: Path) -> None:
    editor = _editor()
    quiet = _VIM_LEAVES_NOTHING if Path(editor[0]).stem in _VIMS else ()
    try:
        with _interrupts_left_to_the_editor():
            finished = subprocess.run([*editor, *quiet, str(draft)], check=False)
    except OSError:
        raise InvalidValue(mood_words.no_editor(editor[0])) from None
    if finished.returncode:
        raise StorageError(mood_words.editor_failed(finished.returncode))


@contextmanager
def _interrupts_left_to_the_editor() -> Iterator[None]:
    """Ctrl-C is a key of many editors; it reaches carelog too, which would end them and what is not saved in them.

    So does the key that leaves carelog at once.
    """
    keys = [signal.SIGINT, *([signal.SIGQUIT] if hasattr(signal, "SIGQUIT") else [])]
    before = [signal.signal(key, lambda *_: None) for key in keys]
    try:
        yield
    finally:
        for key, handler in zip(keys, before, strict=True):
            signal.signal(key, handler)
