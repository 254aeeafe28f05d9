"""Routines: when they are due, what was done, and how firmly they are kept."""
