"""What is said of a routine on its day: dose or target, state, and its small version."""

from __future__ import annotations

from datetime import time

from carelog.domain.routines.routine import DayState, RoutineDay
from carelog.review.days.routines import RoutineToday
from carelog.wording.counts import amount, figures, part_of
from carelog.wording.lists import listed
from carelog.wording.pages import common as common_words


def about(each: RoutineToday) -> str:
    """The dose of a medicine, or what a habit is to reach; empty without either, and where its state says that too."""
    day, routine = each.day, each.day.routine
    if routine.is_medicine:
        return routine.dose_on(day.day)
    is_counted = day.state is DayState.PARTLY or (day.state is DayState.DONE and day.asked > 1)
    return amount(routine.target, routine.unit) if routine.target and not (is_counted and _part_of_target(day)) else ""


def small_version(each: RoutineToday) -> str:
    """The smallest version, while the routine is open; else empty."""
    small = each.day.routine.small
    return common_words.or_small(small) if small and each.day.state is DayState.OPEN else ""


def state(each: RoutineToday) -> str:
    """What became of it, with the time of day of it or at which it comes."""
    day, come = each.day, common_words.comes_at(each.next_at, later=each.later) if each.next_at else ""
    match day.state:
        case DayState.OPEN:
            return _with_unnoted(each, come) or common_words.OPEN
        case DayState.PARTLY:
            return _with_unnoted(each, _noted(day), come if _says_when(each) else "")
        case DayState.DONE if day.asked > 1:
            return listed([_noted(day), day.ticks[-1].at.clock])
        case DayState.DONE | DayState.SMALL | DayState.SKIPPED if day.ticks:
            return common_words.state_at(day.state.value, day.ticks[-1].at.clock)
        case _:
            return common_words.STATE_WORDS[day.state.value]


def state_beside_its_time(each: RoutineToday) -> str:
    """The same for a line that has the time of day already; what is due now says so."""
    day = each.day
    match day.state:
        case DayState.OPEN:
            now = common_words.NOW if each.next_at and not each.later else ""
            return _with_unnoted(each, now) or ("" if each.next_at else common_words.OPEN)
        case DayState.PARTLY:
            return _with_unnoted(each, _noted(day), "" if each.later or not _says_when(each) else common_words.NOW)
        case DayState.DONE if day.asked > 1:
            return _noted(day)
        case _:
            return common_words.STATE_WORDS[day.state.value]


def time_beside(each: RoutineToday) -> time | None:
    """The time of day to list it by: when it is due next, or was noted last; None where it can be done at any time."""
    day = each.day
    if each.is_open:
        return each.next_at
    return day.ticks[-1].at.local.time() if day.ticks else None


def _with_unnoted(each: RoutineToday, *parts: str) -> str:
    unnoted = common_words.not_noted(each.unnoted) if each.unnoted else ""
    return listed(part for part in (*parts, unnoted) if part)


def _says_when(each: RoutineToday) -> bool:
    return each.later or any(slot.is_open and slot.at == each.next_at for slot in each.slots)


def _noted(day: RoutineDay) -> str:
    return _part_of_target(day) or part_of(day.kept, day.asked)


def _part_of_target(day: RoutineDay) -> str:
    """The amount that was noted as a part of the target; empty without one, and while not every time was noted."""
    if not (day.routine.target and len(day.ticks) >= day.asked):
        return ""
    return part_of(figures(day.amount), amount(day.routine.target, day.routine.unit))
