"""A model of a disk during a power cut: system calls are recorded, and the states that a cut can leave are built.

Only what was synced is durable. Of the rest any part may have reached the disk: writes are dropped at random and torn
at 512 bytes, changes of names are dropped at random or end at some point. `fsync` of a file makes its content durable
and the name it was created under; `fsync` of a folder the names in it. This is a model: ext4 keeps more.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from reliability.strace import strace
from support.command import environment

SECTOR = 512
CALLS = "openat,close,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,unlink,link,mkdir,dup,dup2,truncate"
_LINE = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """A system call: its name, the strings and the other arguments, and the returned value."""

    name: str
    strings: tuple[bytes, ...]
    words: tuple[str, ...]
    result: int


@dataclass
class File:
    """A file: its durable content, and changes that are not durable yet."""

    sure: bytearray = field(default_factory=bytearray)
    unsure: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Offsets, and the data written there; None truncates the file at the offset."""

    def sync(self) -> None:
        """Make all changes durable."""
        self.sure = bytearray(self.after(self.unsure))
        self.unsure.clear()

    def after(self, changes: Sequence[tuple[int, bytes | None]]) -> bytes:
        """The content after some of the changes."""
        content = bytearray(self.sure)
        for place, data in changes:
            if data is None:
                del content[place:]
                content.extend(bytes(max(place - len(content), 0)))
            else:
                content.extend(bytes(max(place - len(content), 0)))
                content[place : place + len(data)] = data
        return bytes(content)

    def some(self, chance: Random) -> bytes:
        """A content that a power cut may leave."""
        kept: list[tuple[int, bytes | None]] = []
        likely = chance.choice((0.0, 0.2, 0.5, 0.8, 1.0))
        for place, data in self.unsure:
            if chance.random() >= likely:
                continue
            if data is not None and len(data) > SECTOR and chance.random() < 0.3:
                kept += _torn(place, data, chance)
            else:
                kept.append((place, data))
        return self.after(kept)


def _torn(place: int, data: bytes, chance: Random) -> Iterator[tuple[int, bytes | None]]:
    for begin in range(0, len(data), SECTOR):
        if chance.random() < 0.5:
            yield place + begin, data[begin : begin + SECTOR]


@dataclass(frozen=True, slots=True)
class Naming:
    """A change of names in a folder: paths that get a file, replacing one they had, and paths that lose theirs."""

    folder: str
    gets: tuple[tuple[str, File], ...] = ()
    loses: tuple[str, ...] = ()

    def on(self, names: dict[str, File]) -> None:
        """Apply the change."""
        for path in self.loses:
            names.pop(path, None)
        names.update(self.gets)


