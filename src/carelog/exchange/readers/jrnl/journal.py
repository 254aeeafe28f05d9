"""jrnl: its text journals with any format of dates, its JSON, YAML, Markdown and XML exports, and folders of them.

Times are local and have no zone. Tags begin with @ or #; a star at the end of the first line becomes the tag “starred”.
The YAML export is not valid YAML, so it is read line by line. Source: jrnl's documentation and files written by jrnl 4,
which docs/importing.md names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from itertools import islice, zip_longest
from typing import Any

from carelog.errors import RefusedFile
from carelog.exchange.files.archive import is_zip, members, names
from carelog.exchange.files.json_file import has_no_entries, read_json_file, table_of, tables_of, text_of, texts_of
from carelog.exchange.files.json_shape import ITEM, is_json, keys_in
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.source import decoded
from carelog.exchange.files.written_days import Order, order_of
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import (
    MOST_RECORDS,
    NOON,
    ImportRecord,
    batch_from_records,
    unreadable_time,
)
from carelog.exchange.readers.jrnl import xml_export
from carelog.exchange.readers.jrnl.markdown import entries_in as markdown_entries
from carelog.exchange.readers.jrnl.markdown import is_markdown, larger_headings
from carelog.exchange.readers.jrnl.markdown import stamps_in as markdown_stamps
from carelog.exchange.readers.jrnl.stamps import begins_as_journal, has_heads, heads_in, read_stamp
from carelog.exchange.readers.jrnl.stamps import stamps_in as text_stamps
from carelog.wording.files import imports as words

SOURCE = "jrnl"

_ENCRYPTED = (b"JRNLv3", b"gAAAA")
"""How a file that jrnl has encrypted begins: its own mark, or that of a Fernet token."""
_BEGINNING = 4_096
_LOOKED_AT = 3
"""So many Markdown files of a zip file are looked at to recognise it."""
_MOST_STAMPS = 3 * MOST_RECORDS
_BEFORE_THE_FIRST = "before the first date"
_STARRED = "starred"
_TAG = re.compile(r"(?<!\S)[#@]([-+*#/\w]+)")
_OF_ENTRIES = {"title", "body", "date", "starred"}
_YAML_KEYS, _YAML_BODY, _YAML_FENCE = ("title:", "date:"), "\nbody: |", "---\n"
"""A file of another program may have such a title and date at its head, but no body among them."""
_ONE_ENTRY = r"(?:\A|/)\d{4}-\d{2}-\d{2}_[^/]*\."
_DATED_FILE = re.compile(rf"\d{{4}}/\d{{1,2}}/\d{{1,2}}\.txt$|{_ONE_ENTRY}(?:txt|json|md)$")
_JOURNAL_FILE = re.compile(rf"{_DATED_FILE.pattern}|\.md$")
"""The names of the files in a folder journal, and in an export to a folder."""
_SINGLE_ENTRY_FILE = re.compile(_ONE_ENTRY)


def is_jrnl(content: bytes) -> bool:
    """Whether a file is a journal of jrnl; an encrypted one is recognised too, so that `read_jrnl` says what to do."""
    if content.startswith(_ENCRYPTED):
        return True
    if is_zip(content):
        inside = names(content)
        others = [each for each in inside if each.endswith((".json", ".csv")) and not _SINGLE_ENTRY_FILE.search(each)]
        return not others and (any(_DATED_FILE.search(name) for name in inside) or _has_markdown(content))
    if is_json(content):
        return _is_json_export(content)
    return is_journal_text(content) or _is_xml(content)


def is_journal_text(content: bytes) -> bool:
    """Whether a file begins as a journal of jrnl in text, or as its YAML or Markdown export."""
    start = content[:_BEGINNING].decode("utf-8-sig", "replace").replace("\r\n", "\n").lstrip()
    return begins_as_journal(start) or _is_yaml(start) or is_markdown(start)


def is_jrnl_within(content: bytes) -> bool:
    """Whether a text has the first line of an entry of jrnl further below, with other words before it."""
    with suppress(RefusedFile):
        return has_heads(_text(content))
    return False


def read_jrnl(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries of a journal. Raises RefusedFile when it is encrypted, cut off, or no entry is found in it."""
    if content.startswith(_ENCRYPTED):
        raise RefusedFile("imports.jrnl-encrypted")
    found = list(_found(content))
    dated = [each for each in found if isinstance(each, ImportRecord)]
    said = [each for each in found if isinstance(each, Remark)]
    if not found and not (has_no_entries(content) or _is_xml(content)):
        raise RefusedFile("imports.jrnl-without-entries")
    in_order = sorted(dated, key=_local_time)
    problems, remarks = [each for each in said if each.line], [each for each in said if not each.line]
    return batch_from_records(SOURCE, context, [*in_order, *problems], remarks=remarks, counted="entry")


def _has_markdown(content: bytes) -> bool:
    """Whether one of the first Markdown files of a zip file is an export of jrnl."""
    first = set(islice((name for name in names(content) if name.endswith(".md")), _LOOKED_AT))
    return any(is_journal_text(found) for _, found in members(content, first.__contains__))


def _is_json_export(content: bytes) -> bool:
    keys = keys_in(content)
    if keys[()] == {"tags", "entries"} and has_no_entries(content):
        return True
    return keys["entries", ITEM] >= _OF_ENTRIES


def _is_xml(content: bytes) -> bool:
    return xml_export.is_xml(content[:_BEGINNING].decode("utf-8-sig", "replace"))


def _is_yaml(text: str) -> bool:
    head, body, _ = text.lstrip()[:_BEGINNING].partition(_YAML_BODY)
    is_open = head.startswith(_YAML_FENCE) and f"\n{_YAML_FENCE}" not in head
    return bool(body) and is_open and all(f"\n{key}" in head for key in _YAML_KEYS)


