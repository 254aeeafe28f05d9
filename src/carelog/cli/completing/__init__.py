"""Completion in shells: what TAB offers, and how each shell gets it."""
