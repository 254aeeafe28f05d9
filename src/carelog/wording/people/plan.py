"""The plan for hard days: headings, prompts, answers, and its printed pages.

Inspired by the safety planning approach (Stanley & Brown 2012); headings and words are carelog's own. Nothing here asks
for or names a means of harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.crisis.words import HEADINGS as CARD_HEADINGS
from carelog.domain.people.plan import Section
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import day_name, month_and_year, month_name

if TYPE_CHECKING:
    from datetime import date

TITLE = _("Your plan for hard days")
BEGIN_ANYWHERE = _("Begin anywhere. In danger, go straight to people and numbers: carelog crisis")
NO_PLAN = _(
    "A plan is a few short steps in your own words. One is enough to begin, any part can stay empty, and you "
    "can make it with someone: carelog plan edit. Bad right now: carelog crisis"
)
NO_PLAN_NOW = _(
    "A plan is for a better day; nothing has to be written now. Someone now: carelog reach. In danger: carelog crisis"
)
"""In place of a plan that was never written, in a time in which that would be homework."""
YOUR_SENTENCE = _("On top of your crisis card")

HEADINGS = {section: CARD_HEADINGS.get(section.value, YOUR_SENTENCE) for section in Section}

PROMPTS = {
    Section.SIGNS: _("What do you notice first, in thoughts, body, sleep or what you do?"),
    Section.ALONE: _("What has helped for a while, without anyone else?"),
    Section.DISTRACTION: _("Whom can you be with, or where can you go, without having to explain anything?"),
    Section.PEOPLE: _("Whom could you tell that it is bad?"),
    Section.PROFESSIONALS: _("Which doctor, therapist or line can you call, and how, also at night?"),
    Section.SAFER: _(
        "Is there something at home it would be safer to give to someone, lock away or put out of reach for a while? "
        "Who could keep it?"
    ),
    Section.REASONS: _("What is worth staying for, big or small?"),
}
OTHERS_PROMPTS = (
    (_("What helps"), _("What can someone beside you do that helps?")),
    (_("What does not help"), _("What is better left undone or unsaid?")),
    (_("If I do not answer"), _("What can they do if you do not answer?")),
)
SENTENCE_PROMPT = _("One sentence to yourself, for the top of your crisis card")

GUIDE = _(
    "Eight parts, one after the other, in your own words. Enter goes on to the next part, any of them can stay empty, "
    "and Ctrl-C leaves: each step is kept as soon as it is written."
)
ONE_MORE = _("One more (Enter goes on)")
KEPT_SO_FAR = _("Kept. Your plan: carelog plan")
NOTHING_KEPT = _("Nothing was written, and that is fine. One step is enough, at any time: carelog plan edit")

REVIEW_AFTER_DAYS = 90
"""The days without a review after which one is offered."""
READ_TODAY = _("Read through today. What no longer fits, you can change: carelog plan edit")
NOTHING_TO_REVIEW = _("Your plan is still empty. One step is enough to begin: carelog plan edit")

PRINTED_FOOT = _("{day}. Keep this page where you find it without a computer.")
TO_CARRY = _("To carry with you")
FOLD = _("Cut along the line and fold once.")
IN_DANGER = _("In danger now: call {number} ({country})")
IN_DANGER_UNKNOWN = _("In danger now: call the emergency number of the country you are in")
SAYING = _("Say: {words}")
MY_LINE = _("A line that answers: {line}")
LINE = _("{name} {number}, last confirmed {day}")
LINE_WITH_HOURS = _("{name} {number}, {hours}, last confirmed {day}")
STEP_WITH_NAME = _("{step} ({name})")
PERSON_WITH_HOURS = _("{person}, {hours}")
FOR_A_FRIEND = _("For {name}")
FROM_ME = _(
    "This page is from someone who trusts you. It says what helps them on a hard day. If it becomes too "
    "much, say so: that is allowed."
)
OTHERS_HEADING = _("What you can do")
YOU_AGREED = _("What you said yes to")
FOR_YOURSELF = _("For yourself: you do not have to carry this alone. A line you can call too:")


def added(heading: str) -> str:
    """A step was added."""
    return _("Added to “{heading}”. Your plan: carelog plan").format(heading=heading)


def changed(heading: str) -> str:
    """A step was changed."""
    return _("Changed in “{heading}”. “carelog undo” takes it back.").format(heading=heading)


def last_read(day: date, days: int) -> str:
    """When the plan was last reviewed."""
    if not days:
        return READ_TODAY
    return plural(
        days,
        "Read through on {day}, {count} day ago.",
        "Read through on {day}, {count} days ago.",
        day=day_name(day),
    )


def review_offered(since: date, today: date) -> str:
    """The plan was written or read through long ago, on the day `since`."""
    return _("Your plan is from {month}. Read it through when you like: carelog plan").format(
        month=_month_of(since, today)
    )


def still_fits(since: date, today: date) -> str:
    """The same on the page of the plan: how to say that it fits, and how to change it."""
    return _(
        "Your plan is from {month}. If it still fits: carelog plan review. To change it: carelog plan edit"
    ).format(month=_month_of(since, today))


def printed(place: str, *, as_pdf: bool) -> str:
    """A page of the plan was written to a file, as a PDF or for a browser."""
    if as_pdf:
        return _(
            "Written to {place}, ready to print. Anyone who opens it can read it: choose where you keep it."
        ).format(place=place)
    return _(
        "Written to {place}. Open it in a browser to print it, on A4 or letter. Anyone who opens it can read it: "
        "choose where you keep it."
    ).format(place=place)


def _month_of(day: date, today: date) -> str:
    return month_name(day) if day.year == today.year else month_and_year(day)
