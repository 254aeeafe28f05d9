"""Importing: what was left out of a file and why, what was taken with a remark, and what an import answers.

The sentences about rows hold nothing that was written in a row, because they may end up in logs and bug reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import pgettext, plural
from carelog.wording.counts import amount, figures, grouped
from carelog.wording.days import date_name
from carelog.wording.files.rows import counted_rows
from carelog.wording.lists import listed as in_a_list
from carelog.wording.punctuation import named

if TYPE_CHECKING:
    from datetime import date


# --- rows left out

NO_TIMESTAMP = _("The time cannot be read. It is written as 2025-03-09T21:41:00+01:00.")
NO_FEATURE = _("The row does not say what was tracked.")
SAME_NAME = _("The file holds another one that the app knows by the same name or day. That one is taken.")
NOTHING_WRITTEN_IN_IT = _("There is nothing in it that carelog keeps.")

DAY_IN_RECORDS = _("Records of this day came in from Nomie before. Its numbers are made of theirs, so it is left.")

# --- rows taken

AHEAD = _("By the clock of this computer that time is in the future. It is kept as it is.")
REPEATED = _("The clocks showed this time twice that day. The first is meant.")
ONLY_MIDNIGHTS = _("Every time in the file is midnight. That is read as a day without a time, and noted at noon.")
UNREAD_SCALE = _("A scale could not be read as a number. It stays in the note.")
UNREAD_ACTIVITY = _("An activity cannot be a tag, because it is too long or has no letters. It stays in the note.")
UNKNOWN_PROPERTY = _("carelog does not know every line at the head of a day. What it does not know stays in the notes.")
NO_MOOD_GROUP = _("The mood of this entry is not among the moods of the backup. The rest of it is taken.")

READ_IN_ORDER = {
    "dmy": _("In dates such as 13/3/25 the day was read first. No other order fits all of them."),
    "mdy": _("In dates such as 3/13/25 the month was read first. No other order fits all of them."),
    "ymd": _("In dates such as 25-03-13 the year was read first. No other order fits all of them."),
}
WITHOUT_HEADING = _("The file has no heading. Its columns were read in the order in which Daylio writes them.")
READ_SINCE_1970 = _("Dates that are one long number were read as time since 1970, as programs count it, on your clock.")

# --- the answers of import, imports and import-undo

MOST_LISTED = 20
"""The most things that a list in it names."""

NOTHING_FOUND = _("No entry was found in the file.")
SAMPLE = _("The latest of them:")
LEFT_OUT = _("Left out:")
WITH_REMARK = _("Taken, with a remark:")
NEW_ROUTINES = _("Routines in it:")
NEW_SCALES = _("Scales that come with them:")
NOT_APPLIED = _("Nothing was written. Add --apply to take this in.")
NOT_WRITTEN = _("Nothing was written.")
NOTHING_NEW = _("Everything in this file was in your journal already. Nothing was changed.")
PLACE_MOODS = _("Your own words for moods, which only you can rate. Give each a number from 1 (lowest) to 5 (highest):")
FILE_STAYS = _(
    "The file itself stays where it is. Delete it when you no longer need it: anyone who finds it can read it."
)
NO_IMPORTS = _("Nothing was imported yet. Try: carelog import FILE")
NOT_TAKEN_BACK = _("Nothing was taken back.")

_LONGEST_NAMED = 40
_PLACES = {
    "line": _("line {number}: {remark}"),
    "row": _("row {number}: {remark}"),
    "entry": _("entry {number}: {remark}"),
    "file": _("file {number}: {remark}"),
}
_LEFT_BEHIND = {
    "goals": _("Goals ({number} in the file) cannot be taken along. They stay in the other app."),
    "scores": _("Scores ({number} in the file) cannot be taken along. They stay in the other app."),
    "coordinates": _("Coordinates ({number} in the file) cannot be taken along. They stay in the other app."),
    "writing templates": _(
        "Writing templates ({number} in the file) cannot be taken along. They stay in the other app."
    ),
    "photos and recordings": _(
        "Photos and recordings ({number} in the file) cannot be taken along. They stay in the other app."
    ),
    "recordings and attachments": _(
        "Recordings and attachments ({number} in the file) cannot be taken along. They stay in the other app."
    ),
    "sentiment scores": _("Sentiment scores ({number} in the file) cannot be taken along. They stay in the other app."),
    "times of sun and moon": _(
        "Times of sun and moon ({number} in the file) cannot be taken along. They stay in the other app."
    ),
    "groups": _("Groups ({number} in the file) cannot be taken along. They stay in the other app."),
    "other tables of the backup": _(
        "Other tables of the backup ({number} in the file) cannot be taken along. They stay in the other app."
    ),
}

# --- files as a whole

OLDER_ENCODING = _(
    "The file is not UTF-8. It was read as Windows-1252; look at letters such as é before you take it in."
)
READING = _("Reading")
SAVING = _("Saving")

COLUMNS = (_("handle"), _("when"), pgettext("an app", "from"), _("brought"), _("days"))


def before_the_first(lines: int) -> str:
    """Words before the first date of a file are kept; `lines` is how many lines of it they fill, from the first."""
    return plural(
        lines,
        "There are words before the first date in the file (line 1). They are kept as a note on the day of that date.",
        "There are words before the first date in the file (lines 1 to {number}). They are kept as a note on "
        "the day of that date.",
        number=grouped(lines),
    )


def days_in_table(days: int) -> str:
    """Days of an app came in as sums before, and would be there once more as records."""
    return plural(
        days,
        "{number} day came in from Nomie's table by days before. To have its numbers once, take that import back: "
        "carelog import list",
        "{number} days came in from Nomie's table by days before. To have their numbers once, take that import back: "
        "carelog import list",
        number=grouped(days),
    )


def skipped(asked: str, used: str) -> str:
    """The time of a row does not exist, because the clocks were put forward."""
    return _("The clocks skipped {asked} that day, so it is kept as {used}.").format(asked=asked, used=used)


def pictures_left(count: int) -> str:
    """Photos are not imported."""
    return plural(
        count,
        "{number} photo is not taken along: carelog keeps words.",
        "{number} photos are not taken along: carelog keeps words.",
        number=grouped(count),
    )


def ticks_of_deleted_tracks(count: int) -> str:
    """Ticks whose track is no longer in the database are not imported."""
    return plural(
        count,
        "{number} tick is left, because its track was deleted in the other app.",
        "{number} ticks are left, because their tracks were deleted in the other app.",
        number=grouped(count),
    )


def other_files_left(count: int) -> str:
    """Files of a folder of days whose names are no days are not imported."""
    return plural(
        count,
        "{number} other file is left, because its name is no day.",
        "{number} other files are left, because their names are no days.",
        number=grouped(count),
    )


def export_beside(name: str, file_format: str) -> str:
    """A file beside what was read is an export by itself, in a format that carelog reads."""
    template = _(
        "The file “{name}” beside it is an export too ({format}). It was not read: import that file by itself."
    )
    return template.format(name=name[:_LONGEST_NAMED], format=file_format)


def files_without_entries(count: int) -> str:
    """Files beside those with entries hold none."""
    return plural(
        count,
        "{number} other file is left, because no entry was found in it.",
        "{number} other files are left, because no entry was found in them.",
        number=grouped(count),
    )


def unknown_column(name: str) -> str:
    """The file has a column that this version does not know; its texts go into the notes."""
    return _("carelog does not know the column “{name}”. What it holds stays in the notes.").format(
        name=name[:_LONGEST_NAMED]
    )


def unknown_field(name: str) -> str:
    """The entries have a field that this version does not know."""
    template = _("carelog does not know “{name}” of the entries. It stays in the other app; its CSV may hold it too.")
    return template.format(name=name[:_LONGEST_NAMED])


def unknown_part(name: str) -> str:
    """The entries have a part that this version does not know; its texts go into the notes."""
    return _("carelog does not know “{name}”. What it holds stays in the notes.").format(name=name[:_LONGEST_NAMED])


def left_behind(count: int, what: str) -> str:
    """Things that carelog cannot import."""
    return _LEFT_BEHIND[what].format(number=grouped(count))


def at_place(remark: str, number: int, counted: str) -> str:
    """A remark about a line, row or entry of the file, which one being `counted`."""
    return _PLACES[counted].format(number=number, remark=remark)


def found(count: int, new: int, kind: str = "entries") -> str:
    """How many things of a kind the file holds, and how many of them are new."""
    template = _("{things} in the file: {new} new, {known} in your journal already.")
    return template.format(things=counted_rows(kind, count), new=grouped(new), known=grouped(count - new))


def period(first: date, last: date) -> str:
    """The days that the file is about."""
    if first == last:
        return _("{day}.").format(day=date_name(first))
    return _("{first} to {last}.").format(first=date_name(first), last=date_name(last))


def scale(name: str, highest: float | None, unit: str) -> str:
    """A scale that comes with the entries: from 0 to its highest number where it has one, and its unit."""
    if highest is not None:
        return _("{name}, 0 to {highest}").format(name=name, highest=amount(highest, unit))
    return _("{name}, {unit}").format(name=name, unit=unit) if unit else _("{name}, a number").format(name=name)


def routine(name: str, how_often: str, target: float | None, unit: str) -> str:
    """A routine that comes with the file, with its target where it has one."""
    return in_a_list([name, how_often, amount(target, unit)] if target else [name, how_often])


def reading(name: str, number: float) -> str:
    """A reading of an entry."""
    return named(name, figures(number))


def taken_in(new: Mapping[str, int]) -> str:
    """The import was applied."""
    return _("Taken in: {things}.").format(things=listed(new))


def can_be_taken_back(handle: str) -> str:
    """How to undo the import."""
    return _("To take it back: carelog import undo {handle}").format(handle=handle)


def backed_up(place: object) -> str:
    """A backup was taken before anything was added."""
    return _("Before that your journal was copied to {place}.").format(place=place)


def named_moods(unknown: Mapping[str, int]) -> str:
    """The moods without a score and how many entries have each, on one line."""
    names = [
        _("“{name}” ({count})").format(name=name, count=count) for name, count in islice(unknown.items(), MOST_LISTED)
    ]
    rest = len(unknown) - len(names)
    return in_a_list([*names, and_more(rest)] if rest else names)


def map_option(name: str) -> str:
    """The option that places a mood, as it is typed in a shell once the number is there."""
    from shlex import quote

    return _("--map {name}=NUMBER").format(name=quote(name))


def command_with_columns(name: str, columns: Mapping[str, str]) -> str:
    """The command that imports a file of a format and says what columns hold, by purpose, as it is typed in a shell."""
    from shlex import join

    options = [word for field, column in columns.items() for word in ("--column", f"{field}={column}")]
    return join(["carelog", "import", name, "FILE", *options])


def ask_score(name: str, count: int, words: str) -> str:
    """A question for the score of a mood of the person's own."""
    template = _("Which number fits “{name}” ({entries}), 1 to 5 ({words})?")
    return template.format(name=name, entries=entries(count), words=words)


def and_more(count: int) -> str:
    """A list was cut short."""
    return plural(count, "and {count} more; --json lists them all", "and {count} more; --json lists them all")


def entries(count: int) -> str:
    """A number of entries, such as 2 entries."""
    return counted_rows("entries", count)


def listed(counts: Mapping[str, int]) -> str:
    """Numbers of things by kind, such as 2 entries, 1 tick; those that are 0 are left out."""
    return in_a_list(counted_rows(kind, count) for kind, count in counts.items() if count) or _("nothing")


def ask_take_back(source: str, brought: str) -> str:
    """A question before an import is undone."""
    template = _(
        "Take back what came from {source} ({brought})? What you edited since stays, and the file can be imported "
        "again."
    )
    return template.format(source=source, brought=brought)


def taken_back(removed: str, kept: int) -> str:
    """An import was undone; `kept` rows stayed."""
    gone = _("Taken back: {things}.").format(things=removed)
    if not kept:
        return gone
    stayed = plural(
        kept,
        "{number} stays, because you changed or used it since.",
        "{number} stay, changed or used by you since.",
        number=grouped(kept),
    )
    return f"{gone} {stayed}"
