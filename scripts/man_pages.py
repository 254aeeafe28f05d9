"""The man pages: carelog(1), and one for each group of commands, from the tree of commands and two tables."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from command_tree import WORDS, Node, Place
from completion_scripts import first_sentence

from carelog import __version__
from carelog.cli.help_asked import LONG, SHORT
from carelog.wording.environment import ENVIRONMENT
from carelog.wording.exit_codes import CRISIS_IS_NEVER_A_MISTAKE, EXIT_CODES
from carelog.wording.program import CRISIS_FIRST, HELP, PANELS

DATE = "2026-11-30"
"""The day of the pages, which man shows at their foot."""
IN_SHORT = "a self-care journal for the terminal"
WAYS_IN = ("carelog [OPTIONS] COMMAND [ARGS]...", "carelog help [COMMAND]", "carelog crisis")
WITHOUT_WORDS = (
    "Without a command carelog asks a few questions the first time, and shows today afterwards. Behind -- everything "
    "is text, and - alone reads standard input."
)
FILES = {
    "~/.local/share/carelog/journal.db": "The journal, an SQLite database.",
    "~/.local/share/carelog/card.txt": "The crisis card, which is shown without the journal.",
    "~/.local/share/carelog/backups/": "The backups.",
    "~/.local/share/carelog/carelog-keys/": "The ways into a locked journal.",
    "~/.config/carelog/settings.toml": "The settings.",
}
"""Where everything is on Linux while no variable says otherwise."""
ELSEWHERE = (
    "The first folder is in XDG_DATA_HOME where that is set, the other one in XDG_CONFIG_HOME. With CARELOG_HOME "
    "everything is in that one folder. “carelog --version --verbose” says where it is."
)
OF_GROUPS = ("CARELOG_HOME", "CARELOG_PLAIN")
"""The variables that the page of a group names too."""
EVERYDAY = ("mood", "note", "done", "today", "week", "reach", "export")
"""The commands of which carelog(1) has an example each."""
_WIDTH = 72
_MOST_WORDS = 40
_KEPT_DASHES = re.compile(r"(?<![\w-])-{1,2}(?=\w|\s|$)|\w+-\w+\(1\)")
"""The dashes of options, and those in the name of a page, which is not parted at the end of a line."""
_ESCAPED = {"\\": "\\e", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", "…": "..."} | {
    "“": "\\(lq",
    "”": "\\(rq",
    "’": "\\(cq",
}


def man_pages(tree: Node) -> dict[str, str]:
    """The source of each page by the name of its file."""
    groups = [each for each in tree.inside if each.inside]
    return {"carelog.1": _of_program(tree, groups)} | {f"{_name(each)}.1": _of_group(each) for each in groups}


def _of_program(tree: Node, groups: list[Node]) -> str:
    known = {each.path: each for each in tree.walk()}
    return _page(
        "carelog",
        ("NAME", [f"carelog \\- {_text(IN_SHORT)}"]),
        ("SYNOPSIS", _lines_apart(WAYS_IN)),
        ("DESCRIPTION", _paragraphs(f"{CRISIS_FIRST}.\n\n{HELP}\n\n{WITHOUT_WORDS}")[1:]),
        ("COMMANDS", (line for panel in PANELS for line in _of_panel(tree, panel))),
        (
            "OPTIONS",
            [
                *_places(tree.options),
                *_paragraphs("Every command takes --json, --plain, --discreet, and --help or -h."),
            ],
        ),
        ("EXAMPLES", _lines_apart([*WAYS_IN[2:], *(known[each].examples[0] for each in EVERYDAY)])),
        ("FILES", [*_described(FILES.items()), *_paragraphs(ELSEWHERE)]),
        ("ENVIRONMENT", _described(ENVIRONMENT.items())),
        ("EXIT STATUS", _exit_status()),
        ("SEE ALSO", _see_also(sorted(map(_name, groups)))),
    )


def _of_group(group: Node) -> str:
    name = _name(group)
    everywhere = [each for each in group.options if all(each in command.options for command in group.inside)]
    variables = {each: text for each, text in ENVIRONMENT.items() if each in OF_GROUPS}
    short = first_sentence(group.help)
    return _page(
        name,
        ("NAME", [f"{_literal(name)} \\- {_text(short[0].lower() + short[1:])}"]),
        ("SYNOPSIS", _lines_apart([f"carelog {group.path} [OPTIONS]", *map(_synopsis, group.inside)])),
        ("DESCRIPTION", _paragraphs(group.help)[1:]),
        ("COMMANDS", (line for each in group.inside for line in _under_heading(each, everywhere))),
        ("OPTIONS", ["Each of these commands takes:", *_places(everywhere)]),
        ("EXAMPLES", _lines_apart(dict.fromkeys(line for each in group.inside for line in each.examples))),
        ("FILES", [*_described(FILES.items()), *_paragraphs(ELSEWHERE)]),
        ("ENVIRONMENT", [*_described(variables.items()), *_paragraphs("The others are in carelog(1).")]),
        ("EXIT STATUS", _exit_status()),
        ("SEE ALSO", _see_also(["carelog"])),
    )


def _page(name: str, *sections: tuple[str, Iterable[str]]) -> str:
    lines = ['.\\" Made by scripts/make_for_shells.py']
    lines += [f'.TH {_literal(name.upper())} 1 {DATE} "carelog {__version__}" "carelog manual"', ".nh", ".ad l"]
    for heading, content in sections:
        lines += [f".SH {heading}", *content]
    return "\n".join(lines) + "\n"


def _name(group: Node) -> str:
    return f"carelog-{group.path}"


def _of_panel(tree: Node, panel: str) -> Iterator[str]:
    yield f".SS {_literal(PANELS[panel])}"
    for each in tree.inside:
        if each.panel != panel:
            continue
        if each.inside:
            pointed = f"{first_sentence(each.help)}. All of it is in {_name(each)}(1)."
            yield from _described([(f"carelog {each.path}", pointed)])
        else:
            yield from (".TP", f".B {_literal(_synopsis(each))}", *_paragraphs(each.help, ".IP")[1:])
            if details := _details(each, list(tree.options)):
                yield from (".RS", *details, ".RE")


def _under_heading(node: Node, everywhere: list[Place]) -> Iterator[str]:
    yield from (f".SS {_literal(_synopsis(node))}", *_paragraphs(node.help)[1:], *_details(node, everywhere))


def _details(node: Node, everywhere: list[Place]) -> list[str]:
    return _places([*(each for each in node.arguments if each.help), *node.options], everywhere)


def _places(places: Iterable[Place], without: Iterable[Place] = ()) -> list[str]:
    return _described((_shown(each), f"{each.help} {_limits(each)}".strip()) for each in places if each not in without)


def _synopsis(node: Node) -> str:
    """How a command is typed: what must be there bare, what may be there in brackets."""
    typed = re.sub(r":?<[^>]*>", "", re.sub(r"[{}]", "", node.usage))
    for name in (_bare(each) for each in node.arguments):
        typed = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name.upper(), typed) if name.islower() else typed
    return f"carelog {node.path} {typed}"


def _shown(place: Place) -> str:
    if not place.names:
        return _bare(place).upper() if _bare(place).islower() else _bare(place)
    if place.names == (LONG,):
        return f"{SHORT}, {LONG}"
    if place.kind == WORDS and "<" not in place.shown and place.shown in place.names:
        return f"{place.shown} [{'|'.join(place.words)}]"
    return re.sub(r"<(.*?)>", r"\1", place.shown.replace(" / ", ", "))


def _bare(argument: Place) -> str:
    name = argument.shown.partition(":<")[0].removesuffix("...")
    return name[1:-1] if re.fullmatch(r"\[[^\[\]]*\]", name) else name


def _limits(place: Place) -> str:
    """What Typer adds to the help, in words: the ends of a range and the default."""
    said = place.limits.replace("[required]", "").strip("[]")
    said = re.sub(r"(\d+)<=x<=(\d+)", lambda ends: "" if f"{ends[1]}-{ends[2]}" in place.shown else ends[0], said)
    said = re.sub(r"(\d+)<=x<=(\d+)", r"From \1 to \2.", said)
    said = re.sub(r"x>=(\d+)", r"\1 or more.", said)
    said = re.sub(r"default: ([^;\]]+)", r"Without it: \1.", said)
    listed = f" One of: {', '.join(place.words)}." if _are_to_be_listed(place) else ""
    return " ".join((said.replace("; ", " ") + listed).split())


def _are_to_be_listed(place: Place) -> bool:
    """Whether there are fixed words, few enough to read, that neither the name nor the help has already."""
    known = f"{_shown(place)} {place.help}"
    return 1 < len(place.words) <= _MOST_WORDS and not all(word in known for word in place.words)


def _exit_status() -> list[str]:
    return [
        *_described((str(number), text) for number, text in EXIT_CODES.items()),
        *_paragraphs(CRISIS_IS_NEVER_A_MISTAKE),
    ]


def _see_also(names: Iterable[str]) -> list[str]:
    *others, last = names
    return [*(f".BR {_literal(each)} (1)," for each in others), f".BR {_literal(last)} (1)"]


def _described(items: Iterable[tuple[str, str]]) -> list[str]:
    return [line for name, text in items for line in (".TP", f".B {_literal(name)}", *_paragraphs(text, ".IP")[1:])]


def _lines_apart(lines: Iterable[str]) -> list[str]:
    return [".nf", *map(_literal, lines), ".fi"]


def _paragraphs(text: str, between: str = ".PP") -> list[str]:
    """The paragraphs of a text, each behind a request, every sentence on a line of its own."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        sentences = re.split(r"(?<=[.?:]) (?=[A-Z“])", " ".join(paragraph.split()))
        wrapped = (line for each in sentences for line in textwrap.wrap(each, _WIDTH, break_on_hyphens=False))
        lines += [between, *map(_text, wrapped)]
    return lines


def _text(line: str) -> str:
    """A line of prose: a dash within a word is a hyphen."""
    return _escaped(_KEPT_DASHES.sub(lambda found: found[0].replace("-", "\0"), line))


def _literal(line: str) -> str:
    """What is typed: it can be copied from the page as it is."""
    return _escaped(line.replace("-", "\0"), {"'": "\\(aq", '"': "\\(dq"})


def _escaped(line: str, more: dict[str, str] | None = None) -> str:
    marks = _ESCAPED | (more or {}) | {"\0": "\\-"}
    plain = "".join(marks.get(each, each if each.isascii() else f"\\[u{ord(each):04X}]") for each in line)
    return f"\\&{plain}" if plain[:1] in {".", "'"} else plain
