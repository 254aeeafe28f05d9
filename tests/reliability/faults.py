"""Restore, import and export with a fault at every call by which they change a file."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from carelog.journal import Journal
from carelog.journal.backup.backup_names import backups_in
from carelog.journal.backup.integrity import verify_journal
from carelog.paths import Paths
from reliability.kept import Rows, next_command, rows, unfinished
from reliability.strace import Disturbed, Fault, sweep
from support.source import SAMPLES

NOW = "2026-11-22T21:30:00+01:00"
DAYLIO = SAMPLES / "daylio" / "daylio_export_8col_12h_bom.csv"
OLD_PAGE = b"the page of last month"
CARELOG = (sys.executable, "-m", "carelog")

Figures = Counter[str]


def lived_in(folder: Path) -> Path:
    """A home with entries, somebody on the card, and a backup that lacks the last entry."""
    home = folder / "lived-in"
    with Journal.open(Paths.inside(home)) as journal:
        journal.entries.add(mood=2, note="could not sleep", tags=["night"])
        journal.contacts.add("Sam", crisis_order=1)
        journal.back_up()
        journal.entries.add(note="the long version; " * 600)
    return home


def whole_or_not(each: Disturbed) -> None:
    """Check what is true of every command: no traceback, an answer or an error, and a sound journal with its card."""
    output = each.run.stderr + each.run.stdout
    assert "Traceback" not in output, str(each)
    assert "That is a mistake in carelog, not yours." not in output, str(each)
    if each.fault is not Fault.KILLED:
        assert each.run.exit_code in (0, 4), str(each)
        assert output.strip(), f"silent: {each}"
    assert next_command(each.home) == [], str(each)


def figures_of(each: Disturbed, **more: int) -> Figures:
    """The counts of one run."""
    counts = {"runs": 1, each.fault.name.lower(): 1, "half_written_files": len(unfinished(each.home)), **more}
    return Counter(counts)


def restoring(folder: Path, *, thorough: bool) -> Figures:
    """A restore: the journal is the old one or the backup; once it is the backup, the old one is kept whole."""
    start, figures = lived_in(folder), Counter[str]()
    old, backup = rows(start), _rows_of(backups_in(start / "backups")[-1][1])
    [name] = [path.name for _, path in backups_in(start / "backups")]
    program = (*CARELOG, "restore", f"{{home}}/backups/{name}", "--yes")
    for each in sweep(program, start, tuple(Fault), thorough=thorough):
        whole_or_not(each)
        now = rows(each.home)
        assert now in (old, backup), f"half a journal: {each}"
        assert now == backup or not each.run.stdout, f"acknowledged, not there: {each}"
        if now == backup:
            kept = [path for path in (each.home / "backups").glob("replaced-*.db") if _rows_of(path) == old]
            assert kept, f"the replaced journal is gone: {each}"
        assert verify_journal(each.home / "backups" / name)
        figures += figures_of(each, restored=now == backup)
    return figures


def importing(folder: Path, *, thorough: bool) -> Figures:
    """An import: all entries of the file, or none."""
    start, figures = lived_in(folder), Counter[str]()
    before, whole = rows(start), 0
    program = (*CARELOG, "import", str(DAYLIO), "--map", "meh=3", "--map", "so-so=3", "--apply")
    for each in sweep(program, start, tuple(Fault), thorough=thorough):
        whole = whole or len(rows(start.with_name(f"{start.name}-first"))) - len(before)
        whole_or_not(each)
        after = rows(each.home)
        taken = len(after) - len(before)
        assert before.items() <= after.items(), f"an older row changed: {each}"
        assert taken in (0, whole), f"half an import: {each}"
        assert taken or not each.run.stdout, f"acknowledged, not there: {each}"
        figures += figures_of(each, taken_in=bool(taken))
    assert whole > 1
    return figures


def exporting(folder: Path, form: str, *, thorough: bool) -> Figures:
    """An export over an older page: the file is the old page or the new one, to the last byte."""
    start, figures = lived_in(folder), Counter[str]()
    (start / "page").write_bytes(OLD_PAGE)
    before, first = rows(start), start.with_name(f"{start.name}-first")
    audience = "self" if form == "json" else "therapist"
    words = ("export", "--for", audience, "--format", form, "--yes", "--force", "-o", "{home}/page")
    for each in sweep((*CARELOG, *words), start, tuple(Fault), thorough=thorough):
        whole_or_not(each)
        page = (each.home / "page").read_bytes()
        new = (first / "page").read_bytes()
        assert new != OLD_PAGE
        assert page in (OLD_PAGE, new), f"half a page: {each}"
        assert page == new or not each.run.stdout, f"acknowledged, not there: {each}"
        assert before.items() <= rows(each.home).items(), str(each)
        figures += figures_of(each, written=page == new)
    return figures


def _rows_of(path: Path) -> Rows:
    return rows(path.parent, path.name)


SWEEPS: dict[str, Callable[..., Figures]] = {
    "restore": restoring,
    "import": importing,
    "export as HTML": lambda folder, *, thorough: exporting(folder, "html", thorough=thorough),
    "export as JSON": lambda folder, *, thorough: exporting(folder, "json", thorough=thorough),
}
