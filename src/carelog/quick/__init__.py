"""The quick door: a plain mood or note is saved without the command line, or left to it with nothing changed."""
