"""jrnl: its text, JSON, YAML, Markdown and XML."""
