"""The command `carelog crisis`: it shows what it can, whatever goes wrong, and always exits 0.

Nothing is opened for writing, nothing is logged, nothing is asked.
"""

from __future__ import annotations

import os

from carelog.crisis import words as sentences
from carelog.crisis.card import Card, parse
from carelog.crisis.country import codes_in, places
from carelog.crisis.lines import country, put_open_first
from carelog.crisis.page import page
from carelog.crisis.place import data_folder, read
from carelog.crisis.screen import show, size

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carelog.crisis.lines import Country

    Rescue = Callable[[], Card | None]


def main(words: Sequence[str], rescue: Rescue) -> int:
    """Show the card for these command line arguments, and return 0 in every case.

    `rescue` reads the card's facts from the journal. It is called when the card is missing or damaged, after everything
    that can be shown without it, and may raise any exception.
    """
    try:
        _answer([word.lower() for word in words], rescue)
    except KeyboardInterrupt:
        pass
    except BaseException:  # noqa: BLE001 - a person in danger gets a line, never a traceback
        show(f"{sentences.DANGER_UNKNOWN}\n{sentences.FIND_LINE}\n")
    return 0


def text_of(card: Card) -> str:
    """The whole text of a card, for the command that asks what may be on it."""
    _use_language(card)
    return page(card, _places([], card), size()[0], None)


def _answer(words: list[str], rescue: Rescue) -> None:
    card = _card()
    if "--json" in words:
        from carelog.crisis.envelope import envelope

        card = _best(card, rescue)
        show(envelope(card, _facts(words, card)))
        return
    _use_language(card)
    if card and card.whole:
        _tell(words, card)
    else:
        text = _page(words, card)
        show(text)
        found = _best(card, rescue)
        best = found or Card()
        _use_language(best)
        if _is_guided(words, best) or _page(words, best) != text:
            show(f"\n{sentences.FROM_JOURNAL}\n\n" if found is not card else "\n")
            _tell(words, best)


def _tell(words: list[str], card: Card) -> None:
    """Show the card, or its steps or codes where those are asked for."""
    if not _is_guided(words, card):
        show(_page(words, card))
    elif "--step" in words:
        from carelog.crisis.steps import show_steps

        show_steps(card, _places(words, card))
    else:
        from carelog.crisis.codes import show_codes

        plain = "--plain" in words or bool(os.environ.get("CARELOG_PLAIN")) or card.plain
        show_codes(card, _places(words, card), plain=plain)


def _is_guided(words: list[str], card: Card) -> bool:
    return not _asks_help(words) and (("--step" in words and bool(card.steps)) or "--qr" in words)


def _best(card: Card | None, rescue: Rescue) -> Card | None:
    """The card, or the facts of the journal if the card is missing or damaged."""
    return card if card and card.whole else _rescued(rescue, card) or card


def _card() -> Card | None:
    try:
        return parse(read(os.path.join(data_folder(os.environ), "card.txt")))
    except (OSError, ValueError):
        return None


def _use_language(card: Card | None) -> None:
    """Put the sentences into the language of CARELOG_LANG, else of the card, else into English.

    The locale of the computer decides nothing: it may be the language of whoever set the computer up.
    """
    wanted = os.environ.get("CARELOG_LANG") or (card.shown_in if card else "")
    if not wanted and not sentences.language:
        return
    try:
        from carelog.crisis.language import name_the_unnamed, use

        if wanted != sentences.language:
            use(wanted)
        if card:
            name_the_unnamed(card)
    except (ImportError, LookupError, OSError, TypeError, ValueError):
        sentences.language = ""  # the sentences stay as they are: no language may take the card away


def _rescued(rescue: Rescue, card: Card | None) -> Card | None:
    """The facts of the journal; None if it has no people while the damaged card still does."""
    try:
        found = rescue()
    except BaseException:  # noqa: BLE001 - broken or half-installed, the journal must not take the card with it
        return None
    people_left = card is not None and bool(card.people)
    return found if found and (found.people or not people_left) else None


def _page(words: list[str], card: Card | None) -> str:
    columns, rows = size()
    helping = _asks_help(words)
    remark = sentences.NO_STEPS if "--step" in words and card and card.whole and not card.steps else ""
    whole = None if "--all" in words else rows
    return page(card, _places(words, card), columns, whole, helping=helping, remark=remark)


def _asks_help(words: list[str]) -> bool:
    return "--help" in words or "-h" in words


def _places(words: list[str], card: Card | None) -> list[tuple[Country, str]]:
    """The countries of a page, with their data in its language."""
    found = _facts(words, card)
    if sentences.language:
        from carelog.crisis.language import translate

        for place, _ in found:
            translate(place)
    return found


def _facts(words: list[str], card: Card | None) -> list[tuple[Country, str]]:
    """The countries to show, and how each was chosen, with the person's marks on their helplines, closed ones last."""
    card = card or Card()
    wanted = list(filter(None, codes_in(_value_of("--country", words))))
    found = [(country(place), source) for place, source in places(wanted, card.countries, os.environ)]
    text_first = "--text" in words
    if text_first or card.hidden or card.checked or card.languages or card.topics or card.text_first:
        _mark(found, card, text_first=text_first)
    for place, _ in found:
        put_open_first(place)
    return found


def _mark(found: list[tuple[Country, str]], card: Card, *, text_first: bool) -> None:
    """Apply the person's marks; where they cannot be, the lines stay as they are: none may be lost for them."""
    try:
        from carelog.crisis.marks import mark

        for place, _ in found:
            mark(place, card, text_first=text_first)
    except (AttributeError, ImportError, LookupError, TypeError, ValueError):
        return


def _value_of(option: str, words: list[str]) -> str:
    for place, word in enumerate(words):
        if word == option:
            return next(iter(words[place + 1 :]), "")
        if word.startswith(f"{option}="):
            return word.removeprefix(f"{option}=")
    return ""
