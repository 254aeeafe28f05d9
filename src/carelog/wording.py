"""The sentences people read, in one place, so that their tone can be reviewed as text.

Second person, calm, short. Every sentence is true on a bad day: no praise, no blame, no streak that ends, no
diagnosis, no promise. The crisis card has its own words, in `carelog.crisis`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time
    from pathlib import Path

# --- the program

CRISIS_FIRST = "In a crisis: carelog crisis"
HELP = (
    "A self-care journal for the terminal: note how a day was, keep the people who help one command away, and take "
    "an honest page to a therapist.\n\nEverything stays in one file on this computer. No account, no network."
)
GROUPS = {
    "tracker": "Your own scales, such as sleep in hours. Alone it lists them.",
    "contact": "People and places you can turn to. Alone it lists them.",
    "routine": "What comes round: a walk, medicine, an evening without screens. Alone it lists them.",
    "settings": "What you can set. Alone it lists everything.",
}
STOPPED = "Stopped. Nothing more was saved."
NOTHING_YET = "Nothing is noted yet. Begin with: carelog mood 4 a few words"
NEEDS_TERMINAL = "This asks a question, which needs a terminal and no --json."


def usage(message: str, command: str) -> str:
    """What was typed cannot be used by a command, and where help is."""
    return f"{message} Help: {' '.join(['carelog', *command.split(), '--help'])}"


def no_command(message: str, word: str) -> str:
    """The first word is no command: what may have been meant, and the one command to know by heart."""
    meant = f"To note it: carelog mood {word}" if word in ("1", "2", "3", "4", "5") else "All commands: carelog --help"
    return f"{message} {meant}\n{CRISIS_FIRST}"


def typed(name: str) -> str:
    """A name as it is typed in a shell, in quotes where it needs them."""
    if name.isalnum():
        return name
    import shlex

    return shlex.quote(name)


def bug(kind: str, place: str) -> str:
    """Something went wrong that is carelog's own fault; the sentence carries nothing a person wrote."""
    where = f" at {place}" if place else ""
    return (
        f"Something went wrong inside carelog ({kind}{where}). That is a mistake in carelog, not yours. "
        "What was saved before is safe. “carelog crisis” works all the same."
    )


def not_shown(reason: str) -> str:
    """The answer could not be printed, but the work is done."""
    return f"The answer could not be printed ({reason or 'no reason given'}). What you asked for was done."


# --- days and times


