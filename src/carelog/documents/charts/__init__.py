"""Charts as SVG, each with a title, what it says in a sentence, and its numbers as a table."""
