"""How many rows of a list: -n, of what has a time the newest, of anything else those at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from carelog.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.terminal.page import Page

Thing = TypeVar("Thing")

Newest = Annotated[int | None, typer.Option("-n", min=1, help=_("How many of the newest."), show_default=False)]
FromTop = Annotated[
    int | None, typer.Option("-n", min=1, help=_("How many of them, from the top."), show_default=False)
]


def newest_of(found: Sequence[Thing], number: int | None) -> Sequence[Thing]:
    """The last ones of what is listed with the newest last, at most that `number`; all of them without one."""
    return found if number is None else found[-number:]


def top_of(found: Sequence[Thing], number: int | None) -> Sequence[Thing]:
    """The first ones of what is listed, at most that `number`; all of them without one."""
    return found[:number]


def with_rest(page: Page, shown: Sequence[object], found: Sequence[object]) -> Page:
    """The page of what is `shown` and, where more than that was `found`, the line that says how to see all of it."""
    line = rest_of(shown, found)
    if not line:
        return page
    from carelog.terminal.pages.with_line import PageWithLine

    return PageWithLine(page, line)


def rest_of(shown: Sequence[object], found: Sequence[object]) -> str:
    """How to see all of what was `found`, where only some of it is `shown`; else empty."""
    from carelog.wording.pages.last_ones import some_of

    return some_of(len(shown), len(found)) if len(shown) < len(found) else ""
