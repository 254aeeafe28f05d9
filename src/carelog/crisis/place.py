"""Where a person's home is, reading it without blocking, and what it answers about their card within a second in all.

A network folder, or a program that plays a file system, may take a request and stop. So a thread looks, and the card
goes on without it when the second is over; where the home may lie on such a one, a process of its own looks (`apart`).
Why both: docs/decisions/0032-a-home-that-does-not-answer.md. It is one module, because each one more takes the card
longer than all that is done here.
"""

from __future__ import annotations

import _thread
import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from carelog.crisis.apart import Look

    Rescue = Callable[[], Iterable[str]]
    """Reads the card's facts from the journal, and gives the text of a card again after each part of it."""

SECONDS = 1.0
"""How long the card waits for the home, all in all."""
WHOLE, DAMAGED, MISSING, UNREADABLE = b"+", b"~", b"-", b"!"
"""How an answer begins: with a card behind it, or with none because there is no file, or it cannot be read."""
_TABLE, _LONGEST_TABLE = "/proc/self/mountinfo", 1 << 24
_LOCAL = (
    b"apfs bcachefs btrfs devtmpfs erofs exfat ext2 ext3 ext4 f2fs hfs hfsplus iso9660 jfs msdos nilfs2 ntfs ntfs3 "
    b"ramfs reiserfs squashfs tmpfs ubifs udf vfat xfs zfs"
)
"""File systems on a disk or in memory, as the kernel calls them; for any other somebody else may have to answer."""
_ELSEWHERE = (b"/dev/drbd", b"/dev/loop", b"/dev/nbd", b"/dev/rbd")
"""Disks that are a file or behind a network, whatever file system is on them."""
_ESCAPED = ((b"\\", b"\\134"), (b" ", b"\\040"), (b"\t", b"\\011"), (b"\n", b"\\012"))
_AT_ONCE = 65_536
_KIND, _REGULAR, _LINK = 0o170000, 0o100000, 0o120000


class Home:
    """The answers of a home, as they come. `look` gives them and may raise, or never end; it is called at once.

    `answers` are those that came so far. `complete` says that `look` came to its end, `late` that the time ran out.
    With `apart` a process of its own looks, where the system has such.
    """

    def __init__(self, look: Look, *, apart: bool) -> None:
        self._until = time.monotonic() + SECONDS
        self.answers: list[bytes] = []
        self.complete = self.late = False
        self._first, self._ended = _thread.allocate_lock(), _thread.allocate_lock()
        self._first.acquire()
        self._ended.acquire()
        self._child = 0
        if apart:
            try:
                from carelog.crisis.apart import look_apart

                self._child, look = look_apart(look)
            except (ImportError, OSError):
                self._child = 0  # no process can be had: a thread has to do
        try:
            _thread.start_new_thread(self._collect, (look,))
        except RuntimeError:  # no more threads: better to look without a limit than not at all, where that is safe
            if not self._child:
                self._collect(look)

    def first(self) -> bytes:
        """The first answer, waited for; empty where there is none in time."""
        if not self.answers:
            self._wait_for(self._first)
        return self.answers[0] if self.answers else b""

    def last(self) -> bytes:
        """The last answer behind the first, when there are no more or the time has run out; empty without any."""
        if not self.complete:
            self._wait_for(self._ended)
        return self.answers[-1] if len(self.answers) > 1 else b""

    def leave(self) -> None:
        """End the process that looks, if there is one, without waiting for its end."""
        if self._child:
            from carelog.crisis.apart import leave

            leave(self._child)

    def _wait_for(self, lock: _thread.LockType) -> None:
        self.late = not lock.acquire(timeout=max(self._until - time.monotonic(), 0))

    def _collect(self, look: Look) -> None:
        try:
            for answer in look():
                self.answers.append(answer)
                if len(self.answers) == 1:
                    self._first.release()
            self.complete = True
        except BaseException:  # noqa: BLE001 - what came before it is shown, and a thread has nobody to tell
            return
        finally:
            if not self.answers:
                self._first.release()
            self._ended.release()


def look_at_home(rescue: Rescue) -> Home:
    """Begin to read the person's card: its file first and, where that is missing or damaged, what `rescue` finds."""
    folder = data_folder(os.environ)
    card, settings = f"{folder}/card.txt", f"{settings_folder(os.environ)}/settings.toml"
    return Home(lambda: _cards(card, rescue), apart=not are_local(card, f"{folder}/journal.db", settings))


