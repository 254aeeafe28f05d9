"""Files and folders that cannot be read or written."""

SENTENCES = {
    "storage.backup-not-written": "carelog could not write the backup {path}: {reason}.",
    "storage.copy-not-written": "carelog could not write the copy {path}: {reason}.",
    "storage.folder-in-use": "Another program is changing {folder} now. Nothing was changed here.",
    "storage.folder-not-made": "carelog could not make the folder {path}: {reason}.",
    "storage.not-closed-to-others": "carelog could not close to others {path}: {reason}.",
    "storage.not-erased": "carelog could not erase {path}: {reason}.",
    "storage.not-made": "carelog could not make {path}: {reason}.",
    "storage.not-read": "carelog could not read {path}: {reason}.",
    "storage.not-removed": "carelog could not remove {path}: {reason}.",
    "storage.not-restored": "carelog could not restore to {path}: {reason}.",
    "storage.not-written": "carelog could not write {path}: {reason}.",
}
