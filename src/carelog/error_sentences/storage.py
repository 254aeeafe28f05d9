"""Files and folders that cannot be read or written."""

SENTENCES = {
    "storage.backup-not-written": "carelog could not write the backup {path}: {reason}.",
    "storage.card-not-written": (
        "Your journal is saved. The crisis card is not up to date: {reason} The next command tries again."
    ),
    "storage.closed": (
        "carelog could not use {path}, because {closed} is closed to your own account. What was saved before is safe. "
        "To open it to you: chmod u+rwX {quoted}"
    ),
    "storage.closed-by-another": (
        "carelog could not use {path}, because {closed} belongs to another account of this computer and is closed to "
        "yours. What was saved before is safe. A folder of your own can be named in CARELOG_HOME."
    ),
    "storage.closed-to-writing": (
        "{path} cannot be written: {closed} is read-only for your own account. Nothing was changed. “chmod u+w "
        "{quoted}” opens it to writing."
    ),
    "storage.copy-not-written": "carelog could not write the copy {path}: {reason}.",
    "storage.damaged": (
        "{path} is not a sound journal ({name}). It was left as it is. “carelog restore” says which backups there are; "
        "“carelog crisis” works all the same."
    ),
    "storage.damaged-inside": "{path} is damaged inside. It was left as it is.",
    "storage.damaged-or-without-keys": (
        "{path} is not a sound journal (SQLITE_NOTADB): it is damaged, or it was locked and the folder “{folder}” "
        "that belongs beside it is missing. It was left as it is. A backup that you made elsewhere has a copy of "
        "that folder beside it. “carelog restore” says which backups are here; “carelog crisis” works all the same."
    ),
    "storage.disk-refused": (
        "{path} could not be used ({name}). Your last change may not be saved. Your card works: carelog crisis"
    ),
    "storage.file-taken": "There is a file {path} already. It was left as it is; please name a new one.",
    "storage.folder-in-use": "Another program is changing {folder} now. Nothing was changed here.",
    "storage.folder-not-made": "carelog could not make the folder {path}: {reason}.",
    "storage.foreign-parts": "{path} holds parts that a carelog journal does not have. It was left as it is.",
    "storage.in-use": "Another program is using {path}. Close it or wait a moment, then try again.",
    "storage.journal-closed": (
        "The journal {path} was closed by this program, so nothing was read or changed. Journal.open() opens it again."
    ),
    "storage.masked": (
        "The journal {path} is read with masks, and what was read so is not written back. Nothing was changed."
    ),
    "storage.name-too-long": "The name of a file or folder is longer than this computer takes. Give a shorter one.",
    "storage.newer": "{path} was written by a newer carelog. Please update carelog to use it.",
    "storage.newer-to-write": (
        "{path} was written by a newer carelog. It was left as it is. Please update carelog to write to it."
    ),
    "storage.no-key-opens": (
        "{path} does not open with this key: it is damaged, or locked under another key. It was left as it "
        "is. Where passphrase and recovery code are of two locks, the other one may open it. “carelog "
        "restore” says which backups there are; “carelog crisis” works all the same."
    ),
    "storage.no-locks": (
        "The disk of {path} has no locks, without which two programs could harm your journal. Nothing was changed. "
        "Copy the folder {folder} to a disk of this computer, and name the copy in CARELOG_HOME. “carelog crisis” "
        "works all the same."
    ),
    "storage.no-room": "There is no room left on the disk that holds {path}. Nothing was changed.",
    "storage.not-a-journal": "{path} is not a carelog journal.",
    "storage.not-closed-to-others": "carelog could not close to others {path}: {reason}.",
    "storage.not-erased": "carelog could not erase {path}: {reason}.",
    "storage.not-made": "carelog could not make {path}: {reason}.",
    "storage.not-read": "carelog could not read {path}: {reason}.",
    "storage.not-removed": "carelog could not remove {path}: {reason}.",
    "storage.not-restored": "carelog could not restore to {path}: {reason}.",
    "storage.not-used": "carelog could not use {path}: {reason}. What was saved before is safe.",
    "storage.not-written": "carelog could not write {path}: {reason}.",
    "storage.of-another-account": (
        "{path} was put there by another account of this computer, which could read what is written to it. Nothing was "
        "changed. To go on with a file of your own, move this one away, or name a folder of your own in CARELOG_HOME."
    ),
    "storage.of-another-program": "{path} is a database of another program. carelog left it as it is.",
    "storage.of-another-thread": (
        "The journal {path} was opened in another thread, so nothing was read or changed. Each thread opens its own: "
        "Journal.open()"
    ),
    "storage.opened-for-reading": (
        "The journal {path} was opened for reading. Nothing was changed. Without to_write=False, Journal.open() opens "
        "it for writing too."
    ),
    "storage.part-missing": (
        "{path} lacks a part that every journal has. “carelog restore” says which backups there are."
    ),
    "storage.read-only": "{path} cannot be written: it, or its folder, is read-only. Nothing was changed.",
    "storage.read-only-of-another": (
        "{path} cannot be written: {closed} belongs to another account of this computer. Nothing was changed. A folder "
        "of your own can be named in CARELOG_HOME."
    ),
    "storage.replaced-meanwhile": (
        "Another program put a new journal in the place of {path}. Nothing was changed. Please try again."
    ),
    "storage.rights-not-kept": (
        "{path} stays open to other accounts: its disk keeps no rights of single files. To close the journal itself: "
        "carelog lock on"
    ),
    "storage.row-damaged": "A row of {table} in {path} is not what was written. It was left as it is.",
    "storage.row-unreadable": (
        "A row of {table} ({handle}) cannot be read; the file may be damaged. “carelog verify” says what is wrong with "
        "it, “carelog verify --repair FILE” saves all others, and “carelog restore” says which backups there are."
    ),
    "storage.rows-with-faults": (
        (
            "A value in {path} cannot be what was noted: {rows}. It was left as it is. To save all else to a new file: "
            "carelog verify --of {quoted} --repair FILE"
        ),
        (
            "{count} values in {path} cannot be what was noted: {rows}. They were left as they are. To save all else "
            "to a new file: carelog verify --of {quoted} --repair FILE"
        ),
    ),
    "storage.sqlite-too-old": "This Python brings SQLite {version}; carelog needs {oldest} or later.",
    "storage.undo-damaged": "What undo keeps in {path} is not what was written. It was left as it is.",
}
