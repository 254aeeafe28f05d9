"""lock: encryption of the journal at rest."""

from pathlib import Path
from typing import Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.lock import agrees_to_lock, choose_card, new_code, new_passphrase
from carelog.cli.prompts.ask import confirm
from carelog.cli.prompts.options import Yes
from carelog.cli.runtime.passphrase_command import NEW_COMMAND
from carelog.cli.runtime.session import Session
from carelog.cli.runtime.standard_streams import need_file
from carelog.cli.runtime.streams import say_on_stderr
from carelog.cli.runtime.unlock import open_lock, with_passphrase
from carelog.documents.file_ending import check_ending
from carelog.domain.card_field import CardField
from carelog.domain.lock import LockState
from carelog.errors import InvalidValue, JournalDamaged, JournalLocked, JournalNewer
from carelog.file_access import is_there
from carelog.language import gettext as _
from carelog.settings_file import set_value
from carelog.wording import lock as lock_words
from carelog.wording import lock_files as lock_files_words
from carelog.wording.lists import listed

_FIELDS_HELP = _("What stays readable: {fields}; without any, each is asked for.").format(
    fields=listed(each.value for each in CardField)
)

Sheet = Annotated[
    Path | None,
    typer.Option("--sheet", metavar="FILE", help=_("Write the recovery code on a sheet to print."), show_default=False),
]


@command("lock on", "carelog lock on", "carelog lock on --sheet code.txt", discretion="neutral")
def turn_on(session: Session, sheet: Sheet = None, yes: Yes = False) -> Answer:
    """Encrypt the journal and its backups. It says first what a lock cannot do; --yes prints the recovery code."""
    from carelog.journal.lock.ways_in import require_cipher

    _check_sheet(sheet)
    require_cipher()
    if _state(session) is LockState.ON:
        return _answer(session, lock_words.ALREADY_ON)
    if begun := _opened_slots(session):
        return _finish_lock(session, begun)
    if not agrees_to_lock(session, yes=yes):
        return _answer(session, lock_words.NOTHING_CHANGED)
    return _lock_home(session, sheet, yes=yes)


@command("lock off", "carelog lock off", discretion="neutral")
def turn_off(session: Session, yes: Yes = False) -> Answer:
    """Take the lock off: the journal and its backups open without a passphrase again."""
    if not is_there(session.paths.keys) and _has_no_lock(session):
        return _answer(session, lock_words.ALREADY_OFF)
    _require_lock(session)
    if not confirm(session, lock_words.ASK_OFF, yes=yes):
        return _answer(session, lock_words.NOTHING_CHANGED)
    return _unlock_home(session)


@command("lock now", "carelog lock now", discretion="neutral")
def now(session: Session) -> Answer:
    """Lock at once: the next command asks for the passphrase."""
    from carelog.journal.keys.key_ring import forget_cached
    from carelog.journal.lock.lock import what_is_readable

    _require_lock(session)
    forget_cached(session.paths.keys)
    return _answer(session, lock_words.locked_now(what_is_readable(session.paths)))


@command(
    "lock status",
    "carelog lock status",
    "carelog lock",
    panel="In, out, safe",
    group=_("A lock with a passphrase for the journal and its backups. Alone it says whether it is on."),
    with_words=True,
)
def status(session: Session) -> Answer:
    """Say whether the journal is locked, whether a passphrase is needed now, and what the card shows without it."""
    _state(session)
    return _answer(session, "")


@command("lock passphrase", "carelog lock passphrase", discretion="neutral")
def passphrase(session: Session) -> Answer:
    """Change the passphrase. It first asks for the present one, or for the recovery code."""
    from carelog.journal.lock.lock import change_passphrase, slots_of, slots_unchanged

    seen = slots_of(session.paths)
    key, chosen = _ask_key(session), new_passphrase(session, NEW_COMMAND)
    with slots_unchanged(session.paths, seen):
        change_passphrase(session.paths, key, chosen)
    _say_less_memory(session)
    return _answer(session, lock_words.NEW_WAY_IN)


@command("lock recovery", "carelog lock recovery --sheet code.txt", discretion="neutral")
def recovery(session: Session, sheet: Sheet = None, yes: Yes = False) -> Answer:
    """Make a new recovery code; the old one counts until the new one is typed back. --yes prints it instead."""
    from carelog.journal.lock.lock import change_recovery_code, slots_of, slots_unchanged

    _check_sheet(sheet)
    seen = slots_of(session.paths)
    key, code = _ask_key(session), new_code(session, sheet, yes=yes)
    with slots_unchanged(session.paths, seen):
        change_recovery_code(session.paths, key, code)
    shown = code if yes else ""
    return _answer(session, lock_words.code_changed(shown), code=shown)


@command("lock card", "carelog lock card", "carelog lock card names numbers lines", discretion="as it is")
def card(
    session: Session,
    fields: Annotated[list[str] | None, typer.Argument(help=_FIELDS_HELP)] = None,
) -> Answer:
    """Choose what of the crisis card stays readable while the journal is locked."""
    if not fields and not session.can_ask:
        readable = lock_words.readable_on_card(session.settings.lock_card)
        key = "lock.card-choice-needed" if readable else "lock.card-choice-needed-nothing-readable"
        raise InvalidValue(key, fields=readable)
    session.unlock_first()
    if fields:
        session.settings = set_value(session.paths, "lock.card", ",".join(fields))
    else:
        choose_card(session, lambda ticked: session.to_read().card_when_locked(ticked))
    session.apply_settings(session.settings)
    return _answer(session, f"{lock_words.CARD_KEPT} {lock_words.open_on_card(session.settings.lock_card)}")


