"""Whom to turn to now: one contact and a draft message, a helpline that is open, and who can be reached next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.domain.people.any_hour import said_a_call, said_any_hour
from carelog.domain.people.called import called, typed_for
from carelog.domain.people.contact import Contact, GoodFor, Role
from carelog.domain.people.reach import OFFICES, Candidate, who_is_next, whom_to_ask
from carelog.domain.text import fold
from carelog.domain.time.days import Moment
from carelog.journal.collections.covers import named_or_covered
from carelog.review.people.contacts import is_night_for, next_meeting, reachable
from carelog.review.people.helplines import CountryHelp, Helpline, help_here, help_without_journal
from carelog.review.people.standing_in import names_away
from carelog.wording.people import reach as reach_words

if TYPE_CHECKING:
    from carelog.clock import Clock
    from carelog.journal import Journal
    from carelog.settings import Settings


@dataclass(frozen=True, slots=True)
class OpenLines:
    """The helplines of the person's country, and the one to name.

    `line` is the first that is open, else the first that may be, None where there is none; `country` is where it is,
    None where no country is known, and `guessed` that the person did not choose it. `others` are all that are open or
    may be, `line` first. Where `writing_first`, the person would rather write than speak.
    """

    line: Helpline | None = None
    country: CountryHelp | None = None
    guessed: bool = False
    others: tuple[Helpline, ...] = ()
    writing_first: bool = False


@dataclass(frozen=True, slots=True)
class Reach:
    """A proposal of whom to turn to.

    `contact` is the one to ask, None when nobody may be there; `known` says that they are known to be there, and
    `name` is what they are called, where nobody else here is called so. `may_sleep` says that it is night where they
    are, and nothing that they are there all the same. `message` is a draft to copy, empty for somebody who may be
    asleep. `meeting` is when a group meets next. `following` is who can be reached next, called `following_name`, from
    `opens` on. `nobody` says that no
    contact has a number or address, and `unread` that people could not be read.
    """

    lines: OpenLines
    now: Moment
    contact: Contact | None = None
    known: bool = False
    may_sleep: bool = False
    name: str = ""
    message: str = ""
    meeting: Moment | None = None
    following: Contact | None = None
    following_name: str = ""
    opens: Moment | None = None
    nobody: bool = False
    unread: bool = False


def reach(
    journal: Journal, now: Moment, good_for: Sequence[GoodFor] = (), wish: str = "", *, nameless: bool = False
) -> Reach:
    """Propose one contact to turn to at a moment, optionally for some things, or with a wish in the person's own words.

    A wish that is somebody's name is for them: it is no wish, and they are proposed unless they were put away. With
    `nameless` the draft has no name and contacts are read with masks, because others can see the screen.
    """
    candidates = _candidates(journal, now)
    following, named = who_is_next(candidates, good_for), _named(wish, candidates)
    chosen = named or whom_to_ask(candidates, good_for)
    wish = "" if named or fold(wish) in names_away(journal) else wish
    if chosen and chosen.is_closed_office and following and not named:
        chosen = None
    found = Reach(
        _lines(*help_here(journal, now), writing_first=journal.settings.text_first),
        now,
        nobody=not (nameless or any(each.contact.ways for each in candidates)),
    )
    if chosen:
        found = _with_contact(found, journal, chosen, candidates)
        message = _message(chosen, good_for, wish, nameless=nameless)
        found = replace(found, message=message)
    if following and following.opens and (chosen is None or chosen.night or not chosen.is_there):
        name, opens = _name(following.contact, candidates), journal.clock.at(following.opens)
        found = replace(found, following=following.contact, following_name=name, opens=opens)
    return _masked(found, journal) if nameless else found


def lines_alone(settings: Settings, clock: Clock) -> Reach:
    """What can be said where the journal cannot be read: helplines need nothing of it."""
    lines = _lines(*help_without_journal(settings, clock), writing_first=settings.text_first)
    return Reach(lines, clock.now(), unread=True)


def _with_contact(found: Reach, journal: Journal, chosen: Candidate, candidates: list[Candidate]) -> Reach:
    meeting = None if chosen.is_there else next_meeting(journal, chosen.contact, found.now)
    return replace(
        found,
        contact=chosen.contact,
        known=chosen.is_there,
        may_sleep=chosen.may_sleep,
        name=_name(chosen.contact, candidates),
        meeting=meeting.at if meeting else None,
    )


def _masked(found: Reach, journal: Journal) -> Reach:
    """The same with contacts as others may see them."""
    seen = {contact.id: contact for contact in journal.contacts.readable()}
    contact = seen.get(found.contact.id) if found.contact else None
    following = seen.get(found.following.id) if found.following else None
    return replace(
        found,
        contact=contact,
        name=contact.name if contact else "",
        following=following,
        following_name=following.name if following else "",
    )


def _named(wish: str, candidates: list[Candidate]) -> Candidate | None:
    """Who has this name or cover, or is called so, where that is one alone and has a way to be reached."""
    asked = fold(wish)
    meant = [
        each
        for each in candidates
        if asked and asked in map(fold, (each.contact.name, called(each.contact), each.contact.cover or ""))
    ]
    return meant[0] if len(meant) == 1 and meant[0].contact.ways else None


def _candidates(journal: Journal, now: Moment) -> list[Candidate]:
    last = journal.reached.last_days()
    seen = {contact.id for contact in journal.contacts.readable()}  # without those whose name has no cover
    reckoned_with = (contact for contact in journal.contacts.to_reckon_with() if contact.id in seen)
    found = (reachable(journal, contact, now) for contact in reckoned_with)
    return [
        Candidate(
            each.contact,
            each.now,
            each.opens.instant if each.opens else None,
            last.get(each.contact.id),
            night=is_night_for(each.contact, now),
        )
        for each in found
    ]


def _lines(countries: list[CountryHelp], guessed: bool, *, writing_first: bool) -> OpenLines:
    """The lines of the first country, and the first open one of any: nobody answers on a closed line."""
    if not countries:
        return OpenLines(writing_first=writing_first)
    may_answer = [(country, line) for country in countries for line in country.lines if line.open_now is not False]
    best = min(may_answer, key=lambda each: (not each[1].open_now, writing_first and not each[1].writing), default=None)
    country, line = best or (countries[0], None)
    others = [each for each in country.lines if each.open_now is not False and each is not line]
    return OpenLines(line, country, guessed, (*([line] if line else []), *others), writing_first)


def _message(chosen: Candidate, good_for: Sequence[GoodFor], wish: str, *, nameless: bool) -> str:
    """A draft for whoever may read it now. Nobody who may be asleep is written to, and no group at night."""
    contact, is_office = chosen.contact, chosen.contact.role in OFFICES
    if (chosen.may_sleep and not is_office) or (chosen.night and contact.role is Role.GROUP):
        return ""
    name = "" if nameless or contact.role is Role.GROUP else called(contact)
    if wish:
        return reach_words.message_with_wish(name, wish)
    asked = _asked_for(contact, good_for)
    is_open_wish = asked is GoodFor.LISTENING
    if is_office and is_open_wish:
        return reach_words.WHEN_COULD_WE_TALK
    if chosen.night and chosen.any_hour and is_open_wish:
        return reach_words.message_at_night(name, said=said_any_hour(contact), call=said_a_call(contact))
    return reach_words.message(name, asked)


def _asked_for(contact: Contact, good_for: Sequence[GoodFor]) -> GoodFor:
    """What the draft asks for: help at once where that is needed, else the first that this person is good for."""
    if not good_for or GoodFor.EMERGENCY in good_for:
        return GoodFor.EMERGENCY if good_for else GoodFor.LISTENING
    return next((each for each in good_for if each in contact.good_for), good_for[0])


def _name(contact: Contact, candidates: list[Candidate]) -> str:
    """What somebody is called, where that is the beginning of no other name, so that a command finds them by it."""
    meant = named_or_covered(called(contact), [each.contact for each in candidates])
    return called(contact) if meant == [contact] else typed_for(contact)
