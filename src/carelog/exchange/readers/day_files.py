"""A folder, or a zip file, with a text or Markdown file for each day, as Obsidian, Logseq and many others keep diaries.

The name of the file is the day. The text is the note; the properties at its head (files/properties.py) are the mood,
words, numbers and further lines. Source: the documentation of Obsidian and Logseq, and public folders of day files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice

from carelog.domain.text import clean_line, fold
from carelog.errors import RefusedFile
from carelog.exchange.files.archive import Archive, is_zip, names
from carelog.exchange.files.media import is_media, media_left
from carelog.exchange.files.midnight import day_at_midnight
from carelog.exchange.files.properties import is_key, split_properties
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.source import decoded
from carelog.exchange.files.written_days import Order, read_when
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import LONGEST_WORD, ONE_DAY_AHEAD, ImportRecord, batch_from_records
from carelog.exchange.pipeline.order_of_dates import order_given
from carelog.exchange.readers.day_names import NamedDay, days_in, is_hidden, open_days, order_in
from carelog.exchange.readers.jrnl.journal import is_journal_text
from carelog.exchange.readers.unknown_parts import MOST_NAMED
from carelog.wording.files import imports as words

SOURCE = "dayfiles"

_LOOKED_AT = 3
"""So many files are looked at, whether they are those of a journal of jrnl."""
_LONGEST_NAME = 40
_TAGS, _FEELINGS, _TITLE, _MOOD = {"tags", "tag"}, {"feelings", "feeling", "emotions", "emotion"}, "title", "mood"
_TIMES = {"date", "day", "time"}
_CALENDAR = {"year", "month", "week", "quarter", "weekday", "id", "day", "date", "created", "modified", "updated"}
"""Numbers of these names are no readings."""
_SCORES = {f"{score}{end}": score for score in range(1, 6) for end in ("", ".0", "/5")}
_NUMBER = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?(?:\s*/\s*\d{1,6}|\s?h)?|\d{1,3}\s?h\s?[0-5]?\d\s?m(?:in)?")
_TAG = re.compile(r"(?<!\S)#([\w/-]*[^\W\d_][\w/-]*)")
_CODE = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)


def is_day_files(content: bytes) -> bool:
    """Whether a zip file has files that are called as days, and they are no journal of jrnl."""
    if not is_zip(content):
        return False
    inside = names(content)
    days = days_in(inside)
    if not days:
        return bool(open_days(inside))
    archive = Archive(content)
    return not any(is_journal_text(archive.read(each.name)) for each in islice(days, _LOOKED_AT))


def read_day_files(content: bytes, context: ImportContext) -> ImportBatch:
    """Read an entry from each file whose name is a day, with ids made of the day and of what its name says beside it.

    Raises RefusedFile when there is no such file, it is one file and no folder, the zip file is damaged, or it is open
    which number in a name is the day.
    """
    if not is_zip(content):
        raise RefusedFile("imports.day-file-alone")
    archive = Archive(content)
    order, remarks = _order(archive.names, context)
    days = days_in(archive.names, order)
    if not days:
        raise RefusedFile("imports.day-files-without-days")
    return _Reader(days).batch(archive, context, remarks)


def _order(inside: Iterable[str], context: ImportContext) -> tuple[Order | None, list[Remark]]:
    """The order of day and month in names, as the person says or the only that fits, and a remark where it was found.

    Raises RefusedFile where a name needs one and several fit.
    """
    given = order_given(context.columns)
    unsure = open_days(inside, given)
    if not unsure:
        return given, []
    found = None if given else order_in(inside, context.clock.now().local.date() + ONE_DAY_AHEAD)
    if found is None:
        raise RefusedFile("imports.order-of-names-open", name=clean_line(unsure[0].rpartition("/")[2])[:_LONGEST_NAME])
    return found, [Remark(0, words.READ_IN_ORDER[found.value])]


@dataclass(slots=True)
class _Page:
    """What one file says."""

    text: list[str]
    mood: str = ""
    tags: list[str] = field(default_factory=list)
    feelings: list[str] = field(default_factory=list)
    readings: list[str] = field(default_factory=list)
    when: datetime | None = None


class _Reader:
    """Reads the files of all days, whose moods together say whether they are numbers from 1 to 5."""

    def __init__(self, days: list[NamedDay]) -> None:
        self._days = days
        self._same = Counter(_shared(each) for each in days)
        self._unknown: dict[str, None] = {}
        self._remarks: dict[str, None] = {}

    def batch(self, archive: Archive, context: ImportContext, remarks: Iterable[Remark]) -> ImportBatch:
        """The entries of all files."""
        pages = [self._page(each, archive) for each in self._days]
        moods = {page.mood for page in pages if isinstance(page, _Page)} - {""}
        scores = _SCORES if moods <= _SCORES.keys() else {}
        records = [
            self._record(number, day, page, scores) if isinstance(page, _Page) else Remark(number, page)
            for number, (day, page) in enumerate(zip(self._days, pages, strict=True), start=1)
        ]
        remarks = [*remarks, *self._left(archive.names), *(Remark(0, each) for each in self._remarks)]
        remarks += [Remark(0, words.unknown_part(name)) for name in list(self._unknown)[:MOST_NAMED]]
        return batch_from_records(
            SOURCE,
            context,
            records,
            remarks=remarks,
            counted="file",
            moods_are_numbers=bool(moods),
            has_other_formats=True,  # a file has another id once another folder has one of its name
        )

    def _page(self, day: NamedDay, archive: Archive) -> _Page | str:
        """What a file says, or the reason why it cannot be read."""
        try:
            file = decoded(archive.read(day.name))
        except RefusedFile as reason:
            return words.NOTHING_WRITTEN_IN_IT if reason.key == "imports.file-empty" else reason.message
        if file.remark:
            self._remarks[file.remark] = None
        properties, body = split_properties(file.text.replace("\r\n", "\n"))
        page = _Page([], tags=_TAG.findall(_CODE.sub("", body)))
        further = [line for name, values in properties.items() for line in self._placed(page, day.day, name, values)]
        title = [each for each in (day.title, *page.text) if each and each not in body]
        page.text = [*title, body.strip("\n").rstrip(), *further]
        return page

    def _placed(self, page: _Page, day: date, name: str, values: list[str]) -> Iterator[str]:
        """Put a property where it belongs in a page; what has no place comes back as a line of its own."""
        has_lines = not name or any("\n" in each for each in values)
        key, text = fold(name), ("\n" if has_lines else ", ").join(values)
        if key in _TAGS:
            page.tags[:0] = _words(values, blanks=True)
        elif key in _FEELINGS or (key == _MOOD and len(values) > 1):
            page.feelings += _words(values, blanks=False)
        elif key == _MOOD and len(text) <= LONGEST_WORD and not has_lines:
            page.mood = text
        elif key == _TITLE:
            page.text.append(text)
        elif key in _TIMES and (when := _when(day, key, text)):
            page.when = when if isinstance(when, datetime) else page.when
        elif name and key not in _CALENDAR and len(values) == 1 and _NUMBER.fullmatch(text):
            page.readings.append(f"{name}: {text}")
        elif text:
            self._tell(name)
            yield f"{name}: {text}" if name else text

    def _tell(self, name: str) -> None:
        """Keep a remark about a property that has no place; words of a note are in none."""
        if is_key(name):
            self._unknown[name] = None
        else:
            self._remarks[words.UNKNOWN_PROPERTY] = None

    def _record(self, number: int, day: NamedDay, page: _Page, scores: Mapping[str, int]) -> ImportRecord | Remark:
        text = [each for each in page.text if each]
        if not (text or page.mood or page.tags or page.feelings or page.readings):
            return Remark(number, words.NOTHING_WRITTEN_IN_IT)
        mood = scores.get(page.mood, page.mood) or None
        shared = _shared(day)
        identity = shared if self._same[shared] == 1 else (*shared, fold(day.folder))
        return ImportRecord(
            number, page.when or day.day, "", mood, text, page.feelings, page.tags, page.readings, ("day", *identity)
        )

    def _left(self, all_names: Iterable[str]) -> list[Remark]:
        """How many photos, recordings and other files are left."""
        read = {each.name for each in self._days}
        others = [name for name in all_names if name not in read and not is_hidden(name)]
        further = sum(not is_media(name) for name in others)
        return [*media_left(others), *([Remark(0, words.other_files_left(further))] if further else [])]


def _shared(day: NamedDay) -> tuple[str, str]:
    """What files of one day and name in several folders have in common."""
    return day.day.isoformat(), fold(day.title)


def _words(values: Iterable[str], *, blanks: bool) -> list[str]:
    """The words of a property: between commas, or between blanks where `blanks` can separate them."""
    pieces = [each for value in values for each in value.split(",")]
    if blanks:
        pieces = pieces if len(pieces) > 1 else [each for piece in pieces for each in piece.split()]
    return [piece.strip().removeprefix("#") for piece in pieces if piece.strip()]


def _when(day: date, key: str, text: str) -> datetime | date | None:
    """The time that a property gives the day of the file, or the day where it says no more; None for anything else."""
    when = read_when(f"{day} {text}" if key == "time" else text, None)
    if isinstance(when, datetime):
        when = (when.date(), when.time().replace(tzinfo=None))
    if when is None or when[0] != day:
        return None
    return day_at_midnight(datetime.combine(day, when[1])) if when[1] else day
