"""Write what docs/commands.md and docs/settings.md say of the program: `python scripts/make_reference.py`.

Commands, their options and examples come from Typer's tree, settings from `carelog.settings_fields`, exit numbers from
`carelog.wording.exit_codes`. In a page, what stands between `<!-- made: NAME -->` and `<!-- end -->` is made, the rest
is written by a person and stays. So does what stands below `<!-- by hand -->` in the section of a command, up to the
next heading; where a command is gone, that is refused until somebody has moved the words.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import typer

from carelog.cli.app import build
from carelog.cli.command import REGISTRY, Command
from carelog.cli.table import COMMANDS, IN_TWO_WORDS, name_shown
from carelog.settings import Settings
from carelog.settings_fields import FIELDS, REMEMBERED, Field
from carelog.wording.exit_codes import CRISIS_IS_NEVER_A_MISTAKE, EXIT_CODES
from carelog.wording.program import PANELS

DOCS = Path(__file__).resolve().parents[1] / "docs"
BY_HAND = "<!-- by hand -->"
MADE = re.compile(r"<!-- made: (?P<name>[a-z ]+) -->\n(?P<text>.*?)<!-- end -->\n", re.DOTALL)
HEADING = re.compile(r"^#{2,4} (.+)$", re.MULTILINE)
EVERYWHERE = frozenset({"as_json", "plain", "discreet"})
"""What every command takes; the page says it once."""


class LostWords(Exception):
    """Words that a person wrote have no place any more, because their command is gone."""


def main() -> None:
    """Write the pages."""
    for path, text in pages().items():
        path.write_text(text, "utf-8")


def pages() -> dict[Path, str]:
    """The pages with parts that are made, as they should be. Raises LostWords."""
    return {path: made_anew(path.read_text("utf-8")) for path in (DOCS / "commands.md", DOCS / "settings.md")}


def made_anew(page: str) -> str:
    """A page with every part that is made as the program has it today. Raises LostWords."""
    return MADE.sub(
        lambda part: f"<!-- made: {part['name']} -->\n{PARTS[part['name']](part['text'])}<!-- end -->\n", page
    )


def commands(before: str) -> str:
    """The sections of all commands, with what a person wrote in those of before. Raises LostWords."""
    kept = by_hand(before)
    sections = list(_sections())
    lost = sorted(kept.keys() - {heading for _, heading, _ in sections})
    if lost:
        raise LostWords(f"docs/commands.md: move what was written by hand below: {', '.join(lost)}")
    written = {heading: f"\n{BY_HAND}\n{words}\n" for heading, words in kept.items()}
    return "".join(f"\n{mark} {heading}\n{text}{written.get(heading, '')}" for mark, heading, text in sections) + "\n"


def by_hand(text: str) -> dict[str, str]:
    """What a person wrote below the headings of a text."""
    _, *parts = HEADING.split(text)
    sections = zip(parts[::2], parts[1::2], strict=True)
    found = ((heading, section.partition(BY_HAND)[2].strip()) for heading, section in sections)
    return {heading: words for heading, words in found if words}


def settings(_before: str) -> str:
    """The table of settings."""
    columns = ("setting", "what it is for", "what it can be", "by default")
    rows = ([f"`{each.key}`", in_markdown(each.purpose), in_markdown(each.allowed), _default(each)] for each in FIELDS)
    return table(columns, rows)


def remembered(_before: str) -> str:
    """The table of what carelog writes to the settings by itself."""
    rows = ([f"`{each.key}`", in_markdown(each.purpose)] for each in REMEMBERED)
    return table(("key", "what it remembers"), rows)


def exit_numbers(_before: str) -> str:
    """The table of exit numbers."""
    rows = ([str(number), in_markdown(said)] for number, said in EXIT_CODES.items())
    return f"{table(('exit', 'what it means'), rows)}{in_markdown(CRISIS_IS_NEVER_A_MISTAKE)}\n\n"


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table of Markdown with blank lines around it; a stroke in a cell stays one."""
    head = list(columns)
    lines = [head, *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    first, *others = (f"| {' | '.join(line)} |" for line in lines)
    return "\n".join(["", first, f"|{'---|' * len(head)}", *others, "", ""])


def in_markdown(text: str) -> str:
    """A sentence of the program with commands, options and files as code, and pages as links."""
    text = re.sub(r"“(carelog [^”]+)”", r"`\1`", text)
    pieces = re.split(r"(`[^`]+`)", text)
    for place in range(0, len(pieces), 2):  # what stands between code
        piece = re.sub(r"(?<= )-(?= )", "`-`", pieces[place])
        piece = re.sub(r"docs/([\w-]+)\.md", r"[\1](\1.md)", piece)
        piece = re.sub(
            r"(?<![\w`-])(--?[a-z][a-z-]*|carelog(?: [a-z][\w.-]*)+ --[a-z-]+(?: [A-Z]+)?)\b", r"`\1`", piece
        )
        piece = re.sub(r"(?<![\w`/(\[.])[a-z]+[_.][a-z][a-z_.]*[a-z](?![\w`])", r"`\g<0>`", piece)
        pieces[place] = re.sub(r"([*<])", r"\\\1", piece)
    return "".join(pieces)


def _sections() -> Iterator[tuple[str, str, str]]:
    """The marks of a heading, the heading and the text below it, of every panel, group and command."""
    program: Any = typer.main.get_command(build(list(COMMANDS)))
    by_panel: dict[str | None, list[str]] = {panel: [] for panel in PANELS.values()}
    for name, each in program.commands.items():
        if not each.hidden or name in IN_TWO_WORDS:
            by_panel[each.rich_help_panel].append(name)
    for panel, names in by_panel.items():
        links = (f"[{shown}](#carelog-{shown.replace(' ', '-')})" for shown in map(name_shown, names))
        yield "##", str(panel), f"\n{' · '.join(links)}\n"
        for name in names:
            yield from _sections_of(name, program.commands[name])


def _sections_of(name: str, command: Any) -> Iterator[tuple[str, str, str]]:
    inside: Mapping[str, Any] | None = getattr(command, "commands", None)
    if inside is None:
        yield "###", f"carelog {name_shown(name)}", _about(name, command)
        return
    yield "###", f"carelog {name}", "".join(_paragraphs(command.help))
    for last, each in inside.items():
        if not each.hidden:
            yield "####", f"carelog {name} {last}", _about(f"{name} {last}", each)


def _about(name: str, command: Any) -> str:
    """What a command does, how it is typed, what can be said, and an example."""
    record: Command = REGISTRY[name]
    params = [each for each in command.params if each.name not in EVERYWHERE and not each.hidden]
    arguments = [_argument(each) for each in params if each.param_type_name == "argument"]
    options = ["[OPTIONS]"] if len(params) > len(arguments) else []
    typed = " ".join([f"carelog {name_shown(name)}", *arguments, *options])
    parts = [*_paragraphs(inspect.getdoc(record.body) or "")]
    parts += [f"\n`{typed}`\n"] if params else []
    parts += [table(("what you type", "what it means"), rows)] if (rows := [*_rows(params)]) else []
    parts += [f"\nFor example: `{record.examples[0]}`\n"] if record.examples and params else []
    return re.sub("\n{3,}", "\n\n", "".join(parts)).rstrip("\n") + "\n"


def _paragraphs(told: str) -> Iterator[str]:
    """The paragraphs of a help, without its examples."""
    for paragraph in told.partition("\n\n\b")[0].split("\n\n"):
        yield f"\n{in_markdown(' '.join(paragraph.split()))}\n"


def _rows(params: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """How each option and argument is typed, and what it means; what help leaves unsaid has no row."""
    for each in params:
        if each.param_type_name == "argument":
            typed, said = f"`{_alone(_argument(each))}`", each.help or ""
        else:
            typed, said = _option(each), each.help or ""
        if said or each.param_type_name == "option":
            yield typed, " ".join(filter(None, [in_markdown(said), _choices(each), _range(each)]))


def _alone(argument: str) -> str:
    """What an argument is called, without the signs that it may be left out or given several times."""
    several = argument.removesuffix("…")
    return several[1:-1] if re.fullmatch(r"\[[^\[\]]*\]", several) else several


def _argument(param: Any) -> str:
    """An argument as usage has it: in brackets where it can be left out, with … where it can be several words."""
    only = [*_values(param)] if len(_values(param)) == 1 else []
    shown = str(param.metavar or "".join(only) or param.name.upper()).removesuffix("...")
    shown = shown if param.required or shown.startswith("[") else f"[{shown}]"
    return shown if param.nargs == 1 else f"{shown}…"


def _option(param: Any) -> str:
    """An option in all its forms, the short one first, each with what stands for its value."""
    value = "" if param.is_flag else param.metavar or param.opts[0].strip("-").upper()
    forms = [*sorted(param.opts, key=len), *param.secondary_opts]
    return ", ".join(f"`{f'{form} {value}'.strip()}`" for form in forms)


def _values(param: Any) -> list[str]:
    """The words between which an option or argument chooses."""
    return [str(getattr(each, "value", each)) for each in getattr(param.type, "choices", ())]


def _choices(param: Any) -> str:
    choices = _values(param)
    if len(choices) < 2:
        return ""
    default = getattr(param.default, "value", param.default)
    usual = f"; without it `{default}`" if isinstance(param.default, Enum | str) else ""
    return f"{', '.join(f'`{each}`' for each in choices[:-1])} or `{choices[-1]}`{usual}."


def _range(param: Any) -> str:
    least, most = getattr(param.type, "min", None), getattr(param.type, "max", None)
    usual = f"Without it {param.default}." if isinstance(param.default, int) and not param.is_flag else ""
    if least is None or f"{least}-{most}" == param.metavar or f"from {least + 1};" in (param.help or ""):
        return usual
    return f"{f'From {least} to {most}' if most is not None else f'At least {least}'}. {usual}".strip()


def _default(field: Field) -> str:
    shown = field.show(Settings())
    return f"`{shown}`" if shown else "empty"


PARTS: Mapping[str, Callable[[str], str]] = {
    "commands": commands,
    "exit numbers": exit_numbers,
    "remembered": remembered,
    "settings": settings,
}
"""What is made, by the name that the pages call it."""


if __name__ == "__main__":
    main()
