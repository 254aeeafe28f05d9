"""The collections of a journal, one for each kind of thing in it."""
