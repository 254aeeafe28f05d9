"""The printed plan as HTML: one file without scripts or requests, for A4, letter and a folded card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.documents.html_environment import rendered
from carelog.wording import plan as plan_words

if TYPE_CHECKING:
    from carelog.review.people.printed_plan import PrintedForFriend, PrintedPlan


def plan_page(plan: PrintedPlan) -> bytes:
    """The person's own page, and a card to cut out and fold."""
    return rendered("plan.html.j2", plan=plan, words=plan_words)


def page_for(friend: PrintedForFriend) -> bytes:
    """The page for a friend.

    Raises InvalidValue when there is nothing to tell them.
    """
    if not (friend.others or friend.agreed_to):
        from carelog.errors import InvalidValue

        raise InvalidValue(plan_words.nothing_for(friend.name))
    return rendered("plan_for_friend.html.j2", friend=friend, words=plan_words)
