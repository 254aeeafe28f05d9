"""What is said where others can see the screen."""

DONE = "Done."
NOTHING_CHANGED = "Nothing was changed."
HIDDEN = "…"
"""Stands for a text that is there and is not shown."""
