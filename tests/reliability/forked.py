"""Programs that begin in a child of a process which has imported all of carelog already, see `forking`.

For tests that start hundreds of them and look at what they do with their home: to start Python and import carelog takes
five times as long as that. What is so begun is the whole program all the same, from its arguments to its exit code.
"""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from support.command import Result, environment
from support.source import ROOT

SERVER = Path(__file__).with_name("forking.py")
Watch = Callable[[int], None]


class _Server:
    """A process that begins one program at a time."""

    def __init__(self) -> None:
        path = os.pathsep.join([str(ROOT / "tests"), *filter(None, [os.environ.get("PYTHONPATH")])])
        self._process = subprocess.Popen(
            [sys.executable, str(SERVER)],
            env=environment({"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self._end)

    def run(self, order: Mapping[str, object], watch: Watch) -> Result:
        """Let a program run, once `watch` has got the number of its process."""
        watch(self._asked(order))
        return Result(*self._asked("go on"))

    def _asked(self, what: object) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def _end(self) -> None:
        with self._process:
            self._process.kill()


_idle: SimpleQueue[_Server] = SimpleQueue()


def run_forked(
    program: Sequence[str],
    env: Mapping[str, str],
    *,
    umask: int = 0o022,
    without_rights: bool = False,
    watch: Watch = lambda _: None,
) -> Result:
    """Run `python WORDS…`, with this environment alone; `watch` gets the number of its process before it begins.

    Several threads may do so at once.
    """
    assert program[0] == sys.executable
    order = {
        "program": program[1:],
        "environment": dict(env),
        "folder": str(Path.cwd()),
        "umask": umask,
        "without_rights": without_rights,
    }
    try:
        server = _idle.get_nowait()
    except Empty:
        server = _Server()
    result = server.run(order, watch)
    _idle.put(server)
    return result
