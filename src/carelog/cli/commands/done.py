"""done, skip, last: what happened with routines."""

from typing import Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.beginning import begun_earlier
from carelog.cli.forms.tick import routines_to_tick
from carelog.cli.runtime.session import Session
from carelog.domain.numbers import read_number
from carelog.domain.routines.tick import Tick, TickState
from carelog.exchange.serializers.nouns import tick_shape
from carelog.language import gettext as _
from carelog.wording import routines as routines_words

Names = Annotated[list[str], typer.Argument(metavar="NAME...", help=_("Routines by name; the beginning is enough."))]
At = Annotated[str | None, typer.Option("--at", help=_("When it was: 08:00, yesterday, -2h."))]
Again = Annotated[bool, typer.Option("--again", help=_("Note it once more the same day."))]


@command(
    "done",
    "carelog done walk tablets",
    "carelog done walk --amount 20",
    "carelog done walk --small --note rain",
    panel="Routines",
)
def done(
    session: Session,
    names: Names,
    amount: Annotated[str | None, typer.Option("--amount", help=_("How much, in the routine's unit."))] = None,
    small: Annotated[bool, typer.Option("--small", help=_("The small version, which counts."))] = False,
    at: At = None,
    note: Annotated[str, typer.Option("--note", help=_("A few words."))] = "",
    again: Again = False,
) -> Answer:
    """Note routines as done, several at once if you like."""
    journal = session.to_write()
    routines, moment = routines_to_tick(session, journal, names, at, again=again, small=small)
    much = None if amount is None else read_number(amount, "routine.amount")
    state = TickState.SMALL if small else TickState.DONE
    begun = begun_earlier(session, routines, moment)
    ticks = journal.ticks.add(routines, state, amount=much, note=note, at=moment, begun=begun)
    return _answer(routines_words.ticked([each.name for each in routines], moment.clock, small=small), ticks)


@command("skip", "carelog skip walk --why rain", "carelog skip walk --at yesterday", panel="Routines")
def skip(
    session: Session,
    names: Names,
    why: Annotated[str, typer.Option("--why", help=_("What came in between, if you like."))] = "",
    at: At = None,
    again: Again = False,
) -> Answer:
    """Leave routines out this time. A skip is not a miss."""
    journal = session.to_write()
    routines, moment = routines_to_tick(session, journal, names, at, again=again)
    begun = begun_earlier(session, routines, moment)
    ticks = journal.ticks.add(routines, TickState.SKIPPED, note=why, at=moment, begun=begun)
    return _answer(routines_words.skipped([each.name for each in routines]), ticks)


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
    text = routines_words.last_time(routine.name, tick.day, tick.at.clock, tick.state, ago)
    return Answer(text=text, data=lambda: {"tick": tick_shape(tick)})


def _answer(text: str, ticks: list[Tick]) -> Answer:
    return Answer(text=text, data=lambda: {"ticks": [tick_shape(each) for each in ticks]})
