"""The questionnaires a person can answer, and their languages: those of the package, and files that they added."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING, BinaryIO

from carelog.domain.letters import plain_letters
from carelog.domain.questionnaires.table import BadField, read_questionnaire
from carelog.domain.questionnaires.translation import WORDS, translated
from carelog.errors import CarelogError, NotFound, RefusedFile
from carelog.file_access import is_folder
from carelog.files import make_private_folder, write_private
from carelog.questionnaire_files import read_questionnaires, refused, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from carelog.domain.questionnaires.questionnaire import Questionnaire
    from carelog.paths import Paths

_ID_LINE = re.compile(r'^id = "([a-z0-9-]+)"$', re.MULTILINE)


def built_in_questionnaires() -> dict[str, Questionnaire]:
    """The questionnaires of the package in English, by key."""
    return {each.key: each for each in map(read_questionnaire, _built_in_tables())}


def questionnaires(paths: Paths) -> dict[str, Questionnaire]:
    """All questionnaires by key, those of the package first. Files of the person that cannot be read are left out."""
    found = built_in_questionnaires()
    for each in _own(paths):
        found.setdefault(each.key, each)
    return found


def questionnaire(paths: Paths, name: str) -> Questionnaire:
    """The questionnaire with a key or a name, in any case, with or without its hyphen.

    Raises NotFound; RefusedFile where it is one of the person's own whose file cannot be used.
    """
    wanted = _letters_of(name)
    for each in questionnaires(paths).values():
        if wanted in (_letters_of(each.key), _letters_of(each.name)):
            return each
    for path in _own_files(paths):
        if _letters_of(path.stem) == wanted:
            read_questionnaires(text_of(path), str(path))
    known = ", ".join(built_in_questionnaires())
    raise NotFound("questionnaire.unknown", name=name, known=known)


def refused_files(paths: Paths) -> list[RefusedFile]:
    """What is wrong with the files of the person that are left out, one for each."""
    found = []
    for path in _own_files(paths):
        try:
            read_questionnaires(text_of(path), str(path))
        except RefusedFile as wrong:
            found.append(wrong)
    return found


def languages_of(paths: Paths, chosen: Questionnaire) -> list[str]:
    """The languages in which a questionnaire can be read, such as `en` and `fr-CA`: its own first, then by alphabet."""
    built_in = built_in_languages(chosen.key)
    own = [each.language for each in _own(paths) if each.key == chosen.key]
    return [chosen.language, *sorted({*built_in, *own} - {chosen.language})]


def built_in_languages(key: str) -> list[str]:
    """The languages other than English that the package has a questionnaire in, by alphabet."""
    return [each for each in _languages() if key in _ID_LINE.findall(_text_in(each))]


def in_language(paths: Paths, chosen: Questionnaire, language: str) -> Questionnaire | None:
    """A questionnaire in a language; what is counted and how is the same. None where it is not there in that language.

    `de-AT` finds `de`, and `es` finds `es-US` where that is the only Spanish.
    """
    found = _fitting(language, languages_of(paths, chosen))
    if not found:
        return None
    if found == chosen.language:
        return chosen
    own = next((each for each in _own(paths) if (each.key, each.language) == (chosen.key, found)), None)
    return translated(chosen, own) if own else _built_in_translation(chosen, found)


def add_file(
    paths: Paths,
    path: Path,
    check: Callable[[Questionnaire], None] = lambda _: None,
    stream: BinaryIO | None = None,
) -> list[Questionnaire]:
    """Copy a file of questionnaires into the person's data folder, and return the questionnaires in it.

    A `stream` that is given stands for the file. Another language of a questionnaire that is known has its id, and
    counts the same. Raises RefusedFile naming the line and field that cannot be used, or a questionnaire that is there
    already; whatever `check` raises for one that is not to be kept; StorageError when the copy cannot be written.
    """
    text = text_of(path, stream)
    found, known = read_questionnaires(text, str(path)), questionnaires(paths)
    taken = {(each.key, language) for each in known.values() for language in languages_of(paths, each)}
    for number, each in enumerate(found):
        if (each.key, each.language) in taken:
            raise RefusedFile("questionnaire.taken", path=path, name=each.key)
        try:
            translated(known.setdefault(each.key, each), each)
        except BadField as wrong:
            raise refused(wrong, text, str(path), number) from None
        check(each)
        taken.add((each.key, each.language))
    first = found[0]
    name = first.key if known[first.key] is first else f"{first.key}.{first.language}"
    make_private_folder(paths.questionnaires)
    write_private(paths.questionnaires / f"{name}.toml", text.encode())
    return found


def _built_in_tables() -> list[dict[str, object]]:
    import tomllib

    tables: list[dict[str, object]] = tomllib.loads(_data().joinpath("measures.toml").read_text("utf-8"))["measure"]
    return tables


def _built_in_translation(original: Questionnaire, language: str) -> Questionnaire:
    """A questionnaire of the package with the words in the file of a language; those it does not have are left out."""
    import tomllib

    words = next(each for each in tomllib.loads(_text_in(language))["measure"] if each["id"] == original.key)
    counted = next(each for each in _built_in_tables() if each["id"] == original.key)
    table = {field: value for field, value in counted.items() if field not in WORDS} | words | {"language": language}
    return translated(original, read_questionnaire(table))


def _languages() -> list[str]:
    """The languages of which the package has a file."""
    names = (each.name for each in _data().joinpath("measures").iterdir())
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def _text_in(language: str) -> str:
    return _data().joinpath("measures", f"{language}.toml").read_text("utf-8")


def _data() -> Traversable:
    return files("carelog").joinpath("data")


def _fitting(language: str, known: list[str]) -> str:
    """The one of the known languages that a language means, in any case and with - or _; empty where none does."""
    wanted = language.strip().replace("_", "-").casefold()
    exact = [each for each in known if each.casefold() == wanted]
    without_region = [each for each in known if each.casefold() == wanted.partition("-")[0]]
    regions = [each for each in known if each.casefold().partition("-")[0] == wanted]
    found = exact or without_region or (regions if len(regions) == 1 else [])
    return found[0] if found else ""


def _own(paths: Paths) -> Iterator[Questionnaire]:
    """The questionnaires in the files of the person that can be read; those of the package are never replaced."""
    for path in _own_files(paths):
        try:
            yield from read_questionnaires(text_of(path), str(path))
        except CarelogError:
            continue


def _own_files(paths: Paths) -> list[Path]:
    """The files of the person; those with a language in their name, which another file has in its own, come last."""
    folder = paths.questionnaires
    found = folder.glob("*.toml") if is_folder(folder) else []
    return sorted(found, key=lambda path: ("." in path.stem, path.name))


def _letters_of(name: str) -> str:
    return "".join(character for character in plain_letters(name) if character.isalnum())
