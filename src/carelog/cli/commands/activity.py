"""activity: something small and specific, planned, done in full or in part, or noted afterwards."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.activity import (
    ActivityOptions,
    days_within,
    find_activity,
    find_to_note,
    planned_activity,
)
from carelog.cli.forms.brakes import left_for_now
from carelog.cli.forms.empty import if_none
from carelog.cli.forms.new_words import words_or_option
from carelog.cli.forms.removal import remove_one
from carelog.cli.prompts.number_options import Newest, newest_of, with_rest
from carelog.cli.prompts.options import Aside, At, HandlesAnyway, NewText, NewWords, WhyNot, Yes
from carelog.cli.prompts.period_options import First, Last, Until, period_of_list
from carelog.cli.prompts.times import past_moment
from carelog.cli.runtime.session import Session
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.called import called
from carelog.domain.sign import Hold
from carelog.exchange.serializers.people import activity_shape
from carelog.language import gettext as _
from carelog.terminal.pages.activities import activities_table, activity_table
from carelog.wording import edit as edit_words
from carelog.wording.people import activities as activities_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.domain.time.days import Moment
    from carelog.journal import Journal

Text = Annotated[list[str] | None, typer.Argument(metavar="[TEXT]…", help=_("What it is, in a few words."))]
Reference = Annotated[str, typer.Argument(metavar="REF", help=_("A word of its text, a handle, or last."))]
WithWhom = Annotated[str | None, typer.Option("--with", metavar="NAME", help=_("A contact you do it with."))]
Kind = Annotated[ActivityKind, typer.Option("--kind", help=_("What it is good for."))]
Expect = Annotated[int | None, typer.Option("--expect", min=0, max=10, help=_("How pleasant you expect it."))]
Pleasure = Annotated[int | None, typer.Option("--pleasure", min=0, max=10, help=_("How pleasant it was."))]
Mastery = Annotated[int | None, typer.Option("--mastery", min=0, max=10, help=_("How much you felt able."))]
Closeness = Annotated[int | None, typer.Option("--closeness", min=0, max=10, help=_("How close you felt to others."))]


@command(
    "activity plan",
    'carelog activity plan "visit the library" --when "tuesday 15:00" --kind purpose --expect 3',
    'carelog activity plan "tea with Sam" --with Sam --kind connection',
    takes_text=True,
    kept_by="activity plan",
)
def plan(
    session: Session,
    words: Text = None,
    when: Annotated[str | None, typer.Option("--when", help=_("When it is to be: tomorrow, friday 15:00."))] = None,
    with_whom: WithWhom = None,
    kind: Kind = ActivityKind.FUN,
    expect: Expect = None,
) -> Answer:
    """Plan something small and specific. Alone it asks."""
    journal = session.to_write()
    if left := left_for_now(session, journal, Hold.PLANS):
        return left
    kept = journal.activities.insert(
        planned_activity(session, journal, " ".join(words or ()), when, with_whom, kind, expect)
    )
    return _answer(activities_words.planned(kept.text, kept.planned_day, kept.planned_at), kept)


@command("activity done", "carelog activity done library --pleasure 6", "carelog activity done last --partly")
def done(
    session: Session,
    reference: Reference,
    partly: Annotated[bool, typer.Option("--partly", help=_("A part of it, which counts."))] = False,
    pleasure: Pleasure = None,
    mastery: Mastery = None,
    closeness: Closeness = None,
    note: Aside = "",
    at: At = None,
) -> Answer:
    """Note something planned as done, in full or in part, and rate it if you like."""
    activities = session.to_write().activities
    state = ActivityState.PARTLY if partly else ActivityState.DONE
    found = find_to_note(activities, reference, state, (pleasure, mastery, closeness, note or None, at))
    if not found.is_planned:
        return _answer("", found, changed=False)
    rated = replace(found, pleasure=pleasure, mastery=mastery, closeness=closeness, note=note)
    kept = activities.edit(_with_state(session, rated, state, past_moment(session, at)))
    return _answer(_sentence(session, kept), kept, changed=True)


@command(
    "activity did",
    'carelog activity did "helped a neighbour carry boxes" --kind purpose',
    'carelog activity did "walk with Sam" --with Sam --pleasure 7',
    takes_text=True,
    kept_by="activity did",
)
def did(
    session: Session,
    words: Annotated[list[str], typer.Argument(metavar="TEXT…", help=_("What it was, in a few words."))],
    kind: Kind = ActivityKind.FUN,
    with_whom: WithWhom = None,
    pleasure: Pleasure = None,
    mastery: Mastery = None,
    closeness: Closeness = None,
    note: Aside = "",
    at: At = None,
) -> Answer:
    """Note something that you did without having planned it."""
    journal = session.to_write()
    begun = planned_activity(session, journal, " ".join(words), None, with_whom, kind, None)
    rated = replace(begun, pleasure=pleasure, mastery=mastery, closeness=closeness, note=note)
    kept = journal.activities.insert(_with_state(session, rated, ActivityState.DONE, past_moment(session, at)))
    return _answer(_sentence(session, kept), kept)


@command("activity skip", "carelog activity skip library --why rain")
def skip(
    session: Session,
    reference: Reference,
    why: WhyNot = "",
) -> Answer:
    """Leave something planned for this time."""
    activities = session.to_write().activities
    found = find_to_note(activities, reference, ActivityState.SKIPPED, (why or None,))
    if not found.is_planned:
        return _answer("", found, changed=False)
    kept = activities.edit(_with_state(session, replace(found, note=why), ActivityState.SKIPPED, None))
    return _answer(activities_words.noted(kept.text, kept.state), kept, changed=True)


@command("activity show", "carelog activity show library")
def show(session: Session, reference: Reference) -> Answer:
    """Show one activity with everything you noted."""
    journal = session.to_read()
    found = find_activity(journal.activities, reference)
    people = {contact.id: called(contact) for contact in journal.contacts}
    return Answer(page=lambda: activity_table(found, people), data=lambda: {"activity": activity_shape(found)})


@command(
    "activity edit",
    "carelog activity edit library --when friday 15:00",
    "carelog activity edit last visit the museum",
    "carelog activity edit last --pleasure 7",
    takes_text=True,
)
def edit(
    session: Session,
    reference: Reference,
    words: NewWords = None,
    text: NewText = None,
    when: Annotated[str | None, typer.Option("--when", help=_("Another day and time, or off."))] = None,
    with_whom: WithWhom = None,
    kind: Annotated[ActivityKind | None, typer.Option("--kind", help=_("What it is good for."))] = None,
    expect: Expect = None,
    pleasure: Pleasure = None,
    mastery: Mastery = None,
    closeness: Closeness = None,
    note: Annotated[str | None, typer.Option("--note", help=_("A few words about it."))] = None,
    at: At = None,
) -> Answer:
    """Change an activity: what is given replaces what was there; an empty text removes it."""
    journal = session.to_write()
    ratings = {"expected": expect, "pleasure": pleasure, "mastery": mastery, "closeness": closeness}
    options = ActivityOptions(words_or_option(words, text), when, with_whom, kind, note, at, ratings)
    kept = journal.activities.edit(options.changed(session, journal, find_activity(journal.activities, reference)))
    return _answer(activities_words.changed(kept.text), kept, changed=session.changed_by_person)


@command(
    "activity list",
    "carelog activity list",
    "carelog activity list --back",
    "carelog activity list --last 30d",
    panel="Routines",
    group=_("Something small and specific, planned, done or noted. Alone it lists them."),
)
def show_all(
    session: Session,
    back: Annotated[bool, typer.Option("--back", help=_("What turned out better than you had expected."))] = False,
    last: Last = None,
    first: First = None,
    until: Until = None,
    newest: Newest = None,
    _handles: HandlesAnyway = False,
) -> Answer:
    """List what is planned and what was done; or with --back what turned out better than expected."""
    journal = session.to_read()
    period = period_of_list(session, last, first, until, ahead=True)
    found = days_within(journal.activities, period)
    found = _turned_out_better(journal, found) if back else found
    shown = newest_of(found, newest)
    people = {contact.id: called(contact) for contact in journal.contacts}
    if_empty = if_none(period, activities_words.NONE_BETTER if back else activities_words.NO_ACTIVITIES)
    return Answer(
        page=lambda: with_rest(activities_table(shown, people, if_empty), shown, found),
        data=lambda: {"activities": list(map(activity_shape, shown))},
    )


@command("activity remove", "carelog activity remove last")
def remove(
    session: Session,
    reference: Reference,
    yes: Yes = False,
) -> Answer:
    """Remove an activity for good. It asks first."""
    activities = session.to_write().activities
    found = find_activity(activities, reference)
    return remove_one(session, activities, found.id, edit_words.ask_remove_words(found.text), yes=yes)


def _answer(text: str, activity: Activity, *, changed: bool | None = None) -> Answer:
    return Answer(text, data=lambda: {"activity": activity_shape(activity)}, changed=changed)


def _with_state(session: Session, activity: Activity, state: ActivityState, at: "Moment | None") -> Activity:
    moment = at or session.clock.now()
    return replace(activity, state=state, at=moment, day=moment.day(session.settings.day_starts_at))


def _turned_out_better(journal: "Journal", activities: "Iterable[Activity]") -> list[Activity]:
    from carelog.review.insights.turned_out_better import turned_out_better

    return turned_out_better(journal, activities)


def _sentence(session: Session, activity: Activity) -> str:
    noted = activities_words.noted(activity.text, activity.state)
    if _turned_out_better(session.to_write(), [activity]):
        return f"{noted} {activities_words.better(activity.expected or 0, activity.pleasure or 0)}"
    return noted
