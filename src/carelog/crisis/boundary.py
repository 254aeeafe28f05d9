"""The command `carelog crisis`: it shows what it can, whatever goes wrong, and always exits 0.

Nothing is opened for writing, nothing is logged, nothing is asked, and the home is waited for no longer than a second.
"""

from __future__ import annotations

import os

from carelog.crisis import words as sentences
from carelog.crisis.card import Card, parse, unread
from carelog.crisis.country import asked, asks_in_vain, places
from carelog.crisis.lines import country, put_open_first
from carelog.crisis.page import page
from carelog.crisis.place import DAMAGED, MISSING, WHOLE, look_at_home
from carelog.crisis.screen import show, size

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.crisis.lines import Country
    from carelog.crisis.place import Home, Rescue


def main(words: Sequence[str], rescue: Rescue) -> int:
    """Show the card for these command line arguments, and return 0 in every case.

    `rescue` is called when the card is missing or damaged. It may raise any exception, and need not end. The front door
    adds `--step-first` for somebody in a panic: the first step of the plan then stands right below the first line.
    """
    words, home = [word.lower() for word in words], None
    try:
        home = look_at_home(rescue)
        _answer(words, home)
    except KeyboardInterrupt:
        pass
    except BaseException:  # noqa: BLE001 - a person in danger gets lines to act on, never a traceback
        from carelog.crisis.plain import show_plainly

        show_plainly(words, home.answers if home else [])
    finally:
        if home:
            home.leave()
    return 0


def text_of(card: Card) -> str:
    """The whole text of a card, for the command that asks what may be on it."""
    _use_language(card)
    return page(card, _places([], card), size()[0], None)


def _answer(words: list[str], home: Home) -> None:
    card = _card(home)
    if "--json" in words:
        from carelog.crisis.envelope import envelope

        card = _best(card, home)
        show(envelope(card, _facts(words, card)))
        return
    _use_language(card)
    if card and card.whole:
        _tell(words, card)
    else:
        text = _page(words, card)
        show(text)
        found = _best(card, home)
        best = found or Card()
        _use_language(best)
        if _is_guided(words, best) or _page(words, best) != text:
            show(f"\n{sentences.FROM_JOURNAL}\n\n" if found is not card and not best.unread else "\n")
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

        show_codes(card, _places(words, card), plain=_wants_plain(words, card))


def _wants_plain(words: list[str], card: Card) -> bool:
    """Whether text is wanted in place of drawings."""
    from carelog.crisis.switch import asked

    plain = asked(words, os.environ, "plain")
    return card.plain if plain is None else plain


def _is_guided(words: list[str], card: Card) -> bool:
    return not _asks_help(words) and (("--step" in words and _has_steps(card)) or "--qr" in words)


def _has_steps(card: Card) -> bool:
    from carelog.crisis.steps import can_be_walked

    return can_be_walked(card)


def _card(home: Home) -> Card | None:
    """The card in its file; None where there is none."""
    answer = home.first()
    if answer == MISSING:
        return None
    if not answer.startswith((WHOLE, DAMAGED)):
        return unread("late" if home.late else "unreadable")
    return parse(answer[1:], whole=answer.startswith(WHOLE))


def _best(card: Card | None, home: Home) -> Card | None:
    """The card or, where it is missing or damaged, the facts of the journal, unless they lack people that it has."""
    if card and card.whole:
        return card
    answer, people_left = home.last(), card is not None and bool(card.people)
    found = parse(answer[1:]) if answer else card
    if people_left and not (found and found.people):
        return card
    if not home.complete:
        found = found or Card()
        found.whole, found.unread = False, "" if found.people else "late" if home.late else "unreadable"
    return found


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


def _page(words: list[str], card: Card | None) -> str:
    columns, rows = size()
    helping = _asks_help(words)
    remark = sentences.NO_STEPS if "--step" in words and card and card.whole and not _has_steps(card) else ""
    remark = sentences.UNREAD[card.unread] if helping and card and card.unread else remark
    remark = sentences.NOT_A_COUNTRY.format(code="GB") if asks_in_vain(words) else remark
    whole = None if "--all" in words else rows
    step_first = "--step-first" in words
    return page(card, _places(words, card), columns, whole, helping=helping, remark=remark, step_first=step_first)


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
    found = [(country(place), source) for place, source in places(asked(words), card.countries, os.environ)]
    text_first = "--text-first" in words or "--text" in words
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
