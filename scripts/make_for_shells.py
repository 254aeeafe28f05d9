"""Write the completion scripts and the man pages, from the commands and options of the program.

    python scripts/make_for_shells.py

The scripts go to src/carelog/data/completion, where --install-completion takes them from; the pages to docs/man. The
wheel puts both below share/, where shells and man look. `--to` names another folder for both.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from command_tree import whole_tree
from completion_scripts import completion_scripts
from man_pages import man_pages
from names_table import names_table

ROOT = Path(__file__).resolve().parents[1]
COMPLETION = Path("src", "carelog", "data", "completion")
MANUAL = Path("docs", "man")


def main() -> None:
    """Write all files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--to", type=Path, default=ROOT)
    to = parser.parse_args().to
    for path, text in files().items():
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        (to / path).write_text(text, "utf-8")


def files() -> dict[Path, str]:
    """The text of every file, by its path below the root."""
    tree = whole_tree()
    scripts = {COMPLETION / name: text for name, text in completion_scripts(tree).items()}
    scripts[COMPLETION / "names.txt"] = names_table(tree)
    return scripts | {MANUAL / name: text for name, text in man_pages(tree).items()}


if __name__ == "__main__":
    main()
