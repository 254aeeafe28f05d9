"""Several settings at once, for a situation: each is said before it is set."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from carelog.cli.command import REGISTRY
from carelog.cli.prompts.ask import confirm
from carelog.cli.prompts.wrap import show_lines
from carelog.errors import InvalidValue
from carelog.settings_file import set_value
from carelog.wording import presets as presets_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.cli.runtime.session import Session


class Preset(Enum):
    """Situations that several settings belong to."""

    SHARED_COMPUTER = "shared-computer"


VALUES = {
    Preset.SHARED_COMPUTER: {
        "shared_computer": "on",
        "discreet": "on",
        "own_screen": "on",
        "lock.cache": "0",
        "lock.card": "nothing",
    }
}
"""What each of them sets, by key."""


def agrees_to_preset(context: Context, preset: Preset, *, yes: bool = False, default: bool = False) -> bool:
    """Say each part of a preset in a line, and ask whether all of it is wanted."""
    if not yes:
        for line in presets_words.parts(preset.value):
            show_lines([line], hanging=presets_words.WHERE_WORDS_BEGIN if line.startswith(" ") else 0)
    return confirm(context, presets_words.ASK, yes=yes, default=default)


def set_preset(session: Session, preset: Preset) -> None:
    """Set all of it, and go on with it. A locked journal is opened first: its card is to lose what was ticked."""
    session.open_first()
    settings = session.settings
    for key, value in VALUES[preset].items():
        settings = set_value(session.paths, key, value)
    session.use(settings)


def lock_too(session: Session, *, asks: bool) -> str:
    """Lock the journal as well if the person agrees, or say how that is done, or that it is locked."""
    from carelog.journal.keys.key_folder import keys_beside
    from carelog.journal.lock.lock import require_cipher

    if keys_beside(session.paths.journal):
        return presets_words.LOCKED_ALREADY
    try:
        require_cipher()
    except InvalidValue as missing:
        return f"{presets_words.LOCK_LATER} {missing.message}"
    if not asks:
        return presets_words.LOCK_LATER
    from carelog.cli.commands.lock import turn_on

    session.close()  # for looking: a lock writes
    session.command = REGISTRY["lock on"]
    if not confirm(session, presets_words.ASK_LOCK):
        return presets_words.LOCK_LATER
    return turn_on(session).text
