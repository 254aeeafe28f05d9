"""Small programs that use the library, to be watched, killed and disturbed: `python programs.py NAME`.

Each prints what it has done, after the call has returned.
"""

import sys
from dataclasses import replace
from pathlib import Path

from carelog.errors import CarelogError
from carelog.journal import Journal
from carelog.settings_file import set_value


def say(what: object) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def opens() -> None:
    """Open the journal, as the very first command does."""
    with Journal.open() as journal:
        say(len(journal.entries))


def backs_up() -> None:
    """Take a backup."""
    with Journal.open() as journal:
        say(journal.back_up().path.name)


def writes() -> None:
    """Add a number of entries, given as an argument, and print the id of each."""
    with Journal.open() as journal:
        for number in range(int(sys.argv[2])):
            say(journal.entries.add(mood=number % 5 + 1, note=f"number {number}").id)


def writes_as_commands_do() -> None:
    """Add a number of entries, each in a journal that is opened for it; print the id of each, or that it was refused.

    Now and then somebody on the card and a setting are changed.
    """
    for number in range(int(sys.argv[2])):
        try:
            with Journal.open() as journal:
                added = journal.entries.add(mood=number % 5 + 1, note=f"{sys.argv[3]} {number}")
                say(added.id)
                if number % 10 == 9:
                    journal.contacts.add(f"{sys.argv[3]} {number}", crisis_order=1)
                    set_value(journal.paths, "name", f"{sys.argv[3]} {number}")
                journal.back_up_once_a_day()
        except CarelogError as problem:
            say(f"refused {problem.key}")


def commands() -> None:
    """Run a carelog command line as if the passphrase was typed, without a process that prints it.

    New key slots are made cheap, because only changes of files are disturbed here.
    """
    from carelog.__main__ import main
    from carelog.cli.forms import lock
    from carelog.cli.runtime import passphrase_command, unlock

    sys.path.append(str(Path(__file__).parents[1]))
    from support.cheap_slots import make_key_slots_cheap

    make_key_slots_cheap()
    typed = {passphrase_command.OLD_COMMAND: sys.argv[2], passphrase_command.NEW_COMMAND: sys.argv[3]}
    unlock.from_command = lock.from_command = typed.get
    sys.exit(main(sys.argv[4:]))


def lives() -> None:
    """Add, edit and delete entries and change people on the card; print table, id and version of each change."""
    with Journal.open() as journal:
        for number in range(4):
            entry = journal.entries.add(mood=number % 5 + 1, note=f"number {number} " * (number * 80))
            _say_version(journal, "entries", entry.id)
            if number % 2:
                journal.entries.edit(replace(entry, note=f"number {number}, written anew"))
                _say_version(journal, "entries", entry.id)
            else:
                contact = journal.contacts.add(f"Alex {number}", crisis_order=number + 2)
                _say_version(journal, "contacts", contact.id)
        journal.entries.remove(entry.id)
        _say_version(journal, "entries", entry.id)


def is_careless() -> None:
    """Write a page without any sync, as careless programs do, and print that it is done."""
    with Path(sys.argv[2]).open("w", encoding="utf-8") as page:
        page.write("the page of this month " * 400)
    say("done")


def _say_version(journal: Journal, table: str, row_id: str) -> None:
    [(updated,)] = journal._store.rows(f"SELECT updated_at FROM {table} WHERE id = ?", (row_id,))
    say(f"{table} {row_id} {updated}")


PROGRAMS = {
    "commands": commands,
    "lives": lives,
    "is-careless": is_careless,
    "opens": opens,
    "backs-up": backs_up,
    "writes": writes,
    "writes-as-commands-do": writes_as_commands_do,
}

if __name__ == "__main__":
    try:
        PROGRAMS[sys.argv[1]]()
    except CarelogError as problem:
        sys.exit(f"{problem.code}: {problem.message}")
