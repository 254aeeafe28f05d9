"""The records of commands: a test names a missing fact with its mend, and help works without that fact."""

import ast
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from carelog.cli.answer import Answer
from carelog.cli.app import build
from carelog.cli.command import REGISTRY
from carelog.cli.command import Command as Record
from carelog.cli.table import COMMANDS
from support.command import Command
from support.source import ROOT, SOURCE, modules, where

Say = Callable[..., Any]
TABLE, COMMANDS_ROOM = "src/carelog/cli/table.py", "cli/commands"
RUN_COMMANDS = {
    *("front", "runner", "runtime.output"),  # they make a session, run a command with it and show its answer
    *("forms.country", "forms.insights", "commands.settings_preset"),  # they change settings
    "forms.start_questions",  # it looks at settings and people
    *("exporting.diary", "exporting.full_copy", "exporting.write", "importing.full_copy"),  # parts of long commands
    *("exporting.asked", "exporting.life_chart", "exporting.month_sheet", "exporting.plan_page"),
}
"""Modules that have a session although they declare no command."""

build(list(COMMANDS))


def test_every_command_is_found_by_its_first_word() -> None:
    missing = [
        f'{TABLE}: add "{module}" to COMMANDS["{name.split()[0]}"], for the command at {place}'
        for module, name, place in decorated()
        if module not in COMMANDS.get(name.split()[0], ())
    ]
    assert not missing, "\n".join(missing)


def test_every_first_word_leads_to_commands() -> None:
    there = {(name.split()[0], module) for module, name, _ in decorated()}
    left_over = [
        f'{TABLE}: take "{module}" out of COMMANDS["{word}"], or write a @command("{word} …", …) there'
        for word, named in COMMANDS.items()
        for module in named
        if (word, module) not in there
    ]
    assert not left_over, "\n".join(left_over)


def test_every_command_and_group_says_what_help_needs() -> None:
    missing = list(forgotten(REGISTRY.values()))
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(
    ("facts", "mend"),
    [
        ({"frob": {}}, '@command("frob", …): add panel="…"'),
        (
            {"frob add": {}, "frob list": {}},
            '@command("frob list", …): add panel="…" and group="…", or to what “carelog frob” alone',
        ),
        ({"frob list": {"group": "Frobs."}}, '@command("frob list", …): add panel="…"'),
        (
            {"frob list": {"group": "Frobs.", "panel": "Note"}, "frob add": {"panel": "Note"}},
            '@command("frob add", …): take panel=… out: “frob list” says it for the group',
        ),
        (
            {"frob list": {"group": "Frobs.", "panel": "Note"}, "frob show": {"group": "Frobs."}},
            '@command("frob show", …): take group=… out: “frob list” says it for the group',
        ),
        (
            {
                "frob list": {"group": "Frobs.", "panel": "Note", "with_words": True},
                "frob add": {"with_words": True},
            },
            '@command("frob add", …): take with_words=… out: “frob list” says it for the group',
        ),
    ],
)
def test_what_was_forgotten_is_named_with_its_mend(facts: dict[str, dict[str, Any]], mend: str) -> None:
    [said] = forgotten(record(name, **each) for name, each in facts.items())
    assert said.startswith("tests/cli/test_commands.py:")
    assert mend in said


def test_help_works_without_what_was_forgotten(carelog: Command, say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("frob", "grob add"):
        monkeypatch.setitem(COMMANDS, name.split()[0], ("mood",))
        monkeypatch.setitem(REGISTRY, name, record(name))
    for words in (["--help", "--all"], ["--plain", "help", "--all"]):
        assert {"frob", "grob", "mood"} <= set(say(*words).stdout.replace("│", " ").split())
    for words in (["frob"], ["grob"], ["grob", "add"]):
        assert say(*words, "--help").exit_code == 0
    assert say("frob").stdout == say("grob", "add").stdout == "Frobbed.\n"
    assert carelog("grob").stderr == "Missing command. Help: carelog grob --help\n"


def test_forms_and_questions_need_no_session() -> None:
    have_commands = {f"commands.{module}" for module, _, _ in decorated()}
    imports = [
        f"{where(path, node)}: take a Context, and the journal or the collection that is needed as an argument"
        for path, tree in modules("cli")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "carelog.cli.runtime.session"
        if module_of(path, "cli") not in have_commands | RUN_COMMANDS
    ]
    assert not imports, "\n".join(imports)


def forgotten(commands: Iterable[Record]) -> Iterator[str]:
    """What help lacks: for each fact the place, the command and the mend."""
    groups: dict[str, list[Record]] = {}
    for each in commands:
        groups.setdefault(each.name.rpartition(" ")[0], []).append(each)
    yield from (heading_lacks(each) for each in groups.pop("", []) if each.panel is None)
    yield from chain(*map(forgotten_of_group, groups, groups.values()))


def forgotten_of_group(group: str, members: list[Record]) -> Iterator[str]:
    """What a group lacks: exactly one of its commands stands for its name alone, and has the facts of the group."""
    alone = next((each for each in members if each.group), None)
    if alone is None:
        usual = next((each for each in members if each.name == f"{group} list"), members[0])
        yield f'{place_of(usual)}: add panel="…" and group="…", or to what “carelog {group}” alone means instead'
        return
    if alone.panel is None:
        yield heading_lacks(alone)
    for fact in ("panel", "group", "with_words"):
        saying = [each for each in members if getattr(each, fact)]
        first = alone if alone in saying else next(iter(saying), alone)
        for each in saying:
            if each is not first:
                yield f"{place_of(each)}: take {fact}=… out: “{first.name}” says it for the group"


def heading_lacks(command: Record) -> str:
    return f'{place_of(command)}: add panel="…", one of Panel in src/carelog/cli/command.py'


def place_of(command: Record) -> str:
    code = command.body.__code__
    return f'{Path(code.co_filename).relative_to(ROOT)}:{code.co_firstlineno}: @command("{command.name}", …)'


def record(name: str, **facts: Any) -> Record:
    """A record that lacks facts, and is in no registry."""
    made = Record(name, **facts)
    made.body = _frob
    return made


def decorated() -> Iterator[tuple[str, str, str]]:
    """Module, name and place of every command in the source, whether the table names it or not."""
    for path, tree in modules(COMMANDS_ROOM):
        for node in ast.walk(tree):
            for made in node.decorator_list if isinstance(node, ast.FunctionDef) else ():
                if isinstance(made, ast.Call) and getattr(made.func, "id", "") == "command":
                    yield module_of(path, COMMANDS_ROOM), ast.literal_eval(made.args[0]), where(path, made)


def module_of(path: Path, room: str) -> str:
    """The dotted name of a module below a room, as the table of commands has it."""
    return ".".join(path.relative_to(SOURCE / room).with_suffix("").parts)


def _frob(_session: object) -> Answer:
    """Frob."""
    return Answer("Frobbed.")
