"""The key of a locked journal: its folder of key slots, the keys of this process, and the system's key cache."""
