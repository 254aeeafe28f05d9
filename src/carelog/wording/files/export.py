"""The packet, a page for somebody else: its own words, its preview, and what is said about its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from carelog.domain.audience import Section
from carelog.domain.text import clean_line
from carelog.wording.counts import counted, times

# --- on the page

TITLE = "Self-report"
NOT_AN_ASSESSMENT = "A self-report, not a clinical assessment."
TOO_FEW = "too few days"
NO_ENTRIES = "Nothing was noted in these days."
NO_MOODS = "No mood was noted in these days."
ONE_LEVEL = "All days with a mood were rated the same."
SELDOM = "Noted on too few days for a median"
HOW_COUNTED = (
    "Moods are steps from 1 to 5, noted when the person chose to. Medians are of days, each the median of its entries; "
    "none where fewer than half of the days have one. Ranges, in brackets too, are of all that was noted. What was "
    "not noted is unknown."
)
HOW_READ = (
    "The person chose what is here and can keep entries to themselves. Written by carelog, a journal on their computer."
)
METHOD = (HOW_COUNTED, HOW_READ)

NONE_RECORDED = "No answers about thoughts of death or harm are recorded. None recorded is not none happened."
NO_PLAN_HERE = "No plan for hard days is kept in carelog; there may be one elsewhere."
SCORES_ARE = "Screening questionnaires, answered by the person about the two weeks before. Not a diagnosis."
LEVELS, MOOD, READINGS = "Days by mood", "Mood", "Other readings"
MEDICINES_TAKEN, ROUTINES_KEPT, HOMEWORK = "Medicines taken", "Routines kept", "agreed on"
FROM_CARELOG = "Written with carelog. What is not noted is unknown, not undone."

HEADINGS = {
    Section.NAME: "Name",
    Section.TOPICS: "What I want to talk about",
    Section.SAFETY: "Safety",
    Section.SCORES: "Questionnaires",
    Section.MOOD: "Mood",
    Section.TRACKERS: "Other readings",
    Section.MEDICINES: "Medicines",
    Section.ROUTINES: "Routines and homework",
    Section.OBSTACLES: "What stood in the way",
    Section.TOGETHER: "What went together",
    Section.BELONGING: "People and purpose",
    Section.DAYS: "Lowest and highest days",
    Section.FEELINGS: "Words for feelings",
    Section.WORDS: "In my own words",
    Section.NOTES: "Notes",
}

# --- before and after it is written

GOES_IN = "This is all that goes on it:"
STAYS = "This stays here:"
ALWAYS_STAYS = "tags, names and numbers of contacts, who a routine is with, and every id"
NOT_READ_BEFORE = "Your therapist may not read this before you meet. If it is urgent: carelog crisis"
NOTHING_WRITTEN = "Nothing was written."
KEEP_AN_EYE = (
    "Other accounts on this computer cannot read the file, an administrator’s excepted. carelog does not send it "
    "anywhere."
)
ASK_TO_STRIKE = "What to strike: a section, an entry’s handle, a name or word. Enter strikes nothing, q stops"
NO_SHARES = "No page was made yet. The first: carelog export --for therapist"
NOT_RECORDED = "The page is written, and could not be noted in “carelog shares”: the journal cannot be written to."


def by(unit: str, what: str) -> str:
    """The caption of a table by week, month or year."""
    return f"{what} by {unit}"


def rated_days(*, two_sided: bool) -> str:
    """The heading of the lowest and highest days; on a two-sided scale neither end is the best."""
    return HEADINGS[Section.DAYS] if two_sided else "Hardest and best days"


def ends(*, two_sided: bool) -> tuple[str, str]:
    """The names of the lowest and the highest days."""
    return ("Lowest", "Highest") if two_sided else ("Hardest", "Best")


def asked_and_nothing(times_asked: int) -> str:
    """Questions about death or harm were always answered with not at all."""
    return f"Asked about thoughts of death or harm {times(times_asked)}: not at all. That says nothing of other days."


def plan_stands(reviewed: date | None) -> str:
    """There is a plan for hard days, and when it was reviewed."""
    read = f"read through on {reviewed.day} {reviewed:%B %Y}" if reviewed else "not read through since it was written"
    return f"There is a plan for hard days, {read}."


def first_to_last(moved: str) -> str:
    """How the last total differs from the first."""
    return f"From first to last: {moved}."


def on_a_page(sentence: str) -> str:
    """A finding of the insights page, reworded for a reader who is not the person."""
    finding = sentence.removeprefix("In your entries, ")
    return f"{finding[:1].upper()}{finding[1:]}"


def looked_at(first: date, last: date, days: int, compared: int, found: int) -> str:
    """How many days and things were compared for the findings."""
    stands = "stands" if found == 1 else "stand"
    extent = f"{days} days, {span(first, last)}: {compared} compared, {found} {stands} out"
    return f"{extent}. It does not say why: either may lead to the other, or something else to both."


def belonging(people: int, purpose: int, days: int, reached: int) -> str:
    """Days with people and with purpose, and how often somebody was reached."""
    noted = f"Time with people noted on {people} of {days} days, something with purpose on {purpose}"
    return f"{noted}; turned to somebody {times(reached)}." if reached else f"{noted}."


def activities(done: int, partly: int, skipped: int, better: int) -> str:
    """Numbers of activities by their state; empty when there were none."""
    parts = [(done, "done"), (partly, "done in part"), (skipped, "left for another time")]
    by_state = ", ".join(f"{count} {what}" for count, what in parts if count)
    also = f" {better} turned out better than expected." if better else ""
    return f"Planned or noted activities: {by_state}.{also}" if by_state else ""


def taken_of(due: int, taken: int, skipped: int, unnoted: int) -> str:
    """How a medicine was taken, out of how often it was due; one taken as needed was never due."""
    if not due:
        return f"taken {times(taken)}" if taken else "not noted"
    rest = [(skipped, "skipped"), (unnoted, "with nothing noted")]
    return ", ".join([f"taken {taken} of {due}", *(f"{count} {what}" for count, what in rest if count)])


def kept(name: str, count: int, due: int) -> str:
    """How often a routine was kept, out of how often it was due."""
    return f"{name}: kept {count} of {due}"


def mood_in_short(word: str) -> str:
    """The median mood of the period as a word."""
    return f"Mood, in the middle of these days: {word}"


def asks_for(what: str) -> str:
    """What the person asks an ally for."""
    return f"Asks for: {what}"


def span(first: date, last: date) -> str:
    """A range of days in short, such as 26 Oct – 1 Nov."""
    if first == last:
        return f"{first.day} {first:%b}"
    start = f"{first.day}" if (first.year, first.month) == (last.year, last.month) else f"{first.day} {first:%b}"
    return f"{start} – {last.day} {last:%b}"


def resting(days: int) -> str:
    """How many days were days of rest, on which no routine was due."""
    return f"On {counted(days, 'day')} nothing was due: an announced pause, or two weeks and more without any use"


def ask_to_write(place: str) -> str:
    """The last question before a page is written to a file or, if `place` is empty, to the screen."""
    return f"{_enter(place)}. To strike something: a section, an entry’s handle, a name or word. q stops"


def end_of_preview(place: str) -> str:
    """The footer at the end of a preview in the pager."""
    return f"q stops, s strikes something, {_enter(place)}"


def ask_to_copy(place: str) -> str:
    """The last question before a full copy is written."""
    return f"{_enter(place)}. q stops"


def written(place: Path) -> str:
    """A file was written."""
    return f"Written to {clean_line(str(place))}."


def taken(place: Path) -> str:
    """A file of that name exists and was not replaced."""
    name = clean_line(str(place))
    return f"{name} is there already and was left as it is. To replace it add --force, or name another file with -o."


def not_a_file(place: Path) -> str:
    """The path is a folder or a device."""
    return f"{clean_line(str(place))} is not a file that can be written. Name a file with -o, such as -o page.md"


def _enter(place: str) -> str:
    return f"Enter writes it to {clean_line(place)}" if place else "Enter shows it here"
