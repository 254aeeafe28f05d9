"""What carelog has written on a computer, seen from outside."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class TraceKind(Enum):
    """What a file is to carelog."""

    JOURNAL = "journal"
    ROLLBACK = "rollback"
    CARD = "card"
    SETTINGS = "settings"
    BACKUP = "backup"
    BEFORE_CHANGE = "before-change"
    REPLACED = "replaced"
    KEYSLOT = "keyslot"
    SEALED = "sealed"
    QUESTIONNAIRE = "questionnaire"
    DRAFT = "draft"
    UNFINISHED = "unfinished"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Trace:
    """A file that carelog wrote, what it is, and whether it `is_locked`: what a lock hides is not in it."""

    path: Path
    kind: TraceKind
    is_locked: bool = False
