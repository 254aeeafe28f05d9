"""What is said at once after an answer about death or harm, in the language in which the question was read."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from carelog.language import gettext, translation_into
from carelog.language import gettext as _
from carelog.wording.lists import listed_with_or

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class HardAnswer:
    """The sentences of the response, all in one language."""

    honest: str
    now: str
    now_without_number: str
    your_plan: str
    your_people: str
    your_lines: str
    guessed_lines: str
    what_helps: str
    nothing_there: str
    at_any_time: str

    def emergency(self, numbers: Sequence[tuple[str, str]], *, guessed: bool) -> str:
        """Whom to call; the numbers have their countries if those are a guess or there are several."""
        if not numbers:
            return self.now_without_number
        in_country = _("{number} ({country})") if guessed or len(numbers) > 1 else "{number}"
        named = (in_country.format(number=number, country=country) for number, country in numbers)
        return self.now.format(numbers=listed_with_or(named))

    def lines_in(self, country: str) -> str:
        """The heading of helplines of a guessed country."""
        return self.guessed_lines.format(country=country)


def hard_answer(_: Callable[[str], str] = gettext) -> HardAnswer:
    """The response in the language of the program, or as another translation says it."""
    return HardAnswer(
        honest=_(
            "Thank you for answering that. Many people have thoughts like these when things are very hard. You do not "
            "have to carry them alone."
        ),
        now=_("If you might act on them, please call {numbers} now, or go to someone who can stay with you."),
        now_without_number=_(
            "If you might act on them, please call your emergency number now, or go to someone who can stay with you."
        ),
        your_plan=_("Your own plan:"),
        your_people=_("People you chose:"),
        your_lines=_("Lines in your country:"),
        guessed_lines=_("Lines ({country}, a guess):"),
        what_helps=_("What would help right now? 1: my plan, 2: a person, 3: a line, Enter: carry on"),
        nothing_there=_("That part is still empty. Lines and numbers are on your card: carelog crisis"),
        at_any_time=_("Your crisis card, at any time: carelog crisis"),
    )


def hard_answer_in(language: str) -> HardAnswer:
    """The response in the language in which a question was read, else in that of the program."""
    return hard_answer(translation_into(language)) if is_whole_in(language) else hard_answer()


def is_whole_in(language: str) -> bool:
    """Whether the catalogue of a language has every sentence of the response: none of them stays English."""
    english, translated = hard_answer(str), hard_answer(translation_into(language))
    return all(getattr(english, each.name) != getattr(translated, each.name) for each in fields(HardAnswer))
