"""The lock of the journal, its passphrase and its recovery code."""

SENTENCES = {
    "lock.not-a-recovery-code": (
        "That is not a recovery code: it has nine groups of four letters and digits. Its last group is a "
        "checksum, so one mistyped sign is noticed."
    ),
    "lock.passphrase-too-long": "A passphrase has at most {longest} characters.",
    "lock.passphrase-too-short": (
        "A passphrase needs at least {shortest} characters. Four or five words make a good one."
    ),
}
