"""What a stranger tries first: repetitions, rows and words that are chosen often."""

import pytest

from carelog.domain.guessable import is_often_chosen, is_run, repeats

KNOWN = frozenset(["kettle", "password", "sommer"])


@pytest.mark.parametrize(
    "secret", ["aaaaaaaa", "abcabcab", "Anna-anna", "kettlekettle", "qwertyuiqwertyui", "........"]
)
def test_what_says_the_same_again_and_again_repeats(secret: str) -> None:
    assert repeats(secret, KNOWN)


@pytest.mark.parametrize("secret", ["lamp amber lamp amber", "vT7#kq92", "v7v8v9w1!#+-", "four words of mine"])
def test_several_words_and_what_is_varied_repeat_nothing(secret: str) -> None:
    assert not repeats(secret, KNOWN)


@pytest.mark.parametrize("secret", ["12345678", "hgfedcba", "q1w2e3r4", "1qaz2wsx", "йцукенгш", "77777777"])
def test_what_stands_in_a_row_is_a_run(secret: str) -> None:
    assert is_run(secret)


@pytest.mark.parametrize("secret", ["vT7#kq92", "four words of mine", "abc lamp river"])
def test_a_short_row_among_other_letters_is_no_run(secret: str) -> None:
    assert not is_run(secret)


@pytest.mark.parametrize(
    "secret", ["Sommer2025!", "P@ssw0rd", "drowssap", "kettle sommer", "p.a.s.s.w.o.r.d", "1985-04-12", "+49 30 123456"]
)
def test_a_word_of_many_people_or_a_date_is_chosen_often(secret: str) -> None:
    assert is_often_chosen(secret, KNOWN)


@pytest.mark.parametrize("secret", ["x7!!!!!!!", "lamp amber river", "kettle sommer lamp", "1234567890123456"])
def test_other_words_and_what_is_left_of_signs_are_not(secret: str) -> None:
    assert not is_often_chosen(secret, KNOWN)
