"""Audiences: who a page is for, and which sections it has by default, on request, or never."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from carelog.errors import InvalidValue


class Section(Enum):
    """A section that a page can have, in the order of the page. Private entries are in no section."""

    NAME = "name"
    TOPICS = "topics"
    SAFETY = "safety"
    SCORES = "scores"
    GOALS = "goals"
    MOOD = "mood"
    TRACKERS = "trackers"
    MEDICINES = "medicines"
    ROUTINES = "routines"
    OBSTACLES = "obstacles"
    TOGETHER = "together"
    BELONGING = "people"
    ACTIVITIES = "activities"
    DAYS = "days"
    FEELINGS = "feelings"
    WORDS = "words"
    NOTES = "notes"


_REVEALING_MOOD = frozenset({Section.DAYS, Section.TOGETHER})
"""Sections that a page without the mood cannot have, because they show it."""


class NameShown(Enum):
    """How the person's own name appears on a page: as in the settings, as initials, or not at all."""

    AS_SET = "as-set"
    INITIALS = "initials"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who a page is for.

    A page has the `sections` unless they are left out, and those `on_request` only when they are included by name.
    By default it is about the last `days` days or, with `since_appointment`, the days since the last appointment.
    """

    key: str
    sections: frozenset[Section]
    on_request: frozenset[Section] = frozenset()
    name_shown: NameShown = NameShown.AS_SET
    days: int = 28
    since_appointment: bool = True

    def contents(self, include: Iterable[Section] = (), leave_out: Iterable[Section] = ()) -> frozenset[Section]:
        """The sections of one page. Leaving a section out takes precedence over including it.

        Without the mood section there are no sections that would reveal the mood either, without people and purpose
        there are no activities, and with full notes there are words on single days too. Raises InvalidValue when a
        section in `include` is not allowed for this audience.
        """
        wanted = frozenset(include)
        for section in wanted - self.sections - self.on_request:
            raise InvalidValue("export.section-not-allowed", audience=self.key, section=section.value)
        left_out = frozenset(leave_out)
        chosen = (self.sections | wanted) - left_out
        if Section.NOTES in chosen:
            chosen |= {Section.WORDS} - left_out
        if Section.BELONGING not in chosen:
            chosen -= {Section.ACTIVITIES}
        return chosen if Section.MOOD in chosen else chosen - _REVEALING_MOOD

    def left_out(self, include: Iterable[Section] = (), leave_out: Iterable[Section] = ()) -> tuple[Section, ...]:
        """The sections that somebody left out, here or in the settings, in the order of the page.

        What a page has on request only is not among them, unless it is left out by name: nobody left it out.
        """
        leave_out = frozenset(leave_out)
        contents, usual = self.contents(include, leave_out), AUDIENCES[self.key].sections
        return tuple(section for section in Section if section in (usual | leave_out) - contents)

    def shown_name(self, name: str) -> str:
        """The person's name as a page for this audience shows it; empty if it does not."""
        if self.name_shown is NameShown.NOT:
            return ""
        if self.name_shown is NameShown.AS_SET:
            return name
        return " ".join(f"{word[0].upper()}." for word in name.split())

    def adjusted(self, sections: Iterable[Section] | None, name_shown: NameShown | None) -> Audience:
        """The audience with a person's own default sections; which sections it may have at all stays the same."""
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
"""All audiences, by key."""
