"""The card and the journal have one rule for direction marks, though neither may use the other's."""

from hypothesis import given
from hypothesis import strategies as st

from carelog.crisis.direction import without_stray_marks as on_the_card
from carelog.domain.direction import without_stray_marks as in_the_journal

texts = st.text(st.sampled_from("\u200e\u200fאבع a1,;: -112carelog"), max_size=40) | st.text(max_size=40)


@given(texts)
def test_a_text_keeps_the_same_marks_on_the_card_and_in_the_journal(text: str) -> None:
    assert on_the_card(text) == in_the_journal(text)
