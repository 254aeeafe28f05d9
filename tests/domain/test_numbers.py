"""Numbers are read as people write them, and none is kept that the file would give back changed."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carelog.domain.numbers import LARGEST, checked_number, read_number, rounded, show_number, to_hundredths
from carelog.errors import InvalidValue
from support.sentences import whole
from support.strategies import numbers, texts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", 5),
        ("7.5", 7.5),
        ("5,5", 5.5),
        (" -3 ", -3),
        ("+2", 2),
        (".5", 0.5),
        (",5", 0.5),
        ("5.", 5),
        ("007", 7),
        ("٣", 3),
        ("٣,٥", 3.5),
        ("७", 7),
        ("1000000000000", 1000000000000.0),
    ],
)
def test_a_number_may_have_a_comma_a_sign_or_the_digits_of_any_script(text: str, number: float) -> None:
    assert read_number(text, "tracker.bound") == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ".",
        ",",
        "-",
        "inf",
        "-inf",
        "nan",
        "infinity",
        "1e999",
        "1e3",
        "0x10",
        "1_000",
        "1.000,5",
        "1 000",
        "²",
        "--5",
        "+-5",
        "5-",
        "five",
        "1000000000001",
        "9" * 400,
        "9" * 5000,
    ],
)
def test_what_is_no_number_or_none_of_a_day_is_refused(text: str) -> None:
    refusal = f"“sleep” takes a number such as 5 or 7.5; carelog cannot read “{text}” as one."
    with pytest.raises(InvalidValue, match=whole(refusal)):
        read_number(text, "tracker.reading", name="sleep")


@example("-0")
@given(texts)
def test_any_text_is_a_finite_number_without_a_minus_zero_or_refused(text: str) -> None:
    try:
        number = read_number(text, "tracker.bound")
    except InvalidValue:
        return
    assert abs(number) <= LARGEST
    assert number != 0 or math.copysign(1, number) == 1


@example(-0.0)
@example(-1e-11)
@given(numbers)
def test_what_is_shown_is_read_as_the_same_number_to_ten_places(number: float) -> None:
    shown = show_number(number)
    assert read_number(shown, "tracker.bound") == float(f"{number:.10f}")
    assert shown == shown.strip("+ ")
    assert shown != "-0"


@pytest.mark.parametrize(
    ("number", "shown"), [(5.0, "5"), (7.5, "7.5"), (0.25, "0.25"), (100, "100"), (-0.0, "0"), (1e12, "1000000000000")]
)
def test_a_number_is_shown_without_needless_digits(number: float, shown: str) -> None:
    assert show_number(number) == shown


@given(st.floats() | st.integers())
def test_only_numbers_that_a_file_gives_back_are_kept(number: float) -> None:
    if math.isfinite(number) and abs(number) <= LARGEST:
        assert checked_number(number, "tracker.reading") == number
        assert math.copysign(1, checked_number(number, "tracker.reading")) == (-1 if number < 0 else 1)
    else:
        with pytest.raises(InvalidValue, match=whole("A reading is a number up to 1,000,000,000,000; this is not.")):
            checked_number(number, "tracker.reading")


@pytest.mark.parametrize(
    ("number", "given"), [(None, None), (-0.9999999931, -1), (1, 1), (0.1234567, 0.123457), (-1e-9, 0)]
)
def test_an_estimate_for_programs_has_six_decimal_places(number: float | None, given: float | None) -> None:
    assert rounded(number) == given
    assert str(rounded(number)) != "-0.0"


@given(st.floats(-1e6, 1e6))
def test_hundredths_are_near_the_number_and_on_its_side_of_nothing(number: float) -> None:
    shown = to_hundredths(number)
    assert abs(shown - number) <= 0.01
    assert (shown > 0, shown < 0) == (number > 0, number < 0)
