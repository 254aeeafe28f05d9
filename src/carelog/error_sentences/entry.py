"""Entries, their moods and words."""

SENTENCES = {
    "entry.empty": "An entry needs a mood, a note, a feeling, a tag or a reading.",
    "entry.feeling-empty": "A feeling needs at least one character.",
    "entry.feeling-too-long": "A feeling can have up to {longest} characters; this has {length}.",
    "entry.handle-unknown": "There is no entry “{reference}”. Lists show the handles there are.",
    "entry.id-unknown": "There is no entry with that id.",
    "entry.mood-not-a-score": "A mood is a whole number from {lowest} to {highest}; {score} is not.",
    "entry.none-yet": "There is no entry yet.",
    "entry.tag-empty": "A tag needs at least one character.",
    "entry.tag-too-long": "A tag can have up to {longest} characters; this has {length}.",
}
