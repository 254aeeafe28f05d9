"""Sentences of errors about helplines."""

SENTENCES = {
    "helpline.handle-unknown": "There is no helpline “{reference}”. Lists show the handles there are.",
    "helpline.id-unknown": "There is no helpline with that id.",
    "helpline.none-yet": "There is no helpline yet.",
}
