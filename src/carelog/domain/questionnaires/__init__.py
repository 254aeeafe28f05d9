"""Questionnaires: what they ask, how answers are scored, and what a change of a score means."""
