import pytest

from carelog.terminal.table import ListTable
from support.drawing import lines_of

PEOPLE = ListTable(
    ["name", "role", "reach", "good for", "hours"],
    [
        ["Ana Lima", "friend", "+49 30 1234567, ana@example.org", "listening, company", ""],
        ["Dr Hübner", "professional", "(030) 555 01 23", "listening", ""],
    ],
)


def test_a_list_stands_in_columns_where_there_is_room() -> None:
    drawn = lines_of(PEOPLE, 100)
    assert len(drawn) == 3
    assert drawn[1].index("friend") == drawn[2].index("professional") == drawn[0].index("role")


def test_a_column_that_nobody_filled_is_not_shown() -> None:
    assert "hours" not in lines_of(PEOPLE, 120)[0]


@pytest.mark.parametrize("columns", [20, 32, 40, 52, 60, 72, 80, 100])
def test_a_telephone_number_is_never_broken_over_two_lines(columns: int) -> None:
    drawn = lines_of(PEOPLE, columns)
    assert all(len(line) <= columns for line in drawn)
    if columns >= 32:
        assert any("+49 30 1234567" in line for line in drawn)
        assert any("(030) 555 01 23" in line for line in drawn)


def test_on_a_narrow_terminal_each_row_is_a_small_record() -> None:
    assert lines_of(PEOPLE, 40) == [
        "Ana Lima",
        "  role      friend",
        "  reach     +49 30 1234567,",
        "            ana@example.org",
        "  good for  listening, company",
        "",
        "Dr Hübner",
        "  role      professional",
        "  reach     (030) 555 01 23",
        "  good for  listening",
    ]


def test_a_record_is_headed_by_the_first_column_that_every_row_has_filled() -> None:
    table = ListTable(["card", "name", "reach"], [["1", "Ana Lima", "+49 30 1234567"], ["", "Sam", "sam@example.org"]])
    assert lines_of(table, 30) == [
        "Ana Lima",
        "  card   1",
        "  reach  +49 30 1234567",
        "",
        "Sam",
        "  reach  sam@example.org",
    ]
    assert list(table.sentences())[1] == "name: Sam; reach: sam@example.org."


def test_the_words_of_a_long_cell_wrap_inside_its_column() -> None:
    table = ListTable(["", ""], [["name", "Ana"], ["note", "likes to be asked about the garden\nand the dog"]])
    assert lines_of(table, 30) == [
        "name  Ana",
        "note  likes to be asked about",
        "      the garden",
        "      and the dog",
    ]


def test_the_rows_are_said_one_sentence_each() -> None:
    assert (
        list(PEOPLE.sentences())[1]
        == "name: Dr Hübner; role: professional; reach: (030) 555 01 23; good for: listening."
    )
    assert list(ListTable(["", ""], [["name", "Ana"]]).sentences()) == ["name: Ana."]


def test_an_empty_list_says_so() -> None:
    table = ListTable(["name"], [], if_empty="Nobody is listed yet.")
    assert lines_of(table) == list(table.sentences()) == ["Nobody is listed yet."]
    assert lines_of(ListTable(["name"], [[""], [" "]])) == ["Nothing is listed here yet."]


def test_a_row_that_does_not_fit_its_headers_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="one cell for each header"):
        ListTable(["name", "role"], [["Ana"]])
