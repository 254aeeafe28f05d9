"""The settings file: parsed with an error that names line and key, and written atomically."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from carelog.errors import InvalidValue, SettingsError
from carelog.file_access import is_file, is_there, read_file
from carelog.settings import Settings, StartQuestion
from carelog.settings_fields import ASKED, DAYLIO_MOODS, FIELDS, NOBODY_YET, PAGES_STAY_TOLD, REMEMBERED, field_of

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.paths import Paths
    from carelog.settings_fields import Field

OTHER_LINES = "other"
"""What stands for the lines of the file that are no setting: a key of somebody's own would tell their words."""


_MOST_LINES = 1_000
"""How many lines of a file with a mistake are looked at, each by itself."""


_TOLD, _TOLD_KEY = PAGES_STAY_TOLD.key.split(".")
_TOLD_ALONE = f"[{_TOLD}]\n{_TOLD_KEY} = true\n"
"""The file of a new home, in which nobody has set anything: it is known without reading TOML."""


def load_settings(paths: Paths) -> Settings:
    """The settings in the file, or the defaults without a file.

    Raises SettingsError naming the file, the line, the key and what is allowed.
    """
    text = read_text(paths)
    if text == _TOLD_ALONE:
        return PAGES_STAY_TOLD.read(Settings(), True)
    return _parsed(text, _tables(text, paths.settings), paths.settings) if text else Settings()


def readable_settings(text: str) -> Settings:
    """The settings in a text as far as they are allowed, and the default for each that is not, whatever is wrong.

    Where the text has a mistake, what stands on a line of its own is read from the others. Never raises.
    """
    tables, settings = _readable_tables(text), Settings()
    for each in (*FIELDS, *REMEMBERED):
        with suppress(Exception):
            value = _lookup(tables, each.key)
            settings = settings if value is None else each.read(settings, value)
    return settings


def read_text(paths: Paths) -> str:
    """The text of the settings file, valid or not; empty without a file.

    Raises SettingsError when it cannot be read or is not UTF-8 text.
    """
    path = paths.settings
    try:
        if not is_there(path):
            return ""
        if not is_file(path):
            raise SettingsError("settings.not-a-file", path=path)
        return read_file(path).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise SettingsError("settings.not-utf8", path=path) from None
    except PermissionError as problem:
        from carelog.file_access import refusal

        closed = refusal(problem)
        raise SettingsError(closed.key, **closed.values) from None
    except OSError as problem:
        raise SettingsError("settings.unreadable", path=path, reason=problem.strerror) from None


def set_value(paths: Paths, key: str, value: str) -> Settings:
    """Set one key in the file and return the new settings; an empty value resets it to the default.

    Keys in the file that this version does not know are kept. Raises NotFound for an unknown key, InvalidValue for a
    value that is not allowed, SettingsError if the file had a mistake before.
    """
    chosen = field_of(key)
    settings = load_settings(paths)
    if not value.strip():
        _store(paths, chosen.key, None)
        return load_settings(paths)
    new = _changed(chosen, settings, value)
    _store(paths, chosen.key, chosen.value_in(new))
    return new


def is_set_so(paths: Paths, key: str, value: str) -> bool:
    """Whether the file has this value for a key already; for an empty one, whether it does not have the key.

    Raises what `set_value` raises.
    """
    chosen, settings = field_of(key), load_settings(paths)
    is_there = chosen.key in keys_in_file(paths)
    if not value.strip():
        return not is_there
    return is_there and chosen.value_in(_changed(chosen, settings, value)) == chosen.value_in(settings)


def unknown_keys(paths: Paths) -> tuple[str, ...]:
    """The keys in the file that this version does not know: misspelled ones, or those of a later version.

    Raises SettingsError when the file cannot be read.
    """
    text = read_text(paths)
    known = {each.key for each in (*FIELDS, *REMEMBERED)}
    return tuple(_unknown(_tables(text, paths.settings), known))


def keys_in_file(paths: Paths) -> tuple[str, ...]:
    """The keys that are set in the file, in the order of the settings, and `OTHER_LINES` for comments and other keys.

    Raises SettingsError when the file cannot be read.
    """
    text = read_text(paths)
    tables = _tables(text, paths.settings)
    keys = [each.key for each in (*FIELDS, *REMEMBERED)]
    has_more = "#" in text or any(_unknown(tables, keys))
    return (*(key for key in keys if _is_set(tables, key)), *([OTHER_LINES] if has_more else []))


def settings_in(paths: Paths, text: str) -> Settings:
    """The settings in an edited settings file that is not written yet. Raises SettingsError where it has a mistake."""
    return _parsed(text, _tables(text, paths.settings), paths.settings)


def write_text(paths: Paths, text: str) -> Settings:
    """Write an edited settings file, comments included, and return the settings in it.

    Raises SettingsError, and leaves the old file, when the text has a mistake.
    """
    from carelog.files import make_private_folder, write_private

    settings = settings_in(paths, text)
    make_private_folder(paths.config)
    write_private(paths.settings, text.encode())
    return settings


