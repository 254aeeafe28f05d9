"""Questionnaires: before, while and after they are answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carelog.domain.questionnaires.questionnaire import Change
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import date_name, short_day
from carelog.wording.lists import listed, listed_with_and

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from carelog.domain.questionnaires.questionnaire import Band, Cutpoint, Part, Questionnaire

NOBODY_ELSE = _(
    "Nobody else sees your answers, and carelog cannot call anyone. Your crisis card, at any time: carelog crisis"
)
WITHOUT_IT = _(
    "Its last question asks about thoughts of death or of hurting yourself. You can leave it out: the PHQ-8 is the "
    "same without it."
)
ABOUT_AN_EVENT = _(
    "It asks about one very stressful event. You need not write it down or say which. Stop at any question; nothing is "
    "lost. Your card, at any time: carelog crisis"
)
SOMETHING_ORDINARY = _("a glass of water, going outside, or a few words with somebody")
BEGIN = _("Enter: begin, q: leave")
BEGIN_OR_WITHOUT = _("Enter: begin, 8: the PHQ-8 instead, q: leave")
BEGUN_TODAY = _("You began today; what you answered is still here.")
NUMBER = _("Number")
CHOICE = _("Your choice")
KEEP_ALL = _("Keep your answers?")
KEEP_UNFINISHED = _("Keep what you answered so far, without a total? You can finish it today.")
NOTHING_KEPT = _("Nothing was kept.")
NOTHING_NEW = _("What you answered earlier today stays as it was.")
NO_TOTAL = _("No total, because a question was left open, and that is fine")
SCORE_HEADERS = (_("day"), _("handle"), _("change"), _("parts"), _("difficulty"))
UNFINISHED = _("not all answered")
WORTH_TALKING = _(
    "With a number like this it is worth talking to a doctor or therapist. You can take it along: carelog export "
    "--for therapist"
)

PLAN_IS_THERE = _("Your plan is here whenever you want it: carelog plan. Someone now: carelog reach")
CARD_IS_THERE = _("Your card is here whenever you want it: carelog crisis. Someone now: carelog reach")

_SCALES = {
    "worse": _("{minimum} to {maximum}, higher is worse"),
    "better": _("{minimum} to {maximum}, higher is better"),
}
_MOVES = {
    Change.ABOUT_THE_SAME: _("about the same"),
    Change.LOWER: _("lower by {threshold} or more"),
    Change.HIGHER: _("higher by {threshold} or more"),
}
_PERIODS = {"2 weeks": _("2 weeks"), "4 weeks": _("4 weeks"), "30 days": _("30 days"), "month": _("month")}
"""The periods that questionnaires of carelog ask about, by what their table calls them."""
_THE_LAST = re.compile(r"(?:(?:(?:over|in|during) )?(?:the )?(?:last|past|previous) )?(?:1 )?", re.IGNORECASE)
_LANGUAGES = {
    "da": _("Danish"),
    "de": _("German"),
    "en": _("English"),
    "es-US": _("Spanish (United States)"),
    "fr-CA": _("French (Canada)"),
    "fr-FR": _("French (France)"),
    "ko": _("Korean"),
    "pl": _("Polish"),
    "ru": _("Russian"),
}
COLUMNS = (_("name"), _("about"), _("questions"), _("answered"), _("again from"))


def question_count(questions: int) -> str:
    """A number of questions, such as 9 questions."""
    return plural(questions, "{count} question", "{count} questions")


def without_it_in(original: Questionnaire, instead: Questionnaire) -> str:
    """A questionnaire is not offered in a language yet, because nothing there could answer its question about death."""
    return _(
        "The {name} is not offered in {language} yet: carelog has no answer in that language to its question about "
        "thoughts of death. The {instead} is the same without that one."
    ).format(name=original.name, language=language_name(instead.language), instead=instead.name)


def begin_instead(instead: Questionnaire) -> str:
    """The choice between that other questionnaire and none."""
    return _("Enter: begin the {name} in {language}, q: leave").format(
        name=instead.name, language=language_name(instead.language)
    )


def language_name(language: str) -> str:
    """A language in words; one that has no name here by its code."""
    return _LANGUAGES.get(language, language)


def language_and_code(language: str) -> str:
    """A language in words, with the code that is typed for it."""
    name = language_name(language)
    return name if name == language else _("{language} ({code})").format(language=name, code=language)


def after_an_event(first_step: str) -> str:
    """After a questionnaire about a stressful event: the person's own first step, or else something ordinary."""
    return _("That can stir things up. Something ordinary next is a good idea: {first_step}.").format(
        first_step=(first_step or SOMETHING_ORDINARY).rstrip(".")
    )


def place(name: str, number: int, of: int) -> str:
    """Which question of a questionnaire is asked."""
    return _("{name}, {number} of {questions}").format(name=name, number=number, questions=of)


def number(before: int | None) -> str:
    """The keys beside a number; `before` is the answer that Enter keeps, if there is one."""
    if before is None:
        return _("Enter leaves it open, b goes back, q stops")
    return _("Enter keeps {before}, - leaves it open, b goes back, q stops").format(before=before)


