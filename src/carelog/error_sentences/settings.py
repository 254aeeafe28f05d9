"""The settings file and values in it."""

SENTENCES = {
    "settings.needs-terminal": (
        "This asks a question, which needs a terminal and no --json. Without one: carelog settings set, or an editor "
        "of yours on the file of carelog settings path."
    ),
}
