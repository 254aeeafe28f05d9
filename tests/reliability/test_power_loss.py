"""Acknowledged changes survive a power cut at any moment, and none is half done. A part of `reliability.powerloss`."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from reliability.faults import NOW
from reliability.powerloss import CUTS, PROGRAM, Recorded, cut_all, exporting

STATES = 1_000


def test_a_program_that_syncs_nothing_is_caught_by_the_same_method(isolated: Path, now: Callable[[str], None]) -> None:
    now(NOW)
    careless = Recorded(isolated, (*PROGRAM, "is-careless", "{home}/page"), exporting)
    with pytest.raises(AssertionError, match=r"half a page|acknowledged"):
        careless.cut(100, Random(1), isolated)


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_and_nothing_is_half_after_a_power_cut(
    isolated: Path, now: Callable[[str], None], seed: int, account: Callable[..., None]
) -> None:
    now(NOW)
    counted = cut_all(STATES, seed, isolated)
    assert counted.keys() == CUTS.keys()
    for name, figures in counted.items():
        account(f"power cuts, {name}", seed=seed, **figures)
