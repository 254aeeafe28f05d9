"""The journal, for the command line and for your own programs.

    from carelog.journal import Journal

    with Journal.open() as journal:
        entry = journal.entries.add(mood=4, note="first walk in a week", tags=["walk"])
        print(entry.day, entry.handle, len(journal.entries))

The collections return the frozen dataclasses of `carelog.domain`, such as Entry, Tracker, Contact, Routine, Tick and
Pause. Every change is saved when its call returns. The errors are those of `carelog.errors`.
"""

from carelog.journal.journal import Journal

__all__ = ["Journal"]
