"""Locking the journal: what a lock does and does not do, its questions, its state, and sealed notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.lock import LockState, Readable
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.lists import listed_with_and
from carelog.wording.lock_files import IN_BETWEEN, OR_OFF, READABLE_NOW, need_what_opens_them, not_readable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from carelog.domain.lock import LockStatus

LIMITS = _(
    "A lock encrypts your journal and its backups, so that whoever copies or borrows this disk cannot read them.\n"
    "It does not help against a program that records keys or the screen, against someone with the administrator's "
    "rights, or against someone who sits here while the key is at hand. It does not hide that there is a journal.\n"
    "A disk may keep remnants of what was plain before, and so may backups of this computer and copies elsewhere: "
    "those are not touched.\n"
    "Your settings file stays readable: your country, your name or initials, your own words for moods, and what "
    "insights never compare.\n"
    "Whoever has neither the passphrase nor the recovery code cannot open the journal again. carelog cannot either."
)
ASK_ON = _("Lock it?")
ALREADY_ON = _("Your journal is locked already. More about the lock: carelog lock status")
ALREADY_OFF = _("Your journal is not locked. To lock it: carelog lock on")
NOTHING_CHANGED = _("Nothing was changed.")
ASK_WAY_IN = _("Passphrase, or recovery code (nothing is shown while you type)")
ASK_OLD = _("Your passphrase as it is now, or your recovery code")
ASK_NEW = _("A new passphrase; four or five words make a good one, and Enter alone draws six")
ASK_NEW_AGAIN = _("The same once more")
NOT_THE_SAME = _("The two differ. Please type both again.")
WORDS_FIRST = _("These words were drawn by chance. Write them down, and keep the paper where only you can reach it:")
ASK_WORDS = _("Type these words to take them; Enter alone draws others")
CODE_FIRST = _(
    "Your recovery code opens the journal when the passphrase is forgotten. It is shown this once. Write it down, or "
    "keep a sheet on paper, in a place that only you or somebody you trust can reach:"
)
ASK_CODE = _("Type the recovery code from your paper, so that you know it is right")
CARD_FIRST = _(
    "Your crisis card opens without a key, always. The emergency number and the lines of your country are on it. "
    "What else may stay readable for anyone at this computer?"
)
CARD_LOOKS = _("While your journal is locked, your card looks like this:")
ASK_CARD = _("Leave it like this?")
ASK_FIELDS = {
    "names": _("May the first names of the people on your card stay readable?"),
    "full-names": _("May their whole names stay readable?"),
    "numbers": _("May their phone numbers stay readable?"),
    "other-ways": _("May their e-mail, web and postal addresses stay readable?"),
    "hours": _("May when they can be reached stay readable?"),
    "say": _("May what to say to them stay readable?"),
    "lines": _("May which helplines you hid, checked or asked for stay readable?"),
    "sentence": _("May your own sentence stay readable?"),
    "steps": _("May the steps of your plan stay readable?"),
    "kind": _("May the kind word stay readable?"),
}
"""A question for each field of the card of a locked journal, in the order in which they are asked."""
LOCKED_NOW = _("Locked. The next command asks for your passphrase.")
KEY_IS_GONE = _("The passphrase is no longer remembered.")
NEW_WAY_IN = _("Your passphrase is changed. The recovery code stays as it is; backups elsewhere keep the old one.")
ASK_OFF = _("Without the lock, whoever can read your files can read your journal and its backups. Take the lock off?")
UNLOCKED = _("The lock is off. Your journal and its backups open without a passphrase.")
CARD_FOLLOWS = _("Your journal is locked; the crisis card follows when it opens the next time.")
CARD_KEPT = _("Your card is up to date.")

SEALED = _("Sealed. Your journal takes it in the next time it opens.")

_FIELDS = {
    "names": _("the first names of the people on your card"),
    "full-names": _("their whole names"),
    "numbers": _("their phone numbers"),
    "other-ways": _("their e-mail, web and postal addresses"),
    "hours": _("when they can be reached"),
    "say": _("what to say to them"),
    "lines": _("which helplines you hid, checked or asked for"),
    "sentence": _("your own sentence"),
    "steps": _("the steps of your plan"),
    "kind": _("the kind word"),
}
"""The fields of the card as members of a list that follows a colon."""

_STATES = {
    LockState.OFF: _("The lock is off: whoever can read your files can read your journal. To lock it: carelog lock on"),
    LockState.ON: _("The lock is on: journal and backups are encrypted."),
}
_AT_HAND = _("No passphrase is needed now.")
_NOT_AT_HAND = _("The next command asks for the passphrase.")
_NOT_NEEDED = _("The passphrase is not remembered now.")
_NO_CACHE = _("Every command asks for the passphrase (lock.cache is 0).")
_WAYS = {"passphrase": _("passphrase"), "recovery code": _("recovery code")}


def locked_now(readable: Readable) -> str:
    """The key was forgotten; what is readable without it is said."""
    if readable is Readable.JOURNAL:
        return f"{KEY_IS_GONE} {READABLE_NOW[readable]}"
    return "\n".join(filter(None, [LOCKED_NOW, READABLE_NOW[readable]]))


def locked(files: int, code: str = "") -> str:
    """The journal was locked. The code is shown where nobody was asked to type it back, as in a script."""
    lines = [
        plural(
            files,
            "Locked. One file was encrypted, opened again and compared before the plain ones were removed.",
            "Locked. {count} files were encrypted, opened again and compared before the plain ones were removed.",
        )
    ]
    lines += [_("Recovery code, shown this once: {code}").format(code=code)] if code else []
    return "\n".join(lines)


def code_changed(code: str = "") -> str:
    """The recovery code was changed. It is shown where nobody was asked to type it back, as in a script."""
    if not code:
        return _("Your recovery code is changed; the old one no longer opens this journal. Backups elsewhere keep it.")
    return _(
        "Your recovery code is changed; the old one no longer opens this journal. Backups elsewhere keep it. "
        "New code: {code}"
    ).format(code=code)


def sheet(code: str, day: str) -> str:
    """The text of the sheet with the recovery code."""
    return _(
        "carelog: recovery code of {day}\n\n"
        "    {code}\n\n"
        "Whoever has this sheet and the files of the journal can read the journal.\n\n"
        "With it: start any command, such as “carelog today”, and type the code where the passphrase is asked for.\n"
        "On another computer: pip install 'carelog[encrypt]', then carelog restore with a backup and the folder\n"
        "carelog-keys beside it.\n"
        "Then a new passphrase: carelog lock passphrase. A new code, which ends this one: carelog lock recovery\n"
    ).format(day=day, code=code)


def sheet_written(path: str) -> str:
    """The sheet with the recovery code was written to a file, which should be deleted after printing."""
    return _("The sheet is {path}. Print it, and then delete the file: it opens your journal.").format(path=path)


def cache(minutes: int) -> str:
    """How long the key is cached."""
    if not minutes:
        return _NO_CACHE
    return plural(
        minutes,
        "Once typed, it is remembered for {count} minute after the last command (lock.cache).",
        "Once typed, it is remembered for {count} minutes after the last command (lock.cache).",
    )


def open_on_card(ticked: Collection[str]) -> str:
    """Which fields of the card are readable without the key."""
    readable = readable_on_card(ticked)
    if not readable:
        return _("Readable on your card without a key: nothing of your own.")
    return _("Readable on your card without a key: {fields}.").format(fields=readable)


def readable_on_card(ticked: Collection[str]) -> str:
    """The fields of the card that are readable without the key, as a list that follows a colon; empty for none."""
    return _("; ").join(words for name, words in _FIELDS.items() if name in ticked)


def ways_in(ways: Iterable[str]) -> str:
    """Which key slots open the journal."""
    return _("Ways in: {ways}.").format(ways=listed_with_and(_WAYS[way] for way in ways))


def standing(lock: LockStatus, faults: Iterable[str] = ()) -> str:
    """The state of the lock, in several lines; `faults` are the sentences about what does not fit together."""
    if lock.state is LockState.OFF:
        return "\n".join([_STATES[lock.state], *faults])
    absent = _NOT_NEEDED if lock.readable is Readable.JOURNAL else _NOT_AT_HAND
    at_hand = _AT_HAND if lock.key_is_cached else absent
    lines = [_stands(lock), f"{at_hand} {cache(lock.minutes)}"]
    lines += [ways_in(lock.ways)] if lock.ways else []
    lines += faults
    lines += [waiting(lock.sealed)] if lock.sealed else []
    return "\n".join([*lines, open_on_card(lock.ticked)])


def _stands(lock: LockStatus) -> str:
    if lock.state is not LockState.BETWEEN:
        return _STATES[lock.state]
    return f"{IN_BETWEEN[lock.readable]} {OR_OFF}" if lock.ways else IN_BETWEEN[lock.readable]


def sealed_notes(taken_in: int, left: int, *, can_open: bool = True) -> list[str]:
    """Sealed notes were taken into the journal, or could not be, also because what opens them is not installed."""
    sentences = []
    if taken_in:
        sentences.append(plural(taken_in, "One sealed note was taken in.", "{count} sealed notes were taken in."))
    if left:
        sentences.append(not_readable(left) if can_open else need_what_opens_them(left))
    return sentences


def waiting(count: int) -> str:
    """Sealed notes wait for the journal to be unlocked."""
    return plural(
        count,
        "One sealed note waits for your journal to open.",
        "{count} sealed notes wait for your journal to open.",
    )
