"""Running what a page shows: lines of a shell, whose carelog runs in this process, and homes to run them in."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path

import pytest

from carelog.cli.runtime.context import Context
from support.command import Result, in_process
from support.page_exceptions import NOT_RUN
from support.page_homes import SOMEONE_HAS
from support.pages import DEMO, SOMEONE, Home
from support.source import ROOT

EDITOR = ROOT / "tests" / "support" / "page_editor.sh"
"""An editor that adds a line and is done."""
HANDLE, STICK, BACKUP = "3d26f9", "/media/stick", "backups/journal-20261122T203000Z.db"
"""The handle of every example, which stands for whatever was added last; where a stick is; and a backup of the home."""
PASSPHRASE = {f"CARELOG_{which}PASSPHRASE_COMMAND": "echo four words of mine" for which in ("", "NEW_")}
STOPPED = 130
"""How a command ends that asks somebody who types nothing."""
VARIABLE = re.compile(r"([A-Z_]+)=(.*)", re.DOTALL)
CARELOG = (["carelog"], [".venv/bin/carelog"], ["python", "-m", "carelog"], ["python3", "-m", "carelog"])
BUILT_IN = ("echo", "fortune")
"""Programs beside carelog that examples show; what they write does not matter."""


@dataclass
class Line:
    """A line that is run: its commands, which are run while they succeed, and what the page shows of their output."""

    text: str
    shown: list[str] = field(default_factory=list)


@dataclass
class Shell:
    """Whoever follows a page, at a terminal, in a home and a folder of their own; `run` is carelog."""

    home: Path
    desk: Path
    patch: pytest.MonkeyPatch
    run: Callable[..., Result] = in_process
    environment: dict[str, str] = field(default_factory=lambda: dict(PASSPHRASE))

    def __post_init__(self) -> None:
        self.stands_for = {HANDLE: "last", STICK: str(self.desk / "stick"), BACKUP: str(self.home / BACKUP)}
        self.desk.mkdir(parents=True, exist_ok=True)
        self.patch.chdir(self.desk)
        self.patch.setenv("CARELOG_HOME", str(self.home))
        self.patch.setenv("HOME", str(self.desk))
        self.patch.setenv("EDITOR", str(EDITOR))
        self.patch.setattr(Context, "can_ask", property(lambda context: not context.as_json))

    def follow(self, block: str, typed: str = "") -> Iterator[str]:
        """Run the lines of a block from top to bottom; say what fails, and what is not written as shown."""
        for line in lines_of(block):
            answer = self.line(line.text, typed)
            asks = answer.exit_code == STOPPED and bool(line.shown)
            if answer.exit_code and not asks:
                yield f"{line.text}: ends with {answer.exit_code}: {answer.stderr.strip() or answer.stdout.strip()}"
            elif line.shown and not looks_as_shown(answer.stdout + answer.stderr, [*line.shown, "…" * asks]):
                yield f"{line.text}: writes\n{answer.stdout}{answer.stderr}"

    def line(self, text: str, typed: str = "") -> Result:
        """Run the commands of a line, and return the answer of the last one that ran."""
        answer = Result(0, "", "")
        for command in commands_in(text):
            answer = Result(0, "", "") if is_excepted(command) else self._command(command, typed)
            if answer.exit_code:
                break
        return answer

    def _command(self, command: str, typed: str) -> Result:
        words, target = before_and_behind(words_of(command), ">")
        feeding, words = before_and_behind(words, "|") if "|" in words else ([], words)
        typed = typed or ("a few words\n" if feeding or "-" in words else "")
        variables, words = variables_and_rest(words)
        if not words:
            self.environment |= variables
            return Result(0, "", "")
        answer = self._ran(words, typed, self.environment | variables)
        for name in target:
            Path(name).write_text(answer.stdout, "utf-8")
        return answer

    def _ran(self, words: list[str], typed: str, environment: dict[str, str]) -> Result:
        for program in CARELOG:
            if words[: len(program)] == program:
                given = [self.stands_for.get(word, word) for word in words[len(program) :]]
                return self.run(*given, stdin=typed, env=environment)
        match words:
            case ["cp", source, target]:
                self._copy(Path(source), Path(target))
            case ["printf", text]:
                return Result(0, text.encode().decode("unicode_escape"), "")
            case _:
                assert words[0] in BUILT_IN, f"tests/support/page_exceptions.py: say why {words[0]} is not run"
        return Result(0, "", "")

    def _copy(self, source: Path, target: Path) -> None:
        inside = ROOT / source if source.parts[0] == "tests" else source
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if inside.is_dir() else shutil.copy)(inside, target)


def lines_of(block: str) -> list[Line]:
    """The lines of a block; where it has prompts (`$ `), what stands below one is what its line writes."""
    has_prompts = any(line.startswith("$ ") for line in block.splitlines())
    lines: list[Line] = []
    joined = re.sub(r" *&& *\n *", " && ", re.sub(r" *\\\n *", " ", block))
    for line in joined.splitlines():
        if has_prompts and not line.startswith("$ "):
            lines[-1].shown.append(line)
        elif line.strip():
            lines.append(Line(line.removeprefix("$ ")))
    return lines


def commands_in(line: str) -> list[str]:
    """The commands of a line, which run one after the other; a remark behind them is left out."""
    line = re.sub(r"\s#\s.*", "", line)
    parts = re.split(r"\s*(?:&&|;)\s*(?=(?:[^\"']*[\"'][^\"']*[\"'])*[^\"']*$)", line)
    return [part for part in map(str.strip, parts) if part]


def words_of(command: str) -> list[str]:
    """The words of a command, with `|` and `>` as words."""
    lexer = shlex.shlex(command, posix=True, punctuation_chars="|>")
    lexer.whitespace_split, lexer.commenters = True, ""
    return [str(Path(word).expanduser()) if word.startswith("~/") else word for word in lexer]


def variables_and_rest(words: list[str]) -> tuple[dict[str, str], list[str]]:
    """The variables in front of a command, and the command."""
    found = list(takewhile(bool, map(VARIABLE.fullmatch, words)))
    return {each[1]: each[2] for each in found if each}, words[len(found) :]


def before_and_behind(words: list[str], sign: str) -> tuple[list[str], list[str]]:
    """The words before a sign and those behind it."""
    at = words.index(sign) if sign in words else len(words)
    return words[:at], words[at + 1 :]


def is_excepted(command: str) -> bool:
    """Whether a command is one of those that are not run."""
    return any(is_the(each, command) for each in NOT_RUN)


def is_the(beginning: str, command: str) -> bool:
    """Whether a command begins with these words."""
    return f"{command} ".startswith(f"{beginning} ")


def looks_as_shown(written: str, shown: Sequence[str]) -> bool:
    """Whether what was written is what a page shows, on lines of another width; `…` stands for what is left out."""
    wanted = " ".join(" ".join(shown).split())
    pattern = ".*".join(re.escape(part.strip()).replace(r"\ ", r"\s+") for part in wanted.split("…"))
    return re.fullmatch(rf"\s*{pattern}\s*", " ".join(written.split())) is not None


def fill(home: Home, shell: Shell) -> None:
    """Make a home of a kind, and run the lines of set-up in it."""
    lines = SOMEONE_HAS if home.kind == SOMEONE else ()
    if home.kind == DEMO:
        shell.line(f"carelog demo {shlex.quote(str(shell.home))} --years 1")
    for line in (*lines, *home.setup):
        answer = shell.line(line)
        assert answer.exit_code == 0, f"{line}: {answer.stderr}"
