"""Write the catalogues of translations: `python scripts/make_catalogue.py`.

    python scripts/make_catalogue.py               data/locale/carelog.pot: every sentence of the source
    python scripts/make_catalogue.py --language de also the .po of a language, made or brought up to date
    python scripts/make_catalogue.py --compile     also the .mo of each .po, for carelog run from its source

`--to` names another folder than the package's own. A build of the package compiles by itself (`hatch_build.py`). The
source is parsed and never run, so neither carelog nor what it needs has to be installed; Babel has.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "carelog"
LOCALE = SOURCE / "data" / "locale"
HEADER = "# The sentences of carelog. How to translate them: docs/translating.md\n#"
CHANGES_WITHOUT_A_CHANGE = ('"POT-Creation-Date:', '"PO-Revision-Date:', '"Generated-By:')
"""Lines that would differ each time, or with each version of Babel."""
TYPED = re.compile(r"(?<![\w-])(?:--[a-z][a-z-]*|-[a-z])\b|\bCARELOG_[A-Z]+\b|\b[\w/-]+\.(?:md|toml|txt|com)\b")
"""Options, variables, files and addresses in sentences, which are the same in every language."""


class Sentence(NamedTuple):
    """A message of the source: `one` alone, or with `other` for several; `key` is that of an error."""

    path: Path
    line: int
    one: str
    other: str = ""
    context: str | None = None
    key: str = ""


def main() -> None:
    """Write what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", help="such as de or pt_BR")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--to", type=Path, default=LOCALE)
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    (asked.to / "carelog.pot").write_bytes(as_text(template()))
    if asked.language:
        po = asked.to / asked.language.replace("-", "_") / "LC_MESSAGES" / "carelog.po"
        po.parent.mkdir(parents=True, exist_ok=True)
        po.write_bytes(as_text(brought_up_to_date(po, asked.language)))
    if asked.compile:
        for po in translations(asked.to):
            po.with_suffix(".mo").write_bytes(compiled(po))


def template() -> Catalog:
    """The catalogue of every sentence, without a translation."""
    catalog = Catalog(project="carelog", header_comment=HEADER, fuzzy=False)
    for each in sentences():
        message = catalog.add(
            (each.one, each.other) if each.other else each.one,
            locations=[(each.path.relative_to(ROOT).as_posix(), each.line)],
            auto_comments=[each.key] if each.key else [],
            context=each.context,
        )
        message.flags.discard("python-format")  # a per cent sign is one
        if slots(each.one + each.other):
            message.flags.add("python-brace-format")
    return catalog


def brought_up_to_date(po: Path, language: str) -> Catalog:
    """The catalogue of a language with the sentences of today; what was translated and still fits is kept."""
    catalog = Catalog(locale=language.replace("-", "_"), project="carelog", header_comment=HEADER, fuzzy=False)
    if po.exists():
        with po.open("rb") as file:
            catalog = read_po(file, locale=language.replace("-", "_"))
    catalog.update(template(), update_header_comment=False)
    catalog.fuzzy = False
    return catalog


def as_text(catalog: Catalog) -> bytes:
    """A catalogue as a .po file, in the order of the source, without dates and numbers of lines."""
    file = io.BytesIO()
    write_po(file, catalog, width=0, sort_by_file=True, include_lineno=False)
    lines = file.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(CHANGES_WITHOUT_A_CHANGE)).encode()


def translations(folder: Path = LOCALE) -> list[Path]:
    """The .po files in a folder of languages."""
    return sorted(folder.glob("*/LC_MESSAGES/carelog.po"))


def compiled(po: Path) -> bytes:
    """The .mo of a .po file, as Python reads it; a ValueError where a translation cannot be used."""
    if found := problems(po):
        raise ValueError("\n".join(found))
    file = io.BytesIO()
    write_mo(file, _read(po))
    return file.getvalue()


def problems(po: Path) -> list[str]:
    """What keeps the translations of a .po file from being used, a line each.

    It is slots that are not those of English, and commands that somebody could not type. Sentences that are not
    translated, or marked fuzzy, are left out: they are English for now.
    """
    catalog = _read(po)
    translated = [each for each in catalog if each.id and each.string and not each.fuzzy]
    return [f"{po}:{each.lineno}: {problem}" for each in translated for problem in _problems_of(each)]


