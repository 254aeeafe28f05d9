"""done, skip, last: what happened with routines."""

import sys
from typing import Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.tick import Ticking, TickWords, names_and_words, routines_to_tick, wrong_counts
from carelog.cli.prompts.options import Aside, AtTimes, WhyNot
from carelog.cli.prompts.typed_again import typed_without
from carelog.cli.runtime.session import Session
from carelog.domain.numbers import read_number
from carelog.domain.routines.tick import Tick, TickState
from carelog.errors import InvalidValue
from carelog.exchange.serializers.nouns import tick_shape
from carelog.language import gettext as _
from carelog.wording import routines as routines_words

Names = Annotated[
    list[str],
    typer.Argument(metavar="NAME...", help=_("Routines by name, or how they begin; words follow a colon.")),
]
For = Annotated[list[str] | None, typer.Option("--for", help=_("The planned time it is for, such as 20:00."))]
Again = Annotated[bool, typer.Option("--again", help=_("Note it a second time on that day."))]


@command(
    "done",
    "carelog done walk tablets",
    "carelog done walk: along the river",
    "carelog done walk --amount 20",
    "carelog done walk --small --note rain",
    "carelog done tablets --for 08:00",
    panel="Routines",
)
def done(
    session: Session,
    names: Names,
    amount: Annotated[str | None, typer.Option("--amount", help=_("How much, in the routine's unit."))] = None,
    small: Annotated[bool, typer.Option("--small", help=_("The small version, which counts."))] = False,
    at: AtTimes = None,
    planned: For = None,
    note: Aside = "",
    again: Again = False,
) -> Answer:
    """Note routines as done, several at once if you like."""
    journal = session.to_write()
    routines, note = names_and_words(journal, names, note)
    state = TickState.SMALL if small else TickState.DONE
    words = TickWords(routines, _once("--at", at), _once("--for", planned), again)
    ticking = routines_to_tick(session, journal, words, state)
    much = None if amount is None else read_number(amount, "routine.amount")
    ticks = ticking.add_to(journal.ticks, state, note, much)
    text = routines_words.ticked(ticking.by_slot(), ticking.when, small=small)
    return _answer("\n".join([text, *wrong_counts(journal, ticking.routines)]), ticks, ticking)


@command("skip", "carelog skip walk: rain", "carelog skip walk --at yesterday", panel="Routines")
def skip(
    session: Session,
    names: Names,
    why: WhyNot = "",
    at: AtTimes = None,
    planned: For = None,
    again: Again = False,
) -> Answer:
    """Leave routines out this time. That is allowed, and no gap is counted."""
    journal = session.to_write()
    routines, why = names_and_words(journal, names, why)
    words = TickWords(routines, _once("--at", at), _once("--for", planned), again)
    ticking = routines_to_tick(session, journal, words, TickState.SKIPPED)
    ticks = ticking.add_to(journal.ticks, TickState.SKIPPED, why)
    return _answer(routines_words.skipped(ticking.by_slot()), ticks, ticking)


@command("last", "carelog last walk", panel="Routines")
def last(session: Session, name: Annotated[list[str], typer.Argument(help=_("A routine by name."))]) -> Answer:
    """Say when a routine was last noted."""
    journal = session.to_read()
    routine = journal.routines.named(" ".join(name))
    latest = journal.ticks.of(routine, newest=1)
    if not latest:
        return Answer(text=routines_words.never_noted(routine.name), data=lambda: {"tick": None})
    [tick] = latest
    ago = (session.today - tick.day).days
    text = routines_words.last_time(routine.name, tick.day, tick.clock, tick.state, ago)
    return Answer(text=text, data=lambda: {"tick": tick_shape(tick)})


def _once(option: str, typed: list[str] | None) -> str | None:
    """What was typed with an option; raises InvalidValue for two of them, because only one would be noted."""
    if typed and len(typed) > 1:
        raise InvalidValue("routine.once-at-a-time", command=typed_without(option, sys.argv[1:], but_once=True))
    return typed[0] if typed else None


def _answer(text: str, ticks: list[Tick], ticking: Ticking) -> Answer:
    shapes = [tick_shape(each) for each in ticks]
    return Answer(text, lambda: {"ticks": shapes}, exit_number=ticking.exit_number, refused=ticking.refused)
