"""Sentences of errors about activities."""

SENTENCES = {
    "activity.handle-unknown": "There is no activity “{reference}”. Lists show the handles there are.",
    "activity.id-unknown": "There is no activity with that id.",
    "activity.name-unknown": "There is no activity called “{name}”. “carelog activity list” shows what there is.",
    "activity.none-yet": "There is no activity yet.",
}
