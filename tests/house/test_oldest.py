"""What CI tries with the oldest dependencies: tests for each that is older there than in the lock for every day."""

import ast
import re
import subprocess
import tomllib
from pathlib import Path

from support.source import ROOT, SOURCE, modules

CHOSEN = re.compile(r"^meets_dependency=\(\n(.*?)^\)$", re.DOTALL | re.MULTILINE)


def test_each_dependency_that_is_older_there_has_tests_of_its_own_and_no_other_has() -> None:
    newest, oldest = versions("dev"), versions("oldest")
    needed = {name for name in direct() if oldest[name] != newest[name]}
    named = {line.rpartition("# ")[2].strip() for line in chosen().splitlines()}
    assert needed, "the two locks are one"
    assert named == needed, ".ci/run: name each dependency beside the tests that meet it, in `meets_dependency`"


def test_each_of_these_tests_is_there() -> None:
    assert len(listed()) > 10
    assert [path for path in listed() if not (ROOT / path).exists()] == []


def test_what_leans_on_a_private_part_of_a_dependency_is_tried_there() -> None:
    """It may be called otherwise in another version, and nothing says so but its tests."""
    needed = direct()
    leaning = {
        path.parent.relative_to(SOURCE)
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] in needed
        if any(each.name.startswith("_") for each in node.names) or "._" in str(node.module)
    }
    assert leaning, "then this test can go"
    assert not [room for room in leaning if (Path("tests") / room).as_posix() not in listed()]


def listed() -> list[str]:
    """The files and folders of these tests, as bash finds them."""
    return subprocess.run(
        ["bash", "-c", f"shopt -s failglob; tests=(\n{chosen()})\nprintf '%s\\n' \"${{tests[@]}}\""],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()


def chosen() -> str:
    """The lines of .ci/run that name the tests."""
    [lines] = CHOSEN.findall((ROOT / ".ci" / "run").read_text("utf-8"))
    return str(lines)


def direct() -> set[str]:
    """What carelog itself needs, with all of its extras for people."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    needs = [*project["dependencies"], *extras["encrypt"], *extras["sealing"], *extras["pdf"]]
    return {re.split(r"[^\w-]", need)[0] for need in needs}


def versions(lock: str) -> dict[str, str]:
    written = Path(ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==([^\s;]+)", written, re.MULTILINE))
