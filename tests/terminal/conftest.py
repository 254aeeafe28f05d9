"""Golden files of pages. `pytest tests/terminal --update-golden` writes them anew."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.settings import Theme
from carelog.terminal.console import show
from carelog.terminal.page import Page
from support.golden import check as check_golden

GOLDEN = Path(__file__).parent / "golden"
COLOR = {"FORCE_COLOR": "1", "COLORTERM": "truecolor", "TERM": "xterm-256color"}
NO_COLOR = {"NO_COLOR": "1", "TERM": "xterm-256color"}

Draw = Callable[..., str]


@pytest.fixture
def draw(monkeypatch: pytest.MonkeyPatch) -> Draw:
    """Call `draw(page, 80)` for the text of a page on a terminal of 80 columns, with its escape sequences."""

    def drawn(
        page: Page,
        columns: int = 80,
        encoding: str = "utf-8",
        *,
        color: bool = False,
        plain: bool = False,
        theme: Theme = Theme.AUTO,
    ) -> str:
        with monkeypatch.context() as patch:
            for name, value in (COLOR if color else NO_COLOR).items():
                patch.setenv(name, value)
            patch.setenv("COLUMNS", str(columns))
            stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict", newline="\n")
            show(page, plain=plain, theme=theme, stream=stream)
            stream.flush()
            return stream.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]  # a BytesIO

    return drawn


@pytest.fixture
def golden(request: pytest.FixtureRequest, draw: Draw) -> Callable[[str, Page], None]:
    """Call `golden("today-empty", page)` to compare a page in every width, encoding and colour with its golden file."""

    def check(name: str, page: Page) -> None:
        check_golden(request, GOLDEN / f"{name}.txt", every_form(page, draw))

    return check


def every_form(page: Page, draw: Draw) -> str:
    forms = [
        f"{columns} columns, {encoding}, {'colour' if color else 'no colour'}\n\n"
        + draw(page, columns, encoding, color=color, theme=Theme.DARK)
        for columns in (40, 80, 120)
        for encoding in ("utf-8", "ascii")
        for color in (False, True)
    ]
    forms.append("in sentences\n\n" + draw(page, plain=True))
    ruled = "\n".join(f"{'=' * 20} {form}" for form in forms)
    return ruled.replace("\x1b", "␛")
