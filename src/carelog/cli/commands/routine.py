"""routine: what repeats, such as a walk or a medicine."""

from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.empty import if_empty
from carelog.cli.forms.new_words import named_and_renamed
from carelog.cli.forms.removal import remove_one
from carelog.cli.forms.routine import RoutineOptions, ask_routine, read_since, with_each_time
from carelog.cli.prompts.discretion_options import Cover
from carelog.cli.prompts.number_options import FromTop, top_of, with_rest
from carelog.cli.prompts.options import Handles, NameToEdit, NewName, Yes
from carelog.cli.runtime.session import Session
from carelog.domain.routines.routine import Routine, RoutineKind
from carelog.domain.routines.slots import into_day
from carelog.domain.routines.terms import Terms
from carelog.exchange.serializers.nouns import routine_shape, stock_left_shape
from carelog.language import gettext as _
from carelog.wording import days as days_words
from carelog.wording import edit as edit_words
from carelog.wording import routines as routines_words
from carelog.wording.counts import amount, figures
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from carelog.journal import Journal
    from carelog.review.days.stock import StockLeft
    from carelog.terminal.page import Page

Name = Annotated[list[str], typer.Argument(help=_("Its name, the beginning of it, or a handle."), show_default=False)]
Every = Annotated[
    str | None,
    typer.Option("--every", help=_("daily, mon,wed,fri, 3/week, 2/day, 2/3d, every 3 days, as-needed.")),
]
At = Annotated[
    list[str] | None,
    typer.Option("--time", metavar="HH:MM", help=_("The time of day it is meant for; several if you like.")),
]
Target = Annotated[str | None, typer.Option("--target", help=_("How much a day, such as 20."))]
Unit = Annotated[str | None, typer.Option("--unit", help=_("The unit of the target, such as min."))]
Small = Annotated[
    str | None,
    typer.Option("--small-version", metavar="TEXT", help=_("The smallest version that counts on a hard day.")),
]
Why = Annotated[str | None, typer.Option("--purpose", metavar="TEXT", help=_("What it is for."))]
WithWhom = Annotated[str | None, typer.Option("--with", help=_("A contact you do it with."))]
DoseText = Annotated[
    str | None, typer.Option("--dose", help=_("What you take, in your words; a change keeps its date."))
]
InStock = Annotated[str | None, typer.Option("--stock", help=_("How much there is now."))]
PerDose = Annotated[str | None, typer.Option("--per-dose", help=_("How much one time takes of it."))]
Since = Annotated[
    str | None,
    typer.Option("--from", help=_("The day from which it holds, or start for always; today unless it is given.")),
]
RefillAt = Annotated[str | None, typer.Option("--refill-at", help=_("When to think of a refill."))]


@command(
    "routine add",
    'carelog routine add walk --every daily --target 20 --unit min --small-version "around the block"',
    'carelog routine add "call Sam" --every 3/week --with Sam',
    'carelog routine add tablets --kind medicine --every 2/day --time 08:00 --time 20:00 --dose "50 mg" --stock 56',
)
def add(
    session: Session,
    name: Annotated[str | None, typer.Argument(help=_("What it is called."), show_default=False)] = None,
    every: Every = None,
    kind: Annotated[RoutineKind, typer.Option("--kind", help=_("Medicine is kept apart."))] = RoutineKind.HABIT,
    at: At = None,
    target: Target = None,
    unit: Unit = None,
    small: Small = None,
    why: Why = None,
    with_whom: WithWhom = None,
    dose: DoseText = None,
    stock: InStock = None,
    per_dose: PerDose = None,
    refill_at: RefillAt = None,
    cover: Cover = None,
) -> Answer:
    """Add a routine. Without a name it asks."""
    journal = session.to_write()
    words = RoutineOptions(every, at, target, unit, small, why, with_whom, dose, stock, per_dose, refill_at, cover)
    if name is None:
        name, words = ask_routine(session, journal)
    routine = journal.routines.insert(with_each_time(session, words, words.new(journal, name, kind)))
    return Answer(text=routines_words.routine_added(routine.name), data=lambda: {"routine": routine_shape(routine)})


@command(
    "routine list",
    "carelog routine list",
    "carelog routine list --handles",
    "carelog routine --json",
    panel="Routines",
    group=_("Routines: a walk, medicine, an evening without screens. “carelog routine” alone lists them."),
)
def show_all(
    session: Session,
    everything: Annotated[bool, typer.Option("--all", help=_("Also those that were put away."))] = False,
    handles: Handles = False,
    most: FromTop = None,
) -> Answer:
    """List your routines."""
    routines = session.to_read().routines
    found = list(routines) if everything else routines.active()
    shown, starts_at = top_of(found, most), session.settings.day_starts_at
    empty = if_empty(session, routines_words.NO_ROUTINES)
    return Answer(
        page=lambda: with_rest(_table(shown, starts_at, empty, handles=handles, put_away=everything), shown, found),
        data=lambda: {"routines": [routine_shape(each) for each in shown]},
    )


@command("routine show", "carelog routine show walk")
def show(session: Session, name: Name) -> Answer:
    """Show one routine with everything you noted."""
    journal = session.to_read()
    routine = journal.routines.named_even_archived(" ".join(name))
    stock = _stock(journal, routine)
    return Answer(
        page=lambda: _details(journal, routine, stock),
        data=lambda: {"routine": routine_shape(routine), "stock_left": stock and stock_left_shape(stock)},
    )


