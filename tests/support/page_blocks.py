"""What blocks of each language are held against: a shell, Python, or the reader of such a file."""

import configparser
import io
import json
import runpy
import sqlite3
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, redirect_stdout

from babel.messages.pofile import read_po
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from carelog.crisis.language import fits
from carelog.domain.questionnaires.questionnaire import Questionnaire
from carelog.paths import system_paths
from carelog.questionnaire_files import read_questionnaires
from carelog.settings_file import settings_in, unknown_keys, write_text
from support.page_exceptions import BLOCKS_NOT_RUN, LANGUAGES_READ_ELSEWHERE
from support.page_shell import Shell, looks_as_shown
from support.pages import Block
from support.source import ROOT

CATALOGUE = ROOT / "src" / "carelog" / "data" / "locale" / "carelog.pot"
SCHEMAS = ROOT / "docs" / "schemas"


def wrong_in(block: Block, shell: Shell) -> Iterator[str]:
    """What is wrong in a block: what fails, is not written as shown, or cannot be read."""
    if block.language in LANGUAGES_READ_ELSEWHERE or any(words in block.text for words in BLOCKS_NOT_RUN):
        return
    assert block.language in READ_AS, f"{block.where}: tests/support/page_blocks.py: say how {block.language} is read"
    yield from (f"{block.where}: {said}" for said in READ_AS[block.language](block, shell))


def _shell(block: Block, shell: Shell) -> Iterator[str]:
    yield from shell.follow(block.text, block.typed)


def _python(block: Block, shell: Shell) -> Iterator[str]:
    """Run a program, with what the shell has set; lines that begin with `#>` are what it writes."""
    program, out = shell.desk / "program.py", io.StringIO()
    program.write_text(block.text, "utf-8")
    with redirect_stdout(out):
        runpy.run_path(str(program), run_name="__main__")
    shown = [line.strip().removeprefix("#>") for line in block.text.splitlines() if line.strip().startswith("#>")]
    if shown and not looks_as_shown(out.getvalue(), shown):
        yield f"it prints {out.getvalue()}"


def _toml(block: Block, _shell: Shell) -> Iterator[str]:
    """Read settings as carelog does, or a questionnaire."""
    tables = tomllib.loads(block.text)
    if "measure" in tables:
        found: list[Questionnaire] = read_questionnaires(block.text, block.where)
        assert found
    else:
        write_text(system_paths(), block.text)
        settings_in(system_paths(), block.text)
        yield from (f"carelog knows no setting {key}" for key in unknown_keys(system_paths()))


def _json(block: Block, _shell: Shell) -> Iterator[str]:
    """Read JSON; an envelope has the shape that the schema of its command says."""
    content = json.loads(block.text)
    if not isinstance(content, dict) or "command" not in content:
        return
    name = f"{content['command'].replace(' ', '-')}.json"
    if not (SCHEMAS / name).exists():
        yield f"no schema is called {name}"
        return
    files = {
        path.relative_to(SCHEMAS).as_posix(): json.loads(path.read_text("utf-8")) for path in SCHEMAS.rglob("*.json")
    }
    known: Registry[object] = Registry().with_resources(
        (place, Resource.from_contents(schema)) for place, schema in files.items()
    )
    yield from (each.message for each in Draft202012Validator({"$ref": name}, registry=known).iter_errors(content))


def _sql(block: Block, _shell: Shell) -> Iterator[str]:
    with closing(sqlite3.connect(system_paths().journal)) as journal:
        journal.executescript(block.text)
        journal.rollback()
    yield from ()


def _ini(block: Block, _shell: Shell) -> Iterator[str]:
    configparser.ConfigParser().read_string(block.text)
    yield from ()


def _tsv(block: Block, _shell: Shell) -> Iterator[str]:
    """Read lines of the crisis card in another language."""
    lines = [line.split("\t") for line in block.text.splitlines() if not line.startswith("#")]
    yield from (f"the card cannot use {key}" for key, sentence in lines if not fits(key, sentence))


def _po(block: Block, _shell: Shell) -> Iterator[str]:
    with CATALOGUE.open("rb") as file:
        known = {message.id for message in read_po(file)}
    said = [message.id for message in read_po(io.BytesIO(block.text.encode())) if message.id]
    yield from (f"the catalogue has no {each}" for each in said if each not in known)


READ_AS: Mapping[str, Callable[[Block, Shell], Iterator[str]]] = {
    **dict.fromkeys(("", "sh", "console"), _shell),
    "ini": _ini,
    "json": _json,
    "po": _po,
    "python": _python,
    "sql": _sql,
    "toml": _toml,
    "tsv": _tsv,
}
