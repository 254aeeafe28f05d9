"""Rebuild the crisis card when its file is missing or damaged: from the settings, and from the journal behind them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.crisis.card import dump
from carelog.crisis.place import read
from carelog.journal.card.card import card_of
from carelog.paths import system_paths
from carelog.settings import Settings
from carelog.settings_file import readable_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST_SETTINGS = 65_536
"""How many bytes of the settings file are read."""


def read_cards() -> Iterator[str]:
    """The text of the card built from the settings and the journal, as far as they can be read, again after each part.

    Nothing is written. No card where nothing is left. Raises JournalDamaged, or ImportError where a part of carelog is
    missing, behind what the settings gave: then there may be more than is shown.
    """
    paths = system_paths()
    settings = _settings(paths.settings)
    if settings.country:
        yield dump(card_of(0, settings, ()))
    from carelog.journal.card.cards_in_journal import cards_in_journal  # it may be what is missing

    yield from map(dump, cards_in_journal(paths.journal, settings))


def _settings(path: Path) -> Settings:
    with suppress(OSError):
        return readable_settings(read(str(path), LONGEST_SETTINGS).decode("utf-8-sig", "replace"))
    return Settings()
