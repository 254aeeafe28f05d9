"""Trackers and their readings."""

SENTENCES = {
    "tracker.name-taken": "There is a tracker “{name}” already.",
    "tracker.reading-not-understood": "A reading is written name=number, such as: carelog track sleep=7.5",
    "tracker.readings-need-terminal": (
        "This asks a question, which needs a terminal and no --json. A reading is written name=number, such as: "
        "carelog track sleep=7.5"
    ),
}
