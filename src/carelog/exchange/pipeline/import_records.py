"""What another app noted, whichever it was, made into entries that a second import knows again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from carelog.clock import Resolution
from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.text import checked_name
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.daylio_moods import Moods
from carelog.exchange.pipeline.import_batch import Batch, Terms
from carelog.exchange.pipeline.scales import Reading, Scales
from carelog.wording.files import imports as words

NOON = time(12)
"""Where a day is all that is known, its noon stands for it."""
YEARS = range(1900, 9000)
"""No clock can be asked about times further away."""
ONE_DAY_AHEAD = timedelta(days=1)
"""How far ahead of this computer something may lie: as far as a journey can change clocks."""
LONGEST_WORD = 60
"""The most characters of a feeling or a tag."""


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing that was noted: `place` is its line or number in the file, `shown` what the wall clock showed.

    A `shown` with an offset is that very instant; a day alone is that day. `key` is the app's own name for it, where it
    has one; else `said` tells it from others, or the minute does, and what is alike is counted. `mood` is 1 to 5, or
    the name that the app gives it, whose place the person may have to say. `text` are paragraphs, `scales` readings, or
    texts of them such as `Sleep: 7:30` or `Anxiety: 2/3`. What cannot be a feeling, a tag or a reading stays in the
    note. `unfit` says why it is left out all the same; it is counted among those that are alike.
    """

    place: int
    shown: datetime | date
    key: str = ""
    mood: int | str | None = None
    text: Sequence[str] = ()
    feelings: Sequence[str] = ()
    tags: Sequence[str] = ()
    scales: Sequence[str | Reading] = ()
    said: tuple[str, ...] = ()
    unfit: str = ""


def batch_of(
    source: str,
    terms: Terms,
    found: Iterable[Noted | Remark],
    *,
    remarks: Iterable[Remark] = (),
    counted: str = "line",
    moods_are_numbers: bool = False,
) -> Batch:
    """Entries of what was found, the oldest first where things are alike; a Remark among them is about a row left out.

    `counted` is what `place` counts. With `moods_are_numbers` a mood's name says no more than its score does. Raises
    InvalidValue when a given score is not 1 to 5.
    """
    made = _Entries(source, terms, Moods(terms.moods, are_numbers=moods_are_numbers), remarks)
    for each in terms.watch(list(found), "Reading"):
        if isinstance(each, Remark):
            made.problems.append(each)
        else:
            made.take(each)
    return made.batch(counted)


class _Entries:
    """One pass over what was noted."""

    def __init__(self, source: str, terms: Terms, moods: Moods, remarks: Iterable[Remark]) -> None:
        self._source = source
        self._terms = terms
        self._now = terms.clock.now()
        self._moods = moods
        self._scales = Scales(terms.trackers)
        self._seen: Counter[tuple[str, ...]] = Counter()
        self._entries: dict[str, Entry] = {}
        self._remarks = list(remarks)
        self.problems: list[Remark] = []

    def take(self, noted: Noted) -> None:
        """Make an entry of it, or a problem."""
        try:
            entry = self._entry(noted)
        except InvalidValue as reason:
            self.problems.append(Remark(noted.place, reason.message))
        else:
            if self._entries.setdefault(entry.id, entry) != entry:
                self.problems.append(Remark(noted.place, words.SAME_NAME))

    def batch(self, counted: str) -> Batch:
        """All of it."""
        return Batch(
            self._source,
            tuple(sorted(self._entries.values(), key=lambda entry: entry.at)),
            self._scales.made,
            self._moods.unknown,
            tuple(sorted(self.problems, key=_place)),
            tuple(sorted(self._remarks, key=_place)),
            counted=counted,
        )

    def _entry(self, noted: Noted) -> Entry:
        row_id = self._id(noted)
        if noted.unfit:
            raise InvalidValue(noted.unfit)
        moment, day = self._when(noted)
        score, named = (noted.mood, ()) if not isinstance(noted.mood, str) else self._moods.read(noted.mood)
        feelings, no_feelings = _words(noted.feelings)
        tags, no_tags = _words(noted.tags)
        readings, unread = self._scales.read_all(noted.scales)
        if no_feelings or no_tags:
            self._remark(noted, words.UNREAD_ACTIVITY)
        if unread:
            self._remark(noted, words.UNREAD_SCALE)
        return Entry(
            id=row_id,
            at=moment,
            day=day,
            mood=score,
            note="\n".join(filter(None, [*noted.text, *no_feelings, *no_tags, *unread])),
            feelings=(*named, *feelings),
            tags=tags,
            readings=readings,
            source=self._source,
        )

    def _id(self, noted: Noted) -> str:
        if noted.key:
            return steady_id(self._source, noted.key)
        said = noted.said or (f"{noted.shown:%Y-%m-%d}", f"{noted.shown:%H:%M}")
        occurrence = self._seen[said]
        self._seen[said] += 1
        return steady_id(self._source, *said, str(occurrence))

    def _when(self, noted: Noted) -> tuple[Moment, date]:
        if noted.shown.year not in YEARS:
            raise InvalidValue(words.NO_SUCH_TIME)
        if not isinstance(noted.shown, datetime):
            noon, _ = self._terms.clock.resolve(datetime.combine(noted.shown, NOON))
            self._refuse_ahead(noon)
            return min(noon, self._now), noted.shown
        moment, resolution = self._resolved(noted.shown)
        self._refuse_ahead(moment)
        if moment.instant > self._now.instant:
            self._remark(noted, words.AHEAD)
        if resolution is Resolution.SKIPPED:
            self._remark(noted, words.skipped(f"{noted.shown:%H:%M}", moment.clock))
        elif resolution is Resolution.REPEATED:
            self._remark(noted, words.REPEATED)
        return moment, moment.day(self._terms.day_starts_at)

    def _refuse_ahead(self, moment: Moment) -> None:
        if moment.instant > self._now.instant + ONE_DAY_AHEAD:
            raise InvalidValue(words.FAR_AHEAD)

    def _resolved(self, shown: datetime) -> tuple[Moment, Resolution | None]:
        if shown.tzinfo is not None:
            return Moment.of(shown), None
        return self._terms.clock.resolve(shown)

    def _remark(self, noted: Noted, sentence: str) -> None:
        self._remarks.append(Remark(noted.place, sentence))


def _words(given: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """Those that can be a feeling or a tag, and those that cannot."""
    fit: dict[str, None] = {}
    unfit: list[str] = []
    for each in filter(str.strip, given):
        try:
            fit[checked_name(each.strip().lstrip("# "), "entry.tag", longest=LONGEST_WORD)] = None
        except InvalidValue:
            unfit.append(each.strip())
    return tuple(fit), unfit


def _place(remark: Remark) -> int:
    return remark.line
