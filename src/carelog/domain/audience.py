"""Audiences: who a page is for, what of the journal goes on it, and what only goes on it when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from carelog.errors import InvalidValue


class Section(Enum):
    """A part of a page that can be there or not. Private entries belong to none of them."""

    NAME = "name"
    MOOD = "mood"
    DAYS = "days"
    FEELINGS = "feelings"
    TRACKERS = "trackers"
    MEDICINES = "medicines"
    ROUTINES = "routines"
    NOTES = "notes"


class NameShown(Enum):
    """How the person's own name stands on the page."""

    AS_SET = "as-set"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who a page is for.

    `sections` go on the page unless they are left out; `on_request` only when they are asked for.
    """

    key: str
    sections: frozenset[Section]
    on_request: frozenset[Section] = frozenset()
    name_shown: NameShown = NameShown.AS_SET

    def contents(self, include: Iterable[Section] = (), leave_out: Iterable[Section] = ()) -> frozenset[Section]:
        """The sections of one page. Leaving something out wins over including it.

        Without the mood there are no lowest and highest days either: they would tell it. Raises InvalidValue for
        a section that this audience does not get.
        """
        wanted = frozenset(include)
        for section in wanted - self.sections - self.on_request:
            raise InvalidValue(f"A page for {self.key} has no {section.value}.")
        chosen = (self.sections | wanted) - frozenset(leave_out)
        return chosen if Section.MOOD in chosen else chosen - {Section.DAYS}

    def named(self, name: str) -> str:
        """The person's name as this audience sees it."""
        if self.name_shown is NameShown.AS_SET:
            return name
        return " ".join(f"{word[0].upper()}." for word in name.split())


THERAPIST = Audience("therapist", frozenset(Section) - {Section.NOTES}, frozenset({Section.NOTES}))

AUDIENCES = {audience.key: audience for audience in (THERAPIST,)}
"""Every audience there is, by its key."""
