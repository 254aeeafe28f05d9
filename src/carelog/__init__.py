"""carelog is a self-care journal for the terminal: note a day, keep routines, find help, share a page with someone.

Start reading in `carelog.__main__`, or use it as a library through `carelog.journal.Journal`.
"""

__version__ = "0.1.0"
