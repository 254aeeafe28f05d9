"""What ends a list that does not show all: that there are more, and how to see them."""

from __future__ import annotations

from carelog.language import gettext as _
from carelog.wording.counts import figures, grouped
from carelog.wording.program import typed


def last_entries(shown: int, total: int) -> str:
    """The last of all entries are listed; `total` is how many there are."""
    return _("The last {shown} of {total}. More: carelog log -n 100, or a period: carelog log --last 90d").format(
        shown=figures(shown), total=grouped(total)
    )


def last_entries_found(shown: int) -> str:
    """The last entries are listed that are as was asked for."""
    return _(
        "The last {shown}; there are more. To see them, put -n 100 behind it, or a period such as --last 1y."
    ).format(shown=figures(shown))


def last_readings(shown: int, name: str) -> str:
    """The last readings of a tracker are listed."""
    return _("The last {shown}; there are more: carelog tracker show {typed} -n 100").format(
        shown=figures(shown), typed=typed(name)
    )


def some_of(shown: int, total: int) -> str:
    """As many are listed as were asked for; `total` is how many there are."""
    return _("{shown} of {total}. To see all of them, leave -n out.").format(shown=figures(shown), total=grouped(total))
