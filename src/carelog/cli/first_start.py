"""The first start: a minute of questions, each of which can be skipped."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.cli.answer import Answer
from carelog.cli.forms.contact import ask_phone
from carelog.cli.forms.country import ask_country
from carelog.cli.prompts.ask import ask_text, ask_yes_or_no
from carelog.cli.runtime.streams import say_on_stderr
from carelog.errors import InvalidValue
from carelog.settings_file import set_value
from carelog.wording import first_start as first_start_words

if TYPE_CHECKING:
    from carelog.cli.runtime.session import Session
    from carelog.paths import Paths


def is_new_here(paths: Paths) -> bool:
    """Whether there is neither a journal nor a settings file."""
    return not (paths.journal.exists() or paths.settings.exists())


def start(session: Session) -> Answer:
    """Ask for the country, one person to call and whether the computer is shared; then offer the crisis card.

    Without a terminal the answer says how to begin. What the person answers is saved at once.
    """
    if not session.can_ask:
        return Answer(text=first_start_words.START_NEEDS_TERMINAL)
    say_on_stderr(first_start_words.WELCOME)
    ask_country(session)
    _ask_person(session)
    shared = ask_yes_or_no(first_start_words.ASK_SHARED, default=False)
    session.apply_settings(set_value(session.paths, "shared_computer", "on" if shared else "off"))
    if shared:
        _offer_preset(session)
    if ask_yes_or_no(first_start_words.ASK_SEE_CARD, default=True):
        _show_card()
    return Answer(text=first_start_words.READY, is_neutral=True)


def _ask_person(session: Session) -> None:
    contacts = session.to_write().contacts
    name = ask_text(first_start_words.ASK_PERSON)
    if name:
        phone = ask_phone(session)
        with suppress(InvalidValue):
            contacts.add(name, ways=phone, crisis_order=1)


def _offer_preset(session: Session) -> None:
    from carelog.cli.commands.settings_preset import Preset, agrees_to_preset, offer_lock, set_preset

    say_on_stderr(first_start_words.SHARED_ADVICE)
    if agrees_to_preset(session, Preset.SHARED_COMPUTER, default=True):
        set_preset(session, Preset.SHARED_COMPUTER)
        say_on_stderr(offer_lock(session, asks=True))


def _show_card() -> None:
    from carelog.crisis.boundary import main as show_card

    sys.stdout.flush()
    show_card(["crisis"], tuple)
