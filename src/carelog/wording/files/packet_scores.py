"""The packet: what it says of questionnaires, and first of answers about death or harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import number_range
from carelog.wording.days import date_name, day_in_year, short_day
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

NONE_RECORDED = _(
    "Nothing is noted in these days about thoughts of death or harm, which does not mean that there were none."
)
NO_PLAN_HERE = _("No plan for hard days is kept in carelog; there may be one elsewhere.")
SCORES_ARE = _("Screening questionnaires, answered by the person about the weeks before. Not a diagnosis.")


def safety_answer(day: date, questionnaire: str, number: int, item: str, answer: str) -> str:
    """An answer about death or harm."""
    template = _("{day}, {questionnaire}, question {number}, “{item}”: {answer}")
    return template.format(day=short_day(day), questionnaire=questionnaire, number=number, item=item, answer=answer)


def asked_and_nothing(times_asked: int) -> str:
    """Questions about death or harm were always answered with not at all."""
    return plural(
        times_asked,
        "The one answer about thoughts of death or harm was “not at all”. It is about that time only.",
        "{count} times the answer about thoughts of death or harm was “not at all”. It is about those times only.",
    )


def asked_always_nothing(times_asked: int, earlier: int) -> str:
    """Questions about death or harm were always answered with not at all, in these days and before them."""
    return _(
        "The answer about thoughts of death or harm was “not at all” each time: {times} in "
        "these days, {earlier} before "
        "them. It is about those times only."
    ).format(times=_times(times_asked), earlier=_times(earlier))


def asked_earlier(since: date, times_asked: int, answers: Iterable[tuple[date, str, str]]) -> str:
    """Answers about death or harm before the days of the page, each with its day and questionnaire."""
    found = listed(
        _("{questionnaire} of {day} “{answer}”").format(questionnaire=name, day=short_day(day), answer=answer)
        for day, name, answer in answers
    )
    if found:
        return plural(
            times_asked,
            "Before these days, since {since}, asked once: {answers}.",
            "Before these days, since {since}, asked {count} times: {answers}.",
            since=date_name(since),
            answers=found,
        )
    return plural(
        times_asked,
        "Before these days, since {since}, asked once: not at all.",
        "Before these days, since {since}, asked {count} times: not at all.",
        since=date_name(since),
    )


def plan_stands(reviewed: date | None) -> str:
    """There is a plan for hard days, and when it was reviewed."""
    if reviewed is None:
        return _("There is a plan for hard days, not read through since it was written.")
    return _("There is a plan for hard days, read through on {day}.").format(day=date_name(reviewed))


def score_heading(name: str, scale: str) -> str:
    """A questionnaire and its scale."""
    return _("{name}, {scale}").format(name=name, scale=scale)


def totals_of_these_days(totals: Sequence[tuple[date, int | None, str]], year: int) -> str:
    """The totals of the days of the page, each with its band; the `year` of the page is not repeated."""
    if not totals:
        return _("Not answered in these days.")
    found = (
        _("{day} {total} ({band})").format(day=day_in_year(day, year), total="–" if total is None else total, band=band)
        for day, total, band in totals
    )
    return _("In these days: {totals}.").format(totals=listed(found))


def bands(known: Iterable[tuple[int, int, str]]) -> str:
    """The published bands of a questionnaire: first, last, and name."""
    named = (_("{range} {name}").format(range=number_range(first, last), name=name) for first, last, name in known)
    return _("Published bands: {bands}.").format(bands=listed(named))


def stretches(names: Iterable[str]) -> str:
    """What a questionnaire without bands calls the stretches between its cut-points; empty where it has none."""
    found = listed(filter(None, names))
    return _("Published cut-points: {stretches}.").format(stretches=found) if found else ""


def first_and_last(first: tuple[date, int | None], last: tuple[date, int | None], moved: str, year: int) -> str:
    """The first and the last total of a course with their days, and how far they differ; empty where unknown."""
    template = (
        _("First {first} on {first_day}, last {last} on {last_day}: {moved}.")
        if moved
        else _("First {first} on {first_day}, last {last} on {last_day}.")
    )
    return template.format(
        first=first[1],
        first_day=day_in_year(first[0], year),
        last=last[1],
        last_day=day_in_year(last[0], year),
        moved=moved,
    )


def _times(count: int) -> str:
    return plural(count, "once", "{count} times")
