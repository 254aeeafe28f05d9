"""Reword the usage errors of Typer for people."""

from __future__ import annotations

import re

_PLAIN_FORMS = (
    (r"^No such command (['\"])(.*?)\1(?=\.|$)", r"There is no command “\2”"),
    (r"^No such option: (\S+)", r"There is no option \1"),
    (r" \(Possible options: (.*)\)", r". There is: \1"),
    (r"^Invalid value for ", "This does not fit "),
    (r" is not a valid int(eger| range)?", " is not a whole number"),
    (r" is not a valid float( range)?", " is not a number"),
    (r" is not in the range (\d+)<=x<=(\d+)", r" is outside \1 to \2"),
    (r" is not in the range x>=(\d+)", r" is below \1"),
    (r"^Missing argument '(.*?)\.*'", r"Something is missing: \1"),
    (r"^Option ('\S+') requires an argument", r"\1 needs something after it"),
    (
        r"^Got unexpected extra argument(?:s|\(s\))? \((.*)\)",
        r"There is no place here for '\1'; several words stand in quotes",
    ),
)


def in_plain_words(message: str) -> str:
    """A message of Typer in plain words; one that is not known here keeps its words and gets a full stop."""
    for pattern, replacement in _PLAIN_FORMS:
        message = re.sub(pattern, replacement, message)
    message, choice, choices = message.partition(" is not one of ")
    message = re.sub(r"'(--?[a-z-]+)'", r"\1", message)
    message = re.sub(r"'(.*?)'", r"“\1”", message, flags=re.DOTALL) + choice + choices.replace("'", "")
    return message if message.endswith(("?", ".")) else f"{message}."
