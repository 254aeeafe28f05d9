"""feelings: words for how it is."""

from collections.abc import Callable
from typing import Any

from carelog.wording.feelings import WORDS

Say = Callable[..., Any]


def test_words_that_were_used_come_first_and_others_follow(say: Say, data: Say) -> None:
    for words in ("tired,hopeful", "tired", "wobbly"):
        data("mood", "3", "--feel", words)
    data("mood", "3", "--feel", "hunted", "--private")
    found = data("feelings")["feelings"]
    used = [(each["word"], each["entries"]) for each in found if each["entries"]]
    assert used == [("tired", 2), ("hopeful", 1), ("wobbly", 1)]
    assert {each["word"] for each in found} == {*WORDS, "wobbly"}
    first, second, third = say("feelings").stdout.splitlines()
    assert first == "You have used: tired, hopeful, wobbly."
    assert second.startswith("Others: afraid, angry, ")
    assert third == "Any word of your own will do: carelog mood 3 --feel WORD"


def test_an_empty_journal_has_words_to_offer(say: Say, data: Say) -> None:
    assert say("feelings").stdout.startswith("Some words: afraid, angry, ")
    assert [each["entries"] for each in data("feelings")["feelings"]] == [0] * len(WORDS)


def test_whoever_used_every_word_is_offered_no_others(say: Say, data: Say) -> None:
    data("mood", "3", "--feel", ",".join(WORDS))
    first, second = say("feelings").stdout.splitlines()
    assert first == f"You have used: {', '.join(WORDS)}."
    assert second == "Any word of your own will do: carelog mood 3 --feel WORD"


def test_where_others_see_the_screen_no_word_that_was_used_is_shown_or_counted(say: Say, data: Say) -> None:
    in_an_empty_journal = say("feelings").stdout
    data("mood", "3", "--feel", "wobbly,tired")
    assert say("feelings", "--discreet").stdout == in_an_empty_journal
