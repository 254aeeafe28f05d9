"""One reader for each format of another app."""
