"""Months and days of the week as words, in every language that apps write them in."""

from datetime import date

import pytest

from carelog.exchange.files.date_words import MONTHS, SHORTENED, WEEKS, numbered, without_accents
from carelog.exchange.files.month_names import day_and_month, month_of_word, settled
from carelog.exchange.files.weekday_names import weekday_of_word
from carelog.exchange.files.written_days import day_of

OPEN = {"listopad", "listopada", "lis", "lip", "srp"}
"""Words that are another month in another language."""


def forms(language: str) -> list[tuple[str, int]]:
    return [(form, number) for number, each in enumerate(MONTHS[language].split(), 1) for form in each.split("/")]


@pytest.mark.parametrize("language", MONTHS)
def test_every_language_has_twelve_months_and_seven_days(language: str) -> None:
    assert len(MONTHS[language].split()) == 12
    assert len(WEEKS[language].split()) == 7


@pytest.mark.parametrize("language", MONTHS)
def test_a_month_is_read_in_every_language_with_and_without_its_accents(language: str) -> None:
    for form, month in forms(language):
        expected = None if form in OPEN else month
        for written in (form, form.upper(), without_accents(form)):
            assert month_of_word(written) == expected, written


@pytest.mark.parametrize("language", WEEKS)
def test_a_day_of_the_week_is_read_in_every_language(language: str) -> None:
    for form, day in numbered(WEEKS[language], 0).items():
        assert weekday_of_word(form) == day, form


def test_a_shortened_name_means_what_it_meant_before_there_were_more_languages() -> None:
    months = [(name, month) for each in SHORTENED for name, month in numbered(MONTHS[each], 1).items()]
    words = {name[:length] for name, _ in months for length in range(3, len(name) + 1)}
    alone = {word: {month for name, month in months if name.startswith(word)} for word in words}
    assert {word: month_of_word(word) for word, found in alone.items() if len(found) == 1} == {
        word: found.copy().pop() for word, found in alone.items() if len(found) == 1
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7 września", (7, 9)),
        ("1 marca", (1, 3)),
        ("9 марта", (9, 3)),
        ("9. března", (9, 3)),
        ("9. maaliskuuta", (9, 3)),
        ("március 9.", (9, 3)),
        ("9 Mart", (9, 3)),
        ("9 KASIM", (9, 11)),
        ("9 Kasım", (9, 11)),
        ("9 Μαρτίου", (9, 3)),
        ("9 Agustus", (9, 8)),
        ("3月9日", (9, 3)),
        ("3월 9일", (9, 3)),
        ("9 listopada", None),
        ("9 srp", None),
    ],
)
def test_a_day_and_a_month_are_read_in_the_languages_of_daylio(text: str, found: tuple[int, int] | None) -> None:
    assert day_and_month(text) == found


@pytest.mark.parametrize(
    ("others", "month"),
    [
        (["9 października", "1 stycznia"], 11),
        (["9 prosince", "1 ledna"], None),
        (["9 prosinca", "1 siječnja"], 10),
        (["wtorek 9 listopada"], 11),
        (["utorak 9 listopada"], 10),
        (["sobota 3 listopada"], 11),
        (["9 listopada"], None),
        (["9 października", "9 prosinca"], None),
    ],
)
def test_a_word_that_is_two_months_is_read_where_the_file_leaves_one_language(
    others: list[str], month: int | None
) -> None:
    in_english = settled([*others, "9 listopada"])
    assert day_and_month(in_english("9 listopada")) == ((9, month) if month else None)


def test_a_date_with_a_day_of_the_week_is_read_in_a_language_that_is_new() -> None:
    assert day_of("czwartek, 7 września 2017", None) == date(2017, 9, 7)
    assert day_of("torsdag 7 september 2017", None) == date(2017, 9, 7)
    assert day_of("Perşembe, 7 Eylül 2017", None) == date(2017, 9, 7)
