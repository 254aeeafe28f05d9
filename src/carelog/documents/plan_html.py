"""The printed plan for hard days as HTML without scripts or requests: a page, and a card to cut out and fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.documents.html_environment import render_template
from carelog.wording.people import plan as plan_words

if TYPE_CHECKING:
    from carelog.review.people.printed_plan import PrintedForFriend, PrintedPlan


def plan_page(plan: PrintedPlan) -> bytes:
    """The plan for the person themselves, with the card, UTF-8."""
    return render_template("plan.html.j2", plan=plan, words=plan_words)


def page_for(friend: PrintedForFriend) -> bytes:
    """The page for a friend, UTF-8. Raises InvalidValue when the plan says nothing about what they can do."""
    if not (friend.others or friend.agreed_to):
        from carelog.errors import InvalidValue

        raise InvalidValue("plan.nothing-for-friend", name=friend.name)
    return render_template("plan_for_friend.html.j2", friend=friend, words=plan_words)