def result(questionnaire: Questionnaire, day: date, total: int | None, band: Band | None) -> str:
    """The total of a day, with its range, the published name of its band, and the published cut-points."""
    name, on = questionnaire.name, short_day(day)
    if total is None:
        return _("{name}, {day}: {fact}.").format(name=name, day=on, fact=NO_TOTAL)
    sentence = _("{name}, {day}: {total} (range {minimum} to {maximum}).").format(
        name=name, day=on, total=total, minimum=questionnaire.minimum, maximum=questionnaire.maximum
    )
    bands = [_band(band)] if band else []
    cutpoints = [_cutpoints(questionnaire.cutpoints)] if questionnaire.cutpoints else []
    return " ".join([sentence, *bands, *cutpoints, not_a_diagnosis(questionnaire.recall)])


def range_name(questionnaire: Questionnaire, stretch: Band) -> str:
    """A stretch of a scale by its published name, else by its numbers; empty where the scale is in one piece."""
    if stretch.text or (stretch.first, stretch.last) == (questionnaire.minimum, questionnaire.maximum):
        return stretch.text
    if stretch.first == questionnaire.minimum:
        return _("below {first}").format(first=stretch.last + 1)
    return _("{first} or more").format(first=stretch.first)


def range_of(questionnaire: Questionnaire, total: int) -> str:
    """Where a total lies on its scale; empty for a scale in one piece, and for a total that is not on it."""
    is_on_scale = questionnaire.minimum <= total <= questionnaire.maximum
    return range_name(questionnaire, questionnaire.range_of(total)) if is_on_scale else ""


def not_a_diagnosis(recall: str) -> str:
    """Below every total; `recall` is the period that the questionnaire asks about, empty if unknown."""
    if not recall:
        return _("A number, not a diagnosis.")
    return _("A number about the last {recall}, not a diagnosis.").format(recall=period(recall))


def period(recall: str) -> str:
    """The period that a questionnaire asks about, behind “the last”; of a person's own one as its file has it.

    A file may say “the last 7 days” or “over the past month” itself.
    """
    bare = _THE_LAST.sub("", recall, count=1)
    return _PERIODS.get(bare, bare)


def again(questionnaire: Questionnaire, day: date) -> str:
    """From which day a questionnaire can be answered again, and why not before: the one reason on all pages."""
    on, recall = date_name(day, short=True), period(questionnaire.recall)
    weeks, days_beyond = divmod(questionnaire.days_between, 7)
    if not recall:
        return _("Again from {day}.").format(day=on)
    if days_beyond:
        return plural(
            questionnaire.days_between,
            "Again from {day}: it asks about the last {recall}, so once a day is often enough.",
            "Again from {day}: it asks about the last {recall}, so once in {count} days is often enough.",
            day=on,
            recall=recall,
        )
    return plural(
        weeks,
        "Again from {day}: it asks about the last {recall}, so once a week is often enough.",
        "Again from {day}: it asks about the last {recall}, so once in {count} weeks is often enough.",
        day=on,
        recall=recall,
    )


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
        part=each.name, total=each.total, minimum=each.minimum, maximum=each.maximum, cutpoint=each.cutpoint
    )


def difficulty(text: str) -> str:
    """The answer about how difficult it made things, which is not part of the total."""
    return _("How difficult this made things: {answer}.").format(answer=text.lower())


def difficulty_fact(text: str) -> str:
    """The same answer in a list of facts about a score."""
    return _("difficulty: {answer}").format(answer=text.lower())


def short_move(moved: Change, threshold: int) -> str:
    """A change in a few words, as a statement about the questionnaire and never about the person."""
    return _MOVES[moved].format(threshold=threshold)


def safety_answer(number: int, item: str, text: str) -> str:
    """An answer to a question about death or harm, which a total would hide."""
    return _("question {number}, “{item}”: {answer}").format(number=number, item=item, answer=text.lower())


def scale_of(higher_is: str, minimum: int, maximum: int) -> str:
    """The range of a scale and its direction, such as 0 to 27, higher is worse."""
    return _SCALES[higher_is].format(minimum=minimum, maximum=maximum)


def never_answered(key: str) -> str:
    """A questionnaire was never answered."""
    return _("Not answered yet. To answer it: carelog questionnaire take {key}").format(key=key)


def added(names: Sequence[str]) -> str:
    """Questionnaires of the person's own were added."""
    return _("Kept: {names}. To answer: carelog questionnaire take {first}").format(names=listed(names), first=names[0])


def left_out(reason: str) -> str:
    """A file of the person's own cannot be used, and what it holds is in no list."""
    return _("Left out: {reason}").format(reason=reason)


def field_of_file(path: str, line: int, field: str) -> str:
    """Where a field stands that cannot be used, before a colon and what is wrong with it."""
    return _("{path}, line {line}, {field}").format(path=path, line=line, field=field)


def _band(band: Band) -> str:
    template = (
        _("On its published scale {first} is called “{band}”.")
        if band.first == band.last
        else _("On its published scale {first} to {last} is called “{band}”.")
    )
    return template.format(first=band.first, last=band.last, band=band.text)


def _cutpoints(cutpoints: Sequence[Cutpoint]) -> str:
    named = _("{first} ({name})")
    said = [named.format(first=each.first, name=each.text) if each.text else str(each.first) for each in cutpoints]
    return plural(
        len(said),
        "Its published cut-point is {cutpoints}.",
        "Its published cut-points are {cutpoints}.",
        cutpoints=listed_with_and(said),
    )
