"""Traces: the files that carelog has written on a computer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class TraceKind(Enum):
    """The kinds of files that carelog writes."""

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
    """A file that carelog wrote and its kind; `is_locked` if the lock of the journal protects its content."""

    path: Path
    kind: TraceKind
    is_locked: bool = False
