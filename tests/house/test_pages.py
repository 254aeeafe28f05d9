"""README and docs: what their blocks and their commands say is run, in the home that the page describes."""

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from carelog.cli.command import REGISTRY
from support.kernel import fake_where_refused
from support.locks import forget
from support.page_blocks import wrong_in
from support.page_commands import is_name_alone, is_whole, refusal_of
from support.page_exceptions import BLOCKS_NOT_RUN, LANGUAGES_READ_ELSEWHERE, NOT_RUN
from support.page_shell import STOPPED, Shell, commands_in, fill, is_excepted, is_the, lines_of
from support.pages import EMPTY, PAGES, Home, Inline, Page, page_of, read_page
from support.source import ROOT

NOT_THEIR_OWN = ("sentences.md", "sentences-rest.md")
"""Pages that are made of the source; their commands name what holds a sentence."""
IN_TEXTS = [path for path in PAGES if path.name not in NOT_THEIR_OWN]

WITH_BLOCKS = [path for path in PAGES if page_of(path).blocks]
EXAMPLES = {example for each in REGISTRY.values() for example in each.examples}
NEEDS: dict[str, tuple[str, ...]] = {
    "contact back": ("carelog contact away Sam --yes",),
    "resume": ("carelog pause",),
    "helplines checked": ("carelog settings set country GB,US",),
    **{f"lock {each}": ("carelog lock on --yes",) for each in ("card", "now", "off", "passphrase", "recovery")},
}
"""What is done before the examples of a command, by its name."""
FINE = {0, 10, STOPPED}
"""How commands end that work: with nothing, at a question, and because something is due."""

At = Callable[[Home], Shell]


@pytest.fixture(scope="session")
def homes() -> dict[Home, Path]:
    """The homes that were made so far."""
    return {}


@pytest.fixture(autouse=True)
def _sunday_evening(now: Callable[[str], None]) -> None:
    """The clock is fixed."""


@pytest.fixture
def at_home(
    homes: dict[Home, Path],
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[At]:
    """`at_home(Home("empty"))` is somebody at a terminal in a new copy of such a home, and in a folder of their own."""
    fake_where_refused(monkeypatch)
    made: list[Shell] = []

    def make(home: Home) -> Shell:
        if home not in homes:
            place = tmp_path_factory.mktemp("home")
            fill(home, Shell(place / "home", place / "desk", monkeypatch))
            homes[home] = place
        place = tmp_path / str(len(made))
        for name in ("home", "desk"):
            if (homes[home] / name).exists():
                shutil.copytree(homes[home] / name, place / name)
        made.append(Shell(place / "home", place / "desk", monkeypatch))
        return made[-1]

    yield make
    for each in made:
        forget(each.home)


@pytest.mark.parametrize("path", WITH_BLOCKS, ids=lambda path: path.stem)
def test_the_blocks_of_a_page_run_from_top_to_bottom_and_write_what_they_show(path: Path, at_home: At) -> None:
    page = page_of(path)
    shell, wrong = at_home(page.home), []
    for block in page.blocks:
        shell = at_home(block.begins) if block.begins else shell
        wrong += wrong_in(block, shell)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_command_within_a_text_is_one_that_carelog_takes(path: Path, at_home: At) -> None:
    at_home(Home("empty"))
    wrong = [f"{each.where}: {each.typed}: {said}" for each in page_of(path).inline if (said := refusal_of(each.typed))]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", IN_TEXTS, ids=lambda path: path.stem)
def test_every_command_within_a_text_runs_where_it_needs_nothing_else(path: Path, at_home: At) -> None:
    """It runs in the home of the page; what adds a thing that is there, in an empty one; or after all that is above.

    Examples of help are run below, where help has them.
    """
    page, wrong = page_of(path), []
    others = [each for each in page.inline if each.typed not in EXAMPLES and not is_excepted(each.typed)]
    whole = [each for each in others if is_whole(each.typed)]
    for number, each in enumerate(whole):
        said = failure(at_home(page.home), each)
        if said and failure(at_home(Home(EMPTY)), each) and failure(after(at_home, page, whole[:number]), each):
            wrong.append(f"{each.where}: {each.typed}: {said}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", [name for name in REGISTRY if REGISTRY[name].examples])
def test_every_example_of_help_runs_and_ends_well(name: str, at_home: At) -> None:
    """As it stands, in a home that has a bit of everything; what adds a thing that is there, in an empty one."""
    wrong, home = [], Home(setup=NEEDS.get(name, ()))
    for number, example in enumerate(REGISTRY[name].examples):
        page = read_page("".join(f"`{each}` " for each in REGISTRY[name].examples[:number]), name)
        each = Inline(name, example)
        if is_excepted(example):
            continue
        said = failure(at_home(home), each)
        if said and failure(at_home(Home(EMPTY)), each) and failure(after(at_home, page, page.inline), each):
            wrong.append(f"{example}: {said}")
    assert not wrong, "\n".join(wrong)


def test_the_newest_part_of_the_changelog_names_commands_that_carelog_takes(at_home: At) -> None:
    at_home(Home(EMPTY))
    _, newest, *_ = re.split(r"^## ", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)
    commands = read_page(newest, "CHANGELOG.md").inline
    assert commands or not newest.strip()
    wrong = [f"{each.typed}: {said}" for each in commands if (said := refusal_of(each.typed))]
    assert not wrong, "\n".join(wrong)


def test_no_exception_meets_nothing() -> None:
    pages = [page_of(path) for path in PAGES]
    typed = [each.typed for page in pages for each in page.inline]
    typed += EXAMPLES
    blocks = [block for page in pages for block in page.blocks]
    typed += [command for block in blocks for line in lines_of(block.text) for command in commands_in(line.text)]
    gone = [each for each in NOT_RUN if not any(is_the(each, command) for command in typed)]
    gone += [words for words in BLOCKS_NOT_RUN if not any(words in block.text for block in blocks)]
    gone += [each for each in LANGUAGES_READ_ELSEWHERE if not any(block.language == each for block in blocks)]
    assert not gone, f"tests/support/page_exceptions.py: take out {', '.join(gone)}"


def after(at_home: At, page: Page, commands: Sequence[Inline]) -> Shell:
    """Somebody who has followed the blocks of a page, and these commands of its text."""
    shell = at_home(page.home)
    for block in page.blocks:
        assert not list(wrong_in(block, shell))
    for each in commands:
        shell.line(each.typed)
    return shell


def failure(shell: Shell, command: Inline) -> str:
    """What a command says where it fails; in a text a name alone may be answered that something is missing."""
    answer = shell.line(command.typed)
    is_mention = is_name_alone(command.typed) and command.where not in REGISTRY
    return (
        ""
        if answer.exit_code in {*FINE, *((2, 3) if is_mention else ())}
        else f"{answer.exit_code}: {answer.stderr.strip() or answer.stdout.strip()}"
    )
