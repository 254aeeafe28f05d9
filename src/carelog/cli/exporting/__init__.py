"""Exports of pages and copies: what is chosen, previewed, agreed to and written."""