def slots(text: str) -> set[str]:
    """The slots of a template as they are written, such as `{count:,}`; a ValueError where a brace is left open."""
    return {
        "{" + name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "") + "}"
        for _, name, form, conversion in Formatter().parse(text)
        if name is not None
    }


def typed(text: str) -> set[str]:
    """What somebody types of a sentence as it stands: commands such as `carelog plan edit`, options and the like."""
    return {" ".join(each.split()) for each in (*_commands().findall(text), *TYPED.findall(text))}


def sentences() -> Iterator[Sentence]:
    """Every sentence of the source that can be translated, in the order of files and lines."""
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        found = [*_called(path, tree), *_helps(path, tree)]
        if path.parent.name == "error_sentences":
            found += _of_errors(path, tree)
        yield from sorted(found, key=lambda each: each.line)


def _read(po: Path) -> Catalog:
    with po.open("rb") as file:
        return read_po(file, locale=po.parents[1].name, abort_invalid=True)


def _problems_of(message: Message) -> Iterator[str]:
    """The translation of a plural may say the number in a word, so `{count}` may be missing from it."""
    english = message.id if isinstance(message.id, tuple | list) else (message.id,)
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    allowed = set[str]().union(*map(slots, english))
    needed = allowed.intersection(*map(slots, english))
    if len(english) > 1:
        needed = {each for each in needed if not each.startswith("{count")}
    needed |= set.intersection(*map(typed, english))
    allowed |= set[str]().union(*map(typed, english))
    for text in filter(None, texts):
        try:
            found = slots(text) | typed(text)
        except ValueError as error:
            yield f"{error}: {text}"
            continue
        if missing := needed - found:
            yield f"{', '.join(sorted(missing))} is missing: {text}"
        if unknown := found - allowed:
            yield f"{', '.join(sorted(unknown))} is not in the English sentence: {text}"


@cache
def _commands() -> re.Pattern[str]:
    """A pattern for the commands of carelog, with the longest name first."""
    names = {
        str(ast.literal_eval(decorator.args[0]))
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call) and _is_command(decorator)
    }
    longest_first = sorted(names | {name.split()[0] for name in names}, key=len, reverse=True)
    in_lines = "|".join(longest_first).replace(" ", r"\s+")
    return re.compile(rf"\bcarelog\s+(?:{in_lines})(?![\w-])")


def _called(path: Path, tree: ast.Module) -> Iterator[Sentence]:
    """What is given to the functions of `carelog/language.py`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        texts = [each.value if isinstance(each, ast.Constant) else None for each in node.args]
        match getattr(node.func, "id", ""), texts:
            case (("_" | "gettext"), [str(one)]):
                yield Sentence(path, node.lineno, one)
            case "pgettext", [str(context), str(one)]:
                yield Sentence(path, node.lineno, one, context=context)
            case "ngettext", [str(one), str(other), _]:
                yield Sentence(path, node.lineno, one, other)
            case "plural", [_, str(one), str(other)]:
                yield Sentence(path, node.lineno, one, other)


def _helps(path: Path, tree: ast.Module) -> Iterator[Sentence]:
    """The docstrings of commands, as `carelog/cli/command.py` translates them: whole, and without the examples."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(_is_command(each) for each in node.decorator_list):
            text = ast.get_docstring(node, clean=False)
            if text:
                yield Sentence(path, node.lineno, inspect.cleandoc(text))


def _is_command(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and getattr(decorator.func, "id", "") == "command"


def _of_errors(path: Path, tree: ast.Module) -> Iterator[Sentence]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            for key, value in zip(node.value.keys, node.value.values, strict=True):
                if key is not None:
                    texts = ast.literal_eval(value)
                    one, other = (texts, "") if isinstance(texts, str) else texts
                    yield Sentence(path, value.lineno, one, other, key=ast.literal_eval(key))


if __name__ == "__main__":
    main()
