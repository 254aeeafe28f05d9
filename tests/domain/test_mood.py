"""A mood is a step from 1 to 5, typed as a number or as the person's own word."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from carelog.domain import mood
from carelog.domain.mood import MoodScale, MoodWords, hard_levels
from carelog.domain.score import SCORES, checked_score
from carelog.domain.text import clean_line, fold
from carelog.errors import InvalidValue
from support.sentences import whole
from support.strategies import names, texts

PLAIN = MoodWords()
five_words = st.lists(names(15), min_size=5, max_size=5, unique_by=lambda word: fold(clean_line(word))).map(tuple)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("4", (4, "")),
        (" 4 first walk in a week ", (4, "first walk in a week")),
        ("4: first walk", (4, "first walk")),
        ("2\na long day\nand a short night", (2, "a long day\nand a short night")),
        ("good", (4, "")),
        ("Good", (4, "")),
        ("good: morning walk", (4, "morning walk")),
        ("AWFUL :", (1, "")),
        ("good morning walk", (None, "good morning walk")),
        ("so good", (None, "so good")),
        ("4.5 hmm", (None, "4.5 hmm")),
        ("--3 steps", (None, "--3 steps")),
        ("-", (None, "-")),
        ("", (None, "")),
        (": ", (None, ":")),
        ("² x", (None, "² x")),
    ],
)
def test_a_number_first_or_a_word_alone_is_the_score(text: str, read: tuple[int | None, str]) -> None:
    assert PLAIN.read(text) == read


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("0", "0"),
        ("6 ok", "6"),
        ("-1", "-1"),
        ("44: x", "44"),
        ("9" * 5000, "9" * 20),
        ("-" + "9" * 5000, f"-{'9' * 19}"),
    ],
)
def test_a_number_outside_1_to_5_is_refused(text: str, score: str) -> None:
    with pytest.raises(
        InvalidValue,
        match=whole(f"Moods go from 1 to 5, so {score} cannot be kept. Pick the closest one; it need not be exact."),
    ):
        PLAIN.read(text)


@example("\ud800: 5")
@given(texts)
def test_any_text_has_a_score_or_none_or_is_refused(text: str) -> None:
    try:
        score, rest = PLAIN.read(text)
    except InvalidValue:
        return
    assert score is None or score in SCORES
    assert rest in text
    assert score is not None or rest == text.strip()


def begins_with_a_number(words: tuple[str, ...]) -> bool:
    return any(clean_line(word).split()[0].removeprefix("-").isdecimal() for word in words)


@given(five_words.filter(lambda words: not begins_with_a_number(words)), st.sampled_from(MoodScale))
def test_a_persons_own_words_are_read_in_any_case(words: tuple[str, ...], scale: MoodScale) -> None:
    own = MoodWords(scale, words)
    assert own.words == tuple(map(clean_line, words))
    for score, word in zip(SCORES, own.words, strict=True):
        if ":" not in word:
            assert own.read(f" {word}") == (score, "")
            assert own.read(f"{word}: a walk") == (score, "a walk")
        assert own.word(score) == word


@pytest.mark.parametrize(
    "words", [("a",), ("a", "b", "c", "d"), ("a", "b", "c", "d", "A"), ("a", "b", "c", "d", "e", "e")]
)
def test_moods_need_five_different_words(words: tuple[str, ...]) -> None:
    with pytest.raises(InvalidValue, match=whole("Moods need five different words, from the lowest to the highest.")):
        MoodWords(renamed=words)


@pytest.mark.parametrize(
    ("word", "what"),
    [
        (" ", "A word for a mood needs at least one character."),
        ("x" * 31, "A word for a mood can have up to 30 characters; this has 31."),
    ],
)
def test_a_word_for_a_mood_is_short_and_can_be_seen(word: str, what: str) -> None:
    with pytest.raises(InvalidValue, match=whole(what)):
        MoodWords(renamed=("a", "b", "c", "d", word))


def test_each_scale_has_words_of_its_own() -> None:
    assert PLAIN.words == ("awful", "bad", "okay", "good", "great")
    assert MoodWords(MoodScale.TWO_SIDED).words == ("very low", "low", "level", "high", "very high")
    assert MoodWords(MoodScale.TWO_SIDED).read("very  low: tired") == (1, "tired")


@pytest.mark.parametrize(
    ("median", "words"),
    [
        (1, "awful"),
        (3, "okay"),
        (5, "great"),
        (3.5, "between okay and good"),
        (4.5, "between good and great"),
        (3.25, "okay"),
    ],
)
def test_a_median_half_way_is_between_two_words(median: float, words: str) -> None:
    assert PLAIN.word(median) == words


def test_in_another_language_the_words_of_both_can_be_typed_and_files_keep_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(mood._WORDS, MoodScale.ONE_SIDED, ("furchtbar", "schlecht", "okay", "gut", "sehr gut"))
    assert PLAIN.word(4) == "gut"
    assert PLAIN.word_in_file(3.5) == "between okay and good"
    assert PLAIN.read("Gut: morning walk") == PLAIN.read("good: morning walk") == (4, "morning walk")
    renamed = MoodWords(renamed=("a", "b", "c", "d", "e"))
    assert renamed.word(4) == renamed.word_in_file(4) == "d"
    assert renamed.read("good") == (None, "good")


@given(st.integers())
def test_a_score_is_itself_or_refused(score: int) -> None:
    if 1 <= score <= 5:
        assert checked_score(score) == score
    else:
        with pytest.raises(
            InvalidValue,
            match=whole(
                f"Moods go from 1 to 5, so {score} cannot be kept. Pick the closest one; it need not be exact."
            ),
        ):
            checked_score(score)


@pytest.mark.parametrize("word", ["3", "-2", "4 stars"])
def test_a_number_is_a_score_and_no_word_for_one(word: str) -> None:
    refusal = "A word for a mood cannot begin with a number: numbers are the scores themselves."
    with pytest.raises(InvalidValue, match=whole(refusal)):
        MoodWords(renamed=(word, "b", "c", "d", "e"))


def test_hard_times_are_at_the_lowest_level_and_where_both_ends_are_at_the_highest_too() -> None:
    assert (hard_levels(MoodScale.ONE_SIDED), hard_levels(MoodScale.TWO_SIDED)) == ((1,), (1, 5))
