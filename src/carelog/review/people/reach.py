"""Whom to turn to now: one contact and a draft message, or the contact who can be reached next, and helplines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.domain.people.contact import Contact, GoodFor
from carelog.domain.people.reach import Candidate, who_is_next, whom_to_ask
from carelog.domain.time.days import Moment
from carelog.review.people.contacts import reachable
from carelog.review.people.helplines import Helpline, help_in
from carelog.wording.people import reach as reach_words
from carelog.wording.people import reach_unnamed as unnamed_words

if TYPE_CHECKING:
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Reach:
    """A proposal of whom to turn to.

    `contact` is the one to ask, None when nobody can be reached; `known` says that it is known to be within their
    hours. `message` is a draft to copy. When nobody can be reached, `following` is who can be reached next, from
    `opens` on, and `lines` are the helplines of the person's country that are open now or may be. If every one is
    closed, `lines_open` says when the next one opens.
    """

    contact: Contact | None
    known: bool
    message: str
    following: Contact | None = None
    opens: Moment | None = None
    lines: tuple[Helpline, ...] = ()
    lines_open: str = ""


def reach(journal: Journal, now: Moment, good_for: GoodFor | None = None, wish: str = "") -> Reach:
    """Propose one contact to turn to at a moment, optionally for something, or with a wish in the person's own words.

    Without both, somebody who is good at listening comes first, unless all of these were asked in the last three days.
    """
    candidates, today = _candidates(journal, now), now.day(journal.settings.day_starts_at)
    chosen = whom_to_ask(candidates, today, good_for)
    if good_for is None and not wish:
        listens = whom_to_ask(candidates, today, GoodFor.LISTENING)
        chosen = listens if listens and not listens.was_asked_lately(today) else chosen
    if chosen is not None:
        message = _message(journal, chosen.contact, good_for, wish)
        return Reach(chosen.contact, chosen.reachable is True, message)
    following = who_is_next(candidates, good_for)
    lines, lines_open = _lines(journal, now)
    if following is None or following.opens is None:
        return Reach(None, known=False, message="", lines=lines, lines_open=lines_open)
    message = _message(journal, following.contact, good_for, wish)
    return Reach(
        None,
        known=False,
        message=message,
        following=following.contact,
        opens=journal.clock.at(following.opens),
        lines=lines,
        lines_open=lines_open,
    )


def _message(journal: Journal, contact: Contact, good_for: GoodFor | None, wish: str) -> str:
    """A draft; without a name where a cover stands in its place, because nobody is called by that."""
    if journal.is_masked:
        return unnamed_words.message(good_for, wish)
    return reach_words.message(contact.name, good_for, wish)


def _candidates(journal: Journal, now: Moment) -> list[Candidate]:
    last = journal.reached.last_days()
    found = (reachable(journal, contact, now) for contact in journal.contacts.readable())
    return [
        Candidate(each.contact, each.now, each.opens.instant if each.opens else None, last.get(each.contact.id))
        for each in found
    ]


def _lines(journal: Journal, now: Moment) -> tuple[tuple[Helpline, ...], str]:
    """The lines of the person's first country that are not closed at a moment, or when the next of them opens."""
    for country in help_in(journal, journal.settings.country[:1], now):
        return tuple(line for line in country.lines if line.open_now is not False), country.opens
    return (), ""
