"""Entries, their moods and words."""

SENTENCES = {
    "entry.empty": "One number from 1 to 5 is enough for an entry: carelog mood 3",
    "entry.feeling-empty": "A feeling needs at least one character.",
    "entry.feeling-too-long": "A feeling can have up to {longest} characters; this has {length}.",
    "entry.handle-unknown": "No entry has the handle “{reference}”. To see them: carelog log",
    "entry.id-unknown": "There is no entry with that id.",
    "entry.last-is-reading": (
        "The last entry [{reading}] holds readings alone; the last one with a mood or words is [{entry}]. Nothing was "
        "changed. Write the one that you mean: {command}"
    ),
    "entry.log-day-or-word": (
        "“{word}” can be a time or a word. The time: carelog log --from {first} --to {last}. The word: carelog log "
        "--search {typed}"
    ),
    "entry.log-takes-no-mood": "“carelog log” shows entries. To note a mood: carelog mood {score}",
    "entry.log-twice": "“{words}” and an option both say what to list. One of them is enough.",
    "entry.mood-not-a-score": (
        "Moods go from {lowest} to {highest}, so {score} cannot be kept. Pick the closest one; it need not be exact."
    ),
    "entry.none-yet": "No entries yet. To note how it is: carelog mood",
    "entry.nothing-to-note": "Nothing was saved, and that is fine.",
    "entry.number-may-count": (
        "“{text}” may begin with a count and not with a mood. With a mood: {with_score}\nWithout one: {without}"
    ),
    "entry.score-needed": "A mood begins with a number from 1 to 5 or its word, such as: carelog mood 4 a few words",
    "entry.score-needs-terminal": "Write how it is, 1 to 5 or its word, and what you like: carelog mood 4 a few words",
    "entry.tag-empty": "A tag needs at least one character.",
    "entry.tag-too-long": "A tag can have up to {longest} characters; this has {length}.",
    "entry.words-without-score": (
        "A mood begins with a number from 1 to 5 or its word and a colon. With one: {with_score}\n"
        "Without one: {without}"
    ),
}
