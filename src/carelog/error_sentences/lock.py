"""The lock of the journal, its passphrase and its recovery code."""

SENTENCES = {
    "lock.card-choice-needed": "Readable on your card without a key: {fields}.",
    "lock.card-choice-needed-nothing-readable": "Readable on your card without a key: nothing of your own.",
    "lock.code-needs-terminal": (
        "This asks a question, which needs a terminal and no --json. With --yes the new code is printed and not "
        "asked for again."
    ),
    "lock.command-ended": "{name} ended with an error, so there is no passphrase. Nothing was changed.",
    "lock.needs-command": (
        "Your journal is locked, and nobody can be asked for the passphrase here. Give it with "
        "CARELOG_PASSPHRASE_COMMAND, a command that prints it. “carelog crisis” works all the same."
    ),
    "lock.new-needs-command": (
        "A new passphrase is asked for on a terminal. In a script: CARELOG_NEW_PASSPHRASE_COMMAND, a command that "
        "prints it."
    ),
    "lock.not-locked": "Your journal is not locked. To lock it: carelog lock on",
    "lock.other-code": "That is a recovery code, but not the one above. Nothing is encrypted yet.",
    "lock.sealed-without-readings": (
        "A sealed note cannot hold readings: your own scales are in the journal, which is locked."
    ),
    "lock.sheet-taken": "There is a file {path} already. It was left as it is, and nothing was changed.",
}
