"""Readers: one module for each app or format, which recognises a file and reads it into an import batch."""
