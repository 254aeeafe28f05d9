"""Files of a lock that do not fit together, or not into memory: ways in and sealed notes of another journal."""

SENTENCES = {
    "lock_files.no-memory-for-new": (
        "A new way in takes {megabytes} MB of memory, and this computer does not have them free now. Close other "
        "programs and try again. Nothing was changed."
    ),
    "lock_files.no-memory-for-passphrase": (
        "Opening your journal with the passphrase takes {megabytes} MB of memory, and this computer does not have them "
        "free now. Close other programs and try again; or type your recovery code, which takes less. “carelog crisis” "
        "works all the same."
    ),
    "lock_files.no-memory-for-recovery": (
        "The recovery code takes {megabytes} MB of memory, and this computer does not have them free now. Close other "
        "programs and try again. “carelog crisis” works all the same."
    ),
    "lock_files.no-way-in": (
        "Neither the passphrase nor the recovery code in {folder} opens anything: each is damaged or "
        "missing. It was left as it is. A backup that you made elsewhere has copies of them beside it: "
        "“carelog restore” with that backup brings them back. “carelog crisis” works all the same."
    ),
    "lock_files.notes-need-part": (
        "Sealed notes wait in {folder} ({count}). Without the lock nothing would open them any more, so it stays on. "
        "To take them in: pip install 'carelog[sealing]', then any command."
    ),
    "lock_files.notes-not-readable": (
        "There are sealed notes in {folder} ({count}) that the key of this lock does not open: they were "
        "sealed for another journal, or are damaged. Without the lock a sound copy of them would not open "
        "either, so it stays on. If you have no such copy, move them to another folder, and the lock can "
        "come off."
    ),
    "lock_files.passphrase-foreign": (
        "That opens {path}, and this way in belongs to another journal: it does not open yours. Please type "
        "your recovery code. Then “carelog lock passphrase” makes a new passphrase; the present one is kept "
        "beside it."
    ),
    "lock_files.recovery-foreign": (
        "That opens {path}, and this way in belongs to another journal: it does not open yours. Please type "
        "your passphrase. Then “carelog lock recovery” makes a new recovery code; the present one is kept "
        "beside it."
    ),
    "lock_files.sealing-key-foreign": (
        "The two keys for sealed notes in {folder} do not belong together, so this note was not sealed: you might not "
        "be able to read it. Open your journal once, which puts that right; then seal it. Or note it now, with your "
        "passphrase, without --sealed."
    ),
    "lock_files.sealing-key-missing": (
        "A key for sealed notes is missing from {folder}, so this note was not sealed. Open your journal "
        "once, which makes a new one; then seal it. Or note it now, with your passphrase, without --sealed."
    ),
    "lock_files.ways-apart": (
        "That does not open your journal. One of the two ways in here belongs to another journal, so please try the "
        "other one: passphrase or recovery code. Nothing was changed."
    ),
}