def store_kept_out(paths: Paths, names: Sequence[str]) -> Settings:
    """Store the names that insights never compare, and return the new settings."""
    _store(paths, field_of("insights.never").key, list(names) or None)
    return load_settings(paths)


def remember_daylio_moods(paths: Paths, scores: Mapping[str, int]) -> None:
    """Store the scores that a person gave to mood names in Daylio, for the next import."""
    _store(paths, DAYLIO_MOODS.key, {**load_settings(paths).daylio_moods, **scores})


def remember_asked(paths: Paths, question: StartQuestion) -> Settings:
    """Store that a person answered or declined a question of the start, so that it is not asked again."""
    _store(paths, ASKED[question].key, True)
    return load_settings(paths)


def remember_pages_stay(paths: Paths) -> Settings:
    """Store that a person knows that pages stay in the window, and return the new settings.

    It is kept here and not in the journal, because each of two computers has a window of its own. It is put behind what
    the file has, so that comments stay, and without a library, because the first note of a new home stores it.
    """
    from carelog.files import make_private_folder, write_private

    text = read_text(paths)
    if _TOLD in text:
        _store(paths, PAGES_STAY_TOLD.key, True)
        return load_settings(paths)
    settings = load_settings(paths)
    make_private_folder(paths.config)
    begun = f"{text.rstrip()}\n\n" if text.strip() else ""
    write_private(paths.settings, f"{begun}{_TOLD_ALONE}".encode())
    return PAGES_STAY_TOLD.read(settings, True)


def remember_nobody_yet(paths: Paths) -> Settings:
    """Store that a person knows nobody yet whom they could call: no page asks for somebody then."""
    _store(paths, NOBODY_YET.key, True)
    return remember_asked(paths, StartQuestion.PERSON)


def _changed(field: Field, settings: Settings, value: str) -> Settings:
    try:
        return field.read(settings, value)
    except (TypeError, ValueError, LookupError):
        raise InvalidValue("settings.value-not-allowed", value=value, key=field.key, allowed=field.allowed) from None


def _tables(text: str, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except ValueError as mistake:
        last = f"at line {len(text.splitlines())}, the last one"
        reason = str(mistake).replace("at end of document", last)
        raise SettingsError("settings.not-toml", path=path, reason=reason) from None
    except RecursionError:
        raise SettingsError("settings.nested-too-deeply", path=path) from None


def _readable_tables(text: str) -> dict[str, Any]:
    import tomllib

    with suppress(Exception):
        return tomllib.loads(text)
    kept = []
    for line in text.split("\n")[:_MOST_LINES]:
        with suppress(Exception):
            tomllib.loads(line)
            kept.append(line)
    with suppress(Exception):
        return tomllib.loads("\n".join(kept))
    return {}


def _parsed(text: str, tables: dict[str, Any], path: Path) -> Settings:
    settings = Settings()
    for each in (*FIELDS, *REMEMBERED):
        try:
            value = _lookup(tables, each.key)
            settings = settings if value is None else each.read(settings, value)
        except (ValueError, KeyError, TypeError, AttributeError):
            line = _line_of(text, each.key)
            raise SettingsError(
                "settings.value-in-file-not-allowed", path=path, line=line, key=each.key, allowed=each.allowed
            ) from None
    return settings


def _lookup(tables: Mapping[str, Any], dotted: str) -> Any:
    """The value under a dotted key, or None. Raises AttributeError where the file has a value instead of a table."""
    value: Any = tables
    for key in dotted.split("."):
        value = None if value is None else value.get(key)
    return value


def _is_set(tables: Mapping[str, Any], dotted: str) -> bool:
    try:
        return _lookup(tables, dotted) is not None
    except AttributeError:
        return False


def _line_of(text: str, key: str) -> int:
    """The line that sets a key, in its table, dotted or inline; an estimate, because the TOML parser keeps no lines."""
    table, nearest = "", 1
    for number, line in enumerate(text.split("\n"), start=1):
        name = "".join(line.partition("=")[0].split()).translate({ord(quote): None for quote in "\"'"})
        if name.startswith("["):
            name = table = name.strip("[]")
        elif table:
            name = f"{table}.{name}"
        if name == key:
            return number
        if key.startswith(f"{name}."):
            nearest = number
    return nearest


def _store(paths: Paths, key: str, value: Any) -> None:
    import tomli_w

    from carelog.files import make_private_folder, write_private

    text = read_text(paths)
    tables = _tables(text, paths.settings)
    *outer, last = key.split(".")
    inner = tables
    for each in outer:
        inner = inner.setdefault(each, {})
    if value is None:
        inner.pop(last, None)
    else:
        inner[last] = value
    make_private_folder(paths.config)
    write_private(paths.settings, tomli_w.dumps(tables).encode())


def _unknown(tables: Mapping[str, Any], known: Collection[str], above: str = "") -> Iterator[str]:
    for key, value in tables.items():
        name = f"{above}{key}"
        if name in known:
            continue
        if isinstance(value, dict) and any(each.startswith(f"{name}.") for each in known):
            yield from _unknown(value, known, f"{name}.")
        else:
            yield name
