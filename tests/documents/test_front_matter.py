"""YAML front matter: a YAML reader finds every value unchanged, and every string as a string."""

from datetime import date

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from carelog.documents.front_matter import front_matter
from carelog.domain.numbers import LARGEST
from support.markdown import hostile

WORDS = st.text(st.characters(exclude_categories=["Cs"])) | hostile
NUMBERS = st.integers(-100, 100) | st.decimals(-int(LARGEST), int(LARGEST), places=2).map(float)


@given(words=WORDS, several=st.lists(WORDS, min_size=1), number=NUMBERS, name=WORDS)
@example(words="2026-11-22", several=["null", "yes"], number=3, name="no")
@example(words="---\n", several=["...", "&a", "*a", "!!python/name:os.system"], number=0.5, name="y")
@example(words="\x85\u2028\ufeff\x07", several=["😀\u200d", "\U0010ffff"], number=-0.25, name="a: b")
def test_a_yaml_reader_finds_every_fact_as_it_was(words: str, several: list[str], number: float, name: str) -> None:
    facts = {"date": date(2026, 11, 22), "words": words, "several": several, "number": number, f"{name} ": words}
    text = front_matter(facts)
    assert yaml.safe_load(text.removesuffix("---\n")) == facts
    assert [line for line in text.split("\n") if line == "---"] == ["---", "---"]
    assert text.endswith("---\n")


@given(name=st.sampled_from(["mood word", "y", "No", "ON", "null", "true", "date", "~", "1", "a b c", "trailing "]))
def test_a_name_stays_a_name(name: str) -> None:
    assert yaml.safe_load(front_matter({name: 1}).removesuffix("---\n")) == {name: 1}


def test_what_holds_nothing_is_no_property() -> None:
    assert front_matter({"tags": [], "mood": 3}) == "---\nmood: 3\n---\n"
