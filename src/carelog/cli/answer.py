"""What a command answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.terminal.page import Page


class Answer:
    """The answer of a command.

    `text` or, where there is one, `page` is what a person sees on stdout; `data` makes the JSON that a program
    reads instead. Neither is made unless it is shown. One that `is_neutral` says nothing that a journal holds.
    """

    __slots__ = ("data", "exit_number", "is_neutral", "page", "text")

    def __init__(
        self,
        text: str = "",
        data: Callable[[], Mapping[str, Any]] = dict,
        page: Callable[[], Page] | None = None,
        exit_number: int = 0,
        *,
        is_neutral: bool = False,
    ) -> None:
        self.text = text
        self.data = data
        self.page = page
        self.exit_number = exit_number
        self.is_neutral = is_neutral