class Disk:
    """A home on the disk, followed call by call; `output` is what the program printed so far."""

    def __init__(self, home: Path, start: Path) -> None:
        """Begin with the files of `start`, of which `home`, the folder that the calls name, was a copy."""
        self.home = home
        files = (path for path in start.rglob("*") if path.is_file())
        self.sure = {str(home / path.relative_to(start)): File(bytearray(path.read_bytes())) for path in files}
        self.names = dict(self.sure)
        self.unsure: list[Naming] = []
        self.output = ""
        self._open: dict[int, File | str] = {}
        self._at: dict[int, int] = {}

    def follow(self, call: Call) -> bool:
        """Apply a call; return whether it changed what a power cut could leave, or printed something."""
        if call.result < 0:
            return False
        if call.name in _ON_NAMES:
            return _ON_NAMES[call.name](self, call)
        descriptor = int(call.words[0]) if call.words and call.words[0].isdigit() else -1
        if call.name == "close":
            self._open.pop(descriptor, None)
        elif call.name == "lseek":
            self._at[descriptor] = call.result
        elif call.name in ("fsync", "fdatasync"):
            return self._synced(descriptor)
        elif call.name == "ftruncate" and isinstance(file := self._open.get(descriptor), File):
            file.unsure.append((int(call.words[1]), None))
            return True
        return False

    def after_a_power_cut(self, chance: Random, place: Path) -> bytes:
        """Write a state that a power cut may leave now to a folder; equal bytes are returned for equal states."""
        names = dict(self.sure)
        if chance.random() < 0.5:
            changes = self.unsure[: chance.randint(0, len(self.unsure))]
        else:
            changes = [each for each in self.unsure if chance.random() < 0.5]
        for change in changes:
            change.on(names)
        state = []
        for path, file in sorted(names.items()):
            content = file.some(chance)
            target = place / Path(path).relative_to(self.home)
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            target.write_bytes(content)
            target.chmod(0o600)
            state += [path.encode(), content]
        return b"\0".join(state)

    def _opened(self, call: Call) -> bool:
        path, flags = os.fsdecode(call.strings[0]), " ".join(call.words)
        self._open.pop(call.result, None)
        if not path.startswith(str(self.home)):
            return False
        self._at[call.result] = 0
        if path in self.names:
            self._open[call.result] = self.names[path]
            if "O_TRUNC" in flags:
                self.names[path].unsure.append((0, None))
            return "O_TRUNC" in flags
        if "O_CREAT" not in flags:
            self._open[call.result] = path
            return False
        file = File()
        self._open[call.result] = file
        self._change(Naming(str(Path(path).parent), gets=((path, file),)))
        return True

    def _written(self, call: Call) -> bool:
        descriptor, data = int(call.words[0]), call.strings[0][: call.result]
        if descriptor == 1:
            self.output += data.decode()
            return True
        file = self._open.get(descriptor)
        if not isinstance(file, File):
            return False
        place = int(call.words[-1]) if call.name == "pwrite64" else self._at[descriptor]
        if call.name == "write":
            self._at[descriptor] = place + len(data)
        file.unsure.append((place, data))
        return True

    def _named(self, call: Call) -> bool:
        first, *second = map(os.fsdecode, call.strings)
        if first not in self.names:
            return False
        target = second[0] if second else first
        gets = ((target, self.names[first]),) if second else ()
        self._change(Naming(str(Path(target).parent), gets, () if call.name == "link" else (first,)))
        return True

    def _synced(self, descriptor: int) -> bool:
        file = self._open.get(descriptor)
        if isinstance(file, File):
            file.sync()
            self._make_sure(lambda change: len(change.gets) == 1 and change.gets[0][1] is file and not change.loses)
        elif file is not None:
            self._make_sure(lambda change: change.folder == file)
        return file is not None

    def _make_sure(self, which: object) -> None:
        assert callable(which)
        for change in [each for each in self.unsure if which(each)]:
            change.on(self.sure)
        self.unsure = [each for each in self.unsure if not which(each)]

    def _change(self, change: Naming) -> None:
        change.on(self.names)
        self.unsure.append(change)


_ON_NAMES: dict[str, Callable[[Disk, Call], bool]] = {
    "openat": Disk._opened,
    "write": Disk._written,
    "pwrite64": Disk._written,
    "rename": Disk._named,
    "link": Disk._named,
    "unlink": Disk._named,
}


def recorded(program: Sequence[str], home: Path) -> list[Call]:
    """The calls by which a program changed files or printed output; the program has to succeed."""
    log = home.with_name(f"{home.name}.calls")
    done = subprocess.run(
        [*strace(log, "--seccomp-bpf", "-xx", "-s", "9999999", "-e", f"trace={CALLS}"), *program],
        env=environment({"CARELOG_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    calls = []
    for line in log.read_text("ascii").splitlines():
        found = _LINE.match(line)
        if found is None:
            assert "+++" in line or "---" in line or "= ?" in line, f"a call that cannot be followed: {line[:200]}"
            continue
        strings = tuple(bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(found[2]))
        words = tuple(word for word in _TEXT.sub("", found[2]).replace(",", " ").split() if word)
        calls.append(Call(found[1], strings, words, int(found[3])))
    return calls
