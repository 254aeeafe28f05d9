"""Sentences of errors about entries."""

SENTENCES = {
    "entry.handle-unknown": "There is no entry “{reference}”. Lists show the handles there are.",
    "entry.id-unknown": "There is no entry with that id.",
    "entry.none-yet": "There is no entry yet.",
}
