"""Copies of a journal, what is read out of them, and the end of them all."""
