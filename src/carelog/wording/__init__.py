"""The sentences people read, in one room, so that their tone can be reviewed as text.

Second person, calm, short. Every sentence is true on a bad day: no praise, no blame, no streak that ends, no
diagnosis, no promise. The crisis card has its own words, in `carelog.crisis`.
"""
