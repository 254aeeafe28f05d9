"""Accounts: carelog as one without the rights of root, and files that belong to another.

For root permissions do not exist, so tests that run as root say nothing about them.
"""

import os
from pathlib import Path

import pytest

ANOTHER = 65534
"""The number of an account that owns nothing here."""


def without_rights() -> list[str]:
    """The words before a command that take every right of root from it; none where the tests do not run as root.

    The account keeps its number, because Python itself may lie in a folder that is closed to all others: what it owns
    is its own, and what `give_away` gives away is not. `reliability.forked` takes the rights from a child likewise.
    """
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", "--"] if os.geteuid() == 0 else []


def give_away(*paths: Path) -> None:
    """Give files, folders or links to another account; without the right to do so the test skips."""
    for path in paths:
        try:
            os.chown(path, ANOTHER, ANOTHER, follow_symlinks=False)
        except PermissionError:
            pytest.skip("only root can give files to another account")