def data_folder(environ: Mapping[str, str]) -> str:
    """The folder of the journal and the card: CARELOG_HOME, else the platform's folder for application data.

    CARELOG_HOME is made a whole path: `~` is the person's own folder, and what is relative is below the current one.

    Equals `platformdirs.user_data_dir("carelog", appauthor=False)`, which would take too long to import here.
    """
    return _folder(environ, "XDG_DATA_HOME", (".local", "share"))


def settings_folder(environ: Mapping[str, str]) -> str:
    """The folder of the settings: CARELOG_HOME, else the platform's folder for configuration.

    Equals `platformdirs.user_config_dir("carelog", appauthor=False)`.
    """
    return _folder(environ, "XDG_CONFIG_HOME", (".config",))


def read(path: str, limit: int = 262_144) -> bytes:
    """The first `limit` bytes of a file. A named pipe or a device in its place is not waited for.

    Raises OSError, also for what is no file. Where the file system itself does not answer this never returns.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        if os.fstat(descriptor).st_mode & _KIND != _REGULAR:
            raise OSError(path)
        content = part = os.read(descriptor, min(limit, _AT_ONCE))
        while part and len(content) < limit:
            part = os.read(descriptor, min(limit - len(content), _AT_ONCE))
            content += part
        return content
    finally:
        os.close(descriptor)


def is_whole(content: bytes) -> bool:
    """Whether the bytes of a card's file reach to its end, and add up to what stands there."""
    body, mark, end = content.rpartition(b"end\t")
    return mark + end == b"end\t%d\n" % sum(body)


def are_local(*paths: str) -> bool:
    """Whether each path leads over local disks alone and through no link, as far as there is something there.

    Linux says in its mount table what lies where, and reading that never waits (proc_pid_mountinfo(5)). What is mounted
    at the root is taken as local, because carelog itself comes from there. False where something is not known, True on
    systems without such a table, which can tell nothing.
    """
    if sys.platform != "linux":
        return True
    known = set[bytes]()
    try:
        table = read(_TABLE, _LONGEST_TABLE)
        return all(_is_local(os.fsencode(path), table, known) for path in paths)
    except OSError:
        return False


def _folder(environ: Mapping[str, str], variable: str, below_home: tuple[str, ...]) -> str:
    if home := environ.get("CARELOG_HOME"):
        return _whole(home)
    if sys.platform == "win32":
        shared = environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif not os.path.isabs(shared := environ.get(variable, "")):
        below_home = ("Library", "Application Support") if sys.platform == "darwin" else below_home
        shared = os.path.join(environ.get("HOME") or os.path.expanduser("~"), *below_home)
    return os.path.join(shared, "carelog")


def _whole(path: str) -> str:
    """The whole path of a folder; as it is where the current folder is gone."""
    path = os.path.expanduser(path)
    try:
        return path if os.path.isabs(path) else os.path.abspath(path)
    except OSError:
        return path


def _is_local(path: bytes, table: bytes, known: set[bytes]) -> bool:
    """Whether a path is local. A part of it is looked at only when the table says that the parts before it are."""
    part = b""
    for name in (path if path.startswith(b"/") else b"%b/%b" % (os.getcwdb(), path)).split(b"/"):
        if name in {b"", b"."}:
            continue
        part = b"%b/%b" % (part, name)
        if part in known:
            continue
        if name == b".." or not _is_mounted_locally(part, table):
            return False
        try:
            if os.lstat(part).st_mode & _KIND == _LINK:
                return False
        except OSError:  # nothing is there that could make anybody wait
            return True
        known.add(part)
    return True


def _is_mounted_locally(part: bytes, table: bytes) -> bool:
    """Whether nothing is mounted at a path, or what is local; of several on top of each other, all of them."""
    for character, escaped in _ESCAPED:
        part = part.replace(character, escaped)
    sought = b" %b " % part
    at = table.find(sought)
    while at >= 0:
        line = table[table.rfind(b"\n", 0, at) + 1 : table.find(b"\n", at)]
        kind, source = line.partition(b" - ")[2].split(b" ")[:2]
        is_local = kind in _LOCAL.split() and not source.startswith(_ELSEWHERE)
        if line.split(b" ")[4] == part and not is_local:
            return False
        at = table.find(sought, at + 1)
    return True


def _cards(path: str, rescue: Rescue) -> Iterator[bytes]:
    try:
        content = read(path)
        answer = (WHOLE if is_whole(content) else DAMAGED) + content
    except (FileNotFoundError, NotADirectoryError):
        answer = MISSING
    except (OSError, ValueError):
        answer = UNREADABLE
    yield answer
    if answer[:1] != WHOLE:
        for text in rescue():
            yield WHOLE + text.encode()
