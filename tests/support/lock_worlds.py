"""Homes in which the files of a lock do not fit together: the files of two locked homes, put together in every way."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from carelog.domain.entry import Entry
from carelog.domain.ids import new_id
from carelog.journal import Journal
from carelog.journal.keys.key_ring import forget_keys
from carelog.journal.lock.lock import encrypt_home, make_slots, new_key
from carelog.journal.lock.sealed_notes import seal
from carelog.paths import Paths
from support.locks import CODE, PASSPHRASE

OTHER_PASSPHRASE = "four words of another"
JOURNALS = ("plain", "encrypted", "foreign", "missing", "damaged")
SLOTS = (
    "none",
    "own",
    "foreign",
    "foreign, same passphrase",
    "foreign passphrase",
    "foreign passphrase, same words",
    "foreign code",
    "damaged",
    "damaged passphrase",
)
PUBLIC_KEYS = ("own", "foreign", "nonsense", "missing")
SECRET_KEYS = ("own", "foreign", "damaged", "missing")
BACKUPS = ("encrypted", "plain", "foreign", "none")
NOTES = ("none", "own", "foreign")

OLD_WORD, SEALED_WORD = "quillwort", "tansy"


@dataclass(frozen=True)
class World:
    """What lies in a home: whose each file of the lock is."""

    journal: str = "encrypted"
    slots: str = "own"
    public: str = "own"
    secret: str = "own"
    backups: str = "encrypted"
    notes: str = "none"

    def __str__(self) -> str:
        return f"{self.journal}/{self.slots}/{self.public}/{self.secret}/{self.backups}/{self.notes}"


@dataclass(frozen=True)
class Pieces:
    """The files of one locked home by name, and what was plain before the lock."""

    plain: bytes = b""
    encrypted: bytes = b""
    backup_name: str = ""
    backup: bytes = b""
    keys: dict[str, bytes] = field(default_factory=dict)
    note_name: str = ""
    note: bytes = b""


def build(world: World, home: Path) -> None:
    """Make the home of a world."""
    own, foreign = pieces(PASSPHRASE), pieces(OTHER_PASSPHRASE)
    _write(home / "journal.db", _pick(world.journal, own, foreign))
    backup = {"encrypted": own.backup, "plain": own.plain, "foreign": foreign.backup}.get(world.backups, b"")
    _write(home / "backups" / own.backup_name, backup)
    for name, content in _slots(world.slots).items():
        _write(home / "carelog-keys" / name, content)
    for name, whose in (("sealing.pub", world.public), ("sealing.key", world.secret)):
        content = {"own": own.keys[name], "foreign": foreign.keys[name], "nonsense": b"age1nonsense\n"}.get(whose, b"")
        content = _spoilt(own.keys[name]) if whose == "damaged" else content
        _write(home / "carelog-keys" / name, content)
    if world.notes != "none":
        source = own if world.notes == "own" else foreign
        _write(home / "sealed" / source.note_name, source.note)


@cache
def pieces(passphrase: str, number: int = 1) -> Pieces:
    """The files of a home that was locked with a passphrase; homes of another number have another key."""
    with TemporaryDirectory() as place:
        paths, key = Paths.inside(Path(place) / f"carelog-{number}"), new_key()
        with Journal.open(paths) as journal:
            journal.entries.add(2, OLD_WORD)
            journal.back_up()
        plain = paths.journal.read_bytes()
        make_slots(paths, key, passphrase, CODE)
        encrypt_home(paths)
        with Journal.open(paths) as journal:
            at = journal.clock.now()
            entry = Entry(id=new_id(at.milliseconds), at=at, day=journal.today, mood=2, note=SEALED_WORD)
        seal(paths, entry)
        [backup], [note] = paths.backups.glob("*.db"), paths.sealed.iterdir()
        keys = {path.name: path.read_bytes() for path in paths.keys.iterdir()}
        made = Pieces(
            plain, paths.journal.read_bytes(), backup.name, backup.read_bytes(), keys, note.name, note.read_bytes()
        )
    forget_keys()
    return made


def _pick(what: str, own: Pieces, foreign: Pieces) -> bytes:
    kinds = {"plain": own.plain, "encrypted": own.encrypted, "foreign": foreign.encrypted}
    return _spoilt(own.encrypted) if what == "damaged" else kinds.get(what, b"")


def _slots(what: str) -> dict[str, bytes]:
    own, foreign, twin = pieces(PASSPHRASE).keys, pieces(OTHER_PASSPHRASE).keys, pieces(PASSPHRASE, 2).keys
    passphrase, code = {
        "none": ({}, {}),
        "own": (own, own),
        "foreign": (foreign, foreign),
        "foreign, same passphrase": (twin, twin),
        "foreign passphrase": (foreign, own),
        "foreign passphrase, same words": (twin, own),
        "foreign code": (own, foreign),
        "damaged": (own, own),
        "damaged passphrase": (own, own),
    }[what]
    slots = {
        name: source[name] for name, source in (("passphrase.slot", passphrase), ("recovery.slot", code)) if source
    }
    spoilt = {"damaged": list(slots), "damaged passphrase": ["passphrase.slot"]}.get(what, [])
    return {name: _spoilt(content) if name in spoilt else content for name, content in slots.items()}


def _spoilt(content: bytes) -> bytes:
    return content[:20] + bytes(byte ^ 0x5A for byte in content[20:60]) + content[60:]


def _write(path: Path, content: bytes) -> None:
    if content:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(0o600)
        path.write_bytes(content)
