"""What opens a locked journal is read as people type it, and a slip of the pen is noticed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.passphrase import LONGEST, SHORTEST, read_passphrase
from carelog.domain.recovery_code import grouped, new_recovery_code, read_recovery_code
from carelog.errors import InvalidValue
from carelog.new_passphrase import checked_passphrase
from support.sentences import whole

noise = st.binary(min_size=20, max_size=20)
NOT_A_CODE = (
    "That is not quite a recovery code: it has nine groups of four letters and digits. One of them may be "
    "mistyped, so please look at each once more."
)


@given(noise)
def test_a_recovery_code_is_nine_groups_of_four_that_are_read_back(twenty_bytes: bytes) -> None:
    code = new_recovery_code(twenty_bytes)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}", code)
    assert grouped(read_recovery_code(code)) == code


@given(noise, noise)
def test_two_codes_are_the_same_only_when_their_noise_is(one: bytes, another: bytes) -> None:
    assert (new_recovery_code(one) == new_recovery_code(another)) == (one == another)


def test_the_system_gives_another_code_each_time() -> None:
    assert len({new_recovery_code() for _ in range(50)}) == 50


@given(noise, st.sampled_from(["lower", "spaces", "together", "lookalikes"]))
def test_case_spaces_and_letters_that_look_alike_do_not_matter(twenty_bytes: bytes, habit: str) -> None:
    code = new_recovery_code(twenty_bytes)
    typed = {
        "lower": code.lower(),
        "spaces": f"  {code.replace('-', ' ')}\n",
        "together": code.replace("-", ""),
        "lookalikes": code.replace("0", "o").replace("1", "l"),
    }[habit]
    assert read_recovery_code(typed) == read_recovery_code(code)


@given(noise, st.integers(0, 31), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_mistyped_sign_is_noticed_almost_always(twenty_bytes: bytes, place: int, sign: str) -> None:
    signs = read_recovery_code(new_recovery_code(twenty_bytes))
    mistyped = signs[:place] + sign + signs[place + 1 :]
    if mistyped != signs:
        with pytest.raises(InvalidValue, match=whole(NOT_A_CODE)):
            read_recovery_code(mistyped)


@pytest.mark.parametrize("typed", ["", "four words of mine", "ABCD-EFGH", "U" * 36, "Ä" * 36])
def test_what_is_no_code_is_refused_in_words(typed: str) -> None:
    with pytest.raises(InvalidValue, match=whole(NOT_A_CODE)):
        read_recovery_code(typed)


def test_a_passphrase_counts_the_same_on_every_keyboard() -> None:
    assert read_passphrase(" cafe\u0301 au lait ") == checked_passphrase("caf\u00e9 au lait")


@pytest.mark.parametrize("typed", ["", "short", " " * 20, "x" * (SHORTEST - 1)])
def test_a_passphrase_that_is_too_short_is_refused(typed: str) -> None:
    refusal = "A passphrase needs at least 8 characters. Four or five words make a good one."
    with pytest.raises(InvalidValue, match=whole(refusal)):
        checked_passphrase(typed)


def test_a_passphrase_that_is_endless_is_refused() -> None:
    with pytest.raises(InvalidValue, match=whole("A passphrase has at most 1000 characters.")):
        checked_passphrase("x" * (LONGEST + 1))
