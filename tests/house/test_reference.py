"""docs/commands.md and docs/settings.md: what they say of the program is made from it, and words of a person stay."""

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from carelog.cli.app import build
from carelog.cli.command import REGISTRY
from carelog.cli.table import COMMANDS as TABLE
from carelog.settings_fields import FIELDS, REMEMBERED
from carelog.wording.exit_codes import EXIT_CODES
from support.program import EVERYWHERE
from support.source import ROOT

MAKE = "python scripts/make_reference.py"
program = runpy.run_path(str(ROOT / "scripts" / "make_reference.py"))
COMMANDS = ROOT / "docs" / "commands.md"


def test_the_pages_are_what_the_script_makes() -> None:
    made = program["pages"]()
    stale = [path.name for path, text in made.items() if path.read_text("utf-8") != text]
    assert not stale, f"{', '.join(stale)} of docs: {MAKE} writes them"


def test_every_command_that_help_shows_has_a_section_with_its_options_and_an_example() -> None:
    sections = sections_of(COMMANDS.read_text("utf-8"))
    for name, options in shown():
        said = sections[f"carelog {name}"]
        assert not [each for each in options if not re.search(rf"`{each}[ `]", said)], name
        assert not options or f"For example: `{REGISTRY[name].examples[0]}`" in said


def test_what_every_command_takes_is_said_once() -> None:
    everywhere = COMMANDS.read_text("utf-8").partition("\n## Everywhere\n")[2].partition("\n## ")[0]
    assert not [each for each in (*EVERYWHERE, "--help") if f"`{each}`" not in everywhere]


def test_what_a_row_is_about_has_whole_brackets() -> None:
    heads = re.findall(r"^\| `(.*?)` \|", COMMANDS.read_text("utf-8"), re.MULTILINE)
    assert "[FORMAT] FILE" in heads
    assert [each for each in heads if each.count("[") != each.count("]")] == []


def test_every_setting_has_a_row_with_its_default_and_every_exit_number_its_meaning() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    rows = {each.key: re.search(rf"^\| `{re.escape(each.key)}` \|.*\|$", page, re.MULTILINE) for each in FIELDS}
    assert not [key for key, row in rows.items() if not row]
    assert [rows[key][0].split("|")[-2].strip() for key in ("day_starts_at", "offer_plan", "country")] == [
        "`04:00`",
        "`on`",
        "empty",
    ]
    assert not [each.key for each in REMEMBERED if f"| `{each.key}` |" not in page]
    reference = COMMANDS.read_text("utf-8")
    assert not [number for number in EXIT_CODES if f"\n| {number} | " not in reference]


def test_what_a_person_wrote_below_a_command_stays_when_the_page_is_made_again() -> None:
    page = COMMANDS.read_text("utf-8")
    written = program["by_hand"](page)
    assert "carelog mood" in written
    changed = page.replace(written["carelog mood"], "Words of somebody.\n\n* a list, too").replace("Bare words", "Old")
    made = program["made_anew"](changed)
    assert program["by_hand"](made) == {**written, "carelog mood": "Words of somebody.\n\n* a list, too"}
    assert "Bare words" in made
    assert made.replace("Words of somebody.\n\n* a list, too", written["carelog mood"]) == page


def test_words_below_a_command_that_is_gone_are_refused_and_not_lost() -> None:
    page = COMMANDS.read_text("utf-8").replace("### carelog mood\n", "### carelog moood\n")
    with pytest.raises(Exception, match=r"^docs/commands\.md: move what was written by hand below: carelog moood$"):
        program["made_anew"](page)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("“carelog mood” alone asks", "`carelog mood` alone asks"),
        ("use --tag, or -h", "use `--tag`, or `-h`"),
        ("ask -2h, a-b; - reads", "ask -2h, a-b; `-` reads"),
        ("it is in docs/lock.md", "it is in [lock](lock.md)"),
        ("it follows shared_computer; card.txt", "it follows `shared_computer`; `card.txt`"),
        ("a * b <c>", "a \\* b \\<c>"),
    ],
)
def test_a_sentence_of_the_program_becomes_markdown(said: str, shown: str) -> None:
    assert program["in_markdown"](said) == shown


def test_a_stroke_in_a_cell_stays_one() -> None:
    assert program["table"](["a"], [["b|c"]]) == "\n| a |\n|---|\n| b\\|c |\n\n"


def shown() -> Iterator[tuple[str, list[str]]]:
    """The commands that help shows, each with the options that it shows beside those of all."""
    tree: Any = typer.main.get_command(build(list(TABLE)))
    for name, each in tree.commands.items():
        inside = getattr(each, "commands", {"": each})
        for last, command in inside.items():
            if not (each.hidden or command.hidden):
                params = [one for one in command.params if one.param_type_name == "option" and not one.hidden]
                yield f"{name} {last}".strip(), [one.opts[0] for one in params if one.opts[0] not in EVERYWHERE]


def sections_of(page: str) -> dict[str, str]:
    _, *parts = program["HEADING"].split(page)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_every_link_to_a_command_of_the_page_leads_to_its_heading() -> None:
    page = COMMANDS.read_text("utf-8")
    anchors = {heading.replace(" ", "-") for heading in sections_of(page)}
    assert not [each for each in re.findall(r"\]\(#([\w-]+)\)", page) if each not in anchors]


def test_the_script_is_named_where_people_look_for_it() -> None:
    for name in ("CONTRIBUTING.md", "Justfile", "docs/architecture.md"):
        assert "scripts/make_reference.py" in Path(ROOT / name).read_text("utf-8"), name
