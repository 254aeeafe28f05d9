"""A packet as tables for a spreadsheet: no cell is a formula, and every cell is read back unchanged."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.documents.packet.tables import tables, zipped_tables
from carelog.domain.audience import SELF, THERAPIST
from carelog.domain.csv_cells import unescape_cell
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.packet.packet import Packet, packet
from support.journals import SetClock

Make = Callable[..., Packet]
HOSTILE = [
    "=cmd|' /C calc'!A0",
    "@SUM(A1)",
    "'=1",
    "-2+3",
    'a "quoted" word, and a comma',
    "two\nlines",
    "שלום 漢字 🍲",
    "＝1",
]


def read(content: bytes) -> dict[str, list[list[str]]]:
    """The tables of the zip, read by Python's csv module."""
    with ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    return {name: list(csv.reader(io.StringIO(text, newline=""))) for name, text in texts.items()}


def as_written(page: Packet) -> dict[str, list[list[str]]]:
    return {f"{name}.csv": [list(row) for row in rows] for name, rows in tables(page)}


def opened_again(content: bytes) -> dict[str, list[list[str]]]:
    return {name: [[unescape_cell(cell) for cell in row] for row in rows] for name, rows in read(content).items()}


def test_every_table_of_the_page_is_a_file_and_comes_back_the_same(a_packet: Make) -> None:
    page = a_packet()
    content = zipped_tables(page)
    assert opened_again(content) == as_written(page)
    assert {"page.csv", "mood-by-week.csv", "routines-kept.csv"} <= read(content).keys()
    assert content == zipped_tables(a_packet())


@settings(max_examples=60)
@given(texts=st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1)), min_size=1, max_size=4))
def test_any_words_come_back_as_they_were_and_none_begins_a_formula(
    a_packet: Make, some_notes: Callable[..., object], texts: list[str]
) -> None:
    page = a_packet(notes=some_notes(*texts), topics=tuple(texts), name=texts[0])
    content = zipped_tables(page)
    clean = {
        name: [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]
        for name, rows in as_written(page).items()
    }
    assert opened_again(content) == clean
    for rows in read(content).values():
        for cell in (cell for row in rows for cell in row):
            if cell[:1] and cell[0] in "=+-@\t\r\n＝＋－＠":
                float(cell.replace(",", "."))


def test_for_oneself_every_entry_that_is_not_private_is_a_row(tmp_path: Path) -> None:
    paths = Paths.inside(tmp_path)
    with Journal.open(paths, SetClock()) as journal:
        journal.trackers.add("sleep", unit="h")
        journal.entries.add(4, "=1+1", feelings=["calm", "glad"], readings={"sleep": 7.5})
        journal.entries.add(2)
        journal.entries.add(1, "hidden", private=True)
        period = Period(journal.today, journal.today)
        mine = opened_again(zipped_tables(packet(journal, period, SELF)))["entries.csv"]
        assert mine[0] == ["day", "time", "mood", "word", "feelings", "note", "sleep"]
        assert sorted(mine[1:]) == [
            ["2026-11-22", "20:30", "2", "bad", "", "", ""],
            ["2026-11-22", "20:30", "4", "good", "calm; glad", "=1+1", "7.5"],
        ]
        assert "entries.csv" not in read(zipped_tables(packet(journal, period, THERAPIST)))
