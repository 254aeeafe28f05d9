"""Sentences of errors about the program itself."""

SENTENCES = {
    "program.nothing-to-take-back": "There is nothing to take back. Undo reaches the last add, edit or tick.",
}