@command(
    "routine edit",
    "carelog routine edit walk --every 3/week",
    "carelog routine edit walk --every daily --from start",
    'carelog routine edit tablets --dose "75 mg"',
    "carelog routine edit walk evening walk",
)
def edit(
    session: Session,
    name: NameToEdit,
    new_name: NewName = None,
    every: Every = None,
    at: At = None,
    target: Target = None,
    unit: Unit = None,
    small: Small = None,
    why: Why = None,
    with_whom: WithWhom = None,
    dose: DoseText = None,
    stock: InStock = None,
    per_dose: PerDose = None,
    refill_at: RefillAt = None,
    cover: Cover = None,
    since: Since = None,
) -> Answer:
    """Change a routine: what is given replaces what was there; an empty text removes it.

    How often, when and how much it is due change from today on; the days before keep what held then.
    """
    journal = session.to_write()
    begins = read_since(session, since)
    words = RoutineOptions(every, at, target, unit, small, why, with_whom, dose, stock, per_dose, refill_at, cover)
    old, new_name = named_and_renamed(journal.routines, name, new_name)
    changed = words.changed(journal, old, new_name, begins)
    routine = journal.routines.edit(with_each_time(session, words, changed))
    return _changed(session, routines_words.routine_changed(routine.name), routine)


@command("routine archive", "carelog routine archive walk")
def archive(session: Session, name: Name) -> Answer:
    """Put a routine away. What was noted stays; unarchive brings it back, a new one of its name starts fresh."""
    routines = session.to_write().routines
    routine = routines.archive(routines.named_even_archived(" ".join(name)), session.today)
    return _changed(session, edit_words.put_away(routine.name, "routine"), routine)


@command("routine unarchive", "carelog routine unarchive walk")
def unarchive(session: Session, name: Name) -> Answer:
    """Bring back a routine that was put away: due again from today, with no gap for the time in between."""
    routines = session.to_write().routines
    found = routines.named_even_archived(" ".join(name), archived_first=True)
    routine = routines.unarchive(found, session.today)
    return _changed(session, routines_words.routine_back(routine.name), routine)


@command("routine remove", "carelog routine remove walk")
def remove(session: Session, name: Name, yes: Yes = False) -> Answer:
    """Remove a routine and what was noted of it for good. It asks first; archive keeps it."""
    journal = session.to_write()
    routine = journal.routines.named_even_archived(" ".join(name))
    question = routines_words.ask_remove(routine.name, len(journal.ticks.of(routine)))
    return remove_one(session, journal.routines, routine.id, question, yes=yes)


def _changed(session: Session, text: str, routine: Routine) -> Answer:
    return Answer(text, data=lambda: {"routine": routine_shape(routine)}, changed=session.changed_by_person)


def _table(routines: "Sequence[Routine]", starts_at: "time", if_empty: str, *, handles: bool, put_away: bool) -> "Page":
    """With `put_away` a row has the day on which a routine was put away, and its handle: a name may be of several."""
    from carelog.terminal.table import ListTable

    rows = [
        (
            each.name,
            *_asked(each, each.all_terms[-1], starts_at),
            each.small,
            days_words.day_in_table(each.archived) if put_away and each.archived else "",
            each.handle if handles or put_away else "",
        )
        for each in routines
    ]
    return ListTable((*routines_words.COLUMNS, *routines_words.PUT_AWAY_COLUMNS), rows, if_empty=if_empty)


def _details(journal: "Journal", routine: Routine, stock: "StockLeft | None") -> "Page":
    from carelog.terminal.table import ListTable

    company = next((each.name for each in journal.contacts if each.id == routine.contact_id), "")
    every, at, aim = _held(routine, journal.settings.day_starts_at)
    cover = "" if routine.cover == routine.name else routine.cover
    rows = [
        ("name", routine.name),
        ("cover", cover),
        ("kind", routines_words.KIND_WORDS[routine.kind]),
        ("every", every),
    ]
    rows += [("at", at), ("aim", aim), ("small", routine.small)]
    rows += [("why", routine.why), ("with", company), ("since", days_words.day_name(routine.started))]
    rows += [("put_away", days_words.day_name(routine.archived) if routine.archived else "")]
    rows += [("dose", routines_words.dose_since(dose.text, dose.since)) for dose in routine.doses]
    rows += _stock_rows(stock, journal.today) if stock else []
    return ListTable(("", ""), [(routines_words.DETAILS[label], cell) for label, cell in rows if cell])


def _held(routine: Routine, starts_at: "time") -> tuple[str, ...]:
    """How often, when and how much, each with the days on which that changed."""
    terms = routine.all_terms
    days = [each.since for each in terms]
    by_field = zip(*(_asked(routine, each, starts_at) for each in terms), strict=True)
    return tuple(routines_words.held(list(zip(days, texts, strict=True))) for texts in by_field)


def _asked(routine: Routine, terms: Terms, starts_at: "time") -> tuple[str, str, str]:
    """How often, when in the order of the journal day, and how much by some terms of a routine."""
    aim = "" if terms.target is None else amount(terms.target, routine.unit)
    times = sorted(terms.at, key=lambda each: into_day(each, starts_at))
    return terms.cadence.text, listed(map(days_words.time_of_day, times)), aim


def _stock(journal: "Journal", routine: Routine) -> "StockLeft | None":
    from carelog.review.days.stock import stocks_left

    return next(iter(stocks_left(journal, [routine])), None)


def _stock_rows(stock: "StockLeft", today: "date") -> list[tuple[str, str]]:
    routine = stock.routine
    until = routines_words.lasts_until(stock.lasts_until) if stock.lasts_until else ""
    uncounted = "" if routine.counts_amounts_on(today) else routines_words.amounts_not_counted(routine.unit)
    wrong = routines_words.count_is_wrong(routine.name) if stock.is_wrong else ""
    return [("left", figures(stock.left)), ("supply", until), ("amounts", uncounted), ("count", wrong)]
