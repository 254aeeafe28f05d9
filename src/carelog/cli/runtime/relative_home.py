"""Tell a person whose CARELOG_HOME means another folder in every folder."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.domain.outside_text import shown_path
from carelog.wording import program as program_words

if TYPE_CHECKING:
    from carelog.paths import Paths


def relative_home(paths: Paths) -> list[str]:
    """The sentence on it, with the whole path; none where CARELOG_HOME is not set, is a whole path or begins with ~."""
    named = os.environ.get("CARELOG_HOME", "")
    if not named or Path(named).expanduser().is_absolute():
        return []
    return [program_words.HOME_IS_RELATIVE.format(folder=shown_path(shlex.quote(str(paths.data))))]
