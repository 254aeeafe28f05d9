"""The words around a packet: on the page itself, in its preview, and in what is said about its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from carelog.domain.audience import Section
from carelog.domain.text import clean_line

# --- on the page

TITLE = "Self-report"
NOT_AN_ASSESSMENT = "A self-report, not a clinical assessment."
TOO_FEW = "too few days"
NO_ENTRIES = "Nothing was noted in these days."
NO_MOODS = "No mood was noted in these days."
ONE_LEVEL = "All days with a mood were rated the same."
SMALL_KEPT = "“Small or in part” are among those kept. “Nothing noted” means unknown: it may or may not have been done."
SELDOM = "Noted on too few days for the median of a week"
READINGS = "The median of each week, in brackets the lowest and highest reading; none where there were too few days."
HOW_COUNTED = (
    "Moods are steps from 1 to 5, noted by the person when they chose to. A day’s value is the median of what was "
    "noted on it, a week’s the median of its days; ranges are of everything noted. No median is given for fewer than "
    "half of the days. Days without an entry are unknown: nothing is filled in."
)
HOW_READ = (
    "What stands side by side went together in these entries; that does not say why. The person chose what is on this "
    "page and can keep any entry to themselves. Written by carelog, a journal that stays on their computer."
)
METHOD = (HOW_COUNTED, HOW_READ)

HEADINGS = {
    Section.NAME: "Name",
    Section.MOOD: "Mood",
    Section.DAYS: "Days rated lowest and highest",
    Section.FEELINGS: "Words for feelings",
    Section.TRACKERS: "Other readings",
    Section.MEDICINES: "Medicines",
    Section.ROUTINES: "Routines",
    Section.NOTES: "Notes",
}


def span(first: date, last: date) -> str:
    """Two days and what lies between, such as 26 Oct – 1 Nov."""
    if first == last:
        return f"{first.day} {first:%b}"
    start = f"{first.day}" if (first.year, first.month) == (last.year, last.month) else f"{first.day} {first:%b}"
    return f"{start} – {last.day} {last:%b}"


def times(count: int) -> str:
    """How often, such as 3 times."""
    return "once" if count == 1 else f"{count} times"


def counted(count: int, one: str, several: str = "") -> str:
    """A number of things, such as 2 days; `several` is the plural where an s does not make it."""
    return f"{count} {one if count == 1 else several or one + 's'}"


def resting(days: int) -> str:
    """Days on which routines were not due."""
    return f"On {counted(days, 'day')} nothing was due: an announced pause, or two weeks and more without any use"


# --- before and after it is written

GOES_IN = "This goes on the page:"
STAYS = "This stays here:"
ALWAYS_STAYS = "tags, names and numbers of contacts, who a routine is with, and every id"
NOTHING_WRITTEN = "Nothing was written."
KEEP_AN_EYE = (
    "Other accounts on this computer cannot read the file, an administrator’s excepted. carelog does not send it "
    "anywhere."
)


def ask_to_write(place: str) -> str:
    """The last question before a page is written, to a file or, without one, to the screen."""
    return f"Write this to {clean_line(place)}?" if place else "Show the page here?"


def written(place: Path) -> str:
    """A page is written, and what to know about it."""
    return f"Written to {clean_line(str(place))}. {KEEP_AN_EYE}"


def taken(place: Path) -> str:
    """The name is in use."""
    name = clean_line(str(place))
    return f"{name} is there already and was left as it is. To replace it add --force, or name another file with -o."


def not_a_file(place: Path) -> str:
    """The name belongs to a folder or a device."""
    return f"{clean_line(str(place))} is not a file that can be written. Name a file with -o, such as -o page.md"


def not_yet(what: str, given: str, there_are: str) -> str:
    """An audience or a format that does not exist, or not yet."""
    return f"There is no {what} “{clean_line(given)}” yet. What there is: {there_are}."


def no_such_section(given: str, there_are: str) -> str:
    """A section that cannot be named here."""
    return f"“{clean_line(given)}” is not a section that can be named here. Sections: {there_are}."


FUTURE_PERIOD = "These days have not come yet. --from and --to name days up to today."
STDOUT_IS_JSON = "--json already uses standard output. Name a file with -o, or leave --json out."
