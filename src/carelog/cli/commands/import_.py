"""import: read a file of another app, show what it holds, and add it to the journal when asked to."""

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.importing.content import content_of
from carelog.cli.importing.full_copy import import_full_copy
from carelog.cli.prompts.ask import ask
from carelog.cli.prompts.dry_run import DryRun, refuse_both
from carelog.cli.runtime.given_twice import put_once
from carelog.cli.runtime.progress import progress_bar
from carelog.cli.runtime.session import Session
from carelog.domain.mood import MoodWords
from carelog.domain.outside_text import shown_path
from carelog.domain.score import checked_score
from carelog.domain.text import clean_line, fold
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.intake import ImportResult, apply_import, preview_import, refuse_without_scores
from carelog.exchange.pipeline.report import import_shape, report
from carelog.exchange.readers.any_table import SOURCE as ANY_TABLE
from carelog.exchange.readers.day_names import is_named_as_day
from carelog.exchange.readers.formats import (
    FORMAT_NAMES,
    Format,
    format_named,
    format_of,
    names_format,
    read_as,
)
from carelog.exchange.serializers.own_copy import OWN, is_full_copy, most_bytes
from carelog.file_access import is_folder, is_there
from carelog.language import gettext as _
from carelog.settings_file import remember_daylio_moods
from carelog.wording.files import imports as imports_words
from carelog.wording.lists import listed

_COLUMN_HELP = _(
    "For any table: date, time, mood, title, note, tags, feelings or a tracker, and the column that holds it."
)
_FILE_HELP = _("The file or folder; - is standard input. Its format is recognised; to name it: {formats}.").format(
    formats=listed(FORMAT_NAMES)
)
_UNKNOWN_TEXT = {"imports.file-not-recognised", "imports.table-of-unknown-app"}
_MAP_HELP = _("The number of a mood of your own, such as so-so=3. Repeat it for several.")


@command(
    "import",
    "carelog import daylio_export.csv",
    "carelog import jrnl ~/journal.txt",
    "carelog import ~/Notes/Daily",
    "carelog import daylio_export.csv --map so-so=3 --map tired=2 --apply",
    "carelog import list",
    "carelog import undo last",
    "carelog import mood.csv --column date=Day --column mood=Rating --column sleep=Hours",
    panel="In, out, safe",
    discretion="as it is",
)
def import_file(
    session: Session,
    words: Annotated[list[str], typer.Argument(metavar="[FORMAT] FILE", help=_FILE_HELP)],
    apply: Annotated[
        bool, typer.Option("--apply", help=_("Take it in. Without this it only says what it holds."))
    ] = False,
    dry_run: DryRun = False,
    placed: Annotated[list[str] | None, typer.Option("--map", metavar="NAME=SCORE", help=_MAP_HELP)] = None,
    columns: Annotated[list[str] | None, typer.Option("--column", metavar="FIELD=NAME", help=_COLUMN_HELP)] = None,
) -> Answer:
    """Bring in what another app holds, or a copy of a whole journal. A second run adds only what is new."""
    refuse_both(dry_run, "--apply" if apply else "")
    given, named = _read_scores(placed or []), _read_columns(columns or [])
    file_format, content = _read_file(session, [ANY_TABLE, *words] if named and len(words) == 1 else words)
    if file_format is None:
        return import_full_copy(session, content, apply=apply)
    batch = _read_batch(session, file_format, content, given, named)
    if apply and batch.unknown_moods and session.can_ask:
        given |= _ask_scores(session, batch.unknown_moods)
        batch = _read_batch(session, file_format, content, given, named)
    intake = _take_in(session, batch, given, content) if apply else preview_import(batch, session.to_read())
    return Answer(text=report(intake, session.settings.mood), data=lambda: import_shape(intake))


def _read_scores(placed: Sequence[str]) -> dict[str, int]:
    """The score of each mood name, folded, from texts such as `so-so=3`."""
    scores: dict[str, int] = {}
    for text in placed:
        name, _, number = text.rpartition("=")
        if not clean_line(name):
            raise InvalidValue("imports.mood-score-not-understood")
        put_once(scores, "--map", fold(clean_line(name)), _read_score(number))
    return scores


def _read_columns(given: Sequence[str]) -> dict[str, str]:
    """The column of each field, from texts such as `mood=Rating`."""
    columns: dict[str, str] = {}
    for text in given:
        field, _, column = text.partition("=")
        if not clean_line(field) or not clean_line(column):
            raise InvalidValue("imports.column-not-understood")
        put_once(columns, "--column", clean_line(field), column)
    return columns


def _read_file(session: Session, words: Sequence[str]) -> tuple[Format | None, bytes]:
    """The format and the content of a file; the format is None for a full copy that carelog itself made."""
    *named, file = words
    if len(named) > 1 or (named and _is_path(named[0])):
        raise InvalidValue("imports.one-file-at-a-time")
    if not named and names_format(file) and not is_there(Path(file)):
        raise InvalidValue("imports.file-needed")
    is_own = bool(named) and named[0].lower() == OWN
    chosen = format_named(named[0]) if named and not is_own else None
    content = content_of(session, Path(file), most_bytes)
    if is_own or (chosen is None and is_full_copy(content)):
        return None, content
    return chosen or _format_of(Path(file), content), content


def _is_path(text: str) -> bool:
    """Whether a word that stands where a format can stand is the name of a file."""
    return not names_format(text) and text.lower() != OWN and is_there(Path(text))


def _format_of(path: Path, content: bytes) -> Format:
    """The format of a file or folder. Raises RefusedFile, which speaks of a folder as one, and of a day as one."""
    try:
        return format_of(content)
    except RefusedFile as refusal:
        if is_folder(path) and refusal.key == "imports.zip-unknown":
            raise RefusedFile("imports.folder-unknown", path=path) from None
        if refusal.key in _UNKNOWN_TEXT and is_named_as_day(path.absolute().as_posix()):
            raise RefusedFile("imports.day-file-alone") from None
        if refusal.key == "imports.address-book":
            raise RefusedFile(refusal.key, typed=shlex.quote(shown_path(path))) from None
        raise


def _read_batch(
    session: Session, file_format: Format, content: bytes, given: Mapping[str, int], named: Mapping[str, str]
) -> ImportBatch:
    scores = {**session.settings.daylio_moods, **given}
    context = ImportContext.of(session.to_read(), scores, progress_bar(session), named)
    return read_as(file_format, content, context)


def _ask_scores(session: Session, unknown: Mapping[str, int]) -> dict[str, int]:
    """The score of each mood name, folded, as the person at the terminal places it."""
    scale = session.settings.mood
    words = listed(scale.words)
    return {
        fold(name): ask(imports_words.ask_score(name, count, words), lambda typed: _answered_score(scale, typed))
        for name, count in unknown.items()
    }


def _answered_score(scale: MoodWords, typed: str) -> int:
    score, rest = scale.read(typed)
    if score is None or rest:
        raise InvalidValue("imports.mood-answer-not-understood")
    return score


def _take_in(session: Session, batch: ImportBatch, given: Mapping[str, int], content: bytes) -> ImportResult:
    """Add a batch to the journal, and keep the given scores in the settings for the next import."""
    from hashlib import sha256

    refuse_without_scores(batch)
    session.close()
    if given:
        remember_daylio_moods(session.paths, given)
    return apply_import(batch, session.to_write(), progress_bar(session), sha256(content).hexdigest())


def _read_score(text: str) -> int:
    digits = text.strip()
    if len(digits) != 1 or digits not in "0123456789":
        raise InvalidValue("imports.mood-score-not-understood")
    return checked_score(int(digits))
