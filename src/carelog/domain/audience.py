"""Audiences: who a page is for, what of the journal goes on it, and what only goes on it when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from carelog.errors import InvalidValue


class Section(Enum):
    """A part of a page that can be there or not, in the order of the page. Private entries belong to none of them."""

    NAME = "name"
    TOPICS = "topics"
    SAFETY = "safety"
    SCORES = "scores"
    MOOD = "mood"
    TRACKERS = "trackers"
    MEDICINES = "medicines"
    ROUTINES = "routines"
    OBSTACLES = "obstacles"
    TOGETHER = "together"
    BELONGING = "people"
    DAYS = "days"
    FEELINGS = "feelings"
    WORDS = "words"
    NOTES = "notes"


_TELL_THE_MOOD = frozenset({Section.DAYS, Section.TOGETHER})


class NameShown(Enum):
    """How the person's own name stands on the page."""

    AS_SET = "as-set"
    INITIALS = "initials"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who a page is for.

    `sections` go on the page unless they are left out; `on_request` only when they are asked for. `days` are how many
    days a page goes back where nothing else says so; `since_appointment` lets it begin at the last appointment.
    """

    key: str
    sections: frozenset[Section]
    on_request: frozenset[Section] = frozenset()
    name_shown: NameShown = NameShown.AS_SET
    days: int = 28
    since_appointment: bool = True

    def contents(self, include: Iterable[Section] = (), leave_out: Iterable[Section] = ()) -> frozenset[Section]:
        """The sections of one page. Leaving something out wins over including it.

        Without the mood there is nothing that would tell it: no lowest and highest days, nothing that went together
        with it. Notes in full come with the words on single days. Raises InvalidValue for a section that this audience
        does not get.
        """
        wanted = frozenset(include)
        for section in wanted - self.sections - self.on_request:
            raise InvalidValue(f"A page for {self.key} has no {section.value}.")
        left_out = frozenset(leave_out)
        chosen = (self.sections | wanted) - left_out
        if Section.NOTES in chosen:
            chosen |= {Section.WORDS} - left_out
        return chosen if Section.MOOD in chosen else chosen - _TELL_THE_MOOD

    def named(self, name: str) -> str:
        """The person's name as this audience sees it."""
        if self.name_shown is NameShown.NOT:
            return ""
        if self.name_shown is NameShown.AS_SET:
            return name
        return " ".join(f"{word[0].upper()}." for word in name.split())

    def adjusted(self, sections: Iterable[Section] | None, name_shown: NameShown | None) -> Audience:
        """The audience as a person has set it; what it may get on request stays the same."""
        chosen = self.sections if sections is None else frozenset(sections)
        return replace(
            self,
            sections=chosen & (self.sections | self.on_request),
            on_request=(self.sections | self.on_request) - chosen,
            name_shown=name_shown or self.name_shown,
        )


_IN_FULL = frozenset({Section.WORDS, Section.NOTES})

THERAPIST = Audience("therapist", frozenset(Section) - _IN_FULL, _IN_FULL)
ALLY = Audience(
    "ally",
    frozenset({Section.NAME, Section.ROUTINES, Section.BELONGING}),
    frozenset({Section.MOOD}),
    NameShown.INITIALS,
    days=7,
    since_appointment=False,
)
SELF = Audience("self", frozenset(Section))

AUDIENCES: Mapping[str, Audience] = {audience.key: audience for audience in (THERAPIST, ALLY, SELF)}
"""Every audience there is, by its key."""
