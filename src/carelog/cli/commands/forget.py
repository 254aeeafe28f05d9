"""forget: remove the words of deleted things from backups and drafts too."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.watched import may_be_noticed
from carelog.cli.prompts.ask import confirm
from carelog.cli.prompts.options import Yes
from carelog.cli.runtime.session import Session
from carelog.errors import StorageError
from carelog.file_access import is_there
from carelog.language import gettext as _
from carelog.paths import drafts_of
from carelog.wording import forget as forget_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.journal.backup.purge import InspectedCopy, Purge

Elsewhere = Annotated[
    list[Path] | None, typer.Argument(metavar="[DIR]...", help=_("Further folders that you put backups in."))
]
Remove = Annotated[bool, typer.Option("--remove", help=_("Remove copies that carelog cannot change."))]
Drafts = Annotated[bool, typer.Option("--drafts", help=_("Remove drafts that an editor left."))]


@command(
    "forget",
    "carelog forget",
    "carelog forget /media/stick",
    "carelog forget --yes --remove --drafts",
    panel="In, out, safe",
    discretion="neutral",
)
def forget(
    session: Session, folders: Elsewhere = None, yes: Yes = False, remove: Remove = False, drafts: Drafts = False
) -> Answer:
    """Remove the words of what you deleted from backups too. It asks first; nothing brings them back then."""
    copies = session.to_write().purge(*(folders or ()))
    found = copies.inspect()
    holding = [copy for copy in found if not (copy.is_clean or copy.problem)]
    paths = [copy.path for copy in holding]
    question = f"{may_be_noticed(session)}\n{forget_words.ask_rewrite(len(_things(holding)), paths)}"
    if holding and not confirm(session, question, yes=yes):
        return Answer(text=forget_words.NOTHING_FORGOTTEN)
    session.to_write().clear_undo()
    outcome = _Outcome(found, _rewrite(copies, holding), _remove_drafts(session, drafts or None, asks=not yes))
    outcome.remove(session, copies, agreed=remove or None, asks=not yes)
    return outcome.answer()


def _things(copies: "Sequence[InspectedCopy]") -> set[tuple[str, str]]:
    """The deleted things that these copies hold, each once."""
    return {thing for copy in copies for thing in copy.deleted}


class _Outcome:
    """What became of every copy and every draft."""

    def __init__(self, found: "Sequence[InspectedCopy]", failed: dict[Path, str], drafts: dict[Path, bool]) -> None:
        self.found = found
        self.left = {copy.path: copy.problem for copy in found if copy.problem} | failed
        self.removed: set[Path] = set()
        self.drafts = drafts

    def remove(self, session: Session, copies: "Purge", *, agreed: bool | None, asks: bool) -> None:
        """Remove the copies that could not be rewritten, if the person agrees."""
        copies.remove_leftovers()
        if not _agrees(session, forget_words.ask_remove(self.left.values()), self.left, agreed, asks=asks):
            return
        for copy in self.found:
            if copy.path in self.left:
                copies.remove(copy)
                self.removed.add(copy.path)
                del self.left[copy.path]

    def answer(self) -> Answer:
        """Say what was done and what stays. The exit number is that of StorageError where a copy stays."""
        stays = [*self.left, *(path for path, is_removed in self.drafts.items() if not is_removed)]
        done = [copy for copy in self.found if self._became(copy) == "rewritten"]
        text = forget_words.forgotten(len(_things(done)), len(done), len(self.removed), len(self.found))
        lines = [text, *([forget_words.still_there(stays)] if stays else []), forget_words.REMNANTS]
        return Answer(text="\n".join(lines), data=self._shape, exit_number=StorageError.exit_number if self.left else 0)

    def _became(self, copy: "InspectedCopy") -> str:
        if copy.path in self.left:
            return "left"
        if copy.path in self.removed:
            return "removed"
        return "clean" if copy.is_clean else "rewritten"

    def _shape(self) -> dict[str, object]:
        return {
            "copies": [
                {"path": str(copy.path), "deleted": len(copy.deleted), "became": self._became(copy)}
                for copy in self.found
            ],
            "drafts": [{"path": str(path), "removed": is_removed} for path, is_removed in self.drafts.items()],
        }


def _rewrite(copies: "Purge", holding: "Sequence[InspectedCopy]") -> dict[Path, str]:
    """Write copies anew; the reason for each that could not be, by its path."""
    failed = {}
    for copy in holding:
        try:
            copies.rewrite(copy)
        except StorageError as problem:
            failed[copy.path] = problem.message
    return failed


def _remove_drafts(session: Session, agreed: bool | None, *, asks: bool) -> dict[Path, bool]:
    """Remove drafts if the person agrees, because an editor may have one open; whether each is gone."""
    found = drafts_of(session.paths)
    removes = _agrees(session, forget_words.ask_drafts(found), found, agreed, asks=asks)
    for draft in found if removes else ():
        shutil.rmtree(draft.parent, ignore_errors=True)
    return {draft: not is_there(draft) for draft in found}


def _agrees(session: Session, question: str, about: object, agreed: bool | None, *, asks: bool) -> bool:
    """Whether there is something to remove, and the person agreed with an option or agrees when asked."""
    if not about:
        return False
    return bool(agreed) or (asks and session.can_ask and confirm(session, question))
