"""The status of a lock and the traces of carelog: values that pages show and programs read."""

import dataclasses
import json
from pathlib import Path

import pytest

from carelog.domain.lock import LockState, LockStatus
from carelog.domain.trace import Trace, TraceKind
from support.source import ROOT

SCHEMAS = ROOT / "docs" / "schemas"


def test_every_kind_of_trace_is_in_the_schema() -> None:
    schema = json.loads((SCHEMAS / "traces.json").read_text("utf-8"))
    kinds = schema["properties"]["data"]["properties"]["traces"]["items"]["properties"]["kind"]["enum"]
    assert sorted(kinds) == sorted(kind.value for kind in TraceKind)


def test_every_state_of_a_lock_is_in_the_schema() -> None:
    schemas = "".join(path.read_text("utf-8") for path in SCHEMAS.rglob("*.json"))
    assert all(f'"{state.value}"' in schemas for state in LockState)


def test_neither_can_be_changed() -> None:
    status = LockStatus(LockState.ON, True, 15, ("passphrase", "recovery"), ())
    trace = Trace(Path("journal.db"), TraceKind.JOURNAL)
    assert status.sealed == 0
    for value, name in ((status, "minutes"), (trace, "kind")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(value, name, None)
