"""What CI tries with the oldest dependencies: tests for each that is older there than in the lock for every day."""

import re
import subprocess
import tomllib
from pathlib import Path

from support.source import ROOT

CHOSEN = re.compile(r"^meets_dependency=\(\n(.*?)^\)$", re.DOTALL | re.MULTILINE)


def test_each_dependency_that_is_older_there_has_tests_of_its_own_and_no_other_has() -> None:
    newest, oldest = versions("dev"), versions("oldest")
    needed = {name for name in direct() if oldest[name] != newest[name]}
    named = {line.rpartition("# ")[2].strip() for line in chosen().splitlines()}
    assert needed, "the two locks are one"
    assert named == needed, ".ci/run: name each dependency beside the tests that meet it, in `meets_dependency`"


def test_each_of_these_tests_is_there() -> None:
    listed = subprocess.run(
        ["bash", "-c", f"shopt -s failglob; tests=(\n{chosen()})\nprintf '%s\\n' \"${{tests[@]}}\""],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert len(listed) > 10
    assert [path for path in listed if not (ROOT / path).exists()] == []


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
