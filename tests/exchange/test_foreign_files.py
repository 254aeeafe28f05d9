"""What is no export of an app is never called one: a file is recognised by marks that no other program writes."""

import json
from collections.abc import Mapping

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.readers.formats import FORMATS, format_named, format_of
from support.foreign_files import DATABASES, JSON, TABLES, TEXTS, ZIPS
from support.sentences import whole
from support.source import SAMPLES

UNKNOWN_ZIP = "This is a zip file that carelog does not know. Export the entries as CSV or JSON and import that file."
UNKNOWN_DATABASE = "This is a database that carelog does not know. Export the entries as CSV and import that."
KINDS: Mapping[str, Mapping[str, bytes]] = {
    "JSON": JSON,
    "tables": TABLES,
    "texts": TEXTS,
    "zips": ZIPS,
    "databases": DATABASES,
}
UNKNOWN_FILE = (
    "carelog does not recognise this file. If the app can export a table (CSV), import that. What carelog reads: "
    "carelog import --help"
)
UNKNOWN_TABLE = (
    "carelog does not know which app made this table. To read it by the names of its columns: carelog import csv FILE"
)
SAID = {"zips": UNKNOWN_ZIP, "databases": UNKNOWN_DATABASE, "tables": UNKNOWN_TABLE}
WITHOUT_NAMES = ("a sheet of numbers", "trains without a heading")
"""The tables whose first line names no columns."""
OF_JSON = ("jrnl", "dayone", "pixels", "nomie", "diarium", "minidiary", "dailyyou")


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, files in KINDS.items() for name in files])
def test_a_file_of_another_program_is_not_taken_for_an_export(kind: str, name: str) -> None:
    said = UNKNOWN_FILE if name in WITHOUT_NAMES else SAID.get(kind, UNKNOWN_FILE)
    with pytest.raises(RefusedFile, match=whole(said)):
        format_of(KINDS[kind][name])


@pytest.mark.parametrize("name", JSON)
def test_no_reader_claims_the_json_of_another_program_wherever_its_keys_stand(name: str) -> None:
    whole_file = json.loads(JSON[name])
    moved = {"first": 1, **dict(reversed(whole_file.items()))} if isinstance(whole_file, dict) else whole_file
    content = json.dumps(moved).encode()
    assert not [each for each in OF_JSON if format_named(each).recognises(content)]


def test_every_format_that_is_json_is_among_those() -> None:
    samples = [path for each in FORMATS for path in (SAMPLES / each.name).rglob("*.json")]
    assert {format_of(path.read_bytes()).name for path in samples} == {*OF_JSON}
