"""Questionnaires: before, while and after they are answered, and what is said at once after a safety answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.questionnaire import Change
from carelog.language import gettext as _
from carelog.wording.days import short_day
from carelog.wording.lists import listed, listed_with_or

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from carelog.domain.questionnaire import Band, Part, Questionnaire

NOBODY_ELSE = _(
    "Nobody else sees your answers, and carelog cannot call anyone. Your crisis card, at any time: carelog crisis"
)
WITHOUT_IT = _("Its last question is about thoughts of death. The PHQ-8 is the same without that one.")
BEGIN = _("Enter: begin, q: leave")
BEGIN_OR_WITHOUT = _("Enter: begin, 8: the PHQ-8 instead, q: leave")
BEGUN_TODAY = _("You began today; what you answered is still here.")
NUMBER = _("Number")
CHOICE = _("Your choice")
KEEP_ALL = _("Keep your answers?")
KEEP_UNFINISHED = _("Keep what you answered so far, without a total? You can finish it today.")
NOTHING_KEPT = _("Nothing was kept.")
NOTHING_NEW = _("What you answered earlier today stays as it was.")
NO_TOTAL = _("No total: it needs every question answered")
SCORE_HEADERS = (_("day"), _("handle"), _("change"), _("parts"), _("difficulty"))
UNFINISHED = _("not all answered")
WORTH_TALKING = _("Many people find it useful to talk such a score over with a doctor or therapist.")

HONEST = _(
    "Thank you for answering that honestly. Thoughts like these are common when things are very hard, and they can "
    "pass. You do not have to carry them alone."
)
YOUR_PLAN = _("Your own plan:")
YOUR_PEOPLE = _("People you chose:")
YOUR_LINES = _("Lines in your country:")
WHAT_HELPS = _("What would help right now? 1: my plan, 2: a person, 3: a line, Enter: carry on")
NOTHING_THERE = _("Nothing is kept there yet. Your crisis card has what there is: carelog crisis")
AT_ANY_TIME = _("Your crisis card, at any time: carelog crisis")
PLAN_IS_THERE = _("Last time some thoughts were hard. Your plan is there if you want it: carelog plan")
CARD_IS_THERE = _("Last time some thoughts were hard. Your crisis card is there if you want it: carelog crisis")

_SCALES = {
    "worse": _("{minimum} to {maximum}, higher is worse"),
    "better": _("{minimum} to {maximum}, higher is better"),
}
_MOVES = {
    Change.ABOUT_THE_SAME: _("about the same"),
    Change.LOWER: _("lower by {threshold} or more"),
    Change.HIGHER: _("higher by {threshold} or more"),
}
_CHANGES = {
    Change.ABOUT_THE_SAME: _("On {day} it was {before}: about the same"),
    Change.LOWER: _(
        "On {day} it was {before}: lower by {threshold} or more, a change larger than the questionnaire’s usual noise"
    ),
    Change.HIGHER: _(
        "On {day} it was {before}: higher by {threshold} or more, a change larger than the questionnaire’s usual noise"
    ),
}
COLUMNS = (_("name"), _("about"), _("questions"), _("answered"), _("again from"))


def now(numbers: Sequence[tuple[str, str]], *, guessed: bool) -> str:
    """The emergency numbers after a safety answer, with their countries if those are a guess or there are several."""
    if not numbers:
        return _(
            "If you might act on them, or cannot keep yourself safe, please call your emergency number now, or go to "
            "someone who can stay with you."
        )
    in_country = _("{number} ({country})") if guessed or len(numbers) > 1 else "{number}"
    return _(
        "If you might act on them, or cannot keep yourself safe, please call {numbers} now, or go to someone who can "
        "stay with you."
    ).format(numbers=listed_with_or(in_country.format(number=number, country=country) for number, country in numbers))


def lines_in(country: str) -> str:
    """The heading of helplines of a guessed country."""
    return _("Lines ({country}, a guess):").format(country=country)


def place(name: str, number: int, of: int) -> str:
    """Which question of a questionnaire is asked."""
    return _("{name}, {number} of {questions}").format(name=name, number=number, questions=of)


def number(before: int | None) -> str:
    """The keys beside a number; `before` is the answer that Enter keeps, if there is one."""
    if before is None:
        return _("Enter leaves it open, b goes back, q stops")
    return _("Enter keeps {before}, - leaves it open, b goes back, q stops").format(before=before)


def result(questionnaire: Questionnaire, day: date, total: int | None, band: Band | None) -> str:
    """The total of a day, with its range and the published name of its band."""
    name, on = questionnaire.name, short_day(day)
    if total is None or band is None:
        return _("{name}, {day}: {fact}.").format(name=name, day=on, fact=NO_TOTAL)
    sentence = (
        _(
            "{name}, {day}: {total} (range {minimum} to {maximum}). On its published scale {first} to {last} is called "
            "“{band}”."
        )
        if band.first != band.last
        else _(
            "{name}, {day}: {total} (range {minimum} to {maximum}). On its published scale {first} is called “{band}”."
        )
    ).format(
        name=name,
        day=on,
        total=total,
        minimum=questionnaire.minimum,
        maximum=questionnaire.maximum,
        first=band.first,
        last=band.last,
        band=band.text,
    )
    return f"{sentence} {not_a_diagnosis(questionnaire.recall)}"


def not_a_diagnosis(recall: str) -> str:
    """Below every total; `recall` is the period that the questionnaire asks about, empty if unknown."""
    if not recall:
        return _("A number, not a diagnosis.")
    return _("A number about {recall}, not a diagnosis.").format(recall=recall)


def parts(found: Iterable[Part]) -> str:
    """The totals of the subscales."""
    return _("Its parts: {parts}.").format(parts=listed(map(part, found)))


def part(each: Part) -> str:
    """The total of a subscale, with its range and its published cut-point if it has one."""
    template = (
        _("{part} {total} (range {minimum} to {maximum})")
        if each.cutpoint is None
        else _("{part} {total} (range {minimum} to {maximum}, cut-point {cutpoint})")
    )
    return template.format(
        part=each.key, total=each.total, minimum=each.minimum, maximum=each.maximum, cutpoint=each.cutpoint
    )


def difficulty(text: str) -> str:
    """The answer about how difficult it made things, which is not part of the total."""
    return _("How difficult this made things: {answer}.").format(answer=text.lower())


def difficulty_fact(text: str) -> str:
    """The same answer in a list of facts about a score."""
    return _("difficulty: {answer}").format(answer=text.lower())


def change(before: int, day: date, moved: Change, threshold: int) -> str:
    """How a total differs from the one before."""
    return _("{fact}.").format(fact=change_fact(before, day, moved, threshold))


def change_fact(before: int, day: date, moved: Change, threshold: int) -> str:
    """How a total differs from the one before, in a list of facts about a score."""
    return _CHANGES[moved].format(day=short_day(day), before=before, threshold=threshold)


def short_move(moved: Change, threshold: int) -> str:
    """A change in a few words, for a list."""
    return _MOVES[moved].format(threshold=threshold)


def safety_answer(number: int, item: str, text: str) -> str:
    """An answer to a question about death or harm, which a total would hide."""
    return _("Question {number}, “{item}”: {answer}").format(number=number, item=item, answer=text.lower())


def scale_of(higher_is: str, minimum: int, maximum: int) -> str:
    """The range of a scale and its direction, such as 0 to 27, higher is worse."""
    return _SCALES[higher_is].format(minimum=minimum, maximum=maximum)


def never_answered(key: str) -> str:
    """A questionnaire was never answered."""
    return _("Not answered yet. To answer it: carelog questionnaire take {key}").format(key=key)


def added(names: Sequence[str]) -> str:
    """Questionnaires of the person's own were added."""
    return _("Kept: {names}. To answer: carelog questionnaire take {first}").format(names=listed(names), first=names[0])


def field_of_file(path: str, line: int, field: str) -> str:
    """Where a field stands that cannot be used, before a colon and what is wrong with it."""
    return _("{path}, line {line}, {field}").format(path=path, line=line, field=field)
