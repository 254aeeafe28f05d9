"""Files of questionnaires: the package's own, the person's, and files that are something else."""

import hashlib
import json
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from carelog.errors import NotFound, RefusedFile
from carelog.paths import Paths
from carelog.questionnaires import add_file, questionnaire, questionnaires
from support.sentences import whole

MINE = """
schema = 1

[[measure]]
id = "mine"
name = "Mine"
title = "Two questions"
stem = "This week:"
items = ["Rested", "Calm"]
options = [
  { value = 0, text = "no" },
  { value = 1, text = "yes" },
]
score = "sum"
higher_is = "better"
min = 0
max = 2
bands = [ { from = 0, to = 2, text = "all" } ]
attribution = "Me"
source = "a page of mine"
"""
SAID = (
    "name",
    "title",
    "stem",
    "items",
    "options",
    "difficulty_item",
    "difficulty_options",
    "score",
    "min",
    "max",
    "bands",
    "subscales",
    "cutpoint",
    "reliable_change",
    "safety_items",
    "min_days_between",
    "attribution",
    "licence",
    "source",
    "reference",
)
WORD_FOR_WORD = {
    "phq9": "d3ffe637a7a84159",
    "gad7": "93ba160e4e03b128",
    "phq2": "e65ea9d60072f30a",
    "gad2": "a242e2c6c9492b59",
    "phq4": "eeaaf768d82a57bd",
    "phq8": "4f226957c7cdbb50",
}
"""The beginnings of the SHA-256 of what is said and counted, as it was taken in with its sources."""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.inside(tmp_path / "home")


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(MINE, "utf-8")
    return file


@pytest.mark.parametrize("key", WORD_FOR_WORD)
def test_the_texts_are_word_for_word_what_was_taken_in(key: str) -> None:
    tables = tomllib.loads(files("carelog").joinpath("data/measures.toml").read_text("utf-8"))["measure"]
    (table,) = [each for each in tables if each["id"] == key]
    said = json.dumps([table.get(field) for field in SAID])
    assert hashlib.sha256(said.encode()).hexdigest()[:16] == WORD_FOR_WORD[key]
    assert table["ship"]
    assert "No permission required" in table["attribution"]


@pytest.mark.parametrize("name", ["phq9", "PHQ-9", "Phq 9"])
def test_one_is_found_as_people_write_it(paths: Paths, name: str) -> None:
    assert questionnaire(paths, name).key == "phq9"


def test_one_that_is_not_there_names_those_that_are(paths: Paths) -> None:
    refusal = (
        "There is no questionnaire “core10”. There are phq9, gad7, phq2, gad2, phq4, phq8, and your own: "
        "carelog questionnaire list"
    )
    with pytest.raises(NotFound, match=whole(refusal)):
        questionnaire(paths, "core10")
    assert not paths.data.exists()


def test_a_file_is_kept_beside_the_journal_for_its_owner_alone(paths: Paths, mine: Path) -> None:
    assert [each.key for each in add_file(paths, mine)] == ["mine"]
    (kept,) = paths.questionnaires.iterdir()
    assert kept.read_text("utf-8") == MINE
    assert (kept.stat().st_mode & 0o777, paths.questionnaires.stat().st_mode & 0o777) == (0o600, 0o700)
    assert questionnaire(paths, "Mine").items == ("Rested", "Calm")
    with pytest.raises(RefusedFile, match=whole(f"{mine}: there is a questionnaire mine already.")):
        add_file(paths, mine)


def test_two_of_one_name_in_a_file_are_refused_and_a_mark_of_byte_order_is_not(paths: Paths, mine: Path) -> None:
    measure = MINE.partition("[[measure]]")[2]
    mine.write_text(f"{MINE}[[measure]]{measure}", "utf-8")
    with pytest.raises(RefusedFile, match=whole(f"{mine}: there is a questionnaire mine already.")):
        add_file(paths, mine)
    mine.write_text(MINE, "utf-8-sig")
    assert [each.key for each in add_file(paths, mine)] == ["mine"]


def test_one_that_is_damaged_later_is_left_out_and_breaks_nothing(paths: Paths, mine: Path) -> None:
    add_file(paths, mine)
    (paths.questionnaires / "mine.toml").write_bytes(b"\xff = [")
    assert "mine" not in questionnaires(paths)
    assert "phq9" in questionnaires(paths)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("max = 2", "max = 3"), ", line 17, max: the items add up to 2, not 3."),
        (("title = ", "titel = "), ", line 7, titel: there is no such field."),
        (("title = ", "# title = "), ", line 4, title: text is needed."),
        (("max = 2", "max = 2\nsaftey_items = [1]"), ", line 18, saftey_items: there is no such field."),
        (('[[measure]]\nid = "mine"', "[[ measure ]] # mine\nid = 7"), ", line 5, id: text is needed."),
        (("schema = 1", "schema = 2"), ": schema 1 is the one that this carelog reads."),
        (('"Calm"', '""'), ", line 9, items: text is needed."),
        (
            ("{ from = 0, to = 2", "{ from = 0, to = 1"),
            ", line 18, bands: they have to follow one another from 0 to 2 without a gap.",
        ),
        (("[[measure]]", "[measure]"), ": a [[measure]] is needed."),
        (("min = 0", "min = "), " cannot be read as TOML: Invalid value (at line 16, column 7)."),
        (("id = ", "[[measure]]\nid = "), ", line 4, id: text is needed."),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_line_and_field(
    paths: Paths, mine: Path, change: tuple[str, str], said: str
) -> None:
    mine.write_text(MINE.replace(*change), "utf-8")
    with pytest.raises(RefusedFile, match=whole(f"{mine}{said}")):
        add_file(paths, mine)
    assert not paths.data.exists()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[" * 100_000, b"x" * 300_000, b"a = 1"])
def test_a_file_that_is_something_else_is_refused(paths: Paths, mine: Path, content: bytes) -> None:
    mine.write_bytes(content)
    with pytest.raises(RefusedFile, match=r"mine\.toml"):
        add_file(paths, mine)


def test_a_folder_or_nothing_is_refused(paths: Paths, tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "nothing.toml"):
        with pytest.raises(RefusedFile, match=whole(f"{place} is not a file.")):
            add_file(paths, place)
