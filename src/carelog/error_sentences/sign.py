"""Sentences of errors about signs."""

SENTENCES = {
    "sign.handle-unknown": "There is no sign “{reference}”. Lists show the handles there are.",
    "sign.id-unknown": "There is no sign with that id.",
    "sign.name-unknown": "There is no sign called “{name}”. “carelog sign list” shows what there is.",
    "sign.none-yet": "There is no sign yet.",
}
