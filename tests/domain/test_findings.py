"""What weighs how much when everything is looked at, and which folders are no place for an open journal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.finding import FindingKind, Severity
from carelog.domain.synced_folder import network_of, rightless_of, service_of

MOUNTS = [
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
    "40 22 0:35 / /home rw shared:2 - nfs4 server:/home rw,vers=4.2",
    "41 40 0:36 / /home/kim/local rw - ext4 /dev/sdb1 rw",
    r"42 22 0:37 / /mnt/my\040share rw master:3 - cifs //server/share rw",
    "43 22 0:38 / /media/kim rw - fuse.sshfs kim@there:/ rw",
    "44 22 0:39 / /media/stick rw - fuse.exfat /dev/sdc1 rw",
    "45 22 8:49 / /media/card rw - vfat /dev/sdd1 rw",
    "46 22 0:45 / /mnt/host rw - virtiofs host rw",
    "47 22 0:46 / /mnt/drive rw - fuse.google-drive-ocamlfuse drive rw",
    "48 45 8:50 / /media/card/inside rw - ext4 /dev/sdd2 rw",
    "a line that is none",
    "1 2 3 - ",
]


def test_what_is_damaged_asks_to_be_put_right_and_what_may_be_meant_does_not() -> None:
    assert FindingKind.JOURNAL_SOUND.severity is Severity.SOUND
    assert FindingKind.SYNCHRONISED.severity is Severity.REMARK
    damaged = [kind for kind in FindingKind if "damaged" in kind.value or "unreadable" in kind.value]
    assert {kind.severity for kind in damaged} == {Severity.WRONG}


@pytest.mark.parametrize(
    ("folders", "service"),
    [
        (["/", "home", "kim", "Dropbox", "carelog"], "Dropbox"),
        (["/", "home", "kim", "OneDrive - A School", "notes"], "OneDrive"),
        (["/", "Users", "kim", "Library", "Mobile Documents", "com~apple~CloudDocs"], "iCloud"),
        (["C:\\", "Users", "kim", "iCloudDrive"], "iCloud"),
        (["/", "home", "kim", "nextcloud"], "Nextcloud"),
        (["/", "home", "kim", "Dropboxes"], ""),
        (["/", "home", "kim", ".local", "share", "carelog"], ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(folders: list[str], service: str) -> None:
    assert service_of(folders) == service


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/kim/.local/share/carelog", "nfs4"),
        ("/home/kim/local/carelog", ""),
        ("/home", "nfs4"),
        ("/homes/kim", ""),
        ("/mnt/my share/carelog", "cifs"),
        ("/media/kim/x", "fuse.sshfs"),
        ("/media/stick/x", ""),
        ("/media/card/x", ""),
        ("/mnt/host/x", "virtiofs"),
        ("/mnt/drive/x", "fuse.google-drive-ocamlfuse"),
        ("/srv", ""),
    ],
)
def test_a_network_folder_is_known_by_the_mount_it_lies_on(path: str, kind: str) -> None:
    assert network_of(MOUNTS, path) == kind


@pytest.mark.parametrize(
    ("path", "kind"), [("/media/card/x", "vfat"), ("/media/card/inside/x", ""), ("/home", ""), ("/media/cards", "")]
)
def test_a_disk_without_rights_is_known_by_the_mount_too(path: str, kind: str) -> None:
    assert rightless_of(MOUNTS, path) == kind


@given(st.lists(st.text()), st.text())
def test_no_list_of_mounts_is_too_odd_to_be_read(mounts: list[str], path: str) -> None:
    assert isinstance(network_of(mounts, path), str)
