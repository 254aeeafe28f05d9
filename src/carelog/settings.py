"""What a person can set. Each setting is declared once, in FIELDS; help, checks and documentation follow from that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import time
from enum import Enum
from typing import TYPE_CHECKING, Any

from carelog.domain.mood import SCORES, MoodScale, MoodWords, checked_score
from carelog.errors import InvalidValue, NotFound, SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.paths import Paths


class Theme(Enum):
    """Colours for the terminal's background; AUTO uses only those that are legible on both."""

    AUTO = "auto"
    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Settings:
    """A person's settings, checked.

    `country` are ISO 3166 codes, the first one first; `day_starts_at` is the time at which a day of the journal
    begins; `daylio_moods` are the scores that the person gave to their own mood names of another app.
    """

    country: tuple[str, ...] = ()
    name: str = ""
    day_starts_at: time = time(4)
    plain: bool = False
    theme: Theme = Theme.AUTO
    shared_computer: bool = False
    streaks: bool = False
    mood: MoodWords = field(default_factory=MoodWords)
    daylio_moods: Mapping[str, int] = field(default_factory=dict)


class Field:
    """One setting: its key in the file, what it is for, what it may be, and how it is read, kept and shown."""

    __slots__ = ("allowed", "keep", "key", "purpose", "read")

    def __init__(
        self,
        key: str,
        purpose: str,
        allowed: str,
        read: Callable[[Settings, Any], Settings],
        keep: Callable[[Settings], Any],
    ) -> None:
        self.key = key
        self.purpose = purpose
        self.allowed = allowed
        self.read = read
        self.keep = keep

    def show(self, settings: Settings) -> str:
        """The value as people read it."""
        value = self.keep(settings)
        if isinstance(value, bool):
            return "on" if value else "off"
        return ", ".join(value) if isinstance(value, list) else str(value)


def field_of(key: str) -> Field:
    """The setting with a key.

    Raises NotFound, naming all keys, when there is none.
    """
    for each in FIELDS:
        if each.key == key.strip().lower().replace("-", "_"):
            return each
    raise NotFound(f"There is no setting “{key}”. Settings: {', '.join(each.key for each in FIELDS)}.")


def load_settings(paths: Paths) -> Settings:
    """The settings in the file, or the defaults where there is none.

    Raises SettingsError naming file, line, key and what is allowed.
    """
    text = _read_text(paths.settings)
    return _parsed(text, _tables(text, paths.settings), paths.settings) if text else Settings()


def read_text(paths: Paths) -> str:
    """The settings file as it is, sound or not; empty where there is none. Raises SettingsError when it is no text."""
    return _read_text(paths.settings)


def set_value(paths: Paths, key: str, value: str) -> Settings:
    """Set one key in the file and return the new settings; an empty value goes back to the default.

    Keys that this version does not know survive. Raises NotFound for an unknown key, InvalidValue for a value
    that is not allowed, SettingsError for a file that could not be used before.
    """
    chosen = field_of(key)
    settings = load_settings(paths)
    try:
        new = chosen.read(settings, value) if value.strip() else chosen.read(settings, chosen.keep(Settings()))
    except (TypeError, ValueError, LookupError):
        raise InvalidValue(f"“{value}” does not fit {chosen.key}. It can be {chosen.allowed}.") from None
    _store(paths, chosen.key.split("."), chosen.keep(new) if value.strip() else None)
    return new


def write_text(paths: Paths, text: str) -> Settings:
    """Keep a settings file as it was edited, comments and all, and return the settings in it.

    Raises SettingsError, and keeps the old file, when it cannot be used.
    """
    from carelog.files import make_private_folder, write_private

    settings = _parsed(text, _tables(text, paths.settings), paths.settings)
    make_private_folder(paths.config)
    write_private(paths.settings, text.encode())
    return settings


def remember_daylio_moods(paths: Paths, scores: Mapping[str, int]) -> None:
    """Keep the scores that a person gave to mood names of another app, for the next import."""
    _store(paths, ["import", "daylio", "moods"], {**load_settings(paths).daylio_moods, **scores})


def _country(settings: Settings, value: Any) -> Settings:
    codes = value if isinstance(value, list) else str(value).replace(",", " ").split()
    upper = [str(code).upper() for code in codes]
    if not all(len(code) == 2 and code.isascii() and code.isalpha() for code in upper):
        raise ValueError
    return replace(settings, country=tuple(dict.fromkeys("GB" if code == "UK" else code for code in upper)))


def _name(settings: Settings, value: Any) -> Settings:
    from carelog.domain.text import clean_line

    if not isinstance(value, str) or len(value) > 80:
        raise ValueError
    return replace(settings, name=clean_line(value))


def _day_starts_at(settings: Settings, value: Any) -> Settings:
    starts = value if isinstance(value, time) else time.fromisoformat(str(value).zfill(5))
    if starts > time(12):
        raise ValueError
    return replace(settings, day_starts_at=starts.replace(second=0, microsecond=0))


