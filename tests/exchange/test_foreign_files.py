"""What is no export of an app is never called one: a file is recognised by marks that no other program writes."""

import json
from collections.abc import Mapping

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.readers.formats import FORMATS, format_of
from support.foreign_files import DATABASES, JSON, TABLES, TEXTS, ZIPS
from support.imports import KNOWN
from support.sentences import whole

UNKNOWN_ZIP = "This is a zip file that carelog does not know. Export the entries as CSV or JSON and import that file."
UNKNOWN_DATABASE = "This is a database that carelog does not know. Export the entries as CSV and import that."
KINDS: Mapping[str, Mapping[str, bytes]] = {
    "JSON": JSON,
    "tables": TABLES,
    "texts": TEXTS,
    "zips": ZIPS,
    "databases": DATABASES,
}
UNKNOWN_FILE = f"carelog does not recognise this file. It reads: {KNOWN}."
SAID = {"zips": UNKNOWN_ZIP, "databases": UNKNOWN_DATABASE}
OF_JSON = ("jrnl", "dayone", "pixels", "nomie", "diarium", "minidiary", "dailyyou")


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, files in KINDS.items() for name in files])
def test_a_file_of_another_program_is_not_taken_for_an_export(kind: str, name: str) -> None:
    with pytest.raises(RefusedFile, match=whole(SAID.get(kind, UNKNOWN_FILE))):
        format_of(KINDS[kind][name])


@pytest.mark.parametrize("name", JSON)
def test_no_reader_claims_the_json_of_another_program_wherever_its_keys_stand(name: str) -> None:
    whole_file = json.loads(JSON[name])
    moved = {"first": 1, **dict(reversed(whole_file.items()))} if isinstance(whole_file, dict) else whole_file
    content = json.dumps(moved).encode()
    assert not [each.name for each in FORMATS if each.name in OF_JSON and each.recognises(content)]
