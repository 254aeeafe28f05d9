"""A diary for Obsidian and other note apps: a zip of Markdown files, one per day in a folder for each year.

What can be counted or searched by is a property in the front matter; below it every entry is written out in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from carelog.documents.front_matter import Fact, front_matter
from carelog.documents.markdown_text import line
from carelog.documents.markdown_text import quoted as block_quote
from carelog.documents.zip_file import zipped
from carelog.domain.routines.tick import TickState
from carelog.domain.text import fold
from carelog.wording import days as days_words
from carelog.wording.counts import amount
from carelog.wording.files import diary as words
from carelog.wording.lists import listed
from carelog.wording.punctuation import named, quoted

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.mood import MoodWords
    from carelog.domain.routines.routine import Routine
    from carelog.domain.routines.tick import Tick
    from carelog.review.pages.diary import Diary, DiaryDay

_OWN_PROPERTIES = ("date", "mood", "mood word", "feelings", "tags", "done", "small", "skipped")
_OBSIDIAN_PROPERTIES = ("alias", "aliases", "cssclass", "cssclasses", "permalink", "position", "publish", "tag")
_NOT_IN_A_TAG = re.compile(r"[\s!-,.:-@\[-^`{-~]+")


def diary_zip(diary: Diary, moods: MoodWords) -> bytes:
    """The zip, with files such as 2026/2026-11-22.md. The same diary always gives the same bytes."""
    return zipped((f"{day.day.year:04}/{day.day}.md", diary_page(day, moods, diary.units)) for day in diary.days)


def diary_page(day: DiaryDay, moods: MoodWords, units: Mapping[str, str]) -> bytes:
    """The file of one day, UTF-8; `units` are the units of trackers, by name."""
    parts = [f"# {days_words.day_name(day.day)}"]
    for entry in day.entries:
        parts += _entry(entry, moods, units)
    if day.ticks:
        ticks = "\n".join(_tick(routine, tick) for routine, tick in day.ticks)
        parts += [f"## {words.ROUTINES}", ticks]
    text = "\n\n".join(parts)
    return f"{front_matter(_properties(day, moods))}\n{text}\n".encode("utf-8", "replace")


def _properties(day: DiaryDay, moods: MoodWords) -> dict[str, Fact]:
    facts: dict[str, Fact] = {"date": day.day}
    if day.mood is not None:
        facts |= {"mood": day.mood, "mood word": moods.word_in_file(day.mood)}
    facts["feelings"] = _distinct(feeling for entry in day.entries for feeling in entry.feelings)
    facts["tags"] = _distinct(filter(None, (_obsidian_tag(tag) for entry in day.entries for tag in entry.tags)))
    facts |= {"done": day.ticked(TickState.DONE), "small": day.ticked(TickState.SMALL)}
    facts["skipped"] = day.ticked(TickState.SKIPPED)
    taken = {*_OWN_PROPERTIES, *_OBSIDIAN_PROPERTIES}
    return facts | {f"{name} (scale)" if fold(name) in taken else name: each for name, each in day.readings.items()}


def _distinct(texts: Iterator[str]) -> list[str]:
    """The texts without repetition; of those that differ in case only, the last spelling."""
    return list({fold(each): each for each in texts}.values())


def _obsidian_tag(tag: str) -> str:
    """A tag in the characters that Obsidian allows, which must not be digits alone; empty if nothing is left."""
    allowed = _NOT_IN_A_TAG.sub("-", tag).strip("-/")
    return f"_{allowed}" if allowed.isdigit() else allowed


def _entry(entry: Entry, moods: MoodWords, units: Mapping[str, str]) -> Iterator[str]:
    mood = [] if entry.mood is None else [named(str(entry.mood), moods.word(entry.mood))]
    yield f"## {line(listed([entry.at.clock, *mood]))}"
    readings = (named(name, amount(number, units.get(name, ""))) for name, number in entry.readings.items())
    tags = words.tags(entry.tags) if entry.tags else ""
    details = [listed(entry.feelings), listed(readings), tags]
    if any(details):
        yield f"*{line(' · '.join(filter(None, details)))}*"
    if entry.note:
        yield block_quote(entry.note)


def _tick(routine: Routine, tick: Tick) -> str:
    measured = "" if tick.amount is None else amount(tick.amount, routine.unit)
    note = f"  \n  {quoted(line(tick.note))}" if tick.note else ""
    return f"- {line(words.tick(tick.at.clock, routine.name, tick.state.value, measured))}{note}"
