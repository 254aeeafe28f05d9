"""The journal, for the command line and for your own programs.

    from carelog.journal import Journal

    with Journal.open() as journal:
        entry = journal.entries.add("good", "first walk in a week", tags="walk")
        print(entry.day, entry.handle, len(journal.entries))

Each collection adds, edits, finds and removes in the same way, and takes plain words, numbers, dates and datetimes with
an offset. What it returns are the frozen dataclasses of `carelog.domain`, such as Entry, Contact and Routine. Every
change is saved when its call returns, and nothing is sent anywhere. The errors are those of `carelog.errors`. What
programs may count on, and five of them, are in docs/library.md.
"""

from carelog.journal.journal import Journal

__all__ = ["Journal"]