def _check_sheet(sheet: Path | None) -> None:
    """Raise InvalidValue for `-` and for a name that is not that of a text."""
    need_file(sheet)
    check_ending(str(sheet or ""), "txt", "md")


def _state(session: Session) -> LockState:
    """Whether the lock is on, off or unfinished. Raises JournalDamaged for a locked journal whose slots are gone."""
    from carelog.journal.lock.lock import holds_locked_files, lock_state

    state = lock_state(session.paths)
    if state is LockState.OFF and holds_locked_files(session.paths):
        session.to_read()
        session.close()
    return state


def _answer(session: Session, text: str, *, files: int | None = None, code: str = "") -> Answer:
    from carelog.review.pages.lock import lock_status
    from carelog.wording.verify import sentence

    standing = lock_status(session.paths, session.settings)

    def data() -> dict[str, Any]:
        from carelog.exchange.serializers.nouns import lock_shape

        more = {"files": files} if files is not None else {}
        return {"lock": lock_shape(standing) | more | ({"recovery_code": code} if code else {})}

    return Answer(text=text or lock_words.standing(standing, map(sentence, standing.faults)), data=data)


def _opened_slots(session: Session) -> dict[str, bytes]:
    """The slots of a lock that was begun here, whose passphrase or recovery code was given: both stay as they are then.

    Raises WrongPassphrase, JournalDamaged or JournalNewer where none was given and files here need one. Where nothing
    does, a lock that nobody can open stands in nobody's way: it has no slots then.
    """
    from carelog.journal.lock.lock import needs_slots, slots_of
    from carelog.journal.lock.ways_in import slots_to_keep

    seen = slots_of(session.paths)
    if not slots_to_keep(session.paths.keys):
        return {}
    try:
        open_lock(session, session.paths.keys)
    except (JournalLocked, JournalDamaged, JournalNewer):
        if needs_slots(session.paths):
            raise
        if session.can_ask:
            say_on_stderr(lock_files_words.BEGINS_ANEW)
        return {}
    return seen


def _finish_lock(session: Session, seen: dict[str, bytes]) -> Answer:
    """Finish a lock that was interrupted; passphrase and recovery code stay those that were chosen then."""
    from carelog.journal.lock.lock import encrypt_home, slots_unchanged

    with slots_unchanged(session.paths, seen):
        _open_once(session)
        files = encrypt_home(session.paths)
    session.to_write()
    return _answer(session, f"{lock_words.locked(files)} {lock_files_words.WAYS_IN_STAY}", files=files)


def _lock_home(session: Session, sheet: Path | None, *, yes: bool) -> Answer:
    from carelog.journal.backup.integrity import verify_journal
    from carelog.journal.keys.key_ring import remember_key
    from carelog.journal.lock.lock import encrypt_home, make_slots, new_key, slots_of, slots_unchanged

    seen = slots_of(session.paths)
    journal = session.to_write()
    verify_journal(session.paths.journal)
    if not yes:
        choose_card(session, journal.card_when_locked)
    passphrase, code, key = new_passphrase(session), new_code(session, sheet, yes=yes), new_key()
    session.close()
    with slots_unchanged(session.paths, seen):
        make_slots(session.paths, key, passphrase, code)
        _open_once(session)
        files = encrypt_home(session.paths)
    _say_less_memory(session)
    remember_key(session.paths.keys, key, minutes=session.settings.lock_minutes)
    session.to_write()
    return _answer(session, lock_words.locked(files, code if yes else ""), files=files, code=code if yes else "")


def _say_less_memory(session: Session) -> None:
    from carelog.journal.lock.slot_cost import had_less_memory

    if had_less_memory(session.paths.keys):
        session.remarks.append(lock_files_words.LESS_MEMORY)


def _open_once(session: Session) -> None:
    """Open and close the journal, which migrates it to the newest schema and writes the crisis card."""
    session.to_write()
    session.close()


def _has_no_lock(session: Session) -> bool:
    """Whether there is no lock, or only what is left of one without a way in."""
    from carelog.journal.keys.key_folder import keys_beside

    return _state(session) is LockState.OFF or not keys_beside(session.paths.journal)


def _require_lock(session: Session) -> None:
    """Raise InvalidValue where there is no lock."""
    if _has_no_lock(session):
        raise InvalidValue("lock.not-locked")


def _unlock_home(session: Session) -> Answer:
    from carelog.journal.lock.lock import decrypt_home, slots_of, slots_unchanged

    seen = slots_of(session.paths)
    _take_in_sealed_notes(session)
    with slots_unchanged(session.paths, seen):
        files = decrypt_home(session.paths)
    session.to_read()
    return _answer(session, lock_words.UNLOCKED, files=files)


def _take_in_sealed_notes(session: Session) -> None:
    """Open the journal, so that it takes sealed notes in; ask for the key first where it is plain and files need it."""
    from carelog.journal.keys.key_ring import known_key
    from carelog.journal.keys.readable import is_plain
    from carelog.journal.lock.lock import holds_locked_files
    from carelog.journal.lock.sealed_notes import sealed_notes

    paths = session.paths
    if is_plain(paths.journal) and (sealed_notes(paths) or holds_locked_files(paths)):
        key = known_key(paths.keys) or open_lock(session, paths.keys)
        session.to_write().add_sealed_notes(key)
    _open_once(session)


def _ask_key(session: Session) -> bytes:
    """The key, from a passphrase or recovery code; a cached key is not enough to change passphrase and code."""
    from carelog.journal.lock.ways_in import open_slots

    _require_lock(session)
    return with_passphrase(session, lock_words.ASK_OLD, lambda typed: open_slots(session.paths.keys, typed)[0])
