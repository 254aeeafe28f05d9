"""Sentences of errors about the files of the journal."""

SENTENCES = {
    "storage.card-not-written": (
        "Your journal is saved. The crisis card is not up to date: {reason} The next command tries again."
    ),
    "storage.damaged": (
        "{path} is not a sound journal ({name}). It was left as it is. “carelog restore” lists your backups; “carelog "
        "crisis” works all the same."
    ),
    "storage.damaged-inside": "{path} is damaged inside. It was left as it is.",
    "storage.damaged-or-without-keys": (
        "{path} is not a sound journal (SQLITE_NOTADB): it is damaged, or it was locked and the folder “{folder}” that "
        "belongs beside it is missing. It was left as it is. A backup that you made elsewhere has a copy of that "
        "folder beside it. “carelog restore” lists the backups here; “carelog crisis” works all the same."
    ),
    "storage.disk-refused": "The disk did not let carelog use {path} ({name}). Your last change may not be saved.",
    "storage.file-taken": "There is a file {path} already. It was left as it is; please name a new one.",
    "storage.foreign-parts": "{path} holds parts that a carelog journal does not have. It was left as it is.",
    "storage.in-use": "Another program is using {path}. Close it or wait a moment, then try again.",
    "storage.newer": "{path} was written by a newer carelog. Please update carelog to use it.",
    "storage.newer-to-write": (
        "{path} was written by a newer carelog. It was left as it is. Please update carelog to write to it."
    ),
    "storage.no-room": "There is no room left on the disk that holds {path}. Nothing was changed.",
    "storage.not-a-journal": "{path} is not a carelog journal.",
    "storage.of-another-program": "{path} is a database of another program. carelog left it as it is.",
    "storage.part-missing": "{path} lacks a part that every journal has. “carelog restore” lists your backups.",
    "storage.read-only": "{path} cannot be written: it, or its folder, is read-only. Nothing was changed.",
    "storage.replaced-meanwhile": (
        "Another program put a new journal in the place of {path}. Nothing was changed. Please try again."
    ),
    "storage.row-damaged": "A row of {table} in {path} is not what was written. It was left as it is.",
    "storage.row-unreadable": (
        "A row of {table} ({handle}) cannot be read; the file may be damaged. “carelog restore” lists your backups."
    ),
    "storage.sqlite-too-old": "This Python brings SQLite {version}; carelog needs {oldest} or later.",
    "storage.undo-damaged": "What undo keeps in {path} is not what was written. It was left as it is.",
}
