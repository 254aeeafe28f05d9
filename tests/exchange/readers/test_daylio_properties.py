import csv
import html
import random
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.text import fold
from carelog.errors import RefusedFile
from carelog.exchange.files.midnight import MIDNIGHT
from carelog.exchange.files.table import LONGEST_CELL
from carelog.exchange.readers.daylio import read_daylio
from carelog.exchange.readers.formats import format_of
from carelog.wording.files.imports import ONLY_MIDNIGHTS
from support.daylio import LAYOUT_2018, LAYOUT_2026, LAYOUT_CLASSIC, SAMPLE_FILES, context, of_moment, written

SCORES = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1, "mauvais": 2}
ENGLISH = "January February March April May June July August September October November December"
GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
PORTUGUESE = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"
FIRST, LAST = datetime.fromisoformat("1950-01-01"), datetime.fromisoformat("2026-11-20")
FUZZED_FILES = 3000
SECONDS_A_FILE = 0.5  # of the processor, so that a busy machine makes no difference

PIECES = (
    *(b"", b'"', b",", b"\n", b"\r", b"|", b": ", b"<li>", b"&#x1b;", b"\xff", b"\x00", b"9" * 40),
    *(b"9999-12-31", b"0001-01-01", "٣".encode(), b"\xed\xa0\x80"),
)

visible = st.characters(exclude_categories=["C", "Zl", "Zp"])
words = st.text(visible, max_size=30)
texts = st.text(st.one_of(visible, st.just("\n")), max_size=80)
tags = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="|#"), min_size=1, max_size=20)
moments = st.datetimes(FIRST, LAST).map(lambda at: at.replace(second=0, microsecond=0))
rows = st.fixed_dictionaries(
    {
        "at": moments,
        "mood": st.sampled_from(sorted(SCORES)),
        "tags": st.lists(tags, max_size=4, unique_by=fold),
        "title": words,
        "note": texts,
        "sleep": st.none() | st.integers(0, 24 * 60),
        "calm": st.none() | st.integers(0, 10),
    }
)


def clock_12(at: datetime) -> str:
    return f"{at.hour % 12 or 12}:{at:%M} {'pm' if at.hour >= 12 else 'am'}"


def clock_24(at: datetime) -> str:
    return f"{at.hour}:{at:%M}"


def as_daylio(row: dict[str, Any], clock: Callable[[datetime], str], months: str, titled: bool) -> dict[str, str]:
    """The cells of a row as Daylio writes them."""
    at = row["at"]
    scales = []
    if row["sleep"] is not None:
        scales.append(f"Sleep Time: {row['sleep'] // 60}:{row['sleep'] % 60:02}")
    if row["calm"] is not None:
        scales.append(f"Calm: {row['calm']}/10 points")
    return of_moment(f"{at:%Y-%m-%d %H:%M}") | {
        "year": f"{at.year}",
        "date": f"{at.day} {months.split()[at.month - 1]}",
        "time": clock(at),
        "mood": row["mood"] + " ",
        "activities": " | ".join(row["tags"]),
        "scales": " | ".join(scales),
        "note_title": html.escape(row["title"]) if titled else "",
        "note": html.escape(row["note"]).replace("\n", "<br>"),
    }


