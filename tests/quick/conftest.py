"""A home in which the quick door answers."""

from pathlib import Path

import pytest

from support.quick_homes import quick_home


@pytest.fixture
def ready(home: Path) -> Path:
    """CARELOG_HOME, with the file that the door goes by."""
    return quick_home(home)
