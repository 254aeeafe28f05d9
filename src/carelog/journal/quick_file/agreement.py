r"""What the quick door knows of a home: a file that the slow way leaves, used while all it names is as it was.

One fact a line, UTF-8, `key TAB value`. What the door can see for itself comes first, and is compared as a whole:

    carelog-quick 1
    program       0.1.0
    day           2026-11-30
    zone          None  None  60  41 8812 2298 1764490000000000000 1764490000000000000
    journal       41 90211
    settings      41 90213 118 1764490000000000000 1764490000000000000
    card          41 90215 964 1764490000000000000 1764490000000000000
    backups       41 90217 4096 1764490000000000000 1764490000000000000

What was read from these files follows, as long as they agree:

    revision      42
    day-begins    240
    scores        2  3  4  5
    word          1  awful
    end           5731

A file is told by its device, inode, size, and the times at which it and its state were changed. `end` is a checksum, as
on the card.
"""

from __future__ import annotations

import os

from carelog import __version__
from carelog.crisis.place import is_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carelog.domain.score import Scored
    from carelog.journal.quick_file.now import Now

FILE = "quick.txt"
"""The name of the file, which lies beside the card."""
LONGEST = 16_384
"""The most bytes of it that are read."""
NOTHING = "-"

_ZONE_HERE = "/etc/localtime"
_KNOWN_WISH, _WISHES = "CARELOG_HOME", ("CARELOG_", "_CARELOG_")


class Known:
    """What is known of a home beside what agrees.

    `revision` is that of the card, `day_begins` minutes after midnight, `scores` those that are answered in one
    sentence, `scored` scores with the words for them, first the five that are said.
    """

    __slots__ = ("day_begins", "revision", "scored", "scores")

    def __init__(self, revision: int, day_begins: int, scores: Iterable[int], scored: Iterable[Scored]) -> None:
        self.revision, self.day_begins = revision, day_begins
        self.scores, self.scored = tuple(scores), tuple(scored)


def has_wishes(environ: Mapping[str, str]) -> bool:
    """Whether a variable wants something of carelog that the door does not know: it knows where the home is."""
    return any(name.startswith(_WISHES) and name != _KNOWN_WISH for name in environ)


def identity(path: str) -> str:
    """Which file or folder lies at a path, and in which state; `-` where there is none. Raises OSError."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return NOTHING
    return f"{found.st_dev} {found.st_ino} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def dump(data: str, settings: str, now: Now, known: Known) -> bytes:
    """The content of the file for a home: its folder `data`, and its file of settings. Raises OSError."""
    lines = [
        f"revision\t{known.revision}\n",
        f"day-begins\t{known.day_begins}\n",
        "\t".join(["scores", *map(str, known.scores)]) + "\n",
        *(f"word\t{score}\t{word}\n" for score, word in known.scored),
    ]
    body = (_agreed(data, settings, now) + "".join(lines)).encode()
    return body + b"end\t%d\n" % sum(body)


def parse(content: bytes, data: str, settings: str, now: Now) -> Known | None:
    """What is known of a home; None where anything is not as it was, or the file is not whole. Raises OSError."""
    agreed = _agreed(data, settings, now).encode()
    if not (content.startswith(agreed) and is_whole(content)):
        return None
    lines = [line.split("\t") for line in content[len(agreed) :].decode().splitlines()]
    facts = {line[0]: line[1:] for line in lines}
    words = [(int(line[1]), line[2]) for line in lines if line[0] == "word"]
    return Known(int(facts["revision"][0]), int(facts["day-begins"][0]), map(int, facts["scores"]), words)


def _agreed(data: str, settings: str, now: Now) -> str:
    """What has to be as it was. The day is that of the wall clock, so that each begins with the slow way.

    The journal itself changes with every entry: what matters in it is asked when it is open.
    """
    journal = identity(f"{data}/journal.db").split()[:2]
    zone = [ascii(os.environ.get("TZ")), ascii(os.environ.get("TZDIR")), str(now.offset), identity(_ZONE_HERE)]
    facts = (
        ("carelog-quick", "1"),
        ("program", __version__),
        ("day", now.day),
        ("zone", "\t".join(zone)),
        ("journal", " ".join(journal)),
        ("settings", identity(settings)),
        ("card", identity(f"{data}/card.txt")),
        ("backups", identity(f"{data}/backups")),
    )
    return "".join(f"{key}\t{value}\n" for key, value in facts)
