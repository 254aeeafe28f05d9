"""Golden files: what was looked at and is kept. `--update-golden` writes them anew; read that before you keep it."""

import difflib
from pathlib import Path

import pytest

_new = pytest.StashKey[dict[Path, str]]()


def add_option(parser: pytest.Parser) -> None:
    """Add what writes golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


def check(request: pytest.FixtureRequest, path: Path, text: str) -> None:
    """Compare a text with its golden file, and fail with the lines that differ; or have it written anew."""
    if request.config.getoption("--update-golden"):
        request.config.stash.setdefault(_new, {})[path] = text
        return
    kept = path.read_text("utf-8") if path.exists() else ""
    if kept != text:
        difference = difflib.unified_diff(kept.splitlines(), text.splitlines(), "kept", "now", lineterm="")
        pytest.fail(f"{path.name} looks different:\n" + "\n".join(difference), pytrace=False)


def write_new(session: pytest.Session) -> None:
    """Write the golden files after the last test, when the guard no longer keeps tests inside the temporary folder."""
    for path, text in session.config.stash.get(_new, {}).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
