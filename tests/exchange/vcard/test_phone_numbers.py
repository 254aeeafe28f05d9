"""Phone numbers: written as the person's country writes them, and as they were given where no country knows them."""

import pytest

from carelog.exchange.vcard.phone_numbers import PhoneNumber, read_number


@pytest.mark.parametrize(
    ("given", "countries", "shown"),
    [
        ("+49 171 2345678", ["DE"], "0171 2345678"),
        ("+49 171 2345678", ["GB"], "+49 171 2345678"),
        ("+44 (0)20 7946 0018", ["GB"], "020 7946 0018"),
        ("0041 44 668 18 00", ["DE"], "+41 44 668 18 00"),
        ("0171 2345678", ["FR", "DE"], "+49 171 2345678"),
        ("1 415 555 2671", ["US"], "(415) 555-2671"),
        ("8 912 345-67-89", ["RU"], "8 (912) 345-67-89"),
        ("+44 20 7946 0018 ext. 12", ["DE"], "+44 20 7946 0018 x12"),
        ("+54 9 11 2345-6789", ["AR"], "011 15-2345-6789"),
    ],
)
def test_a_number_that_a_country_has_is_written_as_there(given: str, countries: list[str], shown: str) -> None:
    assert read_number(given, countries) == PhoneNumber(shown)


@pytest.mark.parametrize(
    ("given", "country"),
    [
        ("0171 2345678", "GB"),
        ("06 12 34 56 78", "GB"),
        ("(415) 555-2671", "DE"),
        ("020 7946 0018", "US"),
        ("0041 44 668 18 00", "US"),
        ("+999 123 4567", "DE"),
        ("+49 30 12", "DE"),
        ("020 7946 0018 or 07700 900123", "GB"),
        ("+4930123456 / +49171234567", "DE"),
        ("020 7946 0018 office", "GB"),
        ("+442079460018pp22", "GB"),
    ],
)
def test_a_number_that_fits_no_plan_of_the_country_is_shown_as_given(given: str, country: str) -> None:
    assert read_number(given, [country]).text == given


@pytest.mark.parametrize("code", ["988", "116 123", "3114", "*100#", "+44 20 7946 0018,,12#", "1-800-FLOWERS"])
def test_short_codes_and_what_is_dialled_on_after_are_kept(code: str) -> None:
    assert read_number(code, ["US", "GB"]) == PhoneNumber(code)


def test_letters_of_a_number_are_kept_and_not_spelled_out() -> None:
    assert read_number("+1-800-FLOWERS", ["US"]).text == "+1-800-FLOWERS"
