"""Whether a folder lies where other programs or computers change files: no place for a journal that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SERVICES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "pcloud drive": "pCloud",
    "syncthing": "Syncthing",
}
_OF_NETWORKS = frozenset(["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "9p", "davfs", "lustre"])
_OVER_FUSE = frozenset(["sshfs", "rclone", "davfs2", "davfs", "glusterfs", "s3fs", "gvfsd-fuse", "cephfs", "smbnetfs"])


def service_of(folders: Iterable[str]) -> str:
    """The service that synchronises a place, by the names of the folders it lies in; empty where none is known."""
    for folder in folders:
        name = folder.lower()
        for begins, service in _SERVICES.items():
            if name == begins or name.startswith((f"{begins} -", f"{begins}-", f"{begins} (")):
                return service
    return ""


def network_of(mounts: Iterable[str], path: str) -> str:
    """The kind of network file system a path lies on, such as nfs4, by the lines of Linux's `mountinfo`; or empty.

    Source: proc_pid_mountinfo(5): the mount point is the fifth field, the type comes after a dash of its own.
    """
    nearest, kind = "", ""
    for line in mounts:
        before, dash, after = line.partition(" - ")
        fields, types = before.split(), after.split()
        if not dash or len(fields) < 5 or not types:
            continue
        point = _unescaped(fields[4])
        if len(point) >= len(nearest) and f"{path}/".startswith(f"{point.rstrip('/')}/"):
            nearest, kind = point, types[0]
    is_remote = kind in _OF_NETWORKS or kind.removeprefix("fuse.") in _OVER_FUSE
    return kind if is_remote else ""


def _unescaped(point: str) -> str:
    for code, letter in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        point = point.replace(code, letter)
    return point
