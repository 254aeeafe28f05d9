"""From the records of a file to the rows of a journal: checked, previewed, applied and reported."""