@given(
    st.lists(rows, max_size=12),
    st.sampled_from([LAYOUT_2018, LAYOUT_CLASSIC, LAYOUT_2026]).flatmap(st.permutations),
    st.sampled_from([clock_12, clock_24]),
    st.sampled_from([ENGLISH, GERMAN, PORTUGUESE]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
)
def test_whatever_daylio_writes_is_read_back_the_same(
    noted: list[dict[str, Any]],
    layout: list[str],
    clock: Callable[[datetime], str],
    months: str,
    line_end: str,
    quoting: int,
    mark: bytes,
) -> None:
    titled, scaled = "note_title" in layout, "scales" in layout
    cells = [as_daylio(row, clock, months, titled) for row in noted]
    batch = read_daylio(mark + written(cells, layout, line_end=line_end, quoting=quoting), context())
    without_times = len(noted) > 1 and all(row["at"].time() == MIDNIGHT for row in noted)
    assert not batch.problems
    assert [each.message for each in batch.remarks] == [ONLY_MIDNIGHTS] * without_times
    assert len({entry.id for entry in batch.entries}) == len(noted)
    upwards = noted[::-1]
    oldest_first = sorted(upwards, key=lambda row: row["at"])
    for row, entry in zip(oldest_first, batch.entries, strict=True):
        assert entry.day == row["at"].date()
        assert entry.at.local.replace(tzinfo=None) == (row["at"].replace(hour=12) if without_times else row["at"])
        assert entry.mood == SCORES[row["mood"]]
        assert entry.tags == tuple(row["tags"])
        parts = [row["title"].strip() if titled else "", row["note"].strip()]
        assert entry.note == "\n".join(filter(None, parts))
        read = {"Sleep Time": row["sleep"] and row["sleep"] / 60, "Calm": row["calm"]}
        assert entry.readings == {name: number for name, number in read.items() if scaled and number is not None}


@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["good", "", "tired"])), max_size=12),
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["bad", ""])), max_size=6),
)
def test_a_newer_export_meets_the_older_one_also_within_one_minute(
    older: list[tuple[int, str]], added: list[tuple[int, str]]
) -> None:
    def cells(noted: list[tuple[int, str]]) -> list[dict[str, str]]:
        return [of_moment(f"2025-03-09 21:4{minute}") | {"mood": mood} for minute, mood in noted]

    before = read_daylio(written(cells(older)), context())
    after = read_daylio(written(cells(added) + cells(older)), context())
    known = {entry.id: entry for entry in before.entries}
    new = [entry for entry in after.entries if entry.id not in known]
    assert [entry for entry in after.entries if entry.id in known] == list(before.entries)
    assert len(new) == sum(bool(mood) for _, mood in added)


def test_a_row_that_is_mended_later_does_not_shift_its_neighbours_of_the_same_minute() -> None:
    torn = read_daylio(written([{"note": "second"}, {"mood": "", "note": "first"}]), context())
    mended = read_daylio(written([{"note": "second"}, {"mood": "bad", "note": "first"}]), context())
    [second] = torn.entries
    assert second in mended.entries
    assert len(mended.entries) == 2


@pytest.mark.parametrize("sample", SAMPLE_FILES, ids=lambda path: path.stem)
def test_a_damaged_export_is_read_or_refused_and_never_more_than_a_moment(sample: Any) -> None:
    noise = random.Random(sample.name)
    whole = sample.read_bytes()
    slowest, outcomes = 0.0, set()
    for _ in range(FUZZED_FILES // len(SAMPLE_FILES)):
        content = damaged(whole, noise)
        begun = time.process_time()
        try:
            batch = format_of(content).read(content, context())
            outcomes.add("problems" if batch.problems else "read")
        except RefusedFile:
            outcomes.add("refused")
        slowest = max(slowest, time.process_time() - begun)
    assert outcomes == {"read", "problems", "refused"}
    assert slowest < SECONDS_A_FILE


@pytest.mark.parametrize(
    "piece", ["a|", "a: 1|", ": ", "a ", " |", "<ul><li>", "<b ", '<b a="', "&amp;", "&#", "9", "-1/"]
)
@pytest.mark.parametrize("column", ["date", "time", "mood", "activities", "scales", "note_title", "note"])
def test_a_cell_made_to_be_slow_is_not(piece: str, column: str) -> None:
    content = written([{column: piece * (LONGEST_CELL // len(piece))}])
    begun = time.process_time()
    read_daylio(content, context())
    assert time.process_time() - begun < SECONDS_A_FILE


def damaged(content: bytes, noise: random.Random) -> bytes:
    """The same file with one to four accidents."""
    torn = bytearray(content)
    for _ in range(noise.randint(1, 4)):
        place, length = noise.randrange(len(torn) + 1), noise.randint(1, 12)
        piece = noise.choice([*PIECES, noise.randbytes(length), bytes(torn[place : place + 60])])
        torn[place : place + noise.choice([0, length])] = piece
    return bytes(torn)
