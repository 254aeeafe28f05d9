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

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.journal.journal import Journal

__all__ = ["Journal"]


def __getattr__(name: str) -> object:
    """The journal, loaded when it is asked for: noting an entry needs no more than its table."""
    if name == "Journal":
        from carelog.journal.journal import Journal

        return Journal
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
