"""jrnl's journals: its JSON export, its text file in the time formats people use, its YAML export and its folders.

Times are local and have no zone. Tags begin with @ or #; a star at the end of the first line becomes the tag
“starred”. The YAML export is no valid YAML and is read by line. The layouts were learned from jrnl's documentation
and from files that jrnl 4 wrote; docs/importing.md names the sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from typing import Any

from carelog.errors import RefusedFile
from carelog.exchange.archive import is_zip, members, names
from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.json_file import read_json_file, tables_of, text_of, texts_of
from carelog.exchange.noted import Noted, batch_of
from carelog.exchange.source import decoded
from carelog.wording import importing as words

SOURCE = "jrnl"

_ENCRYPTED = (b"JRNLv3", b"gAAAA")
"""How files begin that jrnl encrypts: its own mark, and that of Fernet tokens."""
_STARRED = "starred"
_TAG = re.compile(r"(?<!\S)[#@]([-+*#/\w]+)")
_DATE = r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?"
_STAMP = rf"(?:{_DATE})[T ]{_CLOCK}"
_HEAD = re.compile(rf"^\[(?P<stamp>{_STAMP})\] ?(?P<title>.*)$", re.MULTILINE)
_OLD_HEAD = re.compile(rf"^(?P<stamp>\d{{4}}-\d{{2}}-\d{{2}} {_CLOCK}) (?P<title>.*)$", re.MULTILINE)
_YAML_KEYS = ("title:", "date:")
_PLACES = re.compile(r"\d{4}/\d{1,2}/\d{1,2}\.txt|\.md$")
_FORMATS = tuple(
    f"{day}{clock}" for day in ("%Y-%m-%d ", "%d.%m.%Y ") for clock in ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M:%S %p")
)


def is_jrnl(content: bytes) -> bool:
    """Whether a file looks like a journal of jrnl; one that it encrypted does too, and is refused in words later."""
    if content.startswith(_ENCRYPTED):
        return True
    if is_zip(content):
        return any(_PLACES.search(name) for name in names(content)) and not any(
            name.endswith((".json", ".csv")) for name in names(content)
        )
    if _is_json(content):
        return _is_json_export(content)
    start = content[:4_096].decode("utf-8-sig", "replace").lstrip()
    return bool(_HEAD.match(start)) or _is_yaml(start)


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
    if not found:
        raise RefusedFile(
            "No entry of jrnl could be told in this file: each begins with a date in brackets, such as "
            "[2025-03-07 08:10]. Import what “jrnl --format json” writes instead."
        )
    in_order = sorted(dated, key=lambda each: each.shown)
    return batch_of(SOURCE, terms, [*in_order, *problems], counted="entry")


def _is_json(content: bytes) -> bool:
    """A text journal begins with a bracket too, but not with a brace."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"


def _is_json_export(content: bytes) -> bool:
    start = content[:100_000]
    return b'"entries"' in start and b'"title"' in start and b'"starred"' in start and b'"creationDate"' not in start


def _is_yaml(start: str) -> bool:
    return start.startswith("---\n") and all(f"\n{key}" in start[:600] for key in _YAML_KEYS)


def _found(content: bytes) -> Iterator[Noted | Remark]:
    if is_zip(content):
        number = 0
        for _, member in sorted(members(content, lambda name: bool(_PLACES.search(name)))):
            for each in _found_in_text(_text(member), number):
                number += 1
                yield each
    elif _is_json(content):
        yield from _found_in_json(read_json_file(content))
    else:
        yield from _found_in_text(_text(content), 0)


def _text(content: bytes) -> str:
    return decoded(content).text.replace("\r\n", "\n")


def _found_in_json(whole: Any) -> Iterator[Noted | Remark]:
    for number, entry in tables_of(whole.get("entries") if isinstance(whole, dict) else None):
        shown = _shown(f"{text_of(entry.get('date'))} {text_of(entry.get('time'))}")
        title, body = text_of(entry.get("title")).strip(), text_of(entry.get("body")).strip()
        if shown is None:
            yield Remark(number, words.NO_SUCH_TIME)
        elif title or body:
            tags = [tag.lower().lstrip("#@") for tag in texts_of(entry.get("tags"))]
            yield _noted(number, shown, f"{title}\n{body}", tags, starred=entry.get("starred") is True)


def _found_in_text(text: str, before: int) -> Iterator[Noted | Remark]:
    if _is_yaml(text):
        yield _found_in_yaml(text, before + 1)
        return
    head = _HEAD if _HEAD.search(text) else _OLD_HEAD
    heads = [each for each in head.finditer(text) if _shown(each["stamp"])]
    for number, (each, following) in enumerate(zip_longest(heads, heads[1:]), start=before + 1):
        end = following.start() if following else len(text)
        shown = _shown(each["stamp"])
        first, rest = each["title"].rstrip(), text[each.end() : end].strip()
        starred = first.endswith(" *") or first == "*"
        said = f"{first.removesuffix('*').rstrip() if starred else first}\n{rest}".strip()
        if shown is not None:
            yield _noted(number, shown, said, [tag.lower() for tag in _TAG.findall(said)], starred=starred)


def _found_in_yaml(text: str, number: int) -> Noted | Remark:
    """One entry of the YAML export: a few lines of keys, then the body, each line after a tab."""
    lines = text.split("\n")
    facts = dict(line.split(": ", 1) for line in lines[:10] if ": " in line and not line.startswith("\t"))
    begin = next((at for at, line in enumerate(lines) if line.startswith("body:")), len(lines))
    body = "\n".join(line.removeprefix("\t") for line in lines[begin + 1 :]).rstrip().removesuffix("...").strip()
    shown = _shown(facts.get("date", "").strip())
    if shown is None:
        return Remark(number, words.NO_SUCH_TIME)
    tags = [tag.strip().lower() for tag in facts.get("tags", "").split(",")]
    said = f"{facts.get('title', '').strip()}\n{body}"
    return _noted(number, shown, said, tags, starred=facts.get("starred", "").strip().lower() == "true")


def _noted(number: int, shown: datetime, said: str, tags: list[str], *, starred: bool) -> Noted:
    return Noted(number, shown, text=(said.strip(),), tags=[*tags, *([_STARRED] if starred else [])])


def _shown(stamp: str) -> datetime | None:
    """What the wall clock showed. A day written with strokes could be two days and is not guessed."""
    written = stamp.strip().replace("T", " ").upper().replace(".M.", "M").replace("A.M", "AM").replace("P.M", "PM")
    written = re.sub(r"(\d)(AM|PM)$", r"\1 \2", written)
    for form in _FORMATS:
        try:
            return datetime.strptime(written, form)  # noqa: DTZ007 - jrnl keeps local time and no zone
        except ValueError:
            continue
    return None
