"""The file that the slow way leaves for the quick door: what has to be as it was, so that the door need not look."""
