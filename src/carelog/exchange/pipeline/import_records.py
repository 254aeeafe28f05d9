"""Turn the records of any app into entries with stable ids, so that a second import adds nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from carelog.clock import Resolution
from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.text import checked_name
from carelog.domain.time.days import FIRST_YEAR, LAST_YEAR, Moment
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.files.midnight import are_only_midnights
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.daylio_moods import MoodScores
from carelog.exchange.pipeline.earlier_imports import FoundEntry, by_instant, by_minute, by_older_id
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.scales import Reading, Scales
from carelog.wording.files import imports as words

NOON = time(12)
"""The time of a record that has only a day."""
YEARS = range(FIRST_YEAR, LAST_YEAR)
"""The years in which every time zone can be resolved."""
ONE_DAY_AHEAD = timedelta(days=1)
"""How far in the future a record may be: travelling can change the clock by so much."""
MOST_RECORDS = 200_000
"""The most records of a file: more than fifty years with ten a day have."""
LONGEST_WORD = 60
"""The most characters of a feeling or a tag."""


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One record of another app, as a reader found it in a file.

    `number` is its line or number in the file, for messages. `when` is the local time on the wall clock, an instant if
    it has an offset, or a day; its date is the day of the entry, whenever the days of the journal begin. `key` is the
    app's own id; without one the record is identified by `identity`, else by its minute, and records with the same
    identity are numbered. `mood` is 1 to 5, or the app's name for the mood, whose score the person may have to give.
    `text` are the paragraphs of the note. `readings` are readings, or texts such as `Sleep: 7:30` and `Anxiety: 2/3`.
    What cannot be a feeling, a tag or a reading is added to the note. A `problem` is the reason why the record is left
    out; it still counts when records with the same identity are numbered. An entry that an older carelog imported by
    its `older_identity` is known again.
    """

    number: int
    when: datetime | date
    key: str = ""
    mood: int | str | None = None
    text: Sequence[str] = ()
    feelings: Sequence[str] = ()
    tags: Sequence[str] = ()
    readings: Sequence[str | Reading] = ()
    identity: tuple[str, ...] = ()
    older_identity: tuple[str, ...] = ()
    problem: InvalidValue | None = None


def batch_from_records(
    source: str,
    context: ImportContext,
    found: Iterable[ImportRecord | Remark],
    *,
    remarks: Iterable[Remark] = (),
    counted: str = "line",
    moods_are_numbers: bool = False,
    has_times: bool | None = None,
    has_other_formats: bool = False,
) -> ImportBatch:
    """Turn records into an import batch of entries; a Remark among them becomes a problem about a row left out.

    Records with the same identity must come oldest first, so that a later export numbers them the same way. `counted`
    is what the numbers of records count, such as line or entry. With `moods_are_numbers` the name of a mood is not kept
    as a feeling. Without `has_times` midnight stands for a day without a time; None means that the records decide it
    (files/midnight.py).
    Where the app `has_other_formats` without the same keys, entries of an earlier import from one of them are known by
    their instant and words. Raises InvalidValue when a score of `context.moods` is not 1 to 5, RefusedFile for more
    than MOST_RECORDS records.
    """
    records = list(islice(found, MOST_RECORDS + 1))
    if len(records) > MOST_RECORDS:
        raise RefusedFile("imports.too-many-entries", most=MOST_RECORDS)
    if has_times is None:
        has_times = not are_only_midnights(each.when for each in records if isinstance(each, ImportRecord))
    moods = MoodScores(context.moods, are_numbers=moods_are_numbers)
    builder = _BatchBuilder(source, context, moods, remarks, has_times=has_times)
    for each in context.progress(records, words.READING):
        if isinstance(each, Remark):
            builder.problems.append(each)
        else:
            builder.add(each)
    return builder.build(counted, has_other_formats=has_other_formats)


def unreadable_time(number: int) -> Remark:
    """A problem about a row or entry that is left out because its time cannot be read."""
    return Remark(number, InvalidValue("imports.time-not-possible").message)


