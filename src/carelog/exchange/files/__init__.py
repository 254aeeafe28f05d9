"""Read the files of other programs, within limits: zip, CSV, JSON, HTML, SQLite, and dates in many spellings."""
