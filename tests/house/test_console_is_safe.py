"""Rich interprets brackets and colons in plain strings as markup; it gets Text, which it never interprets."""

import ast

import pytest

from support.source import calls, modules, where

READ_AS_MARKUP = (
    "print",
    "log",
    "rule",
    "add_row",
    "add_column",
    "Panel",
    "Rule",
    "Tree",
    "add",
    "Columns",
    "Status",
)
SAFE = {"markup": False, "emoji": False, "highlight": False}


def test_nothing_is_handed_to_rich_as_a_plain_string() -> None:
    assert not [
        where(path, call)
        for path, tree in modules("terminal")
        for call in calls(tree, *READ_AS_MARKUP)
        for argument in [
            *call.args,
            *(each.value for each in call.keywords if each.arg in {"title", "subtitle"}),
        ]
        if is_plain(argument)
    ]


def test_no_text_is_parsed_for_markup_or_emoji_names() -> None:
    parsing = ("from_markup", "render_markup", "render_str", "markup", "Markdown", "inspect")
    assert not [where(path, call) for path, tree in modules("terminal") for call in calls(tree, *parsing)]


def test_every_console_leaves_text_as_it_is() -> None:
    consoles = [(where(path, call), call) for path, tree in modules("terminal") for call in calls(tree, "Console")]
    assert consoles
    for place, call in consoles:
        options = {each.arg: getattr(each.value, "value", None) for each in call.keywords}
        assert options.items() >= SAFE.items(), place


@pytest.mark.parametrize(
    "code", ['"[red]"', 'f"{name}"', '"[" + name', '"{}".format(name)', "str(name)", '", ".join(names)']
)
def test_a_plain_string_is_seen(code: str) -> None:
    assert is_plain(ast.parse(code, mode="eval").body)


def is_plain(node: ast.expr) -> bool:
    """Whether an expression makes a non-empty string, judging by its syntax."""
    match node:
        case ast.Constant(value=str(text)):
            return bool(text.strip())
        case ast.BinOp(left=left, right=right):
            return is_plain(left) or is_plain(right)
        case ast.JoinedStr() | ast.Call(func=ast.Name(id="str" | "repr" | "format")):
            return True
        case ast.Call(func=ast.Attribute(attr="format" | "join" | "ljust" | "rjust" | "center", value=text)):
            return is_plain(text) or isinstance(text, ast.Constant)
    return False
