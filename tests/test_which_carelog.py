"""An installed carelog can shadow the one in src; then its tests would pass and say nothing about src."""

from pathlib import Path

import pytest

from support.inner import run_pytest
from support.source import ROOT

HERE = ROOT / "src"
WRONG_USAGE = 4


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder with another carelog."""
    (tmp_path / "elsewhere" / "carelog").mkdir(parents=True)
    (tmp_path / "elsewhere" / "carelog" / "__init__.py").touch()
    return tmp_path / "elsewhere"


@pytest.fixture
def tests(tmp_path: Path) -> Path:
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_inner.py").write_text("def test_nothing(): pass\n")
    return tmp_path / "tests"


def test_the_last_lines_name_the_carelog_under_test(tests: Path) -> None:
    done = run_pytest(tests, "-q", carelog_in=HERE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"carelog under test: {HERE / 'carelog'}" in done.stdout.splitlines()[-3:]


def test_another_carelog_is_refused_with_both_paths_and_the_way_on(tests: Path, elsewhere: Path) -> None:
    done = run_pytest(tests, carelog_in=elsewhere)
    assert done.returncode == WRONG_USAGE
    for part in (str(elsewhere / "carelog"), str(HERE / "carelog"), "PYTHONPATH=src", "--installed"):
        assert part in done.stderr


def test_another_carelog_is_tested_where_that_is_said(tests: Path, elsewhere: Path) -> None:
    done = run_pytest(tests, "-q", "--installed", "--collect-only", carelog_in=elsewhere)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"carelog under test: {elsewhere / 'carelog'}" in done.stdout


def test_a_wheel_that_was_meant_and_is_not_tested_is_noticed(tests: Path) -> None:
    done = run_pytest(tests, "--installed", carelog_in=HERE)
    assert done.returncode == WRONG_USAGE
    assert "--installed" in done.stderr
