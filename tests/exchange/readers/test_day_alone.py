"""One file of a diary, given without its folder, is no journal of jrnl: no word of it is lost in silence."""

from pathlib import Path

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.readers.formats import format_named, format_of
from carelog.exchange.readers.jrnl.journal import is_journal_text, is_jrnl
from support.command import Command
from support.imports import a_context, read_file
from support.source import SAMPLES
from support.zips import zipped

GIVE_ITS_FOLDER = "carelog does not recognise this file. If it is a day of a diary, give its folder."
FRONT_MATTER = (
    "---\ntitle: A\ndate: 2025-03-09\n---\nWords of the day.\n",
    "---\ntitle: A\ndate: 2025-03-09 08:10\ntags: lake\n---\n\n# A\n\nWords of the day.\n",
    "---\ntitle: A\ndate: 2025-03-09\n---\nWords.\n\nbody: |\n\tas jrnl writes it\n",
    "---\r\ntitle: A\r\ndate: 2025-03-09\r\n---\r\nWords of the day.\r\n",
    "---\ntitle: A\ndate: 2025-03-09\nbody: short\n---\nWords of the day.\n",
)


@pytest.mark.parametrize("text", FRONT_MATTER)
def test_a_note_with_a_title_and_a_date_at_its_head_is_none_of_jrnl(text: str) -> None:
    assert not is_journal_text(text.encode())
    assert not is_jrnl(text.encode())
    assert not is_jrnl(zipped(("a.md", text)))


@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n"])
def test_what_jrnl_writes_as_yaml_is_read_with_its_body(before: str) -> None:
    [path, *_] = sorted((SAMPLES / "jrnl" / "yaml_dir").iterdir())
    content = (before + path.read_text("utf-8")).encode()
    assert format_of(content).name == "jrnl"
    assert [each.note for each in read_file(content).entries] == [each.note for each in read_file(path).entries]
    assert "\n" in read_file(content).entries[0].note


@pytest.mark.parametrize("name", ["2025-03-09.md", "9.3.2025.txt", "2025/03/09.md"])
@pytest.mark.parametrize("text", [*FRONT_MATTER, "Words of the day.\n", "Bread, milk, eggs\n"])
def test_a_day_alone_is_refused_with_the_way_to_import_it(
    text: str, name: str, carelog: Command, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    refused = carelog("import", str(path))
    assert (refused.exit_code, refused.stderr) == (6, f"{GIVE_ITS_FOLDER}\n")
    assert "1 entry in the file: 1 new" in carelog("import", str(tmp_path)).stdout


def test_any_other_file_is_not_said_to_be_a_day(carelog: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(FRONT_MATTER[0], "utf-8")
    refused = carelog("import", str(tmp_path / "notes.md"))
    assert refused.stderr == (
        "carelog does not recognise this file. If the app can export a table (CSV), import that. What carelog reads: "
        "carelog import --help\n"
    )


def test_one_file_that_is_named_as_a_folder_of_days_is_not_called_a_folder() -> None:
    with pytest.raises(RefusedFile) as refusal:
        format_named("dayfiles").read(b"Words of the day.\n", a_context())
    assert refusal.value.message == GIVE_ITS_FOLDER
