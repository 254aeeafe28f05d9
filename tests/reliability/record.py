"""Record what carelog says and writes, to compare two versions of it: `record.py FOLDER [--brief]`.

Every command of the reliability matrix runs in a plain and in a locked home, every help page at two widths, every
page on an invented year, and every sample as an import. FOLDER then holds one text file for each home, with the words,
streams and exit number of each command, and each file that was left. Run it for both versions and compare with `diff`:

    PYTHONPATH=OLD/src:tests python tests/reliability/record.py before
    PYTHONPATH=NEW/src:tests python tests/reliability/record.py after
    diff -r before after

The clock stands still and what is random is the same in each recording. `--brief` leaves out the locked home.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from reliability.matrix import LOCKED, MATRIX, Step, environment_of, furnish, run_step
from support.source import ROOT, SAMPLES

PLACE = Path(tempfile.gettempdir()) / "carelog-recording"
"""The same folder for every recording, since some pages show where a file is."""

SAME_RANDOM = """
import hashlib, itertools, os
_seed, _calls = os.environ["CARELOG_RECORDING"], itertools.count()
def urandom(size):
    number = next(_calls)
    return hashlib.shake_256(f"{_seed} {number}".encode()).digest(size)
os.urandom = urandom
"""
"""What makes random bytes the same in each recording; each command has a seed of its own."""

PAGES = (
    "",
    "today",
    "week",
    "streaks",
    "trends",
    "calendar",
    "insights",
    "log",
    "log -n 3",
    "contact",
    "reach",
    "plan",
    "keep",
    "activity",
    "sign",
    "routine",
    "due",
    "agenda agenda.ics",
    "helplines",
    "appointment",
    "bring",
    "questionnaire",
    "shares",
    "imports",
    "verify",
    "traces",
    "settings",
    "crisis",
    "crisis --all",
    "crisis --qr",
    "tracker list",
    "on-this-day",
    "export --yes -o -",
    "export --yes --for ally -o -",
    "export --yes --for self -o -",
    "lock",
    "last walk",
    "show last",
)
"""What a person looks at; none of it changes the journal."""

WAYS = (
    {"COLUMNS": "40"},
    {"COLUMNS": "80", "FORCE_COLOR": "1"},
    {"COLUMNS": "120", "CARELOG_PLAIN": "1"},
)
"""How wide and in what colours a page is drawn."""

SHOWN = ("COLUMNS", "FORCE_COLOR", "CARELOG_PLAIN")
"""The variables that a recording names beside a command."""


def main(arguments: Sequence[str]) -> None:
    """Record into the folder that is named first."""
    target = Path(arguments[0]).resolve()
    target.mkdir(parents=True)
    homes = {"matrix": lambda: matrix(MATRIX), "help": help_pages, "pages": pages, "samples": samples, "bare": bare}
    if "--brief" not in arguments:
        homes["locked"] = lambda: matrix(LOCKED)
    for name, record in homes.items():
        shutil.rmtree(PLACE, ignore_errors=True)
        PLACE.mkdir(mode=0o700)
        (PLACE / "same").mkdir()
        (PLACE / "same" / "sitecustomize.py").write_text(SAME_RANDOM, encoding="utf-8")
        (target / f"{name}.txt").write_text("".join(record()), encoding="utf-8", errors="surrogateescape")
        sys.stdout.write(f"{name}: recorded\n")
        sys.stdout.flush()
    shutil.rmtree(PLACE)


def matrix(steps: Iterable[Step]) -> Iterator[str]:
    """Some weeks of a person who uses every command, and what they leave."""
    variables = begin()
    furnish(PLACE / "desk")
    for number, step in enumerate(steps):
        if "backup.db" in step.line:
            newest = max((PLACE / "carelog" / "backups").glob("journal-*.db"))
            (PLACE / "desk" / "backup.db").write_bytes(newest.read_bytes())
        yield said(step, variables, number)
    yield from files_left()


def help_pages() -> Iterator[str]:
    """The help of the program, of each group and of each command, drawn and plain."""
    variables = begin()
    for way in ({"COLUMNS": "40"}, {"COLUMNS": "100"}):
        for line in ("--help", "--help --plain"):
            for name in ("", *commands(variables)):
                yield said(Step(f"{name} {line}"), variables | way, 0)


def pages() -> Iterator[str]:
    """Every page on an invented year, at three widths, masked, and as JSON."""
    variables = begin()
    yield said(Step("demo {desk}/invented --years 1"), variables, 0)
    variables |= {"CARELOG_HOME": str(PLACE / "desk" / "invented")}
    for number, line in enumerate(PAGES):
        for way in WAYS:
            yield said(Step(line), variables | way, number)
        yield said(Step(f"--discreet {line}"), variables, number)
        yield said(Step(f"--json {line}"), variables, number)
    for form in ("html", "md", "txt", "json", "csv"):
        for audience in ("therapist", "ally", "self"):
            out = f"{{desk}}/{audience}.{'zip' if form == 'csv' else form}"
            yield said(Step(f"export --yes --for {audience} --format {form} -o {out}"), variables, 0)
    yield from files_left()


def samples() -> Iterator[str]:
    """Each sample file looked at, taken in, and the journal afterwards."""
    variables = begin()
    for number, path in enumerate(sorted(SAMPLES.glob("*/*"))):
        for tail in ("", " --json", " --apply"):
            yield said(Step(f"import '{path}'{tail}"), variables, number)
    yield said(Step("log --from 2000-01-01 --json"), variables, 0)
    yield from files_left()


def bare() -> Iterator[str]:
    """Each command without words and with an option that does not exist, where nobody can be asked."""
    variables = begin()
    for number, name in enumerate(commands(variables)):
        for tail in ("", " --no-such-option", " nonsense", " --json"):
            yield said(Step(f"{name}{tail}"), variables, number)
    yield from files_left()


def begin() -> dict[str, str]:
    """An empty home and desk, and the environment of the commands that run there."""
    variables = environment_of(PLACE, PLACE / "carelog", PLACE / "desk")
    variables["PYTHONPATH"] = f"{PLACE / 'same'}{os.pathsep}{variables['PYTHONPATH']}"
    del variables["PYTHONDONTWRITEBYTECODE"]
    return variables


def commands(variables: Mapping[str, str]) -> list[str]:
    """Every command and group that help names."""
    names = listed("", variables)
    return [whole for name in names for whole in (name, *(f"{name} {part}" for part in listed(name, variables)))]


def listed(group: str, variables: Mapping[str, str]) -> list[str]:
    """The commands of a group as its plain help lists them; none where it is a command."""
    done = ended(Step(f"{group} --help --plain"), dict(variables, CARELOG_RECORDING="0"))
    _, _, below = done.stdout.decode().partition("\nCommands:\n")
    return re.findall(r"^  (\S+)", below, re.MULTILINE)


def said(step: Step, variables: Mapping[str, str], number: int) -> str:
    """A command line, its exit number and both streams."""
    done = ended(step, dict(variables, CARELOG_RECORDING=str(number)))
    way = " ".join(f"{name}={variables[name]}" for name in SHOWN if name in variables)
    title = f"\n$ {way} carelog {step.line}\nexit {done.returncode}\n"
    out, err = (stream.decode("utf-8", "surrogateescape") for stream in (done.stdout, done.stderr))
    return f"{title}out: {out}\nerr: {err}\n".replace(str(ROOT), "ROOT")


def ended(step: Step, variables: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """A command that ran on the person's desk."""
    desk = PLACE / "desk"
    return run_step([sys.executable, "-m", "carelog", *step.words(desk)], step, desk, variables)


def files_left() -> Iterator[str]:
    """Each file below the place, with its mode and, where it can be read, what is in it."""
    for path in sorted(PLACE.rglob("*")):
        inside = path.relative_to(PLACE)
        if path.is_file() and inside.parts[0] != "same":
            yield f"\nfile {inside} {path.stat().st_mode & 0o777:o}\n{content(path)}"


def content(path: Path) -> str:
    """What is in a file: rows of a journal, members of an archive, text. Encrypted bytes differ every time."""
    start = path.read_bytes()[:16]
    if start.startswith(b"SQLite format 3"):
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            return "\n".join(database.iterdump())
    if start.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(path) as archive:
            return "\n".join(f"{name}\n{archive.read(name).decode('utf-8', 'replace')}" for name in archive.namelist())
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return pdf_text(path) if start.startswith(b"%PDF") else "bytes"


def pdf_text(path: Path) -> str:
    """The words of a PDF in their layout."""
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main(sys.argv[1:])
