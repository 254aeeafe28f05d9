"""The full copy of a journal as JSON: before it is written, and when it is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import grouped
from carelog.wording.files.rows import counted_rows
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

ALL_OF_IT = _(
    "This copy of your whole journal is for you: notes, people with their numbers, your plan. Whoever has the file can "
    "read it; it is not locked."
)
NOTHING_NEW = _("Everything in this copy was in your journal already. Nothing was changed.")
NOT_APPLIED = _("Nothing was written. Add --apply to take this in.")

_A_COPY = _("A copy of a whole journal. Deleted things count too: they come as deleted.")


def holds(counts: Mapping[str, int]) -> str:
    """How many things of each kind a copy or a journal holds."""
    things = [counted_rows(name, count) for name, count in counts.items() if count]
    return _("It holds {things}.").format(things=listed(things)) if things else _("It holds nothing yet.")


def private_stay(count: int) -> str:
    """Private entries are not in the copy."""
    return plural(
        count,
        "{count} private entry stays here. To take everything along, add --include private.",
        "{count} private entries stay here. To take everything along, add --include private.",
    )


def private_come(count: int) -> str:
    """Private entries are in the copy."""
    return plural(count, "Among them: {count} private entry.", "Among them: {count} private entries.")


def found(new: Mapping[str, int], newer: Mapping[str, int], known: int) -> str:
    """What a copy would bring, before it is imported."""
    lines = [_("new: {things}").format(things=counted_rows(name, count)) for name, count in new.items()]
    lines += [
        _("a later version of: {things}").format(things=counted_rows(name, count)) for name, count in newer.items()
    ]
    if known:
        lines.append(
            plural(
                known,
                "in your journal already: {number} row",
                "in your journal already: {number} rows",
                number=grouped(known),
            )
        )
    return "\n".join([_A_COPY, *(f"  {line}" for line in lines)])


def taken_in(changes: int) -> str:
    """A copy was imported."""
    return plural(changes, "Taken in: {number} row.", "Taken in: {number} rows.", number=grouped(changes))
