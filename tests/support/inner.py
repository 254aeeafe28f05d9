"""A test run inside a test, for tests of what tests/conftest.py does."""

import os
import subprocess
import sys
from pathlib import Path

import carelog
from support.source import ROOT

UNDER_TEST = Path(carelog.__file__).parents[1]


def run_pytest(folder: Path, *options: str, carelog_in: Path = UNDER_TEST) -> subprocess.CompletedProcess[str]:
    """Run the tests in a folder as those of this repository are run, on the carelog in another folder."""
    usual = ["-c", str(ROOT / "pyproject.toml"), "-p", "conftest", "-p", "no:cacheprovider", "-n0"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *usual, *options, "--basetemp", folder / "inner", folder],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, [carelog_in, ROOT / "tests"]))},
        capture_output=True,
        text=True,
        check=False,
    )
