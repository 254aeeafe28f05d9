"""The lock of a journal: its slots, another key, notes sealed while it is shut."""
