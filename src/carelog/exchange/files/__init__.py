"""Files of other programs, opened and read within limits."""