def _switch(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    return {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}[str(value).lower()]


def _mood_words(settings: Settings, value: Any) -> Settings:
    words = value if isinstance(value, list) else [word for word in str(value).split(",") if word.strip()]
    if words and len(words) != len(SCORES):
        raise ValueError
    return replace(settings, mood=replace(settings.mood, renamed=tuple(str(word).strip() for word in words)))


def _mood_scale(settings: Settings, value: Any) -> Settings:
    return replace(settings, mood=replace(settings.mood, scale=MoodScale(value)))


def _daylio_moods(settings: Settings, value: Any) -> Settings:
    return replace(settings, daylio_moods={str(name): checked_score(score) for name, score in value.items()})


_ON_OFF = "on or off"

FIELDS = (
    Field(
        "country",
        "whose helplines and emergency number the crisis card shows; several are possible, the first comes first",
        "two-letter country codes such as GB or GB,IE",
        _country,
        lambda settings: list(settings.country),
    ),
    Field(
        "name",
        "your name or initials as a page for a therapist shows them",
        "up to 80 characters",
        _name,
        lambda settings: settings.name,
    ),
    Field(
        "day_starts_at",
        "the time at which your day begins; what is noted before it counts as the day before",
        "a time from 00:00 to 12:00, such as 04:00",
        _day_starts_at,
        lambda settings: f"{settings.day_starts_at:%H:%M}",
    ),
    Field(
        "plain",
        "words instead of drawings, for screen readers",
        _ON_OFF,
        lambda settings, value: replace(settings, plain=_switch(value)),
        lambda settings: settings.plain,
    ),
    Field(
        "theme",
        "colours for a dark or a light terminal; auto is legible on both",
        "auto, dark or light",
        lambda settings, value: replace(settings, theme=Theme(value)),
        lambda settings: settings.theme.value,
    ),
    Field(
        "shared_computer",
        "other people use this computer: carelog reminds you how to keep words out of the shell's history",
        _ON_OFF,
        lambda settings, value: replace(settings, shared_computer=_switch(value)),
        lambda settings: settings.shared_computer,
    ),
    Field(
        "streaks",
        "runs of kept days on the page of “carelog streaks”; without it the page shows what was kept and how firmly",
        _ON_OFF,
        lambda settings, value: replace(settings, streaks=_switch(value)),
        lambda settings: settings.streaks,
    ),
    Field(
        "mood.scale",
        "one-sided: higher is better; two-sided: both ends are hard and the middle is level",
        "one-sided or two-sided",
        _mood_scale,
        lambda settings: settings.mood.scale.value,
    ),
    Field(
        "mood.words",
        "your own words for the moods 1 to 5",
        "five different words from lowest to highest, with commas between them",
        _mood_words,
        lambda settings: list(settings.mood.renamed),
    ),
)

_REMEMBERED = Field(
    "import.daylio.moods",
    "the scores you gave to your own Daylio moods",
    "a table of names and scores, such as so-so = 3",
    _daylio_moods,
    lambda settings: dict(settings.daylio_moods),
)


def _read_text(path: Path) -> str:
    try:
        if not path.exists():
            return ""
        if not path.is_file():  # a named pipe would be waited for
            raise SettingsError(f"carelog could not read {path}: it is not a file. Nothing was changed.")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "it is not UTF-8 text"
        raise SettingsError(f"carelog could not read {path}: {reason}. Nothing was changed.") from None


def _tables(text: str, path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except ValueError as mistake:
        last = f"at line {len(text.splitlines())}, the last one"
        reason = str(mistake).replace("at end of document", last)
        raise SettingsError(f"{path} cannot be read as TOML: {reason}. Nothing was changed.") from None
    except RecursionError:
        raise SettingsError(f"{path} is nested too deeply to be read. Nothing was changed.") from None


def _parsed(text: str, tables: dict[str, Any], path: Path) -> Settings:
    settings = Settings()
    for each in (*FIELDS, _REMEMBERED):
        try:
            value = _lookup(tables, each.key.split("."))
            settings = settings if value is None else each.read(settings, value)
        except (ValueError, KeyError, TypeError, AttributeError):
            line = _line_of(text, each.key)
            raise SettingsError(
                f"{path}, {line}: the value of {each.key} cannot be used. It can be {each.allowed}. "
                "Nothing was changed."
            ) from None
    return settings


def _lookup(tables: Mapping[str, Any], keys: list[str]) -> Any:
    """The value under nested keys, or None; raises AttributeError where something else stands in a table's place."""
    value: Any = tables
    for key in keys:
        value = None if value is None else value.get(key)
    return value


def _line_of(text: str, key: str) -> str:
    """The line that gives a key its value, as far as plain reading tells: in its table, dotted or inline."""
    table, nearest = "", 1
    for number, line in enumerate(text.split("\n"), start=1):
        name = "".join(line.partition("=")[0].split()).translate({ord(quote): None for quote in "\"'"})
        if name.startswith("["):
            name = table = name.strip("[]")
        elif table:
            name = f"{table}.{name}"
        if name == key:
            return f"line {number}"
        if key.startswith(f"{name}."):
            nearest = number
    return f"line {nearest}"


def _store(paths: Paths, keys: list[str], value: Any) -> None:
    import tomli_w

    from carelog.files import make_private_folder, write_private

    text = _read_text(paths.settings)
    tables = _tables(text, paths.settings)
    inner = tables
    for key in keys[:-1]:
        inner = inner.setdefault(key, {})
    if value is None:
        inner.pop(keys[-1], None)
    else:
        inner[keys[-1]] = value
    make_private_folder(paths.config)
    write_private(paths.settings, tomli_w.dumps(tables).encode())
