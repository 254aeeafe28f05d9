"""Files of a lock that do not fit together: a lock that is not finished, and notes that cannot be opened here."""

from __future__ import annotations

from carelog.domain.lock import Readable
from carelog.language import gettext as _
from carelog.language import plural

READABLE_NOW = {
    Readable.NOTHING: "",
    Readable.COPIES: _(
        "Older copies of this journal are readable just now: the lock is not finished. To finish it: carelog lock on"
    ),
    Readable.JOURNAL: _("This journal is readable just now: the lock is not finished. To finish it: carelog lock on"),
}
"""What follows the answer of a command that changed something, while a lock is in between."""

IN_BETWEEN = {
    Readable.COPIES: _(
        "The lock is not finished: your journal is locked, and older copies of it are readable now. It was "
        "interrupted, or a file was put back from elsewhere. “carelog lock on” finishes it."
    ),
    Readable.JOURNAL: _(
        "The lock is not finished: your journal is readable now. It was interrupted, or a file was put back from "
        "elsewhere. “carelog lock on” finishes it."
    ),
}
OR_OFF = _("“carelog lock off” takes it off.")
BEGINS_ANEW = _(
    "The lock that was begun here does not open with that. Nothing here is encrypted under it, so a new lock "
    "begins, with a passphrase and a recovery code of its own."
)
WAYS_IN_STAY = _(
    "Passphrase and recovery code are those with which the lock was begun. Another code, which ends that one: carelog "
    "lock recovery"
)
SEALING_KEY_MENDED = _(
    "A key for sealed notes was missing, or not that of your journal, so a new one was made. Notes that were "
    "sealed with another one cannot be read here; they stay in the folder “sealed”."
)
WAY_IN_COSTS_LITTLE = _(
    "An earlier carelog stored your passphrase, and guessing it is easier there than it is today. “carelog "
    "lock passphrase” stores it better; the words may stay the same, unless many people choose them."
)
LESS_MEMORY = _(
    "This computer had too little free memory for the usual cost, so trying this passphrase takes half as much of it."
)


def not_readable(count: int) -> str:
    """Sealed notes that the journal cannot open, and that are kept."""
    return plural(
        count,
        "{count} sealed note cannot be read here: it was sealed for another journal, or is damaged. It stays where it "
        "is, in the folder “sealed”.",
        "{count} sealed notes cannot be read here: they were sealed for another journal, or are damaged. They stay "
        "where they are, in the folder “sealed”.",
    )


def need_what_opens_them(count: int) -> str:
    """Sealed notes that wait, because what opens them is not installed."""
    return plural(
        count,
        "{count} sealed note waits: what opens it is not installed here. To get it: pip install 'carelog[sealing]'",
        "{count} sealed notes wait: what opens them is not installed here. To get it: pip install 'carelog[sealing]'",
    )
