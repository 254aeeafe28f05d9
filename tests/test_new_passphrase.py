"""New passphrases: what is refused as guessed soon, with what sentence, and what is drawn instead."""

import secrets
import string
import time
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.documents.pdf_password import normalised
from carelog.domain.letters import plain_letters
from carelog.domain.passphrase import SHORTEST, read_passphrase
from carelog.errors import InvalidValue
from carelog.new_passphrase import checked_passphrase, drawn_words, refuse_guessable

BETTER = "Four or five words that have nothing to do with each other make a good one."
REPEATS = f"This repeats the same few letters or digits, and is among the first that are tried. {BETTER}"
RUN = (
    f"These letters or digits follow each other on the keyboard or in the alphabet, and are among the "
    f"first that are tried. {BETTER}"
)
OFTEN = (
    "This is a word, name or date that many people choose, so it is among the first that are tried, also with digits "
    f"or signs around it. {BETTER}"
)
SHORT = "A passphrase needs at least 8 characters. Four or five words make a good one."
SENTENCES = {
    SHORT: ["", "a", "1234567", "  kettle  ", "       \u00a0 ", "\ufb01" * 3],
    REPEATS: [
        *("aaaaaaaa", "AAAAaaaa", "ÄÄÄÄÄÄÄÄ", "........", "!!!!!!!!!", "aaaaaaab", "11112222", "abababab", "abab-abab"),
        *("abcabcabc", "abcabcab", "abcabcabc1!", "annaanna", "passwordpassword", "a a a a a a a a", "x" * 999),
        *("a-b-a-b-a-b", "00000000", "жжжжжжжж", "0101010101", "aaaabbbbcccc"),
    ],
    RUN: [
        *("12345678", "123456789!", "87654321", "qwertyui", "QWERTZUI", "azertyui", "poiuytre", "abcdefgh", "hgfedcba"),
        *("abc12345", "12345678a", "x1234567", "1-2-3-4-5-6-7-8", "1qaz2wsx", "!QAZ2wsx", "zaq12wsx", "qweasdzxc"),
        *("q1w2e3r4", "1q2w3e4r5t", "йцукенгш", "yxcvbnm,", "wsxedcrf"),
    ],
    OFTEN: [
        *(
            "Passwort1!",
            "password",
            "P@ssw0rd",
            "Pa$$w0rt99",
            "p.a.s.s.w.o.r.d",
            "drowssap",
            "pássword",
            "ｐａｓｓｗｏｒｄ",
        ),
        *("iloveyou2", "I love you", "jetaime!", "tequiero123", "kochamcie", "Hasło123", "Senha2024", "contraseña1"),
        *("mot-de-passe", "ich liebe dich", "ятебялюблю", "parol123", "yatebyalyublyu", "euteamo1", "$unshine1"),
        *("Michael1975", "1988Andrea!", "annapeter", "mamapapa1", "Sommer2025!", "berlin2024", "dragon99"),
        *("19850412", "01.01.1990", "2024-05-13", "+49 30 123456", "letmein!", "trustno1", "carelog1", "mydiary1"),
    ],
}
GOOD = [
    *("four words of mine", "quite another sentence", "green kettle", "café green", "tausend kleine Schritte"),
    *("vT7#kq92", "x9!Lmm2p", "Zwölf Äpfel im Regen", "lamp amber river stone lamp amber river stone"),
    *("привет из дождливого леса", "雨の森を歩く小さな犬", "thyme shed zinnia theater captain land"),
]
_WORDS = ("often_chosen.txt", "words_to_draw.txt")


def words_of(name: str) -> list[str]:
    """The words of a list, and none of its remarks."""
    lines = files("carelog").joinpath("data", name).read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def is_refused(secret: str) -> bool:
    """Whether it is guessed soon."""
    try:
        refuse_guessable(secret)
    except InvalidValue:
        return True
    return False


@pytest.mark.parametrize(("sentence", "typed"), [(key, each) for key, several in SENTENCES.items() for each in several])
def test_a_passphrase_that_is_guessed_soon_is_refused_and_told_what_makes_a_good_one(sentence: str, typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        checked_passphrase(typed)
    assert refused.value.message == sentence


@pytest.mark.parametrize("typed", [each for sentence in (REPEATS, RUN, OFTEN) for each in SENTENCES[sentence]])
def test_the_password_of_a_file_is_refused_for_the_same_reasons(typed: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        normalised(typed[:120])
    assert refused.value.message in (REPEATS, RUN, OFTEN)


@pytest.mark.parametrize("typed", GOOD)
def test_words_and_signs_by_chance_are_taken_as_they_are(typed: str) -> None:
    assert checked_passphrase(typed) == read_passphrase(typed)


@given(st.sampled_from(words_of("often_chosen.txt")), st.sampled_from(["1", "!", "123", "2024!", "99", "?!"]))
def test_a_word_of_the_list_is_refused_however_it_is_written(word: str, behind: str) -> None:
    for written in (word, word.upper(), word.title(), f"{word}{behind}", f"{behind}{word}", word[::-1]):
        if len(written) >= SHORTEST:
            with pytest.raises(InvalidValue):
                checked_passphrase(written)


def test_random_signs_are_hardly_ever_taken_for_something_known() -> None:
    signs = string.ascii_letters + string.digits + string.punctuation
    made = ["".join(secrets.choice(signs) for _ in range(10)) for _ in range(3000)]
    assert len([each for each in made if is_refused(each)]) < 15


def test_a_passphrase_of_drawn_words_is_six_of_a_thousand_and_is_taken() -> None:
    known = set(words_of("words_to_draw.txt"))
    for _ in range(300):
        words = drawn_words()
        assert checked_passphrase(words) == words
        assert len(words.split()) == 6
        assert set(words.split()) <= known
    assert len({drawn_words() for _ in range(100)}) == 100


def test_the_longest_passphrase_is_looked_at_in_a_moment() -> None:
    begin = time.process_time()
    checked_passphrase("".join(secrets.choice("abcdefghijklmnop ") for _ in range(998)) + "zq")
    assert time.process_time() - begin < 2


@pytest.mark.parametrize("name", _WORDS)
def test_lists_of_words_say_where_they_come_from_and_hold_each_word_once(name: str) -> None:
    text, words = files("carelog").joinpath("data", name).read_text("utf-8"), words_of(name)
    assert "# Source: " in text
    assert "Licence: " in text
    assert len(words) == len(set(words)) <= 2000
    assert [word for word in words if not word.isalpha()] == []
    assert [word for word in words if plain_letters(plain_letters(word)) != plain_letters(word)] == []


def test_a_drawn_word_is_ten_random_bits() -> None:
    words = words_of("words_to_draw.txt")
    assert len(words) == 2**10
    assert all(3 <= len(word) <= 9 and word.isascii() and word.islower() for word in words)
