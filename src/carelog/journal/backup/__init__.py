"""Copies of a journal: backups, full copies, integrity check, salvage, purge, and erasing everything."""