def day_name(day: date) -> str:
    """A day in words, such as Monday 3 November 2025."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def short_day(day: date) -> str:
    """A day in a few letters, such as Mon 3 Nov."""
    return f"{day:%a} {day.day} {day:%b}"


def counted_for(day: date, starts_at: time) -> str:
    """An answer given in the small hours says which day it went to."""
    return f"Noted for {short_day(day)}; before {starts_at:%H:%M} counts as {day:%A}."


def skipped_time(asked: str, used: str) -> str:
    """The clocks jumped over the time that was given."""
    return f"The clocks skipped {asked} that day, so it is noted as {used}."


def repeated_time(asked: str) -> str:
    """The clocks showed the time that was given twice."""
    return f"{asked} came twice that day; the first is meant."


FUTURE = "That time has not come yet. An entry is about now or earlier."

# --- noting

ASK_MOOD = "How are you, 1 to 5 ({words})?"
ASK_FEELINGS = "Words for it, with commas between them (Enter skips)"
ASK_NOTE = "A few words (Enter skips)"
NO_SCORE = "A mood begins with a number from 1 to 5 or its word, such as: carelog mood 4 a few words"
NOTHING_TO_NOTE = "There was nothing to note, so nothing was saved."
HARD = "That sounds hard."
PRIVATE = "Kept out of every export. Anyone who opens this journal can read it."
IN_SHELL_HISTORY = (
    "These words may stay in your shell's history. To keep words out of it, use “carelog mood” alone, or --edit."
)
NO_TRACKER_READINGS = "A reading is written name=number, such as: carelog track sleep=7.5"


def noted(what: str, clock: str, handle: str) -> str:
    """An entry is saved: what it is, when, and how to find it again."""
    return f"Noted {what}, {clock} [{handle}]."


def noted_hard(clock: str, handle: str) -> str:
    """An entry with the lowest score is saved."""
    return f"Noted. {HARD} {clock} [{handle}]"


def noted_for(day: date) -> str:
    """Which other day it was noted for."""
    return f"It is kept with {day_name(day)}."


def changed(handle: str) -> str:
    """An entry has a new version."""
    return f"Changed [{handle}]. “carelog undo” takes it back."


ASK_UNIT = "Its unit, such as h (Enter skips)"


def make_tracker(name: str) -> str:
    """An unknown tracker can be made on the way."""
    return f"There is no tracker “{name}” yet. Make it?"


# --- deleting, undoing


def ask_delete(what: str) -> str:
    """A delete is final, and backups are not touched."""
    return f"Delete {what} for good? It cannot be undone. Backups keep the words."


def deleted(count: int) -> str:
    """Something was deleted."""
    return f"Deleted {count}. Backups made before still hold the words."


NOT_DELETED = "Nothing was deleted."
NEEDS_YES = "To do this without being asked, add --yes."


def taken_back(nouns: list[str]) -> str:
    """Undo took something back."""
    return f"Taken back: {', '.join(nouns)}."


# --- writing in an editor

NEEDS_DASH = "To read the text from standard input, write - in its place."


def draft_kept(draft: Path) -> str:
    """Writing was interrupted; the words are not gone."""
    return f"What you wrote is kept in {draft}"


def editor_failed(number: int) -> str:
    """The editor ended with an error."""
    return f"The editor closed with an error ({number}), so nothing was noted."


def no_editor(name: str) -> str:
    """The editor that is set cannot be started."""
    return f"“{name}” could not be started. Set EDITOR to an editor you have, such as nano."


# --- trackers

NEEDS_NAME = "Write its name, as the help shows."
ASK_TRACKER = "What do you want to watch, such as sleep?"
ASK_LOWEST = "The lowest possible number (Enter skips)"
ASK_HIGHEST = "The highest possible number (Enter skips)"
NO_TRACKERS = "There are no scales yet. Make one with: carelog tracker add sleep --unit h"


def tracker_made(name: str) -> str:
    """A tracker can be used now."""
    return f"Made “{name}”. Note a reading with: carelog track {typed(name)}=5"


def put_away(name: str) -> str:
    """A tracker or routine is archived."""
    return f"“{name}” is put away. What was noted stays."


# --- reading


def log_takes_no_words(words: str) -> str:
    """A number after log was probably meant as a mood, words as something to look for."""
    if words[:1].isdecimal():
        return f"log lists entries and takes no words. To note it: carelog mood {words.split(maxsplit=1)[0]}"
    return f"log lists entries. To look for words: carelog log --search {typed(words)}"


NOUNS = {
    "entries": "an entry",
    "trackers": "a tracker",
    "contacts": "a contact",
    "routines": "a routine",
    "ticks": "a tick",
    "pauses": "a pause",
}


def name_taken(noun: str, name: str) -> str:
    """Something has that name; `noun` comes with its article."""
    return f"There is {noun} “{name}” already."


# --- contacts

ASK_CONTACT = "Their name"
ASK_PHONE = "A number to call (Enter skips)"
ASK_HOURS = "When can they be reached (Enter skips)"
ASK_ON_CARD = "Place on the crisis card, from 1; 0 for not on it"
ASK_SAY = "What could you say when you call (Enter skips)"
CARD_PLACE = "The place is a number from 1; 0 leaves them off the card."
NO_CONTACTS = "Nobody is here yet. Add someone you trust: carelog contact add"


def contact_added(name: str, *, on_card: bool) -> str:
    """Someone was added."""
    if on_card:
        return f"Added {name}. They are on your crisis card: carelog crisis"
    return f"Added {name}. To have them on your crisis card: carelog contact edit {typed(name)} --crisis 1"


def contact_changed(name: str) -> str:
    """A contact has a new version."""
    return f"Changed {name}. “carelog undo” takes it back."


# --- pages

WELCOME_BACK = "Welcome back."
NOTHING_TODAY = "Nothing is noted today yet."
NO_ENTRIES = "No entries here."
NO_ENTRY = "no entry"
NOTHING_THAT_WEEK = "Nothing is noted in this week."
PRIVATE_WORDS = "(private)"
TWO_WEEKS = "two weeks"
MOOD = "mood"
WORDS = "words"


STATE_WORDS = {
    "open": "nothing noted",
    "partly": "partly",
    "done": "done",
    "small": "small version",
    "skipped": "skipped",
}
OPEN = "open"


def day_and_number(day: date) -> str:
    """A day of a week that is known, such as Mon 16."""
    return f"{day:%a} {day.day}"


def week_title(number: int, first: date, last: date) -> str:
    """A week's number and its days, such as Week 47, 16 to 22 November 2026."""
    year = f" {first.year}" if first.year != last.year else ""
    month = f" {first:%B}" if year or first.month != last.month else ""
    return f"Week {number}, {first.day}{month}{year} to {last.day} {last:%B} {last.year}"


