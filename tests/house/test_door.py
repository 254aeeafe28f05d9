"""What a newcomer meets first: recipes, hooks, the workflow of a forge and its forms, read as programs read them."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from support.source import ROOT, SOURCE

RECIPES = ("check", "fix", "test", "slow", "ci", "bench", "shells", "docs")
PAGES = [ROOT / "CONTRIBUTING.md", ROOT / "docs" / "architecture.md", ROOT / "docs" / "glossary.md"]
PATH = re.compile(r"[a-zA-Z.][\w.-]*(/[\w.-]+)+/?|\w+\.(py|md)")
"""A path as pages name it: from the top of the repository or of src/carelog; capitals in it stand for any name."""
FORMS = [form for form in sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")) if form.name != "config.yml"]


def test_just_has_a_recipe_for_each_task_with_a_line_of_help() -> None:
    written = (ROOT / "Justfile").read_text("utf-8")
    described = re.findall(r"^# .+\n(\w+)[^:=\n]*:$", written, re.MULTILINE)
    assert tuple(described) == RECIPES


def test_the_workflow_calls_ci_on_every_python_and_once_on_macos() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "ci.yml")["jobs"]
    assert all(".ci/run" in [step.get("run") for step in job["steps"]] for job in jobs.values())
    assert jobs["linux"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]
    assert "${{ matrix.python }}" in jobs["linux"]["container"]["image"]
    assert [name for name, job in jobs.items() if job["runs-on"].startswith("macos")] == ["macos"]


def test_hooks_are_local_and_the_ones_of_ci() -> None:
    (here,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    assert here["repo"] == "local"
    entries = [hook["entry"] for hook in here["hooks"]]
    for tool in ("ruff check", "ruff format", "mypy --strict src", "lint-imports"):
        assert any(tool in entry for entry in entries), tool


@pytest.mark.parametrize(("letters", "passes"), [(72, True), (73, False)])
def test_the_subject_of_a_commit_has_at_most_72_letters(letters: int, *, passes: bool) -> None:
    (here,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    (subject,) = [hook for hook in here["hooks"] if hook["id"] == "commit-subject"]
    message = "x" * letters + "\n\n" + "a longer line of the body " * 10
    assert passes == (re.search(subject["entry"], message, re.MULTILINE | re.DOTALL) is None)


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_for_the_version_and_for_no_words_of_a_journal(form: Path) -> None:
    page = read(form)
    assert {"name", "description", "body"} <= page.keys()
    (version,) = [field for field in page["body"] if field.get("id") == "version"]
    assert "`carelog --version --verbose`" in version["attributes"]["label"]
    assert version["validations"] == {"required": True}
    (first, *_) = page["body"]
    assert "Please do not paste words of a journal" in first["attributes"]["value"]


def test_there_are_forms_and_no_page_without_one() -> None:
    assert {form.stem for form in FORMS} == {"bug", "idea", "import"}
    assert read(ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml")["blank_issues_enabled"] is False


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_every_file_that_a_page_for_engineers_names_is_there(page: Path) -> None:
    named = list(paths_in(page))
    gone = [path for path in named if not any(any(top.glob(pattern_of(path))) for top in (ROOT, SOURCE))]
    assert named
    assert not gone, f"{page.relative_to(ROOT)} names what is not there: {', '.join(gone)}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_every_link_leads_to_a_file_and_to_a_heading_in_it(page: Path) -> None:
    links = re.findall(r"\]\((?!https:)([^)#]*)(?:#([^)]*))?\)", re.sub(r"`[^`\n]*`", "", page.read_text("utf-8")))
    lost = [
        f"{file}#{heading}"
        for file, heading in links
        if not (page.parent / file).exists() or (heading and heading not in headings_of(page.parent / file))
    ]
    assert not lost


def paths_in(page: Path) -> Iterator[str]:
    outside_blocks = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for quoted in re.findall(r"`([^`]+)`", outside_blocks):
        yield from (word for word in quoted.split() if PATH.fullmatch(word))


def pattern_of(path: str) -> str:
    return re.sub(r"[A-Z]{3,}", "*", path) if "/" in path else path


def headings_of(page: Path) -> set[str]:
    """The headings as a forge names them in a link."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def test_the_wheel_names_the_licences_of_what_is_in_it_and_the_lock_needs_no_sealing() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["license"] == "MIT AND OFL-1.1"
    assert [(ROOT / name).is_file() for name in project["license-files"]] == [True, True]
    assert "src/carelog/data/fonts/OFL.txt" in project["license-files"]
    extras = project["optional-dependencies"]
    assert [name for name, needs in extras.items() if any(each.startswith("pyrage") for each in needs)] == ["sealing"]
    assert "carelog[encrypt,pdf,sealing]" in extras["test"]


def test_no_lock_has_an_older_jinja_than_the_one_that_is_safe() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        [version] = re.findall(r"^jinja2==([\d.]+) ", lock.read_text("utf-8"), re.MULTILINE)
        assert tuple(map(int, version.split("."))) >= (3, 1, 6), lock.name
