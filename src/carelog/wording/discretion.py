"""What is said where others can see the screen."""

DONE = "Done."
NOTHING_CHANGED = "Nothing was changed."
ASK = "Do what you asked for? What it is about is not shown while discretion is on."
HIDDEN = "…"
"""Stands for a text that is there and is not shown."""
