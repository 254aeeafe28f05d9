"""Entries, their moods and words."""

SENTENCES = {
    "entry.log-takes-no-mood": "log lists entries and takes no words. To note it: carelog mood {score}",
    "entry.log-takes-no-words": "log lists entries. To look for words: carelog log --search {words}",
    "entry.nothing-to-note": "There was nothing to note, so nothing was saved.",
    "entry.score-needed": "A mood begins with a number from 1 to 5 or its word, such as: carelog mood 4 a few words",
    "entry.score-needs-terminal": (
        "This asks a question, which needs a terminal and no --json. A mood begins with a number from 1 to 5 or its "
        "word, such as: carelog mood 4 a few words"
    ),
}
