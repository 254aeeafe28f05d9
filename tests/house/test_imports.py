import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from typing import Any

from importlinter import cli

from support.source import ROOT, modules, where

PURE = {"__future__", "collections", "dataclasses", "datetime", "enum", "functools", "hashlib", "itertools"}
PURE |= {"math", "operator", "os", "re", "statistics", "string", "typing", "unicodedata"}
CRISIS_MAY_TAKE = {"__future__", "_thread", "json", "os", "sys", "time", "unicodedata"}
DRAWS = "src/carelog/crisis/qr.py"
"""The one module of the card that uses a library, and works without it too."""


def test_every_room_imports_only_from_the_floors_below_it() -> None:
    assert cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_every_module_that_a_contract_names_exists() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    named = {name for contract in contracts for name in named_in(contract)}
    assert named
    assert not {name for name in named if not find_spec(name)}, "pyproject.toml guards what no longer exists"


def named_in(contract: Mapping[str, Any]) -> Iterator[str]:
    """The modules a contract is about: each by its whole name, the layers of a room below it."""
    for key in ("source_modules", "forbidden_modules", "protected_modules", "allowed_importers"):
        yield from contract.get(key, ())
    for container in contract.get("containers", ()):
        inside = [name for layer in contract["layers"] for name in re.split(r" [|:] ", layer)]
        yield from (f"{container}.{name}" for name in (*inside, *contract.get("exhaustive_ignores", ())))


def test_the_crisis_card_needs_nothing_that_could_be_missing() -> None:
    assert not [
        f"{place} imports {name}"
        for place, name in imported("crisis")
        if name not in CRISIS_MAY_TAKE and not name.startswith("carelog.crisis")
        if not (name == "segno" and place.startswith(DRAWS))
    ]


def test_the_domain_calculates_and_reaches_no_file_clock_or_network() -> None:
    assert not [f"{place} imports {name}" for place, name in imported("domain") if not may_be_in_domain(name)]


def test_the_domain_asks_the_system_for_noise_and_nothing_else() -> None:
    used = [
        f"{where(path, node)} os.{node.attr}"
        for path, tree in modules("domain")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os"
    ]
    assert not [use for use in used if not use.endswith(" os.urandom")]


def test_no_module_opens_a_network_library() -> None:
    networked = {
        "asyncio",
        "ftplib",
        "http",
        "imaplib",
        "smtplib",
        "socket",
        "ssl",
        "urllib.request",
        "webbrowser",
    }
    assert not [f"{place} imports {name}" for place, name in imported() if name in networked]


def may_be_in_domain(name: str) -> bool:
    own = name in {"carelog.errors", "carelog.language"} or name.startswith("carelog.domain")
    return own or name.partition(".")[0] in PURE


def imported(*rooms: str) -> Iterator[tuple[str, str]]:
    """Every import as its place and the name of the module, without those for the type checker alone."""
    for path, tree in modules(*rooms):
        unseen = {id(node) for block in ast.walk(tree) if is_for_types(block) for node in ast.walk(block)}
        for node in ast.walk(tree):
            if id(node) in unseen:
                continue
            if isinstance(node, ast.Import):
                yield from ((where(path, node), alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield where(path, node), node.module or ""


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
