"""Imports of people from an address book, and of a full copy."""
