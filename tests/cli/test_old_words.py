"""An option that was renamed goes on working: its old word answers as the new one, and is shown nowhere."""

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.cli.table import OLD_OPTIONS, TIMED_OPTIONS
from carelog.domain import ids
from support.command import Command
from support.program import OPTIONS

Say = Callable[..., Any]

OF_A_ROUTINE = {"--with-whom": "Sam", "--at": "8 pm", "--small": "'to the door'", "--why": "'it helps'"}
CALLS = {
    "activity plan --with-whom": "activity plan tea {} Sam",
    "activity did --with-whom": "activity did tea {} Sam",
    "appointment add --with-whom": "appointment add tuesday {} Sam",
    "appointment edit --with-whom": "appointment edit last {} Sam",
    "crisis --text": "crisis {} --country US",
    "sos --text": "sos {} --country US",
    "export --whom": "export --yes --force --format md -o page.md {} Sam",
    "export --password-prompt": "export --yes --format md {}",
    "keep add --from-whom": "keep you came back {} Sam",
    "plan add --contact": "plan add people call {} Sam",
    "plan edit --contact": "plan edit last {} Sam",
    "plan edit --to": "plan edit last {} 1",
    "plan print --for": "plan print --force page.html {} Sam",
    **{
        f"routine {verb} {old}": f"routine {verb} walk {{}} {value}"
        for verb in ("add", "edit")
        for old, value in {
            "--with-whom": "Sam",
            "--at": "8 pm",
            "--small": "'to the door'",
            "--why": "'it helps'",
        }.items()
    },
    "sign add --when": "sign add quiet {} 'no entry for 3 days' --then rest",
    "sign edit --when": "sign edit short {} 'no entry for 3 days'",
    "sign past --days": "sign past short {} 30",
    "start --all": "start {}",
}
"""A command line for each renamed option, with {} where its word stands."""
BY_OLD_WORD = [(name, old, new) for name, words in OLD_OPTIONS.items() for old, new in words.items()]


@pytest.fixture
def filled(say: Say, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Fill a home, and give what brings it back as it was, with the ids that come next."""
    monkeypatch.chdir(tmp_path)
    say("contact", "add", "Sam", "--phone", "030 5550101")
    say("routine", "add", "walking")
    say("sign", "add", "short nights", "--if", "sleep below 8 on 1 of 3 days", "--then", "rest")
    say("plan", "add", "alone", "make tea")
    say("plan", "add", "alone", "a shower")
    say("appointment", "add", "monday")
    say("mood", "3", "by the river")
    shutil.copytree(home, tmp_path / "kept")

    def bring_back() -> None:
        shutil.rmtree(home)
        shutil.copytree(tmp_path / "kept", home)
        numbers = iter(range(1, 1000))
        monkeypatch.setattr(ids.os, "urandom", lambda length: next(numbers).to_bytes(length, "big"))

    return bring_back


def test_there_is_a_command_line_for_every_old_word() -> None:
    assert {f"{name} {old}" for name, old, _ in BY_OLD_WORD} == set(CALLS)


@pytest.mark.parametrize(("name", "old", "new"), BY_OLD_WORD, ids=lambda each: str(each).removeprefix("--"))
@pytest.mark.parametrize("form", ["", "--json", "--plain"])
def test_an_old_word_answers_byte_for_byte_as_the_new_one(
    carelog: Command, filled: Callable[[], None], name: str, old: str, new: str, form: str
) -> None:
    answers = []
    for option in (new, old):
        filled()
        words = shlex.split(CALLS[f"{name} {old}"].format(option))
        answers.append(carelog(*words, *([form] if form else [])))
    assert answers[0] == answers[1]
    assert "No such option" not in answers[0].stderr


@pytest.mark.parametrize(("name", "old", "new"), BY_OLD_WORD, ids=lambda each: str(each).removeprefix("--"))
def test_an_old_word_is_shown_nowhere_and_leads_to_an_option_there_is(
    say: Say, carelog: Command, name: str, old: str, new: str
) -> None:
    assert new in OPTIONS[name]
    assert old not in OPTIONS[name]
    helped = [word.strip(",.") for word in say(*name.split(), "--help").stdout.split()]
    assert new in helped
    assert old not in helped
    refused = carelog(*name.split(), f"{old}x").stderr
    assert old not in [word.strip("“”,.?") for word in refused.split()]


def test_an_old_word_takes_its_value_behind_a_sign_too(data: Say, filled: Callable[[], None]) -> None:
    filled()
    assert data("keep", "come by", "--from-whom=Sam")["kind_word"]["from_whom"] == "Sam"
    assert data("keep", "come by", "--with=Sam")["kind_word"]["from_whom"] == "Sam"


def test_a_time_of_several_words_needs_no_quotes_behind_an_old_word_either() -> None:
    timed = [(old, new) for _, old, new in BY_OLD_WORD if new in TIMED_OPTIONS]
    assert timed
    assert not [old for old, _ in timed if old not in TIMED_OPTIONS]


def test_what_only_looks_like_an_old_word_is_text(data: Say, filled: Callable[[], None]) -> None:
    filled()
    assert data("keep", "--", "--from-whom", "Sam")["kind_word"]["text"] == "--from-whom Sam"
    assert data("keep", "so", "--with", "--from-whom")["kind_word"]["from_whom"] == "--from-whom"
