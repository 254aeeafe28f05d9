"""The crisis card: it reads text files, prints what they hold, and depends on nothing else of carelog."""
