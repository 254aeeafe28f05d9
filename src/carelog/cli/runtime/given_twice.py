"""Options that take one value and are given two: a command line says which it means, and the last does not win."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from carelog.domain.text import clean_line
from carelog.errors import InvalidValue

Value = TypeVar("Value")


def put_once(values: dict[str, Value], option: str, name: str, value: Value) -> None:
    """Put the value of a name into the values that an option gives to names, such as `--track sleep=7`.

    Raises InvalidValue where the name has another one already.
    """
    if values.setdefault(name, value) != value:
        one, other = (f"{each:g}" if isinstance(each, float) else each for each in (values[name], value))
        raise InvalidValue("program.option-given-twice", option=f"{option} {name}", one=one, other=other)


class OneValueEach:
    """A parser of Typer that raises InvalidValue where an option of one value has two that differ.

    The same value twice is one. Options that may be given several times keep all their values, as they did.
    """

    def __init__(self, parser: Any, params: Iterable[Any], ctx: Any) -> None:
        self._parser, self._ctx = parser, ctx
        self._once = [each for each in params if _has_one_value(each)]
        self._names: dict[str, dict[object, str]] = {}

    def add(self, param: Any) -> None:
        """Add one more option."""
        param.add_to_parser(self._parser, self._ctx)
        self._once += [param] if _has_one_value(param) else []

    def add_option(
        self, obj: Any, opts: list[str], dest: str, action: str, nargs: int = 1, const: object = None
    ) -> None:
        """Add an option once more, so that every value of it is kept."""
        self._parser.add_option(
            obj=obj, opts=opts, dest=dest, action=action.replace("store", "append"), nargs=nargs, const=const
        )
        self._names.setdefault(dest, {}).setdefault(const, opts[0])

    def parse_args(self, args: list[str]) -> tuple[Mapping[str, Any], list[str], list[Any]]:
        """Read words as Typer does: the value of each option, the words that are left, and the order of all.

        Where one word alone begins with a dash no option can have two values, and the options are as Typer has them.
        """
        if sum(word.startswith("-") for word in args) > 1:
            for each in self._once:
                each.add_to_parser(self, self._ctx)
        values, rest, order = self._parser.parse_args(args=args)
        return {dest: self._one(dest, given) for dest, given in values.items()}, rest, order

    def __getattr__(self, name: str) -> Any:
        """What else Typer asks its parser for."""
        return getattr(self._parser, name)

    def _one(self, dest: str, given: Any) -> Any:
        if dest not in self._names:
            return given
        one, *others = dict.fromkeys(given)
        if not others:
            return one
        names = self._names[dest]
        if one in names:
            raise InvalidValue("program.options-contradict", one=names[one], other=names[others[0]])
        value, other = clean_line(str(one)), clean_line(str(others[0]))
        raise InvalidValue("program.option-given-twice", option=names[None], one=value, other=other)


def _has_one_value(param: Any) -> bool:
    return param.param_type_name == "option" and not (param.multiple or param.count)
