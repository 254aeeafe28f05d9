"""The table from which carelog answers TAB with names of the journal, without Typer."""

from __future__ import annotations

from collections.abc import Iterator

from command_tree import FLAG, JOURNAL, Node, Place

from carelog.cli.completing.names import NAMES, OTHER, SEVERAL


def names_table(tree: Node) -> str:
    """A line for each command that is told names of the journal: its name, places and options, with tabs between.

    A group whose name alone takes words is left out: Typer's tree does not say where those are a text.
    """
    lines = (_line(node) for node in _parted(tree) if any(map(_is_name, (*node.options, *node.arguments))))
    return "".join(f"{line}\n" for line in lines)


def _parted(node: Node) -> Iterator[Node]:
    """The commands whose names have to be typed in full."""
    if node.before_words:
        return
    if not node.inside:
        yield node
    for each in node.inside:
        yield from _parted(each)


def _line(node: Node) -> str:
    return "\t".join([node.path, *map(_place, node.arguments), *map(_option, node.options)])


def _is_name(place: Place) -> bool:
    return place.kind == JOURNAL and bool(place.offer)


def _place(place: Place) -> str:
    return f"{_several(place)}{_fitting(place)}"


def _option(option: Place) -> str:
    forms = f"{_several(option)}{'/'.join(option.names)}"
    return forms if option.kind == FLAG else f"{forms}={_fitting(option)}"


def _several(place: Place) -> str:
    return SEVERAL * place.is_repeated


def _fitting(place: Place) -> str:
    return f"{NAMES}{place.offer}" if _is_name(place) else OTHER
