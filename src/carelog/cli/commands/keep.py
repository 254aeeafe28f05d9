"""keep: kind words that somebody said and that helped."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.empty import if_empty, if_none
from carelog.cli.forms.new_words import changed_text
from carelog.cli.forms.removal import remove_one
from carelog.cli.prompts.free_text import full_text
from carelog.cli.prompts.number_options import Newest, newest_of, with_rest
from carelog.cli.prompts.options import HandlesAnyway, NewText, NewWords, Reference, Words, Yes
from carelog.cli.prompts.period_options import First, Last, Until, period_of_list, within
from carelog.cli.runtime.session import Session
from carelog.domain.people.kind_word import KindWord
from carelog.language import gettext as _
from carelog.wording import edit as edit_words
from carelog.wording.days import day_in_table
from carelog.wording.people import reach as reach_words

if TYPE_CHECKING:
    from carelog.terminal.page import Page


@command(
    "keep show",
    "carelog keep",
    panel="People and crisis",
    group=_("What someone said that helped. Alone it shows one, with words it keeps them."),
    own_screen=False,
)
def show(session: Session) -> Answer:
    """Show a kind word that you kept: another one each day."""
    words = list(session.to_read().kind_words)
    if not words:
        nothing = if_empty(session, reach_words.NO_KIND_WORDS)
        return Answer(nothing, data=lambda: {"kind_word": None}, is_empty_list=True)
    word = words[session.today.toordinal() % len(words)]
    return Answer(reach_words.kind_word(word.text, word.from_whom), data=lambda: {"kind_word": _shape(word)})


@command(
    "keep add",
    'carelog keep "You came back, that counts." --with Sam',
    "carelog keep -",
    with_words=True,
    takes_text=True,
    kept_by="keep",
)
def add(
    session: Session,
    words: Words = None,
    from_whom: Annotated[str, typer.Option("--with", metavar="NAME", help=_("Who said it."))] = "",
) -> Answer:
    """Keep what someone said that helped. Your crisis card shows the one that was kept last."""
    kind_words = session.to_write().kind_words
    with full_text(session, words or [], edit=False) as text:
        word = kind_words.add(text, from_whom=from_whom, day=session.today)
    return Answer(reach_words.KIND_WORD_KEPT, data=lambda: {"kind_word": _shape(word)})


@command(
    "keep edit",
    "carelog keep edit last You came back. That counts.",
    "carelog keep edit 3d26f9 --with Sam",
    takes_text=True,
)
def edit(
    session: Session,
    reference: Reference,
    words: NewWords = None,
    text: NewText = None,
    from_whom: Annotated[str | None, typer.Option("--with", metavar="NAME", help=_("Who said it."))] = None,
) -> Answer:
    """Change a kind word, or who said it. Alone it opens your editor."""
    kind_words = session.to_write().kind_words
    old = kind_words.find(reference)
    with changed_text(session, words, text, old.text, beside=(from_whom,)) as new:
        whom = old.from_whom if from_whom is None else from_whom
        word = kind_words.edit(replace(old, text=new, from_whom=whom))
    shape = {"kind_word": _shape(word)}
    return Answer(reach_words.KIND_WORD_CHANGED, data=lambda: shape, changed=session.changed_by_person)


@command("keep list", "carelog keep list", "carelog keep --last 30d", own_screen=False)
def show_all(
    session: Session,
    last: Last = None,
    first: First = None,
    until: Until = None,
    newest: Newest = None,
    _handles: HandlesAnyway = False,
) -> Answer:
    """List the kind words you kept."""
    period = period_of_list(session, last, first, until)
    found = within(session.to_read().kind_words, period)
    words = newest_of(found, newest)
    empty = if_empty(session, if_none(period, reach_words.NO_KIND_WORDS))
    return Answer(
        page=lambda: with_rest(_table(words, empty), words, found),
        data=lambda: {"kind_words": [_shape(word) for word in words]},
    )


@command("keep remove", "carelog keep remove 3d26f9")
def remove(
    session: Session,
    reference: Reference,
    yes: Yes = False,
) -> Answer:
    """Remove a kind word for good, from your crisis card too. It asks first."""
    words = session.to_write().kind_words
    word = words.find(reference)
    return remove_one(session, words, word.id, edit_words.ask_remove_words(word.text), yes=yes)


def _shape(word: KindWord) -> dict[str, Any]:
    return {
        "id": word.id,
        "handle": word.handle,
        "day": word.day.isoformat(),
        "text": word.text,
        "from_whom": word.from_whom or None,
    }


def _table(words: Sequence[KindWord], if_empty: str) -> "Page":
    from carelog.terminal.table import ListTable

    rows = [(word.text, word.from_whom, day_in_table(word.day), word.handle) for word in words]
    return ListTable(reach_words.KIND_WORD_COLUMNS, rows, if_empty=if_empty)
