"""goal: what a person wants to come closer to, and how close they say they are."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.brakes import left_for_now
from carelog.cli.forms.goal import new_goal, new_ratings
from carelog.cli.forms.new_words import words_or_option
from carelog.cli.forms.removal import remove_one
from carelog.cli.prompts.number_options import FromTop, Newest, newest_of, top_of, with_rest
from carelog.cli.prompts.options import At, HandlesAnyway, NewText, NewWords, Words, Yes
from carelog.cli.prompts.period_options import First, Last, Until, period_of_list
from carelog.cli.prompts.times import past_moment
from carelog.cli.runtime.session import Session
from carelog.domain.goal import Goal
from carelog.domain.sign import Hold
from carelog.exchange.serializers.scores import goal_shape
from carelog.language import gettext as _
from carelog.wording import goals as goals_words
from carelog.wording.days import day_in_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.domain.goal import GoalRating
    from carelog.review.days.goals import RatedGoal
    from carelog.terminal.page import Page

Name = Annotated[str, typer.Argument(metavar="GOAL", help=_("The goal, a word of it, or a handle."))]


@command(
    "goal add",
    "carelog goal add eat with the others",
    "carelog goal add",
    takes_text=True,
    kept_by="goal add",
)
def add(session: Session, words: Words = None) -> Answer:
    """Keep a goal of your own, in your words. Alone it asks."""
    journal = session.to_write()
    if left := left_for_now(session, journal, Hold.PLANS):
        return left
    new = new_goal(session, journal, words or [])
    if not new:
        return Answer(goals_words.NOTHING_NOTED)
    goal = journal.goals.insert(new)
    return Answer(goals_words.kept(goal.text), data=lambda: {"goal": goal_shape(goal, [])})


@command(
    "goal list",
    "carelog goal",
    "carelog goal list --all",
    panel="Share",
    group=_("Goals of your own, and how close you are to them. Alone it lists them."),
)
def show_all(
    session: Session,
    everything: Annotated[bool, typer.Option("--all", help=_("Also those you put down."), show_default=False)] = False,
    most: FromTop = None,
    _handles: HandlesAnyway = False,
) -> Answer:
    """List your goals, with the latest rating of each."""
    from carelog.review.days.goals import rated_goals

    found = rated_goals(session.to_read(), put_down=everything)
    shown = top_of(found, most)
    return Answer(
        page=lambda: with_rest(_goals(shown), shown, found),
        data=lambda: {"goals": [goal_shape(each.goal, each.ratings) for each in shown]},
    )


@command("goal show", "carelog goal show eat", "carelog goal show eat --last 90d")
def show(
    session: Session,
    name: Name,
    last: Last = None,
    first: First = None,
    until: Until = None,
    newest: Newest = None,
) -> Answer:
    """Show every rating of one goal, oldest first."""
    from carelog.review.days.goals import rated_goal

    journal = session.to_read()
    found = rated_goal(journal, journal.goals.named_even_put_down(name))
    found = found.within(period_of_list(session, last, first, until))
    shown = newest_of(found.ratings, newest)
    return Answer(
        page=lambda: with_rest(_ratings(found.goal, shown), shown, found.ratings),
        data=lambda: {"goal": goal_shape(found.goal, shown)},
    )


@command("goal rate", "carelog goal rate", "carelog goal rate eat 4", "carelog goal rate 4 --at yesterday")
def rate(
    session: Session,
    goal: Annotated[str | None, typer.Argument(help=_("The goal, where you have more than one."))] = None,
    value: Annotated[str | None, typer.Argument(metavar="[0-10]", help=_("How close you are."))] = None,
    at: At = None,
) -> Answer:
    """Note how close you are to a goal, 0 to 10. Alone it asks about each."""
    journal = session.to_write()
    rated = new_ratings(session, journal, goal, value, past_moment(session, at))
    shapes = (goal_shape(each, journal.goal_ratings.of(each)) for each in rated)
    return Answer(goals_words.NOTED if rated else goals_words.NOTHING_NOTED, data=lambda: {"goals": list(shapes)})


@command("goal change", "carelog goal change eat eat with Ana on Sundays", takes_text=True)
def change(
    session: Session,
    name: Name,
    words: NewWords = None,
    text: NewText = None,
) -> Answer:
    """Say a goal in new words. Its ratings stay."""
    journal = session.to_write()
    old, new = journal.goals.named(name), words_or_option(words, text)
    return _changed(session, journal.goals.edit(replace(old, text=new or old.text)))


@command("goal let-go", "carelog goal let-go eat")
def let_go(session: Session, name: Name) -> Answer:
    """Put a goal down. What you noted about it stays; take-up brings it back."""
    goals = session.to_write().goals
    found = goals.named_even_put_down(name)
    return _changed(session, goals.edit(replace(found, let_go=found.let_go or session.today)))


@command("goal take-up", "carelog goal take-up eat")
def take_up(session: Session, name: Name) -> Answer:
    """Take up a goal that you put down, with its ratings."""
    goals = session.to_write().goals
    found = goals.named_even_put_down(name, put_down_first=True)
    return _changed(session, goals.edit(replace(found, let_go=None)))


@command("goal remove", "carelog goal remove eat")
def remove(session: Session, name: Name, yes: Yes = False) -> Answer:
    """Remove a goal and its ratings for good. It asks first."""
    journal = session.to_write()
    goal = journal.goals.named_even_put_down(name)
    return remove_one(session, journal.goals, goal.id, goals_words.ask_remove(goal.text), yes=yes)


def _changed(session: Session, goal: Goal) -> Answer:
    said = goals_words.put_down(goal.text) if goal.let_go else goals_words.kept(goal.text)
    ratings = session.to_write().goal_ratings.of(goal)
    return Answer(said, data=lambda: {"goal": goal_shape(goal, ratings)}, changed=session.changed_by_person)


def _goals(found: "Sequence[RatedGoal]") -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (each.goal.text, goals_words.latest(each.latest), goals_words.put_down_on(each.goal.let_go), each.goal.handle)
        for each in found
    ]
    return ListTable(goals_words.GOAL_COLUMNS, rows, if_empty=goals_words.NO_GOALS)


def _ratings(goal: Goal, shown: "Sequence[GoalRating]") -> "Page":
    from carelog.terminal.table import ListTable

    rows = [(day_in_table(each.day), str(each.value)) for each in shown]
    return ListTable(goals_words.RATING_COLUMNS, rows, if_empty=goals_words.not_rated(goal.text))
