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
from support.source import SAMPLES

Say = Callable[..., Any]

OF_A_ROUTINE = {"--with-whom": "Sam", "--at": "8 pm", "--small": "'to the door'", "--why": "'it helps'"}
DAYLIO = SAMPLES / "daylio" / "daylio_export_8col_12h_bom.csv"
VCARD = SAMPLES / "vcard" / "google_contacts_v3.vcf"
CALLS = {
    "activity plan --with-whom": "activity plan tea {} Sam",
    "activity did --with-whom": "activity did tea {} Sam",
    "activity edit --with-whom": "activity edit last {} Sam",
    "appointment add --with-whom": "appointment add tuesday {} Sam",
    "appointment edit --with-whom": "appointment edit last {} Sam",
    "crisis --text": "crisis {} --country US",
    "sos --text": "sos {} --country US",
    "export --whom": "export --yes --force --format md -o page.md {} Sam",
    "export --password-prompt": "export --yes --format md {}",
    "keep add --from-whom": "keep you came back {} Sam",
    "keep edit --from-whom": "keep edit last {} Sam",
    "plan add --contact": "plan add people call {} Sam",
    "plan edit --contact": "plan edit last {} Sam",
    "plan edit --to": "plan edit last {} 1",
    "plan print --for": "plan print --force page.html {} Sam",
    **{
        f"routine {verb} {old}": f"routine {verb} walk {{}} {value}"
        for verb in ("add", "edit")
        for old, value in OF_A_ROUTINE.items()
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
    say("activity", "plan", "tea")
    say("keep", "you came")
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
    assert "There is no option" not in answers[0].stderr


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


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("import list", "imports"),
        ("import --json list", "imports --json"),
        ("--json import list", "--json imports"),
        ("import list --last 1y", "imports --last 1y"),
        ("import list extra", "imports extra"),
        ("import undo last --yes", "import-undo last --yes"),
        ("import undo last --json --yes", "import-undo last --json --yes"),
        ("import undo nothing --json", "import-undo nothing --json"),
        ("import undo", "import-undo"),
        ("import undo --help", "import-undo --help"),
        ("help import list", "help imports"),
    ],
)
def test_a_command_that_was_one_word_answers_byte_for_byte_as_under_its_two(
    carelog: Command, filled: Callable[[], None], new: str, old: str
) -> None:
    answers = []
    for words in (new, old):
        filled()
        carelog("import", str(DAYLIO), "--map", "so-so=3", "--apply")
        answers.append(carelog(*words.split()))
    assert answers[0] == answers[1]
    assert "imports" not in answers[0].stderr
    assert "import-undo" not in answers[0].stderr


def test_help_shows_the_two_words_and_a_file_called_like_one_is_still_a_file(say: Say, carelog: Command) -> None:
    everything = carelog("--help", "--plain").stdout.split()
    assert "imports" not in everything
    assert "import-undo" not in everything
    assert "carelog import undo last" in say("import", "--help", "--plain").stdout
    assert carelog("import", "./list").stderr.startswith("There is no file list.")
    assert carelog("import", "list").stderr == "Nothing was imported yet. Try: carelog import FILE\n"


@pytest.mark.parametrize("words", [("import", str(DAYLIO)), ("contact", "import", str(VCARD))], ids=["journal", "book"])
def test_a_dry_run_is_what_looking_is_anyway(carelog: Command, words: tuple[str, ...]) -> None:
    assert carelog(*words, "--dry-run") == carelog(*words)
    assert "--dry-run" not in carelog(*words[:-1], "--help").stdout


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("import", str(DAYLIO), "--apply"), "--apply"),
        (("contact", "import", str(VCARD), "--all", "--yes"), "--all"),
        (("contact", "import", str(VCARD), "--only", "1"), "--only"),
    ],
)
def test_a_dry_run_beside_what_takes_in_is_refused_and_takes_nothing_in(
    refusal: Say, data: Say, words: tuple[str, ...], option: str
) -> None:
    assert refusal(2, *words, "--dry-run") == f"--dry-run only looks, and {option} takes in. Give one of them."
    assert (data("log")["entries"], data("contact", "list")["contacts"]) == ([], [])


@pytest.mark.parametrize(
    ("words", "name"), [("agenda", "a.ics"), ("contact export", "a.vcf"), ("plan print", "a.html")]
)
def test_a_file_can_stand_behind_the_command_or_behind_an_option(
    say: Say, refusal: Say, filled: Callable[[], None], words: str, name: str
) -> None:
    filled()
    say("appointment", "add", "tomorrow", "10:00")
    answers, pages = [], []
    for given in ([name], ["-o", name], ["--output", name], [f"--output={name}"], [name, "-o", name]):
        answers.append(say(*words.split(), *given))
        pages.append(Path(name).read_bytes())
        Path(name).unlink()
    assert len(set(pages)) == 1
    assert len(set(answers)) == 1
    twice = refusal(2, *words.split(), name, "-o", "b")
    assert twice == f"“{name}” and “b” both say where to write. Give one of them."
    assert refusal(2, *words.split()).startswith(f"Say which file to write: carelog {words} ")
    assert not list(Path().glob("[ab]*"))


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("agenda --neutral", "carelog agenda --neutral carelog.ics"),
        ("contact export --with-notes", "carelog contact export --with-notes people.vcf"),
        ("plan print --with Maya", "carelog plan print --with Maya plan.pdf"),
        ("plan print --for 'Auntie Bea'", "carelog plan print --for 'Auntie Bea' plan.pdf"),
    ],
)
def test_what_says_who_may_read_a_file_stays_where_the_file_is_missing(refusal: Say, words: str, hint: str) -> None:
    assert refusal(2, *shlex.split(words)) == f"Say which file to write: {hint}"


def test_a_backup_goes_where_an_option_says(data: Say, refusal: Say) -> None:
    data("mood", "4")
    assert Path(data("backup", "-o", "stick")["backup"]["path"]).parent.name == "stick"
    assert refusal(2, "backup", "one", "-o", "two") == "“one” and “two” both say where to write. Give one of them."


def test_what_only_looks_like_an_old_word_is_text(data: Say, filled: Callable[[], None]) -> None:
    filled()
    assert data("keep", "--", "--from-whom", "Sam")["kind_word"]["text"] == "--from-whom Sam"
    assert data("keep", "so", "--with", "--from-whom")["kind_word"]["from_whom"] == "--from-whom"
