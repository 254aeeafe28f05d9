"""The names of routines that come in: none takes the name of a routine that is in use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from carelog.domain.text import fold

if TYPE_CHECKING:
    from carelog.domain.routines.routine import Routine


class RoutineNames:
    """The names that the routines in use have, each with the id of its routine. `source` is the name of the app."""

    def __init__(self, routines: Iterable[Routine], source: str) -> None:
        self._source = source
        self._id_by_name = {fold(each.name): each.id for each in routines if each.archived is None}

    def free(self, name: str, row_id: str) -> str:
        """The name for a routine, followed by the source or a number where another routine in use has it."""
        numbered = (f"{name} ({number})" for number in range(2, len(self._id_by_name) + 3))
        names = (name, f"{name} ({self._source})", *numbered)
        return next((each for each in names if self._id_by_name.get(fold(each), row_id) == row_id), name)

    def take(self, routine: Routine) -> None:
        """Keep the name of a routine from the ones that follow, unless it is archived."""
        if routine.archived is None:
            self._id_by_name[fold(routine.name)] = routine.id
