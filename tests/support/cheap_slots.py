"""Key slots that cost nothing to open: the one place where tests make deriving a key from a passphrase cheap.

What is set is a name in a module of this process, which nobody can set from outside: no variable of the environment and
no setting of a person can weaken a slot. The cost stands in the slot, so that every process opens a cheap one at once.
"""

from carelog.journal.lock import key_slots

CHEAP = dict.fromkeys(key_slots.USUAL, (key_slots.Cost(n=2),))
"""The costs of new slots, by the name of the slot."""


def make_key_slots_cheap() -> None:
    """Let no time pass while a key is derived for a new slot, from now on in this process."""
    key_slots.USUAL = CHEAP
