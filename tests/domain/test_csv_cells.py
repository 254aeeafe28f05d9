"""What goes into a cell comes out of it again, and no spreadsheet takes it for a formula."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carelog.domain.csv_cells import escape_cell
from support.csv_cells import unescape_cell

TRIGGERS = "=+-@\t\r\n＝＋－＠"
likely = st.text(st.sampled_from("'=+-@\t\r\n＝＋－＠1.,a"), max_size=8)


@given(st.one_of(likely, st.text()))
@example("'=1")
@example("''-1")
@example("-1")
@example("'")
def test_a_cell_gives_back_the_text(text: str) -> None:
    assert unescape_cell(escape_cell(text)) == text


@given(st.one_of(likely, st.text()))
def test_no_cell_begins_as_a_formula_does_unless_it_is_a_number(text: str) -> None:
    cell = escape_cell(text)
    if cell[:1] and cell[0] in TRIGGERS:
        float(cell.replace(",", "."))


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "@SUM(1)", "+49 30 123", "-2+3", "\t=1", "＝1"])
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert escape_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-1", "-1.5", "-3,5", "7", "a walk", "", "'tis", "– (2 days)"])
def test_other_words_and_numbers_stay_as_they_are(text: str) -> None:
    assert escape_cell(text) == text
