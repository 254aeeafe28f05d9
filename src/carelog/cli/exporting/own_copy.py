"""What the diary and the full copy share: the question before a copy is written, and the answer after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelog.cli.answer import Answer
from carelog.cli.prompts.ask import ask_text, need_terminal
from carelog.cli.runtime.streams import say_on_stderr
from carelog.domain.audience import SELF
from carelog.wording.files import export as words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.documents.packet.formats import Format


def agrees_to_copy(context: Context, about: Sequence[str], place: Path | None) -> bool:
    """Whether the person wants the copy, having read what is in it. Raises InvalidValue where nobody can be asked."""
    need_terminal(context, "export.yes-needs-terminal")
    say_on_stderr("\n".join(about))
    return ask_text(words.ask_to_copy(str(place) if place else "")).lower() in ("", "y", "yes")


def nothing_written(said: str = words.NOTHING_WRITTEN) -> Answer:
    """The answer where no file was written."""
    return Answer(said, data=lambda: {"file": None})


def copy_shape(place: Path, form: Format, holds: Mapping[str, int], sha256: str, private_left: int) -> dict[str, Any]:
    """The answer for programs: what the copy `holds` by kind, the private entries left out of it, and its SHA-256."""
    return {
        "file": str(place),
        "format": form.value,
        "audience": SELF.key,
        "holds": dict(holds),
        "stays": {"private_entries": private_left},
        "sha256": sha256,
    }
