"""What a format, page, country, setting or error needs beside its code: what is missing is named with its file."""

import ast
import json
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest

from carelog import errors
from carelog.clock import fixed_clock
from carelog.errors import CarelogError
from carelog.exchange.files.source import read_source
from carelog.exchange.pipeline.import_batch import ImportContext
from carelog.exchange.readers.any_table import is_any_table
from carelog.exchange.readers.formats import FORMATS, Format, format_of
from carelog.exchange.serializers.own_copy import OWN
from carelog.wording.exit_codes import EXIT_CODES
from support.source import HELPLINES, ROOT, SAMPLES, calls, modules, sentences

DOCS = ROOT / "docs"
TESTS = ROOT / "tests"
NAMED = re.compile(r"\b(?:src|tests|docs|scripts)/[\w/.-]*\w(?=[:,;`\" ]|$)", re.MULTILINE)
OF_FORMATS = {each.name: sorted((SAMPLES / each.name).glob("*")) for each in FORMATS}


def test_every_format_has_a_sample_a_row_in_the_documentation_and_a_test() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", (DOCS / "importing.md").read_text("utf-8"), re.MULTILINE)
    tested = words_in_tests("exchange", "support")
    missing = [f"tests/samples/{name}: add a file of the format" for name, files in OF_FORMATS.items() if not files]
    missing += [f"docs/importing.md: add a row for `{name}`" for name in OF_FORMATS if name not in rows]
    missing += [f"docs/importing.md: there is no format `{name}`" for name in rows if name not in {*OF_FORMATS, OWN}]
    missing += [
        f"tests/exchange/readers: no test reads a file of tests/samples/{name}"
        for name in OF_FORMATS
        if not any(word == name or word.startswith(f"{name}/") for word in tested)
    ]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize(
    ("file_format", "path"),
    [(each, path) for each in FORMATS for path in OF_FORMATS[each.name]],
    ids=lambda each: each.name,
)
def test_a_sample_is_recognised_and_read(file_format: Format, path: Path) -> None:
    content = read_source(path)
    if file_format.recognises is not is_any_table:
        assert format_of(content).name == file_format.name
    batch = file_format.read(content, ImportContext(fixed_clock("2026-11-26T21:30:00+01:00"), time(4)))
    assert batch.entries or batch.ticks


def test_every_page_that_a_command_shows_has_golden_files() -> None:
    kept = sorted((TESTS / "terminal" / "golden").glob("*.txt"))
    pages, drawn = pages_shown(), names_drawn()
    missing = [
        f"tests/terminal/golden: add {page}-….txt (draw a {name} in tests/terminal/pages with the fixture `golden`, "
        "then pytest tests/terminal --update-golden, and read what it wrote)"
        for page, names in pages.items()
        for name in names
        if name not in drawn or not any(belongs(path, page) for path in kept)
    ]
    missing += [
        f"{path.relative_to(ROOT)}: src/carelog/terminal/pages has no page of that name which a command shows"
        for path in kept
        if not any(belongs(path, page) for page in pages)
    ]
    assert not missing, "\n".join(missing)


def test_every_country_has_its_place_in_each_file() -> None:
    facts = tomllib.loads((HELPLINES.parent / "helplines.toml").read_text("utf-8"))
    source = {*facts["emergency"], *(line["country"] for line in facts["line"])}
    shipped = {path.stem for path in HELPLINES.glob("??.txt")}
    make = "python scripts/make_helplines.py"
    missing = [f"helplines/{code}.txt: make it from helplines.toml: {make}" for code in source - shipped]
    missing += [f"helplines.toml: add [emergency.{code}]" for code in (source | shipped) - facts["emergency"].keys()]
    for table, known in (("countries", rows_of("countries").keys()), ("zones", rows_of("zones").values())):
        missing += [
            f"helplines/{table}.txt: {code} is not in it: {make} --zoneinfo …" for code in (source | shipped) - {*known}
        ]
    assert not missing, "\n".join(f"src/carelog/data/{each}" for each in sorted(missing))


def test_every_code_of_an_error_is_in_its_schema_and_every_exit_number_in_the_table() -> None:
    envelope = json.loads((DOCS / "schemas" / "parts" / "envelope.json").read_text("utf-8"))
    code = envelope["$defs"]["error"]["properties"]["code"]
    said = dict(re.findall(r"([a-z-, ]+?): (?:exit )?(\d+)", code["description"]))
    numbers = {each: int(number) for codes, number in said.items() for each in codes.strip().split(", ")}
    raised = dict(codes_of_errors())
    missing = [f"schemas/parts/envelope.json: add {each} to the codes" for each in raised if each not in code["enum"]]
    missing += [f"schemas/parts/envelope.json: nothing raises {each}" for each in code["enum"] if each not in raised]
    missing += [
        f"schemas/parts/envelope.json: say that {each} ends with exit {number}"
        for each, number in raised.items()
        if numbers.get(each) != number
    ]
    assert not missing, "\n".join(f"docs/{each}" for each in missing)
    assert {*raised.values(), 0} <= EXIT_CODES.keys(), "src/carelog/wording/exit_codes.py: say what each means"


def test_every_file_that_a_message_of_these_tests_names_is_there() -> None:
    sources = [*(TESTS / "house").glob("test_forgotten*.py"), TESTS / "support" / "places.py"]
    named = {name for path in sources for name in NAMED.findall(path.read_text("utf-8"))}
    assert len(named) > len(sources)
    gone = sorted(name for name in named if not (ROOT / name).exists())
    assert not gone, f"moved, and still named in tests/house or tests/support/places.py: {', '.join(gone)}"


def words_in_tests(*rooms: str) -> set[str]:
    """Every text in the code of some rooms of the tests."""
    files = [path for room in rooms for path in (TESTS / room).rglob("*.py")]
    return {str(each.value) for path in files for each in sentences(ast.parse(path.read_text("utf-8")))}


def pages_shown() -> dict[str, set[str]]:
    """The modules of pages that commands draw from, and what they take from each."""
    found = defaultdict(set[str])
    for _, tree in modules("cli"):
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("carelog.terminal.pages."):
                found[node.module.rpartition(".")[2]].update(alias.name for alias in node.names)
    return found


def names_drawn() -> set[str]:
    """The names that tests with golden pages call."""
    trees = [ast.parse(path.read_text("utf-8")) for path in (TESTS / "terminal").rglob("test_*.py")]
    called = ([ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)] for tree in trees)
    return {name for names in called if "golden" in names for name in names}


def belongs(path: Path, page: str) -> bool:
    """Whether a golden file is of a page: `streaks-empty.txt`, `streaks_with_runs-empty.txt`."""
    return path.stem.startswith((f"{page}-", f"{page}_"))


def rows_of(table: str) -> dict[str, str]:
    """The rows of a table that the crisis card looks things up in."""
    lines = (HELPLINES / f"{table}.txt").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def codes_of_errors() -> Iterator[tuple[str, int]]:
    """Every code that an answer can carry, with its exit number: of the errors, and of the program's last resort."""
    for each in vars(errors).values():
        if isinstance(each, type) and issubclass(each, CarelogError) and each is not CarelogError:
            yield each.code, each.exit_number
    for _, tree in modules("cli/app.py"):
        for call in calls(tree, "_report"):
            match call.args:
                case [_, ast.Constant(value=str(code)), _, _, ast.Constant(value=int(number))]:
                    yield code, number
