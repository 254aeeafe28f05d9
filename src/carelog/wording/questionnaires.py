"""Questionnaires: before, while and after they are answered, and what is said at once after a safety answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.questionnaire import Change
from carelog.language import gettext as _
from carelog.wording.days import short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from carelog.domain.questionnaire import Band, Part, Questionnaire

NOBODY_ELSE = (
    "Nobody else sees your answers, and carelog cannot call anyone. Your crisis card, at any time: carelog crisis"
)
WITHOUT_IT = "Its last question is about thoughts of death. The PHQ-8 is the same without that one."
BEGIN = "Enter: begin, q: leave"
BEGIN_OR_WITHOUT = "Enter: begin, 8: the PHQ-8 instead, q: leave"
BEGUN_TODAY = "You began today; what you answered is still here."
_NO_NUMBER = "your emergency number"
NUMBER = "Number"
CHOICE = "Your choice"
AN_OPTION = "Type one of the numbers beside the answers, or b, q or -."
KEEP_ALL = "Keep your answers?"
KEEP_UNFINISHED = "Keep what you answered so far, without a total? You can finish it today."
NOTHING_KEPT = "Nothing was kept."
NOTHING_NEW = "What you answered earlier today stays as it was."
NO_TOTAL = "No total: it needs every question answered."
SCORE_HEADERS = ("day", "handle", "change", "parts", "difficulty")
UNFINISHED = "not all answered"
NO_DIFFICULTY = "The question about difficulty is asked only where an answer is above 0."
WORTH_TALKING = "Many people find it useful to talk such a score over with a doctor or therapist."
NEEDS_ANSWERS = "Without one, give --answer as often as it has questions: a number, or - to leave one open."

HONEST = (
    "Thank you for answering that honestly. Thoughts like these are common when things are very hard, and they can "
    "pass. You do not have to carry them alone."
)
YOUR_PLAN = "Your own plan:"
YOUR_PEOPLE = "People you chose:"
YOUR_LINES = "Lines in your country:"
WHAT_HELPS = "What would help right now? 1: my plan, 2: a person, 3: a line, Enter: carry on"
NOTHING_THERE = "Nothing is kept there yet. Your crisis card has what there is: carelog crisis"
AT_ANY_TIME = "Your crisis card, at any time: carelog crisis"
PLAN_IS_THERE = "Last time some thoughts were hard. Your plan is there if you want it: carelog plan"
CARD_IS_THERE = "Last time some thoughts were hard. Your crisis card is there if you want it: carelog crisis"


def now(numbers: Sequence[tuple[str, str]], *, guessed: bool) -> str:
    """The emergency numbers after a safety answer, with their countries if those are a guess or there are several."""
    named = guessed or len(numbers) > 1
    listed = [f"{number} ({country})" if named else number for number, country in numbers]
    return (
        f"If you might act on them, or cannot keep yourself safe, please call {' or '.join(listed) or _NO_NUMBER} now, "
        "or go to someone who can stay with you."
    )


def lines_in(country: str) -> str:
    """The heading of helplines of a guessed country."""
    return f"Lines ({country}, a guess):"


def place(name: str, number: int, of: int) -> str:
    """Which question of a questionnaire is asked."""
    return f"{name}, {number} of {of}"


def number(before: int | None) -> str:
    """The keys beside a number; `before` is the answer that Enter keeps, if there is one."""
    stays = "leaves it open" if before is None else f"keeps {before}, - leaves it open"
    return f"Enter {stays}, b goes back, q stops"


def too_soon(name: str, recall: str, last: date, again: date) -> str:
    """A questionnaire was answered a short while ago."""
    asks = f"It asks about {recall}, so the next time is" if recall else "The next time is"
    return f"You answered the {name} on {short_day(last)}. {asks} {short_day(again)}. To answer it now: --again"


def how_many(name: str, given: int, needed: int) -> str:
    """The number of answers differs from the number of questions."""
    answers = "1 answer was" if given == 1 else f"{given} answers were"
    return f"The {name} has {needed} questions, and {answers} given. Leave one open with --answer -"


def not_an_option(given: str, values: Sequence[int]) -> str:
    """An answer is invalid."""
    return f"“{given}” is no answer here. Answers: {', '.join(map(str, values))}, or - to leave one open."


def never_difficult(name: str) -> str:
    """A questionnaire without a question about difficulty was given an answer to it."""
    return f"The {name} has no question about difficulty."


def not_a_difficulty(given: int, answers: int) -> str:
    """An answer about difficulty is invalid."""
    return f"“{given}” is no answer on difficulty. Answers: 0 to {answers - 1}."


def result(questionnaire: Questionnaire, day: date, total: int | None, band: Band | None) -> str:
    """The total of a day, with its range and the published name of its band."""
    head = f"{questionnaire.name}, {short_day(day)}: "
    if total is None or band is None:
        return f"{head}{NO_TOTAL}"
    span = f"{band.first} to {band.last}" if band.first != band.last else f"{band.first}"
    return (
        f"{head}{total} (range {questionnaire.minimum} to {questionnaire.maximum}). On its published scale {span} is "
        f"called “{band.text}”. {not_a_diagnosis(questionnaire.recall)}"
    )


def not_a_diagnosis(recall: str) -> str:
    """Below every total; `recall` is the period that the questionnaire asks about, empty if unknown."""
    return f"A number about {recall}, not a diagnosis." if recall else "A number, not a diagnosis."


def parts(found: Sequence[Part]) -> str:
    """The totals of the subscales."""
    return f"Its parts: {', '.join(map(part, found))}."


def part(each: Part) -> str:
    """The total of a subscale, with its range and its published cut-point if it has one."""
    cut = "" if each.cutpoint is None else f", cut-point {each.cutpoint}"
    return f"{each.key} {each.total} (range {each.minimum} to {each.maximum}{cut})"


def difficulty(text: str) -> str:
    """The answer about how difficult it made things, which is not part of the total."""
    return f"How difficult this made things: {text.lower()}."


def change(before: int, day: date, moved: Change, threshold: int) -> str:
    """How a total differs from the one before."""
    return f"On {short_day(day)} it was {before}: {moved_by(moved, threshold)}."


def moved_by(moved: Change, threshold: int) -> str:
    """A change as a statement about the questionnaire, never about the person."""
    change = short_move(moved, threshold)
    same = moved is Change.ABOUT_THE_SAME
    return change if same else f"{change}, a change larger than the questionnaire’s usual noise"


def short_move(moved: Change, threshold: int) -> str:
    """A change in a few words, for a list."""
    return "about the same" if moved is Change.ABOUT_THE_SAME else f"{moved.value} by {threshold} or more"


def safety_answer(number: int, item: str, text: str) -> str:
    """An answer to a question about death or harm, which a total would hide."""
    return f"Question {number}, “{item}”: {text.lower()}"


def scale_of(higher_is: str, minimum: int, maximum: int) -> str:
    """The range of a scale and its direction, such as 0 to 27, higher is worse."""
    return f"{minimum} to {maximum}, higher is {higher_is}"


def never_answered(key: str) -> str:
    """A questionnaire was never answered."""
    return f"Not answered yet. To answer it: carelog questionnaire take {key}"


def added(names: Sequence[str]) -> str:
    """Questionnaires of the person's own were added."""
    return f"Kept: {', '.join(names)}. To answer: carelog questionnaire take {names[0]}"


def field_of_file(path: str, line: int, field: str) -> str:
    """Where a field stands that cannot be used, before a colon and what is wrong with it."""
    return _("{path}, line {line}, {field}").format(path=path, line=line, field=field)
