"""The questionnaires a person can answer: those of the package, and files that the person added."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from carelog.domain.questionnaire_table import BadField, read_questionnaire
from carelog.errors import CarelogError, NotFound, RefusedFile
from carelog.files import make_private_folder, write_private

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.domain.questionnaire import Questionnaire
    from carelog.paths import Paths

_SCHEMA = 1
_LARGEST = 256 * 1024


def built_in_questionnaires() -> dict[str, Questionnaire]:
    """The questionnaires of the package, by key."""
    return {each.key: each for each in _read(files("carelog").joinpath("data/measures.toml").read_text("utf-8"), "")}


def questionnaires(paths: Paths) -> dict[str, Questionnaire]:
    """All questionnaires by key, those of the package first. Files of the person that cannot be read are left out."""
    found = built_in_questionnaires()
    for path in _added_files(paths):
        try:
            found |= {each.key: each for each in _read(_text(path), str(path)) if each.key not in found}
        except CarelogError:
            continue
    return found


def questionnaire(paths: Paths, name: str) -> Questionnaire:
    """The questionnaire with a key or a name, in any case, with or without its hyphen. Raises NotFound."""
    wanted = _letters_of(name)
    for each in questionnaires(paths).values():
        if wanted in (_letters_of(each.key), _letters_of(each.name)):
            return each
    known = ", ".join(built_in_questionnaires())
    raise NotFound("questionnaire.unknown", name=name, known=known)


def add_file(paths: Paths, path: Path) -> list[Questionnaire]:
    """Copy a file of questionnaires into the person's data folder, and return the questionnaires in it.

    Raises RefusedFile naming the line and field that cannot be used, or a questionnaire whose key is taken;
    StorageError when the copy cannot be written.
    """
    text = _text(path)
    found, known = _read(text, str(path)), set(questionnaires(paths))
    for each in found:
        if each.key in known:
            raise RefusedFile("questionnaire.taken", path=path, name=each.key)
        known.add(each.key)
    make_private_folder(paths.questionnaires)
    write_private(paths.questionnaires / f"{found[0].key}.toml", text.encode())
    return found


def _read(text: str, where: str) -> list[Questionnaire]:
    import tomllib

    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as mistake:
        raise RefusedFile("questionnaire.not-toml", path=where, reason=str(mistake)) from None
    if tables.get("schema", _SCHEMA) != _SCHEMA:
        raise RefusedFile("questionnaire.other-schema", path=where, schema=_SCHEMA)
    measures = tables.get("measure")
    if not isinstance(measures, list) or not measures or not all(isinstance(each, dict) for each in measures):
        raise RefusedFile("questionnaire.no-measure", path=where)
    found = []
    for number, measure in enumerate(measures):
        try:
            found.append(read_questionnaire(measure))
        except BadField as wrong:
            from carelog.wording.questionnaires import field_of_file

            line = _line_of(text, number, wrong.field)
            place = field_of_file(where, line, str(wrong.values["place"]))
            raise RefusedFile(wrong.key, **{**wrong.values, "place": place}) from None
    return found


def _line_of(text: str, number: int, field: str) -> int:
    """The line of a field in measure `number` (from 0), or of the head of that measure where the field is missing."""
    measure, head = -1, 1
    for count, line in enumerate(text.split("\n"), 1):
        if "".join(line.partition("#")[0].split()) == "[[measure]]":
            measure += 1
            head = count if measure == number else head
        elif measure == number and line.partition("=")[0].strip().strip("\"'") == field:
            return count
    return head


def _added_files(paths: Paths) -> list[Path]:
    folder = paths.questionnaires
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise RefusedFile("questionnaire.not-a-file", path=path)
        with path.open("rb") as content:
            data = content.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise RefusedFile("questionnaire.file-too-large", path=path, kilobytes=_LARGEST // 1024)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedFile("questionnaire.not-utf8", path=path) from None
    except OSError as problem:
        raise RefusedFile("imports.file-unreadable", path=path, reason=problem.strerror) from None


def _letters_of(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
