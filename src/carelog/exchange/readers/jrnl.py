"""jrnl's journals: its JSON export, its text file however dates are set to be written, its YAML export, its folders.

Times are local and have no zone. Tags begin with @ or #; a star at the end of the first line becomes the tag
“starred”. The YAML export is no valid YAML and is read by line. The layouts were learned from jrnl's documentation
and from files that jrnl 4 wrote; docs/importing.md names the sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import zip_longest
from typing import Any

from carelog.errors import RefusedFile
from carelog.exchange.files.archive import is_zip, members, names
from carelog.exchange.files.json_file import has_no_entries, read_json_file, table_of, tables_of, text_of, texts_of
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.source import decoded
from carelog.exchange.files.written_days import Order
from carelog.exchange.pipeline.import_batch import Batch, Terms
from carelog.exchange.pipeline.import_records import NOON, Noted, batch_of
from carelog.exchange.readers.jrnl_stamps import begins_as_journal, heads_in, order_in, read_stamp
from carelog.wording.files import imports as words

SOURCE = "jrnl"

_ENCRYPTED = (b"JRNLv3", b"gAAAA")
"""How files begin that jrnl encrypts: its own mark, and that of Fernet tokens."""
_STARRED = "starred"
_TAG = re.compile(r"(?<!\S)[#@]([-+*#/\w]+)")
_YAML_KEYS = ("title:", "date:")
_ONE_ENTRY = r"\d{4}-\d{2}-\d{2}_[^/]*\."
_PLACES = re.compile(rf"\d{{4}}/\d{{1,2}}/\d{{1,2}}\.txt$|\.md$|{_ONE_ENTRY}(?:txt|json)$")
"""The files of a journal that is a folder, and those of an export into a folder."""
_SINGLE = re.compile(_ONE_ENTRY)


def is_jrnl(content: bytes) -> bool:
    """Whether a file looks like a journal of jrnl; one that it encrypted does too, and is refused in words later."""
    if content.startswith(_ENCRYPTED):
        return True
    if is_zip(content):
        inside = names(content)
        others = [each for each in inside if each.endswith((".json", ".csv")) and not _SINGLE.search(each)]
        return not others and any(_PLACES.search(name) for name in inside)
    if _is_json(content):
        return _is_json_export(content)
    start = content[:4_096].decode("utf-8-sig", "replace").replace("\r\n", "\n").lstrip()
    return begins_as_journal(start) or _is_yaml(start)


def read_jrnl(content: bytes, terms: Terms) -> Batch:
    """The entries of a journal, the oldest first.

    Raises RefusedFile when it is encrypted, cut off, or holds no entry that can be told.
    """
    if content.startswith(_ENCRYPTED):
        raise RefusedFile(
            "This journal is encrypted. Decrypt it first (jrnl --decrypt), or import what “jrnl --format json” writes."
        )
    found = list(_found(content))
    dated = [each for each in found if isinstance(each, Noted)]
    problems = [each for each in found if isinstance(each, Remark)]
    if not found and not has_no_entries(content):
        raise RefusedFile(
            "No entry of jrnl could be told in this file: each begins with a date in brackets, such as "
            "[2025-03-07 08:10]. Import what “jrnl --format json” writes instead."
        )
    in_order = sorted(dated, key=_wall)
    return batch_of(SOURCE, terms, [*in_order, *problems], counted="entry")


def _is_json(content: bytes) -> bool:
    """A text journal begins with a bracket too, but not with a brace."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def _is_json_export(content: bytes) -> bool:
    start = content[:100_000]
    if b'"tags"' in start and has_no_entries(content):
        return True
    return b'"entries"' in start and b'"title"' in start and b'"starred"' in start and b'"creationDate"' not in start


def _is_yaml(start: str) -> bool:
    return start.startswith("---\n") and all(f"\n{key}" in start[:600] for key in _YAML_KEYS)


def _wall(noted: Noted) -> datetime:
    return noted.shown if isinstance(noted.shown, datetime) else datetime.combine(noted.shown, NOON)


def _found(content: bytes) -> Iterator[Noted | Remark]:
    if is_zip(content):
        inside = [member for _, member in sorted(members(content, lambda name: bool(_PLACES.search(name))))]
    else:
        inside = [content]
    order = order_in(_text(each) for each in inside if not _is_json(each))
    number = 0
    for content_of_one in inside:
        for each in _found_in(content_of_one, number, order):
            number += 1
            yield each


def _found_in(content: bytes, before: int, order: Order | None) -> Iterator[Noted | Remark]:
    if _is_json(content):
        return _found_in_json(read_json_file(content), before)
    return _found_in_text(_text(content), before, order)


def _text(content: bytes) -> str:
    return decoded(content).text.replace("\r\n", "\n")


def _found_in_json(whole: Any, before: int) -> Iterator[Noted | Remark]:
    """The entries of an export, or the one of a file that holds no other."""
    found = table_of(whole)
    listed = found.get("entries", [found])
    for number, entry in tables_of(listed):
        place = before + number
        shown = read_stamp(f"{text_of(entry.get('date'))} {text_of(entry.get('time'))}", None)
        title, body = text_of(entry.get("title")).strip(), text_of(entry.get("body")).strip()
        if shown is None:
            yield Remark(place, words.NO_SUCH_TIME)
        elif not (title or body):
            yield Remark(place, words.NOTHING_WRITTEN_IN_IT)
        else:
            tags = [tag.lower().lstrip("#@") for tag in texts_of(entry.get("tags"))]
            yield _noted(place, shown, f"{title}\n{body}", tags, starred=entry.get("starred") is True)


def _found_in_text(text: str, before: int, order: Order | None) -> Iterator[Noted | Remark]:
    if _is_yaml(text):
        yield _found_in_yaml(text, before + 1, order)
        return
    heads = heads_in(text, order)
    if heads and text[: heads[0].begin].strip():
        yield Remark(0, words.BEFORE_THE_FIRST)
    for number, (head, following) in enumerate(zip_longest(heads, heads[1:]), start=before + 1):
        starred = head.title.endswith(" *") or head.title == "*"
        first = head.title.removesuffix("*").rstrip() if starred else head.title
        rest = text[head.end : following.begin if following else len(text)].strip()
        said = f"{first}\n{rest}".strip()
        yield _noted(number, head.shown, said, [tag.lower() for tag in _TAG.findall(said)], starred=starred)


def _found_in_yaml(text: str, number: int, order: Order | None) -> Noted | Remark:
    """One entry of the YAML export: a few lines of keys, then the body, each line after a tab."""
    lines = text.split("\n")
    facts = dict(line.split(": ", 1) for line in lines[:10] if ": " in line and not line.startswith("\t"))
    begin = next((at for at, line in enumerate(lines) if line.startswith("body:")), len(lines))
    body = "\n".join(line.removeprefix("\t") for line in lines[begin + 1 :]).rstrip().removesuffix("...").strip()
    shown = read_stamp(facts.get("date", ""), order)
    if shown is None:
        return Remark(number, words.NO_SUCH_TIME)
    tags = [tag.strip().lower() for tag in facts.get("tags", "").split(",")]
    said = f"{facts.get('title', '').strip()}\n{body}"
    return _noted(number, shown, said, tags, starred=facts.get("starred", "").strip().lower() == "true")


def _noted(number: int, shown: datetime | date, said: str, tags: list[str], *, starred: bool) -> Noted:
    return Noted(number, shown, text=(said.strip(),), tags=[*tags, *([_STARRED] if starred else [])])
