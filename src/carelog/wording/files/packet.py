"""The packet, a page for somebody else: the words on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.audience import Section
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import day_count, from_to, span

if TYPE_CHECKING:
    from datetime import date

NOT_AN_ASSESSMENT = _("A self-report, not a clinical assessment.")
NOT_EVERYTHING = _("Not everything is on this page. What is here was chosen.")
NO_ENTRIES = _("Nothing was noted in these days.")
MOODS_ARE_STEPS = _("Moods are steps from 1 to 5, noted when the person chose to.")
HOW_SUMMED_UP = _(
    "Medians are of days, each the median of its entries; none where fewer than half of the days have one. Ranges, in "
    "brackets too, are of all that was noted."
)
UNKNOWN = _("What was not noted is unknown.")
HOW_READ = _(
    "The person chose what is here and can keep entries to themselves. Written by carelog, a journal on their computer."
)

FROM_CARELOG = _("Written with carelog. What is not noted is unknown, not undone.")
HEADINGS = {
    Section.NAME: _("Name"),
    Section.TOPICS: _("What I want to talk about"),
    Section.SAFETY: _("Safety"),
    Section.SCORES: _("Questionnaires"),
    Section.GOALS: _("Goals"),
    Section.MOOD: _("Mood"),
    Section.TRACKERS: _("Other readings"),
    Section.MEDICINES: _("Medicines"),
    Section.ROUTINES: _("Routines and what was agreed"),
    Section.OBSTACLES: _("What made it hard"),
    Section.TOGETHER: _("What went together"),
    Section.BELONGING: _("People and purpose"),
    Section.ACTIVITIES: _("Activities"),
    Section.DAYS: _("Lowest and highest days"),
    Section.FEELINGS: _("Words for feelings"),
    Section.WORDS: _("In my own words"),
    Section.NOTES: _("Notes"),
}
SECTIONS_IN_A_LIST = {
    Section.NAME: _("name"),
    Section.TOPICS: _("what i want to talk about"),
    Section.SAFETY: _("safety"),
    Section.SCORES: _("questionnaires"),
    Section.GOALS: _("goals"),
    Section.MOOD: _("mood"),
    Section.TRACKERS: _("other readings"),
    Section.MEDICINES: _("medicines"),
    Section.ROUTINES: _("routines and what was agreed"),
    Section.OBSTACLES: _("what made it hard"),
    Section.TOGETHER: _("what went together"),
    Section.BELONGING: _("people and purpose"),
    Section.ACTIVITIES: _("activities"),
    Section.DAYS: _("lowest and highest days"),
    Section.FEELINGS: _("words for feelings"),
    Section.WORDS: _("in my own words"),
    Section.NOTES: _("notes"),
}

# --- labels and the heads of tables

NAME, MEDICINES = _("Name"), _("Medicines")
DAYS_WITH_ENTRIES = _("Days with entries")
ON_A_PAUSE = _("On a pause the person had announced")
LEFT_OUT = _("Left out by choice")
LINE_COLUMNS = (_("part"), _("label"), _("text"))
ENTRY_COLUMNS = (_("day"), _("time"), _("mood"), _("word"), _("feelings"), _("note"))
NOTE = _("note")
FEELINGS_APART = _("Feelings, which are part of a mood:")


def method(*, moods: bool, readings: bool) -> tuple[str, str]:
    """How the numbers of a page are made, as far as it has any, and how the page is to be read."""
    said = [(moods, MOODS_ARE_STEPS), (moods or readings, HOW_SUMMED_UP), (True, UNKNOWN)]
    return " ".join(sentence for is_said, sentence in said if is_said), HOW_READ


def title(first: date, last: date) -> str:
    """The title of the page."""
    return _("Self-report, {days}").format(days=from_to(first, last))


def footer(name: str) -> str:
    """The foot of each sheet, with the name of the person where the page shows it."""
    whose = _("Self-report, {name}.").format(name=name) if name else _("Self-report.")
    return f"{whose} {NOT_AN_ASSESSMENT}"


def digest_title(name: str, first: date, last: date) -> str:
    """The title of the short page for an ally."""
    days = from_to(first, last)
    return _("{name}, {days}").format(name=name, days=days) if name else days


def looked_at(first: date, last: date, days: int, compared: int, found: int) -> str:
    """How many days and things were compared for the findings."""
    return plural(
        found,
        "{days}, {span}: {compared} compared, {count} stands out. It does not say why: either may lead to the "
        "other, or something else to both.",
        "{days}, {span}: {compared} compared, {count} stand out. It does not say why: either may lead to the "
        "other, or something else to both.",
        days=day_count(days),
        span=span(first, last),
        compared=compared,
    )


def mood_in_short(word: str) -> str:
    """The median mood of the period as a word."""
    return _("Mood, in the middle of these days: {word}").format(word=word)


def asks_for(what: str) -> str:
    """What the person asks an ally for."""
    return _("What would help now: {what}").format(what=what)
