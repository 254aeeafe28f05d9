"""The scripts of the shells: what they know by themselves, and when they ask carelog."""

from pathlib import Path

import pytest

from carelog.cli.table import TOPICS
from support.command import Command
from support.completion import ASKED, COMMANDS_SHOWN, SCRIPTS, offered
from support.helplines import WITH_FACTS

SHELLS = sorted(SCRIPTS)
FIRST_WORDS = sorted({name.partition(" ")[0] for name in COMMANDS_SHOWN})
CONTACT = sorted(name.partition(" ")[2] for name in COMMANDS_SHOWN if name.startswith("contact "))
KNOWN = {
    "carelog con": ["contact"],
    "carelog --json con": ["contact"],
    "carelog ": sorted([*FIRST_WORDS, "help"]),
    "carelog contact ": CONTACT,
    "carelog --json contact sn": ["snooze"],
    "carelog help ": sorted([*FIRST_WORDS, *TOPICS]),
    "carelog help": ["help", "helplines"],
    "carelog help quest": ["questionnaire"],
    "carelog help contact ": CONTACT,
    "carelog help contact add ": [],
    "carelog mood 4 --fe": ["--feel"],
    "carelog mood -2h --fe": ["--feel"],
    "carelog mood 3 well: as ever --fe": ["--feel"],
    "carelog mood 3 --at=monday --fe": ["--feel"],
    "carelog mood 3 --at --fe --fe": ["--feel"],
    "carelog mood ": [],
    "carelog mood 3 -- --fe": [],
    "carelog mood --at ": [],
    "carelog log --tag x --m": ["--max", "--min"],
    "carelog bring the nights --ent": ["--entry"],
    "carelog bring --al": ["--all"],
    "carelog --plain helplines --fo": ["--for"],
    "carelog helplines --for al": ["alcohol"],
    "carelog contact add x --role fr": ["friend"],
    "carelog contact add x --good-for listening --good-for com": ["company"],
    "carelog contact add --not-on": ["--not-on-card"],
    "carelog helplines --country N": [code for code in WITH_FACTS if code.startswith("N")],
    "carelog plan add re": ["reasons"],
    "carelog plan add reasons ": [],
    "carelog export ther": ["therapist"],
    "carelog export --format h": ["html"],
    "carelog settings set them": ["theme"],
    "carelog settings set theme ": ["auto", "dark", "light"],
    "carelog settings set day_starts_at 0": ["00:00", "04:00"],
    "carelog settings set name ": [],
    "carelog questionnaire take phq9 --language fr": ["fr-FR"],
    "carelog questionnaire take gad7 --again --language fr": ["fr-CA", "fr-FR"],
    "carelog --show-completion ": ["bash", "fish", "zsh"],
}
"""Lines, and what every shell offers for them without a start of carelog."""
BESIDE_FILES = "carelog import "
"""The script adds two commands to the files that carelog asks for; test_shells.py looks at them."""
TO_ASK = [
    "carelog done ",
    "carelog done walk w",
    "carelog mood 3 --tag ",
    "carelog mood 3 --feel wo",
    "carelog contact show s",
    "carelog contact edit Sam --role friend --with-w",
    "carelog reach S",
    "carelog show ",
    "carelog 4 walked --fe",
    "carelog unheard-of ",
    "carelog contact unheard-of ",
    "carelog mood --unheard-of x --fe",
    "carelog unheard-",
]
"""Lines that name something of the journal, and lines that only a newer carelog may know."""


@pytest.mark.parametrize("shell", SHELLS)
def test_commands_options_and_fixed_words_are_offered_without_a_start_of_carelog(shell: str, tmp_path: Path) -> None:
    found = offered(shell, list(KNOWN), tmp_path / "shell")
    assert {line: sorted(words) for line, words in found.words.items()} == KNOWN
    assert found.starts == 0


@pytest.mark.parametrize("group", ["", *FIRST_WORDS])
def test_what_the_script_knows_is_what_carelog_itself_would_offer(group: str, tmp_path: Path, carelog: Command) -> None:
    names = {name for name in (group, *COMMANDS_SHOWN) if name == group or (group and name.startswith(f"{group} "))}
    every = (f"carelog {name} {begun}".replace("  ", " ") for name in names for begun in ("", "--", "a"))
    lines = [each for each in every if each != BESIDE_FILES]
    known = {
        line: words for line, words in offered("bash", lines, tmp_path / "shell").words.items() if words != [ASKED]
    }
    said = {line: sorted(answered(carelog, line)) for line in known}
    assert {line: sorted(words) for line, words in known.items()} == said
    assert known


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("line", TO_ASK)
def test_carelog_is_asked_once_for_names_and_for_what_the_script_does_not_know(
    shell: str, line: str, tmp_path: Path
) -> None:
    assert offered(shell, [line], tmp_path / "shell").starts == 1


def answered(carelog: Command, line: str) -> list[str]:
    asked = {"_CARELOG_COMPLETE": "complete_bash", "_CARELOG_LINE": line, "_CARELOG_WORD": line.rpartition(" ")[2]}
    return carelog(env=asked).stdout.splitlines()
