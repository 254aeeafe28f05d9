"""Every error that carelog raises on purpose.

    CarelogError
    ├── InvalidValue        what was typed or given cannot be used                 usage, exit 2
    │   ├── AmbiguousName   it fits several things                                 usage, exit 2
    │   └── NotInstalled    it needs a part of carelog that is not installed here  usage, exit 2
    ├── NotFound            nothing here is called that                            exit 3
    ├── StorageError        the journal could not be read or written               exit 4
    │   ├── JournalBusy     another program holds it
    │   ├── JournalDamaged  it is not, or no longer, a sound journal
    │   ├── JournalNewer    a later carelog wrote it
    │   ├── JournalLocked   it is encrypted, and its key is not cached
    │   │   └── WrongPassphrase  what was given does not open it
    │   └── CardNotWritten  the change is saved, the crisis card is not up to date
    ├── SettingsError       settings.toml has a mistake in it                      exit 5
    └── RefusedFile         a file given to carelog cannot be imported             exit 6

Each carries the key of a sentence in `carelog.error_sentences` and the values for its slots. A message is one or two
plain sentences that say what to do now. It may repeat words of the command line, but never words from the journal,
because messages end up in terminals, logs and bug reports.
"""

from carelog.language import gettext, in_figures, ngettext


class CarelogError(Exception):
    """An error with a sentence that a person can understand and act on.

    `code` is the stable word for programs, `key` names the sentence (such as `time.not-understood`), `values` fill its
    slots, and `exit_number` is the exit status of the command. A sentence with a plural has a slot `count`.
    """

    code = "error"
    exit_number = 1

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return self.message

    @property
    def count(self) -> int:
        """The number that a sentence with a plural is about; 0 where it has none."""
        count = self.values.get("count", 0)
        return count if isinstance(count, int) else 0

    @property
    def message(self) -> str:
        """The sentence in the language of the program."""
        template = _template(self.key)
        translated = gettext(template) if isinstance(template, str) else ngettext(*template, self.count)
        return translated.format_map({name: _figures(value) for name, value in self.values.items()})


class InvalidValue(CarelogError, ValueError):
    """What was typed or given cannot be used."""

    code = "usage"
    exit_number = 2


class AmbiguousName(InvalidValue):
    """A name or handle fits several things."""

    code = "ambiguous"


class NotInstalled(InvalidValue):
    """What was asked for needs an extra of carelog that is not installed here."""

    code = "not-installed"


class NotFound(CarelogError, LookupError):
    """Nothing here has that name or handle."""

    code = "not-found"
    exit_number = 3


class StorageError(CarelogError):
    """The journal or a file beside it could not be read or written."""

    code = "storage"
    exit_number = 4


class JournalBusy(StorageError):
    """Another program held the journal for longer than carelog waits."""

    code = "busy"


class JournalDamaged(StorageError):
    """The file is not, or no longer, a sound journal."""

    code = "damaged"


class JournalNewer(StorageError):
    """A later version of carelog wrote the file; this one leaves it untouched."""

    code = "newer"


class JournalLocked(StorageError):
    """The journal is encrypted and its key is not cached; `place` is the folder of the key slots that hold it."""

    code = "locked"

    def __init__(self, key: str, /, place: str = "", **values: object) -> None:
        super().__init__(key, place=place, **values)
        self.place = place


class WrongPassphrase(JournalLocked):
    """The passphrase or recovery code that was given does not open the journal; the journal itself is intact."""

    code = "wrong-passphrase"


class CardNotWritten(StorageError):
    """The change is saved, but the crisis card could not be brought up to date."""

    code = "card"


class SettingsError(CarelogError):
    """The settings file has a mistake in it and cannot be used."""

    code = "settings"
    exit_number = 5


class RefusedFile(CarelogError):
    """A file given to carelog cannot be imported."""

    code = "refused"
    exit_number = 6


def _template(key: str) -> str | tuple[str, str]:
    """The sentence of a key with its slots, or that for one and that for several."""
    from importlib import import_module

    topic = import_module(f"carelog.error_sentences.{key.partition('.')[0]}")
    template: str | tuple[str, str] = topic.SENTENCES[key]
    return template


class _Figures(int):
    """A whole number; where its thousands are set apart, it has the marks of the language."""

    def __format__(self, form: str) -> str:
        shown = int.__format__(self, form)
        return in_figures(shown) if form == "," else shown


def _figures(value: object) -> object:
    return _Figures(value) if type(value) is int else value
