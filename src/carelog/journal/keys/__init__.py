"""Where a key lies, waits and is forgotten."""
