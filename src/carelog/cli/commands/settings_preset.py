"""Presets: several settings for a situation, which are set at once."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from carelog.cli.command import REGISTRY
from carelog.cli.prompts.ask import ask_yes_or_no, confirm
from carelog.cli.prompts.wrap import show_lines
from carelog.errors import InvalidValue
from carelog.settings_file import set_value
from carelog.wording import presets as presets_words
from carelog.wording.discretion import ASK_HIDE

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session


class Preset(Enum):
    """Situations that have a preset."""

    SHARED_COMPUTER = "shared-computer"


VALUES = {
    Preset.SHARED_COMPUTER: {
        "shared_computer": "on",
        "own_screen": "on",
        "lock.cache": "0",
        "lock.card": "nothing",
    }
}
"""The value that each preset gives a setting, by key."""


def agrees_to_preset(context: Context, preset: Preset, *, yes: bool = False, default: bool = False) -> bool:
    """Whether the person wants a preset, having read a line on each of its settings; `yes` agrees in advance.

    Raises InvalidValue where nobody can be asked.
    """
    if not yes:
        for line in presets_words.parts(preset.value):
            show_lines([line], hanging=presets_words.WHERE_WORDS_BEGIN if line.startswith(" ") else 0)
    return confirm(context, presets_words.ASK, yes=yes, default=default)


def set_preset(session: Session, preset: Preset, *, asks: bool = True) -> None:
    """Set every value of a preset, and ask whether names and notes are to be hidden on every page.

    Where they are hidden already they stay so; where nobody is asked they are hidden from now on. A locked journal is
    opened first, because its crisis card has to change.
    """
    hides = session.settings.discreet or not (asks and session.can_ask)
    hides = hides or ask_yes_or_no(ASK_HIDE, default=True)
    session.unlock_first()
    settings = set_value(session.paths, "discreet", "on") if hides else session.settings
    for key, value in VALUES[preset].items():
        settings = set_value(session.paths, key, value)
    session.apply_settings(settings)


def offer_lock(session: Session, *, asks: bool) -> str:
    """Lock the journal too if the person is asked (`asks`) and agrees; return a sentence on what came of it."""
    from carelog.journal.keys.key_folder import keys_beside
    from carelog.journal.lock.ways_in import require_cipher

    if keys_beside(session.paths.journal):
        return _as_it_stands(session)
    try:
        require_cipher()
    except InvalidValue as missing:
        return f"{presets_words.LOCK_LATER} {missing.message}"
    if not asks:
        return presets_words.LOCK_LATER
    from carelog.cli.commands.lock import turn_on

    session.close()  # it may be open to read only, and a lock writes
    session.command = REGISTRY["lock on"]
    if not confirm(session, presets_words.ASK_LOCK):
        return presets_words.LOCK_LATER
    return turn_on(session).text


def _as_it_stands(session: Session) -> str:
    """That the journal is locked already, or what is readable where its lock is not finished."""
    from carelog.journal.lock.lock import what_is_readable
    from carelog.wording.lock_files import READABLE_NOW

    session.close()
    return READABLE_NOW[what_is_readable(session.paths)] or presets_words.LOCKED_ALREADY