def _found(content: bytes) -> Iterator[ImportRecord | Remark]:
    """The entries of all files, numbered through; the order of day and month is found from all of them together."""
    if is_zip(content):
        files = [member for _, member in sorted(members(content, lambda name: bool(_JOURNAL_FILE.search(name))))]
    else:
        files = [content]
    texts = (_text(file) for file in files if not (is_json(file) or _is_xml(file)))
    stamps = list(islice((stamp for text in texts for stamp in _stamps(text)), _MOST_STAMPS + 1))
    if len(stamps) > _MOST_STAMPS:
        raise RefusedFile("imports.too-many-entries", most=MOST_RECORDS)
    order = order_of(stamps)
    number = without = 0
    for file in files:
        before = number
        for each in _found_in(file, number, order):
            number += 1
            yield each
        without += number == before and not has_no_entries(file)
    if without and number:
        yield Remark(0, words.files_without_entries(without))


def _local_time(record: ImportRecord) -> datetime:
    return record.when if isinstance(record.when, datetime) else datetime.combine(record.when, NOON)


def _found_in(content: bytes, before: int, order: Order | None) -> Iterator[ImportRecord | Remark]:
    """The entries of one file; `before` is how many there were in the files before it."""
    if is_json(content):
        return _found_in_json(read_json_file(content), before)
    if _is_xml(content):
        return _found_in_xml(content, before)
    text = _text(content)
    if _is_yaml(text):
        return iter([_found_in_yaml(text.lstrip(), before + 1, order)])
    return (_found_in_markdown if is_markdown(text) else _found_in_text)(text, before, order)


def _stamps(text: str) -> Iterator[str]:
    return markdown_stamps(text) if is_markdown(text) else text_stamps(text)


def _text(content: bytes) -> str:
    return decoded(content).text.replace("\r\n", "\n")


def _found_in_json(whole: Any, before: int) -> Iterator[ImportRecord | Remark]:
    """The entries of an export, or the entry of a file with a single one."""
    found = table_of(whole)
    listed = found.get("entries", [found])
    for number, entry in tables_of(listed):
        number_in_all = before + number
        when = read_stamp(f"{text_of(entry.get('date'))} {text_of(entry.get('time'))}", None)
        title, body = text_of(entry.get("title")).strip(), text_of(entry.get("body")).strip()
        if when is None:
            yield unreadable_time(number_in_all)
        elif not (title or body):
            yield Remark(number_in_all, words.NOTHING_WRITTEN_IN_IT)
        else:
            tags = [tag.lower().lstrip("#@") for tag in texts_of(entry.get("tags"))]
            yield _record(number_in_all, when, f"{title}\n{body}", tags, starred=entry.get("starred") is True)


def _found_in_text(text: str, before: int, order: Order | None) -> Iterator[ImportRecord | Remark]:
    heads = heads_in(text, order)
    if heads and (loose := text[: heads[0].begin].rstrip()):
        first = heads[0].when.date() if isinstance(heads[0].when, datetime) else heads[0].when
        yield ImportRecord(before + 1, first, text=(loose.strip(),), identity=(_BEFORE_THE_FIRST, loose.strip()))
        yield Remark(0, words.before_the_first(loose.count("\n") + 1))
    for number, (head, following) in enumerate(zip_longest(heads, heads[1:]), start=before + 1):
        starred = head.title.endswith(" *") or head.title == "*"
        title = head.title.removesuffix("*").rstrip() if starred else head.title
        body = text[head.end : following.begin if following else len(text)].strip()
        note = f"{title}\n{body}".strip()
        yield _record(number, head.when, note, _tags_in(note), starred=starred)


def _found_in_markdown(text: str, before: int, order: Order | None) -> Iterator[ImportRecord | Remark]:
    for number, entry in enumerate(markdown_entries(text, order), start=before + 1):
        yield _record(number, entry.when, entry.text, _tags_in(entry.text), starred=False)


def _found_in_xml(content: bytes, before: int) -> Iterator[ImportRecord | Remark]:
    for number, entry in enumerate(xml_export.entries_in(content), start=before + 1):
        when = read_stamp(entry.date, None)
        if when is None:
            yield unreadable_time(number)
        elif not entry.text:
            yield Remark(number, words.NOTHING_WRITTEN_IN_IT)
        else:
            tags = [tag.lower().lstrip("#@") for tag in entry.tags]
            yield _record(number, when, entry.text, tags, starred=entry.starred)


def _found_in_yaml(text: str, number: int, order: Order | None) -> ImportRecord | Remark:
    """The entry of a YAML export: a few lines of keys, then the body, whose lines begin with a tab."""
    lines = text.split("\n")
    values = dict(line.split(": ", 1) for line in lines[:10] if ": " in line and not line.startswith("\t"))
    begin = next((at for at, line in enumerate(lines) if line.startswith("body:")), len(lines))
    body = "\n".join(line.removeprefix("\t") for line in lines[begin + 1 :]).rstrip().removesuffix("...").strip()
    when = read_stamp(values.get("date", ""), order)
    if when is None:
        return unreadable_time(number)
    tags = [tag.strip().lower() for tag in values.get("tags", "").split(",")]
    note = f"{values.get('title', '').strip()}\n{larger_headings(body)}"
    return _record(number, when, note, tags, starred=values.get("starred", "").strip().lower() == "true")


def _tags_in(note: str) -> list[str]:
    return [tag.lower() for tag in _TAG.findall(note) if tag.strip("#*+-/")]


def _record(number: int, when: datetime | date, note: str, tags: list[str], *, starred: bool) -> ImportRecord:
    return ImportRecord(number, when, text=(note.strip(),), tags=[*tags, *([_STARRED] if starred else [])])
