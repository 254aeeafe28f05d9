"""Read a goal and how close somebody is to it, or ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, need_terminal
from carelog.domain.goal import CLOSEST, Goal
from carelog.domain.text import checked_line
from carelog.errors import InvalidValue
from carelog.wording import goals as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.cli.runtime.context import Context
    from carelog.domain.time.days import Moment
    from carelog.journal import Journal


def new_goal(context: Context, journal: Journal, given: Sequence[str]) -> Goal | None:
    """A goal of today in the given words, or in those that the person types when asked; None where that is nothing.

    Raises InvalidValue without words where nobody can be asked.
    """
    if not given:
        need_terminal(context, "goal.needs-terminal")
    text = " ".join(given) if given else ask(words.ASK_GOAL, lambda typed: checked_line(typed, "goal.text"))
    return Goal(journal.goals.new_id(), text, journal.today) if given or text else None


def new_ratings(
    context: Context, journal: Journal, name: str | None, value: str | None, at: Moment | None
) -> list[Goal]:
    """Note how close somebody is to a goal, or ask about it; without a name about each. Return the goals rated.

    Each rating is kept as it is given, so that stopping at a later question loses none.
    A number alone is a rating where one goal is open. Raises InvalidValue for what is no rating, without any goal, and
    where nobody can be asked; NotFound or AmbiguousName for a name.
    """
    if value is None and name is not None and name.strip().isdecimal() and not journal.goals.has_name(name):
        name, value = None, name
    goals = [journal.goals.named(name)] if name is not None else journal.goals.open()
    if not goals:
        raise InvalidValue("goal.none-open")
    if value is not None and len(goals) > 1:
        raise InvalidValue("goal.which", value=value, handle=goals[0].handle)
    if value is None:
        need_terminal(context, "goal.rating-needs-terminal", handle=goals[0].handle)
    rated = []
    for goal in goals:
        rating = read_rating(value) if value is not None else _ask_rating(goal)
        if rating is not None:
            journal.goal_ratings.add(goal, rating, at=at)
            rated.append(goal)
    return rated


def read_rating(typed: str) -> int | None:
    """A rating from 0 to 10; None for an empty text. Raises InvalidValue for anything else."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isdecimal() and int(text) <= CLOSEST):
        raise InvalidValue("goal.rating-outside-range", most=CLOSEST)
    return int(text)


def _ask_rating(goal: Goal) -> int | None:
    return ask(words.ask_rating(goal.text, CLOSEST), read_rating)
