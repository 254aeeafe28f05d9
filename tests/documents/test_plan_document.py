"""The printed plan as a PDF: what it says on its card is what the HTML page says there."""

from datetime import date

import pytest

from carelog.documents.blocks import Beside, Bullets, Paragraph
from carelog.documents.plan_document import plan_document
from carelog.documents.plan_html import plan_page
from carelog.domain.people.plan import Section
from carelog.review.people.printed_plan import PersonPrinted, PrintedPlan, StepPrinted

SENTENCE = "It has been here before, and it went."
STEPS = (StepPrinted("make tea", "", ()), StepPrinted("the bag is at Maya’s", "", ()))


def plan(sentence_on_card: str) -> PrintedPlan:
    """A plan whose second step, and perhaps its sentence, is kept off the card."""
    people = (PersonPrinted("Maya", ("020 7946 0018",), "evenings", "It is a bad day."),)
    sections = ((Section.ALONE, STEPS),)
    return PrintedPlan(date(2026, 11, 22), SENTENCE, sections, ("make tea",), people, None, sentence_on_card)


def card_of(printed: PrintedPlan) -> list[str]:
    """The words of the card of a PDF, but for its heading."""
    (card,) = (block for block in plan_document(printed).blocks if isinstance(block, Beside))
    blocks = [block for side in (card.left, card.right) for block in side]
    said = [block.text for block in blocks if isinstance(block, Paragraph)]
    return [*said, *(item.text for block in blocks if isinstance(block, Bullets) for item in block.items)]


@pytest.mark.parametrize("on_card", ["", SENTENCE])
def test_what_is_kept_off_the_card_is_on_the_card_of_no_format(on_card: str) -> None:
    printed = plan(on_card)
    in_html = plan_page(printed).decode().partition('class="card"')[2]
    said = card_of(printed)
    assert said.count(SENTENCE) == (SENTENCE in in_html) == bool(on_card)
    assert "the bag is at Maya’s" not in [*said, in_html]
    assert "make tea" in said
    assert plan_document(printed).subtitle == SENTENCE
