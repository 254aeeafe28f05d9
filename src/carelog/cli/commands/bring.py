"""bring: what the person wants to talk about at the next appointment."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.empty import if_none
from carelog.cli.forms.new_words import changed_text
from carelog.cli.forms.removal import remove_one
from carelog.cli.forms.topic import changed_topic, new_topic, topics_meant
from carelog.cli.prompts.free_text import full_text
from carelog.cli.prompts.number_options import Newest, newest_of, with_rest
from carelog.cli.prompts.options import HandlesAnyway, NewText, NewWords, Reference, Words, Yes
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
    "bring edit",
    "carelog bring edit last the nights, and the mornings",
    "carelog bring edit 3d26f9 --entry last",
    takes_text=True,
)
def edit(
    session: Session,
    reference: Reference,
    words: NewWords = None,
    text: NewText = None,
    entry: Annotated[
        str | None, typer.Option("--entry", metavar="REF", help=_("An entry to look at together; off takes it away."))
    ] = None,
) -> Answer:
    """Change what you want to bring. Alone it opens your editor."""
    journal = session.to_write()
    old = journal.topics.find(reference)
    with changed_text(session, words, text, old.text, beside=(entry,)) as new:
        kept = journal.topics.edit(changed_topic(journal, old, new, entry))
    said, shape = appointments_words.topic_changed(kept.text), {"topic": topic_shape(kept)}
    return Answer(said, data=lambda: shape, changed=session.changed_by_person)


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
    newest: Newest = None,
    _handles: HandlesAnyway = False,
) -> Answer:
    """List what you want to bring."""
    topics = session.to_read().topics
    period = period_of_list(session, last, first, until)
    found = within(topics if everything else topics.open(), period)
    shown = newest_of(found, newest)
    empty = if_none(period, appointments_words.NOTHING_TO_BRING)
    return Answer(
        page=lambda: with_rest(_table(shown, empty), shown, found),
        data=lambda: {"topics": list(map(topic_shape, shown))},
    )


@command("bring done", "carelog bring done last", "carelog bring done --all")
def done(
    session: Session,
    references: Annotated[list[str] | None, typer.Argument(metavar="[REF]…", help=_("Handles, or last."))] = None,
    everything: Annotated[bool, typer.Option("--all", help=_("Everything that is open."), show_default=False)] = False,
) -> Answer:
    """Note that you talked about it."""
    topics = session.to_write().topics
    found = topics_meant(topics, references, everything=everything)
    kept = [replace(each, done=each.done or session.today) for each in found]
    topics.edit_all(kept)
    said, shapes = appointments_words.talked(sum(not each.done for each in found)), list(map(topic_shape, kept))
    return Answer(said, data=lambda: {"topics": shapes}, changed=session.changed_by_person)


@command("bring remove", "carelog bring remove last")
def remove(
    session: Session,
    reference: Reference,
    yes: Yes = False,
) -> Answer:
    """Remove something you wanted to bring, for good. It asks first."""
    topics = session.to_write().topics
    found = topics.find(reference)
    return remove_one(session, topics, found.id, edit_words.ask_remove_words(found.text), yes=yes)


def _table(topics: Sequence[Topic], if_empty: str) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [
        (topic.text, day_in_table(topic.day), day_in_table(topic.done) if topic.done else "", topic.handle)
        for topic in topics
    ]
    return ListTable(appointments_words.TOPIC_COLUMNS, rows, if_empty=if_empty)
