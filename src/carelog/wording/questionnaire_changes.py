"""How a total of a questionnaire stands beside earlier ones: statements about the numbers, never about the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.questionnaires.change import ComparedWith
from carelog.domain.questionnaires.questionnaire import Change
from carelog.language import gettext as _
from carelog.wording.days import date_name
from carelog.wording.lists import listed
from carelog.wording.punctuation import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.domain.questionnaires.change import Comparison

_Words = dict[tuple[ComparedWith, Change | None], str]

_COMPARED: _Words = {
    (ComparedWith.BEFORE, None): _("before: {earlier} on {day}"),
    (ComparedWith.FIRST, None): _("first: {earlier} on {day}"),
    (ComparedWith.HIGHEST, None): _("highest: {earlier} on {day}"),
    (ComparedWith.LOWEST, None): _("lowest: {earlier} on {day}"),
    (ComparedWith.BEFORE, Change.ABOUT_THE_SAME): _("on {day} it was {earlier}: about the same"),
    (ComparedWith.BEFORE, Change.LOWER): _(
        "on {day} it was {earlier}: lower by {threshold} or more, a change larger than the questionnaire’s usual noise"
    ),
    (ComparedWith.BEFORE, Change.HIGHER): _(
        "on {day} it was {earlier}: higher by {threshold} or more, a change larger than the questionnaire’s usual noise"
    ),
    (ComparedWith.FIRST, Change.ABOUT_THE_SAME): _("on {day}, the first here, it was {earlier}: about the same"),
    (ComparedWith.FIRST, Change.LOWER): _(
        "on {day}, the first here, it was {earlier}: lower by {threshold} or more, a change larger than the "
        "questionnaire’s usual noise"
    ),
    (ComparedWith.FIRST, Change.HIGHER): _(
        "on {day}, the first here, it was {earlier}: higher by {threshold} or more, a change larger than the "
        "questionnaire’s usual noise"
    ),
    (ComparedWith.HIGHEST, Change.LOWER): _(
        "the highest since then was {earlier}, on {day}: lower by {threshold} or more, a change larger than the "
        "questionnaire’s usual noise"
    ),
    (ComparedWith.LOWEST, Change.HIGHER): _(
        "the lowest since then was {earlier}, on {day}: higher by {threshold} or more, a change larger than the "
        "questionnaire’s usual noise"
    ),
}
_COMPARED_IN_SHORT: _Words = {
    (ComparedWith.BEFORE, Change.ABOUT_THE_SAME): _("about the same"),
    (ComparedWith.BEFORE, Change.LOWER): _("lower by {threshold} or more"),
    (ComparedWith.BEFORE, Change.HIGHER): _("higher by {threshold} or more"),
    (ComparedWith.FIRST, Change.LOWER): _("lower than the first by {threshold} or more"),
    (ComparedWith.FIRST, Change.HIGHER): _("higher than the first by {threshold} or more"),
    (ComparedWith.HIGHEST, Change.LOWER): _("lower than the highest by {threshold} or more"),
    (ComparedWith.LOWEST, Change.HIGHER): _("higher than the lowest by {threshold} or more"),
}
_ON_A_PAGE: _Words = {
    (ComparedWith.HIGHEST, None): _("Highest {earlier} on {day}."),
    (ComparedWith.LOWEST, None): _("Lowest {earlier} on {day}."),
    (ComparedWith.BEFORE, Change.LOWER): _("Beside the one before, {earlier} on {day}: lower by {threshold} or more."),
    (ComparedWith.BEFORE, Change.HIGHER): _(
        "Beside the one before, {earlier} on {day}: higher by {threshold} or more."
    ),
    (ComparedWith.FIRST, Change.LOWER): _("Beside the first, {earlier} on {day}: lower by {threshold} or more."),
    (ComparedWith.FIRST, Change.HIGHER): _("Beside the first, {earlier} on {day}: higher by {threshold} or more."),
    (ComparedWith.HIGHEST, Change.LOWER): _("Beside the highest, {earlier} on {day}: lower by {threshold} or more."),
    (ComparedWith.LOWEST, Change.HIGHER): _("Beside the lowest, {earlier} on {day}: higher by {threshold} or more."),
}


def comparison(each: Comparison, threshold: int) -> str:
    """How a total stands beside an earlier one; `threshold` is the reliable change of the questionnaire."""
    return _("{fact}.").format(fact=capitalised(comparison_fact(each, threshold)))


def comparison_on_page(each: Comparison, threshold: int) -> str:
    """How a total stands beside an end of those before it, for a page on which room is short."""
    day, earlier = date_name(each.earlier.day, short=True), each.earlier.total
    return _ON_A_PAGE[each.beside, each.change].format(day=day, earlier=earlier, threshold=threshold)


def comparison_fact(each: Comparison, threshold: int) -> str:
    """How a total stands beside an earlier one, in a list of facts about a score: in lower case, behind a “;”."""
    day, earlier = date_name(each.earlier.day, short=True), each.earlier.total
    return _COMPARED[each.beside, each.change].format(day=day, earlier=earlier, threshold=threshold)


def comparisons_in_short(compared: Iterable[Comparison], threshold: int) -> str:
    """How a total stands beside earlier ones, in a few words; “about the same” only if to all of them.

    Empty where no reliable change is published.
    """
    judged = [each for each in compared if each.change]
    moved = [each for each in judged if each.change is not Change.ABOUT_THE_SAME]
    said = moved or [each for each in judged if each.beside is ComparedWith.BEFORE]
    return listed(_COMPARED_IN_SHORT[each.beside, each.change].format(threshold=threshold) for each in said)
