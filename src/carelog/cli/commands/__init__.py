"""The commands, one file for each first word."""
