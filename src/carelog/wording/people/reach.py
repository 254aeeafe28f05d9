"""Turning to someone: whom, with which message, and noting it; and the kind words that people said."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from carelog.domain.people.called import called, typed_for
from carelog.domain.people.contact import GoodFor
from carelog.language import gettext as _
from carelog.language import pgettext
from carelog.wording.days import short_day
from carelog.wording.program import typed

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.people.contact import Contact
    from carelog.domain.time.days import Moment

_SOON = timedelta(hours=12)
"""Within this time a clock names one moment."""
MESSAGE_TO_COPY = _("A message to copy:")
ADD_SOMEONE = _("To add someone you trust, later: carelog contact add")
UNREAD = _("Your own people could not be read just now.")
UNREAD_WITH_NUMBERS = _("Your own people could not be read just now. These numbers need nothing from this computer.")
NO_COUNTRY = _("In danger: call your emergency number. To see the lines of a country: carelog settings set country GB")
IN_DANGER = _("In danger: carelog crisis")
HOURS_NOT_KNOWN = _("If they do not answer, try the line here.")
WHEN_COULD_WE_TALK = _("Hi, I am having a hard time. When could we talk?")
"""To a professional, who has other hours than a friend."""
ASK_FOR_AGREEMENT = _(
    "Hi, on bad days it would help me to be able to call you. Would that be all right, and at what times? A no is fine."
)
"""To somebody whose name is not shown, because others can see the screen."""
KIND_WORD_KEPT = _("Kept. To read it again when you need it: carelog keep")
KIND_WORD_CHANGED = _("Changed. “carelog undo” takes it back.")
NO_KIND_WORDS = _(
    "Kind words can be kept here for a hard day. One will do, also an old one: carelog keep their words --with Sam"
)

_ASKING = {
    GoodFor.LISTENING: _("Hi {name}, I am having a hard time. Do you have a moment to talk?"),
    GoodFor.COMPANY: _("Hi {name}, do you have time to do something together this week? Nothing big."),
    GoodFor.PRACTICAL: _("Hi {name}, could you help me with something practical?"),
    GoodFor.DISTRACTION: _("Hi {name}, could we talk about anything else for a while?"),
    GoodFor.EMERGENCY: _("Hi {name}, I am having a very hard time right now. Can you call me, or come over?"),
}
_ASKING_NAMELESS = {
    GoodFor.LISTENING: _("Hi, I am having a hard time. Do you have a moment to talk?"),
    GoodFor.COMPANY: _("Hi, do you have time to do something together this week? Nothing big."),
    GoodFor.PRACTICAL: _("Hi, could you help me with something practical?"),
    GoodFor.DISTRACTION: _("Hi, could we talk about anything else for a while?"),
    GoodFor.EMERGENCY: _("Hi, I am having a very hard time right now. Can you call me, or come over?"),
}
KIND_WORD_COLUMNS = (_("said"), _("by"), pgettext("a day", "kept"), _("handle"))


def message(name: str, good_for: GoodFor) -> str:
    """A message to copy: short, honest, and easy to decline; without a name where others can see the screen."""
    asking = _ASKING if name else _ASKING_NAMELESS
    return asking[good_for].format(name=name)


def message_with_wish(name: str, wish: str) -> str:
    """The same with what the person would like help with."""
    if not name:
        return _("Hi, could you help me with this: {wish}? It is fine if not.").format(wish=wish)
    return _("Hi {name}, could you help me with this: {wish}? It is fine if not.").format(name=name, wish=wish)


def message_at_night(name: str, *, said: bool, call: bool) -> str:
    """A message at night to somebody who is there at any hour; `said` if they said so, and `call` if of a call."""
    if not name:
        return _("Hi, it is a bad night. Can I call you?")
    if not said:
        return _("Hi {name}, it is a bad night. Can I call you?").format(name=name)
    if not call:
        return _("Hi {name}, it is a bad night. You said any hour is all right. Is now?").format(name=name)
    return _("Hi {name}, it is a bad night. You said I could call at any hour. Can I?").format(name=name)


def ask_for_agreement(name: str) -> str:
    """A message that asks someone whether they may be called on a bad day."""
    return _(
        "Hi {name}, on bad days it would help me to be able to call you. Would that be all right, and at what "
        "times? A no is fine."
    ).format(name=name)


def answer_with(name: str) -> str:
    """How to note what they answered."""
    return _(
        'When they have answered: carelog contact ask {typed} --agreed today --yes-to "a call in the evening"'
    ).format(typed=typed(name))


def agreed(contact: Contact) -> str:
    """What someone agreed to was noted."""
    return _("Noted what {name} said yes to. “carelog contact show {typed}” has it.").format(
        name=called(contact), typed=typed(typed_for(contact))
    )


def said_yes(name: str, words: str, way: str) -> str:
    """What somebody agreed to, in their words, and how to reach them."""
    return _("{name} said yes to: {words}. {way}").format(name=name, words=words.rstrip(". "), way=way)


def at_any_hour(name: str) -> str:
    """Somebody whose hours never close."""
    return _("{name}, at any hour.").format(name=name)


def next_up(name: str, opens: Moment, now: Moment) -> str:
    """Who can be reached next, and from when; with the day where it is not soon."""
    if opens.instant - now.instant < _SOON:
        return _("{name}, from {clock}.").format(name=name, clock=opens.clock)
    return _("{name}, from {day} {clock}.").format(name=name, day=short_day(opens.local.date()), clock=opens.clock)


def next_meeting(at: Moment) -> str:
    """When a group meets next."""
    return _("Next meeting: {day} {clock}.").format(day=short_day(at.local.date()), clock=at.clock)


def meets(words: str) -> str:
    """When a group meets, in the person's words."""
    return _("Meets: {words}").format(words=words)


