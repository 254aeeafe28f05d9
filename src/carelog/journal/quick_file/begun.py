"""An entry that the quick door began to save and could not see to its end."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carelog.journal.quick_file.now import Now


class Begun:
    """An entry of which nobody knows whether it is saved, because COMMIT failed: the slow way saves it under this id.

    `milliseconds` and `offset` are its moment.
    """

    __slots__ = ("milliseconds", "offset", "row_id")

    def __init__(self, row_id: str, now: Now) -> None:
        self.row_id, self.milliseconds, self.offset = row_id, now.milliseconds, now.offset
