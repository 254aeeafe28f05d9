"""The plan for hard days: headings, prompts, answers, and its printed pages.

Inspired by the safety planning approach (Stanley & Brown 2012); headings and words are carelog's own. Nothing here asks
for or names a means of harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.crisis.headings import HEADINGS as CARD_HEADINGS
from carelog.domain.people.plan import Section
from carelog.wording.days import day_count, day_name

if TYPE_CHECKING:
    from datetime import date

TITLE = "Your plan for hard days"
BEGIN_ANYWHERE = "Begin anywhere. In danger, go straight to people and numbers: carelog crisis"
NO_PLAN = (
    "There is no plan yet. A few short steps in your own words are enough, and any part can stay empty. "
    "It is often best made together with someone. Begin with: carelog plan edit"
)
YOUR_SENTENCE = "On top of your crisis card"

HEADINGS = {section: CARD_HEADINGS.get(section.value, YOUR_SENTENCE) for section in Section}

PROMPTS = {
    Section.SIGNS: "What do you notice first, in thoughts, body, sleep or what you do?",
    Section.ALONE: "What has helped for a while, without anyone else?",
    Section.DISTRACTION: "Whom can you be with, or where can you go, without having to explain anything?",
    Section.PEOPLE: "Whom could you tell that it is bad?",
    Section.PROFESSIONALS: "Who helps professionally, and how are they reached, also at night?",
    Section.SAFER: (
        "Is there something at home it would be safer to give to someone, lock away or put out of reach for a while? "
        "Who could keep it?"
    ),
    Section.REASONS: "What is worth staying for, big or small?",
}
OTHERS_PROMPTS = (
    ("What helps", "What can someone beside you do that helps?"),
    ("What does not help", "What is better left undone or unsaid?"),
    ("If I do not answer", "What can they do if you do not answer?"),
)
SENTENCE_PROMPT = "One sentence to yourself, for the top of your crisis card"

GUIDE = (
    "Eight parts, one after the other, in your own words. Enter goes on to the next part, any of them can stay empty, "
    "and Ctrl-C leaves: each step is kept as soon as it is written."
)
ONE_MORE = "One more (Enter goes on)"
KEPT_SO_FAR = "Kept. Your plan: carelog plan"
NEEDS_STEP = "Without one: carelog plan add SECTION your step"
WITHOUT_TEXT = "Give the step its new text, a --contact or a --to place. Alone, “carelog plan edit” asks."

REVIEW_AFTER_DAYS = 90
"""The days without a review after which one is offered."""
READ_TODAY = "Read through today. What no longer fits, you can change: carelog plan edit"
NOTHING_TO_REVIEW = "There is no plan to read yet. Begin with: carelog plan edit"

PRINTED_FOOT = "Keep this page where you find it without a computer."
FOLD = "Cut along the line and fold once."
IN_DANGER = "In danger now: call {}"
IN_DANGER_UNKNOWN = "In danger now: call the emergency number of the country you are in"
SAYING = "Say: {}"
MY_LINE = "A line that answers"
LAST_CONFIRMED = "last confirmed {}"
FOR_A_FRIEND = "For {}"
FROM_ME = "This page is from someone who trusts you. It says what helps them on a hard day."
OTHERS_HEADING = "What you can do"
YOU_AGREED = "What you said yes to"
FOR_YOURSELF = "For yourself: you do not have to carry this alone. A line you can call too:"


def added(heading: str) -> str:
    """A step was added."""
    return f"Added to “{heading}”. Your plan: carelog plan"


def changed(heading: str) -> str:
    """A step was changed."""
    return f"Changed in “{heading}”. “carelog undo” takes it back."


def no_section(given: str) -> str:
    """A section is unknown."""
    return f"“{given}” is not a part of the plan. Parts: {', '.join(section.value for section in HEADINGS)}."


def last_read(day: date, days: int) -> str:
    """When the plan was last reviewed."""
    return f"Read through on {day_name(day)}, {day_count(days)} ago." if days else READ_TODAY


def review_offered(days: int) -> str:
    """The plan was written or reviewed long ago."""
    return f"{day_count(days)} since you last went through your plan. In a quiet moment: carelog plan review"


def printed(place: str) -> str:
    """A page of the plan was written to a file."""
    return (
        f"Written to {place}. Open it in a browser to print it, on A4 or letter. It holds what you see in it: "
        "choose where it lies."
    )
