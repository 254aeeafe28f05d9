"""Settings and their file."""

SENTENCES = {
    "settings.mood-word-begins-with-number": (
        "A word for a mood cannot begin with a number: numbers are the scores themselves."
    ),
    "settings.mood-word-empty": "A word for a mood needs at least one character.",
    "settings.mood-word-too-long": "A word for a mood can have up to {longest} characters; this has {length}.",
    "settings.mood-words-not-five": "Moods need five different words, from the lowest to the highest.",
    "settings.needs-terminal": (
        "Write a setting and its value: carelog settings set plain on. Where the file itself is: carelog settings path"
    ),
    "settings.nested-too-deeply": "{path} is nested too deeply to be read. Nothing was changed.",
    "settings.not-a-file": "carelog could not read {path}: it is not a file. Nothing was changed.",
    "settings.not-toml": "{path} cannot be read as TOML: {reason}. Nothing was changed.",
    "settings.not-utf8": "carelog could not read {path}: it is not UTF-8 text. Nothing was changed.",
    "settings.unknown": "There is no setting “{key}”. Settings: {known}.",
    "settings.unreadable": "carelog could not read {path}: {reason}. Nothing was changed.",
    "settings.value-in-file-not-allowed": (
        "{path}, line {line}: the value of {key} cannot be used. It can be {allowed}. Nothing was changed."
    ),
    "settings.value-not-allowed": "“{value}” does not fit {key}. It can be {allowed}.",
}
