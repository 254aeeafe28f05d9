"""The SQLite file: opened, written in transactions, read row by row."""