def open_line(line: str, *, is_sure: bool, nobody: bool) -> str:
    """A helpline that is open now; where its hours are not known, one that may be. Nobody else is here yet if so."""
    if nobody and is_sure:
        return _("Open now: {line}. To add someone you trust, later: carelog contact add").format(line=line)
    if nobody:
        return _("Open now or may be: {line}. To add someone you trust, later: carelog contact add").format(line=line)
    if is_sure:
        return _("Open now: {line}. They listen; you need no reason and no prepared words.").format(line=line)
    return _("Open now or may be: {line}. They listen; you need no reason and no prepared words.").format(line=line)


def line_with_way(name: str, way: str) -> str:
    """A helpline and how to reach it."""
    return _("{name}, {way}").format(name=name, way=way)


def note_it(name: str) -> str:
    """How to note that someone was reached."""
    return _("When you have talked: carelog reached {typed}").format(typed=typed(name))


def noted(name: str) -> str:
    """Contact with someone was noted."""
    return _("Noted: in touch with {name}.").format(name=name)


def out_of_touch(contact: Contact) -> str:
    """No contact with someone for longer than the person had asked to be reminded after; no days are counted."""
    return _(
        "You wanted to hear from {name} now and then. How to reach them: carelog contact show {typed}. Later: carelog "
        "contact snooze {typed}"
    ).format(name=called(contact), typed=typed(typed_for(contact)))


def snoozed(name: str, until: date) -> str:
    """Reminders of someone are snoozed."""
    return _("Left out of “today” until {day}: {name}.").format(name=name, day=short_day(until))


def saying(words: str) -> str:
    """What to say."""
    return _("Say: {words}").format(words=words)


def text_to(way: str) -> str:
    """How to text a helpline; empty when it cannot be texted."""
    return _("text {number}").format(number=way) if way else ""


def kind_word(text: str, from_whom: str) -> str:
    """A kind word, and who said it where that is known."""
    if not from_whom:
        return _("“{words}”").format(words=text)
    return _("“{words}” {from_whom}").format(words=text, from_whom=from_whom)