class _BatchBuilder:
    """Collects the entries, problems and remarks of one file."""

    def __init__(
        self, source: str, context: ImportContext, moods: MoodScores, remarks: Iterable[Remark], *, has_times: bool
    ) -> None:
        self._source = source
        self._context = context
        self._now = context.clock.now()
        self._moods = moods
        self._scales = Scales(context.trackers)
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._found: dict[str, FoundEntry] = {}
        self._remarks = [*remarks, *([] if has_times else [Remark(0, words.ONLY_MIDNIGHTS)])]
        self._has_times = has_times
        self.problems: list[Remark] = []

    def add(self, record: ImportRecord) -> None:
        """Add the entry of a record, or a problem where it cannot be one."""
        try:
            entry = self._entry(record)
        except InvalidValue as reason:
            self.problems.append(Remark(record.number, reason.message))
        else:
            older_id = self._numbered_id(record.older_identity) if record.older_identity else ""
            minute = () if record.key or record.identity else _minute(record)
            found = FoundEntry(entry, next(filter(None, record.text), ""), older_id, minute)
            if self._found.setdefault(entry.id, found).entry != entry:
                self.problems.append(Remark(record.number, words.SAME_NAME))

    def build(self, counted: str, *, has_other_formats: bool) -> ImportBatch:
        """The batch of all records that were added."""
        return ImportBatch(
            self._source,
            tuple(sorted(self._entries(has_other_formats=has_other_formats), key=lambda entry: entry.at)),
            self._scales.new_trackers,
            self._moods.unknown,
            tuple(sorted(self.problems, key=_line)),
            tuple(sorted(self._remarks, key=_line)),
            counted=counted,
        )

    def _entries(self, *, has_other_formats: bool) -> Iterator[Entry]:
        """The entries, with the ids under which earlier imports brought them."""
        found = self._found.values()
        is_needed = has_other_formats or any(each.minute or each.older_id for each in found)
        earlier = self._context.earlier_entries(self._source) if found and is_needed else ()
        ids = by_minute(found, earlier, lambda minute, number: steady_id(self._source, *minute, str(number)))
        if has_other_formats:
            ids |= by_instant(found, earlier)
        ids |= by_older_id(found, earlier)
        return (replace(each.entry, id=ids.get(each.entry.id, each.entry.id)) for each in found)

    def _entry(self, record: ImportRecord) -> Entry:
        row_id = self._id(record)
        if record.problem:
            raise record.problem
        moment, day = self._moment_and_day(record)
        score, mood_words = (record.mood, ()) if not isinstance(record.mood, str) else self._moods.read(record.mood)
        feelings, no_feelings = _valid_words(record.feelings)
        tags, no_tags = _valid_words(record.tags)
        readings, unread = self._scales.read_all(record.readings)
        if no_feelings or no_tags:
            self._remark(record, words.UNREAD_ACTIVITY)
        if unread:
            self._remark(record, words.UNREAD_SCALE)
        return Entry(
            id=row_id,
            at=moment,
            day=day,
            mood=score,
            note="\n".join(filter(None, [*record.text, *no_feelings, *no_tags, *unread])),
            feelings=(*mood_words, *feelings),
            tags=tags,
            readings=readings,
            source=self._source,
        )

    def _id(self, record: ImportRecord) -> str:
        if record.key:
            return steady_id(self._source, record.key)
        return self._numbered_id(record.identity or _minute(record))

    def _numbered_id(self, identity: tuple[str, ...]) -> str:
        occurrence = self._seen[identity]
        self._seen[identity] += 1
        return steady_id(self._source, *identity, str(occurrence))

    def _moment_and_day(self, record: ImportRecord) -> tuple[Moment, date]:
        """When a record was made and its date; a record with only a day is at noon, and never in the future."""
        if record.when.year not in YEARS:
            raise InvalidValue("imports.time-not-possible")
        day = record.when.date() if isinstance(record.when, datetime) else record.when
        if not isinstance(record.when, datetime) or not self._has_times:
            noon, _ = self._context.clock.resolve(datetime.combine(day, NOON))
            self._refuse_ahead(noon)
            return min(noon, self._now), day
        moment, resolution = self._resolved(record.when)
        self._refuse_ahead(moment)
        if moment.instant > self._now.instant:
            self._remark(record, words.AHEAD)
        if resolution is Resolution.SKIPPED:
            self._remark(record, words.skipped(f"{record.when:%H:%M}", moment.clock))
        elif resolution is Resolution.REPEATED:
            self._remark(record, words.REPEATED)
        return moment, day

    def _refuse_ahead(self, moment: Moment) -> None:
        if moment.instant > self._now.instant + ONE_DAY_AHEAD:
            raise InvalidValue("imports.day-ahead")

    def _resolved(self, when: datetime) -> tuple[Moment, Resolution | None]:
        if when.tzinfo is not None:
            return Moment.of(when), None
        return self._context.clock.resolve(when)

    def _remark(self, record: ImportRecord, sentence: str) -> None:
        self._remarks.append(Remark(record.number, sentence))


def _minute(record: ImportRecord) -> tuple[str, ...]:
    return f"{record.when:%Y-%m-%d}", f"{record.when:%H:%M}"


def _valid_words(given: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The words that can be a feeling or a tag, each once, and those that cannot."""
    valid: dict[str, None] = {}
    invalid: list[str] = []
    for each in filter(str.strip, given):
        try:
            valid[checked_name(each.strip().lstrip("# "), "entry.tag", longest=LONGEST_WORD)] = None
        except InvalidValue:
            invalid.append(each.strip())
    return tuple(valid), invalid


def _line(remark: Remark) -> int:
    return remark.line
