"""The map: it draws every room and the floors of the contract, and its flows pass their stations in that order."""

import re
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

import carelog
from carelog.cli.runtime.context import Context
from support.command import Command
from support.source import ROOT, SOURCE

MAP = ROOT / "docs" / "architecture.md"
TEXT = MAP.read_text("utf-8")
DRAWING = re.findall(r"```mermaid\n(.+?)```", TEXT, re.DOTALL)
NODE = re.compile(r'( {4}| {8})(\w+)\["(\w+)(?:/|\.py)"\]')
SUBGRAPH = re.compile(r' {4}subgraph (\w+)\["[^"]+"\]')
ARROW = re.compile(r" {4}(\w+) -->(?:\|[\w. ]+\|)? (\w+)")
NO_FLOOR = {"crisis", "data"}
FLOWS = {
    'carelog mood 4 "first walk"': (["mood", "4", "first walk"], ""),
    "carelog crisis": (["crisis"], ""),
    "carelog export --for therapist": (["export", "--for", "therapist", "--format", "html"], "y\n"),
}
"""Each flow of the map as it is typed, and what the person answers."""


def test_the_drawing_is_made_of_nodes_arrows_and_subgraphs_alone() -> None:
    (drawing,) = DRAWING
    first, *lines = drawing.splitlines()
    assert first == "flowchart TD"
    assert not [line for line in lines if line != "    end" and not any(map(line_is(line), (NODE, SUBGRAPH, ARROW)))]
    drawn = {each[1] for each in NODE.findall(drawing)} | set(SUBGRAPH.findall(drawing))
    assert {end for arrow in ARROW.findall(drawing) for end in arrow} <= drawn


def test_the_drawing_has_the_floors_of_the_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (whole,) = [each["layers"] for each in contracts if each.get("containers") == ["carelog"]]
    assert drawn_floors(DRAWING[0]) == [set(re.split(r" [|:] ", layer)) for layer in whole]


def test_every_room_is_on_the_map_and_every_room_on_the_map_is_there() -> None:
    rooms = {f"{room.relative_to(SOURCE).as_posix()}/" for room in SOURCE.rglob("*") if is_room(room)}
    named = {each for each in re.findall(r"`((?:[a-z_]+/)+)`", TEXT) if not each.startswith(("tests/", "docs/"))}
    wrong = [f"docs/architecture.md: say what `{room}` is for" for room in sorted(rooms - named)]
    wrong += [f"docs/architecture.md: there is no `{room}`" for room in sorted(named - rooms)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("flow", FLOWS)
def test_a_flow_passes_its_stations_in_that_order(flow: str, carelog: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    typed, answered = FLOWS[flow]
    monkeypatch.setattr(Context, "can_ask", True)
    carelog("mood", "3", "so that there is a journal and a card")
    section = TEXT.partition(f"### `{flow}`")[2].partition("\n#")[0]
    stations = re.findall(r"^\d+\. `([\w/]+\.py)`", section, re.MULTILINE)
    passed = iter(called(lambda: carelog(*typed, stdin=answered)))
    assert stations
    late = [station for station in stations if station not in passed]
    assert not late, f"docs/architecture.md: `{flow}` does not pass {late[0]}, or passes it earlier"


def test_every_name_in_a_list_of_the_map_stands_in_a_file_that_is_named_beside_it() -> None:
    wrong = []
    for item in re.findall(r"^\d+\. (.+(?:\n +.+)*)", TEXT, re.MULTILINE):
        files = [path for named in re.findall(r"`([\w/]+\.\w+)`", item) for path in there(named)]
        source = "".join(path.read_text("utf-8") for path in files)
        names = re.findall(r"`(?:[A-Z]\w+\.)?(\w+)`", item) if source else []
        wrong += [
            f"docs/architecture.md: there is no `{name}` in what this names: {item}"
            for name in names
            if name not in source
        ]
    assert not wrong, "\n".join(wrong)


def there(named: str) -> list[Path]:
    """The text files of a name, in which capitals stand for any."""
    pattern = re.sub(r"[A-Z]{3,}", "*", named) if "/" in named else named
    return [
        path for top in (ROOT, SOURCE) for path in top.glob(pattern) if path.suffix in {".py", ".toml", ".md", ".sql"}
    ]


def line_is(line: str) -> Callable[[re.Pattern[str]], bool]:
    return lambda form: form.fullmatch(line) is not None


def drawn_floors(drawing: str) -> list[set[str]]:
    """The names on each floor, from the top: what stands in one subgraph, or alone."""
    floors: list[set[str]] = []
    for line in drawing.splitlines():
        node = NODE.fullmatch(line)
        if SUBGRAPH.fullmatch(line):
            floors.append(set())
        elif node and node[3] not in NO_FLOOR:
            floors += [set()] if len(node[1]) == 4 else []
            floors[-1].add(node[3])
    return floors


def is_room(path: Path) -> bool:
    of_a_language = SOURCE / "data" / "locale" in path.parents
    return path.is_dir() and path.name != "__pycache__" and not of_a_language


def called(run: Callable[[], object]) -> list[str]:
    """The file of every function that is called meanwhile, below src/carelog."""
    files: list[str] = []

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            files.append(frame.f_code.co_filename)

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    here = Path(carelog.__file__).parent.as_posix()
    return [Path(file).relative_to(here).as_posix() for file in files if file.startswith(here)]
