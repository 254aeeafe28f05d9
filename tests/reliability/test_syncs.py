"""How often a disk has to say that it has kept something: a slow one takes longer for that than all else."""

import re
import sys
from pathlib import Path

from reliability.strace import watched

MOOD = [sys.executable, "-m", "carelog", "mood", "4", "hi"]
CHANGE = ["journal.db-journal", "", "journal.db-journal", "journal.db", "journal.db-journal"]
"""What SQLite syncs for one change: what can be rolled back, the folder, that again, the journal, and the end of it."""
BESIDE = ["card.txt", "", "settings.toml", ""]
BACKUP = ["backups/journal", "backups"]
QUICK = ["quick.txt", ""]
"""What the quick door goes by: once a day, and after a change of settings or of the card."""


def test_a_new_journal_is_made_in_one_change_and_its_backup_is_synced_once(home: Path) -> None:
    assert _synced(home) == [*CHANGE, *BESIDE, *CHANGE, *BACKUP]
    assert _synced(home) == [*CHANGE, *QUICK]
    assert _synced(home) == CHANGE


def _synced(home: Path) -> list[str]:
    """What below a home is synced by noting a mood, in order; the folder itself is empty, and no name has a number."""
    run = watched(MOOD, home, ("fsync", "fdatasync"))
    assert run.exit_code == 0, run.stderr
    paths = re.findall(
        rf"^f(?:data)?sync\(\d+<{re.escape(str(home))}/?(.*)>\) += 0$", "\n".join(run.calls), re.MULTILINE
    )
    return [re.sub(r"^(.*/)?\.(.*?)(-\d{8}T\d{6}Z\.db)?\.[0-9a-f]{12}\.new$", r"\1\2", path) for path in paths]
