"""What another app noted, whichever it was, made into entries that a second import knows again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from carelog.clock import Resolution
from carelog.domain.days import Moment
from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.text import checked_name
from carelog.errors import InvalidValue
from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.scales import Scales
from carelog.wording import importing as words

NOON = 12
"""The hour of what has a day and no time."""

_ONE_DAY_AHEAD = timedelta(days=1)
_YEARS = range(1900, 9000)  # no clock can be asked about times further away
_LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Noted:
    """One thing that was noted: `place` is its line or number in the file, `shown` what the wall clock showed.

    A `shown` with an offset is that very instant. `key` is the app's own name for it, where it has one. `mood` is 1
    to 5. `text` are paragraphs, `scales` readings such as `Sleep: 7:30` or `Anxiety: 2/3`. What cannot be a feeling, a
    tag or a reading stays in the note.
    """

    place: int
    shown: datetime
    key: str = ""
    mood: int | None = None
    text: Sequence[str] = ()
    feelings: Sequence[str] = ()
    tags: Sequence[str] = ()
    scales: Sequence[str] = ()


def batch_of(
    source: str,
    terms: Terms,
    found: Iterable[Noted | Remark],
    *,
    remarks: Iterable[Remark] = (),
    counted: str = "line",
) -> Batch:
    """Entries of what was found, the oldest first where things of one minute have no key; remarks are left out rows.

    `counted` is what `place` counts. Raises InvalidValue when a given score is not 1 to 5.
    """
    made = _Entries(source, terms, remarks)
    for each in terms.watch(list(found), "Reading"):
        if isinstance(each, Remark):
            made.problems.append(each)
        else:
            made.take(each)
    return made.batch(counted)


class _Entries:
    """One pass over what was noted."""

    def __init__(self, source: str, terms: Terms, remarks: Iterable[Remark]) -> None:
        self._source = source
        self._terms = terms
        self._latest = terms.clock.now()
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
            self._entries.setdefault(entry.id, entry)

    def batch(self, counted: str) -> Batch:
        """All of it."""
        return Batch(
            self._source,
            tuple(sorted(self._entries.values(), key=lambda entry: entry.at)),
            self._scales.made,
            problems=tuple(sorted(self.problems, key=_place)),
            remarks=tuple(sorted(self._remarks, key=_place)),
            counted=counted,
        )

    def _entry(self, noted: Noted) -> Entry:
        moment = self._moment(noted)
        feelings, no_feelings = _words(noted.feelings)
        tags, no_tags = _words(noted.tags)
        readings, unread = self._scales.read("|".join(each.replace("|", "/") for each in noted.scales))
        if no_feelings or no_tags:
            self._remark(noted, words.UNREAD_ACTIVITY)
        if unread:
            self._remark(noted, words.UNREAD_SCALE)
        return Entry(
            id=self._id(noted),
            at=moment,
            day=moment.day(self._terms.day_starts_at),
            mood=noted.mood,
            note="\n".join(filter(None, [*noted.text, *no_feelings, *no_tags, *unread])),
            feelings=feelings,
            tags=tags,
            readings=readings,
            source=self._source,
        )

    def _id(self, noted: Noted) -> str:
        if noted.key:
            return steady_id(self._source, noted.key)
        minute = (f"{noted.shown:%Y-%m-%d}", f"{noted.shown:%H:%M}")
        occurrence = self._seen[minute]
        self._seen[minute] += 1
        return steady_id(self._source, *minute, str(occurrence))

    def _moment(self, noted: Noted) -> Moment:
        if noted.shown.year not in _YEARS:
            raise InvalidValue(words.NO_SUCH_TIME)
        moment, resolution = self._resolved(noted.shown)
        if moment.instant > self._latest.instant + _ONE_DAY_AHEAD:
            raise InvalidValue(words.NOT_YET)
        if moment.instant > self._latest.instant:
            self._remark(noted, words.AHEAD)
        if resolution is Resolution.SKIPPED:
            self._remark(noted, words.skipped(f"{noted.shown:%H:%M}", moment.clock))
        elif resolution is Resolution.REPEATED:
            self._remark(noted, words.REPEATED)
        return moment

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
            fit[checked_name(each.strip().lstrip("#@ "), "A tag", longest=_LONGEST_WORD)] = None
        except InvalidValue:
            unfit.append(each.strip())
    return tuple(fit), unfit


def _place(remark: Remark) -> int:
    return remark.line
