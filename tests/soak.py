"""Mutated files through every reader, as many as asked for: `python -m tests.soak --runs 1000000 --seed 2026`.

A run takes a sample, damages it in a few places, and gives it to the reader of its app, or one time in five to
another's. It has to end within a second of processor time, in entries or in a CarelogError; memory is that of the
whole process. The figures go to docs/reliability.md.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from carelog.clock import fixed_clock
from carelog.errors import CarelogError
from carelog.exchange.files.source import read_source
from carelog.exchange.pipeline.import_batch import ImportContext
from carelog.exchange.readers.formats import FORMATS, Format
from carelog.exchange.serializers.full_copy_json import read_full_copy as read_whole
from carelog.exchange.vcard.reader import read_address_book

SAMPLES = Path(__file__).parent / "samples"
NOT_READ = {"questionnaire", "days"}
"""Samples of files that no reader here is for, and small ones of several apps, each of which has others."""
CLOCK = fixed_clock("2026-11-26T21:30:00+01:00")
MOST_SECONDS, MOST_MEGABYTES = 1.0, 200
PIECES = (
    *(b"", b"\0", b"\xff\xfe", b'"', b"[" * 200, b"{", b"\n", b"9" * 400, b"-"),
    *("é\u202e".encode(), b"0000-00-00", b"PK\5\6"),
)


@dataclass
class Figures:
    """What came of some runs."""

    seed: int
    runs: int = 0
    refused: int = 0
    entries: int = 0
    slowest: float = 0.0
    slowest_reader: str = ""
    megabytes: float = 0.0
    readers: Counter[str] = field(default_factory=Counter)


def soaked(seed: int, runs: int) -> Figures:
    """So many runs from a seed, in this process."""
    chance, figures = Random(seed), Figures(seed)
    contents = [(path.parent.name, read_source(path)) for path in sorted(samples())]
    readers = _readers()
    for _ in range(runs):
        name, content = _mutated(chance, contents)
        if chance.randrange(5) == 0:
            name = chance.choice(sorted(readers))
        read = readers[name]
        begun = time.process_time()
        try:
            figures.entries += read(content)
        except CarelogError:
            figures.refused += 1
        took = time.process_time() - begun
        figures.runs += 1
        figures.readers[name] += 1
        if took > figures.slowest:
            figures.slowest, figures.slowest_reader = took, name
    figures.megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return figures


def samples() -> Iterator[Path]:
    """Every file of another program, and every folder that is read as one."""
    for folder in SAMPLES.iterdir():
        if folder.is_dir() and folder.name not in NOT_READ:
            yield from (path for path in folder.iterdir() if path.is_dir() or path.is_file())


def _readers() -> dict[str, Callable[[bytes], int]]:
    """Every reader by its name: it recognises and reads a content, and says how many things were in it."""
    context = ImportContext(CLOCK, CLOCK.now().local.time().replace(hour=4, minute=0), {})

    def of(form: Format) -> Callable[[bytes], int]:
        def read(content: bytes) -> int:
            form.recognises(content)
            return len(form.read(content, context).entries)

        return read

    return {form.name: of(form) for form in FORMATS} | {
        "vcard": lambda content: len(read_address_book(content).people),
        "carelog": lambda content: sum(map(len, read_whole(content).rows.values())),
    }


def _mutated(chance: Random, contents: list[tuple[str, bytes]]) -> tuple[str, bytes]:
    """A damaged sample, and whose it was."""
    name, whole = chance.choice(contents)
    content = bytearray(whole)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(content) + 1)
        _, other = chance.choice(contents)
        cut = chance.randrange(len(other))
        match chance.randrange(6):
            case 0 if at < len(content):
                content[at] = chance.randrange(256)
            case 1:
                del content[at : at + chance.randint(1, 80)]
            case 2:
                content[at:at] = content[at : at + 80]
            case 3:
                content[at:at] = chance.choice(PIECES)
            case 4:
                content[at : at + 40] = other[cut : cut + 40]
            case _ if chance.randrange(4) == 0:
                del content[at:]
            case _:
                content[at:at] = chance.choice(PIECES)
    return name, bytes(content)


def main() -> None:
    """Run in two processes, say what came of it, and end with 1 where a limit was passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + asked.processes)
    with ProcessPoolExecutor(asked.processes) as pool:
        found = list(pool.map(soaked, seeds, [asked.runs // asked.processes] * asked.processes))
    slowest = max(found, key=lambda each: each.slowest)
    memory = max(each.megabytes for each in found)
    sys.stdout.write(
        f"runs {sum(each.runs for each in found):,}, refused {sum(each.refused for each in found):,}, "
        f"entries read {sum(each.entries for each in found):,}, slowest {slowest.slowest * 1000:.0f} ms "
        f"({slowest.slowest_reader}), memory {memory:.0f} MB, seeds {seeds.start} to {seeds[-1]}, no traceback\n"
    )
    sys.exit(slowest.slowest > MOST_SECONDS or memory > MOST_MEGABYTES)


if __name__ == "__main__":
    main()
