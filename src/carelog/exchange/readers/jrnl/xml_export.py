"""jrnl's XML export: an element for each entry, with its date, its tags, and its title and text in one.

Where the title ends is not in the file. Source: jrnl's exporter, which docs/importing.md names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carelog.errors import RefusedFile
from carelog.exchange.files.xml_file import read_xml_file

_JOURNAL, _LIST, _ENTRY, _TAG = "journal", "entries", "entry", "tag"
_BEGINNINGS = ("<?xml", "<!DOCTYPE", f"<{_JOURNAL}")


@dataclass(frozen=True, slots=True)
class XmlEntry:
    """An entry of an export, with its date as it is written."""

    date: str
    text: str
    tags: Sequence[str]
    starred: bool


def is_xml(start: str) -> bool:
    """Whether a text begins as jrnl's XML does."""
    start = start.lstrip()
    return start.startswith(_BEGINNINGS) and f"<{_JOURNAL}" in start and f"<{_LIST}" in start


def entries_in(content: bytes) -> list[XmlEntry]:
    """The entries of an export. Raises RefusedFile when it is damaged, declares entities, or is not jrnl's."""
    journal = read_xml_file(content)
    lists = list(journal.named(_LIST))
    if journal.name != _JOURNAL or not lists:
        raise RefusedFile("imports.jrnl-without-entries")
    return [
        XmlEntry(
            each.attributes.get("date", ""),
            "\n".join(filter(None, (part.text.strip() for part in (each, *each.others(_TAG))))),
            [tag.attributes.get("name", "") for tag in each.named(_TAG)],
            each.attributes.get("starred", "").lower() == "true",
        )
        for listed in lists
        for each in listed.named(_ENTRY)
    ]
