"""The lock of the journal, its passphrase and its recovery code."""

SENTENCES = {
    "lock.card-choice-needed": "Readable on your card without a key: {fields}.",
    "lock.card-choice-needed-nothing-readable": "Readable on your card without a key: nothing of your own.",
    "lock.changed-meanwhile": (
        "The lock was changed from elsewhere meanwhile, so nothing was changed here. Please look: carelog lock"
    ),
    "lock.cipher-not-installed": (
        "A locked journal needs a part of carelog that is not installed here. To get it: pip install "
        "'carelog[encrypt]'. “carelog crisis” works all the same."
    ),
    "lock.code-needs-terminal": "To have the new code printed, without typing it back, add --yes.",
    "lock.command-ended": "{name} ended with an error, so there is no passphrase. Nothing was changed.",
    "lock.command-silent": (
        "{name} printed nothing for {seconds} seconds, so there is no passphrase. Nothing was changed. Try the command "
        "by itself: it prints the passphrase on its first line."
    ),
    "lock.command-too-long": (
        "The first line that {name} prints is longer than a passphrase can be, {longest} characters. Nothing was "
        "changed. Try the command by itself."
    ),
    "lock.copy-differs": "{path} could not be copied exactly, so it was left as it was.",
    "lock.does-not-open": (
        "That did not open your journal. Nothing was changed; take your time. Your card needs no passphrase: "
        "carelog crisis"
    ),
    "lock.key-not-known": "Your journal is locked. Your card needs no passphrase: carelog crisis",
    "lock.needs-command": (
        "Your journal is locked, and the passphrase cannot be asked for here. Give it with "
        "CARELOG_PASSPHRASE_COMMAND, a command that prints it. Your card needs no passphrase: carelog crisis"
    ),
    "lock.neither-opens": (
        "That was neither the passphrase nor the recovery code. Nothing was changed; take your time. Your "
        "card needs neither: carelog crisis"
    ),
    "lock.new-needs-command": (
        "A new passphrase is asked for on a terminal. In a script: CARELOG_NEW_PASSPHRASE_COMMAND, a command that "
        "prints it."
    ),
    "lock.not-a-recovery-code": (
        "That is not quite a recovery code: it has nine groups of four letters and digits. One of them may "
        "be mistyped, so please look at each once more."
    ),
    "lock.not-locked": "Your journal is not locked. To lock it: carelog lock on",
    "lock.notes-still-sealed": (
        "Sealed notes wait in {folder} ({count}), and the journal could not take them in. Without the lock nothing "
        "would open them any more, so it stays on. “carelog verify” says more."
    ),
    "lock.other-code": (
        "That is a recovery code, but not the one above. Nothing is encrypted yet. Please type the one above."
    ),
    "lock.passphrase-slot-damaged": (
        "{path} is damaged, so carelog cannot tell whether this is right. Your recovery code opens the journal."
    ),
    "lock.passphrase-too-long": "A passphrase has at most {longest} characters.",
    "lock.passphrase-too-short": (
        "A passphrase needs at least {shortest} characters. Four or five words make a good one."
    ),
    "lock.recovery-slot-damaged": (
        "{path} is damaged, so carelog cannot tell whether this is right. Your passphrase opens the journal."
    ),
    "lock.sealed-without-readings": (
        "A sealed note cannot hold readings: your own scales are in the journal, which is locked."
    ),
    "lock.sealing-not-installed": (
        "Sealing a note needs a part of carelog that is not here. To get it: pip install 'carelog[sealing]', then open "
        "your journal once."
    ),
    "lock.sheet-taken": "There is a file {path} already. It was left as it is, and nothing was changed.",
    "lock.slot-newer": (
        "{path} was written by a newer carelog. Nothing was changed. Please update carelog to open your journal; "
        "“carelog crisis” works all the same."
    ),
    "lock.slot-not-read-again": "{path} could not be read again. Nothing was changed.",
}
