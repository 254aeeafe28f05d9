"""The crisis card: it reads two text files, prints them, and leans on nothing else of carelog."""
