"""Files of other apps for tests, read as a person's file is: recognised by what is in them."""

from datetime import time
from pathlib import Path

from carelog.clock import Clock, fixed_clock
from carelog.exchange.files.source import read_source
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.readers.formats import format_of

BERLIN = fixed_clock("2026-11-26T21:30:00+01:00")


def a_context(clock: Clock = BERLIN, **moods: int) -> ImportContext:
    """The context of an empty journal, with scores by the name of the mood, `_` for a space."""
    return ImportContext(clock, time(4), {name.replace("_", " "): score for name, score in moods.items()})


def read_file(source: Path | bytes, **moods: int) -> ImportBatch:
    """What is in a file, a folder or the content of a file."""
    content = source if isinstance(source, bytes) else read_source(source)
    return format_of(content).read(content, a_context(**moods))


def said(batch: ImportBatch) -> list[str]:
    """The remarks of a file, without their places."""
    return [each.message for each in batch.remarks]
