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
    QUICK = "quick"
    SETTINGS = "settings"
    BACKUP = "backup"
    BEFORE_CHANGE = "before-change"
    REPLACED = "replaced"
    KEYSLOT = "keyslot"
    SEALED = "sealed"
    QUESTIONNAIRE = "questionnaire"
    DRAFT = "draft"
    UNFINISHED = "unfinished"
    COPY = "copy"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Trace:
    """A file that carelog wrote and its kind; `is_locked` if the lock of the journal protects its content.

    `holds` names what lies in it in the open, where that differs from file to file: parts of the crisis card, or keys
    of the settings.
    """

    path: Path
    kind: TraceKind
    is_locked: bool = False
    holds: tuple[str, ...] = ()