def levels(lowest: int, highest: int) -> str:
    """How far a day went, such as 2 to 5; nothing where one number says it all."""
    return f"{lowest} to {highest}" if lowest != highest else ""


def day_range(lowest: int, highest: int, entries: int) -> str:
    """How far a day went, and how much was noted; nothing where one number says it all."""
    parts = [levels(lowest, highest), f"{entries} entries" if entries > 1 else ""]
    return ", ".join(part for part in parts if part)


def days_noted(days: int, of: int) -> str:
    """On how many days something was noted."""
    return f"Entries on {days} of {of} {'day' if of == 1 else 'days'}."


def on_pause(last: date | None) -> str:
    """A pause runs, which medicine does not take part in."""
    end = f"until {short_day(last)}" if last else "until you say “carelog resume”"
    return f"On pause {end}. Only medicine is listed."


def stock_left(name: str, left: str) -> str:
    """How much of a medicine is left, when it is time to think of a refill."""
    return f"{name}: {left} left."


def more_entries(count: int) -> str:
    """A page shows fewer entries than the day has."""
    return f"and {count} earlier: carelog log"


def more_routines(count: int) -> str:
    """A page shows fewer routines than the day has."""
    return f"and {count} more: carelog today --plain"


def comes_at(clock: time, *, later: bool) -> str:
    """The time of day that something open is meant for; it has come already unless it comes `later`."""
    return f"at {clock:%H:%M}" if later else f"from {clock:%H:%M}"


def or_small(small: str) -> str:
    """The smallest version counts too."""
    return f"or small: {small}"


def kept_count(kept: int, due: int | None) -> str:
    """How often a routine was kept, of how often it was due where that is known; nothing is said of never."""
    if kept == 0:
        return ""
    if due is not None and kept <= due:
        return f"{kept} of {due}"
    return "once" if kept == 1 else f"{kept} times"


NOTHING_LISTED = "Nothing is listed here yet."


# --- routines and ticks

ONLY_MEDICINE = "A dose or a stock belongs to a medicine: carelog routine add NAME --kind medicine"
NO_SMALL_MEDICINE = "A medicine has no small version. To note that you left it out today: carelog skip"
ASK_ROUTINE = "What is it called"
ASK_EVERY = "How often: daily, mon,wed,fri, 3/week, 2/day, every 3 days, as-needed"
ASK_AT = "At which time of day, such as 08:00 (Enter skips)"
ASK_SMALL = "The smallest version that counts on a hard day (Enter skips)"
ASK_WHY = "What it is for (Enter skips)"
ASK_AGAIN = "Note it once more?"
NEEDS_AGAIN = "To note it once more, add --again."
NO_ROUTINES = "Nothing comes round yet. Add something small: carelog routine add walk"


def routine_added(name: str) -> str:
    """A routine comes round from today."""
    return f"Added “{name}”. When it is done: carelog done {typed(name)}"


def routine_changed(name: str) -> str:
    """A routine has a new version."""
    return f"Changed “{name}”. “carelog undo” takes it back."


def already_noted(name: str, clock: str) -> str:
    """A routine of once a day is noted a second time."""
    return f"Already noted {clock}: {name}."


def ticked(names: list[str], clock: str, *, small: bool) -> str:
    """Routines are noted as done."""
    return f"Noted {', '.join(names)}{', the small version' if small else ''}, {clock}."


def skipped(names: list[str]) -> str:
    """Routines are left out today, which is fine."""
    return f"Skipped: {', '.join(names)}."


