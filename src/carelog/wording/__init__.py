"""Sentences that people read, by subject, so that their tone can be reviewed as text.

Second person, calm, short. Every sentence is true on a bad day: no praise, no blame, no streak that ends, no diagnosis,
no promise. A function fills in the facts; its docstring says when its sentence is shown. The sentences of most errors
stand where the errors are raised, and those of the crisis card in `carelog.crisis`.
"""
