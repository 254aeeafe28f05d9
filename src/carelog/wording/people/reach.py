"""Turning to someone: whom, with which message, and noting it; and the kind words that people said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.people.contact import GoodFor
from carelog.wording.days import day_count, short_day
from carelog.wording.program import typed

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.time.days import Moment

MESSAGE_TO_COPY = "A message to copy:"
NOBODY_YET = "Nobody with a number or address is here yet. Add someone you trust: carelog contact add"
NOBODY_NOW = "Nobody you noted hours for can be reached right now."
LINES_OPEN = "Lines that are open now:"
IN_DANGER = "In danger: carelog crisis"
HOURS_NOT_KNOWN = "Their hours are not noted, so they may or may not be there."
KIND_WORD_KEPT = "Kept. “carelog keep” shows it again on a day when it is needed."
NO_KIND_WORDS = "Nothing is kept yet. When someone says something that helps: carelog keep their words --from-whom Sam"

_ASKING = {
    GoodFor.LISTENING: "I am having a hard time. Do you have a moment to talk?",
    GoodFor.COMPANY: "would you spend some time with me? It would do me good.",
    GoodFor.PRACTICAL: "could you help me with something practical?",
    GoodFor.DISTRACTION: "could we talk about anything else for a while?",
    GoodFor.EMERGENCY: "it is bad right now. Can you call me, or come over?",
}
_ASK_FOR_AGREEMENT = (
    "Hi {name}, may I call you when it is bad? When would be all right, and for what? "
    "It is fine to say no to any of it."
)


def message(name: str, good_for: GoodFor | None, wish: str) -> str:
    """A message to copy: short, honest, and easy to decline."""
    if wish:
        return f"Hi {name}, could you help me with this: {wish}? It is fine if not."
    return f"Hi {name}, {_ASKING[good_for or GoodFor.LISTENING]}"


def ask_for_agreement(name: str) -> str:
    """A message that asks someone whether they may be called on a bad day."""
    return _ASK_FOR_AGREEMENT.format(name=name)


def answer_with(name: str) -> str:
    """How to note what they answered."""
    return f'When they have answered: carelog contact ask {typed(name)} --agreed today --yes-to "a call in the evening"'


def agreed(name: str) -> str:
    """What someone agreed to was noted."""
    return f"Noted what {name} said yes to. “carelog contact show {typed(name)}” has it."


def next_up(name: str, opens: Moment) -> str:
    """Who can be reached next, and from when."""
    return f"Next: {name}, from {short_day(opens.local.date())} {opens.clock}."


def note_it(name: str) -> str:
    """How to note that someone was reached."""
    return f"When you have talked: carelog reached {typed(name)}"


def noted(name: str) -> str:
    """Contact with someone was noted."""
    return f"Noted that you reached {name}."


def out_of_touch(name: str, days: int) -> str:
    """No contact with someone for longer than the person had asked to be reminded after."""
    return f"{day_count(days)} since you noted contact with {name}. Later: carelog contact snooze {typed(name)}"


def snoozed(name: str, until: date) -> str:
    """Reminders of someone are snoozed."""
    return f"{name} is not brought up again before {short_day(until)}."


def saying(words: str) -> str:
    """What to say."""
    return f"Say: {words}"


def text_to(way: str) -> str:
    """How to text a helpline; empty when it cannot be texted."""
    return f"text {way}" if way else ""


def kind_word(text: str, from_whom: str) -> str:
    """A kind word, and who said it where that is known."""
    return f"“{text}” {from_whom}".rstrip()
