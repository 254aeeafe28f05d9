"""The questionnaires there are: those of the package, and the person's own files beside the journal."""

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


def usual_questionnaires() -> dict[str, Questionnaire]:
    """Those of the package, by their keys."""
    return {each.key: each for each in _read(files("carelog").joinpath("data/measures.toml").read_text("utf-8"), "")}


def questionnaires(paths: Paths) -> dict[str, Questionnaire]:
    """Every questionnaire by its key, the package's own first; a file of the person's that is damaged is left out."""
    found = usual_questionnaires()
    for path in _own(paths):
        try:
            found |= {each.key: each for each in _read(_text(path), str(path)) if each.key not in found}
        except CarelogError:
            continue
    return found


def questionnaire(paths: Paths, name: str) -> Questionnaire:
    """The one with a key or a name, in any case, with or without its hyphen. Raises NotFound."""
    wanted = _plain(name)
    for each in questionnaires(paths).values():
        if wanted in (_plain(each.key), _plain(each.name)):
            return each
    usual = ", ".join(usual_questionnaires())
    raise NotFound(f"There is no questionnaire “{name}”. There are {usual}, and your own: carelog questionnaire list")


def add_file(paths: Paths, path: Path) -> list[Questionnaire]:
    """Keep a file of questionnaires beside the journal, as it was when it was checked.

    Raises RefusedFile naming the line and the field that cannot be used, or a questionnaire that is there already;
    StorageError when the file cannot be kept.
    """
    text = _text(path)
    found, known = _read(text, str(path)), set(questionnaires(paths))
    for each in found:
        if each.key in known:
            raise RefusedFile(f"{path}: there is a questionnaire {each.key} already.")
        known.add(each.key)
    make_private_folder(paths.questionnaires)
    write_private(paths.questionnaires / f"{found[0].key}.toml", text.encode())
    return found


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise RefusedFile(f"{path} is not a file.")
        with path.open("rb") as content:
            data = content.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise RefusedFile(f"{path} is larger than a questionnaire can be ({_LARGEST // 1024} kB).")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedFile(f"{path} is not UTF-8 text.") from None
    except OSError as problem:
        raise RefusedFile(f"{path} could not be read: {problem.strerror}.") from None


def _own(paths: Paths) -> list[Path]:
    folder = paths.questionnaires
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def _read(text: str, where: str) -> list[Questionnaire]:
    import tomllib

    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as mistake:
        raise RefusedFile(f"{where} cannot be read as TOML: {mistake}.") from None
    if tables.get("schema", _SCHEMA) != _SCHEMA:
        raise RefusedFile(f"{where}: schema {_SCHEMA} is the one that this carelog reads.")
    measures = tables.get("measure")
    if not isinstance(measures, list) or not measures or not all(isinstance(each, dict) for each in measures):
        raise RefusedFile(f"{where}: a [[measure]] is needed.")
    found = []
    for number, measure in enumerate(measures):
        try:
            found.append(read_questionnaire(measure))
        except BadField as wrong:
            line = _line_of(text, number, wrong.field)
            raise RefusedFile(f"{where}, line {line}, {wrong.message}.") from None
    return found


def _line_of(text: str, number: int, field: str) -> int:
    """The line of a field in the measure with that number, or of the measure's head where the field is missing."""
    measure, head = -1, 1
    for count, line in enumerate(text.split("\n"), 1):
        if "".join(line.partition("#")[0].split()) == "[[measure]]":
            measure += 1
            head = count if measure == number else head
        elif measure == number and line.partition("=")[0].strip().strip("\"'") == field:
            return count
    return head


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
