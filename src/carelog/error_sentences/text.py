"""Words that are used for several things."""

SENTENCES = {
    "text.cover-taken": "“{cover}” is what something else is called already. Choose other words, to tell them apart.",
    "text.cover-too-long": "A cover can have up to {longest} characters; this has {length}.",
    "text.name-empty": "A name needs at least one character.",
    "text.name-too-long": "A name can have up to {longest} characters; this has {length}.",
    "text.new-words-twice": "“{words}” stands behind it, and an option has new words too. One of them is enough.",
    "text.not-sha256": "A SHA-256 has 64 hexadecimal digits.",
    "text.not-text": (
        "Some of this cannot be read as letters, so nothing of it was kept. Save it as UTF-8 text and try again."
    ),
    "text.note-too-long": "A note can hold up to {longest:,} characters; this has {length:,}.",
    "text.unit-too-long": "A unit can have up to {longest} characters; this has {length}.",
}
