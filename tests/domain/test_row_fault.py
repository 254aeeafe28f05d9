"""A fault names a row and what is wrong with it, in words that programs rely on."""

from dataclasses import fields

from carelog.domain.row_fault import Fault, RowFault


def test_a_fault_says_where_it_is_and_holds_no_value_of_the_row() -> None:
    found = RowFault("entries", 7, "45c16e", "day", Fault.NOT_A_DAY)
    assert {each.name for each in fields(found)} == {"table", "number", "row", "column", "fault"}
    assert (found.table, found.row, found.column, found.fault.value) == ("entries", "45c16e", "day", "not-a-day")


def test_the_words_of_faults_are_those_of_the_json_output() -> None:
    assert {each.value for each in Fault} == {
        "missing",
        "wrong-type",
        "not-an-id",
        "not-a-moment",
        "not-a-day",
        "not-a-time",
        "unknown-word",
        "out-of-range",
        "not-usable-text",
        "not-its-json",
        "points-at-nothing",
        "at-odds",
    }
