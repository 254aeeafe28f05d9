"""bring: what the person wants to talk about at the next appointment."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.empty import if_none
from carelog.cli.forms.removal import remove_one
from carelog.cli.forms.topic import new_topic, topics_meant
from carelog.cli.prompts.free_text import full_text
from carelog.cli.prompts.options import HandlesAnyway, Words, Yes
from carelog.cli.prompts.period_options import First, Last, Until, period_of_list, within
from carelog.cli.runtime.session import Session
from carelog.domain.people.topic import Topic
from carelog.exchange.serializers.people import topic_shape
from carelog.language import gettext as _
from carelog.wording import edit as edit_words
from carelog.wording.days import day_in_table
from carelog.wording.people import appointments as appointments_words

if TYPE_CHECKING:
    from carelog.terminal.page import Page


@command(
    "bring add",
    'carelog bring "the nights"',
    "carelog bring the argument --entry last",
    with_words=True,
    takes_text=True,
    kept_by="bring",
)
def add(
    session: Session,
    words: Words = None,
    entry: Annotated[
        str | None, typer.Option("--entry", metavar="REF", help=_("An entry to look at together."))
    ] = None,
) -> Answer:
    """Keep something to talk about at your next appointment."""
    journal = session.to_write()
    with full_text(session, words or [], edit=False) as text:
        kept = journal.topics.insert(new_topic(journal, text, entry))
    said = appointments_words.brought(kept.text, len(journal.topics.open()))
    return Answer(said, data=lambda: {"topic": topic_shape(kept)})


@command(
    "bring list",
    "carelog bring",
    "carelog bring list --all",
    "carelog bring --last 30d",
    panel="Share",
    group=_("What you want to talk about next time. Alone it lists it, with words it keeps them."),
)
def show_all(
    session: Session,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Also what you talked about."), show_default=False)
    ] = False,
    last: Last = None,
    first: First = None,
    until: Until = None,
    _handles: HandlesAnyway = False,
) -> Answer:
    """List what you want to bring."""
    topics = session.to_read().topics
    period = period_of_list(session, last, first, until)
    shown = within(topics if everything else topics.open(), period)
    empty = if_none(period, appointments_words.NOTHING_TO_BRING)
    return Answer(page=lambda: _table(shown, empty), data=lambda: {"topics": list(map(topic_shape, shown))})


@command("bring done", "carelog bring done last", "carelog bring done --all")
def done(
    session: Session,
    references: Annotated[list[str] | None, typer.Argument(metavar="[REF]…", help=_("Handles, or last."))] = None,
    everything: Annotated[bool, typer.Option("--all", help=_("Everything that is open."), show_default=False)] = False,
) -> Answer:
    """Note that you talked about it."""
    topics = session.to_write().topics
    found = topics_meant(topics, references, everything=everything)
    kept = [topics.edit(replace(each, done=session.today)) for each in found]
    return Answer(appointments_words.talked(len(kept)), data=lambda: {"topics": list(map(topic_shape, kept))})


@command("bring remove", "carelog bring remove last")
def remove(
    session: Session,
    reference: Annotated[str, typer.Argument(metavar="REF", help=_("A handle from the list, or last."))],
    yes: Yes = False,
) -> Answer:
    """Remove something you wanted to bring, for good. It asks first."""
    topics = session.to_write().topics
    found = topics.find(reference)
    return remove_one(session, topics, found.id, edit_words.ask_delete_words(found.text), yes=yes)


def _table(topics: Sequence[Topic], if_empty: str) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (topic.text, day_in_table(topic.day), day_in_table(topic.done) if topic.done else "", topic.handle)
        for topic in topics
    ]
    return ListTable(appointments_words.TOPIC_COLUMNS, rows, if_empty=if_empty)
