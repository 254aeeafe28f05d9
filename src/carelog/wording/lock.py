"""Locking the journal: what a lock does and does not do, its questions, its state, and sealed notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelog.domain.lock import LockStatus

LIMITS = (
    "A lock encrypts your journal and its backups, so that whoever copies or borrows this disk cannot read them.\n"
    "It does not help against a program that records keys or the screen, against someone with the administrator's "
    "rights, or against someone who sits here while the key is at hand. It does not hide that there is a journal.\n"
    "A disk may keep remnants of what was plain before, and so may backups of this computer and copies elsewhere: "
    "those are not touched.\n"
    "Whoever has neither the passphrase nor the recovery code cannot open the journal again. carelog cannot either."
)
ASK_ON = "Lock it?"
ALREADY_ON = "Your journal is locked already. How things stand: carelog lock status"
NOT_LOCKED = "Your journal is not locked. To lock it: carelog lock on"
NOTHING_CHANGED = "Nothing was changed."
ASK_WAY_IN = "Passphrase, or recovery code (nothing is shown while you type)"
ASK_OLD = "Your passphrase as it is now, or your recovery code"
ASK_NEW = "A new passphrase; four or five words make a good one"
ASK_NEW_AGAIN = "The same once more"
NOT_THE_SAME = "The two differ. Please type both again."
NEEDS_COMMAND = (
    "Your journal is locked, and nobody can be asked for the passphrase here. Give it with CARELOG_PASSPHRASE_COMMAND, "
    "a command that prints it. “carelog crisis” works all the same."
)
NEW_NEEDS_COMMAND = (
    "A new passphrase is asked for on a terminal. In a script: CARELOG_NEW_PASSPHRASE_COMMAND, a command that prints "
    "it."
)
COMMAND_ENDED = "{name} ended with an error, so there is no passphrase. Nothing was changed."
CODE_FIRST = (
    "Your recovery code opens the journal when the passphrase is forgotten. It is shown this once. Write it down, or "
    "keep a sheet on paper, in a place that only you or somebody you trust can reach:"
)
ASK_CODE = "Type the recovery code from your paper, so that you know it is right"
OTHER_CODE = "That is a recovery code, but not the one above. Nothing is encrypted yet."
CARD_FIRST = (
    "Your crisis card opens without a key, always. The emergency number and the lines of your country are on it. "
    "What else may stay readable for anyone at this computer?"
)
CARD_LOOKS = "While your journal is locked, your card looks like this:"
ASK_CARD = "Leave it like this?"
CARD_FIELDS = {
    "names": "the first names of the people on your card",
    "full-names": "their whole names",
    "numbers": "their phone numbers",
    "other-ways": "their e-mail, web and postal addresses",
    "hours": "when they can be reached",
    "say": "what to say to them",
    "lines": "which helplines you hid or checked",
    "sentence": "your own sentence",
    "steps": "the steps of your plan",
    "kind": "the kind word",
}
LOCKED_NOW = "The key is gone from memory. The next command asks for your passphrase."
NEW_WAY_IN = "Your passphrase is changed. The recovery code stays as it is; backups elsewhere keep the old one."
CODE_CHANGED = "Your recovery code is changed; the old one no longer opens this journal. Backups elsewhere keep it."
ASK_OFF = "This writes your journal and its backups in plain again: whoever can read your files can read them. Do it?"
UNLOCKED = "Your journal is plain again, and so are its backups. The lock is off."
CARD_FOLLOWS = "Your journal is locked; the crisis card follows when it opens the next time."
CODE_NEEDS_YES = "With --yes the new code is printed and not asked for again."
CARD_KEPT = "Your card is written anew."

STATES = {
    "off": "The lock is off: whoever can read your files can read your journal.",
    "on": "The lock is on: journal and backups are encrypted.",
    "between": (
        "A change of the lock was interrupted, and some files are plain. “carelog lock on” or “carelog lock off” "
        "finishes it; nothing is missing."
    ),
}
AT_HAND, NOT_AT_HAND = "The key is at hand now.", "The key is not at hand: the next command asks."
NO_CACHE = "The key never waits: every command asks (lock.cache is 0)."

SEALED = "Sealed. Your journal takes it in the next time it opens."
SEALED_WITHOUT_TRACKERS = "A sealed note cannot hold readings: your own scales are in the journal, which is locked."


def locked(files: int, code: str = "") -> str:
    """The journal was locked. The code is shown where nobody was asked to type it back, as in a script."""
    many = "One file was" if files == 1 else f"{files} files were"
    sentence = f"Locked. {many} encrypted, opened again and compared before the plain ones were removed."
    return f"{sentence}\nRecovery code, shown this once: {code}" if code else sentence


def ask_field(what: str) -> str:
    """A question for one part of the card of a locked journal."""
    return f"May {what} stay readable?"


def sheet(code: str, day: str) -> str:
    """The text of the sheet with the recovery code."""
    return (
        f"carelog: recovery code of {day}\n\n"
        f"    {code}\n\n"
        "Whoever has this sheet and the files of the journal can read the journal.\n\n"
        "With it: start any command, such as “carelog today”, and type the code where the passphrase is asked for.\n"
        "On another computer: pip install 'carelog[encrypt]', then carelog restore with a backup and the folder\n"
        "carelog-keys beside it.\n"
        "Then a new passphrase: carelog lock passphrase. A new code, which ends this one: carelog lock recovery.\n"
    )


def sheet_written(path: str) -> str:
    """The sheet with the recovery code was written to a file, which should be deleted after printing."""
    return f"The sheet is {path}. Print it, and then delete the file: it opens your journal."


def cache(minutes: int) -> str:
    """How long the key is cached."""
    return (
        f"It waits {minutes} {'minute' if minutes == 1 else 'minutes'} after its last use (lock.cache)."
        if minutes
        else NO_CACHE
    )


def open_on_card(fields: list[str]) -> str:
    """Which parts of the card are readable without the key."""
    named = [CARD_FIELDS[each] for each in CARD_FIELDS if each in fields]
    return f"Readable on your card without a key: {'; '.join(named) or 'nothing of your own'}."


def ways_in(ways: list[str]) -> str:
    """Which key slots open the journal."""
    return f"Ways in: {' and '.join(ways)}."


def standing(lock: LockStatus) -> str:
    """The state of the lock, in several lines."""
    if lock.state.value == "off":
        return f"{STATES['off']} To lock it: carelog lock on"
    at_hand = AT_HAND if lock.key_is_cached else NOT_AT_HAND
    lines = [STATES[lock.state.value], f"{at_hand} {cache(lock.minutes)}", ways_in(list(lock.ways))]
    lines += [waiting(lock.sealed)] if lock.sealed else []
    return "\n".join([*lines, open_on_card(list(lock.ticked))])


def sealed_notes(taken_in: int, left: int) -> list[str]:
    """Sealed notes were taken into the journal, or could not be opened."""
    sentences = []
    if taken_in:
        one = taken_in == 1
        sentences.append("One sealed note was taken in." if one else f"{taken_in} sealed notes were taken in.")
    if left:
        noun = "note" if left == 1 else "notes"
        sentences.append(f"{left} sealed {noun} could not be opened and stay where they are, in the folder “sealed”.")
    return sentences


def waiting(count: int) -> str:
    """Sealed notes wait for the journal to be unlocked."""
    noun = "One sealed note waits" if count == 1 else f"{count} sealed notes wait"
    return f"{noun} for your journal to open."
