"""-y is --yes in every command that asks before it acts."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command
from support.flags import commands
from support.locks import SCRIPT, lock_home

Say = Callable[..., Any]
BOOK = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sam\r\nTEL:+49301234567\r\nEND:VCARD\r\n"
ASKING = [
    ("mood 4", "delete last -y"),
    ("mood 4", "export -y -o page.md"),
    ("import pixels.csv --apply --column date=day --column mood=how", "import-undo last -y"),
    ("backup saved", "restore BACKUP -y"),
    ("mood 4", "forget -y"),
    ("mood 4", "erase -y"),
    ("contact add Mia", "contact remove Mia -y"),
    ("mood 4", "contact import book.vcf --all -y"),
    ("contact add Sam && plan add people call Sam", "contact away Sam -y"),
    ("tracker add sleep", "tracker remove sleep -y"),
    ("routine add walk", "routine remove walk -y"),
    ("plan add alone tea", "plan remove STEP -y"),
    ("keep 'you came back'", "keep remove last -y"),
    ("activity plan 'a walk by the sea'", "activity remove last -y"),
    ("sign add tired --when 'mood below 2 on 3 of 5 days' --then rest", "sign remove tired -y"),
    ("appointment add 2026-12-03", "appointment remove last -y"),
    ("bring 'the nights'", "bring remove last -y"),
    ("questionnaire take phq2 --answer 0 --answer 0", "questionnaire remove last -y"),
    ("goal add 'sleep at night'", "goal remove sleep -y"),
    ("mood 4", "lock on -y"),
    ("", "lock off -y"),
    ("", "lock recovery -y"),
    ("mood 4", "settings preset shared-computer -y"),
]
"""What is made first, by a lock where there is nothing, and a command that would ask."""
MAY_DO_WITHOUT = {"forget"}
"""What asks nothing here, because there is nothing to ask about."""


def test_every_command_that_can_do_without_its_question_is_here() -> None:
    asking = {
        name.removeprefix("carelog ") for name, each in commands() if any("-y" in one.opts for one in each.params)
    }
    assert asking == {name_in(line) for _, line in ASKING}


@pytest.mark.usefixtures("empty_keyring")
@pytest.mark.parametrize(("made", "line"), ASKING, ids=[line for _, line in ASKING])
def test_what_asks_does_it_with_y_and_refuses_without_where_nobody_can_be_asked(
    carelog: Command, data: Say, home: Path, isolated: Path, made: str, line: str
) -> None:
    (isolated / "desk" / "book.vcf").write_text(BOOK, newline="")
    (isolated / "desk" / "pixels.csv").write_text("day,how\n2026-11-01,4\n2026-11-02,3\n")
    if not made:
        lock_home(home)
    for each in filter(None, made.split(" && ")):
        data(*shlex.split(each))
    words = [stand_in(word, data, isolated) for word in shlex.split(line)]
    before = carelog(*(word for word in words if word != "-y"), env=SCRIPT)
    assert (before.exit_code == 0) == (name_in(line) in MAY_DO_WITHOUT), before
    after = carelog(*words, env=SCRIPT)
    assert after.exit_code == 0, after.stderr


def name_in(line: str) -> str:
    """The name of the command that a line begins with."""
    names = [name.removeprefix("carelog ") for name, _ in commands()]
    return max((name for name in names if f"{line} ".startswith(f"{name} ")), key=len)


def stand_in(word: str, data: Say, isolated: Path) -> str:
    """What stands for a file and a handle that are known when the line is typed."""
    if word == "BACKUP":
        return str(next((isolated / "desk" / "saved").iterdir()))
    return data("plan")["plan"]["alone"][0]["handle"] if word == "STEP" else word
