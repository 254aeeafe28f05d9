"""Damaged exports are read or refused with a sentence, quickly, and never end in a traceback."""

import base64
import json
import random
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from carelog.errors import CarelogError
from carelog.exchange.pipeline.import_batch import ImportBatch
from carelog.exchange.readers.formats import FORMATS, format_of
from support.daylio import context
from support.source import SAMPLES
from support.zips import unzipped, zipped

EXPORTS = [
    path
    for folder in ("daylio", "loop", "trackandgraph", "journey", "diarium", "minidiary", "tickmate", "dailyyou")
    for path in sorted((SAMPLES / folder).iterdir())
]
RUNS = 60
SECONDS = 1.0
TOKENS = [
    b"",
    b"\x00",
    b'"',
    b",",
    b"\n",
    b"|",
    b"9" * 40,
    b"-1",
    b"1e999",
    b"null",
    b"[" * 60,
    b"\xff",
    b"\xe2\x80\xae",
]
TOKENS += [
    b"\xe2\x80\xae",
    b"2025-02-30",
    b"NaN",
    b"true",
    b"{}",
    b'""',
    "é".encode(),
    b"\x1b[31m",
    b"=" * 70,
    b"x" * 300,
    b"YES_AUTO",
]


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content with some of it changed, cut out, doubled or put in."""
    changed = bytearray(content)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) + 1)
        length = chance.choice((0, 1, 1, 4, 40))
        match chance.randrange(4):
            case 0:
                changed[at : at + length] = chance.choice(TOKENS)
            case 1:
                del changed[at : at + chance.choice((1, 8, len(changed)))]
            case 2:
                changed[at:at] = changed[at : at + 80]
            case _ if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)


def inside(content: bytes, chance: random.Random) -> bytes:
    """A zip whose members were changed, and not the zip; the backup of Daylio in its own packing."""
    members = unzipped(content)
    for name, member in members.items():
        if name.endswith(".daylio"):
            members[name] = base64.b64encode(mutated_json(base64.b64decode(member), chance))
        elif chance.random() < 0.5:
            members[name] = mutated(member, chance)
    return zipped(*members.items())


def mutated_json(content: bytes, chance: random.Random) -> bytes:
    """The JSON with some values replaced; it stays valid JSON."""
    odd = [None, -1, 10**30, 1.5, "", "x", [], {}, True, 2**63, "2025", [[]], {"id": 1}]

    def change(value: object) -> object:
        if chance.random() < 0.03:
            return chance.choice(odd)
        if isinstance(value, dict):
            return {key: change(each) for key, each in value.items()}
        return [change(each) for each in value] if isinstance(value, list) else value

    return json.dumps(change(json.loads(content))).encode()


def variants(path: Path) -> Iterator[bytes]:
    """Damaged copies of a sample, the same in every run."""
    content = path.read_bytes()
    chance = random.Random(path.name)
    for _ in range(RUNS):
        yield mutated(content, chance)
        if zipfile.is_zipfile(path):
            yield inside(content, chance)


def recognised(content: bytes) -> ImportBatch:
    return format_of(content).read(content, context())


READERS: dict[str, Callable[[bytes], ImportBatch]] = {
    each.name: (lambda content, each=each: each.read(content, context()))
    for each in FORMATS  # type: ignore[misc]
}
READERS["recognised"] = recognised


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: path.name)
def test_a_damaged_export_is_read_or_refused_in_a_sentence(path: Path) -> None:
    for content in variants(path):
        for read in READERS.values():
            begun = time.process_time()
            try:
                batch = read(content)
            except CarelogError:
                continue
            finally:
                assert time.process_time() - begun < SECONDS
            assert len({entry.id for entry in batch.entries}) == len(batch.entries)
            assert len({tick.id for tick in batch.ticks}) == len(batch.ticks)
