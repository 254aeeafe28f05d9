"""A restore, an import and an export happen whole or not at all, whichever of their calls fails."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reliability.faults import NOW, SWEEPS


@pytest.mark.slow
@pytest.mark.parametrize("command", SWEEPS)
def test_it_is_whole_or_it_did_not_happen_and_that_is_said(
    command: str, isolated: Path, now: Callable[[str], None], thorough: bool, account: Callable[..., None]
) -> None:
    now(NOW)
    figures = SWEEPS[command](isolated, thorough=thorough)
    assert figures["runs"] >= 8
    account(command, **figures)
