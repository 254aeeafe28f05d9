"""The start: a minute of questions, each on a line of its own, and what they left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.settings import StartQuestion
from carelog.wording.lists import listed
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Iterable

WELCOME = _("Welcome. carelog keeps a journal on this computer and nowhere else.\nA few questions, about a minute.")
GO_ON = _("Enter skips a question, or takes what is in brackets. Ctrl-C stops; what you answered is kept.")

ASK_SCREEN_READER = _("Do you use a screen reader?")
ASK_COUNTRY = _("Your country, for the lines on your crisis card (name or code; several: UK, Ireland)")
ASK_PERSON = _("One person you could call on a hard day (or: nobody yet)")
ASK_TWO_SIDED = _("For some people very high times are hard too. Should 5 mean “very high” instead of “great”?")
MOODS_STAY = _("What you noted keeps its numbers; pages call them by the words you choose here.")
ASK_OTHERS = _("Could someone else look at what you do on this computer?")
IN_HISTORY = _("Words after a command stay in the shell's history; “carelog mood” alone asks instead.")
ONLY_WORDS_ARE_HIDDEN = _(
    "If someone checks on you, carelog can hide words but not that it is here. A device they cannot reach is safer."
)
ASK_SEE_CARD = _("Would you like to see your crisis card now?")
READY = _("That is all. Note a moment with: carelog mood 4 a few words")
NEEDS_TERMINAL = _("Nothing is noted yet. Begin with: carelog mood 4 a few words\nIn a crisis: carelog crisis")

NOBODY_YET = frozenset({"nobody", "nobody yet", "no one", "no one yet", "none", _("nobody yet")})
"""What is typed in place of a name by whoever has nobody to name, in small letters."""
LINES_THAT_LISTEN = _("Lines that listen: carelog helplines")
NAME_IS_HERE = _("{name} is here already.")

_OPEN = {
    StartQuestion.SCREEN_READER: _("a screen reader"),
    StartQuestion.COUNTRY: _("your country"),
    StartQuestion.PERSON: _("one person to call"),
    StartQuestion.SCALE: _("what 5 means"),
    StartQuestion.OTHERS: _("privacy on this computer"),
}
_BY_HAND = {
    StartQuestion.SCREEN_READER: _("For a screen reader: carelog settings set plain on"),
    StartQuestion.COUNTRY: _("Your country: carelog settings set country Ireland"),
    StartQuestion.PERSON: _("One person to call: carelog contact add Sam --phone NUMBER --crisis 1"),
    StartQuestion.SCALE: _("5 as “very high”, not “great”: carelog settings set mood.scale two-sided"),
    StartQuestion.OTHERS: _("Where others could look: carelog settings preset shared-computer"),
}


def not_set_yet(left: Iterable[StartQuestion]) -> str:
    """The one line on a page about questions of the start that were neither answered nor declined."""
    return _("Not set yet: {things}. carelog start").format(things=listed(map(_OPEN.__getitem__, left)))


def by_hand(left: Iterable[StartQuestion]) -> str:
    """What the start would ask, and the command that sets each: where nobody can be asked."""
    return "\n".join([_("Not set yet:"), *(f"  {_BY_HAND[each]}" for each in left)])


def all_set() -> str:
    """Nothing is left to ask; how each answer is changed."""
    changes = [f"  {line}" for line in _BY_HAND.values()]
    return "\n".join(
        [_("Everything here is set. To change something:"), *changes, _("To be asked again: carelog start --again")]
    )


def country_kept(names: Iterable[str]) -> str:
    """The countries of the crisis card were set."""
    return _("Your card has the lines of: {countries}").format(countries=listed(names))


def country_and_code(name: str, code: str) -> str:
    """A country with its code, which joins the brackets that are in some names: Korea (North, KP)."""
    if name.endswith(")"):
        return _("{name}, {code})").format(name=name.removesuffix(")"), code=code)
    return _("{name} ({code})").format(name=name, code=code)


def on_card(name: str) -> str:
    """The person to call was kept, with a number."""
    return _("{name} is on your crisis card.").format(name=name)


def without_number(name: str) -> str:
    """The person to call was kept, and there is no number."""
    return _(
        "{name} is not on your card yet, because a number is missing. To add one: carelog contact edit "
        "{typed} --phone NUMBER --crisis 1"
    ).format(name=name, typed=typed(name))
