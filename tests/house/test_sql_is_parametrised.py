"""Values reach SQLite as parameters; only names that the program chose are built into a statement."""

import ast
import re
from collections.abc import Iterator

import pytest

from support.source import calls, modules, where

SQL = re.compile(r"\b(SELECT|INSERT|UPDATE|DELETE FROM|REPLACE INTO|PRAGMA|VALUES|WHERE|ATTACH|VACUUM INTO|ORDER BY)\b")
# Each was reviewed: it is made of constants of the journal's modules, or is a number that they computed.
# Add a name here after the same review, and never one that holds what a person typed.
REVIEWED = {
    "application",
    "', '.join(columns)",
    "columns",
    "condition",
    "limit",
    "number",
    "order",
    "own_column",
    "parts",
    "placeholders",
    "quoted_table",
    "raw_key",
    "self._insert",
    "self._shown",
    "self.live",
    "self.name",
    "self.order",
    "self.table.name",
    "table.live",
    "table.name",
    "updates",
    "version",
    "which",
}


def test_nothing_but_reviewed_names_is_built_into_a_statement() -> None:
    assert not [
        f"{place}: {what}"
        for place, what in built_in()
        if what not in REVIEWED and not what.partition(".")[0].isupper()
    ]


def test_every_reviewed_name_is_still_used() -> None:
    assert {what for _, what in built_in()} >= REVIEWED


def test_a_migration_is_one_transaction_so_no_script_is_run_whole() -> None:
    assert not [where(path, call) for path, tree in modules() for call in calls(tree, "executescript")]


@pytest.mark.parametrize(
    "code",
    [
        'f"SELECT * FROM entries WHERE note = {word}"',
        '"SELECT * FROM entries WHERE note = " + word',
        '"DELETE FROM entries WHERE note = %s" % word',
        '"UPDATE entries SET note = {}".format(word)',
        '("SELECT * " "FROM entries " + "WHERE note = " + word)',
    ],
)
def test_a_word_built_into_a_statement_is_found(code: str) -> None:
    assert "word" in [ast.unparse(part) for node in ast.walk(ast.parse(code)) for part in parts(node)]


def built_in() -> Iterator[tuple[str, str]]:
    """Each expression that is built into a string that looks like SQL, as its place and its source."""
    for path, tree in modules():
        for node in ast.walk(tree):
            for part in parts(node):
                yield where(path, part), ast.unparse(part)


def parts(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.JoinedStr(values=pieces) if any(is_sql(piece) for piece in pieces):
            yield from (piece.value for piece in pieces if isinstance(piece, ast.FormattedValue))
        case ast.BinOp(left=left, op=ast.Mod() | ast.Add(), right=right) if is_sql(left) or is_sql(right):
            yield from (side for side in (left, right) if not isinstance(side, ast.Constant | ast.JoinedStr))
        case ast.Call(func=ast.Attribute(value=text, attr="format"), args=values, keywords=named) if is_sql(text):
            yield from [*values, *(each.value for each in named)]


def is_sql(node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=str(text)):
            return SQL.search(text) is not None
        case ast.JoinedStr(values=pieces):
            return any(is_sql(piece) for piece in pieces)
        case ast.BinOp(left=left, right=right):
            return is_sql(left) or is_sql(right)
    return False
