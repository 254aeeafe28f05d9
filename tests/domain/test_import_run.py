"""The record of an import: what one file brought."""

from dataclasses import replace

import pytest
from hypothesis import given

from carelog.domain.import_run import ImportRun
from carelog.errors import InvalidValue
from support import strategies


@given(strategies.import_runs)
def test_a_run_says_how_much_it_brought_and_has_a_short_name(run: ImportRun) -> None:
    assert run.brought == sum(run.counts.values())
    assert run.id.endswith(run.handle)


@given(strategies.import_runs)
def test_a_run_that_cannot_be_is_refused(run: ImportRun) -> None:
    for wrong in ({"sha256": "a" * 63}, {"sha256": "A" * 64}, {"source": ""}, {"counts": {"entries": -1}}):
        with pytest.raises(InvalidValue):
            replace(run, **wrong)  # type: ignore[arg-type]
