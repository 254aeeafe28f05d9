"""Entries, their moods and words."""

SENTENCES = {
    "entry.empty": "An entry needs a mood, a note, a feeling, a tag or a reading.",
    "entry.feeling-empty": "A feeling needs at least one character.",
    "entry.feeling-too-long": "A feeling can have up to {longest} characters; this has {length}.",
    "entry.handle-unknown": "There is no entry “{reference}”. Lists show the handles there are.",
    "entry.id-unknown": "There is no entry with that id.",
    "entry.last-is-reading": (
        "The last entry [{reading}] holds readings alone; the last one with a mood or words is [{entry}]. Nothing was "
        "changed. Write the one that you mean: carelog edit {entry} {words}"
    ),
    "entry.log-day-or-word": (
        "“{word}” can be a time or a word. The time: carelog log --from {first} --to {last}. The word: carelog log "
        "--search {typed}"
    ),
    "entry.log-takes-no-mood": "“carelog log” shows entries. To note a mood: carelog mood {score}",
    "entry.log-twice": "“{words}” and an option both say what to list. Give one of them.",
    "entry.mood-not-a-score": "A mood is a whole number from {lowest} to {highest}; {score} is not.",
    "entry.none-yet": "There is no entry yet.",
    "entry.nothing-to-note": "There was nothing to note, so nothing was saved.",
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
