"""Run command lines in one process, in the language of CARELOG_LANG, and print what each of them says.

    python same_process.py < STEPS
    python same_process.py --forked < STEPS

STEPS is a JSON list of [words, what is typed, whether that is in a terminal]. The answer is a JSON list of [exit
number, stdout, stderr]. It is a program of its own because a process chooses its language once, before it imports.

With `--forked` each runs in a child of the process, which has imported the commands: no command line knows in memory
what another one has left there, such as a key, and none takes the time to start.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import chain
from pathlib import Path

from carelog.__main__ import main
from carelog.crisis import place
from reliability.matrix import Happened, Step

SECONDS = 300


class Stream(io.TextIOWrapper):
    """A stream in memory that may pass for a terminal."""

    def __init__(self, content: str = "", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(content.encode()), encoding="utf-8", write_through=True)
        self._terminal = terminal

    def isatty(self) -> bool:
        """Whether carelog should take it for a terminal."""
        return self._terminal

    def text(self) -> str:
        """What was written."""
        self.flush()
        return self.buffer.getvalue().decode("utf-8", "replace")  # type: ignore[attr-defined]  # a BytesIO


def walk(steps: Sequence[Step], desk: Path, variables: dict[str, str]) -> list[Happened]:
    """Run the steps in one process in this environment, and return what each of them said.

    Nothing that is said may hold the path of the folder around `desk`: how pages break it, and thereby what stands on
    them, would depend on the machine. So the desk is `../desk` in the steps, and CARELOG_HOME is to be
    relative to it too.
    """
    happened = _played(steps, Path("..") / desk.name, desk, variables)
    around = str(desk.parent)
    assert not [each.step.line for each in happened if around in "".join(f"{each.stdout}{each.stderr}".split())]
    return happened


def walk_forked(
    steps: Sequence[Step], desk: Path, variables: dict[str, str], watch: Sequence[str] = ()
) -> list[Happened]:
    """Run each step in a process that knows nothing of the others, and return what each of them said.

    `watch` is a command that all of it is run under, from the import of the commands on.
    """
    return _played(steps, desk, desk, variables, "--forked", watch=watch)


def _played(
    steps: Sequence[Step],
    desk_in_words: Path,
    desk: Path,
    variables: dict[str, str],
    *options: str,
    watch: Sequence[str] = (),
) -> list[Happened]:
    done = subprocess.run(
        [*watch, sys.executable, __file__, *options],
        input=json.dumps([(step.words(desk_in_words), step.typed, step.in_terminal) for step in steps]),
        cwd=desk,
        env=variables | {"PYTHONPATH": os.pathsep.join([variables["PYTHONPATH"], str(Path(__file__).parents[1])])},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Happened(step, *answer) for step, answer in zip(steps, json.loads(done.stdout), strict=True)]


def said(words: list[str], typed: str, in_terminal: bool) -> tuple[int, str, str]:
    """The exit number of a command line, and its streams."""
    before = sys.argv, sys.stdin, sys.stdout, sys.stderr
    out, err = Stream(), Stream(terminal=in_terminal)
    sys.argv, sys.stdin, sys.stdout, sys.stderr = ["carelog", *words], Stream(typed, terminal=in_terminal), out, err
    try:
        code = main(words)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr = before
    return code, out.text(), err.text()


def said_by_a_child(words: list[str], typed: str, in_terminal: bool) -> tuple[int, str, str]:
    """The same, of a command line in a child of this process."""
    read, write = os.pipe()
    if not (child := os.fork()):
        os.umask(0)  # carelog sets its own
        try:
            with os.fdopen(write, "w", encoding="utf-8") as answer:
                json.dump(said(words, typed, in_terminal), answer)
        finally:
            os._exit(0)  # nothing of the parent is ended twice
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as answer:
        told = answer.read()
    os.waitpid(child, 0)
    code, out, err = json.loads(told)
    return code, out, err


def import_commands() -> None:
    """Import every command, so that no child has to."""
    from carelog.cli.table import COMMANDS  # as below

    for module in chain(*COMMANDS.values()):
        import_module(f"carelog.cli.commands.{module}")


def with_newest_backup(words: list[str]) -> list[str]:
    """The words, after the newest backup was copied to where `restore` is to read it."""
    for word in words:
        if word.endswith("/backup.db"):
            newest = max((Path(os.environ["CARELOG_HOME"]) / "backups").glob("journal-*.db"))
            Path(word).write_bytes(newest.read_bytes())
    return words


if __name__ == "__main__":
    said(["--plain", "--version"], "", in_terminal=False)  # chooses the language
    from support.cheap_slots import make_key_slots_cheap  # holds sentences: only a chosen language may import it

    make_key_slots_cheap()
    place._whole = str  # a relative home stays one, so that no page holds a path of this machine
    say = said
    if "--forked" in sys.argv:
        import_commands()
        say = said_by_a_child
    given = json.load(sys.stdin)
    sys.stdout.write(json.dumps([say(with_newest_backup(words), typed, terminal) for words, typed, terminal in given]))
