"""Questions on the terminal, and the texts, times and periods that people type."""
