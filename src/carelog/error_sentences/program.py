"""The program itself, and its demo."""

SENTENCES = {
    "program.demo-folder-not-empty": "{folder} is not an empty folder. A demo goes into a new or an empty one.",
    "program.demo-folder-unreadable": "carelog could not look into {folder}: {reason}. Nothing was changed.",
    "program.demo-out-of-range": "A demo has 1 to {years} years, and 1 to {entries} entries a day.",
    "program.nothing-to-take-back": "There is nothing to take back. Undo reaches the last add, edit or tick.",
}
