"""The lock of a journal: key slots, encryption under another key, and notes that are sealed while it is locked."""
