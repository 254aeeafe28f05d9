"""A new passphrase, or the password of a file, that a stranger guesses soon."""

SENTENCES = {
    "passphrase.is-often-chosen": (
        "This is a word, name or date that many people choose, so it is among the first that are tried, also with "
        "digits or signs around it. Four or five words that have nothing to do with each other make a good one."
    ),
    "passphrase.is-run": (
        "These letters or digits follow each other on the keyboard or in the alphabet, and are among the first that "
        "are tried. Four or five words that have nothing to do with each other make a good one."
    ),
    "passphrase.repeats": (
        "This repeats the same few letters or digits, and is among the first that are tried. Four or five words that "
        "have nothing to do with each other make a good one."
    ),
}
