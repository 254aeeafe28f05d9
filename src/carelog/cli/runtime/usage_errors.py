"""Reword the usage errors of Typer for people."""

from __future__ import annotations

import re
from functools import partial

from carelog.wording import usage_errors as words

_VALUE = r"^(?P<value>.+?)"
_CHOICE = re.compile(r"(?P<value>.*?) is not one of (?P<choices>.*)", re.DOTALL)
_MISFIT = re.compile(r"Invalid value for (?P<what>[^:]*): (?P<problem>.*)", re.DOTALL)
_ESCAPED_BYTE = re.compile(r"\\u(dc[89a-f][0-9a-f])")
"""A byte that is not UTF-8, as Typer quotes it; what is said shows it as a letter."""
_EACH_ON_A_LINE = re.compile(r"\n\t")
"""What Typer puts before each of the values to choose from."""
_PLAIN_FORMS = (
    (r"^No such command (?P<quote>['\"])(?P<name>.*?)(?P=quote)(?=\.|$)", words.NO_COMMAND),
    (r"^No such option: (?P<name>\S+)", words.NO_OPTION),
    (r" \(Possible options: (?P<names>.*)\)", words.POSSIBLE_OPTIONS),
    (r"\. Did you mean (?P<names>.*)\?$", words.PROBABLY_MEANT),
    (rf"{_VALUE} is not a valid int(eger| range)?", words.NOT_WHOLE),
    (rf"{_VALUE} is not a valid float( range)?", words.NOT_A_NUMBER),
    (rf"{_VALUE} is not in the range (?P<lowest>\d+)<=x<=(?P<highest>\d+)", words.OUTSIDE),
    (rf"{_VALUE} is not in the range x>=(?P<lowest>\d+)", words.BELOW),
    (r"^Missing argument '(?P<name>.*?)\.*'", words.MISSING),
    (r"Choose from:", words.CHOOSE_FROM),
    (r"^Option (?P<option>'\S+') requires an argument", words.NEEDS_VALUE),
    (r"^Option (?P<option>'\S+') does not take a value", words.TAKES_NO_VALUE),
    (r"^Got unexpected extra argument(?:s|\(s\))? \((?P<words>.*)\)", words.NO_PLACE),
)


def in_plain_words(message: str) -> str:
    """A message of Typer in plain words; one that is not known here keeps its words and gets a full stop."""
    if misfit := _MISFIT.fullmatch(message):
        what, problem = _quoted(misfit["what"]), _reworded(misfit["problem"])
        message = words.DOES_NOT_FIT.format(what=what, problem=problem)
    else:
        message = _reworded(message)
    return message if message.endswith(("?", ".")) else f"{message}."


def _reworded(message: str) -> str:
    message = _ESCAPED_BYTE.sub(lambda found: chr(int(found[1], 16)), _EACH_ON_A_LINE.sub(" ", message))
    for pattern, template in _PLAIN_FORMS:
        message = re.sub(pattern, partial(_filled, template), message)
    if choice := _CHOICE.fullmatch(message):
        value, choices = _quoted(choice["value"]), choice["choices"].replace("'", "")
        return words.NOT_ONE_OF.format(value=value, choices=choices)
    return _quoted(message)


def _filled(template: str, found: re.Match[str]) -> str:
    return template.format(**found.groupdict())


def _quoted(message: str) -> str:
    """The message with the quotation marks of text around names and values, and none around options."""
    message = re.sub(r"'(--?[a-z-]+)'", r"\1", message)
    return re.sub(r"'(.*?)'", lambda found: words.QUOTED.format(text=found[1]), message, flags=re.DOTALL)
