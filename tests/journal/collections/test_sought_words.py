"""What is looked for is found in columns exactly where it is in the entries that are made of them."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from carelog.domain.entry import feelings_of, is_mentioned, tags_of
from carelog.domain.letters import plain_letters
from carelog.domain.text import checked_text
from carelog.errors import InvalidValue
from carelog.journal import Journal
from carelog.journal.collections import sought_words
from carelog.journal.collections.sought_words import SoughtWords

LETTERS = st.sampled_from(
    "aAb,[] #'`´¨\"\\\n\t\réßİŉﬁﬃ１川ไعیᎠꭰ\u0301\u00ad\u200b\u200e\x00\x7f\x85\u3000\u00a0\ufffd",
)
TEXTS = st.text(LETTERS, max_size=8) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
WORDS = st.lists(TEXTS, max_size=3)
Spelled = tuple[list[str], tuple[str, str] | None, bool]
PIECE = st.tuples(st.integers(0, 9), st.integers(0, 4), st.integers(1, 5))
SPELLED = st.tuples(WORDS, st.sampled_from([None, (",", ":"), (", ", ": ")]), st.booleans())


def spelled(words: list[str], separators: tuple[str, str] | None, *, in_ascii: bool) -> str:
    return json.dumps(words, ensure_ascii=in_ascii, separators=separators)


@settings(max_examples=300)
@given(note=TEXTS, feelings=SPELLED, tags=SPELLED, pieces=st.lists(PIECE, max_size=2), others=st.lists(TEXTS))
@example("a\x00b", ([], None, False), ([], None, False), [(0, 0, 4)], [])
@example("", (["a\u00a0 b"], (",", ":"), False), ([], None, False), [(1, 0, 3)], ["x"])
@example("", (['say "hi"'], (",", ":"), False), ([], None, False), [(1, 4, 4)], [])
def test_no_columns_are_put_aside_that_have_what_is_sought(
    note: str, feelings: Spelled, tags: Spelled, pieces: list[tuple[int, int, int]], others: list[str]
) -> None:
    try:
        read_feelings, read_tags = feelings_of(feelings[0]), tags_of(tags[0])
    except InvalidValue:
        return
    texts = (checked_text(note, "text.note"), *read_feelings, *read_tags)
    parts = [texts[which % len(texts)][begin : begin + length] for which, begin, length in pieces]
    wanted = SoughtWords.typed(read_tags[:1], read_feelings[1:], parts)
    fits = (
        all(plain_letters(part) and is_mentioned(part, texts) for part in wanted.parts)  # accents alone are in nothing
        and all(tag in map(plain_letters, read_tags) for tag in wanted.tags)
        and all(feeling in map(plain_letters, read_feelings) for feeling in wanted.feelings)
    )
    row = ("this", note, *(spelled(words, how, in_ascii=in_ascii) for words, how, in_ascii in (feelings, tags)))
    rows = [row, *(("other", other, "[]", "[]") for other in others)]
    assert not fits or "this" in wanted.ids_of_fitting(rows)


@pytest.mark.parametrize("at_once", [1, 2, 200])
@pytest.mark.parametrize("sought", ["river", "RIVER", "rivér", '"q"', "back\\slash", ",", "two words", "straße", "zz"])
def test_a_journal_is_searched_as_its_entries_are(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, sought: str, at_once: int
) -> None:
    monkeypatch.setattr(sought_words, "_AT_ONCE", at_once)
    journal.entries.add(3, "by the River", feelings=["calm"])
    journal.entries.add(3, "STRASSE", tags=["two words", "rivêr"], private=True)
    journal.entries.add(3, 'say "q", back\\slash', feelings=['"q"', "a, b"])
    journal.entries.add(3, feelings=["back\\slash", "ri\u00advers"])
    journal.entries.remove(journal.entries.add(3, "a river that is gone").id)
    slowly = [entry for entry in journal.entries if entry.mentions(sought)]
    assert journal.entries.within(search=sought) == slowly
    assert journal.entries.within(search=sought, newest=1) == slowly[-1:]
    assert bool(slowly) == (sought != "zz")
