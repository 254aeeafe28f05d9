"""A folder that holds exports of several apps: one is read, and each other one is named."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.files.source import read_source
from carelog.exchange.readers.formats import format_of, read_as
from support.imports import a_context, said
from support.source import SAMPLES
from support.zips import zipped

PIXELS = (SAMPLES / "pixels" / "PIXELS-BACKUP.json").read_bytes()
DAYLIO = (SAMPLES / "daylio" / "daylio_export_9col_scales_24h.csv").read_bytes()
DAY_ONE = (SAMPLES / "dayone" / "Journal.json").read_bytes()
OTHER_DAY_ONE = json.dumps(
    {"metadata": {"version": "1"}, "entries": [{"uuid": "A", "creationDate": "2025-03-01T08:00:00Z", "text": "Ana"}]}
)


def beside(name: str, file_format: str) -> str:
    return f"The file “{name}” beside it is an export too ({file_format}). It was not read: import that file by itself."


def remarks(content: bytes) -> list[str]:
    batch = read_as(format_of(content), content, a_context(tired=2))
    assert batch.entries
    every = [*said(batch), *(each.message for each in batch.problems)]
    return [each for each in every if "other file" in each or "beside it" in each]


def test_each_other_export_in_a_folder_of_days_is_named() -> None:
    days = ("2025-03-09.md", "Lake")
    assert remarks(
        zipped(days, ("b/pixels.json", PIXELS), ("daylio.csv", DAYLIO), ("a.png", b""), (".c.csv", DAYLIO))
    ) == [
        "2 other files are left, because their names are no days.",
        beside("pixels.json", "pixels"),
        beside("daylio.csv", "daylio"),
    ]


def test_each_other_export_beside_a_journal_of_day_one_is_named() -> None:
    assert remarks(zipped(("Journal.json", DAY_ONE), ("pixels.json", PIXELS), ("daylio.csv", DAYLIO))) == [
        beside("pixels.json", "pixels"),
        beside("daylio.csv", "daylio"),
        "1 other file is left, because no entry was found in it.",
    ]


def test_a_table_beside_the_backup_of_the_same_app_is_named() -> None:
    backup = next((SAMPLES / "daylio").glob("*.daylio")).read_bytes()
    with zipfile.ZipFile(io.BytesIO(backup)) as archive:
        inside = archive.read("backup.daylio")
    assert beside("old.csv", "daylio") in remarks(zipped(("backup.daylio", inside), ("old.csv", DAYLIO)))


def test_several_journals_of_one_app_come_in_together() -> None:
    both = zipped(("Journal.json", DAY_ONE), ("Other.json", OTHER_DAY_ONE))
    batch = read_as(format_of(both), both, a_context())
    alone = read_as(format_of(DAY_ONE), DAY_ONE, a_context())
    assert {each.note for each in batch.entries} == {*(each.note for each in alone.entries), "Ana"}
    assert remarks(both) == []


def test_a_file_of_a_journal_of_jrnl_that_holds_no_entry_is_told() -> None:
    assert remarks(zipped(("2025/03/08.txt", "[2025-03-08 08:10] Slept.\n"), ("README.md", "About this folder\n"))) == [
        "1 other file is left, because no entry was found in it."
    ]


@pytest.mark.parametrize(
    "path", [each for room in sorted(SAMPLES.iterdir()) for each in sorted(room.glob("*"))], ids=lambda path: path.name
)
def test_what_belongs_to_an_export_is_not_said_to_be_another(path: Path) -> None:
    content = read_source(path)
    try:
        batch = read_as(format_of(content), content, a_context())
    except RefusedFile:
        return
    assert not any("beside it" in each for each in said(batch))
