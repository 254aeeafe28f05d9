"""Drawing a page as lines of text."""

import io

from carelog.settings import Theme
from carelog.terminal.console import make_console
from carelog.terminal.page import Page


def lines_of(page: Page, columns: int = 80, encoding: str = "utf-8") -> list[str]:
    """The lines of a page without colours."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    console = make_console(stream, Theme.AUTO, columns)
    with console.capture() as drawn:
        console.print(page)
    return drawn.get().encode(encoding).decode(encoding).splitlines()
