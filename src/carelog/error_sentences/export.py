"""Sentences of errors about exports and shares."""

SENTENCES = {
    "export.share-handle-unknown": "There is no share “{reference}”. Lists show the handles there are.",
    "export.share-id-unknown": "There is no share with that id.",
    "export.share-none-yet": "There is no share yet.",
}
