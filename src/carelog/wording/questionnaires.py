"""Questionnaires: before, while and after they are answered; and what is said at once when an answer is about death."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.questionnaire import Change
from carelog.wording.days import short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from carelog.domain.questionnaire import Band, HigherIs, Questionnaire

NOBODY_ELSE = (
    "Nobody else sees your answers, and carelog cannot call anyone. Your crisis card, at any time: carelog crisis"
)
WITHOUT_IT = (
    "Its last question is about thoughts of death. The PHQ-8 leaves that one out: carelog questionnaire take phq8"
)
NUMBER = "Number (Enter leaves it open, b goes back, q stops)"
AN_OPTION = "Type one of the numbers beside the answers."
KEEP_UNFINISHED = "Keep what you answered so far, without a total?"
NOTHING_KEPT = "Nothing was kept."
NO_TOTAL = "No total: it needs every question answered."
UNFINISHED = "not all answered"
NOT_A_DIAGNOSIS = "A number about two weeks, not a diagnosis."
WORTH_TALKING = "Many people find it useful to talk such a score over with a doctor or therapist."
NEEDS_ANSWERS = "Without one, give --answer as often as it has questions: a number, or - to leave one open."

HONEST = (
    "Thank you for answering that honestly. Thoughts like these are common when things are very hard, and they can "
    "pass. You do not have to carry them alone."
)
YOUR_PLAN = "Your own plan:"
YOUR_PEOPLE = "People you chose:"
YOUR_LINES = "Lines in your country:"
WHAT_HELPS = "What would help right now? p: my plan, o: a person, l: a line, Enter: carry on"
CARRY_ON = "Enter: carry on"
PLAN_IS_THERE = "Last time some thoughts were hard. Your plan is there if you want it: carelog plan"


def now(emergency: str) -> str:
    """The emergency number, for when thoughts may become more."""
    call = f"call {emergency}" if emergency else "call your emergency number"
    return (
        f"If you might act on them, or cannot keep yourself safe, please {call} now, or go to someone who can stay "
        "with you."
    )


def place(name: str, number: int, of: int) -> str:
    """Where in a questionnaire one is."""
    return f"{name}, {number} of {of}"


def too_soon(name: str, last: date, again: date) -> str:
    """It was answered a short while ago."""
    return (
        f"You answered the {name} on {short_day(last)}. It asks about two weeks, so the next time is "
        f"{short_day(again)}. To answer it now all the same: --again"
    )


def how_many(name: str, given: int, needed: int) -> str:
    """The number of answers is not that of the questions."""
    answers = "1 answer was" if given == 1 else f"{given} answers were"
    return f"The {name} has {needed} questions, and {answers} given. Leave one open with --answer -"


def not_an_option(given: str, values: Sequence[int]) -> str:
    """An answer that does not exist."""
    return f"“{given}” is no answer here. Answers: {', '.join(map(str, values))}, or - to leave one open."


def result(questionnaire: Questionnaire, total: int | None, band: Band | None) -> str:
    """The total with its range and the published name of its band."""
    if total is None or band is None:
        return f"{questionnaire.name}: {NO_TOTAL}"
    span = f"{band.first} to {band.last}" if band.first != band.last else f"{band.first}"
    return (
        f"{questionnaire.name}: {total} of {questionnaire.maximum}. On its published scale {span} is called "
        f"“{band.text}”. {NOT_A_DIAGNOSIS}"
    )


def change(before: int, day: date, moved: Change, threshold: int) -> str:
    """How a total stands beside the one before."""
    return f"On {short_day(day)} it was {before}: {moved_by(moved, threshold)}."


def moved_by(moved: Change, threshold: int) -> str:
    """A change in the words of what is documented about the questionnaire, never as a verdict on the person."""
    if moved is Change.ABOUT_THE_SAME:
        return "about the same"
    return f"{moved.value} by {threshold} or more, a change larger than the questionnaire’s usual noise"


def safety_answer(number: int, item: str, text: str) -> str:
    """An answer to a question about death or harm, on a line of its own, because a total hides it."""
    return f"Question {number}, “{item}”: {text.lower()}"


def scale(higher_is: HigherIs, maximum: int) -> str:
    """What the numbers of a scale that begins at 0 mean."""
    return scale_of(higher_is.value, 0, maximum)


def scale_of(higher_is: str, minimum: int, maximum: int) -> str:
    """What the numbers of a scale mean."""
    return f"{minimum} to {maximum}, higher is {higher_is}"


def never_answered(key: str) -> str:
    """It was never answered."""
    return f"Not answered yet. To answer it: carelog questionnaire take {key}"


def added(names: Sequence[str]) -> str:
    """Questionnaires of the person's own are kept."""
    return f"Kept: {', '.join(names)}. To answer: carelog questionnaire take {names[0]}"
