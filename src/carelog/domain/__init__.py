"""The nouns of a journal and their arithmetic: standard library only, nothing is read or written."""
