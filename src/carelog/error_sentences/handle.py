"""Handles."""

SENTENCES = {
    "handle.not-a-handle": "“{text}” is not a handle. A handle is six letters and digits, as lists show them.",
}
