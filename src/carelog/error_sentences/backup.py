"""Sentences of errors about backups."""

SENTENCES = {
    "backup.copy-differs": (
        "The copy of {path} was not the same as the journal; it is not kept. “carelog verify” says more."
    ),
    "backup.disk-refused": (
        "carelog could not write the backup {path}: the disk did not let it ({name}). Your journal is saved."
    ),
    "backup.journal-damaged": "{reason} No backup was taken, and the older ones stay. “carelog verify” says more.",
    "backup.no-room": (
        "carelog could not write the backup {path}: there is no room left on its disk. Your journal is saved."
    ),
    "backup.no-such-file": "There is no file {path}. “carelog restore” says which backups there are.",
    "backup.not-migrated": "{path} could not be brought up to date. Nothing was changed.",
    "backup.not-rewritten": "{path} could not be written again. It was left as it is.",
    "backup.repair-needs-file": "Say where to write what is sound: carelog verify --of {quoted} --repair FILE",
    "backup.too-little-readable": "Too little of {path} can be read. “carelog restore” says which backups there are.",
}