def last_time(name: str, day: date, clock: str, state: str, ago: int) -> str:
    """When a routine was last noted."""
    when = {0: "today", 1: "yesterday"}.get(ago, f"{ago} days ago")
    return f"{name}: {state} {when}, {day_name(day)}, {clock}."


def never_noted(name: str) -> str:
    """Nothing is noted of a routine yet."""
    return f"{name}: nothing is noted yet."


PAUSE_ENDS_LATER = "A pause ends on a later day, such as: carelog pause 2w"


def paused(last: date | None, back: date | None) -> str:
    """A pause begins."""
    if last is None or back is None:
        return "Paused. Nothing is due, medicine excepted. When you want to go on: carelog resume"
    return f"Paused up to and with {day_name(last)}; it goes on {day_name(back)}. Medicine stays due."


def resumed(day: date) -> str:
    """A pause is over."""
    return f"Welcome back. From {short_day(day)} on, things come round again."


NOTHING_DUE = "Nothing is due."

# --- backups, restoring, erasing

NO_BACKUPS = "There are no backups yet. Make one with: carelog backup"
NOT_RESTORED = "Nothing was changed."
NOT_ERASED = "Nothing was erased."
ASK_ERASE_AGAIN = "Type “erase” to erase it all"


def backed_up(path: Path, entries: int) -> str:
    """A backup was taken and compared."""
    noun = "entry" if entries == 1 else "entries"
    return f"Backed up {entries} {noun} to {path}. The copy was opened again and compared."


def ask_restore(taken: str, now: dict[str, int], then: dict[str, int]) -> str:
    """What restoring would change."""
    lines = [f"  {name}: {now.get(name, 0)} now, {then[name]} in the backup" for name in then]
    return "\n".join([f"The backup {taken} would take the place of your journal:", *lines, "Restore it?"])


def restored(kept: Path | None) -> str:
    """A backup took the journal's place."""
    return "Restored." + (f" The journal it replaced is kept as {kept}" if kept else "")


def ask_erase(places: list[Path]) -> str:
    """Erasing removes everything carelog keeps on this computer."""
    listed = "\n".join(f"  {place}" for place in places)
    return (
        f"This erases everything carelog keeps here, backups too:\n{listed}\n"
        "It cannot be undone. A disk may keep remnants, and other copies are not touched. Erase it all?"
    )


def erased(count: int) -> str:
    """Everything is gone."""
    return f"Erased {count} files. Helplines still show with: carelog crisis"


# --- settings


SETTINGS_KEPT = "The settings are kept."
COMMENTS_NOT_KEPT = "The file was written anew; its comments are gone. “carelog settings edit” keeps them."
NEEDS_SET = "Without one: carelog settings set, or an editor of yours on the file of carelog settings path."


def setting_changed(key: str, value: str) -> str:
    """A setting has a new value."""
    return f"{key} is now {value or 'not set'}."


# --- the first time

WELCOME = (
    "Welcome. carelog keeps a journal on this computer and nowhere else.\n"
    "A few questions, about a minute. Enter skips any of them."
)
ASK_COUNTRY = "Which country's helplines should your crisis card show (two letters, such as GB)"
ASK_PERSON = "One person you could call on a hard day"
ASK_SHARED = "Do other people use this computer?"
SHARED_ADVICE = (
    "Words typed after a command stay in the shell's history. Use “carelog mood” alone: it asks, and what you "
    "type then is kept in the journal only. docs/privacy.md says what else stays on a shared computer."
)
ASK_SEE_CARD = "Would you like to see your crisis card now?"
READY = "That is all. Note a moment with: carelog mood 4 a few words"
START_NEEDS_TERMINAL = "Nothing is noted yet. Begin with: carelog mood 4 a few words\nIn a crisis: carelog crisis"


# --- a demo

DEMO_YEARS = "Inventing years"


def demo_made(folder: str, first: date, entries: int) -> str:
    """A demo is ready, and how to look around in it; `folder` stands as a shell reads it."""
    return (
        f"{folder} now holds {entries:,} invented entries from {short_day(first)} {first.year} until today. "
        f"Your own journal was not touched.\nLook around: CARELOG_HOME={folder} carelog today"
    )
