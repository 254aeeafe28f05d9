"""Files and folders that cannot be read or written."""

SENTENCES = {
    "storage.backup-not-written": "carelog could not write the backup {path}: {reason}.",
    "storage.card-not-written": (
        "Your journal is saved. The crisis card is not up to date: {reason} The next command tries again."
    ),
    "storage.copy-not-written": "carelog could not write the copy {path}: {reason}.",
    "storage.damaged": (
        "{path} is not a sound journal ({name}). It was left as it is. “carelog restore” lists your backups; "
        "“carelog crisis” works all the same."
    ),
    "storage.damaged-inside": "{path} is damaged inside. It was left as it is.",
    "storage.damaged-or-without-keys": (
        "{path} is not a sound journal (SQLITE_NOTADB): it is damaged, or it was locked and the folder “{folder}” "
        "that belongs beside it is missing. It was left as it is. A backup that you made elsewhere has a copy of "
        "that folder beside it. “carelog restore” lists the backups here; “carelog crisis” works all the same."
    ),
    "storage.disk-refused": "The disk did not let carelog use {path} ({name}). Your last change may not be saved.",
    "storage.file-taken": "There is a file {path} already. It was left as it is; please name a new one.",
    "storage.folder-in-use": "Another program is changing {folder} now. Nothing was changed here.",
    "storage.folder-not-made": "carelog could not make the folder {path}: {reason}.",
    "storage.foreign-parts": "{path} holds parts that a carelog journal does not have. It was left as it is.",
    "storage.in-use": "Another program is using {path}. Close it or wait a moment, then try again.",
    "storage.name-too-long": "The name of a file or folder is longer than this computer takes. Give a shorter one.",
    "storage.newer": "{path} was written by a newer carelog. Please update carelog to use it.",
    "storage.newer-to-write": (
        "{path} was written by a newer carelog. It was left as it is. Please update carelog to write to it."
    ),
    "storage.no-key-opens": (
        "{path} does not open with the key at hand: it is damaged, or locked under another key. It was left as it is. "
        "Where passphrase and recovery code are of two locks, the other one may open it. “carelog restore” lists your "
        "backups; “carelog crisis” works all the same."
    ),
    "storage.no-room": "There is no room left on the disk that holds {path}. Nothing was changed.",
    "storage.not-a-journal": "{path} is not a carelog journal.",
    "storage.not-closed-to-others": "carelog could not close to others {path}: {reason}.",
    "storage.not-erased": "carelog could not erase {path}: {reason}.",
    "storage.not-made": "carelog could not make {path}: {reason}.",
    "storage.not-read": "carelog could not read {path}: {reason}.",
    "storage.not-removed": "carelog could not remove {path}: {reason}.",
    "storage.not-restored": "carelog could not restore to {path}: {reason}.",
    "storage.not-written": "carelog could not write {path}: {reason}.",
    "storage.of-another-program": "{path} is a database of another program. carelog left it as it is.",
    "storage.part-missing": "{path} lacks a part that every journal has. “carelog restore” lists your backups.",
    "storage.read-only": "{path} cannot be written: it, or its folder, is read-only. Nothing was changed.",
    "storage.replaced-meanwhile": (
        "Another program put a new journal in the place of {path}. Nothing was changed. Please try again."
    ),
    "storage.row-damaged": "A row of {table} in {path} is not what was written. It was left as it is.",
    "storage.row-unreadable": (
        "A row of {table} ({handle}) cannot be read; the file may be damaged. “carelog verify” says what is wrong with "
        "it, “carelog verify --repair FILE” saves all others, and “carelog restore” lists your backups."
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
