"""Files of other apps."""

SENTENCES = {
    "imports.count-below-zero": "A count is never below zero.",
    "imports.source-empty": "The name of a format needs at least one character.",
    "imports.source-too-long": "The name of a format can have up to {longest} characters; this has {length}.",
}
