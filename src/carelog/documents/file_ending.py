"""The format of a file, decided in one place from what is typed after --format and from the ending of its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from carelog.domain.text import clean_line
from carelog.errors import InvalidValue
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_OTHER_SPELLINGS = {"htm": "html", "markdown": "md", "text": "txt", "ical": "ics", "vcard": "vcf"}


def format_named(typed: str, file: str, endings: Mapping[str, str], offered: Collection[str] = ()) -> str:
    """The format that is typed, else the one of the file's ending; empty where neither says one.

    `endings` are those of every format, without the dot, by what is typed for each; the sentence about an unknown one
    names those of the formats `offered`, else all. Raises InvalidValue for a format and for an ending that are not
    among them, and where the two contradict each other: a file never holds another format than its name says. `.csv`
    means CSV, and names the zip that holds its tables.
    """
    form, ending = typed.strip().lower(), ending_of(file)
    if form and form not in endings:
        raise InvalidValue("export.format-unknown", given=clean_line(typed), known=listed(endings))
    if form in ("", ending) and ending in (offered or endings) and endings[ending] != ending:
        raise InvalidValue("export.tables-are-zip", name=_named(file, endings[ending]))
    if not form:
        return _format_of(ending, endings, offered or endings)
    if ending and ending != endings[form]:
        name = _named(file, endings[form])
        raise InvalidValue("export.ending-differs", format=form, ending=endings[form], name=name)
    return form


def check_ending(file: str, *endings: str) -> None:
    """Raise InvalidValue where the name of a file has another ending than those it can have."""
    format_named("", file, {each: each for each in endings})


def ending_of(file: str) -> str:
    """The ending of a file's name in small letters without the dot, in its usual spelling; empty without one."""
    ending = Path(file).suffix.removeprefix(".").lower()
    return _OTHER_SPELLINGS.get(ending, ending)


def _named(file: str, ending: str) -> str:
    """The name of a file with another ending."""
    return clean_line(Path(file).with_suffix(f".{ending}").name)


def _format_of(ending: str, endings: Mapping[str, str], offered: Iterable[str]) -> str:
    if not ending:
        return ""
    for form, each in endings.items():
        if each == ending:
            return form
    known = listed(f".{endings[each]}" for each in offered)
    raise InvalidValue("export.ending-unknown", ending=clean_line(ending), known=known)
