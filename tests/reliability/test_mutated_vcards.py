"""Mutated vCards, 100,000 of them with --thorough: none hangs or crashes the reader."""

import random
import time
from collections import Counter
from collections.abc import Callable

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.vcard.reader import read_address_book
from support.source import SAMPLES

RUNS, FEWER_RUNS, LONGEST = 100_000, 10_000, 1.0
BOOKS = [path.read_bytes() for path in sorted((SAMPLES / "vcard").iterdir())]
PIECES = [
    *(b"BEGIN:VCARD\r\n", b"END:VCARD\r\n", b"AGENT:\r\n", b"\r\n ", b"\n", b"\r", b"\0", b"=\r\n", b"=", b";", b":"),
    *(b'"', b"\\", b",", b"CHARSET=utf-7;", b"CHARSET=hex;", b"ENCODING=QUOTED-PRINTABLE;", b"\xff\xfe", b"\xc3"),
    *(b"TEL:", b"item1.", b"X-ABLabel:", b"TYPE=", b"tel:", b"\xe2\x80\xae", b"\xed\xa0\x80", b"A" * 300),
]


def mutated(chance: random.Random) -> bytes:
    """A sample with bytes changed, deleted or doubled, and pieces of vCards inserted anywhere."""
    content = bytearray(chance.choice(BOOKS))
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(content) + 1)
        match chance.randrange(5):
            case 0 if content:
                content[place % len(content)] = chance.randrange(256)
            case 1:
                del content[place : place + chance.randint(1, 40)]
            case 2:
                content[place:place] = content[place : place + chance.randint(1, 200)]
            case _:
                content[place:place] = chance.choice(PIECES)
    return bytes(content)


@pytest.mark.slow
def test_mutated_cards_are_read_or_refused_and_none_takes_a_second(
    account: Callable[..., None], seed: int, thorough: bool
) -> None:
    chance, figures, slowest = random.Random(seed), Counter[str](), 0.0
    runs = RUNS if thorough else FEWER_RUNS
    for _ in range(runs):
        content = mutated(chance)
        begun = time.process_time()
        try:
            figures["people"] += len(read_address_book(content).people)
        except RefusedFile:
            figures["refused"] += 1
        slowest = max(slowest, time.process_time() - begun)
    assert slowest < LONGEST
    assert figures["people"] > runs / 2
    account("mutated vCards", seed=seed, runs=runs, **figures, slowest_ms=round(1000 * slowest))
