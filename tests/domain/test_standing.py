"""How a lock stands and which files there are: values that others show and programs read."""

import dataclasses
import json
from pathlib import Path

import pytest

from carelog.domain.lock import LockStanding, LockState
from carelog.domain.trace import Trace, TraceKind
from support.source import ROOT

SCHEMAS = ROOT / "docs" / "schemas"


def test_every_kind_of_trace_is_one_that_programs_are_told_of() -> None:
    schema = json.loads((SCHEMAS / "traces.json").read_text("utf-8"))
    told = schema["properties"]["data"]["properties"]["traces"]["items"]["properties"]["kind"]["enum"]
    assert sorted(told) == sorted(kind.value for kind in TraceKind)


def test_every_state_of_a_lock_is_one_that_programs_are_told_of() -> None:
    schemas = "".join(path.read_text("utf-8") for path in SCHEMAS.rglob("*.json"))
    assert all(f'"{state.value}"' in schemas for state in LockState)


def test_neither_changes_once_it_was_looked_at() -> None:
    standing = LockStanding(LockState.ON, True, 15, ("passphrase", "recovery"), ())
    trace = Trace(Path("journal.db"), TraceKind.JOURNAL)
    assert standing.sealed == 0
    for value, name in ((standing, "minutes"), (trace, "kind")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, None)
