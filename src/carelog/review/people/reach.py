"""Whom to turn to now: one person with a way to reach them and words to begin with, or who is next, and the lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.domain.people.contact import Contact, GoodFor
from carelog.domain.people.hours import read_hours
from carelog.domain.people.reach import Candidate, who_is_next, whom_to_ask
from carelog.domain.time.days import Moment
from carelog.review.people.contacts import reachable
from carelog.review.people.helplines import Helpline, help_in
from carelog.wording.people import reach as reach_words

if TYPE_CHECKING:
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Reach:
    """A proposal.

    `contact` is the one to ask, None when nobody can be reached; `known` says that their hours are known and they are
    within them. `following` is who can be reached next, from `opens` on. `message` is a draft to copy. `lines` are the
    helplines of the person's country that are open now, where nobody is there.
    """

    contact: Contact | None
    known: bool
    message: str
    following: Contact | None = None
    opens: Moment | None = None
    lines: tuple[Helpline, ...] = ()


def reach(journal: Journal, now: Moment, good_for: GoodFor | None = None, wish: str = "") -> Reach:
    """One person to turn to at a moment, for something and with a wish in the person's own words.

    Where neither is said it is somebody who listens, unless all of those were asked in the last days.
    """
    candidates, today = _candidates(journal, now), now.day(journal.settings.day_starts_at)
    chosen = whom_to_ask(candidates, today, good_for)
    if good_for is None and not wish:
        listens = whom_to_ask(candidates, today, GoodFor.LISTENING)
        chosen = listens if listens and not listens.was_asked_lately(today) else chosen
    if chosen is not None:
        message = reach_words.message(chosen.contact.name, good_for, wish)
        return Reach(chosen.contact, chosen.reachable is True, message)
    following = who_is_next(candidates, good_for)
    lines = _open_lines(journal, now)
    if following is None or following.opens is None:
        return Reach(None, known=False, message="", lines=lines)
    message = reach_words.message(following.contact.name, good_for, wish)
    return Reach(
        None,
        known=False,
        message=message,
        following=following.contact,
        opens=journal.clock.at(following.opens),
        lines=lines,
    )


def _candidates(journal: Journal, now: Moment) -> list[Candidate]:
    last = journal.reached.last_days()
    standing = (reachable(journal, contact, now) for contact in journal.contacts)
    return [
        Candidate(each.contact, each.now, each.opens.instant if each.opens else None, last.get(each.contact.id))
        for each in standing
    ]


def _open_lines(journal: Journal, now: Moment) -> tuple[Helpline, ...]:
    """The lines whose hours are confirmed and cover the moment, on the person's own clock."""
    wall = now.local.replace(tzinfo=None)
    lines = (line for country in help_in(journal, journal.settings.country[:1]) for line in country.lines)
    return tuple(line for line in lines if (hours := read_hours(line.hours)) and hours.cover(wall))
