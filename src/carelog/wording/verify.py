"""verify: the findings about everything that carelog stores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.finding import Finding, FindingKind, Severity
from carelog.domain.text import clean_line
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.damaged_rows import named, some
from carelog.wording.files.full_copy import holds
from carelog.wording.files.rows import counted_rows
from carelog.wording.lists import listed
from carelog.wording.lock_files import WAY_IN_COSTS_LITTLE, not_readable
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

ALL_SOUND = _("Everything was checked and is in order.")
SOME_REMARKS = _("Everything was checked and is in order. Where it says “{mark}”, there is something to know:")
SOME_WRONG = _("Everything was checked and nothing was changed. Where it says “{mark}”, there is something to do:")
NOTHING_TO_REPAIR = _("The journal is sound: there is nothing to repair, and no file was written.")
PAGE_MAY_BE_WRONG = _(
    "A part of your journal is damaged on the disk, and this page may be wrong there. What can be done: carelog verify"
)
"""A warning beside a page that was made from a damaged journal."""

_MARKS = {Severity.SOUND: _("ok"), Severity.REMARK: _("note"), Severity.WRONG: _("look")}

_SENTENCES = {
    FindingKind.NO_JOURNAL: _("There is no journal yet. Your first entry makes it: {path}"),
    FindingKind.JOURNAL_MISSING: _("There is no journal at {path}, but there are backups: carelog restore"),
    FindingKind.FOREIGN_PARTS: _("{path} has other parts than a journal has: another program did that."),
    FindingKind.UNDO_DAMAGED: _("What “undo” keeps in {path} is not what was written. The next change replaces it."),
    FindingKind.CARD_CURRENT: _("The crisis card agrees with the journal."),
    FindingKind.CARD_MISSING: _("The crisis card is not there yet; the next command that opens the journal writes it."),
    FindingKind.CARD_DAMAGED: _(
        "The crisis card is damaged, and shows what can be read. The next command that opens the journal repairs it."
    ),
    FindingKind.CARD_OTHER: _(
        "The crisis card differs from the journal. The next change to your people or your plan brings it up to date."
    ),
    FindingKind.CARD_BEHIND: _(
        "The crisis card is older than the journal; the next command that opens the journal brings it up to date."
    ),
    FindingKind.SETTINGS_READABLE: _("The settings can be read."),
    FindingKind.SETTINGS_UNKNOWN: _("Settings that this carelog does not know; they stay as they are: {about}"),
    FindingKind.OPEN_TO_OTHERS: _(
        "Other people of this computer may open {path}. To close it: carelog verify --fix-permissions"
    ),
    FindingKind.OF_ANOTHER_ACCOUNT: _(
        "{path} belongs to another account of this computer, which may read and change what is in it. "
        "carelog cannot close it; a folder of your own can be named in CARELOG_HOME."
    ),
    FindingKind.RIGHTS_NOT_KEPT: _(
        "The journal is on a disk ({about}) that keeps no rights of its own for files: whoever may use the "
        "disk may open them. To close the journal itself: carelog lock on"
    ),
    FindingKind.PRIVATE: _("Only you can open these files."),
    FindingKind.SYNCHRONISED: _(
        "The journal is in a folder of {about}. It is copied elsewhere while it is written, which can harm "
        "it: keep it outside, and back up there with “carelog backup DIR”. If it has to stay, leave "
        "journal.db-journal out of what is copied, and write on one computer at a time."
    ),
    FindingKind.NETWORK: _(
        "The journal is in a network folder ({about}), where locks may not hold: keep it on this computer, "
        "and back up there: carelog backup DIR"
    ),
    FindingKind.COPIES_BESIDE: _(
        "Another program left copies of the journal, which may hold what the journal does not: {about}. What one of "
        "them holds, in numbers and before anything changes: carelog restore FILE"
    ),
    FindingKind.COPY_IN_THE_OPEN: _(
        "{path} is a copy that another program made, and can be read although the journal is locked. Once you miss "
        "nothing that is in it, remove it."
    ),
    FindingKind.WAYS_IN_SOUND: _("Both ways in are whole: the passphrase's and the recovery code's."),
    FindingKind.WAY_IN_COSTS_LITTLE: WAY_IN_COSTS_LITTLE,
    FindingKind.LOCK_UNFINISHED: _(
        "The lock is not finished: {path} is readable now; “carelog lock on” finishes it. If something is missing "
        "from it, a backup may have it: carelog restore"
    ),
    FindingKind.WAY_IN_DAMAGED: _(
        "{path} is damaged or missing, and opens nothing. Your other way in opens the journal and makes a "
        "new one of this: carelog lock {about}"
    ),
    FindingKind.WAY_IN_FOREIGN: _(
        "{path} belongs to another journal and does not open this one. Your other way in does, and makes a "
        "new one of this: carelog lock {about}. The present one is kept beside it."
    ),
    FindingKind.WAYS_IN_APART: _(
        "The passphrase and the recovery code in {path} belong to two journals, so only one of them opens "
        "yours. With that one, “carelog verify” says how to make a new one of the other."
    ),
    FindingKind.NO_WAY_IN: _(
        "Neither the passphrase nor the recovery code in {path} opens this journal: each is damaged, "
        "missing, or of another journal. A backup that you made elsewhere has copies of them beside it; "
        "“carelog restore” with that backup brings them back."
    ),
    FindingKind.SEALING_DAMAGED: _(
        "{path} is damaged, or belongs to another journal: it opens no sealed notes. The next command that opens your "
        "journal puts it aside and makes a new one."
    ),
    FindingKind.SEALING_MISSING: _(
        "{path} is missing: without it, notes that were sealed before open nowhere. The next command that opens your "
        "journal makes a new one."
    ),
    FindingKind.SEALING_FOREIGN: _(
        "{path} seals notes for another journal, so nobody could read them here. The next command that opens "
        "your journal makes a new one."
    ),
    FindingKind.SEALING_APART: _(
        "The two keys for sealed notes in {path} do not belong together, so no note is sealed with them. The next "
        "command that opens your journal puts that right."
    ),
    FindingKind.BACKUPS_AHEAD: _(
        "By its date the backup {path} is of {about}, which is later than this computer's clock: the clock was wrong "
        "then, or is now. It is kept, and a backup is taken on every day you write all the same."
    ),
    FindingKind.BACKUPS_NAMED_LATER: _(
        "These backups in {path} have later names than the clock showed when they were taken, so that they stay in "
        "their order: {about}"
    ),
    FindingKind.BACKUPS_STALE: _("The newest backup is of {about}, and the journal was changed since: carelog backup"),
    FindingKind.NO_BACKUP: _("There is no backup yet. One is taken on every day you write, or now: carelog backup"),
}
_SAID_BY_AN_ERROR = frozenset(
    [
        FindingKind.JOURNAL_UNREADABLE,
        FindingKind.SETTINGS_UNREADABLE,
        FindingKind.FOLDER_CLOSED,
        FindingKind.WAY_IN_NEWER,
        FindingKind.BACKUP_UNREADABLE,
    ]
)
_COUNTED = frozenset(
    [
        FindingKind.JOURNAL_SOUND,
        FindingKind.COPIES_READABLE,
        FindingKind.NOTES_UNREADABLE,
        FindingKind.NOTES_WITHOUT_LOCK,
        FindingKind.BACKUPS_SOUND,
        FindingKind.BACKUPS_LOCKED,
        FindingKind.BACKUP_HOLDS_MORE,
    ]
)
_WAYS = _("“carelog restore” says which backups there are; “carelog verify --repair FILE” saves what is sound.")


def report(findings: Sequence[Finding]) -> str:
    """All findings, one per line, below a summary."""
    severities = {each.kind.severity for each in findings}
    first = ALL_SOUND if severities <= {Severity.SOUND} else SOME_REMARKS.format(mark=_MARKS[Severity.REMARK])
    if Severity.WRONG in severities:
        first = SOME_WRONG.format(mark=_MARKS[Severity.WRONG])
    return "\n".join([first, *(f"  {_MARKS[each.kind.severity]:<4} {sentence(each)}" for each in findings)])


def sentence(finding: Finding) -> str:
    """One finding."""
    path, about = finding.path, finding.about
    if finding.kind in _COUNTED:
        return _counted(finding.kind, finding.number, path)
    match finding.kind:
        case kind if kind in _SAID_BY_AN_ERROR:
            return about[0]
        case FindingKind.ROWS_DAMAGED | FindingKind.ROWS_WITH_FAULTS:
            return f"{_rows_at_fault(finding)} {_WAYS}"
        case FindingKind.NOT_WHOLE:
            damaged = _("{path} is damaged inside ({parts}).") if about else _("{path} is damaged inside.")
            return f"{damaged.format(path=path, parts=some(about))} {_WAYS}"
    return _SENTENCES[finding.kind].format(path=path, about=some(tuple(map(clean_line, about))))


def _counted(kind: FindingKind, count: int, path: Path) -> str:
    match kind:
        case FindingKind.JOURNAL_SOUND:
            return plural(
                count,
                "The journal is sound: {count} thing in {path}, each as it was written.",
                "The journal is sound: {count} things in {path}, each as it was written.",
                path=path,
            )
        case FindingKind.BACKUPS_SOUND | FindingKind.BACKUPS_LOCKED | FindingKind.BACKUP_HOLDS_MORE:
            return _of_backups(kind, count, path)
        case FindingKind.COPIES_READABLE:
            return plural(
                count,
                "The lock is not finished: {count} copy of your journal below {path} is readable now. To finish "
                "it: carelog lock on",
                "The lock is not finished: {count} copies of your journal below {path} are readable now. To "
                "finish it: carelog lock on",
                path=path,
            )
        case FindingKind.NOTES_WITHOUT_LOCK:
            return plural(
                count,
                "{count} sealed note in {path} cannot be read here: the lock that it was sealed for is gone. It stays "
                "where it is.",
                "{count} sealed notes in {path} cannot be read here: the lock that they were sealed for is gone. They "
                "stay where they are.",
                path=path,
            )
    return not_readable(count)


def _of_backups(kind: FindingKind, count: int, path: Path) -> str:
    match kind:
        case FindingKind.BACKUPS_SOUND:
            return plural(
                count,
                "{count} backup opened and sound in {path}",
                "{count} backups opened and sound in {path}",
                path=path,
            )
        case FindingKind.BACKUP_HOLDS_MORE:
            return plural(
                count,
                "The newest backup, {path}, holds {count} thing that the journal never had. After a restore that is as "
                "it should be; else another program put an older journal in its place. To see it in numbers: carelog "
                "restore {typed}",
                "The newest backup, {path}, holds {count} things that the journal never had. After a restore that is "
                "as it should be; else another program put an older journal in its place. To see it in numbers: "
                "carelog restore {typed}",
                path=path,
                typed=typed(str(path)),
            )
    return plural(
        count,
        "{count} backup in {path} is locked, and was not opened, because its key is not here.",
        "{count} backups in {path} are locked, and were not opened, because their key is not here.",
        path=path,
    )


def _rows_at_fault(finding: Finding) -> str:
    path, about, rows = finding.path, finding.about, finding.rows
    if rows:
        return plural(
            len(rows),
            "In {path} {count} value cannot be what was noted: {rows}.",
            "In {path} {count} values cannot be what was noted: {rows}.",
            path=path,
            rows=named(rows),
        )
    return plural(
        len(about),
        "Not as written in {path}: {count} row, {rows}.",
        "Not as written in {path}: {count} rows, {rows}.",
        path=path,
        rows=some(about),
    )


def closed_to_others(paths: Sequence[Path]) -> str:
    """The permissions of other accounts were removed."""
    return plural(
        len(paths), "Closed to others: {count} file or folder.", "Closed to others: {count} files and folders."
    )


def repaired(
    path: Path, counts: Mapping[str, int], left: Mapping[str, int], damaged: Sequence[str], of: Path | None = None
) -> str:
    """The sound rows were written to a new journal; `left` counts rows that could not be, by table.

    They are those of the journal, or `of` a backup.
    """
    if of:
        saved = _("What is sound in {backup} was written to {path}; nothing else was changed.")
    else:
        saved = _("What is sound was written to {path}; the journal itself was not changed.")
    lines = [f"{saved.format(path=path, backup=of)} {holds(counts)}"]
    if left:
        rows = (counted_rows(name, count) for name, count in left.items())
        lines.append(_("Could not be saved: {rows}.").format(rows=listed(rows)))
    if damaged:
        lines.append(_("What was wrong: {rows}.").format(rows=some(damaged)))
    restore = _("Compare it with your newest backup before you use it: carelog restore {path}")
    lines.append(restore.format(path=typed(str(path))))
    return "\n".join(lines)
