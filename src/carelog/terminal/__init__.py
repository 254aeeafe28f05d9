"""Pages for the terminal, drawn with Rich: plain data in, no clock, no query, no arithmetic beyond layout."""
