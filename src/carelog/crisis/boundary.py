"""`carelog crisis` from the first word to the exit: whatever happens it shows what it can, and it exits 0.

Nothing is opened for writing, nothing is logged, nothing is asked.
"""

from __future__ import annotations

import os
import sys

from carelog.crisis import words as sentences
from carelog.crisis.blocks import WIDEST
from carelog.crisis.card import parse
from carelog.crisis.country import code, places
from carelog.crisis.lines import country
from carelog.crisis.marks import mark
from carelog.crisis.page import page
from carelog.crisis.place import data_folder, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from carelog.crisis.card import Card
    from carelog.crisis.lines import Country

    Rescue = Callable[[], Card | None]

LAST_RESORT = f"{sentences.DANGER_UNKNOWN}\n{sentences.FIND_LINE}\n"


def main(words: Sequence[str], rescue: Rescue) -> int:
    """Show the card and return 0, always.

    `rescue` looks for the card's facts in the journal. It is asked when the card is missing or not whole,
    after all that can be shown without it, and may raise what it likes.
    """
    try:
        _answer([word.lower() for word in words], rescue)
    except KeyboardInterrupt:
        pass
    except BaseException:  # noqa: BLE001 - a person in danger gets a line, never a traceback
        _show(LAST_RESORT)
    return 0


def _answer(words: list[str], rescue: Rescue) -> None:
    card = _card()
    wanted = code(_value_of("--country", words))
    if "--json" in words:
        from carelog.crisis.envelope import envelope

        if card is None or not card.whole:
            card = _rescued(rescue, card) or card
        _show(envelope(card, _places(wanted, card)))
        return
    text = _page(words, wanted, card)
    _show(text)
    if card is None or not card.whole:
        found = _rescued(rescue, card)
        if found and (fuller := _page(words, wanted, found)) != text:
            _show(f"\n{sentences.FROM_JOURNAL}\n\n{fuller}")


def _card() -> Card | None:
    try:
        return parse(read(os.path.join(data_folder(os.environ), "card.txt")))
    except (OSError, ValueError):
        return None


def _rescued(rescue: Rescue, card: Card | None) -> Card | None:
    """What the journal knows, unless a damaged card still has people and the journal none."""
    try:
        found = rescue()
    except BaseException:  # noqa: BLE001 - broken or half-installed, the journal must not take the card with it
        return None
    people_left = card is not None and bool(card.people)
    return found if found and (found.people or not people_left) else None


def _page(words: list[str], wanted: str, card: Card | None) -> str:
    columns, rows = _screen()
    helping = "--help" in words or "-h" in words
    return page(card, _places(wanted, card), columns, None if "--all" in words else rows, helping=helping)


def _places(wanted: str, card: Card | None) -> list[tuple[Country, str]]:
    found = [(country(place), source) for place, source in places(wanted, card.countries if card else [], os.environ)]
    if card:
        for place, _ in found:
            mark(place, card)
    return found


def _screen() -> tuple[int, int | None]:
    """Columns, and the rows to fill where the answer goes to a terminal: one is left for the prompt."""
    try:
        if not sys.stdout.isatty():
            return WIDEST, None
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):
        return WIDEST, None
    return _least(WIDEST, columns, "COLUMNS"), max(_least(24, rows, "LINES") - 1, 1)


def _least(most: int, measured: int, variable: str) -> int:
    """The smallest of the sizes that are known; 0 is what a terminal says that does not know."""
    given = os.environ.get(variable, "")
    return min(filter(None, [most, measured, int(given) if given.isdecimal() and len(given) < 6 else 0]))


def _value_of(option: str, words: list[str]) -> str:
    for place, word in enumerate(words):
        if word == option:
            return next(iter(words[place + 1 :]), "")
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return ""


def _show(text: str) -> None:
    """Print at once; where standard output takes nothing (a full disk, closed), the error output may."""
    for stream in (sys.stdout, sys.stderr):
        try:
            _write(stream, text)
        except BrokenPipeError:
            return
        except (AttributeError, OSError, ValueError):
            continue
        return


def _write(stream: TextIO, text: str) -> None:
    """Write past Python's buffers, so that nothing is left in them to fail at exit."""
    stream.flush()
    content = text.encode(stream.encoding or "ascii", "replace")
    raw = getattr(stream.buffer, "raw", stream.buffer)
    while content:
        written = raw.write(content)
        if written is None:  # another program has left the terminal in non-blocking mode
            os.set_blocking(raw.fileno(), True)
        content = content[written or 0 :]
