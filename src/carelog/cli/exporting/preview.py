"""Show a page before it is written: the person agrees, stops, or names what is to be struck."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from carelog.cli.prompts.ask import ask_text
from carelog.cli.runtime.streams import say_on_stderr
from carelog.wording.files import export as words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context

Made = TypeVar("Made")

STOP, STRIKE, TAKE_BACK = "q", "s", "u"
"""Keys that mean the same wherever a preview is shown."""
NOTHING = " "
"""The answer that nothing is to be struck after all: the preview is shown again."""


@dataclass(frozen=True, slots=True)
class Preview(Generic[Made]):
    """Every line of a page as text, empty where there is none, and sentences to read before agreeing to it.

    `made` is what is shown and, once the person agrees, what is written: the journal may have changed by then.
    """

    made: Made
    text: str
    remarks: Sequence[str] = ()


def ask_about_preview(context: Context, preview: Preview[Made], place: str, *, can_take_back: bool = False) -> str:
    """The answer to a preview: empty text to agree, `STOP`, `TAKE_BACK`, or what to strike.

    Where it is not on a screen of its own, what to strike can be typed at once, too.

    The remarks stand where the person looks when they are asked. The preview is on the alternate screen where pages
    are, so that its words do not stay in the scrollback.
    """
    if context.private_screen_is_on:
        from carelog.terminal.own_screen import can_have_own_screen

        if can_have_own_screen(sys.stdin, sys.stderr):
            return _on_own_screen(context, preview, place, can_take_back=can_take_back)
    say_on_stderr("\n".join([preview.text, *preview.remarks]))
    typed = ask_text(words.ask_to_write(place, can_take_back=can_take_back))
    return _what_to_strike() if typed.lower() == STRIKE else typed


def _what_to_strike() -> str:
    """What is to be struck; the key that leads here means nothing here by itself."""
    typed = ask_text(words.ASK_TO_STRIKE)
    return NOTHING if not typed or typed.lower() == STRIKE else typed


def _on_own_screen(context: Context, preview: Preview[Made], place: str, *, can_take_back: bool) -> str:
    from carelog.terminal.console import render_page
    from carelog.terminal.own_screen import ENTER, own_screen, run_pager
    from carelog.terminal.pages.text import TextPage

    text = "\n".join([*preview.remarks, *([""] if preview.remarks else []), preview.text])
    page, theme, out = TextPage(text), context.settings.theme, sys.stderr
    end = words.end_of_preview(place, can_take_back=can_take_back)
    keys = [each.encode() for each in (STRIKE, TAKE_BACK)]
    with own_screen(out):
        key = run_pager(
            lambda: render_page(page, theme, out).rstrip("\n").split("\n"), sys.stdin, out, end=end, keys=keys
        )
        if key == STRIKE.encode():
            say_on_stderr("\n")
            return _what_to_strike()
    if key == TAKE_BACK.encode():
        return TAKE_BACK
    return "" if key in ENTER else STOP
