"""Whether files are on a local disk, found out without touching what may never answer.

A network folder, or a program that plays a file system, may take a request and never answer it. Linux says in its
mount table what lies where, and reading that never waits (proc_pid_mountinfo(5)).
"""

from __future__ import annotations

import os
import sys

from carelog.crisis.place import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_TABLE, _LONGEST_TABLE = "/proc/self/mountinfo", 1 << 24
_LOCAL = frozenset(
    b"apfs bcachefs btrfs devtmpfs erofs exfat ext2 ext3 ext4 f2fs hfs hfsplus iso9660 jfs msdos nilfs2 ntfs ntfs3 "
    b"ramfs reiserfs rootfs squashfs tmpfs ubifs udf vfat xfs zfs".split()
)
"""File systems on a disk or in memory, by their names in the kernel; any other may need somebody else to answer."""
_LAYERED = b"overlay"
"""Layers of other file systems, of which the table does not say where they lie. The root may be one, as in a container:
carelog itself comes from there."""
_ELSEWHERE = (b"/dev/drbd", b"/dev/loop", b"/dev/nbd", b"/dev/rbd")
"""Disks that are a file, or behind a network, whatever file system is on them."""
_ESCAPED = ((b"\\", b"\\134"), (b" ", b"\\040"), (b"\t", b"\\011"), (b"\n", b"\\012"))
_KIND, _LINK = 0o170000, 0o120000


def are_local(paths: Iterable[str]) -> bool:
    """Whether each path leads over local file systems alone and through no link, as far as there is something there.

    False where that is not known. True on systems without a mount table, which can tell nothing.
    """
    if sys.platform != "linux":
        return True
    try:
        table = read(_TABLE, _LONGEST_TABLE)
        return _is_local("/", table) and all(_leads_over_disks(path, table) for path in paths)
    except OSError:
        return False


def _leads_over_disks(path: str, table: bytes) -> bool:
    """Whether a path is local. A part of it is looked at only when the table says that the parts before it are."""
    path = path if path.startswith("/") else f"{os.getcwd()}/{path}"
    part = ""
    for name in path.split("/"):
        if name in {"", "."}:
            continue
        part = f"{part}/{name}"
        if name == ".." or not _is_local(part, table):
            return False
        try:
            if os.lstat(part).st_mode & _KIND == _LINK:
                return False
        except OSError:
            return True
    return True


def _is_local(part: str, table: bytes) -> bool:
    """Whether nothing is mounted at a path, or what is local; of several on top of each other, all of them."""
    point = os.fsencode(part)
    for character, escaped in _ESCAPED:
        point = point.replace(character, escaped)
    sought = b" %b " % point
    at = table.find(sought)
    while at >= 0:
        line = table[table.rfind(b"\n", 0, at) + 1 : table.find(b"\n", at)]
        kind, source = line.partition(b" - ")[2].split(b" ")[:2]
        local = kind in _LOCAL or (kind == _LAYERED and part == "/")
        if line.split(b" ")[4] == point and (not local or source.startswith(_ELSEWHERE)):
            return False
        at = table.find(sought, at + 1)
    return True
