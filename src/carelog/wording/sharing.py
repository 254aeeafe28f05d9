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
UNFINISHED = "not all answered"
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


def by(unit: str, what: str) -> str:
    """What a table shows, in weeks, months or years."""
    return f"{what} by {unit}"


def rated_days(*, two_sided: bool) -> str:
    """The heading of single days; where both ends are hard, none of them is best."""
    return HEADINGS[Section.DAYS] if two_sided else "Hardest and best days"


def ends(*, two_sided: bool) -> tuple[str, str]:
    """What days at the two ends are called."""
    return ("Lowest", "Highest") if two_sided else ("Hardest", "Best")


def asked_and_nothing(times_asked: int) -> str:
    """Such questions were answered with not at all."""
    return f"Asked about thoughts of death or harm {times(times_asked)}: not at all. That says nothing of other days."


def plan_stands(reviewed: date | None) -> str:
    """There is a plan, and when it was read through."""
    read = f"read through on {reviewed.day} {reviewed:%B %Y}" if reviewed else "not read through since it was written"
    return f"There is a plan for hard days, {read}."


def first_to_last(moved: str) -> str:
    """How the last total stands beside the first."""
    return f"From first to last: {moved}."


def on_a_page(sentence: str) -> str:
    """A finding as a page for somebody else says it."""
    told = sentence.removeprefix("In your entries, ")
    return f"{told[:1].upper()}{told[1:]}"


def looked_at(first: date, last: date, days: int, compared: int, found: int) -> str:
    """How much was looked at for what went together."""
    stands = "stands" if found == 1 else "stand"
    looked = f"{days} days, {span(first, last)}: {compared} compared, {found} {stands} out"
    return f"{looked}. It does not say why: either may lead to the other, or something else to both."


def belonging(people: int, purpose: int, days: int, reached: int) -> str:
    """Days with people and with purpose, and how often somebody was reached."""
    told = f"Time with people noted on {people} of {days} days, something with purpose on {purpose}"
    return f"{told}; turned to somebody {times(reached)}." if reached else f"{told}."


def activities(done: int, partly: int, skipped: int, better: int) -> str:
    """What became of activities; nothing is said where there was none."""
    parts = [(done, "done"), (partly, "done in part"), (skipped, "left for another time")]
    told = ", ".join(f"{count} {what}" for count, what in parts if count)
    also = f" {better} turned out better than expected." if better else ""
    return f"Planned or noted activities: {told}.{also}" if told else ""


def taken_of(due: int, taken: int, skipped: int, unnoted: int) -> str:
    """How a medicine was taken; as needed, nothing was due."""
    if not due:
        return f"taken {times(taken)}" if taken else "not noted"
    rest = [(skipped, "skipped"), (unnoted, "with nothing noted")]
    return ", ".join([f"taken {taken} of {due}", *(f"{count} {what}" for count, what in rest if count)])


def kept(name: str, count: int, due: int) -> str:
    """How much of a routine was kept."""
    return f"{name}: kept {count} of {due}"


def mood_in_short(word: str) -> str:
    """The mood of some days in a word."""
    return f"Mood, in the middle of these days: {word}"


def asks_for(what: str) -> str:
    """What the person asks for."""
    return f"Asks for: {what}"


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

GOES_IN = "This is all that goes on it:"
STAYS = "This stays here:"
ALWAYS_STAYS = "tags, names and numbers of contacts, who a routine is with, and every id"
NOT_READ_BEFORE = "Your therapist may not read this before you meet. If it is urgent: carelog crisis"
NOTHING_WRITTEN = "Nothing was written."
KEEP_AN_EYE = (
    "Other accounts on this computer cannot read the file, an administrator’s excepted. carelog does not send it "
    "anywhere."
)


def _enter(place: str) -> str:
    return f"Enter writes it to {clean_line(place)}" if place else "Enter shows it here"


def ask_to_write(place: str) -> str:
    """The last question before a page is written, to a file or, without one, to the screen."""
    return f"{_enter(place)}. To strike something: a section, an entry’s handle, a name or word. q stops"


ASK_TO_STRIKE = "What to strike: a section, an entry’s handle, a name or word. Enter strikes nothing, q stops"


def end_of_preview(place: str) -> str:
    """What the keys do at the end of a preview that has a screen of its own."""
    return f"q stops, s strikes something, {_enter(place)}"


def ask_to_copy(place: str) -> str:
    """The last question before a whole copy is written."""
    return f"{_enter(place)}. q stops"


def written(place: Path) -> str:
    """A page is written."""
    return f"Written to {clean_line(str(place))}."


def taken(place: Path) -> str:
    """The name is in use."""
    name = clean_line(str(place))
    return f"{name} is there already and was left as it is. To replace it add --force, or name another file with -o."


def not_a_file(place: Path) -> str:
    """The name belongs to a folder or a device."""
    return f"{clean_line(str(place))} is not a file that can be written. Name a file with -o, such as -o page.md"


def not_one(what: str, given: str, there_are: str) -> str:
    """An audience or a format that does not exist."""
    return f"There is no {what} “{clean_line(given)}”. What there is: {there_are}."


def no_such_section(given: str, there_are: str) -> str:
    """A section that cannot be named here."""
    return f"“{clean_line(given)}” is not a section that can be named here. Sections: {there_are}."


NO_SHARES = "No page was made yet. The first: carelog export --for therapist"
NOT_RECORDED = "The page is written, and could not be noted in “carelog shares”: the journal cannot be written to."
FUTURE_PERIOD = "These days have not come yet. --from and --to name days up to today."
YEARS_ARE_FILES = "--by-year makes a file for each year. Leave out -o -, or leave out --by-year."
STDOUT_IS_JSON = "--json already uses standard output. Name a file with -o, or leave --json out."
