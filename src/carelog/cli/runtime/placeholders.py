"""What stands for a value where help shows a command: WHEN, NAME, TEXT. The same kind has the same word everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_TEXT = "TEXT"
_OPTIONS_OF = {
    "WHEN": "--at --from --to --until --when --agreed",
    "HH:MM": "--for --time",
    "LENGTH": "--last",
    "NAME": "--with --name --call --only --never",
    "NUMBER": "--min --max --phone --amount --target --stock --per-dose --refill-at",
    "WORD": "--feel",
    "TAG": "--tag",
    "NAME=NUMBER": "--track",
    "CADENCE": "--every",
    "COUNTRY": "--country",
    "ZONE": "--zone",
    "ADDRESS": "--email --web --address",
    "MOOD": "--mood",
}
OF_OPTION = {option: word for word, options in _OPTIONS_OF.items() for option in options.split()}
"""The word of each option whose value is of a kind that its type does not say."""
_OF_ARGUMENT = {"words": _TEXT, "names": "NAME", "fields": "FIELD"}
_OF_TYPE = {"int": "NUMBER", "float": "NUMBER", "path": "FILE"}
_SEVERAL = frozenset(_OF_ARGUMENT)
"""Arguments that are several things; a name of several words is one."""


def name_values(parameters: Iterable[Any]) -> None:
    """Give each option and argument that has none the word that stands for its value; what is chosen needs none."""
    for each in parameters:
        if each.metavar:
            each.metavar = each.metavar.replace("…", "...")
        elif not getattr(each, "is_flag", False) and not hasattr(each.type, "choices"):
            is_argument = each.param_type_name == "argument"
            each.metavar = _of_argument(each) if is_argument else _of_option(each)


def _of_option(option: Any) -> str:
    lowest, highest = getattr(option.type, "min", None), getattr(option.type, "max", None)
    if lowest is not None and highest is not None:
        return f"{lowest}-{highest}"
    return _of_type(option) or next((OF_OPTION[form] for form in option.opts if form in OF_OPTION), _TEXT)


def _of_argument(argument: Any) -> str:
    word = _OF_ARGUMENT.get(argument.name, argument.name.upper())
    word = word if argument.required else f"[{word}]"
    return f"{word}..." if argument.name in _SEVERAL else word


def _of_type(parameter: Any) -> str:
    return _OF_TYPE.get(parameter.type.name.partition(" ")[0], "")
