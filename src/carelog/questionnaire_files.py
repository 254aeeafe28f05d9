"""Files of questionnaires: read whole and strictly, with the line of whatever cannot be used."""

from __future__ import annotations

import re
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, BinaryIO

from carelog.domain.questionnaires.table import BadField, read_questionnaire
from carelog.errors import RefusedFile
from carelog.file_access import is_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from carelog.domain.questionnaires.questionnaire import Questionnaire

SCHEMA = 1
_LARGEST = 256 * 1024
_OF_A_FILE = ("schema", "compiled", "measure")
_REVERSED = (
    *("revers", "invers", "invert", "flipped", "mirrored", "backward", "recod", "subtract"),
    *("umgepolt", "umgekehrt", "umkodier", "umcodier", "rekodier", "invertier", "omgekeerd", "omgepoold"),
    *("omvend", "omvänd", "odwróc", "odwrot", "обратн", "перевернут", "역채점", "역문항", "역코딩", "逆転", "反向"),
)
"""Beginnings and parts of words for it, in the languages of the questionnaires here and some more."""
_SAYS_REVERSED = re.compile(
    rf"\w*(?:{'|'.join(_REVERSED)})\w*"
    r"|(?:posi|nega)tiv(?:e|ely)?[ _-]?(?:scored|keyed|worded|coded|phrased|items|gepolt|formuliert)\w*"
    r"|opposite (?:direction|way)|other way (?:a?round|about)|(?-i:\(R\))"
    r"|(?:scor|count|cod|rat|valu)\w*(?: \w+){0,2} [1-9]\d*(?: to |[-–])[01]\b"
    r"|\b\d+ ?[-−–] ?(?:x|raw|score|answer)\b",
    re.IGNORECASE,
)
"""How files say that an answer counts the other way round, in fields, remarks and texts."""


def text_of(path: Path, stream: BinaryIO | None = None) -> str:
    """The text of a file, or of a stream that stands for it.

    Raises RefusedFile where it is none, cannot be read, or is too large for a questionnaire.
    """
    try:
        if stream is None and not is_file(path):
            raise RefusedFile("questionnaire.not-a-file", path=path)
        with nullcontext(stream) if stream else path.open("rb") as content:
            data = content.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise RefusedFile("questionnaire.file-too-large", path=path, kilobytes=_LARGEST // 1024)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedFile("questionnaire.not-utf8", path=path) from None
    except OSError as problem:
        raise RefusedFile("imports.file-unreadable", path=path, reason=problem.strerror) from None


def read_questionnaires(text: str, where: str) -> list[Questionnaire]:
    """The questionnaires in the text of the file `where`.

    Raises RefusedFile naming the line and the field that cannot be used or is not known. A file that speaks of reversed
    questions anywhere, also in a remark, and does not say in `reverse_items` which they are, is refused as well: its
    totals would be wrong without a word.
    """
    tables = _tables(text, where)
    _refuse_reversed(text, where, tables)
    found = []
    for number, table in enumerate(tables):
        try:
            found.append(read_questionnaire(table))
        except BadField as wrong:
            raise refused(wrong, text, where, number) from None
    return found


def refused(wrong: BadField, text: str, where: str, number: int) -> RefusedFile:
    """The refusal of a file because of a field of its measure `number`, counted from 0."""
    line = _line_of(text, number, wrong.field)
    return RefusedFile(wrong.key, **{**wrong.values, "place": _place(where, line, str(wrong.values["place"]))})


def _tables(text: str, where: str) -> Sequence[Mapping[str, Any]]:
    import tomllib

    try:
        content = tomllib.loads(text)
    except (ValueError, RecursionError) as mistake:
        raise RefusedFile("questionnaire.not-toml", path=where, reason=str(mistake)) from None
    if content.get("schema", SCHEMA) != SCHEMA:
        raise RefusedFile("questionnaire.other-schema", path=where, schema=SCHEMA)
    measures = content.get("measure")
    if not isinstance(measures, list) or not measures or not all(isinstance(each, dict) for each in measures):
        raise RefusedFile("questionnaire.no-measure", path=where)
    for field in content:
        if field not in _OF_A_FILE:
            line = next(
                (count for count, each in _numbered(text) if re.match(rf"[\[\s\"']*{re.escape(field)}", each)), 1
            )
            raise RefusedFile("questionnaire.field-unknown", place=_place(where, line, field[:40]))
    return measures


def _refuse_reversed(text: str, where: str, tables: Sequence[Mapping[str, Any]]) -> None:
    """Refuse a measure that speaks of reversed questions without `reverse_items`; before the first, all are meant."""
    says_which = ["reverse_items" in table for table in tables]
    measure = -1
    for count, line in _numbered(text):
        measure += _is_head(line)
        is_said = says_which[measure] if 0 <= measure < len(tables) else any(says_which)
        if not is_said and (found := _SAYS_REVERSED.search(line)):
            raise RefusedFile("questionnaire.reversed-not-said", place=_place(where, count, found[0][:40]))


def _line_of(text: str, number: int, field: str) -> int:
    """The line of a field in measure `number` (from 0), or of the head of that measure where the field is missing."""
    measure, head = -1, 1
    for count, line in _numbered(text):
        if _is_head(line):
            measure += 1
            head = count if measure == number else head
        elif measure == number and line.partition("=")[0].strip().strip("\"'") == field:
            return count
    return head


def _numbered(text: str) -> enumerate[str]:
    return enumerate(text.split("\n"), 1)


def _is_head(line: str) -> bool:
    return "".join(line.partition("#")[0].split()) == "[[measure]]"


def _place(where: str, line: int, field: str) -> str:
    from carelog.wording.questionnaires import field_of_file

    return field_of_file(where, line, field)
