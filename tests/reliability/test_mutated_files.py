"""A part of `python -m tests.soak`: mutated files of other apps, none of which hangs or crashes a reader."""

from collections.abc import Callable

import pytest

from soak import MOST_SECONDS, soaked

RUNS = 20_000


@pytest.mark.slow
def test_mutated_files_are_read_or_refused_and_none_takes_a_second(account: Callable[..., None], seed: int) -> None:
    figures = soaked(seed, RUNS)
    assert figures.runs == RUNS
    assert figures.refused > RUNS // 10
    assert figures.entries > RUNS // 10
    assert min(figures.readers.values()) > RUNS // 100
    assert figures.slowest < MOST_SECONDS, figures.slowest_reader
    account("mutated files", seed=seed, runs=RUNS, refused=figures.refused, slowest_ms=round(1000 * figures.slowest))
