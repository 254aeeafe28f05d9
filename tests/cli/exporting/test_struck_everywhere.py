"""A word that is to be struck is struck in every page that leaves, or the page is not written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command
from support.program import OPTIONS

Say = Callable[..., Any]

PAGES = (
    *(f"export ally --yes --format {form} -o {{}}" for form in ("html", "md", "txt", "csv", "json")),
    *(
        f"export {audience} --yes --include notes --format {form} -o {{}}"
        for audience, forms in (("therapist", "html md txt csv json"), ("self", "html md txt csv"))
        for form in forms.split()
    ),
    *(f"export self --as life-chart --include words --yes --format {form} -o {{}}" for form in ("html", "md", "txt")),
    "export self --yes --include notes --by-year --format md -o {}",
)
WHOLE = {
    "export self --yes --format json -o {}": "export.full-copy-only-whole",
    "export self --yes --format md --by-day -o {}": "export.diary-only-days",
}
"""Copies for the person alone, from which nothing is taken."""
HELD = "Quillfeather"


@pytest.fixture
def here(data: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for pages, and a journal with a name in it."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    data("contact", "add", HELD, "--phone", "030 5550101")
    data("mood", "4", f"tea with {HELD}", "--feel", "calm")
    data("bring", f"what {HELD} said")
    return folder


def test_no_other_command_takes_words_off_a_page() -> None:
    assert {name for name, options in OPTIONS.items() if "--strike" in options} == {"export"}


@pytest.mark.parametrize("line", PAGES)
def test_a_word_that_meets_nothing_refuses_the_page_and_is_named(refusal: Say, here: Path, line: str) -> None:
    for place in ("page", "-") if "--by-year" not in line else ("page",):
        said = refusal(2, *line.format(place).split(), "--strike", HELD, "--strike", "Quilfeather")
        assert "“Quilfeather”" in said
        assert [*here.iterdir()] == []


@pytest.mark.parametrize(("line", "key"), WHOLE.items())
def test_a_whole_copy_takes_nothing_off_and_says_so(carelog: Command, here: Path, line: str, key: str) -> None:
    answer = carelog(*line.format("page").split(), "--strike", HELD, "--json")
    assert (answer.exit_code, answer.json["errors"][0]["key"]) == (2, key)
    assert [*here.iterdir()] == []


@pytest.mark.parametrize("line", [line for line in PAGES if "ally" not in line and "csv" not in line])
def test_a_word_that_is_there_is_on_no_page(carelog: Command, here: Path, line: str) -> None:
    answer = carelog(*line.format("page").split(), "--strike", HELD.upper())
    assert answer.exit_code == 0, answer
    (page,) = here.iterdir()
    assert HELD.casefold() not in page.read_text("utf-8").casefold()
