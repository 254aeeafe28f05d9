"""Importing: what was left out of a file and why, what was taken with a remark, and what an import answers.

The sentences about rows hold nothing that was written in a row, because they may end up in logs and bug reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from carelog.language import gettext as _
from carelog.wording.lists import listed as in_a_list

# --- rows left out

NO_TIMESTAMP = "The time cannot be read. It is written as 2025-03-09T21:41:00+01:00."
NO_FEATURE = "The row does not say what was tracked."
BEFORE_THE_FIRST = "Words stand before the first date in the file. They belong to no entry, so they are left."
SAME_NAME = "The file holds another one that the app knows by the same name or day. That one is taken."
NOTHING_WRITTEN_IN_IT = "There is nothing in it that carelog keeps."

# --- rows taken

AHEAD = "The time has not come yet on this computer. It is kept as it is."
REPEATED = "The clocks showed this time twice that day. The first is meant."
UNREAD_SCALE = "A scale could not be read as a number. It stays in the note."
UNREAD_ACTIVITY = "An activity cannot be a tag, because it is too long or has no letters. It stays in the note."
NO_MOOD_GROUP = "The mood of this entry is not among the moods of the backup. The rest of it is taken."

# --- the answers of import, imports and import-undo

MOST_LISTED = 20
"""The most things that a list in it names."""

NOTHING_FOUND = "No entry was found in the file."
SAMPLE = "The latest of them:"
LEFT_OUT = "Left out:"
WITH_REMARK = "Taken, with a remark:"
NEW_ROUTINES = "Routines in it:"
NEW_SCALES = "Scales that come with them:"
NOT_APPLIED = "Nothing was written. Add --apply to take this in."
NOTHING_NEW = "Everything in this file was in your journal already. Nothing was changed."
PLACE_MOODS = (
    "Moods of your own, which carelog does not place by guessing. Give each a number from 1 (lowest) to 5 (highest):"
)
FILE_STAYS = "The file itself stays where it is. Delete it when you no longer need it: anyone who finds it can read it."
NO_IMPORTS = "Nothing was imported yet. Try: carelog import FILE"
NOT_TAKEN_BACK = "Nothing was taken back."

_ONE = {"entries": "entry", "routines": "routine", "ticks": "tick", "trackers": "tracker"}

# --- files as a whole

OLDER_ENCODING = _(
    "The file is not UTF-8. It was read as Windows-1252; look at letters such as é before you take it in."
)
READING = _("Reading")
SAVING = _("Saving")

_FORMATS = {
    "loop": _("Loop Habit Tracker, HabitBull"),
    "daylio": _("a Daylio CSV export or backup"),
    "jrnl": _("a journal of jrnl: JSON, text, YAML or a folder"),
    "dayone": _("a Day One JSON export or its zip"),
    "pixels": _("a Pixels backup"),
    "emoods": _("an eMoods table or backup"),
    "bearable": _("a Bearable table"),
    "nomie": _("a Nomie backup or table"),
    "howwefeel": _("a How We Feel table"),
    "trackandgraph": _("Track & Graph's CSV"),
    "csv": _("any table, with --column"),
}


def skipped(asked: str, used: str) -> str:
    """The time of a row does not exist, because the clocks were put forward."""
    return f"The clocks skipped {asked} that day, so it is kept as {used}."


def bearable_mood(amount: str) -> str:
    """A mood of Bearable, kept as text because its file does not say whether the scale goes to 5 or 10."""
    return f"Bearable mood {amount}"


def pictures_left(count: int) -> str:
    """Photos are not imported."""
    return f"{'1 photo is' if count == 1 else f'{count:,} photos are'} not taken along: carelog keeps words."


def unknown_column(name: str) -> str:
    """The file has a column that this version does not know; its texts go into the notes."""
    return f"carelog does not know the column “{name[:40]}”. What it holds stays in the notes."


def unknown_field(name: str) -> str:
    """The entries have a field that this version does not know."""
    return f"carelog does not know “{name[:40]}” of the entries. It stays in the other app; its CSV may hold it too."


def left_behind(count: int, what: str) -> str:
    """Things that carelog cannot import."""
    return f"carelog has no place for {what} ({count:,} in the file). They stay in the other app."


def found(count: int, new: int, kind: str = "entries") -> str:
    """How many things of a kind the file holds, and how many of them are new."""
    return f"{_counted(count, kind)} in the file: {new:,} new, {count - new:,} in your journal already."


def taken_in(new: Mapping[str, int]) -> str:
    """The import was applied."""
    return f"Taken in: {listed(new)}."


def can_be_taken_back(handle: str) -> str:
    """How to undo the import."""
    return f"To take it back: carelog import-undo {handle}"


def backed_up(place: object) -> str:
    """A backup was taken before anything was added."""
    return f"Before that your journal was copied to {place}."


def named_moods(unknown: Mapping[str, int]) -> str:
    """The moods without a score and how many entries have each, on one line."""
    names = [f"“{name}” ({count})" for name, count in islice(unknown.items(), MOST_LISTED)]
    rest = len(unknown) - len(names)
    return ", ".join([*names, and_more(rest)] if rest else names)


def map_option(name: str) -> str:
    """The option that places a mood, as it is typed in a shell once the number is there."""
    from shlex import quote

    return f"--map {quote(name)}=NUMBER"


def ask_score(name: str, count: int, words: str) -> str:
    """A question for the score of a mood of the person's own."""
    return f"Where does “{name}” ({entries(count)}) stand, 1 to 5 ({words})?"


def and_more(count: int) -> str:
    """A list was cut short."""
    return f"and {count} more; --json lists them all"


def entries(count: int) -> str:
    """A number of entries, such as 2 entries."""
    return _counted(count, "entries")


def listed(counts: Mapping[str, int]) -> str:
    """Numbers of things by kind, such as 2 entries, 1 tick; those that are 0 are left out."""
    return ", ".join(_counted(count, kind) for kind, count in counts.items() if count) or "nothing"


def ask_take_back(source: str, brought: str) -> str:
    """A question before an import is undone."""
    stays = "What you edited since stays, and the file can be imported again."
    return f"Take back what came from {source} ({brought})? {stays}"


def taken_back(removed: str, kept: int) -> str:
    """An import was undone; `kept` rows stayed."""
    gone = f"Taken back: {removed}."
    if not kept:
        return gone
    stayed = "1 stays, because you changed or used it" if kept == 1 else f"{kept:,} stay, changed or used by you"
    return f"{gone} {stayed} since."


def _counted(count: int, kind: str) -> str:
    """A number of rows; the kind is the name of their table."""
    one = _ONE.get(kind, kind)
    return f"1 {one}" if count == 1 else f"{count:,} {kind}"


def listed_formats(names: Iterable[str]) -> str:
    """The formats that can be imported, by their names on the command line."""
    return in_a_list(_("{name} ({title})").format(name=name, title=_FORMATS[name]) for name in names)
