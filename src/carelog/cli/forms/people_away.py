"""Ask what is to be put away with somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask_text, confirm, need_terminal
from carelog.cli.runtime.streams import say_on_stderr
from carelog.errors import NotFound
from carelog.wording import program as program_words
from carelog.wording.people import people_away as away_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.cli.runtime.context import Context
    from carelog.domain.people.contact import Contact
    from carelog.domain.people.put_away import PutAway
    from carelog.journal import Journal


def contact_to_put_away(journal: Journal, typed: str) -> Contact:
    """The contact that a name means, also one that is away already. Raises NotFound or AmbiguousName."""
    try:
        return journal.contacts.named(typed)
    except NotFound as nobody:
        try:
            return journal.people_away.named(typed)
        except NotFound:
            raise nobody from None


def contact_or_raise(journal: Journal, typed: str, nobody: NotFound) -> Contact:
    """The contact that a name means and that is not away. Raises `nobody` without one, or AmbiguousName."""
    try:
        return journal.contacts.named(typed)
    except NotFound:
        raise nobody from None


def things_to_put_away(context: Context, journal: Journal, contact: Contact, *, yes: bool) -> list[PutAway] | None:
    """What is to be put away with somebody: all that they stand in, nothing of it, or None where that is nothing.

    Raises InvalidValue where there is something, and nobody can be asked.
    """
    from carelog.review.people.standing_in import standing_in

    things = standing_in(journal, contact)
    if not things:
        return None
    return things if yes or _agrees(context, contact.name, things) else []


def put_away_shape(things: Sequence[PutAway]) -> list[dict[str, str]]:
    """What was put away or brought back, for programs."""
    return [{"id": each.id, "handle": each.handle, "kind": each.table, "text": each.text} for each in things]


def _agrees(context: Context, name: str, things: Sequence[PutAway]) -> bool:
    if context.hides_stored_words:
        return confirm(context, "", default=True)
    need_terminal(context, "program.yes-needs-terminal")
    question = away_words.ask(name, things)
    while True:
        answer = ask_text(question).lower()
        if answer in program_words.YES or not answer:
            return True
        if answer in program_words.NO:
            return False
        say_on_stderr(away_words.seen(things) if answer in away_words.LOOK else away_words.YES_NO_OR_LOOK)
