"""Whether a folder is synchronised or on a network, where other computers change files: unsafe for an open journal."""

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
MARKS = {
    ".stfolder": "Syncthing",
    ".stversions": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".dropbox": "Dropbox",
}
"""What a service puts into a folder that it synchronises, and the service."""
_NETWORK_TYPES = frozenset(
    ["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "9p", "davfs", "lustre"]
)
_NETWORK_FUSE_TYPES = frozenset(
    ["sshfs", "rclone", "davfs2", "davfs", "glusterfs", "s3fs", "gvfsd-fuse", "cephfs", "smbnetfs"]
)


def service_of(folders: Iterable[str]) -> str:
    """The name of the service that synchronises a place, by the names of the folders it lies in; empty if none does."""
    for folder in folders:
        name = folder.lower()
        for prefix, service in _SERVICES.items():
            if name == prefix or name.startswith((f"{prefix} -", f"{prefix}-", f"{prefix} (")):
                return service
    return ""


def network_of(mounts: Iterable[str], path: str) -> str:
    """The type of network file system that a path lies on, such as nfs4; empty if it is on none.

    `mounts` are the lines of Linux's `/proc/self/mountinfo`, and the mount with the longest matching path decides.

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
    is_remote = kind in _NETWORK_TYPES or kind.removeprefix("fuse.") in _NETWORK_FUSE_TYPES
    return kind if is_remote else ""


def _unescaped(point: str) -> str:
    for code, letter in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        point = point.replace(code, letter)
    return point
