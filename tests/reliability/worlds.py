"""Full and read-only disks, and file systems that stop, made without touching the machine's own.

Each context manager yields the arguments to put before a command so that it runs there. Disks are mounted in a
namespace of their own, which only those commands see and which ends with the test. Where the system does not allow
that, a limit on the size of files and dropped capabilities take their place.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote

ROOM = 1 << 20
LARGEST_FILE = 250_000
STOPPED = Path(__file__).with_name("stopped.py")

Prefix = list[str]


@contextmanager
def little_room(folder: Path) -> Iterator[tuple[Prefix, Path]]:
    """A disk of one megabyte at `folder`, and the path of its files as seen from outside."""
    folder.mkdir(mode=0o700)
    with _mounted(f'mount -t tmpfs -o size={ROOM},mode=0700 none "$1"', folder) as (inside, outside):
        if inside:
            yield inside, outside
            return
    yield ["prlimit", f"--fsize={LARGEST_FILE}", "--"], folder


@contextmanager
def read_only_disk(folder: Path) -> Iterator[Prefix]:
    """The content of `folder` on a disk that is mounted read-only."""
    with _mounted('mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"', folder) as (inside, _):
        if inside:
            yield inside
            return
    with locked_folder(folder) as inside:
        yield inside


@contextmanager
def locked_folder(folder: Path) -> Iterator[Prefix]:
    """The content of `folder` without write permission for anybody, root included."""
    made = [folder, *folder.rglob("*")]
    modes = {path: path.stat().st_mode for path in made}
    for path, mode in modes.items():
        path.chmod(mode & 0o555)
    rights = "-dac_override,-dac_read_search,-fowner"
    try:
        yield ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}", "--"] if os.geteuid() == 0 else []
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@contextmanager
def stopped_file_system(folder: Path, request: str) -> Iterator[Prefix]:
    """A file system at `folder` that takes a request of a kind and never answers it, see `stopped`.

    The arguments are empty if the system does not allow it: no /dev/fuse, or no right to mount.
    """
    program = f'exec {quote(sys.executable)} {quote(str(STOPPED))} "$1" {request}'
    with _mounted(program, folder, is_program=True) as (inside, _):
        yield inside


@contextmanager
def _mounted(how: str, folder: Path, *, is_program: bool = False) -> Iterator[tuple[Prefix, Path]]:
    """Keep a namespace in which `folder` is mounted; the arguments are empty if the system does not allow it.

    A program says itself that it is ready, and stays.
    """
    user = [] if os.geteuid() == 0 else ["--map-root-user"]
    script = how if is_program else f"{how} && echo ready && exec cat"
    with subprocess.Popen(
        ["unshare", "--mount", *user, "--", "sh", "-c", script, "sh", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as keeper:
        assert keeper.stdout
        ready = keeper.stdout.readline() == "ready\n"
        same_user = ["--user", "--preserve-credentials"] if user else []
        enter = ["nsenter", f"--target={keeper.pid}", "--mount", *same_user, f"--wd={Path.cwd()}", "--"]
        yield (enter if ready else []), Path(f"/proc/{keeper.pid}/root{folder}")
        assert keeper.stdin
        keeper.stdin.close()
