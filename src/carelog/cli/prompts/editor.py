"""Write a text in the person's own editor. The draft is private, and a crash leaves it where it is."""

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
from carelog.cli.runtime.ending import ended_afterwards
from carelog.cli.runtime.outside import text_of
from carelog.cli.runtime.streams import say_on_stderr
from carelog.errors import InvalidValue, StorageError
from carelog.files import PRIVATE_FOLDER, make_private_folder, write_private
from carelog.paths import drafts_of, memory_folders
from carelog.wording import editor as editor_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.paths import Paths

_VIM_LEAVES_NOTHING = ("-n", "-i", "NONE", "--cmd", "set nobackup nowritebackup noundofile noswapfile nomodeline")
_VIMS = {"vi", "vim", "view", "gvim", "nvim"}


@contextmanager
def written_in_editor(context: Context, text: str, key: str = "program.text-needs-terminal") -> Iterator[str]:
    """Open the editor on a draft that begins with `text`, and yield what was written.

    The draft lies in a private folder, in memory where the system has such a place. It is removed when the block
    ends well; when the editor or the block fails it is kept, and stderr says where. Raises InvalidValue without a
    terminal, with the `key` of a sentence that says what to do instead, without an editor, and where the draft is no
    text; StorageError when the editor ends with an error.
    """
    need_terminal(context, key)
    for earlier in drafts_of(context.paths):
        say_on_stderr(editor_words.earlier_draft(earlier))
    folder = _new_folder(context.paths)
    draft = folder / "draft.txt"
    editor = _editor_command()
    hint = _how_to_leave(editor)
    begun = (hint + text).encode("utf-8", "replace")
    write_private(draft, begun)
    failed = True
    try:
        _run_editor(editor, draft)
        written = text_of(_read_draft(draft), context.remarks)
        yield written.replace(hint, "", 1).replace(hint.rstrip(), "", 1)
        failed = False
    finally:
        if not failed or _read_draft(draft).strip() in (b"", begun.strip()):
            shutil.rmtree(folder, ignore_errors=True)
        else:
            say_on_stderr(editor_words.draft_kept(draft))


def _new_folder(paths: Paths) -> Path:
    name = f"{paths.draft_prefix}{os.urandom(6).hex()}"
    for place in memory_folders():
        with suppress(OSError):
            (place / name).mkdir(PRIVATE_FOLDER)
            return place / name
    folder = paths.drafts / name
    make_private_folder(folder)
    return folder


def _how_to_leave(editor: list[str]) -> str:
    """The first line of a draft, which says how to leave an editor that the person did not choose; it is taken away."""
    return "" if _chosen_editor() else editor_words.how_to_leave(editor[0]) + "\n"


def _run_editor(editor: list[str], draft: Path) -> None:
    options = _VIM_LEAVES_NOTHING if Path(editor[0]).stem in _VIMS else ()
    try:
        with ended_afterwards(), _interrupts_ignored():
            finished = subprocess.run([*editor, *options, str(draft)], check=False)
    except OSError:
        raise InvalidValue("program.editor-not-started", name=editor[0]) from None
    if finished.returncode:
        raise StorageError("program.editor-ended-with-error", number=finished.returncode)


def _read_draft(draft: Path) -> bytes:
    """What is in a draft; nothing where the editor removed the file."""
    try:
        return draft.read_bytes()
    except OSError:
        return b""


def _editor_command() -> list[str]:
    """The editor that the person has chosen, else nano or vi, which begin below the first line."""
    named = _chosen_editor()
    try:
        chosen = shlex.split(named)
    except ValueError:
        raise InvalidValue("program.editor-not-started", name=named) from None
    return chosen or ["nano" if shutil.which("nano") else "vi", "+2"]


def _chosen_editor() -> str:
    return (os.environ.get("VISUAL") or os.environ.get("EDITOR") or "").strip()


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ignore Ctrl-C and the panic key while the editor runs.

    The terminal sends them to carelog too. Many editors use them as keys, and would end together with carelog.
    """
    keys = [signal.SIGINT, *([signal.SIGQUIT] if hasattr(signal, "SIGQUIT") else [])]
    before = [signal.signal(key, lambda *_: None) for key in keys]
    try:
        yield
    finally:
        for key, handler in zip(keys, before, strict=True):
            signal.signal(key, handler)
