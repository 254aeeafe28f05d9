"""start: a minute of questions, each of which can be skipped. `carelog` alone asks them in a new home."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.contact import ask_phone, read_name
from carelog.cli.forms.country import ask_country
from carelog.cli.forms.start_questions import open_questions
from carelog.cli.prompts.ask import ask, ask_yes_or_no
from carelog.cli.runtime.session import Session
from carelog.cli.runtime.streams import say_on_stderr
from carelog.domain.mood import MoodScale
from carelog.domain.text import fold
from carelog.language import gettext as _
from carelog.settings import StartQuestion
from carelog.settings_file import remember_asked, remember_nobody_yet, set_value
from carelog.wording import start as start_words

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact


@command(
    "start",
    "carelog start",
    "carelog start --again",
    panel="In, out, safe",
    discretion="neutral",
    own_screen=False,
)
def start(
    session: Session,
    again: Annotated[bool, typer.Option("--again", help=_("Ask again what you answered or skipped."))] = False,
) -> Answer:
    """Set up the first things, in a minute: a screen reader, your country, one person to call, who can look.

    It asks what is open; Enter skips. Without a terminal it says what is open, and what sets it.
    """
    left = open_questions(session)
    wanted = list(StartQuestion) if again else left
    if session.can_ask and wanted:
        return _asked(session, wanted)
    text = start_words.by_hand(left) if left else start_words.all_set()
    return Answer(text=text, data=lambda: _shape(left), is_neutral=True)


def first_start(session: Session) -> Answer:
    """Welcome somebody, and ask everything; without a terminal, say how to begin."""
    if not session.can_ask:
        return Answer(text=start_words.NEEDS_TERMINAL)
    say_on_stderr(start_words.WELCOME)
    return _asked(session, StartQuestion)


def _shape(left: list[StartQuestion]) -> dict[str, dict[str, list[str]]]:
    asked = [each.value for each in StartQuestion if each not in left]
    return {"start": {"asked": asked, "left": [each.value for each in left]}}


def _asked(session: Session, questions: Iterable[StartQuestion]) -> Answer:
    """Ask, keep each answer at once, and offer the crisis card."""
    say_on_stderr(start_words.GO_ON)
    for question in questions:
        session.close()  # it may be open to read only, and the next answer may be written
        _ASKING[question](session)
        session.apply_settings(remember_asked(session.paths, question))
        _say_remarks(session)
    if ask_yes_or_no(start_words.ASK_SEE_CARD, default=True):
        _show_card()
    return Answer(text=start_words.READY, is_neutral=True)


def _say_remarks(session: Session) -> None:
    """Say what an answer led to before the next question, and not behind the crisis card."""
    for remark in session.remarks:
        say_on_stderr(remark)
    session.remarks.clear()


def _ask_screen_reader(session: Session) -> None:
    before = session.settings.plain
    uses = ask_yes_or_no(start_words.ASK_SCREEN_READER, default=before)
    if uses != before:
        session.apply_settings(set_value(session.paths, "plain", "on" if uses else "off"))


def _ask_person(session: Session) -> None:
    name = ask(start_words.ASK_PERSON, lambda typed: read_name(typed) if typed.strip() else None)
    if name is None:
        return
    if not name:
        session.apply_settings(remember_nobody_yet(session.paths))
        say_on_stderr(start_words.LINES_THAT_LISTEN)
        return
    contact = _kept(session, name)
    if contact.ways and contact.crisis_order:
        say_on_stderr(start_words.NAME_IS_HERE.format(name=contact.name))
        return
    _ask_number(session, contact)


def _kept(session: Session, name: str) -> "Contact":
    """The contact of this name, who is added where there is none: the name is kept before a number is asked for."""
    contacts = session.to_write().contacts
    return next((each for each in contacts if fold(each.name) == fold(name)), None) or contacts.add(name)


def _ask_number(session: Session, contact: "Contact") -> None:
    """Ask for a number, and put the contact on the crisis card where there is one."""
    ways = contact.ways or ask_phone(session)
    if not ways:
        say_on_stderr(start_words.without_number(contact.name))
        return
    contacts = session.to_write().contacts
    contacts.edit(replace(contact, ways=ways, crisis_order=len(contacts.on_card()) + 1))
    say_on_stderr(start_words.on_card(contact.name))


def _ask_scale(session: Session) -> None:
    """Ask whether both ends are hard, unless the person has words of their own for moods."""
    mood = session.settings.mood
    if mood.renamed:
        return
    if session.to_read().entries.first_day() is not None:
        say_on_stderr(start_words.MOODS_STAY)
    before = mood.scale is MoodScale.TWO_SIDED
    if (both := ask_yes_or_no(start_words.ASK_TWO_SIDED, default=before)) != before:
        scale = MoodScale.TWO_SIDED if both else MoodScale.ONE_SIDED
        session.apply_settings(set_value(session.paths, "mood.scale", scale.value))


def _ask_others(session: Session) -> None:
    from carelog.cli.commands.settings_preset import Preset, offer_lock, set_preset

    before = session.settings.shared_computer
    others = ask_yes_or_no(start_words.ASK_OTHERS, default=before)
    if others != before:
        session.apply_settings(set_value(session.paths, "shared_computer", "on" if others else "off"))
    if others:
        say_on_stderr(start_words.IN_HISTORY)
        set_preset(session, Preset.SHARED_COMPUTER)
        say_on_stderr(start_words.ONLY_WORDS_ARE_HIDDEN)
        say_on_stderr(offer_lock(session, asks=False))


def _show_card() -> None:
    from carelog.crisis.boundary import main as show_card

    sys.stdout.flush()
    show_card(["crisis"], tuple)


_ASKING: dict[StartQuestion, Callable[[Session], None]] = {
    StartQuestion.SCREEN_READER: _ask_screen_reader,
    StartQuestion.COUNTRY: ask_country,
    StartQuestion.PERSON: _ask_person,
    StartQuestion.SCALE: _ask_scale,
    StartQuestion.OTHERS: _ask_others,
}
