"""The help of the program, which fits on one screen: alone it is shown without the command line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from carelog.cli.help_asked import before_text
from carelog.cli.runtime.at_once import CANNOT_BE_WRITTEN, write_at_once
from carelog.cli.runtime.streams import in_lines
from carelog.crisis.switch import asked
from carelog.wording.first_page import first_page

if TYPE_CHECKING:
    from collections.abc import Sequence


def page_for(argv: Sequence[str]) -> str:
    """The page as this command line asks for it."""
    return first_page(plain=is_plain(argv))


def is_plain(argv: Sequence[str]) -> bool:
    """Whether help is to have no boxes and no columns."""
    return bool(asked(before_text(argv), os.environ, "plain")) or os.environ.get("TERM") == "dumb"


def is_shown() -> bool:
    """Write the page; whether that could be done. Where it could not, the command line says what became of it."""
    try:
        write_at_once(f"{in_lines(page_for(()), sys.stdout)}\n")
    except CANNOT_BE_WRITTEN:
        return False
    return True
