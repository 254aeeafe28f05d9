"""Trackers: all of them, or one with its readings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from carelog.wording import mood as words
from carelog.wording.counts import amount, figures
from carelog.wording.days import day_in_table
from carelog.wording.lists import listed
from carelog.wording.pages.common import HANDLE
from carelog.wording.pages.last_ones import last_readings
from carelog.wording.trackers import TRACKER_DETAILS

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.tracker import Tracker
    from carelog.terminal.page import Page


def trackers_table(trackers: Sequence[Tracker], if_empty: str, *, handles: bool) -> Page:
    """A row for each tracker, with the day on which it was put away, and with its handle where `handles` are wanted."""
    from carelog.terminal.table import ListTable

    rows = [
        (
            each.name,
            each.unit,
            _range(each),
            words.BETTER[each.better.value],
            *_rest(each),
            each.handle if handles else "",
        )
        for each in trackers
    ]
    return ListTable((*words.TRACKER_COLUMNS, HANDLE), rows, if_empty=if_empty)


def tracker_page(tracker: Tracker, noted: Sequence[Entry], *, has_more: bool) -> Page:
    """What a tracker is, the readings of these entries, oldest first, and how to see more where it `has_more`."""
    from carelog.terminal.pages.with_line import PageWithLine
    from carelog.terminal.table import ListTable

    about, put_away = _rest(tracker)
    cover = "" if tracker.cover == tracker.name else tracker.cover
    values = (tracker.name, cover, tracker.unit, _range(tracker), words.BETTER[tracker.better.value], about, put_away)
    rows = [(label, value) for label, value in zip(TRACKER_DETAILS, values, strict=True) if value]
    readings = ((day_in_table(each.day), _reading(tracker, each)) for each in noted if tracker.name in each.readings)
    table = ListTable(("", ""), [*rows, *readings])
    return PageWithLine(table, last_readings(len(noted), tracker.name)) if has_more else table


def _rest(tracker: Tracker) -> tuple[str, str]:
    about = words.ABOUT[tracker.about.value] if tracker.about else ""
    return about, day_in_table(tracker.archived) if tracker.archived else ""


def _range(tracker: Tracker) -> str:
    low, high = ("" if bound is None else figures(bound) for bound in (tracker.minimum, tracker.maximum))
    return words.tracker_range(low, high)


def _reading(tracker: Tracker, entry: Entry) -> str:
    return listed([entry.at.clock, amount(entry.readings[tracker.name], tracker.unit)])
