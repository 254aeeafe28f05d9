"""Small programs that use the library, to be watched, killed and disturbed: `python programs.py NAME`.

Each says on standard output what it has done, after the call has returned.
"""

import sys

from carelog.errors import CarelogError
from carelog.journal import Journal


def say(what: object) -> None:
    """Say a line at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def opens() -> None:
    """Opens the journal, as the first command of all does."""
    with Journal.open() as journal:
        say(len(journal.entries))


def backs_up() -> None:
    """Takes a backup."""
    with Journal.open() as journal:
        say(journal.back_up().path.name)


def writes() -> None:
    """Notes as many moments as it is told, and says the id of each."""
    with Journal.open() as journal:
        for number in range(int(sys.argv[2])):
            say(journal.entries.add(mood=number % 5 + 1, note=f"number {number}").id)


def commands() -> None:
    """Runs a command line of carelog as somebody does who types the passphrase, without a process that prints it."""
    from carelog.__main__ import main
    from carelog.cli import lock_details, unlocking

    typed = {unlocking.OLD_COMMAND: sys.argv[2], unlocking.NEW_COMMAND: sys.argv[3]}
    unlocking.from_command = lock_details.from_command = typed.get
    sys.exit(main(sys.argv[4:]))


PROGRAMS = {"commands": commands, "opens": opens, "backs-up": backs_up, "writes": writes}

if __name__ == "__main__":
    try:
        PROGRAMS[sys.argv[1]]()
    except CarelogError as problem:
        sys.exit(f"{problem.code}: {problem.message}")
