"""A process that has imported all of carelog, and begins programs in children of it: started by `forked`.

Each line on standard input is an order, as JSON. The number of the child is the answer; the child waits until the next
line comes, so that somebody can watch all that it does. When it has ended, its exit code and output are the answer.
"""

import ctypes
import gc
import json
import os
import runpy
import signal
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import mkstemp
from typing import Any, BinaryIO, NoReturn

import carelog
from reliability.same_process import said

MAIN = "carelog.__main__"
LATE = ("jinja2", "phonenumbers", "pyrage", "tomllib")
"""What carelog imports only where it is needed."""
SECONDS = 60
"""How long a program may take before it is ended."""
GATE = 3
"""The descriptor that a child waits at."""
ANY_PROCESS = -1
SET_TRACER, DROP_FROM_BOUNDING_SET, NO_NEW_RIGHTS = 0x59616D61, 24, 38
"""What `prctl` is asked for, from <linux/prctl.h>."""
CAPABILITIES, VERSION = 64, 0x20080522
"""The most rights that there can be, and how <linux/capability.h> lays them out."""


def main() -> None:
    """Serve orders until there are no more."""
    said(["--plain", "--version"], "", in_terminal=False)  # chooses the language
    names = (module.name for module in walk_packages(carelog.__path__, "carelog."))
    for name in (*LATE, *(name for name in names if name != MAIN)):
        import_module(name)
    del sys.modules[MAIN]  # each child runs it
    gc.collect()
    gc.freeze()
    # a child closes their descriptors, and must not close them a second time when it ends
    orders, answers = (os.fdopen(os.dup(number), mode, closefd=False) for number, mode in ((0, "rb"), (1, "wb")))
    for order in orders:
        serve(json.loads(order), orders, answers)


def serve(order: dict[str, Any], orders: BinaryIO, answers: BinaryIO) -> None:
    """Begin a program, let it go on at the next line, and tell what became of it."""
    wait, gate = os.pipe()
    outputs = [nameless_file(), nameless_file()]
    if not (child := os.fork()):
        begin(order, (os.open(os.devnull, os.O_RDONLY), *outputs, wait))
    tell(answers, child)
    orders.readline()
    for descriptor in (wait, gate):
        os.close(descriptor)
    _, status = os.waitpid(child, 0)
    tell(answers, [os.waitstatus_to_exitcode(status), *map(content, outputs)])


def begin(order: dict[str, Any], descriptors: Sequence[int]) -> NoReturn:
    """Be a process of its own, and end as one: what the program raises ends this process as it would end any other."""
    for place, descriptor in enumerate(descriptors):
        os.dup2(descriptor, place)
    os.closerange(GATE + 1, 256)
    os.environ.clear()
    os.environ.update(order["environment"])
    time.tzset()
    os.chdir(order["folder"])
    os.umask(order["umask"])
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_TRACER, ctypes.c_ulong(ANY_PROCESS), 0, 0, 0)
    if order["without_rights"] and os.geteuid() == 0:
        give_up_rights()
    os.read(GATE, 1)
    os.close(GATE)
    signal.alarm(SECONDS)
    run(order["program"])
    sys.exit()


def give_up_rights() -> None:
    """Take every right of root from this process and its children."""
    system = ctypes.CDLL(None)
    for number in range(CAPABILITIES):
        system.prctl(DROP_FROM_BOUNDING_SET, number, 0, 0, 0)
    system.prctl(NO_NEW_RIGHTS, 1, 0, 0, 0)
    head, none = (ctypes.c_uint32 * 2)(VERSION, 0), (ctypes.c_uint32 * 6)()
    if system.capset(head, none):
        sys.exit("the rights of root stay")


def run(program: list[str]) -> None:
    """Run the words behind `python`, as it runs them."""
    if program[0] == "-m":
        sys.argv = program[1:]
        runpy.run_module(program[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = program
        runpy.run_path(program[0], run_name="__main__")


def nameless_file() -> int:
    """The descriptor of a file that nobody else finds."""
    descriptor, name = mkstemp()
    Path(name).unlink()
    return descriptor


def content(descriptor: int) -> str:
    with os.fdopen(descriptor, "rb") as file:
        file.seek(0)
        return file.read().decode()


def tell(answers: BinaryIO, what: object) -> None:
    answers.write(json.dumps(what).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
