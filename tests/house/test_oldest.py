"""What CI tries with the oldest dependencies, each that is older than in the daily lock, and with the newest Python."""

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


def test_what_is_tried_with_the_newest_python_and_what_is_left_out_there_is_there() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    [lines] = re.findall(r"^meets_python=\((.*?)\)$", script, re.DOTALL | re.MULTILINE)
    tried = in_bash(lines)
    left_out = [each.removeprefix("--ignore=") for each in tried if each.startswith("--ignore=")]
    paths = [*left_out, *(each for each in tried if not each.startswith("--"))]
    assert len(left_out) > 1
    assert [path for path in paths if not (ROOT / path).exists()] == []


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
    return in_bash(f"\n{chosen()}", "failglob")


def in_bash(words: str, *options: str) -> list[str]:
    """The words of an array as bash makes them of it."""
    script = "".join(f"shopt -s {each}; " for each in options) + f"tests=({words})\nprintf '%s\\n' \"${{tests[@]}}\""
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.split()


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
