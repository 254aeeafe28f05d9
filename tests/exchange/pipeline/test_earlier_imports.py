"""What earlier imports brought is read from the journal only where a file needs it, and once."""

from collections import Counter

import pytest

from carelog.exchange.files.source import read_source
from carelog.exchange.pipeline.import_batch import ImportContext
from carelog.exchange.pipeline.intake import apply_import
from carelog.exchange.readers.formats import format_named, format_of
from carelog.journal import Journal
from carelog.journal.collections.imports import EarlierEntry
from support.source import SAMPLES

READ = {
    "bearable/bearable-export_8col.csv": 0,
    "tickmate/tickmate-backup.db": 0,
    "emoods/entry.csv": 0,
    "daylio/daylio_export_9col_scales_24h.csv": 1,
    "nomie/nomie5_backup.json": 1,
    "nomie/nomie6_columns.csv": 1,
    "nomie/nomie6_detailed.csv": 1,
}
"""How often a file of the samples needs the earlier entries of its app."""


@pytest.mark.usefixtures("home", "now")
@pytest.mark.parametrize(("file", "times"), READ.items())
def test_earlier_entries_are_read_only_where_they_are_needed_and_once(
    file: str, times: int, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = read_source(SAMPLES / file)
    loaded: Counter[str] = Counter()
    earlier_entries = journal.imports.earlier_entries

    def counted(source: str) -> list[EarlierEntry]:
        loaded[source] += 1
        return earlier_entries(source)

    monkeypatch.setattr(journal.imports, "earlier_entries", counted)
    format_of(content).read(content, ImportContext.of(journal, {}))
    assert loaded.total() == times


@pytest.mark.usefixtures("home", "now")
def test_what_came_in_meanwhile_is_known_to_the_next_run(journal: Journal) -> None:
    table = b"date,note\n2025-03-09,out\n2025-03-09,out\n"
    for new in (2, 0):
        batch = format_named("csv").read(table, ImportContext.of(journal, {}))
        assert apply_import(batch, journal).new == new
