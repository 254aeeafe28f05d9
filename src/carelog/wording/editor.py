"""Writing in an editor: drafts, and how to leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _

if TYPE_CHECKING:
    from pathlib import Path


def how_to_leave(editor: str) -> str:
    """The first line of a draft, in an editor that the person did not choose: how to leave it."""
    if editor == "nano":
        return _("# Keep and leave: Ctrl+O, Enter, Ctrl+X. Leave as it was: Ctrl+X, n. This line is taken away.")
    return _("# Write: i. Keep and leave: Esc, then ZZ. Leave as it was: Esc, then ZQ. This line is taken away.")


def earlier_draft(draft: Path) -> str:
    """A draft from before exists: an editor is still open, or was killed."""
    return _("There is an earlier draft in {draft}").format(draft=draft)


def draft_kept(draft: Path) -> str:
    """Writing in the editor was interrupted, and the draft is kept."""
    return _("What you wrote is kept in {draft}").format(draft=draft)
