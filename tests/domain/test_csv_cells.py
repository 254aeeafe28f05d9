"""What goes into a cell comes out of it again, and no spreadsheet takes it for a formula."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carelog.domain.csv_cells import escape_cell, escape_row, unescape_cell

TRIGGERS = "=+-@\t\r\n＝＋－＠"
likely = st.text(st.sampled_from("'\" =+-@\t\r\n;|＝＋－＠1.,a"), max_size=8)


@given(st.one_of(likely, st.text()))
@example("'=1")
@example("''-1")
@example("-1")
@example("'")
@example("a;'=1")
@example("-1;'-1")
@example("\t'\t=1")
@example("7\n\n- a")
def test_a_cell_gives_back_the_text(text: str) -> None:
    assert unescape_cell(escape_cell(text)) == text


@given(st.one_of(likely, st.text()))
def test_no_cell_begins_as_a_formula_does_unless_it_is_a_number(text: str) -> None:
    cell = escape_cell(text)
    if cell[:1] and cell[0] in TRIGGERS:
        float(cell.replace(",", "."))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@given(rows=st.lists(st.lists(st.one_of(likely, st.text()), min_size=2, max_size=3), min_size=1, max_size=3))
@example(rows=[["-1", "a"], ["a", "-1"]])
@example(rows=[["a", ";=1+1"], ["x;", "=1"]])
@example(rows=[["a", 'x;"=1+1'], ["a", "b\n=1"]])
@example(rows=[["a", "x; \"' =1"], ["a", "\ta| @SUM(1)"]])
def test_whatever_delimiter_a_program_is_told_no_cell_begins_as_a_formula_does(
    delimiter: str, rows: list[list[str]]
) -> None:
    text = StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(map(escape_row, rows))
    for cell in read_with(delimiter, text.getvalue().replace("\0", "")):
        begins = cell.lstrip(" \"'") if delimiter != "," and cell[:1] in (" ", '"') else cell
        assert begins[:1] not in set("=+-@＝＋－＠") or is_number(cell), (cell, text.getvalue())


def read_with(delimiter: str, text: str) -> Iterator[str]:
    for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
        yield from row


def is_number(cell: str) -> bool:
    return re.fullmatch(r"-?[0-9]+([.,][0-9]+)?", cell) is not None


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "@SUM(1)", "+49 30 123", "-2+3", "＝1", " =1", '"=1', "\xa0=1"])
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert escape_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        (";=1+1", ";'=1+1"),
        ("a\t=1", "a\t'=1"),
        ("\t=1", "'\t'=1"),
        ("a | @SUM(1)", "a |' @SUM(1)"),
        ('x;"=1+1', "x;'\"=1+1"),
        ("tea,-1", "tea,'-1"),
        ("list:\n- milk\n- tea", "list:\n'- milk\n'- tea"),
    ],
)
def test_what_would_begin_a_formula_behind_another_delimiter_gets_one_too(text: str, cell: str) -> None:
    assert escape_cell(text) == cell


@pytest.mark.parametrize(
    "text",
    ["-1", "-1.5", "one\n\ntwo", "calm; glad", "tea, then - home", "-3,5", "7", "a walk", "", "'tis", "– (2 days)"],
)
def test_other_words_and_numbers_stay_as_they_are(text: str) -> None:
    assert escape_cell(text) == text
