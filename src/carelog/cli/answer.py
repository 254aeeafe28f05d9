"""The answer of a command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.errors import CarelogError
    from carelog.terminal.page import Page


class Answer:
    """What a command writes to stdout, and its exit number.

    A person gets `text` or, where there is one, the `page`; a program gets `data` as JSON. Page and data are made only
    when they are written. An answer that `is_neutral` holds no word of the journal. A `document` is the content of a
    file: it is written as it is, and on a terminal without signs that a terminal obeys. `changed` is whether a change
    changed anything; None where nothing was to be changed, or where what is done twice counts twice. `refused` are the
    errors for the parts that were not done beside others that were. An answer that `is_empty_list` says only that a
    list has no rows.
    """

    __slots__ = (
        "changed",
        "data",
        "document",
        "exit_number",
        "is_empty_list",
        "is_neutral",
        "page",
        "refused",
        "text",
    )

    def __init__(
        self,
        text: str = "",
        data: Callable[[], Mapping[str, Any]] = dict,
        page: Callable[[], Page] | None = None,
        exit_number: int = 0,
        *,
        changed: bool | None = None,
        refused: Sequence[CarelogError] = (),
        is_empty_list: bool = False,
        is_neutral: bool = False,
        document: bytes | None = None,
    ) -> None:
        self.text = text
        self.data = data
        self.page = page
        self.exit_number = exit_number
        self.changed = changed
        self.refused = refused
        self.is_empty_list = is_empty_list
        self.is_neutral = is_neutral
        self.document = document
